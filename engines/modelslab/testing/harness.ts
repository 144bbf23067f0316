import type { EngineHarness, Quirk } from '../../testing/engine-harness.ts';
import { hostedBench } from '../../wire/testing/hosted-bench.ts';
import { createModelsLabEngine } from '../create-modelslab-engine.ts';
import { type ModelsLabQuirk, startModelsLabServer } from './modelslab-server.ts';

const PLAYED: Readonly<Record<Quirk, ModelsLabQuirk>> = {
  'refuses-key': 'refuses-key',
  unpaid: 'unpaid',
  busy: 'queue-full',
  loading: 'queue-full',
  'says-no-in-200': 'no-in-200',
  'loses-answer': 'crashes-after-accept',
  'hangs-up': 'crashes-before-accept',
  flags: 'flagged',
  fails: 'fails',
  'sends-page': 'sends-a-page',
  truncates: 'half-transfer',
  expires: 'link-expired',
  holds: 'holds',
  'drops-follower': 'drops-follower',
};

const SECRET = 'ml_contract_secret';

/** ModelsLab beside a server that behaves like it. */
export const harness: EngineHarness = {
  id: 'modelslab',
  style: 'jobs',
  whenKilled: { beforeAnswer: 'left unclear, nobody pays', beforeResult: 'followed by its ticket' },
  lacks: { '503 loading': 'it queues work while a model is loaded' },
  engineAt: (url) =>
    createModelsLabEngine({
      key: SECRET,
      baseUrl: url,
      lora: { id: 'flux-realism', scale: 0.9 },
      pace: { firstMs: 2, longestMs: 5 },
    }),
  async start() {
    const server = await startModelsLabServer(SECRET);
    const newEngine = () => this.engineAt(server.url);
    return hostedBench(server, { secret: SECRET, played: PLAYED, newEngine });
  },
};
