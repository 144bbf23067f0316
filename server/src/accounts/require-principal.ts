import type { AppEnv, Principal } from '@lumiku/app-kit';
import { Fault, type Role } from '@lumiku/contract';
import { createMiddleware } from 'hono/factory';

/**
 * Signs the person in for the routes behind it, once however many such checks a request passes. `/api/things/*` guards
 * `/api/things` as well.
 * @throws Fault NOT_SIGNED_IN (401), NOT_ALLOWED (403), RATE_LIMIT_EXCEEDED (429)
 */
export function requirePrincipal(
  resolve: (headers: Headers) => Promise<Principal | null>,
  role?: Role,
) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const known: Principal | undefined = c.get('principal');
    const principal = known ?? (await resolve(c.req.raw.headers));
    if (!principal) throw notSignedIn();
    if (role !== undefined && principal.role !== role) throw notAllowed();
    if (!known) await c.get('admit')?.(principal);
    c.set('principal', principal);
    await next();
  });
}

export function notSignedIn(): Fault {
  return new Fault({
    code: 'NOT_SIGNED_IN',
    status: 401,
    message: 'You are not signed in.',
    fix: 'Sign in, or send a valid token as "Authorization: Bearer <token>".',
  });
}

function notAllowed(): Fault {
  return new Fault({
    code: 'NOT_ALLOWED',
    status: 403,
    message: 'Only admins of this studio may do this.',
  });
}
