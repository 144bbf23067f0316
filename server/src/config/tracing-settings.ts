import { setting } from './setting.ts';
import { address, optional, text } from './setting-kinds.ts';

/** Where traces go; the names are OpenTelemetry's own. */
export const tracingSettings = {
  endpoint: setting({
    env: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    schema: optional(address(['https:', 'http:'])),
    fallback: undefined,
    fallbackText: 'no traces',
    about:
      'Address of an OpenTelemetry collector (OTLP over HTTP) for traces of requests, jobs and engines.',
    fix: 'Set an address such as http://localhost:4318, or remove it.',
    example: 'http://localhost:4318',
  }),
  headers: setting({
    env: 'OTEL_EXPORTER_OTLP_HEADERS',
    schema: optional(text),
    fallback: undefined,
    fallbackText: 'none',
    about: 'Headers that collector wants, as `name=value,name=value`.',
    fix: 'Set name=value, with commas between.',
    isSecret: true,
  }),
  serviceName: setting({
    env: 'OTEL_SERVICE_NAME',
    schema: text,
    fallback: 'lumiku',
    about: 'What this studio is called in traces.',
    fix: 'Set a name.',
  }),
};
