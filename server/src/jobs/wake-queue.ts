/**
 * Port: wakes workers, on this machine or another, when there is something to claim. Which job is next is decided by
 * the table, never here, so bells may be lost, doubled or wiped: the sweeper rings again. Two drivers: BullMQ on
 * PostgreSQL and on Redis.
 */
export interface WakeQueue {
  start(): Promise<void>;
  /** A bell with an id that is still there is the same bell. */
  ring(bells: readonly Bell[]): Promise<void>;
  /** Bells nobody has answered yet, the delayed ones among them. */
  waiting(): Promise<number>;
  /** Calls `answer` once per bell, at most `concurrency` at a time. `answer` must not throw. */
  answer(answer: () => Promise<void>, concurrency: number): Promise<void>;
  /** Takes no more bells; resolves when all being answered are done. */
  stopAnswering(): Promise<void>;
  close(): Promise<void>;
}

export interface Bell {
  /** Letters, digits and dashes. */
  id: string;
  delayMs?: number;
}
