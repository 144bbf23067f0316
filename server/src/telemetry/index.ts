export { createLog, type LogOptions } from './create-log.ts';
export { createMetrics, type Metrics, type RequestMetrics } from './request-metrics.ts';
export { noSpans, type Spans, tracesUrl } from './spans.ts';
