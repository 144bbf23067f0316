import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { Fault } from '@lumiku/contract';
import ipaddr from 'ipaddr.js';

/** Every address of a name. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

/** Why nothing was sent: a name led to an address inside the operator's network. */
export class AddressRefused extends Error {
  constructor(hostname: string) {
    super(
      `${hostname} leads to a private or loopback address, which webhooks of this studio may not reach.`,
    );
    this.name = 'AddressRefused';
  }
}

/** Whether an address belongs to the public internet: neither private, loopback, link-local, mapped nor reserved. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

export const resolveName: Resolve = async (hostname) =>
  (await systemLookup(hostname, { all: true })).map(({ address }) => address);

/**
 * For `http.request`: resolves at the moment of connecting and hands out only addresses that may be reached, so that a
 * name cannot show one address when it is checked and another when it is used (DNS rebinding).
 */
export function guardedLookup(
  resolve: Resolve,
  mayReach: (address: string) => boolean,
): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname).then(
      (addresses) => {
        const refused = addresses.length === 0 || !addresses.every(mayReach);
        if (refused) return done(new AddressRefused(hostname), '', 0);
        const all = addresses.map((address) => ({ address, family: familyOf(address) }));
        const [first] = all;
        if (options.all || !first) return done(null, all);
        done(null, first.address, first.family);
      },
      (error) => done(error, '', 0),
    );
  };
}

function familyOf(address: string): 4 | 6 {
  return ipaddr.parse(address).kind() === 'ipv4' ? 4 : 6;
}

/**
 * Refuses at once what could never be delivered; what a name leads to is checked again at every connection.
 * @throws Fault WEBHOOK_URL_REFUSED (422)
 */
export function checkWebhookUrl(text: string, isPrivateAllowed: boolean): void {
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') {
    throw refused(
      'The address contains a user name or password.',
      'Leave them out; deliveries are signed instead.',
    );
  }
  if (isPrivateAllowed) return;
  if (url.protocol !== 'https:') {
    throw refused(
      'Webhooks of this studio go to https addresses only.',
      'Use an address that starts with https://.',
    );
  }
  const host = hostOf(url);
  if (host === 'localhost' || (ipaddr.isValid(host) && !isPublicAddress(host))) {
    throw refused(
      'This address lies inside the operator’s own network.',
      'Use an address of the public internet, or ask the operator to allow private ones.',
    );
  }
}

/** Without the brackets of IPv6. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function refused(message: string, fix: string): Fault {
  return new Fault({ code: 'WEBHOOK_URL_REFUSED', status: 422, message, fix });
}
