export { createHttp, type HttpParts } from './create-http.ts';
export type { ReadinessCheck } from './readiness.ts';
