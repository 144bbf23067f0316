import type { EngineHarness } from '../../testing/engine-harness.ts';
import { createOpenaiImagesEngine } from '../create-openai-images-engine.ts';
import { PROFILES, type ServerKind } from '../profiles.ts';
import { API_KEY, startOpenaiImagesServer } from './openai-images-server.ts';

const NO_KEY = 'the server takes everybody';
const OWN = 'the server is the operator’s own';
const INLINE = 'the picture is in the answer itself';

const LACKS: Record<ServerKind, EngineHarness['lacks']> = {
  openai: {},
  sglang: { '402 unpaid': OWN },
  'vllm-omni': { '402 unpaid': OWN },
  localai: { '401 wrong key': NO_KEY, '402 unpaid': OWN, 'keys stay secret': NO_KEY },
  'sd-server': {
    ...{ '401 wrong key': NO_KEY, '402 unpaid': OWN, 'keys stay secret': NO_KEY },
    'NSFW flag': `${OWN} and judges nothing`,
  },
};

/** One kind of server, with a model that does all it can. */
export function harnessFor(server: ServerKind): EngineHarness {
  const profile = PROFILES[server];
  const makesClips = profile.makesClips ? (['image-to-video'] as const) : [];
  const isHosted = server === 'openai';
  return {
    id: isHosted ? 'openai-images' : `openai-images (${server})`,
    style: profile.work === 'sd-jobs' ? 'jobs' : 'held',
    whenKilled:
      profile.work === 'sd-jobs'
        ? { beforeAnswer: 'left unclear, nobody pays', beforeResult: 'followed by its ticket' }
        : {
            beforeAnswer: 'left unclear, nobody pays',
            beforeResult: 'lost with the process, nobody pays',
          },
    lacks: { ...LACKS[server], ...(server === 'openai' ? { 'expired result': INLINE } : {}) },
    engineAt: (url) =>
      createOpenaiImagesEngine({
        ...{ url: `${url}/v1`, server, apiKey: API_KEY },
        kinds: ['text-to-image', 'pose-transfer', 'face-swap', ...makesClips],
        lora: { model: 'XLabs-AI/flux-RealismLora', scale: 0.9 },
        pace: { firstMs: 5, longestMs: 20 },
      }),
    async start() {
      const service = await startOpenaiImagesServer(server);
      return {
        url: service.url,
        newEngine: () => this.engineAt(service.url),
        play: service.play,
        release: service.release,
        creates: service.creates,
        stops: service.stops,
        sent: () =>
          service.seen.map(({ path, query, bytes }) => ({
            url: `${path}?${query}`,
            body: bytes.toString('latin1'),
          })),
        keys: [API_KEY],
        loraScale: () => service.understood.at(-1)?.loraScale ?? null,
        close: service.close,
      };
    },
  };
}

export const harness = harnessFor('openai');
