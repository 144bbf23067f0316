import { createHash } from 'node:crypto';
import { type AccessKey, signatureFault } from './verify-signature.ts';

export interface S3Server {
  /** `http://127.0.0.1:port` */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly key: AccessKey;
  /** `STORAGE_…` for a studio, below `folder` of the bucket. */
  environment(folder?: string): Record<string, string>;
  /** Keys in the bucket, in order. */
  keys(): string[];
  /** Puts something into the bucket without asking. */
  put(key: string, bytes: Uint8Array, modifiedAt?: Date): void;
  /** Lets a stored object be that old. */
  age(key: string, modifiedAt: Date): void;
  /** What happens to requests from now on; `null` makes the server well again. */
  trouble(kind: Trouble | null): void;
  /** How many requests came, by method. */
  readonly asked: ReadonlyMap<string, number>;
  /** The line is cut: nobody answers on its port. */
  goAway(): Promise<void>;
  /** Answers again, with everything it had. */
  comeBack(): void;
  stop(): Promise<void>;
}

/** Answers 503, never answers, or has no room for another object. */
export type Trouble = 'errors' | 'hangs' | 'full';

interface Kept {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  modifiedAt: Date;
}

const PAGE_KEYS_MAX = 1_000;

/**
 * One bucket of the S3 API in memory, path-style and with the bucket in the host: objects whole and in ranges, listings
 * page by page. It believes nobody whose signature is wrong, and can be told to misbehave.
 */
export function startS3Server(options: { pageKeysMax?: number } = {}): S3Server {
  const bucket = 'pictures';
  const region = 'eu-test-1';
  const key = { accessKeyId: crypto.randomUUID(), secretAccessKey: `${crypto.randomUUID()}/+=` };
  const objects = new Map<string, Kept>();
  const asked = new Map<string, number>();
  let trouble: Trouble | null = null;
  const listen = (port: number) =>
    Bun.serve({
      port,
      hostname: '127.0.0.1',
      idleTimeout: 0,
      fetch: async (request) => {
        asked.set(request.method, (asked.get(request.method) ?? 0) + 1);
        if (trouble === 'hangs') return await new Promise<Response>(() => undefined);
        if (trouble === 'errors') return fault(503, 'SlowDown');
        const refusal = signatureFault(request, key, region);
        if (refusal) return fault(403, refusal);
        const url = new URL(request.url);
        const inHost = (request.headers.get('host') ?? '').startsWith(`${bucket}.`);
        const [name, ...rest] = decodeURIComponent(url.pathname).slice(1).split('/');
        if (!inHost && name !== bucket) return fault(404, 'NoSuchBucket');
        const path = inHost ? [name, ...rest].join('/') : rest.join('/');
        if (path === '') return listing(objects, url.searchParams, options.pageKeysMax);
        if (request.method === 'PUT' && trouble === 'full') return fault(507, 'XStorageFull');
        return await object(objects, path, request);
      },
    });
  let server = listen(0);
  const port = server.port ?? 0;
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    ...{ endpoint, bucket, region, key, asked },
    environment: (folder) => ({
      STORAGE_URL: [endpoint, bucket, ...(folder === undefined ? [] : [folder])].join('/'),
      STORAGE_ACCESS_KEY_ID: key.accessKeyId,
      STORAGE_SECRET_ACCESS_KEY: key.secretAccessKey,
      STORAGE_REGION: region,
    }),
    keys: () => [...objects.keys()].sort(),
    put: (name, bytes, modifiedAt = new Date()) => {
      objects.set(name, { bytes: new Uint8Array(bytes), type: '', modifiedAt });
    },
    age: (name, modifiedAt) => {
      const kept = objects.get(name);
      if (!kept) throw new Error(`${name} is not in the bucket`);
      objects.set(name, { ...kept, modifiedAt });
    },
    trouble: (kind) => {
      trouble = kind;
    },
    goAway: () => server.stop(true),
    comeBack: () => {
      server = listen(port);
    },
    stop: () => server.stop(true),
  };
}

async function object(
  objects: Map<string, Kept>,
  key: string,
  request: Request,
): Promise<Response> {
  if (request.method === 'PUT') {
    const bytes = new Uint8Array(await request.arrayBuffer());
    const type = request.headers.get('content-type') ?? '';
    objects.set(key, { bytes, type, modifiedAt: new Date() });
    return new Response(null, { headers: { etag: etagOf(bytes) } });
  }
  if (request.method === 'DELETE') {
    objects.delete(key);
    return new Response(null, { status: 204 });
  }
  const kept = objects.get(key);
  if (!kept) return fault(404, 'NoSuchKey');
  const headers = new Headers({
    'content-type': kept.type,
    'last-modified': kept.modifiedAt.toUTCString(),
    etag: etagOf(kept.bytes),
    'accept-ranges': 'bytes',
  });
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '');
  const start = Number(range?.[1] ?? 0);
  const end = range?.[2]
    ? Math.min(Number(range[2]), kept.bytes.length - 1)
    : kept.bytes.length - 1;
  if (range && start >= kept.bytes.length) return fault(416, 'InvalidRange');
  if (range) headers.set('content-range', `bytes ${start}-${end}/${kept.bytes.length}`);
  const part = kept.bytes.slice(start, end + 1);
  if (request.method === 'HEAD') {
    headers.set('content-length', String(part.length));
    return new Response(null, { headers });
  }
  return new Response(part, { status: range ? 206 : 200, headers });
}

/** ListObjectsV2. */
function listing(objects: Map<string, Kept>, query: URLSearchParams, pageKeysMax = PAGE_KEYS_MAX) {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter');
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const most = Math.min(Number(query.get('max-keys') ?? pageKeysMax), pageKeysMax);
  const found = [...objects]
    .filter(([key]) => key.startsWith(prefix))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = new Map<string, string>();
  for (const [key, kept] of found) {
    const cut = delimiter === null ? -1 : key.indexOf(delimiter, prefix.length);
    const name = cut < 0 ? key : key.slice(0, cut + 1);
    if (name > after) entries.set(name, cut < 0 ? contents(key, kept) : commonPrefix(name));
  }
  const page = [...entries].slice(0, most);
  const isTruncated = entries.size > page.length;
  const next = isTruncated
    ? `<NextContinuationToken>${page.at(-1)?.[0]}</NextContinuationToken>`
    : '';
  const body = page.map(([, xml]) => xml).join('');
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>pictures</Name><Prefix>${prefix}</Prefix><KeyCount>${page.length}</KeyCount><MaxKeys>${most}</MaxKeys><IsTruncated>${isTruncated}</IsTruncated>${next}${body}</ListBucketResult>`,
    { headers: { 'content-type': 'application/xml' } },
  );
}

const commonPrefix = (name: string) => `<CommonPrefixes><Prefix>${name}</Prefix></CommonPrefixes>`;
const contents = (key: string, { bytes, modifiedAt }: Kept) =>
  `<Contents><Key>${key}</Key><LastModified>${modifiedAt.toISOString()}</LastModified><ETag>&quot;${etagOf(bytes).replaceAll('"', '')}&quot;</ETag><Size>${bytes.length}</Size><StorageClass>STANDARD</StorageClass></Contents>`;
const etagOf = (bytes: Uint8Array) => `"${createHash('md5').update(bytes).digest('hex')}"`;

function fault(status: number, code: string): Response {
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
    { status, headers: { 'content-type': 'application/xml' } },
  );
}
