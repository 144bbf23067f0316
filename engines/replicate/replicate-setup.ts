import { EngineFault, type EngineRequestKind } from '../engine.ts';
import { ENGINE_KINDS, hostedCapability, hostedModel } from '../wire/hosted-models.ts';
import { type LoraChoice, type LoraReady, loraReady } from '../wire/lora-wish.ts';
import type { PollPace } from '../wire/poll.ts';
import type { ReplicateClient } from './replicate-client.ts';
import { isOfficial, REPLICATE_MODELS, type ReplicateModel } from './replicate-models.ts';

/** What an operator sets, and what tests quicken. */
export interface ReplicateSettings {
  readonly token: string;
  readonly baseUrl?: string;
  /** Models by kind; unset = the default of the kind. */
  readonly models?: Readonly<Partial<Record<EngineRequestKind, string>>>;
  /** Null: FLUX as it is. */
  readonly lora: LoraChoice | null;
  /** The studio's public https address: predictions then carry the key of their attempt. */
  readonly publicUrl?: string;
  readonly pace?: Omit<PollPace, 'budgetMs'>;
  readonly budgetMs?: number;
  readonly lookAgainMs?: number;
}

const TAKES_LORA = new Set(['flux-lora', 'flux-realism']);
/** The edit models publish no fields for it. */
const SAMPLED = new Set(['flux-lora', 'flux-realism']);
const TAKES_NO_SEED = new Set(['face-swap', 'real-esrgan']);
const SECONDS_MAX = 7.5;
const MINUTE_MS = 60_000;

/** Settings with everything decided. @throws EngineFault `not_configured` */
export function replicateSetup(settings: ReplicateSettings) {
  const modelFor = (kind: EngineRequestKind): ReplicateModel => {
    const model = hostedModel(REPLICATE_MODELS, kind, settings.models?.[kind]);
    if (model) return model;
    throw new EngineFault('invalid_input', `Replicate does no ${kind}.`);
  };
  const lora = settings.lora && loraReady(settings.lora);
  const loraFor = (kind: EngineRequestKind): LoraReady | undefined =>
    lora && TAKES_LORA.has(modelFor(kind).shape) ? lora : undefined;
  const versions = new Map<string, string>();

  return {
    token: settings.token,
    baseUrl: settings.baseUrl ?? 'https://api.replicate.com/v1',
    budgetMs: settings.budgetMs ?? 20 * MINUTE_MS,
    downloadMs: 2 * MINUTE_MS,
    lookAgainMs: settings.lookAgainMs ?? 4_000,
    pace: settings.pace ?? { firstMs: 1_000, longestMs: 5_000 },
    modelFor,
    loraFor,
    capabilities: ENGINE_KINDS.map((kind) => {
      const model = modelFor(kind);
      return hostedCapability({
        kind,
        model,
        lora: loraFor(kind),
        takesSeed: !TAKES_NO_SEED.has(model.shape),
        ...(SAMPLED.has(model.shape) ? { sampling: ['steps', 'guidance'] as const } : {}),
        secondsMax: SECONDS_MAX,
        reportsProgress: true,
        cancels: true,
      });
    }),
    /** An address of ours that carries the key. Nobody has to be there: polling repairs what it misses. */
    webhookFor: (key: string): { webhook?: string } =>
      settings.publicUrl?.startsWith('https://') === true
        ? { webhook: `${settings.publicUrl.replace(/\/$/, '')}/engines/replicate/${key}` }
        : {},
    versionOf: async (model: ReplicateModel, client: ReplicateClient, signal: AbortSignal) => {
      if (isOfficial(model.run) || model.run.includes(':')) return model.run;
      const known = versions.get(model.run);
      if (known) return known;
      const newest = (await client.latestVersion(model.run, signal)) ?? model.run;
      versions.set(model.run, newest);
      return newest;
    },
  };
}
