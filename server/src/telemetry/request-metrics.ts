import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface RequestMetrics {
  /** `route` is the pattern of the route, never the path itself. */
  observe(request: { method: string; route: string; status: number; durationMs: number }): void;
}

export interface Metrics extends RequestMetrics {
  /** A figure read when somebody looks, e.g. connections in use. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void;
  /** Prometheus text format. */
  render(): Promise<{ contentType: string; body: string }>;
}

/** Figures of this process for Prometheus. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'lumiku_http_request_duration_seconds',
    help: 'Time to answer a request.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return {
    observe: ({ method, route, status, durationMs }) =>
      durations.observe({ method, route, status }, durationMs / 1000),
    gauge: (name, help, read) => {
      new Gauge({
        name,
        help,
        registers: [registry],
        async collect() {
          this.set(await read());
        },
      });
    },
    render: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}
