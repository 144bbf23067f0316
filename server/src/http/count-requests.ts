import type { AppEnv } from '@lumiku/app-kit';
import { createMiddleware } from 'hono/factory';
import type { RequestLimit } from '../limits/index.ts';

/** Pictures a screen loads by the hundred while somebody scrolls. */
const PICTURE = /\.(webp|png)$/;

/**
 * Lets whoever signs a person in count their request. Pictures are not counted: they are cached for ever, and a person
 * who scrolls must not run into a limit.
 */
export function countRequests(limit: Pick<RequestLimit, 'count'>) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const isPicture = c.req.method === 'GET' && PICTURE.test(c.req.path);
    if (!isPicture) c.set('admit', (principal) => limit.count(principal));
    await next();
  });
}
