import type { EngineHarness, Quirk } from '../../testing/engine-harness.ts';
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
    return {
      url: server.url,
      newEngine: () => this.engineAt(server.url),
      play: (quirk) => server.play(PLAYED[quirk]),
      release: server.release,
      creates: () => server.creates().length,
      stops: server.stops,
      sent: () => server.seen.map(({ target, bytes }) => ({ url: target, body: String(bytes) })),
      keys: [server.key],
      loraScale: server.loraScale,
      close: server.close,
    };
  },
};
