export { createLog, type LogOptions } from './create-log.ts';
export { createMetrics, type Metrics, type RequestMetrics } from './request-metrics.ts';
