import { api } from '@lumiku/app-kit/web';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';

const Done = z.unknown();

const SignedInPlace = z.object({
  id: z.string(),
  token: z.string(),
  userAgent: z.string().nullish(),
  ipAddress: z.string().nullish(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
/** One browser or program this person is signed in with. */
export type SignedInPlace = z.infer<typeof SignedInPlace>;

const CurrentSession = z.object({ session: z.object({ token: z.string() }) }).nullable();

const ApiKey = z.object({
  id: z.string(),
  name: z.string().nullable(),
  start: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastRequest: z.iso.datetime().nullish(),
  expiresAt: z.iso.datetime().nullish(),
});
export type ApiKey = z.infer<typeof ApiKey>;

export const placesQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: async ({ signal }) => {
    const [all, current] = await Promise.all([
      api.get('/api/auth/list-sessions', { schema: z.array(SignedInPlace), signal }),
      api.get('/api/auth/get-session', { schema: CurrentSession, signal }),
    ]);
    const here = current?.session.token;
    return all
      .map((place) => ({ ...place, isHere: place.token === here }))
      .sort(
        (a, b) => Number(b.isHere) - Number(a.isHere) || b.updatedAt.localeCompare(a.updatedAt),
      );
  },
});

export const apiKeysQuery = queryOptions({
  queryKey: ['account', 'api-keys'],
  queryFn: async ({ signal }) =>
    (
      await api.get('/api/auth/api-key/list', {
        schema: z.object({ apiKeys: z.array(ApiKey) }),
        signal,
      })
    ).apiKeys,
});

export const account = {
  rename: (name: string) => api.post('/api/auth/update-user', { name }, { schema: Done }),
  changePassword: (form: { currentPassword: string; newPassword: string }) =>
    api.post('/api/auth/change-password', { ...form, revokeOtherSessions: true }, { schema: Done }),
  signOutPlace: (token: string) =>
    api.post('/api/auth/revoke-session', { token }, { schema: Done }),
  signOutElsewhere: () => api.post('/api/auth/revoke-other-sessions', {}, { schema: Done }),
  /** The key itself comes this once and never again. */
  makeKey: (name: string, expiresInDays: number | null) =>
    api.post(
      '/api/auth/api-key/create',
      { name, expiresIn: expiresInDays === null ? null : expiresInDays * 86_400 },
      { schema: z.object({ id: z.string(), key: z.string() }) },
    ),
  deleteKey: (keyId: string) => api.post('/api/auth/api-key/delete', { keyId }, { schema: Done }),
  deleteAccount: (password: string) => api.delete('/api/me', { body: { password }, schema: Done }),
};
