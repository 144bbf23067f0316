import { createHash } from 'node:crypto';

/**
 * SHA-256 of a request as canonical JSON: keys sorted, undefined left out, so the order of fields does not matter.
 * Bytes (a file) belong in it as their own hash.
 */
export function hashRequest(request: unknown): string {
  return createHash('sha256').update(canonical(request)).digest('hex');
}

function canonical(value: unknown): string {
  const sorted = JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
  return sorted ?? 'undefined';
}
