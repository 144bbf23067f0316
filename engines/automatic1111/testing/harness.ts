import type { EngineHarness } from '../../testing/engine-harness.ts';
import { createAutomatic1111Engine } from '../create-automatic1111-engine.ts';
import type { FlavourName } from '../flavours.ts';
import { PASSWORD, startWebuiServer } from './webui-server.ts';

const UNNAMED = 'progress is not told by task, so nobody’s is shown';

/** One of the three programs behind its own password. */
export function harnessFor(flavour: FlavourName): EngineHarness {
  return {
    id: flavour === 'automatic1111' ? 'automatic1111' : `automatic1111 (${flavour})`,
    style: 'held',
    whenKilled: {
      beforeAnswer: 'left unclear, nobody pays',
      beforeResult: 'lost with the process, nobody pays',
    },
    lacks: {
      '402 unpaid': 'nothing is paid for',
      'NSFW flag': 'the program is the operator’s own and judges nothing',
      'expired result': 'the picture is in the answer itself',
      ...(flavour === 'sdnext' ? { progress: UNNAMED, 'preview frames': UNNAMED } : {}),
    },
    engineAt: (url) =>
      createAutomatic1111Engine({
        ...{ url, user: 'lumiku', password: PASSWORD, everyMs: 2 },
        checkpoint: flavour === 'automatic1111' ? 'sd_xl_base_1.0' : 'flux1-dev-fp8',
        lora: { name: 'flux_realism_lora', scale: 0.9 },
      }),
    async start() {
      const server = await startWebuiServer(flavour);
      return {
        url: server.url,
        newEngine: () => this.engineAt(server.url),
        play: server.play,
        release: server.release,
        creates: server.creates,
        stops: () => server.interrupts.length,
        sent: () =>
          server.seen.map(({ path, query, bytes }) => ({
            url: `${path}?${query}`,
            body: bytes.toString('latin1'),
          })),
        keys: [PASSWORD, Buffer.from(`lumiku:${PASSWORD}`).toString('base64')],
        loraScale: () => server.understood.at(-1)?.loras[0]?.scale ?? null,
        close: server.close,
      };
    },
  };
}

export const harness = harnessFor('automatic1111');
