import { Fault } from '@lumiku/contract';

export interface HttpServer {
  readonly url: string;
  readonly port: number;
  /** Takes no new connections, gives running requests a moment, then closes what is left (progress streams). */
  stop(): Promise<void>;
}

export interface ServeOptions {
  host: string;
  port: number;
  fetch(request: Request): Response | Promise<Response>;
}

const LAST_ANSWERS_MS = 1_500;
/** Longer than the heartbeat of progress streams, shorter than somebody holding connections open for nothing. */
const IDLE_SECONDS = 60;

/** The other end of the socket of a request being answered; undefined once it is gone. */
export type SocketAddress = (request: Request) => string | undefined;

/**
 * Listens for HTTP.
 * @throws Fault PORT_IN_USE, ADDRESS_UNUSABLE
 */
export function serveHttp(options: ServeOptions): HttpServer & { socketAddress: SocketAddress } {
  const server = listen(options);
  const shown = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(options.host)
    ? 'localhost'
    : options.host;
  const port = server.port ?? options.port;
  return {
    url: `http://${shown}:${port}`,
    port,
    socketAddress: (request) => server.requestIP(request)?.address,
    stop: async () => {
      const idle = server.stop();
      await Promise.race([idle, Bun.sleep(LAST_ANSWERS_MS)]);
      await server.stop(true);
    },
  };
}

function listen(options: ServeOptions) {
  try {
    return Bun.serve({
      hostname: options.host,
      port: options.port,
      idleTimeout: IDLE_SECONDS,
      // Not Bun's to judge: it would cut the connection where the app explains what is wrong.
      maxRequestBodySize: Number.MAX_SAFE_INTEGER,
      fetch: (request) => options.fetch(request),
    });
  } catch (error) {
    throw cannotListen(error, options);
  }
}

function cannotListen(error: unknown, { host, port }: ServeOptions): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new Fault({
      code: 'PORT_IN_USE',
      status: 503,
      message: `Port ${port} on ${host} is in use by another program.`,
      fix: 'Stop that program, or choose another port, e.g. PORT=3001.',
    });
  }
  if (code === 'EADDRNOTAVAIL' || code === 'EACCES') {
    return new Fault({
      code: 'ADDRESS_UNUSABLE',
      status: 503,
      message: `This process may not listen on ${host}:${port}.`,
      fix: 'Set HOST to an address of this machine and PORT to 1024 or higher.',
      cause: error,
    });
  }
  return error;
}
