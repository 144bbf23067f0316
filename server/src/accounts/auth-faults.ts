import { Fault, type FaultStatus } from '@lumiku/contract';
import { z } from 'zod';
import { PASSWORD_LENGTH } from './create-auth.ts';

const AuthError = z.object({ code: z.string().optional(), message: z.string().optional() });

type Words = { code: string; status: FaultStatus; message: string; fix?: string };

const WORDS: Record<string, Words> = {
  INVALID_EMAIL_OR_PASSWORD: {
    code: 'SIGN_IN_WRONG',
    status: 401,
    message: 'The e-mail or the password is not right.',
    fix: 'Check both and try again.',
  },
  INVALID_PASSWORD: {
    code: 'PASSWORD_WRONG',
    status: 400,
    message: 'The password is not right.',
    fix: 'Type your current password again.',
  },
  INVALID_EMAIL: {
    code: 'EMAIL_INVALID',
    status: 400,
    message: 'This is not an e-mail address.',
    fix: 'Write it like name@example.com.',
  },
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: emailTaken(),
  USER_ALREADY_EXISTS: emailTaken(),
  PASSWORD_TOO_SHORT: {
    code: 'PASSWORD_TOO_SHORT',
    status: 400,
    message: `The password is too short: it needs at least ${PASSWORD_LENGTH.least} characters.`,
    fix: 'Choose a longer one, for example three unrelated words.',
  },
  PASSWORD_TOO_LONG: {
    code: 'PASSWORD_TOO_LONG',
    status: 400,
    message: `The password is too long: ${PASSWORD_LENGTH.most} characters are the most.`,
    fix: 'Choose a shorter one.',
  },
  BANNED_USER: {
    code: 'ACCOUNT_CLOSED',
    status: 403,
    message: 'This account was closed by an admin.',
    fix: 'Ask an admin of this studio.',
  },
  KEY_NOT_FOUND: { code: 'NOT_FOUND', status: 404, message: 'This API key does not exist.' },
  INVALID_ORIGIN: foreignOrigin(),
  MISSING_OR_NULL_ORIGIN: foreignOrigin(),
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: foreignOrigin(),
  YOU_CANNOT_BAN_YOURSELF: {
    code: 'ADMIN_NOT_YOURSELF',
    status: 400,
    message: 'You cannot close your own account here.',
  },
  // Two sign-ups with one e-mail at the same moment: the database refused the second.
  FAILED_TO_CREATE_USER: emailTaken(),
};

const BY_STATUS: Record<number, Words> = {
  401: {
    code: 'NOT_SIGNED_IN',
    status: 401,
    message: 'You are not signed in.',
    fix: 'Sign in and try again.',
  },
  403: { code: 'NOT_ALLOWED', status: 403, message: 'Your account may not do this.' },
  404: { code: 'NOT_FOUND', status: 404, message: 'This does not exist.' },
  429: {
    code: 'TOO_MANY_ATTEMPTS',
    status: 429,
    message: 'There were too many attempts from your network.',
    fix: 'Wait a moment and try again.',
  },
};

/** Puts an error answer of better-auth into our words; what it said itself goes to the log only. */
export async function authFault(response: Response): Promise<Fault> {
  const parsed = AuthError.safeParse(await response.json().catch(() => ({})));
  const said = parsed.success ? parsed.data : {};
  const words = WORDS[said.code ?? ''] ?? BY_STATUS[response.status];
  const internal = `sign-in answered ${response.status} ${said.code ?? ''} ${said.message ?? ''}`;
  if (words) {
    const wait = Number(response.headers.get('x-retry-after'));
    return new Fault({ ...words, internal, ...(wait > 0 ? { retryAfterSeconds: wait } : {}) });
  }
  if (response.status < 500) {
    const message = 'This request to the accounts is not usable.';
    return new Fault({ code: 'ACCOUNT_REQUEST_INVALID', status: 400, message, internal });
  }
  return accountsUnavailable(new Error(internal));
}

/** 503: the accounts themselves cannot be asked, which is no verdict on who asks. */
export function accountsUnavailable(cause: unknown): Fault {
  return new Fault({
    code: 'ACCOUNTS_UNAVAILABLE',
    status: 503,
    message: 'The accounts cannot be reached right now.',
    fix: 'Try again in a moment.',
    retryAfterSeconds: 5,
    internal: cause instanceof Error ? cause.message : String(cause),
    cause,
  });
}

function emailTaken(): Words {
  return {
    code: 'EMAIL_TAKEN',
    status: 409,
    message: 'There is an account with this e-mail already.',
    fix: 'Sign in with it, or use another e-mail.',
  };
}

function foreignOrigin(): Words {
  return {
    code: 'CROSS_SITE_REQUEST',
    status: 403,
    message: 'This request came from another website.',
    fix: 'Open the studio itself and try again there.',
  };
}
