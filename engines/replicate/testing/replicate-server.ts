import { z } from 'zod';
import { clipBytes } from '../../wire/testing/clip-bytes.ts';
import { type Answer, type Seen, startServiceServer } from '../../wire/testing/service-server.ts';
import { testPicture } from '../../wire/testing/test-picture.ts';
import { inputProblem } from './replicate-inputs.ts';

/** What happens to the next prediction that is created. */
export type ReplicateQuirk =
  | 'refuses-key'
  | 'no-room'
  | 'drops-follower'
  | 'holds'
  | 'throttled'
  | 'throttled-in-words'
  | 'unpaid'
  | 'broken'
  | 'crashes-after-accept'
  | 'crashes-before-accept'
  | 'nsfw'
  | 'keeps-pictures-back'
  | 'no-face'
  | 'out-of-memory'
  | 'ends-at-deadline'
  | 'never-ends'
  | 'data-removed'
  | 'link-expired'
  | 'half-transfer'
  | 'sends-a-page'
  | 'sends-half-a-picture';

interface Work {
  id: string;
  status: string;
  input: Record<string, unknown>;
  version: string;
  webhook: string | null;
  quirk: ReplicateQuirk | undefined;
  polls: number;
  createdAt: string;
  completedAt: string | null;
  deadline: string | null;
  transfers: number;
}

const Create = z.strictObject({
  version: z.string(),
  input: z.record(z.string(), z.unknown()),
  webhook: z.url({ protocol: /^https$/ }).optional(),
  webhook_events_filter: z.array(z.enum(['start', 'output', 'logs', 'completed'])).optional(),
});

const OFFICIAL = /^(black-forest-labs|qwen|wan-video)\/[a-z0-9.-]+$/;
const VERSIONED = /^(?:[\w-]+\/[\w.-]+:)?[0-9a-f]{64}$/;
const PAGE = 2;
const LATEST = 'ab'.repeat(32);

/** A server that behaves as Replicate's API does: its states, its headers, its habit of forgetting. */
export async function startReplicateServer(token = 'test-token') {
  const works: Work[] = [];
  const quirks: ReplicateQuirk[] = [];
  const files = new Map<string, Buffer>();
  let now = Date.now();
  let isHeld = true;
  let stops = 0;

  /** Results lie on another host than the API. */
  const delivery = await startServiceServer(output);
  const server = await startServiceServer((seen) => {
    now += 10;
    if (seen.headers.authorization !== `Bearer ${token}`) {
      return {
        status: 401,
        json: { title: 'Unauthenticated', detail: `Invalid token ${seen.headers.authorization}` },
      };
    }
    return api(seen);
  });

  function api(seen: Seen): Answer {
    const path = seen.path.replace(/^\/v1/, '');
    const [, , id = '', verb] = path.split('/');
    if (path === '/account') return { json: { type: 'user', username: 'studio' } };
    if (path === '/predictions' && seen.method === 'POST') return create(seen);
    if (path === '/predictions') return list(seen);
    if (path.startsWith('/predictions/')) return one(id, verb);
    if (path === '/files') return upload(seen);
    if (path.startsWith('/files/')) {
      return files.delete(id) ? { status: 204, bytes: new Uint8Array() } : { status: 404 };
    }
    if (path.startsWith('/models/')) return { json: { latest_version: { id: LATEST } } };
    return { status: 404, json: { detail: 'The requested resource could not be found.' } };
  }

  function create(seen: Seen): Answer {
    const quirk = quirks.shift();
    const refusal = refusalOf(quirk);
    if (refusal) return refusal;
    const body = Create.safeParse(seen.json);
    if (!body.success)
      return {
        status: 422,
        json: { title: 'Input validation failed', detail: body.error.message },
      };
    const { version, input, webhook } = body.data;
    if (!OFFICIAL.test(version) && !VERSIONED.test(version)) {
      return {
        status: 404,
        json: {
          detail:
            'The specified version does not exist (or perhaps you do not have permission to use it?)',
        },
      };
    }
    const problem = inputProblem(version, input);
    if (problem)
      return {
        status: 422,
        json: { title: 'Input validation failed', detail: problem, invalid_fields: [] },
      };
    const seconds = /^(\d+)s$/.exec(String(seen.headers['cancel-after'] ?? ''))?.[1];
    const work: Work = {
      ...{
        id: `p${works.length + 1}`,
        status: 'starting',
        input,
        version,
        quirk,
        polls: 0,
        transfers: 0,
      },
      webhook: webhook ?? null,
      createdAt: new Date(now).toISOString(),
      completedAt: null,
      deadline: seconds === undefined ? null : new Date(now + Number(seconds) * 1000).toISOString(),
    };
    works.unshift(work);
    return quirk === 'crashes-after-accept'
      ? { hangsUp: true }
      : { status: 201, json: shown(work) };
  }

  function one(id: string, verb: string | undefined): Answer {
    const work = works.find((item) => item.id === id);
    if (!work) return { status: 404, json: { detail: 'Prediction not found' } };
    if (verb === 'cancel') {
      stops += 1;
      if (work.completedAt === null) end(work, work.status === 'starting' ? 'aborted' : 'canceled');
      return { json: shown(work) };
    }
    advance(work);
    if (work.quirk === 'drops-follower' && work.polls === 2) return { hangsUp: true };
    return { json: shown(work) };
  }

  function advance(work: Work): void {
    if (work.completedAt !== null) return;
    work.polls += 1;
    if (work.polls === 1) work.status = 'processing';
    if (work.polls < 3 || work.quirk === 'never-ends') return;
    if (work.quirk === 'holds' && isHeld) return;
    const ends: Partial<Record<ReplicateQuirk, string>> = {
      nsfw: 'failed',
      'no-face': 'failed',
      'out-of-memory': 'failed',
      'ends-at-deadline': 'canceled',
    };
    if (work.quirk === 'ends-at-deadline') work.deadline = new Date(now).toISOString();
    end(work, (work.quirk && ends[work.quirk]) ?? 'succeeded');
  }

  function end(work: Work, status: string): void {
    work.status = status;
    work.completedAt = new Date(now).toISOString();
  }

  function shown(work: Work) {
    const isRemoved = work.quirk === 'data-removed' && work.status === 'succeeded';
    const done = work.status === 'succeeded' && !isRemoved ? outputOf(work, delivery.url) : null;
    return {
      id: work.id,
      model: work.version.split(':')[0],
      version: 'hidden',
      status: work.status,
      input: isRemoved ? {} : work.input,
      output: done,
      error:
        ERRORS[work.quirk ?? 'never-ends'] && work.status === 'failed'
          ? ERRORS[work.quirk ?? 'never-ends']
          : null,
      logs: `Using seed: 7\n${work.polls > 0 ? ` ${Math.min(100, work.polls * 40)}%|████      | 11/28 [00:01<00:02]\n` : ''}`,
      data_removed: isRemoved,
      deadline: work.deadline,
      webhook: work.webhook,
      created_at: work.createdAt,
      completed_at: work.completedAt,
      metrics: work.completedAt ? { predict_time: 1.5 } : {},
      urls: {
        get: `${server.url}/v1/predictions/${work.id}`,
        cancel: `${server.url}/v1/predictions/${work.id}/cancel`,
      },
    };
  }

  function list(seen: Seen): Answer {
    const from = Number(seen.query.get('cursor') ?? 0);
    const more = works.length > from + PAGE;
    return {
      json: {
        previous: null,
        next: more ? `${server.url}/v1/predictions?cursor=${from + PAGE}` : null,
        results: works.slice(from, from + PAGE).map(shown),
      },
    };
  }

  function upload(seen: Seen): Answer {
    const id = `f${files.size + 1}-${seen.bytes.length}`;
    files.set(id, seen.bytes);
    return {
      status: 201,
      json: { id, name: 'input', urls: { get: `${server.url}/v1/files/${id}` } },
    };
  }

  async function output(seen: Seen): Promise<Answer> {
    const work = works.find(({ id }) => seen.path.includes(`/${id}/`));
    if (!work || work.quirk === 'link-expired')
      return { status: 404, bytes: Buffer.from('<Error/>') };
    // Whoever sends a key to a stranger's storage has lost it.
    if (seen.headers.authorization) return { status: 400, bytes: Buffer.from('key leaked') };
    if (work.quirk === 'sends-a-page') return { bytes: Buffer.from('<html>Bad gateway</html>') };
    const bytes = seen.path.endsWith('.mp4') ? await clipBytes() : await pictureOf(work);
    work.transfers += 1;
    if (work.quirk === 'half-transfer' && work.transfers === 1) return { bytes, cutAfter: 40 };
    if (work.quirk === 'sends-half-a-picture')
      return { bytes: bytes.subarray(0, bytes.length / 2) };
    return { bytes };
  }

  return {
    url: `${server.url}/v1`,
    token,
    seen: server.seen,
    files,
    works: works as readonly Work[],
    /** Lets the next created predictions go so, in order. */
    play: (...next: ReplicateQuirk[]) => void quirks.push(...next),
    /** Lets held work end. */
    release: () => {
      isHeld = false;
    },
    stops: () => stops,
    /** What the newest work applies of its LoRA; the fast path applies more than was asked. */
    loraScale: () => appliedScale(works[0]?.input ?? {}),
    creates: () =>
      server.seen.filter(({ method, path }) => method === 'POST' && path === '/v1/predictions'),
    close: async () => {
      await server.close();
      await delivery.close();
    },
  };
}

const ERRORS: Partial<Record<ReplicateQuirk, string>> = {
  nsfw: 'All generated images contained NSFW content. Try running it again with a different prompt.',
  'no-face': 'Could not find a face in the image.',
  'out-of-memory': 'CUDA out of memory. Tried to allocate 20.00 MiB',
};

function refusalOf(quirk: ReplicateQuirk | undefined): Answer | null {
  const detail = 'Request was throttled. Your rate limit resets in ~30s.';
  switch (quirk) {
    case 'throttled':
      return { status: 429, headers: { 'retry-after': '7' }, json: { detail, status: 429 } };
    case 'throttled-in-words':
      return { status: 429, json: { detail, status: 429 } };
    case 'unpaid':
      return {
        status: 402,
        json: {
          title: 'Insufficient credit',
          detail: 'You have insufficient credit to run this model.',
        },
      };
    case 'refuses-key':
      return {
        status: 401,
        json: { title: 'Unauthenticated', detail: 'You did not pass a valid authentication token' },
      };
    case 'no-room':
      return {
        status: 503,
        headers: { 'retry-after': '5' },
        json: { detail: 'Service is temporarily unavailable' },
      };
    case 'broken':
      return { status: 502, bytes: Buffer.from('<html>bad gateway</html>') };
    case 'crashes-before-accept':
      return { hangsUp: true };
    default:
      return null;
  }
}

function outputOf(work: Work, url: string): unknown {
  if (work.quirk === 'keeps-pictures-back') return [];
  if (/wan-video/.test(work.version)) return `${url}/out/${work.id}/video.mp4`;
  const type = String(work.input.output_format ?? 'webp');
  const link = `${url}/out/${work.id}/out-0.${type}`;
  return /face-swap|real-esrgan/.test(work.version) ? link : [link];
}

/** As wide as asked; the same for the same input, another one when the seed or the LoRA's real scale differ. */
async function pictureOf({ input, version }: Work): Promise<Buffer> {
  const [across = 3, down = 4] = String(input.aspect_ratio ?? '3:4')
    .split(':')
    .map(Number);
  const isCustom = input.aspect_ratio === 'custom';
  const widthPx = isCustom ? Number(input.width) : 32 * across;
  const heightPx = isCustom ? Number(input.height) : 32 * down;
  const type = z.enum(['png', 'jpeg', 'webp']).catch('webp').parse(input.output_format);
  const of = JSON.stringify([version, input.prompt, input.seed, appliedScale(input)]);
  return testPicture({ widthPx, heightPx, of, type });
}

const appliedScale = (input: Record<string, unknown>): number | null =>
  input.lora_weights === undefined
    ? null
    : Number(input.lora_scale ?? 1) * (input.go_fast === false ? 1 : 1.5);
