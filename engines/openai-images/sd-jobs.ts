import { z } from 'zod';
import {
  EngineFault,
  type EngineOutput,
  type EngineTicket,
  type EngineWatch,
  type SubmitOptions,
} from '../engine.ts';
import { readAnswer } from '../wire/ask-service.ts';
import { callService } from '../wire/call-service.ts';
import { bytesOfBase64 } from '../wire/data-url.ts';
import { HostedTicket, hostedOutput, readTicket } from '../wire/hosted-ticket.ts';
import { type PollPace, pollUntil } from '../wire/poll.ts';
import { redact } from '../wire/redact.ts';
import { sdJobCall, type Wanted } from './images-call.ts';
import { create, type ImagesServer } from './images-server.ts';
import { SdJob, SdJobAccepted } from './images-wire.ts';

const Ticket = HostedTicket.extend({ jobId: z.string().min(1) });
const PACE: PollPace = { firstMs: 500, longestMs: 3_000, budgetMs: 60 * 60_000 };
const CALL_MS = 60_000;
/** A job that is over, running or forgotten cannot be called off, and need not be. */
const GONE = { 404: 'result_expired', 410: 'result_expired' } as const;

/** Work of `sd-server` in its own API: accepted at once, then asked for by its id. */
export function createSdJobs(server: ImagesServer, pace: Partial<PollPace>) {
  const { profile, baseUrl, headers, secrets } = server;
  const call = { service: profile.title, headers, secrets, timeoutMs: CALL_MS };
  const jobUrl = (id: string) => `${baseUrl}/sdcpp/v1/jobs/${encodeURIComponent(id)}`;

  async function look(jobId: string, watch: EngineWatch): Promise<SdJob | null> {
    const answer = await callService({ ...call, url: jobUrl(jobId), signal: watch.signal });
    const job = readAnswer(answer, SdJob, { ...call, kinds: GONE });
    if (job.status === 'queued') watch.onProgress({ fraction: null, stage: 'queued' });
    if (job.status === 'generating') watch.onProgress({ fraction: null, stage: 'drawing' });
    return job.status === 'queued' || job.status === 'generating' ? null : job;
  }

  return {
    async submit(
      wanted: Wanted,
      ticket: HostedTicket,
      { signal }: SubmitOptions,
    ): Promise<EngineTicket> {
      const answer = await create(server, sdJobCall(wanted, ticket.kind, profile), signal);
      const { id } = readAnswer(answer, SdJobAccepted, { ...call, mayCost: true });
      return { ...ticket, jobId: id };
    },
    async follow(ticket: EngineTicket, watch: EngineWatch): Promise<EngineOutput> {
      const { jobId, ...hosted } = readTicket(Ticket, ticket, profile.title);
      const job = await pollUntil({
        ...{ service: profile.title, pace: { ...PACE, ...pace }, signal: watch.signal },
        ask: () => look(jobId, watch),
      });
      if (job.status !== 'completed') throw faultOfJob(job, profile.title);
      const text = job.result?.images?.[0]?.b64_json ?? job.result?.b64_json ?? '';
      const bytes = bytesOfBase64(text);
      if (!bytes)
        throw new EngineFault('bad_output', `${profile.title} finished without a picture.`);
      return await hostedOutput({ service: profile.title, ticket: hosted, bytes, costUsd: 0 });
    },
    async cancel(ticket: EngineTicket): Promise<void> {
      const known = Ticket.safeParse(ticket).data;
      if (!known) return;
      // What is being drawn is drawn to its end; what waits is taken out of the queue.
      const signal = AbortSignal.timeout(CALL_MS);
      await callService({ ...call, url: `${jobUrl(known.jobId)}/cancel`, method: 'POST', signal });
    },
    close: async () => undefined,
  };
}

function faultOfJob(job: SdJob, service: string): EngineFault {
  const said = redact(job.error?.message || job.error?.code || 'no reason given', []);
  return job.status === 'cancelled'
    ? new EngineFault('cancelled', `${service}: ${said}`)
    : new EngineFault('bad_output', `${service} failed: ${said}`, { costUsd: 0 });
}
