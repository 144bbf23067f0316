import { z } from 'zod';
import {
  type Engine,
  EngineFault,
  type EngineRequest,
  type EngineRequestKind,
  type EngineTicket,
  type EngineWatch,
  type SubmitOptions,
} from '../engine.ts';
import { downloadOutput } from '../wire/download-output.ts';
import { ENGINE_KINDS, hostedCapability, hostedModel } from '../wire/hosted-models.ts';
import { HostedTicket, hostedOutput, hostedTicket, readTicket } from '../wire/hosted-ticket.ts';
import { unknownModel } from '../wire/licences.ts';
import type { LoraReady } from '../wire/lora-wish.ts';
import { modelWish } from '../wire/model-wish.ts';
import { type PollPace, pollUntil } from '../wire/poll.ts';
import { createModelsLabClient } from './modelslab-client.ts';
import { MODELSLAB_MODELS } from './modelslab-models.ts';
import { MODELSLAB, modelsLabLink } from './modelslab-result.ts';
import { MODELSLAB_SHAPES, type ModelsLabShape } from './modelslab-shapes.ts';
import { ModelsLabAnswer } from './modelslab-wire.ts';

/** What an operator sets, and what tests quicken. */
export interface ModelsLabSettings {
  readonly key: string;
  readonly baseUrl?: string;
  /** Models by kind; unset = the default of the kind. */
  readonly models?: Readonly<Partial<Record<EngineRequestKind, string>>>;
  /** A LoRA by its id in ModelsLab's own catalogue, where it has to be uploaded first. */
  readonly lora: { readonly id: string; readonly scale: number } | null;
  /** Pieces of work the plan lets wait: 5, 10 or 15. */
  readonly queueMax?: number;
  readonly pace?: Omit<PollPace, 'budgetMs'>;
  readonly budgetMs?: number;
}

const MINUTE_MS = 60_000;
const PHOTO = { longestSidePx: 1280, bytesMax: 2 * 1024 * 1024 };
const SCALES = { scaleMin: 0, scaleMax: 1 };
/** The shapes with all the fields of a diffusion model. */
const DRAWS: ReadonlySet<ModelsLabShape> = new Set(['text2img', 'controlnet']);
const TAKES_SEED: ReadonlySet<ModelsLabShape> = new Set(['text2img', 'controlnet', 'video']);

const ModelsLabTicket = HostedTicket.extend({
  /** Of work that was still going on. */
  fetchUrl: z.url().nullable(),
  /** Of work that was done when it was answered. */
  made: ModelsLabAnswer.pick({ output: true, nsfw_content_detected: true }).nullable(),
});

/** ModelsLab: FLUX, edit models and ControlNet that follow a skeleton, face swap, clips and upscaling. */
export function createModelsLabEngine(settings: ModelsLabSettings): Engine {
  const baseUrl = settings.baseUrl ?? 'https://modelslab.com/api';
  const budgetMs = settings.budgetMs ?? 15 * MINUTE_MS;
  const pace = { firstMs: 3_000, longestMs: 10_000, ...settings.pace, budgetMs };
  const client = createModelsLabClient({ baseUrl, key: settings.key });
  const lora = settings.lora && loraOf(settings.lora);

  function planFor(kind: EngineRequestKind) {
    const model = hostedModel(MODELSLAB_MODELS, kind, settings.models?.[kind]);
    if (!model) throw new EngineFault('invalid_input', `${MODELSLAB} does no ${kind}.`);
    const takesLora = DRAWS.has(model.shape) && model.run !== 'flux';
    return { kind, model, lora: (takesLora && lora) || undefined };
  }

  async function submit(request: EngineRequest, options: SubmitOptions): Promise<EngineTicket> {
    const plan = planFor(request.kind);
    const { signal } = options;
    const { wish, pictures } = await modelWish(request, { limits: PHOTO, lora: plan.lora });
    const hosted = await hostedTicket(request, wish.seed);
    if (signal.aborted) throw new EngineFault('cancelled', `${MODELSLAB}: stopped.`);
    const links = await Promise.all(pictures.map((picture) => client.upload(picture, signal)));
    const sent = MODELSLAB_SHAPES[plan.model.shape]({ ...wish, pictures: links }, plan.model.run);
    const read = await client.create(sent.path, sent.body, signal);
    if (read.status === 'success') {
      const { output, nsfw_content_detected } = read;
      return { ...hosted, fetchUrl: null, made: { output, nsfw_content_detected } };
    }
    const fetchUrl = read.fetch_result ?? fetchPath(baseUrl, sent.path, read);
    return { ...hosted, fetchUrl, made: null };
  }

  async function follow(ticket: EngineTicket, watch: EngineWatch) {
    const work = readTicket(ModelsLabTicket, ticket, MODELSLAB);
    const url = work.made ? modelsLabLink(work.made) : await waitFor(work.fetchUrl, watch);
    watch.onProgress({ fraction: 1, stage: 'downloading' });
    const bytes = await downloadOutput({
      service: MODELSLAB,
      url,
      isPlainAllowed: baseUrl.startsWith('http:'),
      signal: watch.signal,
      timeoutMs: 2 * MINUTE_MS,
      secrets: [settings.key],
      pauseMs: pace.firstMs,
    });
    return hostedOutput({ service: MODELSLAB, ticket: work, bytes });
  }

  function waitFor(fetchUrl: string | null, watch: EngineWatch): Promise<string> {
    if (fetchUrl === null) throw new EngineFault('result_expired', `${MODELSLAB}: nowhere to ask.`);
    const ask = async () => {
      const read = await client.ask(fetchUrl, watch.signal);
      if (read.status === 'success') return modelsLabLink(read);
      watch.onProgress({ fraction: null, stage: 'drawing' });
      return null;
    };
    return pollUntil({ service: MODELSLAB, pace, signal: watch.signal, ask });
  }

  return {
    id: 'modelslab',
    title: 'ModelsLab',
    capabilities: ENGINE_KINDS.map((kind) => {
      const plan = planFor(kind);
      const { shape } = plan.model;
      return hostedCapability({
        ...plan,
        takesSeed: TAKES_SEED.has(shape),
        takesNegativePrompt: DRAWS.has(shape) && plan.model.run !== 'flux',
        keepsIdentity: shape !== 'controlnet',
        ...(DRAWS.has(shape) ? { sampling: ['steps', 'guidance'] as const } : {}),
        secondsMax: 5,
        reportsProgress: false,
        cancels: false,
      });
    }),
    concurrency: settings.queueMax ?? 5,
    timeoutMs: budgetMs,
    submit,
    follow,
    // Its generations cannot be stopped; nobody waits for them any more.
    cancel: async () => undefined,
    // No `find`: it lists no work, and `track_id` comes back in webhooks only.
    close: async () => undefined,
  };
}

/** Where to ask when the answer names no address. @throws EngineFault `ambiguous_submit` */
function fetchPath(baseUrl: string, path: string, read: ModelsLabAnswer): string {
  const [, version = 'v6', family = 'images'] = path.split('/');
  if (read.id !== null && read.id !== undefined) {
    const at = family === 'controlnet' ? 'images' : family;
    return `${baseUrl}/${version}/${at}/fetch/${encodeURIComponent(String(read.id))}`;
  }
  throw new EngineFault('ambiguous_submit', `${MODELSLAB} took the work without saying as what.`);
}

function loraOf(choice: { readonly id: string; readonly scale: number }): LoraReady {
  return {
    link: choice.id,
    scale: choice.scale,
    model: unknownModel(choice.id, 'lora', `https://modelslab.com/models/${choice.id}`),
    capability: { model: choice.id, scale: choice.scale, ...SCALES },
  };
}
