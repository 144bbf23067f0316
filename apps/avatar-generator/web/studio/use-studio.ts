import { isGone, useCredits, useMe } from '@lumiku/app-kit/web';
import type { LookChoice, PoseTemplate } from '@lumiku/contract';
import { poseQuery } from '@lumiku/pose-finder';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { z } from 'zod';
import { type Generation, priceOf } from '../../contract.ts';
import { useDeletions } from '../deletion/use-deletions.ts';
import { studioApi } from '../generations/studio-api.ts';
import { noteGeneration, useGeneration } from '../generations/use-generations.ts';
import { type NewGeneration, useNewGeneration } from '../generations/use-new-generation.ts';
import { type PhotoCheck, usePhotoCheck } from '../photo/use-photo-check.ts';
import { type ChosenPhoto, showKeptPhoto, stopKeeping, useOwnPhoto } from './chosen-photo.ts';
import { useStudioChoices } from './studio-choices.ts';
import { useWantedSource } from './use-wanted-source.ts';
import { type Missing, whatIsMissing } from './what-is-missing.ts';

const StudioSearch = z.object({
  generation: z.string().optional().catch(undefined),
  pose: z.string().optional().catch(undefined),
  /** The side of that pose. */
  mirror: z.boolean().optional().catch(undefined),
  yaw: z.number().optional().catch(undefined),
  source: z.string().optional().catch(undefined),
});

/** Everything the three steps share: what is chosen, what is missing, what is being made. */
export interface Studio {
  photo: ChosenPhoto | null;
  check: PhotoCheck;
  pose: PoseTemplate | undefined;
  /** What the photo suggests, with what the person wants otherwise. */
  look: LookChoice;
  price: number;
  missing: Missing | null;
  /** The generation at hand: asked for here, or named in the address. Null while choosing. */
  generation: Generation | null;
  isOpening: boolean;
  isCancelling: boolean;
  making: NewGeneration;
  generate(): Promise<void>;
  retry(): Promise<void>;
  cancel(): Promise<void>;
  deleteGeneration(): void;
  /** Back to choosing; what was made stays in the history. */
  putAside(): void;
}

export function useStudio(): Studio {
  const { photo, pose, check, look } = useChosen();
  const { quality, priority, stylePreset, scene, poseTurn, goTo } = useStudioChoices();
  const credits = useCredits();
  const client = useQueryClient();
  const at = useGenerationAtHand();
  const making = useNewGeneration();
  const { hidden, deleteLater } = useDeletions();
  const [isCancelling, setCancelling] = useState(false);

  const price = priceOf({ quality, priority });
  const missing = whatIsMissing({
    hasPhoto: photo !== null,
    photoTone: check.tone,
    hasPose: pose !== undefined,
    price,
    available: credits?.available ?? null,
  });

  const open = (made: Generation | null) => {
    if (made === null) return;
    goTo('result');
    at.show(made.id);
  };
  const generation = at.generation === null || hidden.has(at.generation.id) ? null : at.generation;

  return {
    photo,
    check,
    pose,
    look,
    price,
    missing,
    generation,
    isOpening: at.isOpening,
    isCancelling,
    making,
    async generate() {
      if (photo === null || pose === undefined || missing !== null) return;
      const options = { quality, priority, stylePreset, scene, poseTurn, look };
      const wanted = { ...options, poseTemplateId: pose.id };
      const wish = JSON.stringify({ ...wanted, photo: photo.id });
      open(await making.start({ ...wanted, photo: photo.file, source: photo.source }, wish));
    },
    async retry() {
      if (generation !== null) open(await making.retry(generation.id));
    },
    async cancel() {
      if (generation === null || isCancelling) return;
      setCancelling(true);
      try {
        await studioApi.cancel(generation.id);
        noteGeneration(client, await studioApi.generation(generation.id));
      } finally {
        setCancelling(false);
      }
    },
    deleteGeneration() {
      if (generation === null) return;
      deleteLater([generation.id]);
      at.show(null);
    },
    putAside() {
      making.clearFault();
      at.show(null);
    },
  };
}

/** The photo, the pose and the look, brought back from the last visit. */
function useChosen(): {
  photo: ChosenPhoto | null;
  pose: PoseTemplate | undefined;
  check: PhotoCheck;
  look: LookChoice;
} {
  const me = useMe();
  const userId = me?.id;
  const photo = useOwnPhoto();
  const { photoId, poseId, lookEdits, rememberPhoto } = useStudioChoices();
  const check = usePhotoCheck();
  const pose = useQuery({ ...poseQuery(poseId ?? ''), enabled: poseId !== null });

  useEffect(() => {
    if (userId === undefined || photoId === null || photo !== null) return;
    void showKeptPhoto(photoId, userId).then((isThere) => {
      if (!isThere) rememberPhoto(null);
    });
  }, [userId, photoId, photo, rememberPhoto]);

  const unreadableId = check.tone === 'wrong' && check.report === null ? photo?.id : undefined;
  useEffect(() => {
    if (unreadableId !== undefined) void stopKeeping(unreadableId);
  }, [unreadableId]);

  return {
    photo,
    pose: poseId === null ? undefined : pose.data,
    check,
    look: { ...check.report?.suggestion, ...lookEdits },
  };
}

/** The generation named in the address, so that a reload or a shared screen finds it again. */
function useGenerationAtHand(): {
  generation: Generation | null;
  isOpening: boolean;
  show: (id: string | null) => void;
} {
  const search = StudioSearch.parse(useSearch({ strict: false }));
  const navigate = useNavigate();
  const id = search.generation ?? null;
  const query = useGeneration(id);
  const { choose, goTo } = useStudioChoices();

  const show = useCallback(
    (next: string | null) => {
      void navigate({
        to: '/generate',
        search: next === null ? {} : { generation: next },
        replace: true,
      });
    },
    [navigate],
  );
  const showNothing = useCallback(() => show(null), [show]);
  useWantedSource(search.source, showNothing);
  const { pose: wantedPose, mirror, yaw } = search;
  useEffect(() => {
    if (wantedPose === undefined) return;
    choose({ poseId: wantedPose, poseTurn: { mirror, yaw } });
    show(null);
  }, [wantedPose, mirror, yaw, choose, show]);
  // A generation that was cancelled or is gone leaves nothing to look at: back to choosing.
  const isOver = query.data?.status === 'cancelled' || isGone(query.error);
  useEffect(() => {
    if (isOver) show(null);
  }, [isOver, show]);
  const generation = id === null || isOver ? null : (query.data ?? null);
  // An address that names a generation opens on it, also after a reload; from there a phone may go anywhere.
  const openedId = generation?.id;
  useEffect(() => {
    if (openedId !== undefined) goTo('result');
  }, [openedId, goTo]);
  return { generation, isOpening: id !== null && !isOver && query.data === undefined, show };
}
