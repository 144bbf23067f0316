import type { EngineHarness, Quirk } from '../../testing/engine-harness.ts';
import { hostedBench } from '../../wire/testing/hosted-bench.ts';
import { createFalEngine } from '../create-fal-engine.ts';
import { type FalQuirk, startFalServer } from './fal-server.ts';

const PLAYED: Readonly<Record<Quirk, FalQuirk>> = {
  'refuses-key': 'refuses-key',
  unpaid: 'out-of-balance',
  busy: 'busy',
  loading: 'busy',
  'says-no-in-200': 'policy',
  'loses-answer': 'crashes-after-accept',
  'hangs-up': 'crashes-before-accept',
  flags: 'flagged',
  fails: 'machine-fails',
  'sends-page': 'sends-a-page',
  truncates: 'half-transfer',
  expires: 'link-expired',
  holds: 'holds',
  'drops-follower': 'drops-follower',
};

const SECRET = 'fal_contract_secret';

/** fal beside a server that behaves like its queue. */
export const harness: EngineHarness = {
  id: 'fal',
  style: 'jobs',
  whenKilled: { beforeAnswer: 'left unclear, nobody pays', beforeResult: 'followed by its ticket' },
  lacks: { '503 loading': 'it queues work while a model is loaded' },
  engineAt: (url) =>
    createFalEngine({
      key: SECRET,
      queueUrl: url,
      lora: { model: 'XLabs-AI/flux-RealismLora', scale: 0.9 },
      pace: { firstMs: 2, longestMs: 5 },
    }),
  async start() {
    const server = await startFalServer(SECRET);
    const newEngine = () => this.engineAt(server.url);
    return hostedBench(server, { secret: SECRET, played: PLAYED, newEngine });
  },
};
