// Only read where an address for traces is set: the packages below cost a start time nobody else should pay.
import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { type SpanFacts, type Spans, tracesUrl } from './spans.ts';

export interface TracingOptions {
  /** Base address of an OTLP/HTTP receiver; traces go to `/v1/traces` below it. */
  endpoint: string;
  headers: Readonly<Record<string, string>>;
  serviceName: string;
  role: string;
  version: string;
  /** How long spans are gathered before they are sent. */
  sendEveryMs?: number;
}

/** A collector that is away must not hold up the end of a studio. */
const SENT_WITHIN_MS = 3_000;
const KINDS = { server: SpanKind.SERVER, consumer: SpanKind.CONSUMER, client: SpanKind.CLIENT };
/** https://www.w3.org/TR/trace-context/#traceparent-header */
const TRACEPARENT = /^[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})/;

/** Spans of this process, sent in batches; one that cannot be sent is dropped, work never waits for it. */
export function createOpenTelemetrySpans(options: TracingOptions): Spans {
  const exporter = new OTLPTraceExporter({
    url: tracesUrl(options.endpoint),
    headers: { ...options.headers },
    timeoutMillis: SENT_WITHIN_MS,
  });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': options.serviceName,
      'service.version': options.version,
      'lumiku.role': options.role,
    }),
    spanProcessors: [
      new BatchSpanProcessor({ exporter, scheduledDelayMillis: options.sendEveryMs ?? 5_000 }),
    ],
  });
  const tracer = provider.getTracer('lumiku');
  const around = new AsyncLocalStorage<Context>();
  return {
    async run({ name, kind, facts = {}, cameFrom }, work) {
      const parent = fromCaller(cameFrom) ?? around.getStore() ?? ROOT_CONTEXT;
      const start = { attributes: known(facts), ...(kind && { kind: KINDS[kind] }) };
      const span = tracer.startSpan(name, start, parent);
      try {
        return await around.run(trace.setSpan(parent, span), () => work(openSpan(span)));
      } catch (error) {
        span.recordException(error instanceof Error ? error : String(error));
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    },
    close: () => provider.shutdown(),
  };
}

function openSpan(span: Span) {
  return {
    name: (name: string) => void span.updateName(name),
    facts: (facts: SpanFacts) => void span.setAttributes(known(facts)),
    failed: (message: string) => void span.setStatus({ code: SpanStatusCode.ERROR, message }),
  };
}

function fromCaller(traceparent: string | undefined): Context | null {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  if (!traceId || !spanId || !flags || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return null;
  const isSampled = (Number.parseInt(flags, 16) & TraceFlags.SAMPLED) !== 0;
  const traceFlags = isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

const known = (facts: SpanFacts): Attributes =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
