import {
  type Engine,
  type EngineCapability,
  EngineFault,
  type EngineRequest,
  type EngineTicket,
} from '../engine.ts';
import { type PollPace, restFor } from '../wire/poll.ts';
import { capabilityFor } from './capability-for.ts';
import type { ModelChoice } from './choose-models.ts';
import {
  type ComfyuiAddress,
  type ComfyuiClient,
  createComfyuiClient,
  SERVICE,
} from './comfyui-client.ts';
import { faultOfDroppedOutputs, faultOfRefusal, missingWords } from './comfyui-faults.ts';
import {
  filePrefix,
  knownTicket,
  readComfyuiTicket,
  writeComfyuiTicket,
} from './comfyui-ticket.ts';
import { contentName, fillForRequest } from './fill-for-request.ts';
import { createFitting } from './fitting.ts';
import { findFile, followWork } from './follow-work.ts';
import { type LoadedWorkflow, loadWorkflows } from './load-workflows.ts';
import { weightsOf } from './work-progress.ts';
import { fillWorkflow, type Graph, type InputName } from './workflow.ts';

export interface ComfyuiSettings extends ComfyuiAddress {
  /** Per kind: the id of a shipped workflow, the path of an own one, or `off`. */
  readonly workflows?: Partial<Record<EngineRequest['kind'], string | undefined>>;
  /** How strongly a workflow's LoRA shows where nothing else was asked for. */
  readonly loraScale?: number | undefined;
  readonly models?: ModelChoice | undefined;
  /** For tests; the defaults suit real work. */
  readonly pace?: Partial<PollPace>;
}

const PACE: PollPace = { firstMs: 500, longestMs: 2_000, budgetMs: 60 * 60_000 };
const CALL_OFF_MS = 20_000;
/** A create call whose answer was lost may still be on its way when it is looked for. */
const SECOND_LOOK_MS = 1_500;

/**
 * A ComfyUI server of the operator's own. The attempt's key is the prompt id, so work is found again without a ticket;
 * files carry it in their names, so results outlive a restart of the server.
 */
export function createComfyuiEngine(settings: ComfyuiSettings): Engine {
  const client = createComfyuiClient(settings);
  const pace = { ...PACE, ...settings.pace };
  const { workflows, problems } = loadWorkflows(settings);
  const fitting = createFitting(client);
  const capabilities = new Map<string, EngineCapability>(
    [...workflows].map(([kind, loaded]) => [kind, capabilityFor(loaded)]),
  );

  const loadedFor = (kind: EngineRequest['kind']): LoadedWorkflow => {
    const loaded = workflows.get(kind);
    if (loaded) return loaded;
    const told = problems.get(kind) ?? 'no workflow';
    throw new EngineFault('not_configured', `${SERVICE}: ${kind}: ${told}`);
  };

  async function submit(
    request: EngineRequest,
    { signal, key }: { signal: AbortSignal; key: string },
  ): Promise<EngineTicket> {
    const loaded = loadedFor(request.kind);
    const fitted = await fitting.fitToServer(loaded, signal);
    const missing = missingWords(fitted, loaded);
    if (missing.length > 0) {
      throw new EngineFault('not_configured', `${SERVICE}: ${missing.join(' ')}`);
    }
    const filling = await fillForRequest(request, loaded);
    const stored = await upload(client, filling.pictures, signal);
    const graph = fillWorkflow(
      { ...loaded.workflow, graph: fitted.graph },
      { ...filling.values, ...stored, output: filePrefix(key) },
    );
    const promptId = await handOver(client, { graph, key }, signal);
    return ticketOf(request, loaded, promptId, stored.picture);
  }

  return {
    id: 'comfyui',
    title: SERVICE,
    // One graphics card, one worker: the server queues the rest, where we could no longer route it elsewhere.
    concurrency: 1,
    get capabilities() {
      return [...capabilities.values()].filter(({ kind }) => !fitting.lacking().has(kind));
    },
    submit,
    async find(key, _since, request, signal) {
      const loaded = loadedFor(request.kind);
      if (!(await client.takesOwnIds(signal))) return 'unknown';
      const isThere =
        (await isKnown(client, key, signal)) || (await secondLook(client, key, signal));
      return isThere ? await foundTicket(request, loaded, key) : 'not-submitted';
    },
    follow: async (ticket, watch) =>
      await followWork(readComfyuiTicket(ticket), client, watch, pace),
    async cancel(ticket) {
      const known = knownTicket(ticket);
      if (known) await callOff(client, known.promptId, AbortSignal.timeout(CALL_OFF_MS));
    },
    async probe(signal) {
      const { system, devices } = await client.stats(signal);
      const lacks = await fitting.check([...workflows.values()], signal);
      const about = `${SERVICE} ${system.comfyui_version ?? ''}${devices[0]?.name ? ` on ${devices[0].name}` : ''}.`;
      const unusable = [...problems].map(([kind, told]) => `${kind}: ${told}`);
      return [about, ...unusable, ...lacks].join(' ');
    },
    close: async () => undefined,
  };
}

const ticketOf = (
  request: EngineRequest,
  { workflow }: LoadedWorkflow,
  promptId: string,
  posterFile: string | undefined,
): EngineTicket =>
  writeComfyuiTicket({
    promptId,
    kind: request.kind,
    output: workflow.output,
    seed: 'seed' in request ? request.seed : 0,
    weights: weightsOf(workflow.graph),
    ...(posterFile === undefined ? {} : { posterFile }),
  });

/** The ticket that was lost: all of it follows from the request and the key. */
async function foundTicket(
  request: EngineRequest,
  loaded: LoadedWorkflow,
  key: string,
): Promise<EngineTicket> {
  const { picture } = (await fillForRequest(request, loaded)).pictures;
  return ticketOf(request, loaded, key, picture && `lumiku/${contentName(picture)}`);
}

async function upload(
  client: ComfyuiClient,
  pictures: Partial<Record<InputName, { bytes: Uint8Array; mediaType: string }>>,
  signal: AbortSignal,
): Promise<Partial<Record<InputName, string>>> {
  const stored = await Promise.all(
    Object.entries(pictures).map(async ([name, picture]) => {
      const file = { name: contentName(picture), ...picture };
      return [name, await client.upload(file, signal)] as const;
    }),
  );
  return Object.fromEntries(stored);
}

/** The one create call. @returns the id the server knows the work by: the key, or its own where it is old */
async function handOver(
  client: ComfyuiClient,
  { graph, key }: { graph: Graph; key: string },
  signal: AbortSignal,
): Promise<string> {
  const answer = await client.submit({ graph, promptId: key, clientId: key }, signal);
  if (!answer.isAccepted) throw faultOfRefusal(answer);
  if (Object.keys(answer.node_errors).length === 0) return answer.prompt_id;
  // Accepted in part: what would come is not what was asked for, so it must not be made.
  await callOff(client, answer.prompt_id, AbortSignal.timeout(CALL_OFF_MS)).catch(() => undefined);
  throw faultOfDroppedOutputs(answer.node_errors);
}

async function isKnown(
  client: ComfyuiClient,
  promptId: string,
  signal: AbortSignal,
): Promise<boolean> {
  const { queue_pending, queue_running } = await client.queue(signal);
  if (queue_pending.includes(promptId) || queue_running.includes(promptId)) return true;
  if (await client.history(promptId, signal)) return true;
  return (await findFile(promptId, client, signal)) !== null;
}

async function secondLook(
  client: ComfyuiClient,
  promptId: string,
  signal: AbortSignal,
): Promise<boolean> {
  await restFor(SECOND_LOOK_MS, signal, SERVICE);
  return await isKnown(client, promptId, signal);
}

/** Stops this work alone: taken out of the queue, or interrupted by its id if it is what runs. */
async function callOff(
  client: ComfyuiClient,
  promptId: string,
  signal: AbortSignal,
): Promise<void> {
  await client.dequeue(promptId, signal);
  const { queue_running } = await client.queue(signal);
  if (queue_running.includes(promptId)) await client.interrupt(promptId, signal);
}
