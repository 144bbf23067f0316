import type { JobDefinition } from '@lumiku/app-kit';
import type { Engine } from '@lumiku/engines';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Config } from '../config/index.ts';
import { noSpans, type Spans } from '../telemetry/index.ts';

/** Spans where an address for them is set; the packages for it are read only then. */
export async function openTracing({
  tracing,
  server,
}: {
  tracing: Config['tracing'];
  server: Pick<Config['server'], 'role'>;
}): Promise<Spans> {
  if (tracing.endpoint === undefined) return noSpans;
  const { createOpenTelemetrySpans } = await import('../telemetry/open-telemetry-spans.ts');
  return createOpenTelemetrySpans({
    ...{ endpoint: tracing.endpoint, headers: headersOf(tracing.headers) },
    ...{ serviceName: tracing.serviceName, role: server.role, version: packageJson.version },
  });
}

/** `name=value,name=value`, values percent-encoded, as OpenTelemetry writes them. */
export function headersOf(text = ''): Record<string, string> {
  const pairs = text.split(',').map((pair): [string, string] => {
    const [name = '', ...value] = pair.split('=');
    return [name.trim(), decodeURIComponent(value.join('=').trim())];
  });
  return Object.fromEntries(pairs.filter(([name]) => name !== ''));
}

/** Each try of each job as a span. */
export function tracedJobs(jobs: readonly JobDefinition[], spans: Spans): readonly JobDefinition[] {
  if (spans === noSpans) return jobs;
  return jobs.map((definition) => ({
    ...definition,
    run: (job) =>
      spans.run(
        {
          ...{ name: `job ${definition.kind}`, kind: 'consumer' },
          facts: { 'lumiku.job.id': job.id, 'lumiku.user.id': job.userId },
        },
        () => definition.run(job),
      ),
  }));
}

/** Each call of an engine as a span. */
export function tracedEngine(engine: Engine, spans: Spans): Engine {
  if (spans === noSpans) return engine;
  const called = <T>(name: string, work: () => Promise<T>) => {
    const facts = { 'lumiku.engine.id': engine.id };
    return spans.run({ name: `engine ${engine.id} ${name}`, kind: 'client', facts }, work);
  };
  const { find } = engine;
  return {
    ...engine,
    submit: (...given) => called('submit', () => engine.submit(...given)),
    follow: (...given) => called('follow', () => engine.follow(...given)),
    cancel: (...given) => called('cancel', () => engine.cancel(...given)),
    ...(find && { find: (...given) => called('find', () => find.call(engine, ...given)) }),
  };
}
