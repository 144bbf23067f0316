import type { Look } from '@lumiku/contract';
import { poseLibrary } from '@lumiku/poses';
import { OUTFITS } from './outfits.ts';

const WANTED = 60;

/** Sixty poses spread over every category, each in another outfit that suits the pose's body. */
export const EVERY_POSE: readonly { readonly poseId: string; readonly look: Look }[] = spread().map(
  ({ id, gender }, at) => {
    const worn = OUTFITS.filter((look) => gender === 'any' || look.gender === gender);
    const look = worn[(at * 7) % worn.length];
    if (!look) throw new Error(`Nothing to wear for the pose "${id}".`);
    return { poseId: id, look };
  },
);

function spread() {
  const categories = [...new Set(poseLibrary.map(({ category }) => category))];
  return categories.flatMap((category, at) => {
    const known = poseLibrary.filter((pose) => pose.category === category);
    const from = Math.round((WANTED * at) / categories.length);
    const count = Math.round((WANTED * (at + 1)) / categories.length) - from;
    return Array.from(
      { length: count },
      (_, i) => known[Math.floor((i * known.length) / count)],
    ).filter((pose) => pose !== undefined);
  });
}
