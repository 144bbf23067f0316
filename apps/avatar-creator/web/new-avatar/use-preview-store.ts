import { z } from 'zod';
import { AgeRange, BodyType, Gender, Style } from '../../contract.ts';
import { createPreviewStore } from './create-preview-store.ts';
import { type Draft, EMPTY_DRAFT } from './draft.ts';
import { previewServer } from './preview-server.ts';

const STORAGE_KEY = 'lumiku.creator.draft';

const Remembered: z.ZodType<Draft> = z.object({
  prompt: z.string().max(2_000),
  gender: Gender.nullable(),
  ageRange: AgeRange.nullable(),
  style: Style.nullable(),
  ethnicity: z.string().max(50).nullable(),
  bodyType: BodyType,
});

/** What was written last on this device; nothing when it is not ours to read. */
function rememberedDraft(): Draft {
  try {
    const kept = Remembered.safeParse(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? 'null'));
    return kept.success ? kept.data : EMPTY_DRAFT;
  } catch {
    return EMPTY_DRAFT;
  }
}

/** The state of the dialog that makes avatars; the draft is remembered on this device. */
export const usePreviewStore = createPreviewStore(previewServer, { draft: rememberedDraft() });

usePreviewStore.subscribe(({ draft }, before) => {
  if (draft === before.draft) return;
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(draft));
  } catch {
    // A browser without storage simply does not remember.
  }
});

/** The preview in sight. */
export function useShownPreview() {
  return usePreviewStore(({ previews, shownId }) =>
    previews.find(({ previewId }) => previewId === shownId),
  );
}
