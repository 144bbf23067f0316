import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type ApiDescription, readApiDescription } from './api-description.ts';
import { eventually } from './studio-client.ts';

export interface CurlAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly bytes: Uint8Array;
  readonly text: string;
  /** The body where it is JSON, else null. */
  readonly json: unknown;
}

const Started = z.object({ data: z.object({ id: z.string() }) });
const OVER = ['completed', 'partial', 'failed', 'cancelled'];

/** Somebody at a shell with the program `curl`. Every answer is held against what the studio says of its API. */
export class Curl {
  readonly #url: string;
  readonly #api: ApiDescription;
  readonly #token: string | null;

  private constructor(url: string, api: ApiDescription, token: string | null) {
    this.#url = url;
    this.#api = api;
    this.#token = token;
  }

  /** Nobody in particular: without a token. */
  static async stranger(url: string): Promise<Curl> {
    return new Curl(url, await readApiDescription(url), null);
  }

  /** A new account, made by curl as well. */
  async signUp(name: string): Promise<{ curl: Curl; id: string; email: string }> {
    const email = `${name}@example.com`;
    const password = 'plain long words';
    const answer = await this.call('/api/auth/sign-up/email', ...sent({ name, email, password }));
    const { token, user } = z
      .object({ token: z.string(), user: z.object({ id: z.string() }) })
      .parse(answer.json);
    return { curl: new Curl(this.#url, this.#api, token), id: user.id, email };
  }

  /** @param args of curl, such as `-X DELETE` or `-F quality=hd` */
  async call(path: string, ...args: string[]): Promise<CurlAnswer> {
    const folder = mkdtempSync(join(tmpdir(), 'lumiku-curl-'));
    const [head, body] = [join(folder, 'head'), join(folder, 'body')];
    const identity = this.#token === null ? [] : ['-H', `authorization: Bearer ${this.#token}`];
    const child = Bun.spawn(
      ['curl', '-sS', '-D', head, '-o', body, ...identity, ...args, `${this.#url}${path}`],
      { stdout: 'ignore', stderr: 'pipe' },
    );
    try {
      if ((await child.exited) !== 0) throw new Error(await new Response(child.stderr).text());
      const answer = readAnswer(readFileSync(head, 'utf8'), new Uint8Array(readFileSync(body)));
      this.#hold(path, args, answer);
      return answer;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** The same, for a call that has to go well. */
  async ok<T>(schema: z.ZodType<T>, path: string, ...args: string[]): Promise<T> {
    const answer = await this.call(path, ...args);
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
    return schema.parse(answer.json);
  }

  /** Starts something and asks until it is over. */
  async finished<T extends { id: string; status: string }>(
    schema: z.ZodType<{ data: T }>,
    where: { start: string; read: string },
    ...args: string[]
  ): Promise<T> {
    const { id } = (await this.ok(Started, where.start, ...args)).data;
    const read = async () => (await this.ok(schema, `${where.read}/${id}`)).data;
    return await eventually(read, ({ status }) => OVER.includes(status), 240_000);
  }

  #hold(path: string, args: readonly string[], answer: CurlAnswer): void {
    const { pathname } = new URL(path, this.#url);
    if (!pathname.startsWith('/api/') || pathname.startsWith('/api/auth/')) return;
    const asked = args.indexOf('-X');
    const sends = args.includes('-F') || args.includes('-d');
    const method = args[asked + 1] ?? 'GET';
    const fault = this.#api.faultOf({
      method: asked >= 0 ? method : sends ? 'POST' : 'GET',
      path: pathname,
      status: answer.status,
      mediaType: (answer.headers.get('content-type') ?? '').split(';')[0] ?? '',
      body: answer.json,
    });
    if (fault !== null) throw new Error(`Not as described: ${fault}`);
  }
}

/** A JSON body, in the words of curl. */
export const sent = (body: unknown): string[] => [
  ...['-H', 'content-type: application/json'],
  ...['-d', JSON.stringify(body)],
];

function readAnswer(head: string, bytes: Uint8Array): CurlAnswer {
  // After `100 Continue` there is a second head; the last one counts.
  const lines =
    head
      .trim()
      .split(/\r?\n\r?\n/)
      .at(-1)
      ?.split(/\r?\n/) ?? [];
  const headers = new Map(
    lines.slice(1).map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  const text = new TextDecoder().decode(bytes);
  const isJson = headers.get('content-type')?.startsWith('application/json') ?? false;
  return {
    status: Number(lines[0]?.split(' ')[1]),
    headers,
    bytes,
    text,
    json: isJson ? JSON.parse(text) : null,
  };
}
