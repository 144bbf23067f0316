import { callService, type ServiceAnswer } from '../wire/call-service.ts';
import type { ImagesCall } from './images-call.ts';
import { faultOfAnswer } from './images-faults.ts';
import type { ServerProfile } from './profiles.ts';

/** One server of the operator's choice. */
export interface ImagesServer {
  readonly profile: ServerProfile;
  /** Without `/v1` and without a slash at its end. */
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  /** How long a held call may take. */
  readonly timeoutMs: number;
}

/** The one create call. @throws EngineFault */
export async function create(
  server: ImagesServer,
  call: ImagesCall,
  signal: AbortSignal,
  onEvent?: (event: unknown) => void,
): Promise<ServiceAnswer> {
  const { profile, baseUrl, headers, secrets, timeoutMs } = server;
  const answer = await callService({
    ...{ service: profile.title, url: `${baseUrl}${call.path}`, method: 'POST', mayCost: true },
    ...(call.json === undefined ? {} : { json: call.json }),
    ...(call.body === undefined ? {} : { body: call.body }),
    ...{ headers, secrets, signal, timeoutMs },
    ...(onEvent ? { onEvent } : {}),
  });
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw faultOfAnswer(answer, profile, secrets);
}
