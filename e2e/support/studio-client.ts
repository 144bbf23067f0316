import { Generation } from '@lumiku/apps/avatar-generator/contract';
import { CreditSummary, FaultBody, LedgerEntry, LiveEvent } from '@lumiku/contract';
import { z } from 'zod';

/** What a script with a token can do; every answer is parsed, so a wrong shape fails the test that sees it. */
export class StudioClient {
  readonly #url: string;
  readonly token: string;

  private constructor(url: string, token: string) {
    this.#url = url;
    this.token = token;
  }

  static async signUp(url: string, name = 'ayu'): Promise<StudioClient> {
    const answer = await fetch(`${url}/api/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        name,
        email: `${name}@example.com`,
        password: `${name} likes long words`,
      }),
    });
    if (!answer.ok) throw new Error(`sign-up answered ${answer.status}: ${await answer.text()}`);
    const { token } = z.object({ token: z.string() }).parse(await answer.json());
    return new StudioClient(url, token);
  }

  /** The same person at another address, after a restart. */
  at(url: string): StudioClient {
    return new StudioClient(url, this.token);
  }

  request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${this.token}`);
    return fetch(`${this.#url}${path}`, { ...init, headers });
  }

  generate(form: GenerateForm): Promise<Response> {
    const body = new FormData();
    body.set('image', form.image);
    body.set('poseTemplateId', form.poseTemplateId);
    for (const [name, value] of Object.entries(form.options ?? {})) body.set(name, value);
    return this.request('/api/apps/avatar-generator/generate', {
      method: 'POST',
      body,
      headers: form.idempotencyKey ? { 'idempotency-key': form.idempotencyKey } : {},
    });
  }

  async generations(): Promise<Generation[]> {
    const answer = await this.request('/api/apps/avatar-generator/generations?limit=100');
    return z.object({ data: z.array(Generation) }).parse(await answer.json()).data;
  }

  /** All generations, once there are so many and each has come to its end. */
  ended(count: number, timeoutMs = 90_000): Promise<Generation[]> {
    return eventually(
      () => this.generations(),
      (all) =>
        all.length === count &&
        all.every(({ status }) => status !== 'pending' && status !== 'processing'),
      timeoutMs,
    );
  }

  /** The id of some pose of the library. */
  async anyPose(): Promise<string> {
    const answer = await this.request('/api/poses?limit=1');
    const Poses = z.object({ data: z.tuple([z.object({ id: z.string() })]) });
    return Poses.parse(await answer.json()).data[0].id;
  }

  async credits(): Promise<CreditSummary> {
    const answer = await this.request('/api/credits');
    return z.object({ data: CreditSummary }).parse(await answer.json()).data;
  }

  async ledger(): Promise<LedgerEntry[]> {
    const answer = await this.request('/api/credits/ledger?limit=100');
    return z.object({ data: z.array(LedgerEntry) }).parse(await answer.json()).data;
  }

  async fault(answer: Response): Promise<FaultBody['error']> {
    return FaultBody.parse(await answer.json()).error;
  }

  /** Live events until `until` says enough. */
  async *events(path: string, signal: AbortSignal): AsyncGenerator<LiveEvent> {
    const answer = await this.request(path, { signal, headers: { accept: 'text/event-stream' } });
    if (!answer.body) throw new Error('the stream has no body');
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of answer.body) {
      rest += decoder.decode(chunk, { stream: true });
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^data: ?(.*)$/m.exec(block)?.[1];
        if (data) yield LiveEvent.parse(JSON.parse(data));
      }
    }
  }
}

export interface GenerateForm {
  image: File;
  poseTemplateId: string;
  options?: Record<string, string>;
  idempotencyKey?: string;
}

/** Asks again until the answer is what is waited for. */
export async function eventually<T>(
  ask: () => Promise<T>,
  isRight: (answer: T) => boolean,
  timeoutMs = 30_000,
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  while (true) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    if (performance.now() > deadline) {
      throw new Error(`Waited ${timeoutMs} ms in vain; last: ${JSON.stringify(answer)}`);
    }
    await Bun.sleep(50);
  }
}
