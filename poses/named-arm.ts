import { ArmSpec, CONTACT_NAMES } from '@lumiku/pose-kit';
import { z } from 'zod';
import type { ArmFile } from './pose-entry.ts';

const Contact = z.enum(CONTACT_NAMES);

/** What an arm does, by a name of library/parts/arms.json, by a contact of the pose kit, or written out. */
export type ArmNames = (arm: string | ArmSpec, poseId?: string) => ArmSpec;

/** Looks arms up by name. The function throws on a name that does not exist. */
export function armNames(presets: ArmFile['arms']): ArmNames {
  const known = new Map<string, ArmSpec>(Object.entries(presets));
  return (arm, poseId = '') => {
    if (typeof arm !== 'string') return arm;
    const found = known.get(arm);
    if (found) return found;
    const contact = Contact.safeParse(arm);
    if (!contact.success) {
      throw new Error(`Pose ${poseId}: no arm is called "${arm}"; see library/parts/arms.json.`);
    }
    const touching = ArmSpec.parse({ touch: contact.data });
    known.set(arm, touching);
    return touching;
  };
}
