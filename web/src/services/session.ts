import { api, connection, meKey } from '@lumiku/app-kit/web';
import type { QueryClient } from '@tanstack/react-query';
import { z } from 'zod';

const SignedIn = z.object({ token: z.string(), user: z.object({ id: z.string() }) });
const Anything = z.unknown();
const Setup = z.object({ data: z.object({ hasOwner: z.boolean(), signUpOpen: z.boolean() }) });
export type Setup = z.infer<typeof Setup>['data'];

/** Of the studio, not of a person: outlives whoever signs out. */
export const setupKey = ['setup'] as const;

/** Whether anybody owns this studio yet, and whether a stranger may make an account. */
export async function readSetup(signal?: AbortSignal): Promise<Setup> {
  return (await api.get('/api/setup', { schema: Setup, signal })).data;
}

/** The browser keeps the session in a cookie no script can read. */
export async function signIn(form: { email: string; password: string }): Promise<void> {
  await api.post('/api/auth/sign-in/email', form, { schema: SignedIn });
}

export async function signUp(form: {
  name: string;
  email: string;
  password: string;
}): Promise<void> {
  await api.post('/api/auth/sign-up/email', form, { schema: SignedIn });
}

export async function signOut(): Promise<void> {
  await api.post('/api/auth/sign-out', {}, { schema: Anything });
}

/** When the server says the session is over, forgets everything of that person and asks to sign in. */
export function followSession(
  queryClient: QueryClient,
  router: { invalidate: () => Promise<void> },
): void {
  connection.onSignedOut(() => {
    if (!queryClient.getQueryData(meKey)) return;
    void forgetPerson(queryClient, router);
  });
}

/** Lets the guards lead away from what was theirs, then drops all that was loaded for the person. */
export async function forgetPerson(
  queryClient: QueryClient,
  router: { invalidate: () => Promise<void> },
): Promise<void> {
  queryClient.setQueryData(meKey, null);
  // First away, then clear: a screen still in sight would ask again for what it lost.
  await router.invalidate();
  // Not what the way in is asking just now: its answer would come to nobody.
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== setupKey[0] });
  queryClient.getMutationCache().clear();
  queryClient.setQueryData(meKey, null);
}
