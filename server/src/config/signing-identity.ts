import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SigningIdentity } from '../files/index.ts';
import type { ConfigProblem } from './read-settings.ts';
import type { SettingValues } from './settings.ts';

const CERTIFICATE = 'LUMIKU_C2PA_CERTIFICATE';
const KEY = 'LUMIKU_C2PA_PRIVATE_KEY';
const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** Who signs made pictures; null where nobody does. */
export function signingIdentity(values: SettingValues['provenance']): {
  identity: SigningIdentity | null;
  problems: ConfigProblem[];
  warnings: string[];
} {
  const { certificateFile, privateKeyFile } = values;
  if (certificateFile === undefined && privateKeyFile === undefined) return found(null);
  if (certificateFile === undefined) return wrong(CERTIFICATE, `is not set, but ${KEY} is`);
  if (privateKeyFile === undefined) return wrong(KEY, `is not set, but ${CERTIFICATE} is`);
  const chain = readChain(certificateFile);
  const [own] = chain ?? [];
  if (!chain || !own) return wrong(CERTIFICATE, 'names no file with a PEM certificate');
  const key = readKey(privateKeyFile);
  if (!key) return wrong(KEY, 'names no file with a PEM private key');
  const algorithm = algorithmOf(key);
  if (!algorithm) return wrong(KEY, 'is no key on P-256, P-384 or Ed25519');
  if (!own.checkPrivateKey(key)) return wrong(KEY, `is not the key of ${CERTIFICATE}`);
  const certificates = chain.map(({ raw }) => new Uint8Array(raw));
  const isOver = Date.parse(own.validTo) < Date.now();
  const warnings = isOver
    ? [`The certificate in ${CERTIFICATE} ended on ${own.validTo}; pictures are not signed.`]
    : [];
  return isOver ? found(null, warnings) : found({ algorithm, key, certificates });
}

const found = (identity: SigningIdentity | null, warnings: string[] = []) => ({
  ...{ identity, problems: [], warnings },
});

function wrong(env: string, what: string) {
  const fix = 'Set both to PEM files: the chain with your own certificate first, and its key.';
  return { identity: null, problems: [{ env, message: `${env} ${what}.`, fix }], warnings: [] };
}

function readChain(file: string): X509Certificate[] | null {
  try {
    return [...readFileSync(file, 'utf8').matchAll(PEM)].map(([pem]) => new X509Certificate(pem));
  } catch {
    return null;
  }
}

function readKey(file: string): KeyObject | null {
  try {
    return createPrivateKey(readFileSync(file));
  } catch {
    return null;
  }
}

function algorithmOf(key: KeyObject): SigningIdentity['algorithm'] | null {
  if (key.asymmetricKeyType === 'ed25519') return 'ed25519';
  const curve = key.asymmetricKeyDetails?.namedCurve;
  if (curve === 'prime256v1') return 'es256';
  return curve === 'secp384r1' ? 'es384' : null;
}
