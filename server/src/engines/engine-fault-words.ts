import { Fault, type FaultStatus } from '@lumiku/contract';
import type { EngineFault, EngineFaultKind } from '@lumiku/engines/engine';

interface Words {
  code: string;
  status: FaultStatus;
  message: string;
  fix: string;
}

const TRY_AGAIN = 'Nothing was charged. Try again in a moment.';
const ASK_OPERATOR = 'Nothing was charged. Tell the operator of this studio.';

/** What a person is told; the engine's own words go to the log. Statuses of 5xx and 429 are tried again by the job. */
const WORDS: Record<EngineFaultKind, Words> = {
  not_configured: {
    code: 'ENGINE_NOT_CONFIGURED',
    status: 422,
    message: 'The engine that makes the pictures is not set up.',
    fix: ASK_OPERATOR,
  },
  authentication: {
    code: 'ENGINE_REFUSED_KEY',
    status: 422,
    message: 'The engine does not accept the key of this studio.',
    fix: ASK_OPERATOR,
  },
  payment: {
    code: 'ENGINE_UNPAID',
    status: 422,
    message: 'The account of this studio at the engine has run out.',
    fix: ASK_OPERATOR,
  },
  rate_limited: {
    code: 'RATE_LIMIT_EXCEEDED',
    status: 429,
    message: 'The engine has too much to do right now.',
    fix: TRY_AGAIN,
  },
  model_loading: {
    code: 'MODEL_LOADING',
    status: 503,
    message: 'The engine is still warming up.',
    fix: TRY_AGAIN,
  },
  invalid_input: {
    code: 'ENGINE_INPUT_REFUSED',
    status: 422,
    message: 'The engine cannot make this picture from this photo and pose.',
    fix: 'Nothing was charged. Try another photo or another pose.',
  },
  content_refused: {
    code: 'ENGINE_CONTENT_REFUSED',
    status: 422,
    message: 'The engine refused this picture because of its content rules.',
    fix: 'Nothing was charged. Try another photo or another pose.',
  },
  unavailable: {
    code: 'ENGINE_UNAVAILABLE',
    status: 503,
    message: 'The engine cannot be reached right now.',
    fix: TRY_AGAIN,
  },
  timed_out: {
    code: 'ENGINE_TIMED_OUT',
    status: 503,
    message: 'The engine took too long.',
    fix: TRY_AGAIN,
  },
  cancelled: {
    code: 'ENGINE_CANCELLED',
    status: 503,
    message: 'The engine stopped before the picture was done.',
    fix: TRY_AGAIN,
  },
  result_expired: {
    code: 'ENGINE_RESULT_LOST',
    status: 503,
    message: 'The engine no longer has the picture it made.',
    fix: TRY_AGAIN,
  },
  ambiguous_submit: {
    code: 'ENGINE_SUBMIT_UNCLEAR',
    status: 422,
    message: 'The engine did not say whether it took the work, so it was not asked a second time.',
    fix: TRY_AGAIN,
  },
  bad_output: {
    code: 'ENGINE_PICTURE_BROKEN',
    status: 502,
    message: 'The engine sent something that is not the picture that was asked for.',
    fix: TRY_AGAIN,
  },
};

/** A try that cannot help any more: the picture was made or may have been, and is lost. */
const FINAL_STATUS = 422;

/** @param options.isFinal the work must not be handed over again, so the job must not try again either */
export function faultOfEngine(
  fault: EngineFault,
  engineId: string,
  options: { isFinal?: boolean } = {},
): Fault {
  const words = WORDS[fault.kind];
  return new Fault({
    ...words,
    ...(options.isFinal ? { status: FINAL_STATUS } : {}),
    ...(fault.retryAfterSeconds === undefined
      ? {}
      : { retryAfterSeconds: fault.retryAfterSeconds }),
    internal: `engine ${engineId}: ${fault.message}`,
    cause: fault,
  });
}
