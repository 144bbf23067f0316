import { Webhook } from 'standardwebhooks';

export interface Receipt {
  id: string;
  body: string;
  /** Whether the signature is right by the library the receivers of this standard use. */
  isVerified: boolean;
}

type Answer = (request: Request, receipt: Receipt) => Response | Promise<Response>;

/** A server of somebody's that takes webhooks, verifies each one, and answers as it is told. */
export function startReceiver(hostname = '127.0.0.1') {
  const received: Receipt[] = [];
  let secret = '';
  let answer: Answer = () => new Response('ok');
  const server = Bun.serve({
    hostname,
    port: 0,
    idleTimeout: 0,
    async fetch(request) {
      const body = await request.text();
      const id = request.headers.get('webhook-id') ?? '';
      const receipt = { id, body, isVerified: isSigned(secret, body, request.headers) };
      received.push(receipt);
      return await answer(request, receipt);
    },
  });
  return {
    url: `http://${hostname}:${server.port}/hook`,
    port: server.port,
    received,
    verifyWith: (next: string) => {
      secret = next;
    },
    play: (next: Answer) => {
      answer = next;
    },
    stop: () => server.stop(true),
  };
}

/** By the library receivers use, but for its clock: the bench puts its own forward. */
function isSigned(secret: string, body: string, headers: Headers): boolean {
  const at = new Date(Number(headers.get('webhook-timestamp')) * 1_000);
  const right = new Webhook(secret).sign(headers.get('webhook-id') ?? '', at, body);
  return (headers.get('webhook-signature') ?? '').split(' ').includes(right);
}
