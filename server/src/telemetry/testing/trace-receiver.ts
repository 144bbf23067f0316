import { z } from 'zod';

/** What the tests look at of OTLP's JSON: https://opentelemetry.io/docs/specs/otlp/#otlphttp-request */
const Value = z.union([
  z.object({ stringValue: z.string() }).transform((value) => value.stringValue),
  z.object({ intValue: z.coerce.number() }).transform((value) => value.intValue),
  z.looseObject({}).transform(() => null),
]);
const Attributes = z
  .array(z.object({ key: z.string(), value: Value }))
  .transform((all) => Object.fromEntries(all.map(({ key, value }) => [key, value])));
const Span = z
  .object({
    traceId: z.string(),
    spanId: z.string(),
    parentSpanId: z.string().optional(),
    name: z.string(),
    attributes: Attributes,
  })
  .transform(({ attributes, ...span }) => ({ ...span, facts: attributes }));
const Export = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: Attributes }),
      scopeSpans: z.array(z.object({ spans: z.array(Span) })),
    }),
  ),
});

export interface TraceReceiver {
  readonly url: string;
  spans(): z.infer<typeof Span>[];
  /** Names of the services that sent something. */
  services(): string[];
  /** Of the last request. */
  headers(): Headers;
  stop(): Promise<void>;
}

/** An OTLP/HTTP collector that keeps what it gets. */
export function startTraceReceiver(): TraceReceiver {
  const batches: z.infer<typeof Export>['resourceSpans'] = [];
  let headers = new Headers();
  const server = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    fetch: async (request) => {
      if (new URL(request.url).pathname !== '/v1/traces')
        return new Response(null, { status: 404 });
      headers = request.headers;
      batches.push(...Export.parse(await request.json()).resourceSpans);
      return Response.json({});
    },
  });
  return {
    url: `http://127.0.0.1:${server.port}`,
    spans: () => batches.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
    services: () => [
      ...new Set(batches.map(({ resource }) => String(resource.attributes['service.name']))),
    ],
    headers: () => headers,
    stop: () => server.stop(true),
  };
}
