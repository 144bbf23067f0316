import type { EngineCapability, EngineModel, EngineRequestKind } from '../engine.ts';
import { unknownModel } from './licences.ts';
import type { LoraReady } from './lora-wish.ts';

/** A model as a hosted service runs it, with what has to be known to run it. */
export interface HostedModel<Shape extends string> {
  /** What the service calls it. */
  readonly run: string;
  /** Which family of input fields it takes. */
  readonly shape: Shape;
  /** Estimate for one result in US dollars; null where nobody knows. */
  readonly costUsd: number | null;
  readonly longestSidePx: number;
  readonly models: readonly EngineModel[];
}

export interface HostedCatalogue<Shape extends string> {
  /** By kind; the first of each is the default, the others are what an operator may choose. No entry: not done. */
  readonly known: Readonly<Partial<Record<EngineRequestKind, readonly HostedModel<Shape>[]>>>;
  /** Names the makers use, for which the service has its own. */
  readonly alsoCalled: ReadonlyMap<string, string>;
  /** How a model nobody here knows is spoken to. */
  readonly guess: (kind: EngineRequestKind, run: string) => Shape;
  /** Where its licence can be read. */
  readonly page: (run: string) => string;
}

export const ENGINE_KINDS = [
  'text-to-image',
  'pose-transfer',
  'face-swap',
  'image-to-video',
  'upscale',
] as const satisfies readonly EngineRequestKind[];

const PARTS = {
  'text-to-image': 'base',
  'pose-transfer': 'base',
  'face-swap': 'face-swap',
  'image-to-video': 'video',
  upscale: 'upscaler',
} as const;

/**
 * The model that does a kind of work: the default, a known one by its name, or an unknown one, spoken to like its
 * nearest relative and of unknown licence. Undefined where the service does no such work.
 */
export function hostedModel<Shape extends string>(
  catalogue: HostedCatalogue<Shape>,
  kind: EngineRequestKind,
  chosen: string | undefined,
): HostedModel<Shape> | undefined {
  const known = catalogue.known[kind] ?? [];
  const [preset] = known;
  if (chosen === undefined || preset === undefined) return preset;
  const run = catalogue.alsoCalled.get(chosen) ?? chosen;
  const found = known.find((model) => model.run === run || model.run.split(':')[0] === run);
  if (found) return found;
  return {
    run,
    shape: catalogue.guess(kind, run),
    costUsd: null,
    longestSidePx: preset.longestSidePx,
    models: [unknownModel(run, PARTS[kind], catalogue.page(run))],
  };
}

interface Ability<Shape extends string> {
  readonly kind: EngineRequestKind;
  readonly model: HostedModel<Shape>;
  readonly lora: LoraReady | undefined;
  readonly takesSeed: boolean;
  readonly takesNegativePrompt?: boolean;
  readonly keepsIdentity?: boolean;
  readonly sampling?: EngineCapability['sampling'];
  readonly secondsMax: number;
  readonly reportsProgress: boolean;
  readonly cancels: boolean;
}

/** What a hosted model can do, as the port says it. */
export function hostedCapability<Shape extends string>(can: Ability<Shape>): EngineCapability {
  const { kind, model, lora } = can;
  return {
    kind,
    isAi: true,
    longestSidePx: model.longestSidePx,
    ...(kind === 'pose-transfer'
      ? { poseInput: 'skeleton', keepsIdentity: can.keepsIdentity ?? true }
      : {}),
    ...(kind === 'image-to-video' ? { secondsMax: can.secondsMax } : {}),
    takesNegativePrompt: can.takesNegativePrompt ?? false,
    takesSeed: can.takesSeed,
    ...(can.sampling ? { sampling: can.sampling } : {}),
    ...(lora && kind === 'text-to-image' ? { lora: lora.capability } : {}),
    reportsProgress: can.reportsProgress,
    sendsPreviews: false,
    cancels: can.cancels,
    costUsd: model.costUsd,
    models: lora ? [...model.models, lora.model] : model.models,
  };
}
