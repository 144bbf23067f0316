import { isIP } from 'node:net';

/** Set by us alone, after removing what a client may have sent under this name. */
export const CLIENT_ADDRESS_HEADER = 'x-lumiku-client-address';

const PRIVATE =
  /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cd]|fe80:|::ffff:(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))\.)/i;

/**
 * Whom to count attempts against: the other end of the socket; or, when that is a proxy next to us (loopback or
 * private address), the last hop it wrote into X-Forwarded-For. What a client wrote there itself stands further left.
 */
export function clientAddress(headers: Headers, socketAddress: string | undefined): string {
  const isProxied = socketAddress === undefined || PRIVATE.test(socketAddress);
  const lastHop = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (isProxied && lastHop && isIP(lastHop)) return lastHop;
  return socketAddress ?? '127.0.0.1';
}
