import type { Log } from '@lumiku/app-kit';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Config } from '../config/index.ts';
import { type ContentCredentials, noCredentials } from '../files/index.ts';

/** Who signs made pictures; the library for it is read only where a key is configured. */
export async function openCredentials(
  signing: Config['signing'],
  log: Log,
): Promise<ContentCredentials> {
  if (signing === null) return noCredentials;
  const { createC2paCredentials } = await import('../files/c2pa-credentials.ts');
  return await createC2paCredentials(signing, { version: packageJson.version, log });
}
