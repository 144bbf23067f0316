import type { z } from 'zod';
import { EngineFault, type EngineFaultKind } from '../engine.ts';
import { readAnswer } from '../wire/ask-service.ts';
import { callService, type ServiceAnswer } from '../wire/call-service.ts';
import { faultOfStatus, wordsIn } from '../wire/fault-of-status.ts';
import { FLAVOURS, type Flavour } from './flavours.ts';
import { ControlModels, Names } from './webui-wire.ts';

export interface WebuiAddress {
  readonly url: string;
  /** Of `--api-auth`. */
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly timeoutMs: number;
}

const SERVICE = 'AUTOMATIC1111';
const CALL_MS = 20_000;
/** Not there, or there for another method. */
const ABSENT = 404;

export type WebuiClient = ReturnType<typeof createWebuiClient>;

/** The calls this engine makes, and which of the three programs answers them. */
export function createWebuiClient(address: WebuiAddress) {
  const base = address.url.replace(/\/+$/, '');
  const { user, password } = address;
  const basic = user && password ? Buffer.from(`${user}:${password}`).toString('base64') : null;
  const headers: Record<string, string> = basic ? { authorization: `Basic ${basic}` } : {};
  const secrets = [password, basic].filter((secret) => secret !== undefined && secret !== null);
  const shared = { service: SERVICE, headers, secrets };
  let flavour: Flavour | undefined;

  const get = (path: string, signal: AbortSignal) =>
    callService({ ...shared, url: `${base}${path}`, signal, timeoutMs: CALL_MS });
  const ask = async <S extends z.ZodType>(path: string, schema: S, signal: AbortSignal) =>
    readAnswer(await get(path, signal), schema, shared);

  async function isThere(path: string, signal: AbortSignal): Promise<boolean> {
    const answer = await get(path, signal);
    if (answer.status === 401 || answer.status === 403 || answer.status >= 500) {
      throw faultOfStatus({ ...shared, answer });
    }
    return answer.status !== ABSENT;
  }

  async function detect(signal: AbortSignal): Promise<Flavour> {
    if (!(await isThere('/sdapi/v1/options', signal))) {
      throw new EngineFault('not_configured', `${SERVICE} has no API there. Start it with --api.`);
    }
    if (await isThere('/sdapi/v1/control', signal)) return FLAVOURS.sdnext;
    return (await isThere('/sdapi/v1/sd-modules', signal))
      ? FLAVOURS.forge
      : FLAVOURS.automatic1111;
  }

  return {
    secrets,
    ask,
    async flavour(signal: AbortSignal): Promise<Flavour> {
      flavour ??= await detect(signal);
      return flavour;
    },
    /** Null where the program does not tell. */
    async loras(known: Flavour, signal: AbortSignal): Promise<readonly string[] | null> {
      if (!known.listsLoras) return null;
      const answer = await get('/sdapi/v1/loras', signal);
      return answer.status === ABSENT ? null : readAnswer(answer, Names, shared);
    },
    async controlModels(known: Flavour, signal: AbortSignal): Promise<readonly string[]> {
      const answer = await get(known.controlModelsPath, signal);
      if (answer.status !== ABSENT) return readAnswer(answer, ControlModels, shared);
      throw new EngineFault(
        'not_configured',
        `${known.title} has no ControlNet. Install the extension sd-webui-controlnet.`,
      );
    },
    /** SD.Next keeps its IP-Adapters in a list of their own. */
    adapters: (signal: AbortSignal): Promise<readonly string[]> =>
      ask('/sdapi/v1/ip-adapters', Names, signal),
    /** The one create call, held until the picture is there. */
    async create(path: string, json: unknown, signal: AbortSignal): Promise<unknown> {
      const answer = await callService({
        ...{ ...shared, url: `${base}${path}`, method: 'POST', json, mayCost: true, signal },
        timeoutMs: address.timeoutMs,
      });
      if (answer.status >= 200 && answer.status < 300) return answer.json;
      throw faultOfCreate(answer, secrets);
    },
    /** Stops whatever runs: only to be called when that is known to be ours. */
    async interrupt(): Promise<void> {
      const signal = AbortSignal.timeout(CALL_MS);
      const url = `${base}/sdapi/v1/interrupt`;
      await callService({ ...shared, url, method: 'POST', json: {}, signal, timeoutMs: CALL_MS });
    },
  };
}

function faultOfCreate(answer: ServiceAnswer, secrets: readonly string[]): EngineFault {
  const judged = { service: SERVICE, answer, secrets, mayCost: true };
  const kinds: Partial<Record<number, EngineFaultKind>> = {
    400: 'not_configured',
    422: 'not_configured',
    503: 'unavailable',
  };
  const fault = faultOfStatus({ ...judged, kinds });
  // An error in JSON is the program's own: it is done with the work. A proxy's page says nothing of it.
  const isOver =
    answer.status >= 500 && answer.status !== 503 && wordsIn(answer.json) !== undefined;
  return isOver ? new EngineFault('bad_output', fault.message, { costUsd: 0 }) : fault;
}
