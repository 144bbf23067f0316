import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a service sees it. */
export interface Seen {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly target: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: Buffer;
  /** The body as JSON, or undefined. */
  readonly json: unknown;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly bytes?: Uint8Array;
  /** The work is taken, then the line goes dead: a crash between accept and answer. */
  readonly hangsUp?: boolean;
  /** Only so much of the body arrives. */
  readonly cutAfter?: number;
}

export interface ServiceServer {
  readonly url: string;
  readonly seen: readonly Seen[];
  close(): Promise<void>;
}

/** Real HTTP on a port of its own, for servers that play a service. What it is asked is kept in order. */
export async function startServiceServer(
  answer: (seen: Seen) => Promise<Answer> | Answer,
): Promise<ServiceServer> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    read(request)
      .then(async (asked) => {
        seen.push(asked);
        write(response, await answer(asked));
      })
      .catch((error: unknown) => write(response, { status: 500, json: { detail: String(error) } }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

async function read(request: IncomingMessage): Promise<Seen> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const bytes = Buffer.concat(parts);
  const url = new URL(request.url ?? '/', 'http://service.test');
  const isJson = request.headers['content-type']?.startsWith('application/json') === true;
  return {
    method: request.method ?? 'GET',
    target: request.url ?? '/',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    bytes,
    json: isJson && bytes.length > 0 ? JSON.parse(bytes.toString()) : undefined,
  };
}

function write(response: ServerResponse, answer: Answer): void {
  if (answer.hangsUp) {
    response.destroy();
    return;
  }
  const body = answer.bytes ?? Buffer.from(JSON.stringify(answer.json ?? {}));
  const type = answer.bytes ? 'application/octet-stream' : 'application/json';
  response.writeHead(answer.status ?? 200, {
    'content-type': type,
    'content-length': body.byteLength,
    ...answer.headers,
  });
  if (answer.cutAfter === undefined) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, answer.cutAfter), () => response.destroy());
}
