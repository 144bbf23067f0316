import { z } from 'zod';
import { clipBytes } from '../../wire/testing/clip-bytes.ts';
import { type Answer, type Seen, startServiceServer } from '../../wire/testing/service-server.ts';
import { testPicture } from '../../wire/testing/test-picture.ts';

/** What happens to the next work that is created. */
export type HuggingFaceQuirk =
  | 'refuses-key'
  | 'out-of-credits'
  | 'busy'
  | 'loading'
  | 'unmapped'
  | 'crashes-after-accept'
  | 'crashes-before-accept'
  | 'flagged'
  | 'policy'
  | 'fails'
  | 'holds'
  | 'drops-follower'
  | 'link-expired'
  | 'half-transfer'
  | 'sends-a-page';

interface Work {
  readonly id: string;
  readonly provider: string;
  readonly providerId: string;
  readonly input: Record<string, unknown>;
  readonly quirk: HuggingFaceQuirk | undefined;
  polls: number;
  transfers: number;
}

const Body = z.record(z.string(), z.unknown());
const Loras = z.array(z.object({ scale: z.number().default(1) }));
const mapped = (providerId: string, more = {}) => ({
  status: 'live',
  task: 'text-to-image',
  providerId,
  ...more,
});

/** As the hub tells them: one model as a list, the others by provider. */
const MAPPINGS: Readonly<Record<string, unknown>> = {
  'black-forest-labs/FLUX.1-dev': {
    'fal-ai': mapped('fal-ai/flux/dev'),
    replicate: mapped('black-forest-labs/flux-dev'),
    wavespeed: mapped('wavespeed-ai/flux-dev'),
  },
  'XLabs-AI/flux-RealismLora': [
    {
      provider: 'fal-ai',
      ...mapped('fal-ai/flux-lora', { adapter: 'lora', adapterWeightsPath: 'lora.safetensors' }),
    },
    { provider: 'replicate', ...mapped('black-forest-labs/flux-dev-lora', { adapter: 'lora' }) },
    { provider: 'wavespeed', ...mapped('wavespeed-ai/flux-dev-lora', { adapter: 'lora' }) },
  ],
  'Qwen/Qwen-Image-Edit-2511': {
    'fal-ai': mapped('fal-ai/qwen-image-edit-2511'),
    replicate: mapped('qwen/qwen-image-edit-2511'),
    wavespeed: mapped('wavespeed-ai/qwen-image/edit-2511'),
  },
  'Wan-AI/Wan2.2-TI2V-5B': {
    'fal-ai': mapped('fal-ai/wan/v2.2-5b/image-to-video'),
    replicate: mapped('wan-video/wan-2.2-5b-fast'),
    wavespeed: mapped('wavespeed-ai/wan-2.2/i2v-5b'),
  },
};

/** A server that behaves as the hub, its router with three providers behind it, and a dedicated endpoint. */
export async function startHuggingFaceServer(token = 'hf_test') {
  const works: Work[] = [];
  const quirks: HuggingFaceQuirk[] = [];
  let isHeld = true;
  const delivery = await startServiceServer(media);
  const server = await startServiceServer((seen) => {
    if (seen.headers.authorization !== `Bearer ${token}`) return unauthorised(seen);
    const { path } = seen;
    if (path === '/api/whoami-v2') return { json: { name: 'studio' } };
    if (path.startsWith('/api/models/')) {
      return {
        json: { inferenceProviderMapping: MAPPINGS[path.slice('/api/models/'.length)] ?? {} },
      };
    }
    const id = /\/(w\d+)(\/|$)/.exec(path)?.[1];
    return id === undefined ? create(seen) : one(seen, id);
  });
  const unauthorised = (seen: Seen): Answer => ({
    status: 401,
    json: { error: `Invalid username or password: ${seen.headers.authorization}` },
  });

  async function create(seen: Seen): Promise<Answer> {
    const quirk = quirks.shift();
    const refusal = refusalOf(quirk);
    if (refusal) return refusal;
    if (quirk === 'refuses-key') return unauthorised(seen);
    const body = Body.parse(seen.json);
    const input = Body.safeParse(body.input).data ?? body;
    const [, provider = '', ...rest] = seen.path.split('/');
    const id = `w${works.length + 1}`;
    const work = { id, provider, providerId: rest.join('/'), input, quirk, polls: 0, transfers: 0 };
    works.push(work);
    if (quirk === 'crashes-after-accept') return { hangsUp: true };
    if (provider === 'endpoint') return { bytes: await pictureOf(work) };
    return { status: provider === 'replicate' ? 201 : 200, json: begun(work) };
  }

  function begun(work: Work): unknown {
    if (work.provider === 'replicate') return { id: work.id, status: 'starting', output: null };
    if (work.provider === 'wavespeed') {
      const get = `https://api.wavespeed.ai/api/v3/predictions/${work.id}/result`;
      return { code: 200, message: 'success', data: { id: work.id, urls: { get } } };
    }
    const app = work.providerId.split('/').slice(0, 2).join('/');
    const at = `https://queue.fal.run/${app}/requests/${work.id}`;
    return { request_id: work.id, status: 'IN_QUEUE', response_url: at };
  }

  function one(seen: Seen, id: string): Answer {
    const work = works.find((item) => item.id === id);
    if (!work) return { status: 404, json: { detail: 'Not found' } };
    const isResult = work.provider === 'fal-ai' && !seen.path.endsWith('/status');
    if (!isResult) work.polls += 1;
    if (work.quirk === 'drops-follower' && work.polls === 2) return { hangsUp: true };
    const isDone = work.polls >= 3 && !(work.quirk === 'holds' && isHeld);
    if (work.provider === 'replicate') return { json: prediction(work, isDone) };
    if (work.provider === 'wavespeed') return { json: wavespeed(work, isDone) };
    if (isResult) return falResult(work);
    return {
      json: { status: isDone ? 'COMPLETED' : work.polls === 1 ? 'IN_QUEUE' : 'IN_PROGRESS' },
    };
  }

  const linkOf = (work: Work): string =>
    `${delivery.url}/${work.id}/out.${/wan|video/.test(work.providerId) ? 'mp4' : 'png'}`;

  function prediction(work: Work, isDone: boolean) {
    const status = !isDone ? 'processing' : work.quirk === 'fails' ? 'failed' : 'succeeded';
    return {
      id: work.id,
      status,
      output: status === 'succeeded' ? [linkOf(work)] : null,
      error: 'it broke',
    };
  }

  function wavespeed(work: Work, isDone: boolean) {
    const status = !isDone ? 'processing' : work.quirk === 'fails' ? 'failed' : 'completed';
    const outputs = status === 'completed' ? [linkOf(work)] : [];
    const data = {
      id: work.id,
      status,
      outputs,
      has_nsfw_contents: [work.quirk === 'flagged'],
      error: '',
    };
    return { code: 200, message: 'success', data };
  }

  function falResult(work: Work): Answer {
    if (work.quirk === 'policy' || work.quirk === 'fails') {
      const type = work.quirk === 'policy' ? 'content_policy_violation' : 'internal_server_error';
      const status = work.quirk === 'policy' ? 422 : 504;
      return { status, json: { detail: [{ loc: ['body'], msg: 'no', type }] } };
    }
    const file = { url: linkOf(work) };
    const isClip = file.url.endsWith('.mp4');
    return {
      json: {
        ...(isClip ? { video: file } : { images: [file] }),
        ...{ seed: work.input.seed, has_nsfw_concepts: [work.quirk === 'flagged'] },
      },
    };
  }

  async function media(seen: Seen): Promise<Answer> {
    if (seen.headers.authorization) return { status: 400, bytes: Buffer.from('key leaked') };
    const work = works.find(({ id }) => seen.path.startsWith(`/${id}/`));
    if (!work || work.quirk === 'link-expired')
      return { status: 403, bytes: Buffer.from('<Error/>') };
    if (work.quirk === 'sends-a-page') return { bytes: Buffer.from('<html>oops</html>') };
    const bytes = seen.path.endsWith('.mp4') ? await clipBytes() : await pictureOf(work);
    work.transfers += 1;
    const isCut = work.quirk === 'half-transfer' && work.transfers === 1;
    return isCut ? { bytes, cutAfter: 30 } : { bytes };
  }

  return {
    url: server.url,
    token,
    seen: server.seen,
    works: works as readonly Work[],
    /** Lets the next created works go so, in order. */
    play: (...next: HuggingFaceQuirk[]) => void quirks.push(...next),
    /** Lets held work end. */
    release: () => {
      isHeld = false;
    },
    creates: () => server.seen.filter(({ method }) => method === 'POST'),
    /** What the newest work applies of its LoRA. */
    loraScale: () => {
      const input = works.at(-1)?.input ?? {};
      const listed = Loras.safeParse(input.loras).data?.[0]?.scale;
      return listed ?? (input.lora_weights === undefined ? null : Number(input.lora_scale));
    },
    close: async () => {
      await server.close();
      await delivery.close();
    },
  };
}

function refusalOf(quirk: HuggingFaceQuirk | undefined): Answer | null {
  switch (quirk) {
    case 'out-of-credits':
      return {
        status: 402,
        json: { error: 'You have exceeded your monthly included credits for Inference Providers.' },
      };
    case 'busy':
      return { status: 429, headers: { 'retry-after': '7' }, json: { error: 'Too Many Requests' } };
    case 'loading':
      return { status: 503, json: { error: 'Model is currently loading', estimated_time: 20 } };
    case 'unmapped':
      return { status: 400, json: { error: 'Model not supported by provider fal-ai' } };
    case 'crashes-before-accept':
      return { hangsUp: true };
    default:
      return null;
  }
}

const pictureOf = ({ providerId, input }: Work): Promise<Buffer> =>
  testPicture({
    ...{ widthPx: 96, heightPx: 128 },
    of: JSON.stringify([providerId, input.prompt, input.seed, input.loras, input.lora_scale]),
  });
