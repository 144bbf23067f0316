import assert from 'node:assert/strict';
import sharp from 'sharp';
import type { EngineRequestKind } from '../../engine.ts';
import { type CaseEngine, contractCase } from '../contract-case.ts';
import { CONTRACT_SEED, contractRequest } from '../contract-requests.ts';
import { startRun } from '../contract-run.ts';
import type { EngineBench } from '../engine-harness.ts';

const without = (kind: EngineRequestKind) => (engine: CaseEngine) =>
  engine.can(kind) ? null : `does no ${kind}`;

async function makesPicture(bench: EngineBench, kind: EngineRequestKind): Promise<void> {
  const engine = bench.newEngine();
  const output = await startRun(engine).make(await contractRequest(kind));
  assert.ok(output.kind === 'picture', 'it made no picture');
  const { format, width, height } = await sharp(output.bytes, { failOn: 'truncated' }).metadata();
  assert.equal(`image/${format}`, output.mediaType, 'its type is not what its bytes are');
  assert.deepEqual([width, height], [output.widthPx, output.heightPx], 'its size is not its own');
  assert.equal(bench.creates(), 1);
  await engine.close();
}

/** What an engine makes when all is well. */
export const makingCases = [
  contractCase({
    name: 'text to image',
    holds: 'words become one picture of the size and type it claims',
    notFor: without('text-to-image'),
    run: (bench) => makesPicture(bench, 'text-to-image'),
  }),
  contractCase({
    name: 'pose transfer',
    holds: 'a photo and a pose become one picture',
    notFor: without('pose-transfer'),
    run: (bench) => makesPicture(bench, 'pose-transfer'),
  }),
  contractCase({
    name: 'face swap',
    holds: 'a face and a target become one picture',
    notFor: without('face-swap'),
    run: (bench) => makesPicture(bench, 'face-swap'),
  }),
  contractCase({
    name: 'upscale',
    holds: 'a picture becomes a larger one',
    notFor: without('upscale'),
    run: (bench) => makesPicture(bench, 'upscale'),
  }),
  contractCase({
    name: 'clip',
    holds: 'a picture becomes a clip that says how long and how large it is',
    notFor: without('image-to-video'),
    run: async (bench) => {
      const engine = bench.newEngine();
      const output = await startRun(engine).make(await contractRequest('image-to-video'));
      assert.ok(output.kind === 'clip', 'it made no clip');
      assert.ok(output.seconds > 0 && output.widthPx > 0 && output.heightPx > 0);
      if (output.poster) await sharp(output.poster.bytes, { failOn: 'truncated' }).stats();
      assert.equal(bench.creates(), 1);
      await engine.close();
    },
  }),
  contractCase({
    name: 'seed',
    holds: 'the seed that was wished for reaches the service, and comes back with the picture',
    notFor: ({ can, someKind }) => (can(someKind)?.takesSeed ? null : 'takes no seed'),
    run: async (bench, { someKind }) => {
      const engine = bench.newEngine();
      const output = await startRun(engine).make(await contractRequest(someKind));
      assert.equal(output.seed, CONTRACT_SEED);
      assert.ok(
        bench.sent().some(({ body }) => body.includes(String(CONTRACT_SEED))),
        'no body that was sent has the seed in it',
      );
      await engine.close();
    },
  }),
  contractCase({
    name: 'LoRA scale',
    holds: 'the LoRA and its scale reach the service as they were set, and 0 leaves it out',
    notFor: ({ can }) => (can('text-to-image')?.lora ? null : 'has no LoRA'),
    run: async (bench, { can }) => {
      const engine = bench.newEngine();
      const request = await contractRequest('text-to-image');
      await startRun(engine).make(request);
      assert.equal(bench.loraScale?.(), can('text-to-image')?.lora?.scale);
      await startRun(engine).make({ ...request, loraScale: 0 });
      assert.ok((bench.loraScale?.() ?? 0) === 0, 'a scale of 0 still has an effect');
      await engine.close();
    },
  }),
  contractCase({
    name: 'steps and guidance',
    holds: 'what a style asks for reaches a service that takes it, and no other',
    run: async (bench, { can }) => {
      const engine = bench.newEngine();
      for (const kind of ['text-to-image', 'pose-transfer'] as const) {
        const takes = can(kind)?.sampling ?? [];
        if (!can(kind)) continue;
        const before = bench.sent().length;
        const request = await contractRequest(kind);
        await startRun(engine).make({ ...request, sampling: { steps: 33, guidance: 4.7 } });
        const sent = bench.sent().slice(before);
        const has = (number: RegExp) => sent.some(({ body }) => number.test(body));
        assert.equal(has(/steps?"[^0-9a-z]{1,8}33\b/), takes.includes('steps'), 'steps');
        assert.equal(
          has(/(guidance|cfg)(_scale)?"[^0-9a-z]{1,8}4\.7\b/),
          takes.includes('guidance'),
          'guidance',
        );
      }
      await engine.close();
    },
  }),
  contractCase({
    name: 'progress',
    holds: 'progress never falls, stays within 0 and 1, and stages are snake_case words',
    run: async (bench, { can, someKind }) => {
      const engine = bench.newEngine();
      const run = startRun(engine);
      await run.make(await contractRequest(someKind));
      const fractions = run.told.flatMap(({ fraction }) => fraction ?? []);
      assert.deepEqual(
        fractions,
        fractions.toSorted((a, b) => a - b),
        'it falls',
      );
      assert.ok(fractions.every((fraction) => fraction >= 0 && fraction <= 1));
      for (const { stage } of run.told) assert.match(stage, /^[a-z]+(_[a-z]+)*$/);
      if (can(someKind)?.reportsProgress)
        assert.ok(new Set(fractions).size >= 2, 'it says to report progress, and does not');
      await engine.close();
    },
  }),
  contractCase({
    name: 'preview frames',
    holds: 'preview frames are pictures that can be decoded',
    notFor: ({ can, someKind }) => (can(someKind)?.sendsPreviews ? null : 'sends none'),
    run: async (bench, { someKind }) => {
      const engine = bench.newEngine();
      const run = startRun(engine);
      await run.make(await contractRequest(someKind));
      const previews = run.told.flatMap(({ preview }) => preview ?? []);
      assert.ok(previews.length > 0, 'none came');
      for (const { bytes } of previews) await sharp(bytes).stats();
      await engine.close();
    },
  }),
];
