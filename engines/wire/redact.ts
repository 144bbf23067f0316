const SHOWN_MAX = 400;
const LONG_RUN = /[A-Za-z0-9+/=_-]{120,}/g;

/**
 * What of a service's own words may stand in a fault or a log: keys, long base64 runs and query strings (signed links)
 * are taken out, the rest is cut to a readable length. Services do repeat keys in their error texts.
 */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length > 0) clean = clean.replaceAll(secret, '[key]');
  }
  clean = clean
    .replaceAll(/(https?:\/\/[^\s"'?]+)\?[^\s"']*/g, '$1')
    .replaceAll(LONG_RUN, '[…]')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return clean.length > SHOWN_MAX ? `${clean.slice(0, SHOWN_MAX)}…` : clean;
}
