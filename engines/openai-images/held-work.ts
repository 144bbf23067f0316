import {
  EngineFault,
  type EngineOutput,
  type EngineTicket,
  type EngineWatch,
  type SubmitOptions,
} from '../engine.ts';
import { bytesOfBase64 } from '../wire/data-url.ts';
import { downloadOutput } from '../wire/download-output.ts';
import { createHeldResults } from '../wire/held-results.ts';
import { type HostedTicket, hostedOutput } from '../wire/hosted-ticket.ts';
import { sniff } from '../wire/sniff.ts';
import { imagesCall, type Wanted } from './images-call.ts';
import { faultInside } from './images-faults.ts';
import { create, type ImagesServer } from './images-server.ts';
import { ImagesAnswer, ImagesEvent } from './images-wire.ts';
import { createServerLora } from './server-lora.ts';

/** Work of servers that hold the create call until the picture is there. The result lives in this process alone. */
export function createHeldWork(server: ImagesServer) {
  const { profile } = server;
  const results = createHeldResults(profile.title, profile.isOwn ? 0 : undefined);
  const serverLora = profile.lora === 'server-wide' ? createServerLora(server) : null;

  async function make(
    wanted: Wanted,
    ticket: HostedTicket,
    { signal, onProgress }: Pick<SubmitOptions, 'signal' | 'onProgress'>,
  ): Promise<() => Promise<EngineOutput>> {
    const call = imagesCall(wanted, profile);
    const stream = createStream(onProgress);
    const begin = () => create(server, call, signal, stream.hear);
    const answer = serverLora ? await serverLora.during(wanted.lora, signal, begin) : await begin();
    // From here on the picture is made, and perhaps paid: whatever is wrong with it is told to who follows.
    return async () => {
      const bytes = await bytesOf(stream.said() ?? answer.json, server, signal);
      return await hostedOutput({
        ...{ service: profile.title, ticket, bytes },
        ...(profile.isOwn ? { costUsd: 0 } : {}),
      });
    };
  }

  return {
    async submit(
      wanted: Wanted,
      ticket: HostedTicket,
      { signal, key, onProgress }: SubmitOptions,
    ): Promise<EngineTicket> {
      onProgress({ fraction: null, stage: 'drawing' });
      const output = await make(wanted, ticket, { signal, onProgress });
      await results.keep(key, output);
      return { version: 1, key };
    },
    follow: (ticket: EngineTicket, _watch: EngineWatch) => results.take(ticket),
    /** Nothing to stop: the create call is over before there is a ticket. */
    cancel: async (_ticket: EngineTicket) => undefined,
    close: async () => results.clear(),
  };
}

/** Tells the frames of a streamed answer; what it ends with is said in the form of an answer at once. */
function createStream(onProgress: SubmitOptions['onProgress']) {
  let said: unknown;
  return {
    hear(json: unknown): void {
      const event = ImagesEvent.safeParse(json).data;
      if (event === undefined) return;
      if (event.type === 'error') said = { error: event.error };
      else if (event.type.endsWith('.completed')) said = { data: [event] };
      else void tellFrame(event.b64_json, onProgress).catch(() => undefined);
    },
    said: () => said,
  };
}

async function tellFrame(text: string, onProgress: SubmitOptions['onProgress']): Promise<void> {
  const bytes = bytesOfBase64(text);
  const mediaType = bytes && (await sniff(bytes));
  if (!bytes || !mediaType?.startsWith('image/')) return;
  onProgress({ fraction: null, stage: 'drawing', preview: { bytes, mediaType } });
}

async function bytesOf(
  json: unknown,
  server: ImagesServer,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { profile, baseUrl, headers, secrets } = server;
  const read = ImagesAnswer.safeParse(json);
  if (!read.success) {
    throw new EngineFault('bad_output', `${profile.title} answered something that is no picture.`);
  }
  const { error, data } = read.data;
  if (error !== undefined && error !== null) throw faultInside(error, profile, secrets);
  const [first] = data ?? [];
  const inline = first?.b64_json ? bytesOfBase64(first.b64_json) : null;
  if (inline) return inline;
  if (!first?.url) throw new EngineFault('bad_output', `${profile.title} answered no picture.`);
  if (first.url.startsWith('data:')) return bytesOfBase64(first.url) ?? new Uint8Array();
  // Some servers answer a path of their own.
  const url = new URL(first.url, `${baseUrl}/`);
  return await downloadOutput({
    ...{ service: profile.title, url: url.href, headers, secrets, signal, timeoutMs: 120_000 },
    isPlainAllowed: profile.isOwn,
    isOwnHost: (host) => host === new URL(baseUrl).host,
  });
}
