import type { Context } from 'hono';
import parseRange from 'range-parser';
import type { ByteRange, Storage, StoredFile } from './storage.ts';

/**
 * A stored file as it is asked for: whole, or a range of it (a player jumps about in a clip).
 * @param headers everything but length and range; its `etag` decides what `If-Range` is worth
 * @returns null when the file is gone
 */
export async function fileAnswer(
  c: Context,
  storage: Pick<Storage, 'stream'>,
  { path, sizeBytes }: StoredFile,
  headers: Headers,
): Promise<Response | null> {
  const etag = headers.get('etag') ?? '';
  const range = wantedRange(c.req.header('range'), c.req.header('if-range'), etag, sizeBytes);
  if (range === 'not there') {
    headers.set('content-range', `bytes */${sizeBytes}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = range ?? { start: 0, end: sizeBytes - 1 };
  headers.set('accept-ranges', 'bytes');
  headers.set('content-length', String(end - start + 1));
  if (range) headers.set('content-range', `bytes ${start}-${end}/${sizeBytes}`);
  const status = range ? 206 : 200;
  if (c.req.method === 'HEAD') return new Response(null, { status, headers });
  const body = await storage.stream(path, { start, end });
  return body && new Response(body, { status, headers });
}

/** A name is never used for two contents, so size and time tell a file. */
export function tagOf({ sizeBytes, modifiedAt }: StoredFile): string {
  return `${sizeBytes.toString(36)}-${modifiedAt.getTime().toString(36)}`;
}

/** Several ranges at once are answered with the whole file, as HTTP allows. */
function wantedRange(
  header: string | undefined,
  ifRange: string | undefined,
  etag: string,
  sizeBytes: number,
): ByteRange | 'not there' | null {
  if (header === undefined || (ifRange !== undefined && ifRange !== etag)) return null;
  const ranges = parseRange(sizeBytes, header);
  if (ranges === -1) return 'not there';
  if (ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return null;
  return ranges[0] ?? null;
}
