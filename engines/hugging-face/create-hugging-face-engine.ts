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
import { hostedCapability } from '../wire/hosted-models.ts';
import { HostedTicket, hostedOutput, hostedTicket, readTicket } from '../wire/hosted-ticket.ts';
import { modelWish } from '../wire/model-wish.ts';
import { pollUntil } from '../wire/poll.ts';
import { endpointBody, endpointBytes } from './endpoint.ts';
import { HUGGING_FACE } from './hugging-face-client.ts';
import { type HuggingFaceSettings, huggingFaceSetup } from './hugging-face-setup.ts';
import { PROVIDER_IDS, type Step } from './provider.ts';

const PHOTO = { longestSidePx: 1536, bytesMax: 2 * 1024 * 1024 };
const CREATE_TIMEOUT_MS = 90_000;
const READ_TIMEOUT_MS = 60_000;
const DOWNLOAD_TIMEOUT_MS = 120_000;

const RouterTicket = HostedTicket.extend({
  provider: z.enum(PROVIDER_IDS),
  /** Below the router. */
  askAt: z.string().startsWith('/'),
});
/** Of work that was done when the create call was answered. */
const HeldTicket = HostedTicket.extend({ held: z.uuid() });

/**
 * Hugging Face: models of many makers through the providers its router reaches, each in its own words, or one's own
 * dedicated endpoint for pictures, which answers with the finished picture.
 */
export function createHuggingFaceEngine(settings: HuggingFaceSettings): Engine {
  const setup = huggingFaceSetup(settings);
  const { client, pace } = setup;
  /** Pictures that came with the answer to the create call, until they are followed. */
  const held = new Map<string, Uint8Array>();

  async function submit(request: EngineRequest, options: SubmitOptions): Promise<EngineTicket> {
    const plan = setup.planFor(request.kind);
    const { wish, pictures } = await modelWish(request, { limits: PHOTO, lora: plan.lora });
    const hosted = await hostedTicket(request, wish.seed);
    const full = { ...wish, pictures: pictures.map(dataUrl) };
    const { signal } = options;
    if (plan.endpointUrl !== undefined) {
      const answer = await client.call({
        url: plan.endpointUrl,
        method: 'POST',
        json: endpointBody(full, plan.model.id),
        headers: { accept: 'image/png' },
        mayCost: true,
        signal,
        timeoutMs: pace.budgetMs,
      });
      const bytes = endpointBytes(answer, client.secrets);
      held.set(options.key, bytes);
      return { ...hosted, held: options.key };
    }
    const { provider, mapped } = await setup.providerFor(plan, wish.lora !== null, signal);
    const call = provider.create(mapped, request.kind, full);
    const answer = await client.call({
      url: `${setup.routerUrl}${call.path}`,
      method: 'POST',
      json: call.body,
      headers: call.headers ?? {},
      mayCost: true,
      signal,
      timeoutMs: provider.isHeld ? pace.budgetMs : CREATE_TIMEOUT_MS,
    });
    const step = provider.read(answer, client.secrets, true);
    if ('bytes' in step) {
      held.set(options.key, step.bytes);
      return { ...hosted, held: options.key };
    }
    if ('askAt' in step && step.askAt !== null) {
      return { ...hosted, provider: provider.id, askAt: step.askAt };
    }
    throw new EngineFault(
      'ambiguous_submit',
      `${HUGGING_FACE} took the work without saying where.`,
    );
  }

  async function follow(ticket: EngineTicket, watch: EngineWatch) {
    const own = HeldTicket.safeParse(ticket).data;
    if (own) {
      const bytes = held.get(own.held);
      if (!bytes)
        throw new EngineFault('result_expired', `${HUGGING_FACE}: made in a process that is gone.`);
      const output = await hostedOutput({ service: HUGGING_FACE, ticket: own, bytes });
      held.delete(own.held);
      return output;
    }
    const work = readTicket(RouterTicket, ticket, HUGGING_FACE);
    const made = await waitFor(work, watch);
    watch.onProgress({ fraction: 1, stage: 'downloading' });
    const bytes = await downloadOutput({
      service: HUGGING_FACE,
      url: made.link,
      isPlainAllowed: setup.routerUrl.startsWith('http:'),
      signal: watch.signal,
      timeoutMs: DOWNLOAD_TIMEOUT_MS,
      secrets: client.secrets,
      pauseMs: pace.firstMs,
    });
    return hostedOutput({ service: HUGGING_FACE, ticket: work, bytes, seed: made.seed });
  }

  function waitFor(work: z.infer<typeof RouterTicket>, watch: EngineWatch) {
    const provider = setup.provider(work.provider);
    const look = async (path: string): Promise<Step> => {
      const url = `${setup.routerUrl}${path}`;
      const { signal } = watch;
      const answer = await client.call({ url, signal, timeoutMs: READ_TIMEOUT_MS });
      return provider.read(answer, client.secrets, false);
    };
    const ask = async () => {
      let step = await look(work.askAt);
      // fal tells the result where it tells the status, without the last word.
      if ('resultAt' in step) step = await look(work.askAt.replace('/status', ''));
      if ('link' in step) return step;
      if ('stage' in step) watch.onProgress({ fraction: step.fraction, stage: step.stage });
      return null;
    };
    return pollUntil({ service: HUGGING_FACE, pace, signal: watch.signal, ask });
  }

  return {
    id: 'hugging-face',
    title: 'Hugging Face',
    capabilities: setup.kinds.map((kind: EngineRequestKind) => {
      const plan = setup.planFor(kind);
      return hostedCapability({
        kind,
        model: {
          ...{ run: plan.model.id, shape: 'hub', costUsd: null, longestSidePx: 1536 },
          models: [plan.model],
        },
        lora: plan.lora,
        ...setup.takesOf(plan),
        secondsMax: 5,
        reportsProgress: false,
        cancels: false,
      });
    }),
    timeoutMs: pace.budgetMs,
    submit,
    follow,
    // The router hands no cancel on: whoever stops waiting is let go, the work runs out by itself.
    cancel: async (ticket) => {
      const own = HeldTicket.safeParse(ticket).data;
      if (own) held.delete(own.held);
    },
    // No `find`: the router lists no work.
    probe: async (signal) => `Signed in as ${(await client.whoAmI(signal)).name}.`,
    close: async () => held.clear(),
  };
}
