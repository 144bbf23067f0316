import { PoseJoints } from '@lumiku/contract';
import { z } from 'zod';

const OpenedPose = z.object({ joints: PoseJoints, name: z.string() });
/** A pose on its way into the editor: found in a photo, sketched, or read from a file. */
export type OpenedPose = z.infer<typeof OpenedPose>;

const KEY = 'lumiku.opened-pose';

/** What this page handed over, for browsers that keep nothing. */
let handed: OpenedPose | null = null;

/** Hands a pose to the editor's screen, which is another page. It stays with this tab, also over a reload. */
export function openInEditor(pose: OpenedPose): void {
  handed = pose;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(pose));
  } catch {
    // Without it only a reload begins from scratch.
  }
}

/** The pose that was handed over last in this tab. */
export function openedPose(): OpenedPose | null {
  if (handed) return handed;
  try {
    const parsed = OpenedPose.safeParse(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
