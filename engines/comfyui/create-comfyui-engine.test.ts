import { afterEach, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import {
  EngineFault,
  type EngineOutput,
  type EngineProgress,
  type EngineRequest,
  type EngineTicket,
  type TextToImageRequest,
} from '../engine.ts';
import { type ComfyuiSettings, createComfyuiEngine } from './create-comfyui-engine.ts';
import { SHIPPED_WORKFLOWS } from './shipped-workflows.ts';
import { createComfyuiServer } from './testing/comfyui-server.ts';
import fluxRealism from './workflows/flux-realism.json' with { type: 'json' };

setDefaultTimeout(60_000);

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

function start(
  options: Parameters<typeof createComfyuiServer>[0] = {},
  settings: Partial<ComfyuiSettings> = {},
) {
  const server = createComfyuiServer(options);
  const engine = createComfyuiEngine({
    url: server.url,
    pace: { firstMs: 10, longestMs: 40 },
    ...settings,
  });
  closers.push(server.close, engine.close);
  return { server, engine };
}

const never = new AbortController().signal;
const words = (wish: Partial<TextToImageRequest> = {}): TextToImageRequest => ({
  kind: 'text-to-image',
  prompt: 'portrait of a woman in a blue coat',
  negativePrompt: 'blurry',
  words: 'a woman in a blue coat',
  attributes: { bodyType: 'half_body' },
  widthPx: 256,
  heightPx: 320,
  seed: 7,
  ...wish,
});
const submit = (
  engine: ReturnType<typeof createComfyuiEngine>,
  request: EngineRequest = words(),
  key = crypto.randomUUID(),
) => engine.submit(request, { signal: never, key, onProgress: () => undefined });
const silent = { signal: never, onProgress: () => undefined };

async function faultOf(work: Promise<unknown>): Promise<EngineFault> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof EngineFault) return error;
  throw new Error(`no fault but ${String(error)}`);
}

/** Follows work and notes what it tells, until `seen` says that is enough. */
function watched(
  engine: ReturnType<typeof createComfyuiEngine>,
  ticket: EngineTicket,
  signal: AbortSignal = never,
) {
  const told: EngineProgress[] = [];
  const waiting: { enough: (all: EngineProgress[]) => boolean; tell: () => void }[] = [];
  const output: Promise<EngineOutput> = engine.follow(ticket, {
    signal,
    onProgress: (progress) => {
      told.push(progress);
      for (const one of waiting) if (one.enough(told)) one.tell();
    },
  });
  output.catch(() => undefined);
  const until = (enough: (all: EngineProgress[]) => boolean) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.push({ enough, tell: resolve });
    if (enough(told)) resolve();
    return promise;
  };
  return { told, output, until };
}

const isDrawing = (all: EngineProgress[]) => all.some(({ stage }) => stage === 'drawing');

describe('progress', () => {
  test('is told with previews over the websocket, rises, and goes on after the socket drops', async () => {
    const { server, engine } = start();
    server.next({ dropSocketsAt: 2 });
    const { told, output } = watched(engine, await submit(engine));
    expect((await output).kind).toBe('picture');
    const fractions = told.flatMap(({ fraction }) => (fraction === null ? [] : [fraction]));
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(told.some(({ preview }) => preview?.mediaType === 'image/jpeg')).toBe(true);
    const shown = told.find(({ preview }) => preview)?.preview?.bytes ?? new Uint8Array();
    expect((await sharp(shown).metadata()).format).toBe('jpeg');
  });

  test('also comes from a server that tells it the old way', async () => {
    const { server, engine } = start();
    server.next({ tellsOldProgress: true });
    const { told, output } = watched(engine, await submit(engine));
    await output;
    expect(told.some(({ fraction }) => (fraction ?? 0) > 0.4)).toBe(true);
  });

  test('is not needed: everything cached gives the picture at once', async () => {
    const { server, engine } = start();
    server.next({ isCached: true });
    expect((await engine.follow(await submit(engine), silent)).kind).toBe('picture');
  });
});

describe('work', () => {
  test('is found by its key after the answer to the create call was lost, and is not made twice', async () => {
    const { server, engine } = start();
    server.next({ losesAnswer: true });
    const key = crypto.randomUUID();
    const lost = await faultOf(submit(engine, words(), key));
    expect(lost.kind).toBe('ambiguous_submit');
    const found = await engine.find?.(key, new Date(), words(), never);
    expect(found).toMatchObject({ promptId: key });
    if (!found || typeof found === 'string') throw new Error('not found');
    expect((await engine.follow(found, silent)).kind).toBe('picture');
    expect(server.prompts).toHaveLength(1);
  });

  test('that never arrived is told as never submitted', async () => {
    const { server, engine } = start();
    server.next({ refuseWith: { status: 502 } });
    const key = crypto.randomUUID();
    expect((await faultOf(submit(engine, words(), key))).kind).toBe('ambiguous_submit');
    expect(await engine.find?.(key, new Date(), words(), never)).toBe('not-submitted');
  });

  test('of an old server, which gives its own ids, is followed, and cannot be looked up by ours', async () => {
    const { server, engine } = start({ version: '0.3.40' });
    const key = crypto.randomUUID();
    const ticket = await submit(engine, words(), key);
    expect(ticket.promptId).toBe(server.prompts[0]?.id);
    expect((await engine.follow(ticket, silent)).kind).toBe('picture');
    expect(await engine.find?.(key, new Date(), words(), never)).toBe('unknown');
  });

  test('whose file was saved survives a restart of the server; what was running is lost for free', async () => {
    const { server, engine } = start();
    server.next({ restartAt: 2, savesBeforeRestart: true }, { restartAt: 2 });
    expect((await engine.follow(await submit(engine), silent)).kind).toBe('picture');
    const lost = await faultOf(engine.follow(await submit(engine, words({ seed: 8 })), silent));
    expect([lost.kind, lost.costUsd]).toEqual(['result_expired', 0]);
  });

  test('waits in line behind the work of others and says so', async () => {
    const { server, engine } = start();
    const others = Promise.withResolvers<void>();
    server.next({ holdAt: 1, release: others.promise });
    const first = watched(engine, await submit(engine));
    await first.until(isDrawing);
    const second = watched(engine, await submit(engine, words({ seed: 9 })));
    await second.until((all) => all.some(({ stage }) => stage === 'queued'));
    others.resolve();
    expect((await second.output).kind).toBe('picture');
    await first.output;
  });
});

describe('cancelling', () => {
  test('takes waiting work out of the queue and leaves what runs alone', async () => {
    const { server, engine } = start();
    const others = Promise.withResolvers<void>();
    server.next({ holdAt: 1, release: others.promise });
    const running = watched(engine, await submit(engine));
    await running.until(isDrawing);
    const waiting = await submit(engine, words({ seed: 9 }));
    await engine.cancel(waiting);
    expect(server.interrupts).toEqual([]);
    expect((await faultOf(engine.follow(waiting, silent))).kind).toBe('result_expired');
    others.resolve();
    expect((await running.output).kind).toBe('picture');
  });

  test('interrupts its own work by its id, which ends as cancelled', async () => {
    const { server, engine } = start();
    server.next({ holdAt: 2 });
    const ticket = await submit(engine);
    const work = watched(engine, ticket);
    await work.until(isDrawing);
    await engine.cancel(ticket);
    expect((await faultOf(work.output)).kind).toBe('cancelled');
    expect(server.interrupts).toEqual([String(ticket.promptId)]);
    await engine.cancel(ticket);
    expect(server.interrupts).toHaveLength(1);
  });

  test('interrupts nothing on a server that would stop whatever runs', async () => {
    const { server, engine } = start({ version: '0.3.50' });
    const release = Promise.withResolvers<void>();
    server.next({ holdAt: 1, release: release.promise });
    const ticket = await submit(engine);
    const work = watched(engine, ticket);
    await work.until(isDrawing);
    await engine.cancel(ticket);
    expect(server.interrupts).toEqual([]);
    release.resolve();
    await work.output;
  });
});

describe('failures', () => {
  test.each([
    ['out-of-memory', 'bad_output'],
    ['no-face', 'invalid_input'],
  ] as const)('%s of the server becomes %s', async (fails, kind) => {
    const { server, engine } = start({}, { workflows: { 'face-swap': 'qwen-edit-face-swap' } });
    server.next({ fails });
    const picture = new Uint8Array(
      await sharp({ create: { width: 320, height: 256, channels: 3, background: '#876' } })
        .png()
        .toBuffer(),
    );
    const face = { bytes: picture, mediaType: 'image/png' };
    const ticket = await submit(engine, { kind: 'face-swap', face, target: face, seed: 1 });
    const fault = await faultOf(engine.follow(ticket, silent));
    expect(fault.kind).toBe(kind);
    expect(server.freed()).toBe(fails === 'out-of-memory' ? 1 : 0);
  });

  test('a page in place of a picture, and half a picture, are no picture', async () => {
    const { server, engine } = start();
    for (const makes of ['html', 'half'] as const) {
      server.next({ makes });
      const fault = await faultOf(engine.follow(await submit(engine), silent));
      expect(fault.kind).toBe('bad_output');
    }
  });

  test('a workflow accepted without its outputs is called off and refused', async () => {
    const { server, engine } = start();
    server.next({ dropsOutputs: true, holdAt: 1 });
    const fault = await faultOf(submit(engine));
    expect(fault.kind).toBe('not_configured');
    expect(fault.message).toContain('Value not in list');
    expect(server.interrupts).toEqual([String(server.prompts[0]?.id)]);
  });

  test('a server that is not there, and one that wants a password, are told apart', async () => {
    const gone = createComfyuiEngine({ url: 'http://127.0.0.1:9' });
    expect((await faultOf(submit(gone))).kind).toBe('unavailable');
    const { server, engine } = start({ authorization: 'Basic letmein-now' });
    expect((await faultOf(submit(engine))).kind).toBe('authentication');
    const known = createComfyuiEngine({ url: server.url, authorization: 'Basic letmein-now' });
    const { told, output } = watched(known, await submit(known));
    expect((await output).kind).toBe('picture');
    expect(told.some(({ preview }) => preview)).toBe(true);
  });
});

describe('a workflow', () => {
  test('that comes with Lumiku is one the server takes as it is', async () => {
    for (const { id, kind } of SHIPPED_WORKFLOWS) {
      const { engine } = start({}, { workflows: { [kind]: id } });
      const told = await engine.probe?.(never);
      expect([id, told]).toEqual([id, 'ComfyUI 0.3.64 on cuda:0 Test Card.']);
    }
  });

  test('that lacks a node or a file is not offered, and what to do is said', async () => {
    const files = new Map([['diffusion_models', ['flux1-schnell.safetensors']]]);
    const { server, engine } = start({ lacks: ['CFGNorm'], files });
    const told = await engine.probe?.(never);
    expect(told).toContain('The node CFGNorm is not installed');
    expect(told).toContain('UNETLoader.unet_name wants flux1-dev.safetensors');
    expect(told).toContain('there is flux1-schnell.safetensors');
    expect(told).toContain('Put it into models/diffusion_models from https://huggingface.co/');
    expect(engine.capabilities).toEqual([]);
    expect((await faultOf(submit(engine))).kind).toBe('not_configured');
    expect(server.prompts).toEqual([]);
  });

  test('of the operator is used by the titles of its nodes, and by the places it names', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lumiku-workflow-'));
    closers.push(() => rmSync(folder, { recursive: true, force: true }));
    const titled = join(folder, 'mine.json');
    writeFileSync(titled, JSON.stringify(fluxRealism));
    const bare = Object.fromEntries(
      Object.entries(fluxRealism).map(([id, { class_type, inputs }]) => [
        id,
        { class_type, inputs },
      ]),
    );
    const pointed = join(folder, 'pointed.json');
    const inputs = { prompt: '5.text', seed: '20.seed', width: '8.width', height: '8.height' };
    writeFileSync(pointed, JSON.stringify({ workflow: bare, inputs }));
    for (const path of [titled, pointed]) {
      const { server, engine } = start({}, { workflows: { 'text-to-image': path } });
      const picture = await engine.follow(await submit(engine), silent);
      expect(picture).toMatchObject({ widthPx: 256, heightPx: 320, seed: 7 });
      expect(server.prompts[0]?.graph['5']?.inputs.text).toContain('blue coat');
    }
  });

  test.each([
    [{ nodes: [], links: [] }, 'Export (API)'],
    [{ 1: { class_type: 'SaveImage', inputs: { filename_prefix: 'x' } } }, 'lumiku:prompt'],
    [{ workflow: fluxRealism, inputs: { pormpt: '5.text' } }, 'pormpt'],
    [{ workflow: fluxRealism, inputs: { prompt: '99.text' } }, 'node 99'],
    [{ 1: { class_type: 'VAEDecode', inputs: { vae: ['7', 0] } } }, 'linked to node 7'],
  ])('of the operator that cannot be used says why (%#)', async (json, why) => {
    const folder = mkdtempSync(join(tmpdir(), 'lumiku-workflow-'));
    closers.push(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'mine.json');
    writeFileSync(path, JSON.stringify(json));
    const { engine } = start({}, { workflows: { 'text-to-image': path } });
    expect((await faultOf(submit(engine))).message).toContain(why);
    expect(engine.capabilities.some(({ kind }) => kind === 'text-to-image')).toBe(false);
  });

  test('applies the LoRA: the same seed at 0 and at 0.9 gives two pictures, and one at 0.9 twice', async () => {
    const { engine } = start();
    const picture = async (loraScale: number) =>
      Buffer.from(
        (await engine.follow(await submit(engine, words({ loraScale })), silent)).bytes,
      ).toString('base64');
    const [without, with1, with2] = [await picture(0), await picture(0.9), await picture(0.9)];
    expect(without).not.toBe(with1);
    expect(with1).toBe(with2);
  });
});
