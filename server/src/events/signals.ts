/**
 * Port: short messages to every process, now or never (progress of running work). Two drivers: PostgreSQL NOTIFY and
 * Redis publish. Nothing may depend on a message arriving.
 */
import type { LiveEvent } from '@lumiku/contract';
import type { Unsubscribe } from './postgres-listener.ts';

export type SignalEvent = Omit<LiveEvent, 'id'>;

export interface Signals {
  /** Never throws; a message that cannot be sent is dropped. */
  send(event: SignalEvent): void;
  on(hear: (event: SignalEvent) => void): Unsubscribe;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** PostgreSQL refuses payloads of 8000 bytes or more; the same limit holds for both drivers. */
export const SIGNAL_BYTES_MAX = 7_900;
