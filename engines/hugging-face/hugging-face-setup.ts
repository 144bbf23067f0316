import {
  type EngineCapability,
  EngineFault,
  type EngineModel,
  type EngineRequestKind,
} from '../engine.ts';
import { ENGINE_KINDS } from '../wire/hosted-models.ts';
import { type LoraChoice, type LoraReady, loraReady } from '../wire/lora-wish.ts';
import type { PollPace } from '../wire/poll.ts';
import { isDistilled } from '../wire/sampling.ts';
import { falProvider } from './fal-provider.ts';
import { createHuggingFaceClient } from './hugging-face-client.ts';
import { HUGGING_FACE_MODELS, hubModel } from './hugging-face-models.ts';
import { deepinfraProvider, nscaleProvider, togetherProvider } from './images-provider.ts';
import {
  type InferenceProvider,
  LORA_PROVIDER_IDS,
  type Mapped,
  PROVIDER_IDS,
  type ProviderId,
} from './provider.ts';
import { replicateProvider } from './replicate-provider.ts';
import { wavespeedProvider } from './wavespeed-provider.ts';

/** What an operator sets, and what tests quicken. */
export interface HuggingFaceSettings {
  readonly token: string;
  readonly routerUrl?: string;
  readonly hubUrl?: string;
  readonly billTo?: string | undefined;
  /** A dedicated endpoint; pictures from words and poses are then made there. */
  readonly endpointUrl?: string | undefined;
  /** Providers in the order they are asked; unset = all. */
  readonly providers?: readonly ProviderId[] | undefined;
  /** Models by kind, by their names at the hub. */
  readonly models?: Readonly<Partial<Record<EngineRequestKind, string>>>;
  /** Null: FLUX as it is. */
  readonly lora: LoraChoice | null;
  readonly pace?: Omit<PollPace, 'budgetMs'>;
  readonly budgetMs?: number;
}

interface Plan {
  readonly kind: EngineRequestKind;
  readonly model: EngineModel;
  readonly lora: LoraReady | undefined;
  readonly endpointUrl: string | undefined;
}

const PROVIDERS: Readonly<Record<ProviderId, InferenceProvider>> = {
  'fal-ai': falProvider,
  replicate: replicateProvider,
  wavespeed: wavespeedProvider,
  together: togetherProvider,
  nscale: nscaleProvider,
  deepinfra: deepinfraProvider,
};
const AT_ENDPOINT: ReadonlySet<EngineRequestKind> = new Set(['text-to-image', 'pose-transfer']);
const SAMPLED: EngineCapability['sampling'] = ['steps', 'guidance'];
const BUDGET_MS = 15 * 60_000;

/** Settings with everything decided. @throws EngineFault `not_configured` */
export function huggingFaceSetup(settings: HuggingFaceSettings) {
  const routerUrl = settings.routerUrl ?? 'https://router.huggingface.co';
  const hubUrl = settings.hubUrl ?? 'https://huggingface.co';
  const client = createHuggingFaceClient({
    ...{ token: settings.token, routerUrl, hubUrl, billTo: settings.billTo },
  });
  const lora = settings.lora ? loraReady(settings.lora) : undefined;
  const providers = (settings.providers ?? PROVIDER_IDS).map((id) => PROVIDERS[id]);

  function planFor(kind: EngineRequestKind): Plan {
    const preset = HUGGING_FACE_MODELS[kind];
    if (!preset) throw new EngineFault('invalid_input', `Hugging Face does no ${kind}.`);
    const chosen = settings.models?.[kind];
    const model = chosen === undefined ? preset : hubModel(chosen, preset.part);
    const endpointUrl = AT_ENDPOINT.has(kind) ? settings.endpointUrl : undefined;
    return { kind, model, lora: kind === 'text-to-image' ? lora : undefined, endpointUrl };
  }

  return {
    client,
    routerUrl,
    pace: {
      firstMs: 1_000,
      longestMs: 5_000,
      ...settings.pace,
      budgetMs: settings.budgetMs ?? BUDGET_MS,
    },
    kinds: ENGINE_KINDS.filter(
      (kind) =>
        HUGGING_FACE_MODELS[kind] !== undefined &&
        ((AT_ENDPOINT.has(kind) && settings.endpointUrl !== undefined) ||
          providers.some((provider) => provider.kinds.includes(kind))),
    ),
    planFor,
    /** As far as it can be said before the hub was asked who runs the model. */
    takesOf: ({ kind, model, endpointUrl }: Plan) => {
      const first = providers.find((one) => one.kinds.includes(kind));
      const isOwn = endpointUrl !== undefined;
      return {
        takesSeed: isOwn || first?.takesSeed === true,
        ...(isDistilled(model.id)
          ? {}
          : { sampling: isOwn ? SAMPLED : (first?.samples?.[kind] ?? []) }),
      };
    },
    provider: (id: ProviderId): InferenceProvider => PROVIDERS[id],
    /**
     * Who runs the model. A LoRA has a mapping of its own, which names the endpoint that takes one: posted to the one
     * of the base model it would be dropped without a word.
     */
    providerFor: async (
      plan: Plan,
      hasLora: boolean,
      signal: AbortSignal,
    ): Promise<{ provider: InferenceProvider; mapped: Mapped }> => {
      const named = hasLora && plan.lora ? plan.lora.model.id : plan.model.id;
      const model = named.split('/').slice(0, 2).join('/');
      const entries = await client.mapping(model, signal);
      for (const provider of providers) {
        const entry = entries.find((one) => one.provider === provider.id && one.status !== 'error');
        const isFit =
          entry &&
          provider.kinds.includes(plan.kind) &&
          (!hasLora || LORA_PROVIDER_IDS.includes(provider.id));
        if (isFit) return { provider, mapped: { model, providerId: entry.providerId } };
      }
      throw new EngineFault(
        'not_configured',
        `None of ${providers.map(({ id }) => id).join(', ')} runs ${model}${hasLora ? ' as a LoRA' : ''} at Hugging Face.`,
      );
    },
  };
}
