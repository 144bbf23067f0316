import { z } from 'zod';
import { clipBytes } from '../../wire/testing/clip-bytes.ts';
import { type Answer, type Seen, startServiceServer } from '../../wire/testing/service-server.ts';
import { testPicture } from '../../wire/testing/test-picture.ts';

/** What happens to the next work that is created. */
export type ModelsLabQuirk =
  | 'refuses-key'
  | 'unpaid'
  | 'queue-full'
  | 'no-in-200'
  | 'no-in-200-misspelt'
  | 'broken'
  | 'crashes-after-accept'
  | 'crashes-before-accept'
  | 'done-at-once'
  | 'flagged'
  | 'fails'
  | 'foreign-address'
  | 'holds'
  | 'drops-follower'
  | 'link-expired'
  | 'half-transfer'
  | 'sends-a-page';

interface Work {
  readonly id: number;
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly quirk: ModelsLabQuirk | undefined;
  polls: number;
  transfers: number;
}

const Body = z.record(z.string(), z.unknown());
const CREATES =
  /\/(text2img|qwen_edit|controlnet|multiple_face_swap|img2video_ultra|super_resolution)$/;

/** A server that behaves as ModelsLab does: always POST, the key in the body, errors inside a 200. */
export async function startModelsLabServer(key = 'test-key') {
  const works: Work[] = [];
  const quirks: ModelsLabQuirk[] = [];
  let isHeld = true;
  const delivery = await startServiceServer(media);
  const server = await startServiceServer((seen) => {
    const body = Body.parse(seen.json);
    if (body.key !== key) return error('Invalid API key', 401);
    if (seen.path.endsWith('/base64_to_url')) {
      return {
        json: { status: 'success', output: [`${delivery.url}/upload/${server.seen.length}.png`] },
      };
    }
    const id = /\/fetch\/(\d+)$/.exec(seen.path)?.[1];
    if (id !== undefined) return fetchWork(Number(id));
    return CREATES.test(seen.path) ? create(seen, body) : error('Not found', 404);
  });

  function create(seen: Seen, body: Record<string, unknown>): Answer {
    const quirk = quirks.shift();
    const refusal = refusalOf(quirk, String(body.key));
    if (refusal) return refusal;
    const work = { id: works.length + 1, path: seen.path, body, quirk, polls: 0, transfers: 0 };
    works.push(work);
    if (quirk === 'crashes-after-accept') return { hangsUp: true };
    if (quirk === 'done-at-once') return { json: success(work) };
    const family = seen.path.split('/').at(-2) ?? 'images';
    const host = quirk === 'foreign-address' ? delivery.url : `${server.url}/api`;
    return {
      json: {
        ...{
          status: 'processing',
          id: work.id,
          eta: 20.5,
          message: 'Try to fetch request',
          tip: '',
        },
        ...{ output: [], fetch_result: `${host}/v6/${family}/fetch/${work.id}`, meta: body },
      },
    };
  }

  function fetchWork(id: number): Answer {
    const work = works.find((item) => item.id === id);
    if (!work) return error('Request not found');
    work.polls += 1;
    if (work.quirk === 'drops-follower' && work.polls === 2) return { hangsUp: true };
    const isWaiting = work.quirk === 'holds' && isHeld;
    if (work.polls < 3 || isWaiting) return { json: { status: 'processing', id, output: [] } };
    if (work.quirk === 'fails')
      return { json: { status: 'failed', id, message: 'Something went wrong' } };
    return { json: success(work) };
  }

  function success(work: Work) {
    const type = work.path.includes('/video/') ? 'mp4' : 'png';
    const nsfw = work.quirk === 'flagged';
    return {
      ...{ status: 'success', id: work.id, generationTime: 1.2, nsfw_content_detected: nsfw },
      ...{ output: [`${delivery.url}/out/${work.id}/0.${type}`], meta: work.body },
    };
  }

  async function media(seen: Seen): Promise<Answer> {
    const work = works.find(({ id }) => seen.path.includes(`/out/${id}/`));
    if (!work || work.quirk === 'link-expired') return { status: 404, bytes: Buffer.from('gone') };
    if (work.quirk === 'sends-a-page') return { bytes: Buffer.from('<html>oops</html>') };
    const bytes = seen.path.endsWith('.mp4') ? await clipBytes() : await pictureOf(work);
    work.transfers += 1;
    const isCut = work.quirk === 'half-transfer' && work.transfers === 1;
    return isCut ? { bytes, cutAfter: 30 } : { bytes };
  }

  return {
    url: `${server.url}/api`,
    key,
    seen: server.seen,
    works: works as readonly Work[],
    /** Lets the next created works go so, in order. */
    play: (...next: ModelsLabQuirk[]) => void quirks.push(...next),
    /** Lets held work end. */
    release: () => {
      isHeld = false;
    },
    creates: () => server.seen.filter(({ path }) => CREATES.test(path)),
    /** What the newest work applies of its LoRA. */
    loraScale: () => {
      const strength = works.at(-1)?.body.lora_strength;
      return strength === undefined ? null : Number(strength);
    },
    close: async () => {
      await server.close();
      await delivery.close();
    },
  };
}

const error = (message: string, status = 200): Answer => ({
  status,
  json: { status: 'error', message },
});

function refusalOf(quirk: ModelsLabQuirk | undefined, key: string): Answer | null {
  switch (quirk) {
    case 'refuses-key':
      return error(`Invalid API key ${key}`);
    case 'unpaid':
      return error('Insufficient credits to run this model');
    case 'queue-full':
      return {
        status: 429,
        headers: { 'retry-after': '7' },
        json: { status: 'error', message: 'Queue is full', retry_after: 7 },
      };
    case 'no-in-200':
      return error('The prompt field is required.');
    case 'no-in-200-misspelt':
      return { json: { status: 'error', messege: 'Unable to fetch image from provided URL' } };
    case 'broken':
      return { status: 502, bytes: Buffer.from('<html>bad gateway</html>') };
    case 'crashes-before-accept':
      return { hangsUp: true };
    default:
      return null;
  }
}

async function pictureOf({ path, body }: Work): Promise<Buffer> {
  const { width = 512, height = 768 } = z
    .object({ width: z.number(), height: z.number() })
    .partial()
    .parse(body);
  const of = JSON.stringify([path, body.prompt, body.seed, body.lora_strength]);
  return testPicture({ widthPx: width / 4, heightPx: height / 4, of });
}
