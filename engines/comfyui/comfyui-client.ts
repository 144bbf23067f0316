import type { z } from 'zod';
import { EngineFault } from '../engine.ts';
import { callService, type ServiceAnswer, type ServiceCall } from '../wire/call-service.ts';
import { downloadOutput } from '../wire/download-output.ts';
import { faultOfStatus } from '../wire/fault-of-status.ts';
import {
  History,
  type HistoryEntry,
  type NodeInfo,
  ObjectInfo,
  type OutputFile,
  PromptAccepted,
  PromptRefused,
  Queue,
  SystemStats,
  UploadedFile,
} from './wire.ts';
import type { Graph } from './workflow.ts';

export const SERVICE = 'ComfyUI';

export interface ComfyuiAddress {
  /** Where the server is, with the path of a reverse proxy if there is one. */
  readonly url: string;
  /** For a server behind a proxy that asks for it: the whole value of the Authorization header. */
  readonly authorization?: string | undefined;
}

export interface PromptWish {
  readonly graph: Graph;
  readonly promptId: string;
  readonly clientId: string;
}

const CALL_MS = 30_000;
const UPLOAD_MS = 120_000;
/** A first prompt may import custom nodes before it is answered. */
const SUBMIT_MS = 120_000;
/** Since when `POST /interrupt` heeds the id it is given; older servers stop whatever runs. */
const TARGETED_INTERRUPT = [0, 3, 57] as const;
/** Since when a prompt may bring its own id. */
const OWN_PROMPT_ID = [0, 3, 45] as const;

export type ComfyuiClient = ReturnType<typeof createComfyuiClient>;

/** The calls this engine makes. Faults are `EngineFault`s; only `submit` can be ambiguous. */
export function createComfyuiClient(address: ComfyuiAddress) {
  const base = address.url.replace(/\/+$/, '');
  const secrets = address.authorization ? [address.authorization] : [];
  const headers: Record<string, string> = address.authorization
    ? { authorization: address.authorization }
    : {};
  const at = (path: string) => `${base}${path}`;

  const call = (path: string, more: Partial<ServiceCall> & { signal: AbortSignal }) =>
    callService({ service: SERVICE, url: at(path), headers, timeoutMs: CALL_MS, secrets, ...more });
  const ask = async <T>(
    path: string,
    shape: z.ZodType<T>,
    more: Partial<ServiceCall> & { signal: AbortSignal },
  ): Promise<T> => readAnswer(await call(path, more), shape, path, secrets);

  return {
    secrets,
    headers,
    socketUrl: (clientId: string) =>
      `${at('/ws').replace(/^http/, 'ws')}?clientId=${encodeURIComponent(clientId)}`,

    /** The schema of the given node classes; one that is not installed is left out. */
    async nodeInfo(
      classNames: readonly string[],
      signal: AbortSignal,
    ): Promise<Record<string, NodeInfo>> {
      const infos = await Promise.all(
        classNames.map((name) =>
          ask(`/object_info/${encodeURIComponent(name)}`, ObjectInfo, { signal }),
        ),
      );
      return Object.assign({}, ...infos);
    },

    async upload(
      file: { name: string; bytes: Uint8Array; mediaType: string },
      signal: AbortSignal,
    ): Promise<string> {
      const body = new FormData();
      body.set(
        'image',
        new File([new Uint8Array(file.bytes)], file.name, { type: file.mediaType }),
      );
      body.set('type', 'input');
      body.set('subfolder', 'lumiku');
      const stored = await ask('/upload/image', UploadedFile, {
        method: 'POST',
        body,
        signal,
        timeoutMs: UPLOAD_MS,
      });
      return stored.subfolder === '' ? stored.name : `${stored.subfolder}/${stored.name}`;
    },

    async submit(wish: PromptWish, signal: AbortSignal): Promise<SubmitAnswer> {
      const answer = await call('/prompt', {
        method: 'POST',
        json: {
          prompt: wish.graph,
          prompt_id: wish.promptId,
          client_id: wish.clientId,
        },
        mayCost: true,
        signal,
        timeoutMs: SUBMIT_MS,
      });
      if (answer.status === 400) {
        const refused = PromptRefused.safeParse(answer.json);
        if (refused.success) return { isAccepted: false, ...refused.data };
      }
      if (answer.status !== 200) {
        // A proxy whose ComfyUI is not up yet: nothing was taken.
        const kinds = { 503: 'unavailable' } as const;
        throw faultOfStatus({ service: SERVICE, answer, mayCost: true, secrets, kinds });
      }
      const accepted = PromptAccepted.safeParse(answer.json);
      if (accepted.success) return { isAccepted: true, ...accepted.data };
      throw new EngineFault('ambiguous_submit', `${SERVICE} answered 200 without a prompt id.`);
    },

    async history(promptId: string, signal: AbortSignal): Promise<HistoryEntry | null> {
      const entries = await ask(`/history/${encodeURIComponent(promptId)}`, History, { signal });
      return entries[promptId] ?? null;
    },

    queue: (signal: AbortSignal): Promise<Queue> => ask('/queue', Queue, { signal }),

    stats: (signal: AbortSignal) => ask('/system_stats', SystemStats, { signal }),

    async dequeue(promptId: string, signal: AbortSignal): Promise<void> {
      await call('/queue', { method: 'POST', json: { delete: [promptId] }, signal });
    },

    async takesOwnIds(signal: AbortSignal): Promise<boolean> {
      const { system } = await ask('/system_stats', SystemStats, { signal });
      return isAtLeast(system.comfyui_version, OWN_PROMPT_ID);
    },

    /** Stops this work and no other; answers whether this server can be asked to. */
    async interrupt(promptId: string, signal: AbortSignal): Promise<boolean> {
      const { system } = await ask('/system_stats', SystemStats, { signal });
      if (!isAtLeast(system.comfyui_version, TARGETED_INTERRUPT)) return false;
      await call('/interrupt', { method: 'POST', json: { prompt_id: promptId }, signal });
      return true;
    },

    /** Models leave the memory of the graphics card before the next work. */
    async free(signal: AbortSignal): Promise<void> {
      const json = { unload_models: true, free_memory: true };
      await call('/free', { method: 'POST', json, signal });
    },

    async view(file: OutputFile, signal: AbortSignal): Promise<Uint8Array> {
      const url = `${at('/view')}?${new URLSearchParams({ ...file })}`;
      return await downloadOutput({
        ...{ service: SERVICE, url, headers, isOwnHost: () => true, isPlainAllowed: true },
        ...{ signal, timeoutMs: UPLOAD_MS, secrets },
      });
    },
  };
}

export type SubmitAnswer =
  | ({ readonly isAccepted: true } & z.infer<typeof PromptAccepted>)
  | ({ readonly isAccepted: false } & z.infer<typeof PromptRefused>);

function readAnswer<T>(
  answer: ServiceAnswer,
  shape: z.ZodType<T>,
  path: string,
  secrets: readonly string[],
): T {
  if (answer.status < 200 || answer.status >= 300) {
    throw faultOfStatus({ service: SERVICE, answer, secrets });
  }
  const read = shape.safeParse(answer.json);
  if (read.success) return read.data;
  throw new EngineFault('unavailable', `${SERVICE} answered ${path} in a way it never should.`, {
    cause: read.error,
  });
}

function isAtLeast(version: string | undefined, least: readonly number[]): boolean {
  const parts = (version ?? '').split('.').map((part) => Number.parseInt(part, 10));
  if (parts.length < 2 || parts.some(Number.isNaN)) return false;
  for (const [index, wanted] of least.entries()) {
    const has = parts[index] ?? 0;
    if (has !== wanted) return has > wanted;
  }
  return true;
}
