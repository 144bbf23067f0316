import type { EngineHarness, Quirk } from '../../testing/engine-harness.ts';
import { hostedBench } from '../../wire/testing/hosted-bench.ts';
import { createReplicateEngine } from '../create-replicate-engine.ts';
import { type ReplicateQuirk, startReplicateServer } from './replicate-server.ts';

const PLAYED: Readonly<Record<Quirk, ReplicateQuirk>> = {
  'refuses-key': 'refuses-key',
  unpaid: 'unpaid',
  busy: 'throttled',
  loading: 'no-room',
  'says-no-in-200': 'nsfw',
  'loses-answer': 'crashes-after-accept',
  'hangs-up': 'crashes-before-accept',
  flags: 'nsfw',
  fails: 'out-of-memory',
  'sends-page': 'sends-a-page',
  truncates: 'half-transfer',
  expires: 'data-removed',
  holds: 'holds',
  'drops-follower': 'drops-follower',
};

const SECRET = 'r8_contract_secret';

/** Replicate beside a server that behaves like it. */
export const harness: EngineHarness = {
  id: 'replicate',
  style: 'jobs',
  whenKilled: { beforeAnswer: 'found again', beforeResult: 'followed by its ticket' },
  lacks: {},
  engineAt: (url) =>
    createReplicateEngine({
      token: SECRET,
      baseUrl: url,
      lora: { model: 'XLabs-AI/flux-RealismLora', scale: 0.9 },
      pace: { firstMs: 2, longestMs: 5 },
      lookAgainMs: 2,
    }),
  async start() {
    const server = await startReplicateServer(SECRET);
    const newEngine = () => this.engineAt(server.url);
    return hostedBench(server, { secret: SECRET, played: PLAYED, newEngine });
  },
};
