import type { LookChoice } from '@lumiku/contract';
import { z } from 'zod';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { Quality, StylePreset } from '../../contract.ts';

export type StudioStep = 'photo' | 'pose' | 'result';

/** What is remembered on this device between visits. */
const Remembered = z.object({
  poseId: z.string().nullable(),
  quality: Quality,
  priority: z.boolean(),
  stylePreset: StylePreset,
  favouritePoseIds: z.array(z.string()),
  photoId: z.string().nullable(),
});

export interface StudioChoices extends z.infer<typeof Remembered> {
  /** The step a phone shows. */
  step: StudioStep;
  /** What the person changed of the look suggested by the photo. */
  lookEdits: LookChoice;
  choose(
    change: Partial<Pick<StudioChoices, 'poseId' | 'quality' | 'priority' | 'stylePreset'>>,
  ): void;
  goTo(step: StudioStep): void;
  editLook(edits: LookChoice): void;
  toggleFavourite(poseId: string): void;
  rememberPhoto(photoId: string | null): void;
}

/** The choices of the generator, shared by its three steps and remembered on this device. */
export const useStudioChoices = create<StudioChoices>()(
  persist(
    (set) => ({
      poseId: null,
      quality: 'sd',
      priority: false,
      stylePreset: 'realistic',
      favouritePoseIds: [],
      photoId: null,
      step: 'photo',
      lookEdits: {},
      choose: (change) => set(change),
      goTo: (step) => set({ step }),
      editLook: (lookEdits) => set({ lookEdits }),
      toggleFavourite: (poseId) =>
        set((state) => ({
          favouritePoseIds: state.favouritePoseIds.includes(poseId)
            ? state.favouritePoseIds.filter((id) => id !== poseId)
            : [poseId, ...state.favouritePoseIds],
        })),
      rememberPhoto: (photoId) => set({ photoId, lookEdits: {} }),
    }),
    {
      name: 'lumiku.generator',
      version: 1,
      partialize: (state) => Remembered.parse(state),
      // What an older or damaged store holds is dropped, never trusted.
      merge: (kept, state) => {
        const remembered = Remembered.safeParse(kept);
        return remembered.success ? { ...state, ...remembered.data } : state;
      },
    },
  ),
);
