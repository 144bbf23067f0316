import type { AppEnv } from '@lumiku/app-kit';
import { notFound } from '@lumiku/contract';
import type { Context } from 'hono';
import type { ContentCredentials } from './content-credentials.ts';
import { convertPicture, endingOf, wantedFormat } from './convert-picture.ts';
import { fileAnswer, tagOf } from './file-answer.ts';
import { mediaTypeOf } from './media-types.ts';
import type { PictureQueue } from './picture-queue.ts';
import type { Storage } from './storage.ts';
import { parseUploadUrl } from './upload-path.ts';

/**
 * One stored file to its owner: whole, a range of it, or 304. A name is never used for two contents, so its size and
 * time are its tag. `?download=<name>` makes the browser save it, `&format=jpeg` as another kind of file.
 * @throws Fault NOT_FOUND (404), also for what belongs to somebody else; UPLOAD_FORMAT_UNKNOWN (400)
 */
export async function serveUpload(
  parts: { storage: Storage; credentials: ContentCredentials; conversions: PictureQueue },
  c: Context<AppEnv>,
): Promise<Response> {
  const { storage, credentials, conversions } = parts;
  const format = wantedFormat(c.req.query('format'));
  const path = parseUploadUrl(c.req.path);
  if (!path || path.userId !== c.get('principal').userId) throw notFound('file');
  const found = await storage.find(path);
  if (!found) throw notFound('file');
  const isConverted = format !== null && !path.name.endsWith(endingOf(format));
  const tag = tagOf(found);
  const etag = isConverted ? `"${tag}-${format}"` : `"${tag}"`;
  const headers = new Headers({
    etag,
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
    const original = await storage.read(path);
    if (!original) throw notFound('file');
    const { bytes, mediaType } = await conversions.run(() => convertPicture(original, format));
    headers.set('content-type', mediaType);
    return new Response(await credentials.sign({ bytes, mediaType }), { headers });
  }

  const answer = await fileAnswer(c, storage, found, headers);
  if (!answer) throw notFound('file');
  return answer;
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
