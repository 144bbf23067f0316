import { z } from 'zod';
import {
  type EncodedPicture,
  type Engine,
  EngineFault,
  type EngineRequest,
  type EngineTicket,
  type EngineWatch,
  type SubmitOptions,
} from '../engine.ts';
import { dataUrl } from '../wire/data-url.ts';
import { downloadOutput } from '../wire/download-output.ts';
import { HostedTicket, hostedOutput, hostedTicket, readTicket } from '../wire/hosted-ticket.ts';
import { modelWish, type Unsent } from '../wire/model-wish.ts';
import { pollUntil } from '../wire/poll.ts';
import { risingProgress } from '../wire/rising-progress.ts';
import { findPrediction } from './find-prediction.ts';
import { createReplicateClient, REPLICATE } from './replicate-client.ts';
import { fractionInLogs, resultLink } from './replicate-result.ts';
import { type ReplicateSettings, replicateSetup } from './replicate-setup.ts';
import { REPLICATE_SHAPES } from './replicate-shapes.ts';
import type { Prediction } from './replicate-wire.ts';

const PHOTO = { longestSidePx: 1536, bytesMax: 8 * 1024 * 1024 };
/** Larger data URLs than 256 kB are discouraged; this is what becomes that in base64. */
const INLINE_BYTES_MAX = 190_000;
const CANCEL_TIMEOUT_MS = 10_000;

const ReplicateTicket = HostedTicket.extend({
  predictionId: z.string(),
  /** Uploads of ours, taken away when the work is over. */
  fileIds: z.array(z.string()),
});

/** Replicate: FLUX with a LoRA, edit models that follow a skeleton, face swap, clips and upscaling by the prediction. */
export function createReplicateEngine(settings: ReplicateSettings): Engine {
  const setup = replicateSetup(settings);
  const client = createReplicateClient(setup);

  async function prepare(request: EngineRequest): Promise<Unsent> {
    return modelWish(request, { limits: PHOTO, lora: setup.loraFor(request.kind) });
  }

  /** Puts pictures where Replicate can read them. Costs nothing, so a failure here has accepted nothing. */
  async function send(pictures: readonly EncodedPicture[], signal: AbortSignal) {
    const sent = await Promise.all(
      pictures.map(async (picture) => {
        if (picture.bytes.byteLength <= INLINE_BYTES_MAX) return { link: dataUrl(picture) };
        const file = await client.uploadFile(picture, signal);
        return { link: file.urls.get, id: file.id };
      }),
    );
    return {
      links: sent.map(({ link }) => link),
      fileIds: sent.flatMap(({ id }) => id ?? []),
    };
  }

  const forget = (fileIds: readonly string[]) =>
    Promise.all(fileIds.map((id) => client.deleteFile(id)));

  async function submit(request: EngineRequest, options: SubmitOptions): Promise<EngineTicket> {
    const model = setup.modelFor(request.kind);
    const { signal, key } = options;
    const { wish, pictures } = await prepare(request);
    const hosted = await hostedTicket(request, wish.seed);
    const version = await setup.versionOf(model, client, signal);
    const { links, fileIds } = await send(pictures, signal);
    try {
      const prediction = await client.createPrediction({
        version,
        input: REPLICATE_SHAPES[model.shape]({ ...wish, pictures: links }),
        ...setup.webhookFor(key),
        cancelAfterSeconds: setup.budgetMs / 1000,
        signal,
      });
      return { ...hosted, predictionId: prediction.id, fileIds };
    } catch (error) {
      // Unclear work may be running and still read its pictures.
      const isOver = error instanceof EngineFault && error.kind !== 'ambiguous_submit';
      if (isOver) await forget(fileIds);
      throw error;
    }
  }

  async function follow(ticket: EngineTicket, watch: EngineWatch) {
    const work = readTicket(ReplicateTicket, ticket, REPLICATE);
    try {
      const done = await waitFor(work.predictionId, watch);
      watch.onProgress({ fraction: 1, stage: 'downloading' });
      const bytes = await downloadOutput({
        service: REPLICATE,
        url: done.link,
        headers: { authorization: `Bearer ${setup.token}` },
        isOwnHost: (host) => host === new URL(setup.baseUrl).host,
        isPlainAllowed: setup.baseUrl.startsWith('http:'),
        signal: watch.signal,
        timeoutMs: setup.downloadMs,
        secrets: [setup.token],
        pauseMs: setup.pace.firstMs,
      });
      const output = await hostedOutput({ service: REPLICATE, ticket: work, bytes });
      await forget(work.fileIds);
      return output;
    } catch (error) {
      if (error instanceof EngineFault && error.kind === 'timed_out') await cancel(ticket);
      throw error;
    }
  }

  async function waitFor(id: string, watch: EngineWatch): Promise<{ link: string }> {
    const tell = risingProgress(watch.onProgress);
    const ask = async () => {
      const prediction = await client.getPrediction(id, watch.signal);
      const link = resultLink(prediction);
      if (link === null) tell(stageOf(prediction));
      return link === null ? null : { link };
    };
    const { pace, signal } = { pace: setup.pace, signal: watch.signal };
    return pollUntil({
      service: REPLICATE,
      pace: { ...pace, budgetMs: setup.budgetMs },
      signal,
      ask,
    });
  }

  async function cancel(ticket: EngineTicket): Promise<void> {
    const work = ReplicateTicket.safeParse(ticket).data;
    if (!work) return;
    const signal = AbortSignal.timeout(CANCEL_TIMEOUT_MS);
    await client.cancelPrediction(work.predictionId, signal).catch(() => undefined);
    await forget(work.fileIds);
  }

  return {
    id: 'replicate',
    title: 'Replicate',
    capabilities: setup.capabilities,
    timeoutMs: setup.budgetMs,
    submit,
    follow,
    cancel,
    find: async (key, since, request, signal) => {
      const { wish } = await prepare(request);
      const input = scalarsOf(
        REPLICATE_SHAPES[setup.modelFor(request.kind).shape]({ ...wish, pictures: [] }),
      );
      const hadWebhook = setup.webhookFor(key).webhook !== undefined;
      const lost = { key, hadWebhook, since, input, signal, pauseMs: setup.lookAgainMs };
      const found = await findPrediction(client, lost);
      if (typeof found === 'string') return found;
      const hosted = await hostedTicket(request, wish.seed);
      return { ...hosted, predictionId: found.id, fileIds: [] };
    },
    probe: async (signal) => `Signed in as ${(await client.account(signal)).username}.`,
    close: async () => undefined,
  };
}

function stageOf(prediction: Prediction): { fraction: number | null; stage: string } {
  if (prediction.status === 'starting') return { fraction: null, stage: 'loading_model' };
  return { fraction: fractionInLogs(prediction.logs), stage: 'drawing' };
}

const scalarsOf = (input: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(input).filter(([, value]) =>
      ['string', 'number', 'boolean'].includes(typeof value),
    ),
  );
