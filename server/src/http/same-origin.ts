import { Fault } from '@lumiku/contract';
import { createMiddleware } from 'hono/factory';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Another site may make a browser send our cookie along, but not lie about where it came from. Only requests that
 * change something and are proven by the cookie are looked at; a token cannot be sent by accident.
 * @throws Fault CROSS_SITE_REQUEST (403)
 */
export function requireSameOrigin() {
  return createMiddleware(async (c, next) => {
    const headers = c.req.raw.headers;
    if (!SAFE.has(c.req.method) && isByCookie(headers) && !isFromUs(headers)) {
      throw new Fault({
        code: 'CROSS_SITE_REQUEST',
        status: 403,
        message: 'This request came from another site.',
        fix: 'Open the studio itself and try again there.',
      });
    }
    await next();
  });
}

function isByCookie(headers: Headers): boolean {
  return headers.has('cookie') && !headers.has('authorization') && !headers.has('x-api-key');
}

/** Every browser of the last years sends at least one of the two headers with such a request. */
function isFromUs(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site === 'same-origin' || site === 'none') return true;
  const origin = headers.get('origin');
  if (origin === null) return site === null;
  const hosts = [headers.get('host'), headers.get('x-forwarded-host')?.split(',')[0]?.trim()];
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}
