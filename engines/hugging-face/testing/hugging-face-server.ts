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

/** They answer the create call with the picture. */
const HELD = new Set(['together', 'nscale', 'deepinfra']);
const Body = z.record(z.string(), z.unknown());
const Loras = z.array(z.object({ scale: z.number().default(1) }));
const mapped = (providerId: string, more = {}) => ({
  status: 'live',
  task: 'text-to-image',
  providerId,
  ...more,
});

const IS_LORA = { adapter: 'lora', hfModelId: 'XLabs-AI/flux-RealismLora' };
const EDITS = { task: 'image-to-image' };
const MOVES = { task: 'image-to-video' };

/** As the hub tells them: one model as a list, the others by provider. */
const MAPPINGS: Readonly<Record<string, unknown>> = {
  'black-forest-labs/FLUX.1-dev': {
    'fal-ai': mapped('fal-ai/flux/dev'),
    replicate: mapped('black-forest-labs/flux-dev'),
    wavespeed: mapped('wavespeed-ai/flux-dev'),
    together: mapped('black-forest-labs/FLUX.1-dev'),
    nscale: mapped('black-forest-labs/FLUX.1-dev'),
    deepinfra: mapped('black-forest-labs/FLUX-1-dev'),
  },
  'XLabs-AI/flux-RealismLora': [
    {
      provider: 'fal-ai',
      ...mapped('fal-ai/flux-lora', { ...IS_LORA, adapterWeightsPath: 'lora.safetensors' }),
    },
    { provider: 'replicate', ...mapped('black-forest-labs/flux-dev-lora', IS_LORA) },
    { provider: 'wavespeed', ...mapped('wavespeed-ai/flux-dev-lora', IS_LORA) },
  ],
  'Qwen/Qwen-Image-Edit-2511': {
    'fal-ai': mapped('fal-ai/qwen-image-edit-2511', EDITS),
    replicate: mapped('qwen/qwen-image-edit-2511', EDITS),
    wavespeed: mapped('wavespeed-ai/qwen-image/edit-2511', EDITS),
    together: mapped('Qwen/Qwen-Image-Edit-2511', EDITS),
  },
  'Wan-AI/Wan2.2-TI2V-5B': {
    'fal-ai': mapped('fal-ai/wan/v2.2-5b/image-to-video', MOVES),
    replicate: mapped('wan-video/wan-2.2-5b-fast', MOVES),
    wavespeed: mapped('wavespeed-ai/wan-2.2/i2v-5b', MOVES),
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
    if (quirk === 'flagged' && HELD.has(seen.path.split('/')[1] ?? '')) {
      return { status: 422, json: { error: { message: 'NSFW content was detected.' } } };
    }
    const body = Body.parse(seen.json);
    const input = Body.safeParse(body.input).data ?? body;
    const [, provider = '', ...rest] = seen.path.split('/');
    const id = `w${works.length + 1}`;
    const work = { id, provider, providerId: rest.join('/'), input, quirk, polls: 0, transfers: 0 };
    works.push(work);
    if (quirk === 'crashes-after-accept') return { hangsUp: true };
    if (provider === 'endpoint') return { bytes: await pictureOf(work) };
    if (HELD.has(provider)) return { json: await pictureInJson(work) };
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

/** OpenAI's shape; only told to, it is base64 instead of a link. */
async function pictureInJson(work: Work): Promise<unknown> {
  const wanted = work.provider === 'together' ? 'base64' : 'b64_json';
  if (work.input.response_format !== wanted) return { data: [{ url: 'https://x.test/x.png' }] };
  return { data: [{ b64_json: (await pictureOf(work)).toString('base64') }] };
}

const pictureOf = ({ providerId, input }: Work): Promise<Buffer> =>
  testPicture({
    ...{ widthPx: 96, heightPx: 128 },
    of: JSON.stringify([providerId, input.prompt, input.seed, input.loras, input.lora_scale]),
  });
