import type { Database } from '@lumiku/app-kit';
import { Fault } from '@lumiku/contract';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { AuthEndpoint } from './auth-endpoints.ts';
import { readSetup } from './read-setup.ts';
import { users } from './tables.ts';

const AboutSomebody = z.object({ userId: z.string() });

/**
 * What better-auth cannot know: whether strangers may sign up, and that nobody takes the studio from its owner.
 * @throws Fault SIGN_UP_CLOSED (403), OWNER_PROTECTED (403)
 */
export async function guardAuth(
  deps: { db: Database; isSignUpOpen: boolean },
  endpoint: AuthEndpoint,
  body: unknown,
): Promise<void> {
  if (endpoint.path === '/sign-up/email') {
    const { signUpOpen } = await readSetup(deps.db, deps.isSignUpOpen);
    if (!signUpOpen) throw signUpClosed();
  }
  if (endpoint.path.startsWith('/admin/')) {
    const [target] = await deps.db
      .select({ isOwner: users.isOwner })
      .from(users)
      .where(eq(users.id, AboutSomebody.parse(body).userId));
    if (target?.isOwner) throw ownerProtected();
  }
}

function signUpClosed(): Fault {
  return new Fault({
    code: 'SIGN_UP_CLOSED',
    status: 403,
    message: 'This studio takes no new accounts.',
    fix: 'Ask an admin of this studio to open sign-up (LUMIKU_SIGN_UP).',
  });
}

function ownerProtected(): Fault {
  return new Fault({
    code: 'OWNER_PROTECTED',
    status: 403,
    message: "The owner's account cannot be changed by others.",
  });
}
