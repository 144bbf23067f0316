import { sign } from 'node:crypto';
import type { SigningIdentity } from './content-credentials.ts';

/** RFC 9053: numbers of algorithms; RFC 9360: the header with the certificates. */
const ALGORITHMS = { es256: -7, es384: -35, ed25519: -8 } as const;
const HASHES = { es256: 'sha256', es384: 'sha384', ed25519: null } as const;
const HEADER = { algorithm: 1, certificates: 33 } as const;
const COSE_SIGN1_TAG = 0xd2;
const CBOR_NULL = 0xf6;

/**
 * A COSE_Sign1 (RFC 9052) over a claim that stands elsewhere, padded to exactly `sizeBytes` as C2PA wants it.
 * @throws RangeError when the certificates do not fit
 */
export function coseSignature(
  claim: Uint8Array,
  { algorithm, key, certificates }: SigningIdentity,
  sizeBytes: number,
): Uint8Array<ArrayBuffer> {
  const [own = new Uint8Array(), ...rest] = certificates;
  const chain = rest.length === 0 ? bytes(own) : array(certificates.map(bytes));
  const protectedHeader = map([
    [integer(HEADER.algorithm), integer(ALGORITHMS[algorithm])],
    [integer(HEADER.certificates), chain],
  ]);
  const signed = array([
    text('Signature1'),
    bytes(protectedHeader),
    bytes(new Uint8Array()),
    bytes(claim),
  ]);
  const signature = sign(HASHES[algorithm], signed, { key, dsaEncoding: 'ieee-p1363' });
  const padded = (padBytes: number) =>
    joined([
      Uint8Array.of(COSE_SIGN1_TAG),
      array([
        bytes(protectedHeader),
        map([[text('pad'), bytes(new Uint8Array(padBytes))]]),
        Uint8Array.of(CBOR_NULL),
        bytes(signature),
      ]),
    ]);
  // From 256 bytes on the length of the padding takes as much room as it will in the end.
  const least = 256;
  return padded(sizeBytes - (padded(least).length - least));
}

// The few kinds of RFC 8949 that are needed.
const head = (major: number, n: number): Uint8Array =>
  n < 24
    ? Uint8Array.of((major << 5) | n)
    : n < 256
      ? Uint8Array.of((major << 5) | 24, n)
      : Uint8Array.of((major << 5) | 25, n >> 8, n & 255);
const integer = (n: number) => (n >= 0 ? head(0, n) : head(1, -1 - n));
const bytes = (data: Uint8Array) => joined([head(2, data.length), data]);
const text = (words: string) => {
  const data = new TextEncoder().encode(words);
  return joined([head(3, data.length), data]);
};
const array = (items: readonly Uint8Array[]) => joined([head(4, items.length), ...items]);
const map = (pairs: readonly (readonly [Uint8Array, Uint8Array])[]) =>
  joined([head(5, pairs.length), ...pairs.flat()]);
const joined = (parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
