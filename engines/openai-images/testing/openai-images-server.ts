import sharp from 'sharp';
import { z } from 'zod';
import type { Quirk } from '../../testing/engine-harness.ts';
import { clipBytes } from '../../wire/testing/clip-bytes.ts';
import { type Answer, type Seen, startServiceServer } from '../../wire/testing/service-server.ts';
import type { ServerKind } from '../profiles.ts';

export const API_KEY = 'sk-test-open-sesame';

/** What a create call asked for, as the server understood it. */
export interface Understood {
  readonly path: string;
  readonly prompt: string;
  readonly negative: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pictures: number;
  readonly loraScale: number | null;
  /** Parameters that came in through the prompt. */
  readonly injected: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

const Fields = z.record(z.string(), z.unknown());
type Fields = z.infer<typeof Fields>;

/** A server that speaks the images API the way the given kind does, with its quirks. */
export async function startOpenaiImagesServer(kind: ServerKind) {
  const understood: Understood[] = [];
  const quirks: Quirk[] = [];
  const jobs = new Map<
    string,
    { held: boolean; quirk: Quirk | undefined; wish: Understood; isOver: boolean }
  >();
  let creates = 0;
  let stops = 0;
  let serverLora: number | null = null;
  let gate = Promise.withResolvers<void>();
  gate.resolve();
  let isHeld = false;
  let cuts = false;
  let lives = 0;

  async function create(seen: Seen): Promise<Answer> {
    creates += 1;
    const quirk = quirks.shift();
    const refusal = refuse(quirk, kind);
    if (refusal) return refusal;
    const fields = await fieldsOf(seen);
    const problem = complaint(kind, seen.path, fields);
    if (problem) return problem;
    const wish = understand(kind, seen.path, fields, serverLora);
    understood.push(wish);
    if (kind === 'sd-server' && seen.path.startsWith('/sdcpp/')) {
      const id = `job_${creates}`;
      jobs.set(id, { held: quirk === 'holds', quirk, wish, isOver: false });
      if (quirk === 'loses-answer') return { hangsUp: true };
      return {
        status: 202,
        json: {
          id,
          kind: 'img_gen',
          status: 'queued',
          created: 1,
          poll_url: `/sdcpp/v1/jobs/${id}`,
        },
      };
    }
    if (quirk === 'holds') await gate.promise;
    if (quirk === 'loses-answer') return { hangsUp: true };
    if (quirk === 'fails') return failure(kind);
    return await answerOf(wish, quirk);
  }

  async function answerOf(wish: Understood, quirk: Quirk | undefined): Promise<Answer> {
    const bytes = await result(wish, quirk);
    if (quirk === 'truncates')
      return { ...{ json: { data: [{ b64_json: base64(bytes) }] } }, cutAfter: 60 };
    if (quirk === 'says-no-in-200')
      return { json: { error: { message: 'CUDA error', type: 'server_error' } } };
    if (quirk === 'expires') return { json: { data: [{ url: '/v1/images/gone/content' }] } };
    // Only told not to, these answer links of their own.
    if (kind === 'localai' && wish.fields.response_format !== 'b64_json') {
      return { json: { data: [{ url: '/generated-images/x.png' }] } };
    }
    if (kind === 'sglang' && wish.path.endsWith('/edits')) {
      jobs.set('edit', { held: false, quirk, wish, isOver: true });
      return { json: { data: [{ url: '/v1/images/edit/content' }] } };
    }
    // Forms have no numbers and no booleans.
    const isStreamed = String(wish.fields.stream) === 'true';
    if (kind === 'openai' && isStreamed) return streamed(wish, bytes);
    return { json: { created: 1, data: [{ b64_json: base64(bytes) }] } };
  }

  async function job(id: string): Promise<Answer> {
    const known = jobs.get(id);
    if (!known) return { status: 404, json: { error: 'job not found' } };
    if (known.quirk === 'drops-follower' && !known.isOver) {
      known.isOver = true;
      return { hangsUp: true };
    }
    if (known.quirk === 'expires') return { status: 410, json: { error: 'job expired' } };
    if (known.held && isHeld) return { json: { id, status: 'generating', queue_position: 0 } };
    if (!known.isOver && lives++ % 2 === 0) {
      return { json: { id, status: 'queued', queue_position: 1 } };
    }
    if (known.quirk === 'fails' || known.quirk === 'says-no-in-200') {
      const error = { code: 'generation_failed', message: 'generate_image returned empty results' };
      return { json: { id, status: 'failed', result: null, error } };
    }
    const isClip = known.wish.path.endsWith('vid_gen');
    const bytes = isClip ? await clipBytes() : await result(known.wish, known.quirk);
    const file = { b64_json: base64(bytes) };
    const body = {
      id,
      status: 'completed',
      result: isClip ? file : { output_format: 'png', images: [{ index: 0, ...file }] },
      error: null,
    };
    if (known.quirk === 'truncates' && cuts) {
      cuts = false;
      return { json: body, cutAfter: 200 };
    }
    return { json: body };
  }

  async function route(seen: Seen): Promise<Answer> {
    const isOpen = kind === 'sd-server' || kind === 'localai';
    if (!isOpen && seen.headers.authorization !== `Bearer ${API_KEY}`) {
      return {
        status: 401,
        json: { error: { message: 'Incorrect API key provided', code: 'invalid_api_key' } },
      };
    }
    if (seen.path === '/v1/set_lora') {
      serverLora = Number(Fields.parse(seen.json).strength);
      return { json: { status: 'ok' } };
    }
    if (seen.path === '/v1/unmerge_lora_weights') {
      serverLora = null;
      return { json: { status: 'ok' } };
    }
    const creating = /^\/(v1\/images\/(generations|edits)|sdcpp\/v1\/(img|vid)_gen)$/;
    if (seen.method === 'POST' && creating.test(seen.path)) return await create(seen);
    const [, id, verb] = /^\/sdcpp\/v1\/jobs\/([^/]+)(\/cancel)?$/.exec(seen.path) ?? [];
    if (id && verb) {
      stops += 1;
      return { status: 409, json: { error: 'job is generating' } };
    }
    if (id) return await job(id);
    const edit = jobs.get('edit');
    if (seen.path === '/v1/images/edit/content' && edit)
      return { bytes: await result(edit.wish, edit.quirk) };
    if (seen.path === '/sdcpp/v1/capabilities')
      return { json: { model: { name: 'flux', stem: 'flux', path: '/m' } } };
    if (seen.path === '/v1/models' || seen.path === '/models')
      return { json: { data: [{ id: 'm' }] } };
    return { status: 404, json: { detail: 'Not Found' } };
  }

  const server = await startServiceServer(route);
  return {
    url: server.url,
    seen: server.seen,
    understood,
    play(quirk: Quirk): void {
      if (quirk === 'holds') {
        isHeld = true;
        gate = Promise.withResolvers<void>();
      }
      if (quirk === 'truncates') cuts = true;
      quirks.push(quirk);
    },
    release(): void {
      isHeld = false;
      gate.resolve();
    },
    creates: () => creates,
    stops: () => stops,
    forget: () => jobs.clear(),
    close: async () => {
      gate.resolve();
      await server.close();
    },
  };
}

/** Frames, then the picture, as server-sent events. */
function streamed({ path, fields }: Understood, bytes: Uint8Array): Answer {
  const name = path.endsWith('/edits') ? 'image_edit' : 'image_generation';
  const frames = Array.from({ length: Number(fields.partial_images ?? 0) }, (_, index) => ({
    ...{ type: `${name}.partial_image`, b64_json: base64(bytes), partial_image_index: index },
  }));
  const events = [...frames, { type: `${name}.completed`, b64_json: base64(bytes), usage: {} }];
  const text = events.map((one) => `event: ${one.type}\ndata: ${JSON.stringify(one)}\n\n`).join('');
  return {
    bytes: new TextEncoder().encode(text),
    headers: { 'content-type': 'text/event-stream; charset=utf-8' },
  };
}

function refuse(quirk: Quirk | undefined, kind: ServerKind): Answer | null {
  if (quirk === 'refuses-key')
    return { status: 401, json: { error: { message: `Incorrect API key: ${API_KEY}` } } };
  if (quirk === 'unpaid') {
    const error = { message: 'You exceeded your current quota', code: 'insufficient_quota' };
    return { status: 429, json: { error } };
  }
  if (quirk === 'busy') {
    return {
      status: 429,
      headers: { 'retry-after': '7' },
      json:
        kind === 'sd-server'
          ? { error: 'job queue is full' }
          : { error: { code: 'rate_limit_exceeded' } },
    };
  }
  if (quirk === 'loading') return { status: 503, json: { detail: 'engine not initialized' } };
  if (quirk === 'hangs-up') return { hangsUp: true };
  if (quirk === 'flags') {
    const error = {
      message: 'Your request was rejected by our safety system.',
      code: 'moderation_blocked',
    };
    return { status: 400, json: { error } };
  }
  return null;
}

const failure = (kind: ServerKind): Answer =>
  kind === 'openai'
    ? { json: { data: [] } }
    : { status: 500, json: { error: { message: 'CUDA out of memory' } } };

/** What the server does not take. */
function complaint(kind: ServerKind, path: string, fields: Fields): Answer | null {
  const bad = (message: string): Answer => ({
    status: 400,
    json: { error: { message, code: 'unknown_parameter' } },
  });
  if (kind === 'openai') {
    for (const name of [
      'response_format',
      'negative_prompt',
      'seed',
      'lora',
      'num_inference_steps',
    ]) {
      if (name in fields) return bad(`Unknown parameter: '${name}'.`);
    }
  }
  if (kind === 'vllm-omni' && fields.response_format !== 'b64_json')
    return { status: 400, json: { detail: [{ msg: 'Only b64_json' }] } };
  if (kind === 'localai' && path.endsWith('/edits'))
    return { status: 404, json: { error: 'not found' } };
  if (kind === 'sglang' && path.endsWith('/generations') && fields.response_format === 'url')
    return { status: 400, json: { detail: 'url' } };
  return null;
}

function understand(
  kind: ServerKind,
  path: string,
  fields: Fields,
  serverLora: number | null,
): Understood {
  const said = String(fields.prompt ?? '');
  const injected =
    kind === 'sd-server'
      ? (/<sd_cpp_extra_args>(.*?)<\/sd_cpp_extra_args>/.exec(said)?.[1] ?? null)
      : null;
  const [prompt = '', barred = ''] = kind === 'localai' ? said.split('|') : [said];
  const [width, height] = String(fields.size ?? '')
    .split('x')
    .map(Number);
  const refs = Array.isArray(fields.ref_images)
    ? fields.ref_images.length
    : Number(fields.files ?? 0);
  return {
    ...{ path, prompt, injected, fields },
    negative: barred || String(fields.negative_prompt ?? ''),
    widthPx: Number(fields.width ?? width),
    heightPx: Number(fields.height ?? height),
    pictures: refs,
    loraScale: serverLora ?? loraOf(fields.lora),
  };
}

function loraOf(lora: unknown): number | null {
  const first = Fields.safeParse(Array.isArray(lora) ? lora[0] : lora).data;
  const scale = first?.scale ?? first?.multiplier;
  return typeof scale === 'number' ? scale : null;
}

async function fieldsOf(seen: Seen): Promise<Fields> {
  if (seen.json !== undefined) return Fields.parse(seen.json);
  const type = String(seen.headers['content-type']);
  const form = await new Response(new Uint8Array(seen.bytes), {
    headers: { 'content-type': type },
  }).formData();
  const fields: Fields = {};
  let files = 0;
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') fields[name] = value;
    else files += 1;
  }
  return { ...fields, files };
}

/** Changes with the words, the seed and the LoRA. */
async function result(wish: Understood, quirk: Quirk | undefined): Promise<Uint8Array> {
  if (quirk === 'sends-page') return new TextEncoder().encode('<html>500</html>');
  const told = JSON.stringify([wish.prompt, wish.fields.seed, wish.loraScale]);
  const [r = 0, g = 0, b = 0] = new Uint8Array(
    new Bun.CryptoHasher('sha256').update(told).digest().buffer,
  );
  const create = {
    width: wish.widthPx,
    height: wish.heightPx,
    channels: 3 as const,
    background: { r: r | 32, g, b },
  };
  return new Uint8Array(await sharp({ create }).png().toBuffer());
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
