import type { KeyObject } from 'node:crypto';

/** A certificate of the operator's and its key. */
export interface SigningIdentity {
  readonly algorithm: 'es256' | 'es384' | 'ed25519';
  readonly key: KeyObject;
  /** DER, the own certificate first, each signed by the next. */
  readonly certificates: readonly Uint8Array[];
}

/** Signs what this server made, so that anybody can check where it comes from and that it was not changed. */
export interface ContentCredentials {
  /**
   * The picture or clip with a signed manifest; as it was when it carries no mark of having been made, or is of a kind
   * that cannot be signed (WebM).
   */
  sign(picture: {
    bytes: Uint8Array<ArrayBuffer>;
    mediaType: string;
  }): Promise<Uint8Array<ArrayBuffer>>;
}

/** Where no key is configured. */
export const noCredentials: ContentCredentials = { sign: async ({ bytes }) => bytes };
