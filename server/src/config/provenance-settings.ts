import { setting } from './setting.ts';
import { optional, text } from './setting-kinds.ts';

/** With which key made pictures are signed. */
export const provenanceSettings = {
  certificateFile: setting({
    env: 'LUMIKU_C2PA_CERTIFICATE',
    schema: optional(text),
    fallback: undefined,
    fallbackText: 'pictures carry the IPTC mark alone',
    about:
      'File with the certificate chain (PEM, your own first) whose key signs made pictures and clips as C2PA content credentials.',
    fix: 'Name a PEM file this user may read.',
    example: './keys/chain.pem',
  }),
  privateKeyFile: setting({
    env: 'LUMIKU_C2PA_PRIVATE_KEY',
    schema: optional(text),
    fallback: undefined,
    fallbackText: 'none',
    about: 'File with the private key of that certificate (PEM): P-256, P-384 or Ed25519.',
    fix: 'Name a PEM file this user may read.',
    example: './keys/key.pem',
  }),
};
