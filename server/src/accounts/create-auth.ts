import { randomUUID } from 'node:crypto';
import { apiKey } from '@better-auth/api-key';
import type { Database, Log } from '@lumiku/app-kit';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { admin, bearer, jwt } from 'better-auth/plugins';
import { CLIENT_ADDRESS_HEADER } from './client-address.ts';
import { ownOrigins } from './own-origins.ts';
import * as tables from './tables.ts';

export const API_KEY_PREFIX = 'lumiku_';
export const PASSWORD_LENGTH = { least: 8, most: 128 } as const;
const COOKIE_PREFIX = 'lumiku';
export const SESSION_COOKIE = `${COOKIE_PREFIX}.session_token`;
const DAY_S = 24 * 60 * 60;

export interface AuthOptions {
  db: Database;
  /** Signs cookies and encrypts the JWT keys; at least 32 characters. */
  secret: string;
  log: Log;
  /** Sign-ins and sign-ups let through per minute, path and address. */
  attemptsPerMinute?: number;
}

/**
 * better-auth over our own tables. It never needs to know under which host it is reached: the trusted origin is
 * whatever origin the request itself was sent to, and issuer and audience of JWTs are fixed names.
 */
export function createAuth(options: AuthOptions) {
  const attempts = { window: 60, max: options.attemptsPerMinute ?? 120 };
  return betterAuth({
    appName: 'Lumiku',
    basePath: '/api/auth',
    secret: options.secret,
    telemetry: { enabled: false },
    database: drizzleAdapter(options.db, {
      provider: 'pg',
      transaction: true,
      schema: {
        user: tables.users,
        session: tables.sessions,
        account: tables.signInMethods,
        verification: tables.verifications,
        jwks: tables.signingKeys,
        apikey: tables.apiKeys,
        rateLimit: tables.signInLimits,
      },
    }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
      revokeSessionsOnPasswordReset: true,
    },
    user: {
      additionalFields: {
        tier: { type: 'string', input: false, defaultValue: 'free' },
        isOwner: { type: 'boolean', input: false, defaultValue: false },
      },
    },
    session: { expiresIn: 30 * DAY_S, updateAge: DAY_S },
    trustedOrigins: (request) => (request ? ownOrigins(request.headers) : []),
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 600,
      customRules: {
        '/sign-in/email': attempts,
        '/sign-up/email': attempts,
        '/change-password': attempts,
      },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      disableOriginCheck: false,
      disableCSRFCheck: false,
      // One cookie name on http and https; `Secure` is added to the answer when the request came by https.
      useSecureCookies: false,
      database: { generateId: () => randomUUID() },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    logger: {
      level: 'error',
      log: (level, message) => options.log[level === 'error' ? 'error' : 'info']({}, message),
    },
    plugins: [
      bearer(),
      jwt({
        disableSettingJwtHeader: true,
        jwt: {
          issuer: 'lumiku',
          audience: 'lumiku',
          definePayload: ({ user }) => ({ id: user.id }),
        },
      }),
      admin({ bannedUserMessage: 'This account was closed by an admin.' }),
      apiKey({
        defaultPrefix: API_KEY_PREFIX,
        requireName: true,
        maximumNameLength: 64,
        startingCharactersConfig: {
          shouldStore: true,
          charactersLength: API_KEY_PREFIX.length + 4,
        },
        rateLimit: { enabled: false },
        deferUpdates: true,
      }),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;
