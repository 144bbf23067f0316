/** Whether the browser's side of this request was https, as far as we or the proxy before us can tell. */
export function cameByHttps(url: string, headers: Headers): boolean {
  const forwarded = headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
  return (forwarded ?? new URL(url).protocol.replace(':', '')) === 'https';
}

/** The same headers with `Secure` on every cookie. */
export function secureCookies(headers: Headers): Headers {
  const secured = new Headers(headers);
  secured.delete('set-cookie');
  for (const cookie of headers.getSetCookie()) {
    secured.append('set-cookie', /;\s*secure/i.test(cookie) ? cookie : `${cookie}; Secure`);
  }
  return secured;
}
