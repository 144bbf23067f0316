import assert from 'node:assert/strict';
import { contractCase } from '../contract-case.ts';

/** What an engine says of itself. */
export const capabilityCases = [
  contractCase({
    name: 'says what it can do',
    holds:
      'its capabilities are whole: one per kind, sizes it can keep, models with their licences',
    run: async (bench) => {
      const engine = bench.newEngine();
      assert.match(engine.id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
      assert.ok(engine.capabilities.length > 0, 'it can do nothing');
      const kinds = engine.capabilities.map(({ kind }) => kind);
      assert.equal(new Set(kinds).size, kinds.length, 'a kind is listed twice');
      for (const can of engine.capabilities) {
        assert.ok(can.longestSidePx >= 256, `${can.kind}: longest side`);
        assert.ok(can.costUsd === null || can.costUsd >= 0, `${can.kind}: cost`);
        if (can.kind === 'pose-transfer') assert.ok(can.poseInput, 'pose-transfer: poseInput');
        if (can.isAi) assert.ok(can.models.length > 0, `${can.kind}: no model is named`);
        for (const { id, licence } of can.models) {
          assert.ok(id && licence.name, `${can.kind}: a model without name or licence`);
          assert.match(licence.url, /^https:\/\//, `${can.kind}: where the licence stands`);
        }
        if (can.lora) {
          const { scale, scaleMin, scaleMax } = can.lora;
          assert.ok(scaleMin <= scale && scale <= scaleMax, `${can.kind}: LoRA scale`);
        }
      }
      await engine.close();
    },
  }),
  contractCase({
    name: 'probe',
    holds:
      'it tells whether the service is there without making anything, and takes a refused key as one',
    notFor: ({ canProbe }) => (canProbe ? null : 'there is nothing to ask'),
    run: async (bench) => {
      const engine = bench.newEngine();
      const line = await engine.probe?.(new AbortController().signal);
      assert.ok(line && line.length > 3, 'it says nothing');
      for (const key of bench.keys) assert.ok(!line.includes(key), 'it says the key');
      assert.equal(bench.creates(), 0);
      await engine.close();
    },
  }),
];
