import { PoseJoints } from '@lumiku/contract';
import { z } from 'zod';

const PoseDraft = z.object({ savedAt: z.number(), joints: PoseJoints });
/** What was changed on a pose and never saved. */
export type PoseDraft = z.infer<typeof PoseDraft>;

const PREFIX = 'lumiku.pose-draft.';
/** A few kilobytes each; the oldest go. */
const DRAFTS_MAX = 20;

/** Drafts of one person on this device. What is not readable any more counts as not there. */
export interface PoseDrafts {
  read(poseId: string): PoseDraft | null;
  /** @returns false where the browser keeps nothing, as in private windows that are full. */
  write(poseId: string, draft: PoseDraft): boolean;
  remove(poseId: string): void;
}

export function createPoseDrafts(storage: Storage, userId: string): PoseDrafts {
  const keyOf = (poseId: string) => `${PREFIX}${userId}.${poseId}`;
  const readKey = (key: string): PoseDraft | null => {
    try {
      const parsed = PoseDraft.safeParse(JSON.parse(storage.getItem(key) ?? 'null'));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  };
  const dropOldest = () => {
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
    const byAge = keys
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => ({ key, savedAt: readKey(key)?.savedAt ?? 0 }))
      .toSorted((a, b) => b.savedAt - a.savedAt);
    for (const { key } of byAge.slice(DRAFTS_MAX)) storage.removeItem(key);
  };
  return {
    read: (poseId) => readKey(keyOf(poseId)),
    write(poseId, draft) {
      try {
        storage.setItem(keyOf(poseId), JSON.stringify(draft));
        dropOldest();
        return true;
      } catch {
        return false;
      }
    },
    remove(poseId) {
      try {
        storage.removeItem(keyOf(poseId));
      } catch {
        // Nothing is kept there at all.
      }
    },
  };
}
