import { expect, setDefaultTimeout, test } from 'bun:test';
import { distanceAt, listEverything } from '../distance/map-distance.ts';
import { EXAMPLE_LOOKS, examplePose } from '../example-figures.ts';
import { buildFigure } from '../mannequin/build-figure.ts';
import { buildTree, SCRATCH } from './build-tree.ts';
import { ray, view } from './camera.ts';
import { trace } from './trace.ts';

/** Drawing shares a small machine with everything else; time is not what is tested. */
setDefaultTimeout(60_000);

/** As deep inside the figure as no ray may go unseen; stature units. */
const DEEP = 0.001;
/** Hair whose surface is steep and folded, beside a neck that is seen between it. */
const WOVEN = ['afro', 'box_braids', 'bangs', 'long', 'lob'] as const;
const EYE = { y: 0.95, z: 2 };

test.each(WOVEN)(
  'no guess at the slope loses a ray that goes through a head with %s hair',
  (hairStyle) => {
    const worn = EXAMPLE_LOOKS.find((look) => look !== 'clay' && look.headCover === 'none');
    if (!worn || worn === 'clay') throw new Error('no example shows its hair');
    buildFigure({ pose: examplePose('standing'), look: { ...worn, hairStyle }, seed: 3 });
    buildTree();
    Object.assign(view, { eyeX: 0, eyeY: EYE.y, eyeZ: EYE.z, distance: EYE.z, focalPx: 3000 });
    const lost: string[] = [];
    for (let y = 0.82; y < 1.1; y += 0.0027)
      for (let x = -0.14; x < 0.14; x += 0.0027) {
        const length = Math.hypot(x, y - EYE.y, EYE.z);
        Object.assign(ray, { x: x / length, y: (y - EYE.y) / length, z: -EYE.z / length });
        const isSeen = [1, 0.5, 0, -1].map((facing) => trace(1.7, 2.3, facing));
        if (isSeen.includes(false) && goesThrough()) lost.push(`${x.toFixed(3)} ${y.toFixed(3)}`);
      }
    expect(lost).toEqual([]);
  },
);

function goesThrough(): boolean {
  for (let t = 1.7; t < 2.3; ) {
    const at = [view.eyeX + ray.x * t, view.eyeY + ray.y * t, view.eyeZ + ray.z * t] as const;
    const d = distanceAt(...at, SCRATCH, listEverything(SCRATCH));
    if (d < -DEEP) return true;
    t += Math.max(Math.abs(d) * 0.35, 0.0004);
  }
  return false;
}
