import { afterAll, beforeAll, expect, test } from 'bun:test';
import { openTracing } from '../startup/open-tracing.ts';
import { createTestStudio, type TestPerson, type TestStudio } from '../testing/test-studio.ts';
import { startTraceReceiver, type TraceReceiver } from './testing/trace-receiver.ts';

const STARTS_MS = 60_000;
const CALLER = { trace: '4bf92f3577b34da6a3ce929d0e0e4736', span: '00f067aa0ba902b7' };

let receiver: TraceReceiver;
let studio: TestStudio;
let ayu: TestPerson;
beforeAll(async () => {
  receiver = startTraceReceiver();
  studio = await createTestStudio({
    environment: {
      ...{ LUMIKU_VISION: 'off', OTEL_SERVICE_NAME: 'studio of a test' },
      ...{
        OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
        OTEL_EXPORTER_OTLP_HEADERS: 'x-tenant=a%20b',
      },
    },
  });
  ayu = await studio.signUp();
}, STARTS_MS);
afterAll(() => receiver.stop());

test(
  'requests, tries of jobs and calls of engines arrive at a collector, each part of what is around it',
  async () => {
    await ayu.fetch('/api/me', {
      headers: { traceparent: `00-${CALLER.trace}-${CALLER.span}-01` },
    });
    await ayu.fetch('/api/poses/nothing-of-that-name');
    const made = await ayu.fetch('/api/avatar-creator/projects', {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ name: 'Traced' }),
    });
    const projectId = String(Object(Object(await made.json()).project).id);
    const preview = await ayu.fetch(
      `/api/avatar-creator/projects/${projectId}/avatars/generate-preview`,
      {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
        body: JSON.stringify({ prompt: 'a friendly tailor in a linen shirt' }),
      },
    );
    expect(preview.status).toBe(200);
    // What was gathered is sent before the studio is gone.
    await studio.stop();

    const me = receiver.spans().find(({ name }) => name === 'GET /api/me');
    expect(me).toMatchObject({ traceId: CALLER.trace, parentSpanId: CALLER.span });
    expect(me?.facts).toMatchObject({ 'http.route': '/api/me', 'http.response.status_code': 200 });
    const missing = receiver
      .spans()
      .find(({ name }) => name === 'GET /api/poses/{id}' || name === 'GET /api/poses/:id');
    expect(missing?.facts).toMatchObject({ 'http.response.status_code': 404 });
    const job = receiver.spans().find(({ name }) => name.startsWith('job avatar-creator.'));
    const call = receiver.spans().find(({ name }) => name === 'engine local follow');
    expect(call).toMatchObject({ traceId: job?.traceId, parentSpanId: job?.spanId });
    expect(receiver.spans().some(({ name }) => name === 'engine local submit')).toBe(true);
    expect(receiver.services()).toEqual(['studio of a test']);
    expect(receiver.headers().get('x-tenant')).toBe('a b');
  },
  STARTS_MS,
);

test(
  'a collector that is away holds nothing up',
  async () => {
    const gone = startTraceReceiver();
    const { url } = gone;
    await gone.stop();
    const spans = await openTracing({
      tracing: { endpoint: url, headers: undefined, serviceName: 'x' },
      server: { role: 'all' },
    });
    expect(await spans.run({ name: 'work' }, async () => 'done')).toBe('done');
    const fault = new Error('as it is');
    await expect(spans.run({ name: 'work' }, () => Promise.reject(fault))).rejects.toBe(fault);
    await spans.close().catch(() => undefined);
  },
  STARTS_MS,
);
