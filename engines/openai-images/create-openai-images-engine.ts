import {
  type Engine,
  type EngineCapability,
  EngineFault,
  type EngineRequest,
  type EngineRequestKind,
  fitSize,
  type Sampling,
} from '../engine.ts';
import { callService } from '../wire/call-service.ts';
import { hostedTicket } from '../wire/hosted-ticket.ts';
import { MODELS, unknownModel } from '../wire/licences.ts';
import { modelWish } from '../wire/model-wish.ts';
import type { PollPace } from '../wire/poll.ts';
import { clamp, isDistilled } from '../wire/sampling.ts';
import { createHeldWork } from './held-work.ts';
import type { Lora, Wanted } from './images-call.ts';
import { faultOfAnswer } from './images-faults.ts';
import type { ImagesServer } from './images-server.ts';
import { PROFILES, type ServerKind, type ServerProfile } from './profiles.ts';
import { createSdJobs } from './sd-jobs.ts';
import { kindsOf, servedModelOf } from './served-models.ts';

export interface OpenaiImagesSettings {
  /** With or without `/v1`. */
  readonly url: string;
  readonly server: ServerKind;
  readonly apiKey?: string | undefined;
  /** The model the server runs; tells licence and abilities where they are not set. */
  readonly model?: string | undefined;
  readonly kinds?: readonly EngineRequestKind[] | undefined;
  readonly lora?: Lora | null | undefined;
  readonly steps?: number | undefined;
  readonly guidance?: number | undefined;
  /** Frames of the picture so far, where the server streams: 0 to 3. */
  readonly frames?: number | undefined;
  readonly timeoutMs?: number | undefined;
  readonly pace?: Partial<PollPace>;
}

const TIMEOUT_MS = 20 * 60_000;
const SENT_MAX = { longestSidePx: 2048, bytesMax: 20 * 1024 * 1024 };
const LORA_SCALE_MAX = 2;
const DRAWN: ReadonlySet<EngineRequestKind> = new Set(['text-to-image', 'pose-transfer']);
const STEPS = { min: 10, max: 60 };
const GUIDANCE = { min: 1, max: 10 };

/** Any server that speaks the OpenAI images API; how the five known kinds differ stands in `profiles.ts`. */
export function createOpenaiImagesEngine(settings: OpenaiImagesSettings): Engine {
  const profile: ServerProfile = PROFILES[settings.server];
  const model = settings.model ?? profile.defaultModel;
  const lora = profile.lora === null ? null : (settings.lora ?? null);
  const server: ImagesServer = {
    profile,
    baseUrl: settings.url.replace(/\/+$/, '').replace(/\/v1$/, ''),
    headers: settings.apiKey ? { authorization: `Bearer ${settings.apiKey}` } : {},
    secrets: settings.apiKey ? [settings.apiKey] : [],
    timeoutMs: settings.timeoutMs ?? TIMEOUT_MS,
  };
  const work =
    profile.work === 'images' ? createHeldWork(server) : createSdJobs(server, settings.pace ?? {});
  const frames = profile.streams ? (settings.frames ?? 1) : 0;
  const kinds = settings.kinds ?? kindsOf(model, profile);

  async function wanted(request: EngineRequest): Promise<Wanted> {
    const size = 'widthPx' in request ? fitSize(request, profile.sizes) : null;
    const unsent = await modelWish(size ? { ...request, ...size } : request, { limits: SENT_MAX });
    const fitted = fitSize(unsent.wish, profile.sizes);
    const scale = 'loraScale' in request ? (request.loraScale ?? lora?.scale) : lora?.scale;
    return {
      wish: { ...unsent.wish, ...fitted },
      pictures: unsent.pictures,
      model,
      lora: lora && scale !== undefined && scale !== 0 ? { model: lora.model, scale } : null,
      frames,
      ...samplingOf(unsent.wish.sampling, settings, model),
    };
  }

  return {
    id: 'openai-images',
    title: profile.title,
    capabilities: kinds.map((kind) => ({
      ...capability(kind, { profile, model, lora }),
      sendsPreviews: frames > 0,
      ...(DRAWN.has(kind) ? { sampling: takesOf(settings, profile, model) } : {}),
    })),
    concurrency: profile.concurrency,
    timeoutMs: server.timeoutMs,
    async submit(request, options) {
      if (!kinds.includes(request.kind)) {
        throw new EngineFault('not_configured', `${profile.title} does no ${request.kind}.`);
      }
      const ticket = await hostedTicket(request, 'seed' in request ? request.seed : 0);
      return await work.submit(await wanted(request), ticket, options);
    },
    follow: work.follow,
    cancel: work.cancel,
    async probe(signal) {
      return await probe(server, model, signal);
    },
    close: work.close,
  };
}

/** What the operator set is meant for this model, whatever the style; else what the style asks for. */
function samplingOf(
  asked: Sampling,
  { steps, guidance }: Pick<OpenaiImagesSettings, 'steps' | 'guidance'>,
  model: string,
): Pick<Wanted, 'steps' | 'guidance'> {
  const style = isDistilled(model) ? {} : asked;
  return {
    steps: steps ?? (style.steps === undefined ? undefined : Math.round(clamp(style.steps, STEPS))),
    guidance:
      guidance ?? (style.guidance === undefined ? undefined : clamp(style.guidance, GUIDANCE)),
  };
}

/** What of a style's sampling reaches the server. */
const takesOf = (
  settings: OpenaiImagesSettings,
  { fields, work }: ServerProfile,
  model: string,
): readonly (keyof Sampling)[] =>
  isDistilled(model)
    ? []
    : (['steps', 'guidance'] as const).filter(
        (name) =>
          settings[name] === undefined && (work === 'sd-jobs' || fields[name] !== undefined),
      );

async function probe(server: ImagesServer, model: string, signal: AbortSignal): Promise<string> {
  const { profile, headers, secrets } = server;
  const url = `${server.baseUrl}${profile.probePath}`;
  const answer = await callService({
    ...{ service: profile.title, url, headers, secrets, signal, timeoutMs: 15_000 },
  });
  if (answer.status >= 400) throw faultOfAnswer(answer, profile, secrets);
  return `${profile.title} answers; model ${model}.`;
}

function capability(
  kind: EngineRequestKind,
  { profile, model, lora }: { profile: ServerProfile; model: string; lora: Lora | null },
): Omit<EngineCapability, 'sendsPreviews'> {
  const served = servedModelOf(model, profile);
  const isStill = kind !== 'image-to-video';
  return {
    kind,
    isAi: true,
    ...profile.sizes,
    // The photo and the drawn skeleton go along as pictures, named in the words.
    ...(kind === 'pose-transfer' ? { poseInput: 'skeleton' as const, keepsIdentity: true } : {}),
    takesNegativePrompt: kind !== 'face-swap',
    takesSeed: profile.fields.seed !== undefined,
    ...(lora && isStill
      ? { lora: { model: lora.model, scale: lora.scale, scaleMin: 0, scaleMax: LORA_SCALE_MAX } }
      : {}),
    reportsProgress: false,
    cancels: false,
    costUsd: profile.isOwn ? 0 : null,
    models: [
      isStill ? served : { ...served, part: 'video' },
      ...(lora && isStill ? [loraModel(lora.model)] : []),
    ],
    ...(isStill ? {} : { secondsMax: 5 }),
  };
}

const loraModel = (model: string) =>
  /realism/i.test(model)
    ? MODELS.realismLora
    : unknownModel(model, 'lora', 'https://huggingface.co/models?other=lora');
