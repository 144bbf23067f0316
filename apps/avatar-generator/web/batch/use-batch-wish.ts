import { createIntentKeys, creditKeys, useCredits } from '@lumiku/app-kit/web';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { type BatchWithItems, priceOf } from '../../contract.ts';
import { generationKeys } from '../generations/query-keys.ts';
import { studioApi } from '../generations/studio-api.ts';
import { useStudioChoices } from '../studio/studio-choices.ts';
import type { Studio } from '../studio/use-studio.ts';
import { type Missing, whatIsMissing } from '../studio/what-is-missing.ts';

/** One photo in several poses, before it is asked for. */
export interface BatchWish {
  poseIds: readonly string[];
  /** Of all of them: the amount that is held. */
  price: number;
  missing: Missing | null;
  isSending: boolean;
  fault: unknown;
  start(): Promise<void>;
}

export function useBatchWish(studio: Studio): BatchWish {
  const { batchPoseIds, quality, priority, stylePreset, scene, poseTurn } = useStudioChoices();
  const credits = useCredits();
  const making = useNewBatch();
  const price = batchPoseIds.length * priceOf({ quality, priority });
  const missing = whatIsMissing({
    hasPhoto: studio.photo !== null,
    photoTone: studio.check.tone,
    hasPose: batchPoseIds.length > 0,
    price,
    available: credits?.available ?? null,
  });
  return {
    poseIds: batchPoseIds,
    price,
    missing,
    isSending: making.isSending,
    fault: making.fault,
    async start() {
      const { photo, look } = studio;
      if (photo === null || missing !== null) return;
      const options = { quality, priority, stylePreset, scene, poseTurn, look };
      const wanted = { ...options, poseTemplateIds: batchPoseIds };
      const wish = JSON.stringify({ ...wanted, photo: photo.id });
      await making.start(wish, (key) =>
        studioApi.generateBatch({ ...wanted, photo: photo.file, source: photo.source }, key),
      );
    },
  };
}

/** Asks for a batch, once per intent, and opens it. */
export function useNewBatch() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const isBusy = useRef(false);
  const [keys] = useState(() => createIntentKeys(() => crypto.randomUUID()));
  return {
    isSending,
    fault,
    /** @param wish names everything that decides the batch; a repeat after a lost answer is the same request. */
    async start(wish: string, ask: (key: string) => Promise<BatchWithItems>): Promise<void> {
      // The state renders too late for the second click of a double click.
      if (isBusy.current) return;
      isBusy.current = true;
      setSending(true);
      setFault(null);
      try {
        const batch = await ask(keys.keyFor(wish));
        keys.settle();
        client.setQueryData(generationKeys.batch(batch.id), batch);
        void client.invalidateQueries({ queryKey: creditKeys.all });
        void client.invalidateQueries({ queryKey: generationKeys.batches() });
        void client.invalidateQueries({ queryKey: generationKeys.lists() });
        await navigate({ to: '/batches/$id', params: { id: batch.id } });
      } catch (thrown) {
        setFault(thrown);
      } finally {
        isBusy.current = false;
        setSending(false);
      }
    },
  };
}
