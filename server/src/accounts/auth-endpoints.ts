import { z } from '@hono/zod-openapi';
import { Role } from '@lumiku/contract';
import { PASSWORD_LENGTH } from './create-auth.ts';

/** The calls of better-auth that this studio offers; whatever is not listed here answers 404. */
export interface AuthEndpoint {
  method: 'get' | 'post';
  /** Under `/api/auth`. */
  path: string;
  summary: string;
  /** Unknown fields are dropped before better-auth sees them. */
  body?: z.ZodObject;
  query?: z.ZodObject;
  answer: z.ZodType;
  isPublic?: boolean;
}

const Name = z
  .string('Tell us what to call you.')
  .trim()
  .min(1, 'Tell us what to call you.')
  .max(100, 'At most 100 characters.');
const Email = z.email('This is not an e-mail address.').max(254, 'At most 254 characters.');
const Password = z.string('The password is missing.').min(1, 'The password is missing.');
const Moment = z.iso.datetime();

const User = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: Role,
    tier: z.string(),
    isOwner: z.boolean(),
    createdAt: Moment,
  })
  .openapi('SignedInUser');
const SignedIn = z.object({ token: z.string(), user: User }).openapi('SignedIn');
const Session = z.object({
  id: z.string(),
  token: z.string(),
  userId: z.string(),
  ipAddress: z.string().nullish(),
  userAgent: z.string().nullish(),
  createdAt: Moment,
  updatedAt: Moment,
  expiresAt: Moment,
});
const ApiKey = z.object({
  id: z.string(),
  name: z.string().nullable(),
  start: z.string().nullable(),
  enabled: z.boolean(),
  createdAt: Moment,
  lastRequest: Moment.nullable(),
  expiresAt: Moment.nullable(),
});
const Done = z.object({ success: z.boolean() });
const Status = z.object({ status: z.boolean() });

const email = {
  password: Password,
  rememberMe: z.boolean().optional(),
};

export const AUTH_ENDPOINTS: readonly AuthEndpoint[] = [
  {
    method: 'post',
    path: '/sign-up/email',
    summary: `Create an account. Passwords have ${PASSWORD_LENGTH.least} to ${PASSWORD_LENGTH.most} characters.`,
    body: z.object({ name: Name, email: Email, ...email }),
    answer: SignedIn,
    isPublic: true,
  },
  {
    method: 'post',
    path: '/sign-in/email',
    summary: 'Sign in; `token` is the bearer token, a browser also gets a cookie',
    body: z.object({ email: Email, ...email }),
    answer: SignedIn,
    isPublic: true,
  },
  { method: 'post', path: '/sign-out', summary: 'Sign out', answer: Done, isPublic: true },
  {
    method: 'get',
    path: '/get-session',
    summary: 'The session this request belongs to, or null',
    answer: z.object({ session: Session, user: User }).nullable(),
    isPublic: true,
  },
  {
    method: 'get',
    path: '/list-sessions',
    summary: 'Where I am signed in',
    answer: z.array(Session),
  },
  {
    method: 'post',
    path: '/revoke-session',
    summary: 'Sign out one session',
    body: z.object({ token: z.string().min(1) }),
    answer: Status,
  },
  {
    method: 'post',
    path: '/revoke-other-sessions',
    summary: 'Sign out everywhere else',
    answer: Status,
  },
  { method: 'post', path: '/revoke-sessions', summary: 'Sign out everywhere', answer: Status },
  {
    method: 'post',
    path: '/change-password',
    summary: 'Change my password',
    body: z.object({
      currentPassword: Password,
      newPassword: Password,
      revokeOtherSessions: z.boolean().optional(),
    }),
    answer: z.object({ token: z.string().nullable(), user: User }),
  },
  {
    method: 'post',
    path: '/update-user',
    summary: 'Change my name',
    body: z.object({ name: Name }),
    answer: Status,
  },
  {
    method: 'get',
    path: '/token',
    summary: 'A short-lived JWT for this session',
    answer: z.object({ token: z.string() }),
  },
  {
    method: 'get',
    path: '/jwks',
    summary: 'The public keys that check such a JWT',
    answer: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }),
    isPublic: true,
  },
  {
    method: 'post',
    path: '/api-key/create',
    summary: 'Make an API key; `key` is shown this once',
    body: z.object({
      name: z.string().trim().min(1, 'Give the key a name.').max(64, 'At most 64 characters.'),
      expiresIn: z.number().int().min(86_400).max(31_536_000).nullish().openapi({
        description: 'Seconds; a day to a year. Without it the key does not expire.',
      }),
    }),
    answer: ApiKey.extend({ key: z.string() }),
  },
  {
    method: 'get',
    path: '/api-key/list',
    summary: 'My API keys',
    answer: z.object({ apiKeys: z.array(ApiKey), total: z.number().int() }),
  },
  {
    method: 'post',
    path: '/api-key/delete',
    summary: 'Delete an API key; it stops working at once',
    body: z.object({ keyId: z.string().min(1) }),
    answer: Done,
  },
  {
    method: 'post',
    path: '/admin/set-role',
    summary: 'Make somebody an admin, or a user again (admins only)',
    body: z.object({ userId: z.string().min(1), role: Role }),
    answer: z.object({ user: User }),
  },
  {
    method: 'post',
    path: '/admin/ban-user',
    summary: "Close somebody's account (admins only)",
    body: z.object({ userId: z.string().min(1), banReason: z.string().max(500).optional() }),
    answer: z.object({ user: User }),
  },
  {
    method: 'post',
    path: '/admin/unban-user',
    summary: "Open somebody's account again (admins only)",
    body: z.object({ userId: z.string().min(1) }),
    answer: z.object({ user: User }),
  },
];
