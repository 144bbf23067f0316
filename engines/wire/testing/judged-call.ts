import type { Seen } from './service-server.ts';

/** The newest request a service saw. @throws when it saw none */
export function newestOf(seen: readonly Seen[]): Seen {
  const newest = seen.at(-1);
  if (!newest) throw new Error('Nothing was sent.');
  return newest;
}

/** What a service judges a call by, beside its body: two clients that differ in nothing of it are one to the service. */
export const judged = ({ method, target, headers }: Seen) => ({
  ...{ method, target, authorization: headers.authorization },
  // The line between the parts of a form is anybody's own.
  type: headers['content-type']?.split(';')[0],
});
