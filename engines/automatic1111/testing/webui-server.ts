import sharp from 'sharp';
import { z } from 'zod';
import type { Quirk } from '../../testing/engine-harness.ts';
import { type Answer, type Seen, startServiceServer } from '../../wire/testing/service-server.ts';
import type { FlavourName } from '../flavours.ts';

export const PASSWORD = 'open-sesame-please';
const BASIC = `Basic ${Buffer.from(`lumiku:${PASSWORD}`).toString('base64')}`;
const Fields = z.record(z.string(), z.unknown());
type Fields = z.infer<typeof Fields>;

/** One create call as the program read it: fields it does not know are dropped in silence. */
export interface Understood {
  readonly path: string;
  readonly fields: Fields;
  readonly units: readonly Fields[];
  readonly loras: readonly { readonly name: string; readonly scale: number }[];
}

interface Options {
  /** Without the ControlNet extension. */
  readonly hasControlNet?: boolean;
  readonly loras?: readonly string[];
}

const STEPS = 4;
const UNASKED_MS = 100;

/** AUTOMATIC1111, Forge or SD.Next: one lock, global progress and interrupt, and pictures behind the picture. */
export async function startWebuiServer(kind: FlavourName, options: Options = {}) {
  const understood: Understood[] = [];
  const quirks: Quirk[] = [];
  const interrupts: (string | null)[] = [];
  const models = [
    'control_v11p_sd15_openpose [cab727d4]',
    'ip-adapter-plus-face_sdxl_vit-h [f1f19f7d]',
  ];
  const loras = options.loras ?? ['flux_realism_lora'];
  let creates = 0;
  let lock: Promise<unknown> = Promise.resolve();
  let task: string | null = null;
  let step = 0;
  let isInterrupted = false;
  let gate = Promise.withResolvers<void>();
  gate.resolve();
  let stirred = Promise.withResolvers<void>();
  let asked = Promise.withResolvers<void>();

  async function create(seen: Seen): Promise<Answer> {
    creates += 1;
    const quirk = quirks.shift();
    if (quirk === 'refuses-key') return { status: 401, json: { detail: `Not ${PASSWORD}` } };
    if (quirk === 'busy')
      return { status: 429, headers: { 'retry-after': '7' }, json: { detail: 'busy' } };
    if (quirk === 'loading') return { status: 503, json: { detail: 'starting' } };
    if (quirk === 'hangs-up') return { hangsUp: true };
    const fields = Fields.parse(seen.json);
    const refusal = refuse(fields);
    if (refusal) return refusal;
    const wish = understand(seen.path, fields);
    understood.push(wish);
    const turn = lock.then(() => run(wish, quirk));
    lock = turn.catch(() => undefined);
    if (quirk === 'loses-answer') return { hangsUp: true };
    return await turn;
  }

  function refuse(fields: Fields): Answer | null {
    const scripts = Fields.safeParse(fields.alwayson_scripts).data ?? {};
    if ('controlnet' in scripts && options.hasControlNet === false) {
      return { status: 422, json: { detail: 'always on script controlnet not found' } };
    }
    return null;
  }

  function understand(path: string, fields: Fields): Understood {
    const scripts = Fields.safeParse(fields.alwayson_scripts).data ?? {};
    const script = Fields.safeParse(scripts.controlnet).data ?? {};
    const args = z.array(Fields).safeParse(script.args ?? fields.control).data ?? [];
    const units = args.map((unit) => {
      const { input_image, ...known } = unit;
      return kind === 'forge'
        ? known
        : { ...known, ...(input_image ? { image: input_image } : {}) };
    });
    const tags = [...String(fields.prompt ?? '').matchAll(/<lora:([^:>]+):([0-9.]+)>/g)];
    const named = tags.map(([, name = '', scale]) => ({ name, scale: Number(scale) }));
    return { path, fields, units, loras: named.filter(({ name }) => loras.includes(name)) };
  }

  async function run(wish: Understood, quirk: Quirk | undefined): Promise<Answer> {
    task = typeof wish.fields.force_task_id === 'string' ? wish.fields.force_task_id : 'somebody';
    isInterrupted = false;
    stirred = Promise.withResolvers();
    for (step = 1; step <= STEPS && !isInterrupted; step += 1) {
      // A step lasts until somebody has asked about it; who never asks still gets the picture.
      asked = Promise.withResolvers();
      await Promise.race([asked.promise, Bun.sleep(UNASKED_MS)]);
      if (quirk === 'holds' && step === 1) await Promise.race([gate.promise, stirred.promise]);
    }
    task = null;
    return await answerOf(wish, quirk);
  }

  async function answerOf(wish: Understood, quirk: Quirk | undefined): Promise<Answer> {
    if (quirk === 'fails') {
      return {
        status: 500,
        json: { error: 'OutOfMemoryError', detail: '', body: '', errors: 'CUDA out of memory' },
      };
    }
    if (quirk === 'says-no-in-200') return { json: { images: [], info: '{}', error: 'NaN' } };
    if (quirk === 'sends-page') return { json: { images: [text('<html>')] } };
    const picture = await card(wish, isInterrupted);
    if (wish.path.endsWith('extra-single-image'))
      return { json: { html_info: '', image: picture } };
    // Maps stand behind the picture, whatever was asked.
    const maps = wish.units.flatMap(() => picture.slice(0, 400));
    const body = {
      images: [picture, ...maps],
      parameters: {},
      info: JSON.stringify({ seed: wish.fields.seed }),
    };
    return quirk === 'truncates' ? { json: body, cutAfter: 90 } : { json: body };
  }

  async function card({ fields, loras: used }: Understood, isPartial: boolean): Promise<string> {
    const [width, height] = [
      Number(fields.width ?? fields.width_before ?? fields.upscaling_resize_w),
      Number(fields.height ?? fields.height_before ?? fields.upscaling_resize_h),
    ];
    const told = JSON.stringify([fields.prompt, fields.seed, used, isPartial]);
    const [r = 0, g = 0, b = 0] = new Uint8Array(
      new Bun.CryptoHasher('sha256').update(told).digest().buffer,
    );
    const create = { width, height, channels: 3 as const, background: { r: r | 32, g, b } };
    return (await sharp({ create }).png().toBuffer()).toString('base64');
  }

  async function progress(): Promise<Answer> {
    asked.resolve();
    const state = { interrupted: isInterrupted, sampling_step: step, sampling_steps: STEPS };
    if (task === null) return { json: { progress: 0, eta_relative: 0, state } };
    const tiny = { width: 8, height: 8, channels: 3 as const, background: '#4a6' };
    const current_image = (await sharp({ create: tiny }).jpeg().toBuffer()).toString('base64');
    const named = kind === 'sdnext' ? {} : { current_task: task };
    return { json: { progress: Math.min(1, 0.01 + step / STEPS), state, current_image, ...named } };
  }

  async function route(seen: Seen): Promise<Answer> {
    if (seen.headers.authorization !== BASIC)
      return { status: 401, json: { detail: 'Incorrect username or password' } };
    const { path, method } = seen;
    if (path === '/sdapi/v1/options') return { json: { sd_model_checkpoint: 'x' } };
    if (path === '/sdapi/v1/sd-modules' && kind === 'forge') return { json: [] };
    if (path === '/sdapi/v1/control' && kind === 'sdnext') {
      return method === 'POST'
        ? await create(seen)
        : { status: 405, json: { detail: 'Method Not Allowed' } };
    }
    if (path === '/sdapi/v1/loras' && kind !== 'forge')
      return { json: loras.map((name) => ({ name })) };
    if (path === '/sdapi/v1/control-models' && kind === 'sdnext')
      return { json: ['Xinsir OpenPose XL'] };
    if (path === '/sdapi/v1/ip-adapters' && kind === 'sdnext')
      return { json: ['None', 'IP-Adapter Plus Face SDXL'] };
    if (path === '/controlnet/model_list' && kind !== 'sdnext' && options.hasControlNet !== false) {
      return { json: { model_list: models } };
    }
    if (path === '/sdapi/v1/progress') return await progress();
    if (path === '/sdapi/v1/interrupt') {
      interrupt();
      return { status: kind === 'sdnext' ? 204 : 200, json: {} };
    }
    if (/^\/sdapi\/v1\/(txt2img|extra-single-image)$/.test(path) && method === 'POST')
      return await create(seen);
    return { status: 404, json: { detail: 'Not Found' } };
  }

  function interrupt(): void {
    interrupts.push(task);
    isInterrupted = true;
    stirred.resolve();
  }

  const server = await startServiceServer(route);
  return {
    url: server.url,
    seen: server.seen,
    understood,
    interrupts,
    /** Somebody else presses the button. */
    interrupt,
    task: () => task,
    play(quirk: Quirk): void {
      if (quirk === 'holds') gate = Promise.withResolvers<void>();
      quirks.push(quirk);
    },
    release: () => gate.resolve(),
    creates: () => creates,
    close: async () => {
      gate.resolve();
      stirred.resolve();
      await server.close();
    },
  };
}

const text = (words: string): string => Buffer.from(words).toString('base64');
