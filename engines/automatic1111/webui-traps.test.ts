import { afterEach, describe, expect, test } from 'bun:test';
import { EngineFault, type EngineProgress, type EngineRequest } from '../engine.ts';
import { contractRequest } from '../testing/contract-requests.ts';
import {
  type Automatic1111Settings,
  createAutomatic1111Engine,
} from './create-automatic1111-engine.ts';
import type { FlavourName } from './flavours.ts';
import { PASSWORD, startWebuiServer } from './testing/webui-server.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function start(
  flavour: FlavourName,
  settings: Partial<Automatic1111Settings> = {},
  options: Parameters<typeof startWebuiServer>[1] = {},
) {
  const server = await startWebuiServer(flavour, options);
  closers.push(server.close);
  const engine = createAutomatic1111Engine({
    ...{ url: server.url, user: 'lumiku', password: PASSWORD, everyMs: 2 },
    lora: { name: 'flux_realism_lora', scale: 0.9 },
    ...settings,
  });
  /** Submits with an abort of its own; `seen` waits for a state of its progress. */
  const submit = (request: EngineRequest, key = crypto.randomUUID()) => {
    const control = new AbortController();
    const told: EngineProgress[] = [];
    const drawing = Promise.withResolvers<void>();
    const onProgress = (progress: EngineProgress) => {
      told.push(progress);
      if (progress.stage === 'drawing') drawing.resolve();
    };
    const ticket = engine.submit(request, { signal: control.signal, key, onProgress });
    ticket.catch(() => undefined);
    return {
      ticket,
      told,
      drawing: drawing.promise,
      abort: () => control.abort(new Error('stop')),
    };
  };
  const make = async (request: EngineRequest) => {
    const silent = { signal: new AbortController().signal, onProgress: () => undefined };
    return await engine.follow(await submit(request).ticket, silent);
  };
  return { server, engine, submit, make };
}

async function faultOf(work: Promise<unknown>): Promise<EngineFault> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof EngineFault) return error;
  throw new Error(`no fault but ${String(error)}`);
}

describe('a pose', () => {
  test.each([
    ['automatic1111', 'none', 'ip-adapter-auto'],
    ['forge', 'None', 'CLIP-ViT-H (IPAdapter)'],
  ] as const)(
    'reaches %s as a ready skeleton and a face, in the fields it reads',
    async (flavour, none, face) => {
      const { server, make } = await start(flavour);
      const picture = await make(await contractRequest('pose-transfer'));
      expect(picture).toMatchObject({ widthPx: 384, heightPx: 512 });
      const [skeleton, identity] = server.understood[0]?.units ?? [];
      expect(skeleton).toMatchObject({
        ...{ enabled: true, module: none, save_detected_map: false },
        model: 'control_v11p_sd15_openpose [cab727d4]',
      });
      expect(identity).toMatchObject({ enabled: true, module: face });
      expect(String(skeleton?.image).length).toBeGreaterThan(100);
      expect(skeleton?.image).not.toBe(identity?.image);
    },
  );

  test('reaches SD.Next through its own route', async () => {
    const { server, make } = await start('sdnext');
    await make(await contractRequest('pose-transfer'));
    expect(server.understood[0]?.path).toBe('/sdapi/v1/control');
    expect(server.understood[0]?.units[0]).toMatchObject({
      process: '',
      model: 'Xinsir OpenPose XL',
    });
    expect(server.understood[0]?.fields.ip_adapter).toMatchObject([
      { adapter: 'IP-Adapter Plus Face SDXL' },
    ]);
  });

  test('without ControlNet or its model is refused before anything is drawn', async () => {
    const bare = await start('automatic1111', {}, { hasControlNet: false });
    const request = await contractRequest('pose-transfer');
    expect((await faultOf(bare.submit(request).ticket)).message).toContain('ControlNet');
    const other = await start('forge', { poseModel: 'union-pro' });
    const fault = await faultOf(other.submit(request).ticket);
    expect([fault.kind, fault.message.includes('union-pro')]).toEqual(['not_configured', true]);
    expect([bare.server.creates(), other.server.creates()]).toEqual([0, 0]);
  });
});

describe('words of a person', () => {
  test('load no LoRA of their own', async () => {
    const { server, make } = await start(
      'automatic1111',
      {},
      { loras: ['flux_realism_lora', 'evil'] },
    );
    const request = await contractRequest('text-to-image');
    await make({ ...request, prompt: 'a hat <lora:evil:2> <lo<lora:x:1>ra:evil:1>' });
    expect(server.understood[0]?.loras).toEqual([{ name: 'flux_realism_lora', scale: 0.9 }]);
  });
});

test('a LoRA that is not there is told, since the program would leave it out in silence', async () => {
  const { server, submit } = await start('automatic1111', {}, { loras: [] });
  const fault = await faultOf(submit(await contractRequest('text-to-image')).ticket);
  expect(fault.kind).toBe('not_configured');
  expect(server.creates()).toBe(0);
});

describe('interrupting', () => {
  test('stops our own task', async () => {
    const { server, submit } = await start('automatic1111');
    server.play('holds');
    const work = submit(await contractRequest('text-to-image'));
    await work.drawing;
    work.abort();
    expect((await faultOf(work.ticket)).kind).toBe('cancelled');
    expect(server.interrupts).toHaveLength(1);
    expect(server.interrupts[0]).toStartWith('lumiku-');
  });

  test.each(['automatic1111', 'sdnext'] as const)(
    'never stops the task of somebody else (%s)',
    async (flavour) => {
      const { server, submit } = await start(flavour);
      server.play('holds');
      const others = submit(await contractRequest('text-to-image'));
      while (server.task() === null) await Bun.sleep(1);
      const waiting = submit(await contractRequest('text-to-image'));
      while (server.creates() < 2) await Bun.sleep(1);
      waiting.abort();
      expect((await faultOf(waiting.ticket)).kind).toBe('cancelled');
      expect(server.interrupts).toEqual([]);
      server.release();
      await others.ticket;
    },
  );

  test('by somebody else leaves half a picture, which is refused', async () => {
    const { server, submit } = await start('forge');
    server.play('holds');
    const work = submit(await contractRequest('text-to-image'));
    await work.drawing;
    server.interrupt();
    expect((await faultOf(work.ticket)).kind).toBe('cancelled');
  });
});

test('progress and previews are only told while the task is ours', async () => {
  const { server, submit } = await start('automatic1111');
  server.play('holds');
  const others = submit(await contractRequest('text-to-image'));
  await others.drawing;
  const ours = submit(await contractRequest('text-to-image'));
  while (server.creates() < 2) await Bun.sleep(1);
  expect(ours.told.every(({ stage }) => stage === 'queued')).toBe(true);
  server.release();
  await Promise.all([others.ticket, ours.ticket]);
  expect(ours.told.some(({ stage, preview }) => stage === 'drawing' && preview)).toBe(true);
});
