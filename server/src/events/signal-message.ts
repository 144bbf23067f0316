import { LiveEvent } from '@lumiku/contract';
import { SIGNAL_BYTES_MAX, type SignalEvent } from './signals.ts';

/** @returns null for an event too large to send. */
export function writeSignal(event: SignalEvent): string | null {
  const text = JSON.stringify(event);
  return Buffer.byteLength(text) <= SIGNAL_BYTES_MAX ? text : null;
}

/** @returns null for what is not one of ours. */
export function readSignal(text: string): SignalEvent | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const event = LiveEvent.omit({ id: true }).safeParse(value);
  return event.success ? event.data : null;
}
