import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { AppEnv } from '@lumiku/app-kit';
import { notFound } from '@lumiku/contract';
import type { Context } from 'hono';
import parseRange from 'range-parser';
import { convertPicture, endingOf, wantedFormat } from './convert-picture.ts';
import { isMissing } from './create-images.ts';
import { mediaTypeOf } from './media-types.ts';
import type { PictureQueue } from './picture-queue.ts';
import { parseUploadUrl, uploadFile } from './upload-path.ts';

/**
 * One stored file to its owner: whole, a range of it, or 304. A name is never used for two contents, so its size and
 * time are its tag. `?download=<name>` makes the browser save it, `&format=jpeg` as another kind of file.
 * @throws Fault NOT_FOUND (404), also for what belongs to somebody else; UPLOAD_FORMAT_UNKNOWN (400)
 */
export async function serveUpload(
  uploadsFolder: string,
  conversions: PictureQueue,
  c: Context<AppEnv>,
): Promise<Response> {
  const format = wantedFormat(c.req.query('format'));
  const path = parseUploadUrl(c.req.path);
  if (!path || path.userId !== c.get('principal').userId) throw notFound('file');
  const file = uploadFile(uploadsFolder, path);
  const found = await stat(file).catch((error: unknown) => {
    if (isMissing(error)) throw notFound('file');
    throw error;
  });
  const isConverted = format !== null && !path.name.endsWith(endingOf(format));
  const tag = `${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}`;
  const etag = isConverted ? `"${tag}-${format}"` : `"${tag}"`;
  const headers = new Headers({
    etag,
    'accept-ranges': 'bytes',
    // The owner's browser alone, and only for the proof it was fetched with.
    'cache-control': 'private, max-age=86400, immutable',
    vary: 'Cookie, Authorization',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-type': mediaTypeOf(path.name),
  });
  const download = c.req.query('download');
  const ending = isConverted ? endingOf(format) : path.name.slice(path.name.lastIndexOf('.'));
  if (download !== undefined) headers.set('content-disposition', attachment(download, ending));
  if (c.req.header('if-none-match')?.includes(etag))
    return new Response(null, { status: 304, headers });
  if (isConverted) {
    const { bytes, mediaType } = await conversions.run(() => convertPicture(file, format));
    headers.set('content-type', mediaType);
    headers.delete('accept-ranges');
    return new Response(bytes, { headers });
  }

  const range = wantedRange(c.req.header('range'), c.req.header('if-range'), etag, found.size);
  if (range === 'not there') {
    headers.set('content-range', `bytes */${found.size}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = range ?? { start: 0, end: found.size - 1 };
  headers.set('content-length', String(end - start + 1));
  if (range) headers.set('content-range', `bytes ${start}-${end}/${found.size}`);
  const status = range ? 206 : 200;
  if (c.req.method === 'HEAD') return new Response(null, { status, headers });
  return new Response(streamOf(file, start, end), { status, headers });
}

/** Several ranges at once are answered with the whole file, as HTTP allows. */
function wantedRange(
  header: string | undefined,
  ifRange: string | undefined,
  etag: string,
  sizeBytes: number,
): { start: number; end: number } | 'not there' | null {
  if (header === undefined || (ifRange !== undefined && ifRange !== etag)) return null;
  const ranges = parseRange(sizeBytes, header);
  if (ranges === -1) return 'not there';
  if (ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return null;
  return ranges[0] ?? null;
}

/** Read as fast as it is taken, and no longer when nobody takes it any more. */
function streamOf(file: string, start: number, end: number): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = createReadStream(file, { start, end }).iterator();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await chunks.return?.();
    },
  });
}

/** RFC 6266: a plain name for old clients, the exact one for the others; the ending is always the file's own. */
function attachment(wanted: string, ending: string): string {
  const stem =
    wanted
      .replace(/[\p{Cc}/\\]/gu, ' ')
      .trim()
      .slice(0, 120) || 'picture';
  const name = stem.toLowerCase().endsWith(ending) ? stem : `${stem}${ending}`;
  const ascii = name.replace(/[^\x20-\x7e]|["%]/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}
