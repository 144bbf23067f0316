import assert from 'node:assert/strict';
import {
  type Engine,
  EngineFault,
  type EngineOutput,
  type EngineProgress,
  type EngineRequest,
  type EngineTicket,
} from '../engine.ts';
import type { EngineBench } from './engine-harness.ts';

/** One piece of work of a contract case, with everything it told. */
export interface Run {
  readonly key: string;
  readonly told: EngineProgress[];
  submit(request: EngineRequest): Promise<EngineTicket>;
  follow(ticket: EngineTicket): Promise<EngineOutput>;
  make(request: EngineRequest): Promise<EngineOutput>;
  abort(): void;
}

export function startRun(engine: Engine): Run {
  const control = new AbortController();
  const told: EngineProgress[] = [];
  const key = crypto.randomUUID();
  const watch = {
    signal: control.signal,
    onProgress: (progress: EngineProgress) => void told.push(progress),
  };
  const follow = (ticket: EngineTicket) => engine.follow(throughJson(ticket), watch);
  const submit = (request: EngineRequest) => engine.submit(request, { ...watch, key });
  return {
    ...{ key, told, submit, follow },
    make: async (request) => await follow(await submit(request)),
    abort: () => control.abort(new Error('The job was stopped.')),
  };
}

/** As a ticket comes back from its row. */
export function throughJson(ticket: EngineTicket): EngineTicket {
  return JSON.parse(JSON.stringify(ticket));
}

/** The fault of work that must fail. @throws when it did not, or threw something else */
export async function faultOf(work: Promise<unknown>): Promise<EngineFault> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  assert.ok(error !== null, 'it came through, but had to fail');
  assert.ok(error instanceof EngineFault, `no EngineFault but ${String(error)}`);
  return error;
}

/** Waits until the service has seen so many create calls. */
export async function untilCreated(bench: EngineBench, creates: number): Promise<void> {
  await until(() => bench.creates() >= creates, `${creates} create calls`);
}

const GIVE_UP_MS = 20_000;

/** Waits for a state. */
export async function until(isSo: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + GIVE_UP_MS;
  while (!isSo()) {
    assert.ok(performance.now() < deadline, `waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
