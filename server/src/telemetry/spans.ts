/** What is told of a span; left out is what is not known. */
export type SpanFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** A stretch of work while it lasts. */
export interface OpenSpan {
  /** What it turned out to be. */
  name(name: string): void;
  facts(facts: SpanFacts): void;
  /** It ended badly, though nothing was thrown. */
  failed(why: string): void;
}

/** Stretches of work for a tracing system; each is part of the one around it. */
export interface Spans {
  /** @param cameFrom a `traceparent` header: the caller's own span, of which this becomes a part. */
  run<T>(
    span: {
      name: string;
      kind?: 'server' | 'consumer' | 'client';
      facts?: SpanFacts;
      cameFrom?: string | undefined;
    },
    work: (open: OpenSpan) => Promise<T>,
  ): Promise<T>;
  /** Sends what was not sent yet. */
  close(): Promise<void>;
}

const UNHEARD: OpenSpan = { name() {}, facts() {}, failed() {} };

/** Where nobody listens. */
export const noSpans: Spans = {
  run: (_, work) => work(UNHEARD),
  close: async () => undefined,
};

/** Where the traces of an OTLP endpoint go. */
export function tracesUrl(endpoint: string): string {
  return `${endpoint.replace(/\/+$/, '')}/v1/traces`;
}
