import type { EngineHarness, Quirk } from '../../testing/engine-harness.ts';
import { hostedBench } from '../../wire/testing/hosted-bench.ts';
import { createHuggingFaceEngine } from '../create-hugging-face-engine.ts';
import { type HuggingFaceQuirk, startHuggingFaceServer } from './hugging-face-server.ts';

const PLAYED: Readonly<Record<Quirk, HuggingFaceQuirk>> = {
  'refuses-key': 'refuses-key',
  unpaid: 'out-of-credits',
  busy: 'busy',
  loading: 'loading',
  'says-no-in-200': 'policy',
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

const SECRET = 'hf_contract_secret';

/** Hugging Face's router beside a server that behaves like it, with fal behind it. */
export const harness: EngineHarness = {
  id: 'hugging-face',
  style: 'jobs',
  whenKilled: { beforeAnswer: 'left unclear, nobody pays', beforeResult: 'followed by its ticket' },
  lacks: {},
  engineAt: (url) =>
    createHuggingFaceEngine({
      token: SECRET,
      routerUrl: url,
      hubUrl: url,
      lora: { model: 'XLabs-AI/flux-RealismLora', scale: 0.9 },
      pace: { firstMs: 2, longestMs: 5 },
    }),
  async start() {
    const server = await startHuggingFaceServer(SECRET);
    const newEngine = () => this.engineAt(server.url);
    return hostedBench(server, { secret: SECRET, played: PLAYED, newEngine });
  },
};
