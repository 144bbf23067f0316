import { EngineFault, type EngineFaultKind } from '../engine.ts';
import type { ServiceAnswer } from '../wire/call-service.ts';
import { faultOfStatus, wordsOf } from '../wire/fault-of-status.ts';
import { redact } from '../wire/redact.ts';
import { type FalOutput, FalProblem } from './fal-wire.ts';

export const FAL = 'fal';

const REFUSED = new Set(['content_policy_violation', 'no_media_generated']);
/** Of the machine, not of the work. fal has tried these several times itself and charges nothing for them. */
const MACHINE =
  /^(internal_server_error|generation_timeout|downstream_service_|request_timeout|startup_timeout|runner_|internal_error)/;

/** The fault of an answer that is not a success, to whichever call. */
export function falFault(answer: ServiceAnswer, secrets: readonly string[], mayCost: boolean) {
  const told = redact(wordsOf(answer), secrets);
  const type = typeOf(answer);
  const say = (kind: EngineFaultKind, costUsd?: number) =>
    new EngineFault(kind, `${FAL} answered ${answer.status} ${type}: ${told}`, { costUsd });
  if (answer.status === 403 && /balance|locked|exhausted|billing/i.test(told))
    return say('payment');
  if (REFUSED.has(type)) return say('content_refused');
  if (answer.headers.get('x-fal-request-timeout-type') === 'user') return say('timed_out', 0);
  if (!mayCost && answer.status >= 500 && MACHINE.test(type)) return say('bad_output', 0);
  if (!mayCost && answer.status === 404) return say('result_expired');
  return faultOfStatus({ service: FAL, answer, mayCost, secrets });
}

function typeOf(answer: ServiceAnswer): string {
  const problem = FalProblem.safeParse(answer.json).data;
  const listed = Array.isArray(problem?.detail) ? problem.detail[0]?.type : undefined;
  return answer.headers.get('x-fal-error-type') ?? problem?.error_type ?? listed ?? '';
}

/** The link of what was made. @throws EngineFault `content_refused` for a flagged picture, `bad_output` */
export function falLink(output: FalOutput): string {
  const flags = [output.has_nsfw_concepts ?? []].flat();
  // Flagged pictures come back black, with a flag and without an error.
  if (flags[0] === true) throw new EngineFault('content_refused', `${FAL} flagged the picture.`);
  const made = output.images?.[0] ?? output.image ?? output.video;
  if (made) return made.url;
  const isEmpty = output.images?.length === 0;
  throw isEmpty
    ? new EngineFault('content_refused', `${FAL} kept the picture back.`)
    : new EngineFault('bad_output', `${FAL} made something that is no file.`);
}
