import type { ComfyuiClient } from './comfyui-client.ts';
import { missingWords } from './comfyui-faults.ts';
import { type FittedWorkflow, fitWorkflow } from './fit-workflow.ts';
import type { LoadedWorkflow } from './load-workflows.ts';
import { alternativesOf } from './model-files.ts';
import type { NodeInfo } from './wire.ts';

/** Installing a model or a node takes an operator minutes; until then the answer is the same. */
const FRESH_MS = 60_000;

/** Fits workflows to what is installed on the server, remembers its schemas for a while, and what it lacks. */
export function createFitting(client: ComfyuiClient) {
  const seen = new Map<string, { at: number; info: Record<string, NodeInfo> }>();
  const lacking = new Set<string>();

  async function infoFor(
    classNames: readonly string[],
    signal: AbortSignal,
    freshMs: number,
  ): Promise<Record<string, NodeInfo>> {
    const now = Date.now();
    const unseen = classNames.filter((name) => now - (seen.get(name)?.at ?? 0) >= freshMs);
    if (unseen.length > 0) {
      const info = await client.nodeInfo(unseen, signal);
      for (const name of unseen) {
        const one = info[name];
        // What is missing is asked for again at once: somebody is likely to be installing it.
        if (one) seen.set(name, { at: now, info: { [name]: one } });
        else seen.delete(name);
      }
    }
    return Object.assign({}, ...classNames.map((name) => seen.get(name)?.info));
  }

  async function fitToServer(
    loaded: LoadedWorkflow,
    signal: AbortSignal,
    freshMs = FRESH_MS,
  ): Promise<FittedWorkflow> {
    const { graph } = loaded.workflow;
    const names = [...new Set(Object.values(graph).map((node) => node.class_type))];
    const fitted = fitWorkflow(graph, await infoFor(names, signal, freshMs), alternativesOf);
    const isWhole = fitted.missingNodes.length + fitted.missingFiles.length === 0;
    if (isWhole) lacking.delete(loaded.kind);
    else {
      lacking.add(loaded.kind);
      // The file may be copied there the next moment.
      for (const { className } of fitted.missingFiles) seen.delete(className);
    }
    return fitted;
  }

  return {
    fitToServer,
    /** The kinds whose workflow cannot run there, as far as it was looked. */
    lacking: (): ReadonlySet<string> => lacking,
    /** Looks anew; a sentence for everything that is missing, under its kind. */
    async check(workflows: readonly LoadedWorkflow[], signal: AbortSignal): Promise<string[]> {
      const told: string[] = [];
      for (const loaded of workflows) {
        const words = missingWords(await fitToServer(loaded, signal, 0), loaded);
        if (words.length > 0) told.push(`${loaded.kind} (${loaded.id}): ${words.join(' ')}`);
      }
      return told;
    },
  };
}
