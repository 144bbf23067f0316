import { z } from 'zod';
import { clipBytes } from '../../wire/testing/clip-bytes.ts';
import { type Answer, type Seen, startServiceServer } from '../../wire/testing/service-server.ts';
import { testPicture } from '../../wire/testing/test-picture.ts';

/** What happens to the next request that is submitted. */
export type FalQuirk =
  | 'refuses-key'
  | 'busy'
  | 'crashes-before-accept'
  | 'drops-follower'
  | 'holds'
  | 'throttled'
  | 'out-of-balance'
  | 'broken'
  | 'crashes-after-accept'
  | 'strange-host'
  | 'policy'
  | 'no-face'
  | 'flagged'
  | 'keeps-picture-back'
  | 'machine-fails'
  | 'waits-too-long'
  | 'status-hiccup'
  | 'never-ends'
  | 'forgotten'
  | 'link-expired'
  | 'half-transfer'
  | 'sends-a-page';

interface Work {
  readonly id: string;
  readonly endpoint: string;
  readonly input: Record<string, unknown>;
  readonly quirk: FalQuirk | undefined;
  polls: number;
  transfers: number;
  isCancelled: boolean;
}

const Size = z.object({ width: z.number(), height: z.number() });
const Loras = z.array(z.object({ scale: z.number().default(1) }));

/** A server that behaves as fal's queue does; its results lie on a host of their own. */
export async function startFalServer(key = 'test-key') {
  const works: Work[] = [];
  const quirks: FalQuirk[] = [];
  let isHeld = true;
  let stops = 0;
  const delivery = await startServiceServer(media);
  const server = await startServiceServer((seen) => {
    if (seen.headers.authorization !== `Key ${key}`) {
      return {
        status: 401,
        json: { detail: `Cannot access application: ${seen.headers.authorization}` },
      };
    }
    const id = /\/requests\/([^/]+)/.exec(seen.path)?.[1];
    return id === undefined ? submit(seen) : one(seen, id);
  });

  function submit(seen: Seen): Answer {
    const quirk = quirks.shift();
    if (quirk === 'refuses-key') {
      return { status: 401, json: { detail: `No user found for ${seen.headers.authorization}` } };
    }
    if (quirk === 'busy')
      return { status: 429, headers: { 'retry-after': '7' }, json: { detail: 'Busy' } };
    if (quirk === 'crashes-before-accept') return { hangsUp: true };
    if (quirk === 'throttled') return { status: 429, json: { detail: 'Too many requests' } };
    if (quirk === 'out-of-balance') {
      return { status: 403, json: { detail: 'User is locked. Reason: Exhausted balance.' } };
    }
    if (quirk === 'broken') return { status: 502, bytes: Buffer.from('bad gateway') };
    const input = z.record(z.string(), z.unknown()).parse(seen.json);
    const id = `r${works.length + 1}`;
    const endpoint = seen.path.slice(1);
    works.push({ id, endpoint, input, quirk, polls: 0, transfers: 0, isCancelled: false });
    if (quirk === 'crashes-after-accept') return { hangsUp: true };
    // Only owner and app: what the endpoint has below them is dropped.
    const app = endpoint.split('/').slice(0, 2).join('/');
    const host = quirk === 'strange-host' ? delivery.url : server.url;
    const at = `${host}/${app}/requests/${id}`;
    return {
      json: {
        ...{ request_id: id, queue_position: 0, status: 'IN_QUEUE' },
        ...{ response_url: at, status_url: `${at}/status`, cancel_url: `${at}/cancel` },
      },
    };
  }

  function one(seen: Seen, id: string): Answer {
    const work = works.find((item) => item.id === id);
    if (!work || work.quirk === 'forgotten')
      return { status: 404, json: { detail: 'Request not found' } };
    if (seen.path.endsWith('/cancel')) return cancel(work);
    return seen.path.endsWith('/status') ? status(work) : result(work);
  }

  function cancel(work: Work): Answer {
    if (work.polls >= 3 && work.quirk !== 'never-ends' && !(work.quirk === 'holds' && isHeld))
      return { status: 400, json: { status: 'ALREADY_COMPLETED' } };
    stops += 1;
    work.isCancelled = true;
    return { status: 202, json: { status: 'CANCELLATION_REQUESTED' } };
  }

  function status(work: Work): Answer {
    work.polls += 1;
    if (work.quirk === 'status-hiccup' && work.polls === 2)
      return { status: 503, bytes: Buffer.from('busy') };
    if (work.isCancelled)
      return { json: { status: 'COMPLETED', error: 'cancelled', error_type: 'client_cancelled' } };
    if (work.quirk === 'drops-follower' && work.polls === 2) return { hangsUp: true };
    const isWaiting = work.quirk === 'never-ends' || (work.quirk === 'holds' && isHeld);
    if (work.polls === 1) return { status: 202, json: { status: 'IN_QUEUE', queue_position: 2 } };
    if (work.polls === 2 || isWaiting) {
      return {
        status: 202,
        json: { status: 'IN_PROGRESS', logs: [{ message: ' 39%|███▉      | 11/28' }] },
      };
    }
    return { json: { status: 'COMPLETED', metrics: { inference_time: 1.2 } } };
  }

  function result(work: Work): Answer {
    if (work.isCancelled) {
      return {
        status: 499,
        headers: { 'x-fal-error-type': 'client_cancelled' },
        json: { detail: 'Request was cancelled' },
      };
    }
    const refusal = REFUSALS[work.quirk ?? 'throttled'];
    if (refusal) return refusal;
    return { json: outputOf(work, delivery.url) };
  }

  async function media(seen: Seen): Promise<Answer> {
    if (seen.headers.authorization) return { status: 400, bytes: Buffer.from('key leaked') };
    const work = works.find(({ id }) => seen.path.includes(`/${id}/`));
    if (!work || work.quirk === 'link-expired')
      return { status: 403, bytes: Buffer.from('<Error/>') };
    if (work.quirk === 'sends-a-page') return { bytes: Buffer.from('<html>oops</html>') };
    const bytes = seen.path.endsWith('.mp4') ? await clipBytes() : await pictureOf(work);
    work.transfers += 1;
    if (work.quirk === 'half-transfer' && work.transfers === 1) return { bytes, cutAfter: 30 };
    return { bytes };
  }

  return {
    url: server.url,
    key,
    works: works as readonly Work[],
    /** Lets the next submitted requests go so, in order. */
    play: (...next: FalQuirk[]) => void quirks.push(...next),
    seen: server.seen,
    /** Lets held work end. */
    release: () => {
      isHeld = false;
    },
    stops: () => stops,
    /** What the newest work applies of its LoRA. */
    loraScale: () => Loras.safeParse(works.at(-1)?.input.loras).data?.[0]?.scale ?? null,
    creates: () =>
      server.seen.filter(({ path, method }) => method === 'POST' && !path.includes('/requests/')),
    close: async () => {
      await server.close();
      await delivery.close();
    },
  };
}

const detail = (type: string, msg: string) => ({
  detail: [{ loc: ['body'], msg, type, input: {} }],
});
const REFUSALS: Partial<Record<FalQuirk, Answer>> = {
  policy: { status: 422, json: detail('content_policy_violation', 'flagged by a content checker') },
  'no-face': { status: 422, json: detail('face_detection_error', 'no face detected') },
  'machine-fails': {
    status: 504,
    headers: { 'x-fal-retryable': 'true' },
    json: detail('downstream_service_error', 'the model broke'),
  },
  'waits-too-long': {
    status: 504,
    headers: { 'x-fal-request-timeout-type': 'user', 'x-fal-error-type': 'request_timeout' },
    json: { detail: 'Request timed out', error_type: 'request_timeout' },
  },
};

function outputOf(work: Work, url: string): unknown {
  const at = `${url}/${work.id}`;
  if (/image-to-video/.test(work.endpoint)) return { video: { url: `${at}/out.mp4` }, seed: 5 };
  if (/esrgan|seedvr/.test(work.endpoint)) return { image: { url: `${at}/out.png` } };
  return {
    images:
      work.quirk === 'keeps-picture-back'
        ? []
        : [{ url: `${at}/out.png`, content_type: 'image/jpeg' }],
    seed: work.input.seed,
    has_nsfw_concepts: [work.quirk === 'flagged'],
    prompt: work.input.prompt,
  };
}

/** `width` and `height` are ignored; a LoRA without a scale counts as 1. */
async function pictureOf({ endpoint, input, quirk }: Work): Promise<Buffer> {
  const size = Size.safeParse(input.image_size).data ?? { width: 1024, height: 768 };
  const scale = Loras.safeParse(input.loras).data?.map((lora) => lora.scale) ?? [];
  const of = JSON.stringify([endpoint, input.prompt, input.seed, scale]);
  const [widthPx, heightPx] = [size.width / 4, size.height / 4];
  return quirk === 'flagged'
    ? testPicture({ widthPx, heightPx, of: 'flagged' })
    : testPicture({ widthPx, heightPx, of });
}
