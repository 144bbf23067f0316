/**
 * The origins under which this very request may have been sent to us. Behind a proxy the scheme is not known and the
 * public host may come as X-Forwarded-Host; a page of another site can set neither header.
 */
export function ownOrigins(headers: Headers): string[] {
  const hosts = [headers.get('host'), headers.get('x-forwarded-host')?.split(',')[0]?.trim()];
  return hosts
    .filter((host): host is string => Boolean(host))
    .flatMap((host) => [`http://${host}`, `https://${host}`]);
}
