import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { EngineRequest } from '../engine.ts';
import { chooseModels, type ModelChoice } from './choose-models.ts';
import { type PromptStyle, SHIPPED_WORKFLOWS, type ShippedWorkflow } from './shipped-workflows.ts';
import { type InputName, readWorkflow, type Workflow, WorkflowProblem } from './workflow.ts';

type Kind = EngineRequest['kind'];

/** A workflow ready to be filled, with what is known of it. */
export interface LoadedWorkflow extends Omit<ShippedWorkflow, 'json'> {
  readonly workflow: Workflow;
  readonly isOwn: boolean;
}

const NEEDS: Record<Kind, readonly InputName[]> = {
  'text-to-image': ['prompt'],
  'pose-transfer': ['photo', 'skeleton'],
  'face-swap': ['face', 'target'],
  'image-to-video': ['picture'],
  upscale: ['picture'],
};
export const KINDS: readonly Kind[] = [
  'text-to-image',
  'pose-transfer',
  'face-swap',
  'image-to-video',
  'upscale',
];

const OwnFile = z.object({
  title: z.string().optional(),
  prompts: z.enum(['scene', 'edit']).optional(),
});

/**
 * The workflow of each kind: the chosen one, or the first shipped one. A choice is the id of a shipped workflow, the
 * path of an own one, or `off`. What cannot be used is told and left out.
 */
export function loadWorkflows(chosen: {
  workflows?: Partial<Record<Kind, string | undefined>> | undefined;
  models?: ModelChoice | undefined;
  loraScale?: number | undefined;
}): {
  workflows: ReadonlyMap<Kind, LoadedWorkflow>;
  /** Why a kind has none, by the kind. */
  problems: ReadonlyMap<Kind, string>;
} {
  const workflows = new Map<Kind, LoadedWorkflow>();
  const problems = new Map<Kind, string>();
  for (const kind of KINDS) {
    const choice =
      chosen.workflows?.[kind] ?? SHIPPED_WORKFLOWS.find((one) => one.kind === kind)?.id;
    if (choice === undefined || choice === 'off') continue;
    try {
      workflows.set(kind, withScale(load(kind, choice, chosen.models ?? {}), chosen.loraScale));
    } catch (error) {
      problems.set(kind, error instanceof Error ? error.message : String(error));
    }
  }
  return { workflows, problems };
}

const withScale = (loaded: LoadedWorkflow, preset: number | undefined): LoadedWorkflow =>
  loaded.lora && preset !== undefined ? { ...loaded, lora: { ...loaded.lora, preset } } : loaded;

function load(kind: Kind, choice: string, models: ModelChoice): LoadedWorkflow {
  const shipped = SHIPPED_WORKFLOWS.find((one) => one.id === choice);
  if (shipped && shipped.kind !== kind) {
    throw new WorkflowProblem(`The workflow ${choice} is for ${shipped.kind}, not for ${kind}.`);
  }
  if (shipped) {
    const { json, ...known } = chooseModels(shipped, models);
    return { ...known, workflow: checked(kind, json), isOwn: false };
  }
  if (!/[./\\]/.test(choice)) {
    const ids = SHIPPED_WORKFLOWS.filter((one) => one.kind === kind).map(({ id }) => id);
    throw new WorkflowProblem(
      `There is no workflow ${choice}. Name ${[...ids, 'off'].join(' or ')}, or a file of your own.`,
    );
  }
  return own(kind, choice);
}

function own(kind: Kind, path: string): LoadedWorkflow {
  const json = parseFile(path);
  const workflow = checked(kind, json);
  const told = OwnFile.safeParse(json);
  const name = path.split(/[\\/]/).at(-1) ?? path;
  const lora = workflow.places.has('loraScale') ? { lora: { min: 0, max: 2, preset: 0.9 } } : {};
  return {
    id: name,
    kind,
    title: (told.success ? told.data.title : undefined) ?? name,
    prompts: (told.success ? told.data.prompts : undefined) ?? promptStyleOf(workflow),
    sizes: { sizeMultiplePx: 16, shortestSidePx: 64, longestSidePx: 4096 },
    keepsIdentity: kind !== 'text-to-image',
    sampling: { steps: { min: 1, max: 100 }, guidance: { min: 0, max: 20 } },
    ...lora,
    models: [],
    workflow,
    isOwn: true,
  };
}

function parseFile(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new WorkflowProblem(`The file ${path} cannot be read.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new WorkflowProblem(`The file ${path} is not JSON.`);
  }
}

function checked(kind: Kind, json: unknown): Workflow {
  const workflow = readWorkflow(json);
  const missing = NEEDS[kind].filter((name) => !workflow.places.has(name));
  if (missing.length === 0) return workflow;
  throw new WorkflowProblem(
    `The workflow says nowhere where to put ${missing.join(' and ')}. Title the node ${missing.map((name) => `lumiku:${name}`).join(', ')}.`,
  );
}

/** Edit models are told what to do with their pictures; the others what is to be seen. */
function promptStyleOf(workflow: Workflow): PromptStyle {
  const nodes = workflow.places.get('prompt') ?? [];
  const classes = nodes.map(({ node }) => workflow.graph[node]?.class_type ?? '');
  return classes.some((name) => /edit|kontext/i.test(name)) ? 'edit' : 'scene';
}
