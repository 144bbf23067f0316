/** One person of a benchmark asks for as much as a thousand real ones. */
export const WIDE_LIMITS = {
  LUMIKU_REQUESTS_PER_MINUTE_FREE: '1000000',
  LUMIKU_JOBS_IN_FLIGHT_FREE: '100000',
} as const;
