import { decodeFrame, type PreviewFrame } from './decode-frame.ts';
import { SocketMessage } from './wire.ts';

interface Watched {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly onMessage: (message: SocketMessage) => void;
  readonly onFrame: (frame: PreviewFrame) => void;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 15_000;
/** Asks for previews that say which work they are of. */
const GREETING = JSON.stringify({
  type: 'feature_flags',
  data: { supports_preview_metadata: true },
});

/**
 * Listens to the server's websocket and connects again, ever more slowly, when it drops. Only for progress and
 * previews: what became of the work is asked over HTTP, so whatever goes wrong here is passed over.
 * @returns a function that ends it
 */
export function watchSocket(watched: Watched): () => void {
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = FIRST_PAUSE_MS;
  let isOver = false;

  function connect(): void {
    timer = undefined;
    socket = openSocket(watched.url, watched.headers);
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => {
      pauseMs = FIRST_PAUSE_MS;
      socket?.send(GREETING);
    });
    socket.addEventListener('message', ({ data }) => hear(data, watched));
    socket.addEventListener('error', () => undefined);
    socket.addEventListener('close', () => {
      if (isOver) return;
      timer = setTimeout(connect, pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    });
  }

  connect();
  return () => {
    isOver = true;
    clearTimeout(timer);
    socket?.close();
  };
}

/** Bun's sockets take headers, which servers behind a proxy with a password need; the types are the browser's. */
function openSocket(url: string, headers: Readonly<Record<string, string>>): WebSocket {
  return Reflect.construct(WebSocket, [url, { headers }]);
}

function hear(data: unknown, { onMessage, onFrame }: Watched): void {
  if (data instanceof ArrayBuffer) {
    const frame = decodeFrame(new Uint8Array(data));
    if (frame) onFrame(frame);
    return;
  }
  if (typeof data !== 'string') return;
  const message = readMessage(data);
  if (message) onMessage(message);
}

function readMessage(text: string): SocketMessage | null {
  try {
    const read = SocketMessage.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
