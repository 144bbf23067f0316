import { createIntentKeys } from '@lumiku/app-kit/web';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Generation } from '../../contract.ts';
import {
  studioApi,
  type WantedClip,
  type WantedFaceSwap,
  type WantedGeneration,
} from './studio-api.ts';
import { noteGeneration } from './use-generations.ts';

/** Asking for a picture; `start` and `retry` ignore presses while one is on its way. */
export interface NewGeneration {
  isSending: boolean;
  fault: unknown;
  clearFault: () => void;
  /** @param wish names everything that decides the picture; a repeat of it after a lost answer is the same request. */
  start: (wanted: WantedGeneration, wish: string) => Promise<Generation | null>;
  /** The same picture with another seed. */
  retry: (id: string) => Promise<Generation | null>;
  clip: (wanted: WantedClip) => Promise<Generation | null>;
  faceSwap: (wanted: WantedFaceSwap) => Promise<Generation | null>;
}

/**
 * One Idempotency-Key per intent: neither a double click nor a lost answer ever makes, or pays for, two.
 * @param onFault for screens that say it elsewhere than beside the button
 */
export function useNewGeneration(onFault?: (thrown: unknown) => void): NewGeneration {
  const client = useQueryClient();
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const isBusy = useRef(false);
  const [keys] = useState(() => createIntentKeys(() => crypto.randomUUID()));

  const send = async (wish: string, ask: (key: string) => Promise<Generation>) => {
    // The state renders too late for the second click of a double click.
    if (isBusy.current) return null;
    isBusy.current = true;
    setSending(true);
    setFault(null);
    try {
      const generation = await ask(keys.keyFor(wish));
      keys.settle();
      noteGeneration(client, generation);
      return generation;
    } catch (thrown) {
      setFault(thrown);
      onFault?.(thrown);
      return null;
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  };

  return {
    isSending,
    fault,
    clearFault: () => setFault(null),
    start: (wanted, wish) => send(wish, (key) => studioApi.generate(wanted, key)),
    retry: (id) => send(`retry ${id}`, (key) => studioApi.retry(id, key)),
    clip: (wanted) => send(`clip ${JSON.stringify(wanted)}`, (key) => studioApi.clip(wanted, key)),
    faceSwap: (wanted) => {
      const wish = `swap ${namedBy(wanted.face)} onto ${namedBy(wanted.onto)}`;
      return send(wish, (key) => studioApi.faceSwap(wanted, key));
    },
  };
}

/** What tells one picture from another without reading it. */
function namedBy(picture: string | File): string {
  if (typeof picture === 'string') return picture;
  return `${picture.name} ${picture.size} ${picture.lastModified}`;
}
