import type { z } from 'zod';
import { EngineFault, type EngineFaultKind } from '../engine.ts';
import { callService, type ServiceAnswer, type ServiceCall } from './call-service.ts';
import { faultOfStatus } from './fault-of-status.ts';

interface JsonCall extends ServiceCall {
  /** What this service means by a status, where it differs from the usual. */
  readonly kinds?: Readonly<Partial<Record<number, EngineFaultKind>>>;
}

/**
 * One call whose answer is JSON of a known form.
 * @throws EngineFault as `callService` and `faultOfStatus` say; an answer of another form is `ambiguous_submit` for a
 *   call that may cost (the work runs, we only cannot read where) and `unavailable` for any other
 */
export async function askService<S extends z.ZodType>(
  call: JsonCall,
  schema: S,
): Promise<z.infer<S>> {
  const answer = await callService(call);
  return readAnswer(answer, schema, call);
}

/** The second half of `askService`, for services whose answers say more than their status. */
export function readAnswer<S extends z.ZodType>(
  answer: ServiceAnswer,
  schema: S,
  call: Pick<JsonCall, 'service' | 'mayCost' | 'secrets' | 'kinds'>,
): z.infer<S> {
  const { service, secrets, kinds } = call;
  const mayCost = call.mayCost === true;
  if (answer.status < 200 || answer.status >= 300) {
    throw faultOfStatus({ service, answer, mayCost, secrets, ...(kinds ? { kinds } : {}) });
  }
  const read = schema.safeParse(answer.json);
  if (read.success) return read.data;
  throw new EngineFault(
    mayCost ? 'ambiguous_submit' : 'unavailable',
    `${service} sent an answer that is not of the form it documents.`,
    { cause: read.error },
  );
}
