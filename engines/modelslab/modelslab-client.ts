import { EngineFault } from '../engine.ts';
import { callService } from '../wire/call-service.ts';
import { dataUrl } from '../wire/data-url.ts';
import { MODELSLAB, modelsLabLink, readModelsLab } from './modelslab-result.ts';
import type { ModelsLabAnswer } from './modelslab-wire.ts';

export interface ModelsLabAccess {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly key: string;
}

export type ModelsLabClient = ReturnType<typeof createModelsLabClient>;

const CREATE_TIMEOUT_MS = 120_000;
const READ_TIMEOUT_MS = 60_000;

/** ModelsLab's API: always POST, the key in the body of every call, also of questions. Bodies are never told to anybody. */
export function createModelsLabClient({ baseUrl, key }: ModelsLabAccess) {
  const secrets = [key];
  const { host } = new URL(baseUrl);

  async function post(
    url: string,
    body: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
    mayCost: boolean,
  ): Promise<ModelsLabAnswer> {
    const answer = await callService({
      service: MODELSLAB,
      url,
      method: 'POST',
      json: { ...body, key },
      signal,
      mayCost,
      timeoutMs: mayCost ? CREATE_TIMEOUT_MS : READ_TIMEOUT_MS,
      secrets,
    });
    return readModelsLab(answer, secrets, mayCost);
  }

  /** The key goes where this leads, so it must be ModelsLab's own. */
  const isOwn = (url: string): boolean => URL.parse(url)?.host === host;

  return {
    /** Starts paid work: sent once. @throws EngineFault */
    create: (path: string, body: Readonly<Record<string, unknown>>, signal: AbortSignal) =>
      post(`${baseUrl}${path}`, body, signal, true),
    /** Asks at the address the answer named, which knows the right family. */
    ask: async (fetchUrl: string, signal: AbortSignal): Promise<ModelsLabAnswer> => {
      if (!isOwn(fetchUrl)) {
        throw new EngineFault('bad_output', `${MODELSLAB} named an address that is not its own.`);
      }
      return post(fetchUrl, {}, signal, false);
    },
    /** Pictures are taken by address only; this gives one. Costs nothing. */
    upload: async (picture: { bytes: Uint8Array; mediaType: string }, signal: AbortSignal) => {
      const body = { init_image: dataUrl(picture) };
      const read = await post(`${baseUrl}/v6/image_editing/base64_to_url`, body, signal, false);
      return modelsLabLink(read);
    },
  };
}
