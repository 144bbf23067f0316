import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const COMPRESSIBLE = /^(text|application\/(json|manifest|wasm)|image\/svg)/;
const COMPRESS_FROM_BYTES = 1_024;
const ONE_YEAR = 'public, max-age=31536000, immutable';

interface Served {
  readonly changedMs: number;
  readonly etag: string;
  readonly type: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer> | null;
  readonly brotli: Uint8Array<ArrayBuffer> | null;
}

/** Files of one folder over HTTP: compressed once, kept in memory, read again when they change. */
export interface StaticFiles {
  /** @returns null when there is no such file. `isForever` for names that carry a hash of their content. */
  answer(path: string, headers: Headers, isForever: boolean): Promise<Response | null>;
}

export function createStaticFiles(folder: string): StaticFiles {
  const kept = new Map<string, Served>();
  return {
    answer: async (path, headers, isForever) => {
      const file = insideFolder(folder, path);
      if (file === null) return null;
      const found = await stat(file).catch(() => null);
      if (found === null || !found.isFile()) return null;
      let served = kept.get(file);
      if (served === undefined || served.changedMs !== found.mtimeMs) {
        served = await prepare(file, found.mtimeMs);
        kept.set(file, served);
      }
      return respond(served, headers, isForever ? ONE_YEAR : 'no-cache');
    },
  };
}

function insideFolder(folder: string, path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  const file = normalize(join(folder, decoded));
  return decoded.includes('\0') || !file.startsWith(folder + sep) ? null : file;
}

async function prepare(file: string, changedMs: number): Promise<Served> {
  const plain = new Uint8Array(await readFile(file));
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const isWorthIt = COMPRESSIBLE.test(type) && plain.length >= COMPRESS_FROM_BYTES;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
  const [gzipped, brotli] = isWorthIt
    ? await Promise.all([promisify(gzip)(plain), promisify(brotliCompress)(plain, quality)])
    : [null, null];
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return {
    ...{ changedMs, etag, type, plain },
    gzip: gzipped === null ? null : new Uint8Array(gzipped),
    brotli: brotli === null ? null : new Uint8Array(brotli),
  };
}

function respond(served: Served, headers: Headers, cacheControl: string): Response {
  const answer = new Headers({
    'Content-Type': served.type,
    'Cache-Control': cacheControl,
    ETag: served.etag,
    Vary: 'Accept-Encoding',
  });
  if (headers.get('if-none-match')?.includes(served.etag)) {
    return new Response(null, { status: 304, headers: answer });
  }
  const accepted = headers.get('accept-encoding') ?? '';
  if (served.brotli !== null && /\bbr\b/.test(accepted)) {
    answer.set('Content-Encoding', 'br');
    return new Response(served.brotli, { headers: answer });
  }
  if (served.gzip !== null && /\bgzip\b/.test(accepted)) {
    answer.set('Content-Encoding', 'gzip');
    return new Response(served.gzip, { headers: answer });
  }
  return new Response(served.plain, { headers: answer });
}
