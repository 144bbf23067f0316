import { X509Certificate } from 'node:crypto';
import type { Log } from '@lumiku/app-kit';
import { Fault } from '@lumiku/contract';
import sharp from 'sharp';
import { createEyes } from '../compose.ts';
import type { Config } from '../config/index.ts';
import { measureUploads } from '../files/index.ts';
import { storageOf } from '../startup/open-storage.ts';
import { headersOf } from '../startup/open-tracing.ts';
import { tracesUrl } from '../telemetry/index.ts';
import { withDatabase } from './with-database.ts';

const SILENT: Log = { info() {}, warn() {}, error() {} };
const TIERS = ['free', 'pro', 'enterprise'] as const;

/** Writes, reads and removes a file where pictures go, and says how much is there. */
export async function lookAtStorage(config: Config): Promise<string> {
  const storage = storageOf(config.storage);
  try {
    await storage.tryOut();
  } catch (error) {
    const said = error instanceof Fault ? (error.internal ?? error.message) : String(error);
    throw new Error(
      `Nothing can be written to ${storage.place} (${said}). ${fixOf(config.storage)}`,
    );
  }
  const sums = await measureUploads(storage);
  const files = sums.reduce((total, sum) => total + sum.files, 0);
  const bytes = sums.reduce((total, sum) => total + sum.bytes, 0);
  return `${files} files, ${(bytes / 1e6).toFixed(1)} MB in ${storage.place}, which can be written`;
}

function fixOf({ s3 }: Config['storage']): string {
  return s3 === null
    ? 'Give the user of this process the right to, make room, or set UPLOAD_PATH.'
    : 'Check that the bucket is there, that its server answers, and STORAGE_URL, STORAGE_REGION and the keys.';
}

export function lookAtPoses(config: Config): Promise<string> {
  return withDatabase(config, async ({ pool }) => {
    const { rows } = await pool.query<{ poses: number }>(
      'SELECT count(*)::int AS poses FROM pose_templates WHERE owner_id IS NULL',
    );
    const poses = rows[0]?.poses ?? 0;
    if (poses === 0) throw new Error('It is empty. Start the studio once; it fills it by itself.');
    return `${poses} poses`;
  });
}

/** Looks at a grey square, for which every model is loaded. */
export async function lookAtVision(config: Config): Promise<string> {
  if (!config.vision.isOn) return 'photos are not looked at (LUMIKU_VISION=off)';
  const eyes = createEyes(config, SILENT);
  try {
    const grey = { width: 64, height: 64, channels: 3 as const, background: '#808080' };
    await eyes.look(new Uint8Array(await sharp({ create: grey }).jpeg().toBuffer()));
    return 'its models are here and look at photos';
  } catch {
    throw new Error(
      'Photos cannot be looked at. Run "bun install" again, raise LUMIKU_VISION_MEMORY_MEGABYTES, or set LUMIKU_VISION=off.',
    );
  } finally {
    await eyes.close();
  }
}

export async function lookAtClips(): Promise<string> {
  return Bun.which('ffmpeg') === null
    ? 'there is no ffmpeg, so clips are animated WebP; install ffmpeg for MP4'
    : 'ffmpeg is here, so clips are MP4 and WebP';
}

export async function lookAtTiers({ tiers }: Config): Promise<string> {
  return TIERS.map((tier) => {
    const { requestsPerMinute, jobsInFlight, queueWeight } = tiers[tier];
    return `${tier} ${requestsPerMinute} requests a minute, ${jobsInFlight} pictures at once, weight ${queueWeight}`;
  }).join('; ');
}

export async function lookAtWebhooks({ webhooks }: Config): Promise<string> {
  return webhooks.isPrivateAllowed
    ? 'careful: they may reach addresses inside your network (LUMIKU_WEBHOOKS_PRIVATE=true); set it to false unless you trust every account'
    : 'they reach public https addresses only';
}

/** Sends a collector an empty batch, which it takes. */
export async function lookAtTraces({ tracing }: Config): Promise<string> {
  if (tracing.endpoint === undefined)
    return 'nobody is told (OTEL_EXPORTER_OTLP_ENDPOINT is not set)';
  const url = tracesUrl(tracing.endpoint);
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...headersOf(tracing.headers), 'content-type': 'application/json' },
    body: JSON.stringify({ resourceSpans: [] }),
    signal: AbortSignal.timeout(5_000),
  }).catch(() => null);
  if (answer?.ok) return `${url} takes them`;
  const said = answer === null ? 'does not answer' : `answers ${answer.status}`;
  throw new Error(
    `${url} ${said}. Check OTEL_EXPORTER_OTLP_ENDPOINT and OTEL_EXPORTER_OTLP_HEADERS, or remove them; the studio works without.`,
  );
}

export async function lookAtSigning({ signing }: Config): Promise<string> {
  const [own] = signing?.certificates ?? [];
  if (!signing || !own)
    return 'pictures carry the IPTC mark alone (LUMIKU_C2PA_CERTIFICATE is not set)';
  const { subject, validTo } = new X509Certificate(own);
  return `made pictures are signed by ${subject.replaceAll('\n', ', ')}, until ${validTo}`;
}
