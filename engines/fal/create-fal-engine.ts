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
import { dataUrl } from '../wire/data-url.ts';
import { downloadOutput } from '../wire/download-output.ts';
import { ENGINE_KINDS, hostedCapability, hostedModel } from '../wire/hosted-models.ts';
import { HostedTicket, hostedOutput, hostedTicket, readTicket } from '../wire/hosted-ticket.ts';
import { type LoraChoice, loraReady } from '../wire/lora-wish.ts';
import { modelWish } from '../wire/model-wish.ts';
import { type PollPace, pollUntil } from '../wire/poll.ts';
import { risingProgress } from '../wire/rising-progress.ts';
import { createFalClient } from './fal-client.ts';
import { FAL_MODELS } from './fal-models.ts';
import { FAL, falLink } from './fal-result.ts';
import { FAL_SHAPES, falShapeTraits } from './fal-shapes.ts';
import type { FalOutput, QueueStatus } from './fal-wire.ts';

/** What an operator sets, and what tests quicken. */
export interface FalSettings {
  readonly key: string;
  readonly queueUrl?: string;
  /** Endpoints by kind; unset = the default of the kind. */
  readonly models?: Readonly<Partial<Record<EngineRequestKind, string>>>;
  /** Null: FLUX as it is. */
  readonly lora: LoraChoice | null;
  readonly pace?: Omit<PollPace, 'budgetMs'>;
  readonly budgetMs?: number;
}

const QUEUE_URL = 'https://queue.fal.run';
const MINUTE_MS = 60_000;
const SECONDS_MAX = 6.7;
const CANCEL_TIMEOUT_MS = 10_000;
/** Pictures travel inside the request: what is uploaded to fal's own storage is public to whoever has the link. */
const PHOTO = { longestSidePx: 1536, bytesMax: 2 * 1024 * 1024 };

const FalTicket = HostedTicket.extend({
  requestId: z.string(),
  statusUrl: z.url(),
  responseUrl: z.url(),
  cancelUrl: z.url(),
});

/** fal: FLUX with a LoRA, edit models that follow a skeleton, clips and upscaling through its queue. */
export function createFalEngine(settings: FalSettings): Engine {
  const queueUrl = settings.queueUrl ?? QUEUE_URL;
  const budgetMs = settings.budgetMs ?? 15 * MINUTE_MS;
  const pace = { firstMs: 1_000, longestMs: 5_000, ...settings.pace, budgetMs };
  const client = createFalClient({ queueUrl, key: settings.key });
  const lora = settings.lora ? loraReady(settings.lora) : undefined;
  const isOurs = (url: string) => new URL(url).host === new URL(queueUrl).host;

  function planFor(kind: EngineRequestKind) {
    const model = hostedModel(FAL_MODELS, kind, settings.models?.[kind]);
    if (!model) throw new EngineFault('invalid_input', `${FAL} does no ${kind}.`);
    const traits = falShapeTraits(model.shape);
    return { model, traits, lora: traits.takesLora ? lora : undefined };
  }

  async function submit(request: EngineRequest, options: SubmitOptions): Promise<EngineTicket> {
    const plan = planFor(request.kind);
    const { wish, pictures } = await modelWish(request, { limits: PHOTO, lora: plan.lora });
    const hosted = await hostedTicket(request, wish.seed);
    const input = FAL_SHAPES[plan.model.shape]({ ...wish, pictures: pictures.map(dataUrl) });
    const submitted = await client.submit(plan.model.run, input, {
      startWithinSeconds: budgetMs / 1000,
      signal: options.signal,
    });
    return {
      ...hosted,
      requestId: submitted.request_id,
      statusUrl: submitted.status_url,
      responseUrl: submitted.response_url,
      cancelUrl: submitted.cancel_url,
    };
  }

  async function follow(ticket: EngineTicket, watch: EngineWatch) {
    const work = readTicket(FalTicket, ticket, FAL);
    if (![work.statusUrl, work.responseUrl].every(isOurs)) {
      throw new EngineFault('result_expired', `${FAL}: begun at another address of the queue.`);
    }
    try {
      const output = await waitFor(work, watch);
      watch.onProgress({ fraction: 1, stage: 'downloading' });
      const bytes = await downloadOutput({
        service: FAL,
        url: falLink(output),
        isPlainAllowed: queueUrl.startsWith('http:'),
        signal: watch.signal,
        timeoutMs: 2 * MINUTE_MS,
        secrets: [settings.key],
        pauseMs: pace.firstMs,
      });
      const seed = output.seed ?? undefined;
      return await hostedOutput({ service: FAL, ticket: work, bytes, seed });
    } catch (error) {
      if (error instanceof EngineFault && error.kind === 'timed_out') await cancel(ticket);
      throw error;
    }
  }

  async function waitFor(work: z.infer<typeof FalTicket>, watch: EngineWatch): Promise<FalOutput> {
    const tell = risingProgress(watch.onProgress);
    const ask = async () => {
      const status = await client.status(work.statusUrl, watch.signal);
      if (status.status === 'COMPLETED') return client.result(work.responseUrl, watch.signal);
      tell(stageOf(status));
      return null;
    };
    return pollUntil({ service: FAL, pace, signal: watch.signal, ask });
  }

  async function cancel(ticket: EngineTicket): Promise<void> {
    const work = FalTicket.safeParse(ticket).data;
    if (!work || !isOurs(work.cancelUrl)) return;
    const signal = AbortSignal.timeout(CANCEL_TIMEOUT_MS);
    await client.cancel(work.cancelUrl, signal).catch(() => undefined);
  }

  return {
    id: 'fal',
    title: 'fal',
    capabilities: ENGINE_KINDS.map((kind) => {
      const { traits, ...plan } = planFor(kind);
      const rest = { secondsMax: SECONDS_MAX, reportsProgress: true, cancels: true };
      return hostedCapability({ kind, ...plan, ...traits, ...rest });
    }),
    timeoutMs: budgetMs,
    submit,
    follow,
    cancel,
    // No `find`: fal lists no requests and takes no key of ours, so a lost answer stays unknown.
    close: async () => undefined,
  };
}

function stageOf(status: QueueStatus): { fraction: number | null; stage: string } {
  if (status.status === 'IN_QUEUE') return { fraction: null, stage: 'queued' };
  const bars = (status.logs ?? []).flatMap(
    ({ message }) => /(\d{1,3})%\s*\|/.exec(message ?? '') ?? [],
  );
  const last = bars.at(-1);
  return {
    fraction: last === undefined ? null : Math.min(1, Number(last) / 100),
    stage: 'drawing',
  };
}
