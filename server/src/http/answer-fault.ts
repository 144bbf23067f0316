import type { AppEnv, Log } from '@lumiku/app-kit';
import { indonesianFault } from '@lumiku/app-kit/fault-words';
import { Fault, type FaultBody, type Language, wantedLanguage } from '@lumiku/contract';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { findFault } from '../db/index.ts';

/**
 * Turns whatever a route threw into the one error shape of the API. What is nobody's fault is a bug: it is logged
 * with its stack and answered without any of it.
 */
export function answerFault(error: unknown, c: Context<AppEnv>, log: Log): Response {
  const requestId = c.get('requestId');
  const fault = findFault(error) ?? httpFault(error);
  if (fault === null) {
    log.error({ requestId, err: error, path: c.req.path }, 'A request failed on a bug.');
  } else if (fault.status >= 500) {
    log.warn({ requestId, err: fault, internal: fault.internal }, fault.message);
  }
  const answered = fault ?? unknownFault();
  c.set('faultCode', answered.code);
  if (answered.retryAfterSeconds !== undefined) {
    c.header('Retry-After', String(Math.ceil(answered.retryAfterSeconds)));
  }
  if (answered.status === 401) c.header('WWW-Authenticate', 'Bearer');
  c.header('Cache-Control', 'no-store');
  c.header('Vary', 'Accept-Language', { append: true });
  const language = wantedLanguage(c.req.header('accept-language'));
  return c.json(faultBody(answered, requestId, language), answered.status);
}

/** In Indonesian for who asks for it and where there are words. */
function faultBody(fault: Fault, requestId: string, language: Language): FaultBody {
  const own = { message: fault.message, fix: fault.fix };
  const words =
    language === 'id'
      ? (indonesianFault(fault.code, fault.details ?? {}, fault.retryAfterSeconds) ?? own)
      : own;
  return {
    error: {
      code: fault.code,
      message: words.message,
      ...(words.fix === undefined ? {} : { fix: words.fix }),
      ...issuesIn(language, fault, words.message),
      ...(fault.retryAfterSeconds === undefined
        ? {}
        : { retryAfterSeconds: fault.retryAfterSeconds }),
      ...(fault.details === undefined ? {} : { details: fault.details }),
      requestId,
    },
  };
}

function issuesIn(
  language: Language,
  { issues }: Fault,
  whole: string,
): Pick<FaultBody['error'], 'issues'> {
  if (issues === undefined) return {};
  return {
    issues: issues.map(({ path, message, inIndonesian = whole }) => ({
      ...{ path, message: language === 'id' ? inIndonesian : message },
    })),
  };
}

/** What Hono itself refuses: a body that is not the JSON or the form it says it is. */
function httpFault(error: unknown): Fault | null {
  if (!(error instanceof HTTPException) || error.status >= 500) return null;
  return new Fault({
    code: 'REQUEST_UNREADABLE',
    status: 400,
    message: 'The body of the request cannot be read.',
    fix: 'Send JSON with Content-Type: application/json, or a form with multipart/form-data.',
    internal: error.message,
  });
}

function unknownFault(): Fault {
  return new Fault({
    code: 'INTERNAL_ERROR',
    status: 500,
    message: 'Something went wrong on our side.',
    fix: 'Try again. If it happens again, tell the operator the request id.',
  });
}

export function routeNotFound(method: string, path: string): Fault {
  return new Fault({
    code: 'ROUTE_NOT_FOUND',
    status: 404,
    message: `There is nothing at ${method} ${path}.`,
    fix: 'The calls there are stand at /api/docs.',
  });
}
