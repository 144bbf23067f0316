import { callService } from '../wire/call-service.ts';
import { faultOfStatus } from '../wire/fault-of-status.ts';
import type { Lora } from './images-call.ts';
import type { ImagesServer } from './images-server.ts';

/**
 * A LoRA that is set for the whole server, not for one request: set before each picture, since somebody else may have
 * changed it, and one picture at a time.
 */
export function createServerLora(server: ImagesServer) {
  let last: Promise<unknown> = Promise.resolve();

  async function post(path: string, json: unknown, signal: AbortSignal): Promise<void> {
    const { profile, baseUrl, headers, secrets } = server;
    const answer = await callService({
      ...{ service: profile.title, url: `${baseUrl}${path}`, method: 'POST', json },
      ...{ headers, secrets, signal, timeoutMs: 120_000 },
    });
    if (answer.status >= 400) {
      throw faultOfStatus({
        service: profile.title,
        answer,
        secrets,
        kinds: { 400: 'not_configured' },
      });
    }
  }

  async function set(lora: Lora | null, signal: AbortSignal): Promise<void> {
    if (!lora) return await post('/v1/unmerge_lora_weights', { target: 'all' }, signal);
    const { model: lora_path, scale: strength } = lora;
    await post(
      '/v1/set_lora',
      { lora_nickname: 'lumiku', lora_path, target: 'all', strength },
      signal,
    );
  }

  return {
    async during<T>(lora: Lora | null, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
      const turn = last.then(async () => {
        await set(lora, signal);
        return await work();
      });
      last = turn.catch(() => undefined);
      return await turn;
    },
  };
}
