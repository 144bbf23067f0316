import { type LookChoice, Scene } from '@lumiku/contract';
import { z } from 'zod';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { BATCH_ITEMS_MAX, DEFAULT_STYLE, PoseTurn, Quality, StylePreset } from '../../contract.ts';

/** One picture at a time, or one photo in several poses. */
export const StudioMode = z.enum(['one', 'batch']);
export type StudioMode = z.infer<typeof StudioMode>;

export type StudioStep = 'photo' | 'pose' | 'result';

/** What is remembered on this device between visits. */
const Remembered = z.object({
  poseId: z.string().nullable(),
  quality: Quality,
  priority: z.boolean(),
  stylePreset: StylePreset,
  photoId: z.string().nullable(),
  scene: Scene.default({}),
  poseTurn: PoseTurn.default({}),
  mode: StudioMode.default('one'),
  /** The poses of the next batch, in the order they were chosen. */
  batchPoseIds: z.array(z.string()).max(BATCH_ITEMS_MAX).default([]),
});

export interface StudioChoices extends z.infer<typeof Remembered> {
  /** The step a phone shows. */
  step: StudioStep;
  /** What the person changed of the look suggested by the photo. */
  lookEdits: LookChoice;
  choose(
    change: Partial<
      Pick<StudioChoices, 'poseId' | 'quality' | 'priority' | 'stylePreset' | 'scene' | 'poseTurn'>
    >,
  ): void;
  goTo(step: StudioStep): void;
  editLook(edits: LookChoice): void;
  rememberPhoto(photoId: string | null): void;
  setMode(mode: StudioMode): void;
  /** @returns false when the batch is full already. */
  toggleBatchPose(poseId: string): boolean;
  setBatchPoses(poseIds: readonly string[]): void;
}

/** The choices of the generator, shared by its three steps and remembered on this device. */
export const useStudioChoices = create<StudioChoices>()(
  persist(
    (set, get) => ({
      poseId: null,
      quality: 'sd',
      priority: false,
      stylePreset: DEFAULT_STYLE,
      scene: {},
      poseTurn: {},
      photoId: null,
      mode: 'one',
      batchPoseIds: [],
      step: 'photo',
      lookEdits: {},
      choose: (change) => set(change),
      goTo: (step) => set({ step }),
      editLook: (lookEdits) => set({ lookEdits }),
      rememberPhoto: (photoId) => set({ photoId, lookEdits: {} }),
      setMode: (mode) =>
        set((state) => ({
          mode,
          // The pose that was chosen comes along.
          ...(mode === 'batch' && state.batchPoseIds.length === 0 && state.poseId !== null
            ? { batchPoseIds: [state.poseId] }
            : {}),
        })),
      toggleBatchPose(poseId) {
        const { batchPoseIds } = get();
        if (batchPoseIds.includes(poseId)) {
          set({ batchPoseIds: batchPoseIds.filter((id) => id !== poseId) });
          return true;
        }
        if (batchPoseIds.length >= BATCH_ITEMS_MAX) return false;
        set({ batchPoseIds: [...batchPoseIds, poseId] });
        return true;
      },
      setBatchPoses: (poseIds) => set({ batchPoseIds: [...poseIds] }),
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
