import type { EngineHarness, Quirk } from '../../testing/engine-harness.ts';
import { createComfyuiEngine } from '../create-comfyui-engine.ts';
import { createComfyuiServer } from './comfyui-server.ts';
import type { Behaviour } from './comfyui-worker.ts';

const NO_MODERATION = 'the server is the operator’s own and judges nothing';

const AUTHORIZATION = 'Basic bHVtaWt1OnNlc2FtZS1zZXNhbWU=';

/** ComfyUI as it is: behind a proxy with a password, since it has none of its own. */
export const harness: EngineHarness = {
  id: 'comfyui',
  style: 'jobs',
  whenKilled: { beforeAnswer: 'found again', beforeResult: 'followed by its ticket' },
  lacks: {
    '402 unpaid': 'nothing is paid for',
    'NSFW flag': NO_MODERATION,
  },
  engineAt: (url) =>
    createComfyuiEngine({ url, authorization: AUTHORIZATION, pace: { firstMs: 5, longestMs: 30 } }),
  async start() {
    const server = createComfyuiServer({ authorization: AUTHORIZATION });
    let gate = Promise.withResolvers<void>();
    const quirks: Record<Quirk, (() => void) | Behaviour> = {
      'refuses-key': () => server.refuseKeyOnce(),
      unpaid: {},
      busy: { refuseWith: { status: 429, headers: { 'retry-after': '7' } } },
      loading: { refuseWith: { status: 503, body: { error: 'ComfyUI is starting' } } },
      'says-no-in-200': { dropsOutputs: true },
      'loses-answer': { losesAnswer: true },
      'hangs-up': { hangsUp: true },
      flags: {},
      fails: { fails: 'out-of-memory' },
      'sends-page': { makes: 'html' },
      truncates: { breaksDownload: true },
      expires: { restartAt: 2 },
      holds: () => {
        gate = Promise.withResolvers<void>();
        server.next({ holdAt: 1, release: gate.promise });
      },
      'drops-follower': { dropSocketsAt: 2 },
    };
    return {
      url: server.url,
      newEngine: () => this.engineAt(server.url),
      play: (quirk) => {
        const way = quirks[quirk];
        if (typeof way === 'function') way();
        else server.next(way);
      },
      release: () => gate.resolve(),
      creates: () => server.creates(),
      stops: () => server.interrupts.length + server.dequeued.length,
      sent: () => server.sent,
      keys: [AUTHORIZATION],
      loraScale: () => {
        const nodes = Object.values(server.prompts.at(-1)?.graph ?? {});
        const scale = nodes.find(({ inputs }) => 'strength_model' in inputs)?.inputs.strength_model;
        return typeof scale === 'number' ? scale : null;
      },
      close: server.close,
    };
  },
};
