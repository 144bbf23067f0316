import { expect, test } from 'bun:test';
import type { Look } from '@lumiku/contract';
import { EXAMPLE_LOOKS, examplePose } from '../example-figures.ts';
import { buildFigure } from '../mannequin/build-figure.ts';
import { Material, Part } from '../scene/material.ts';
import { groupMaterial, groupOf, partOf, scene } from '../scene/tables.ts';
import { ink } from './ink.ts';
import { paintPoint } from './paint-point.ts';

/** Whether any of the legs of the figure that was built shows skin. */
function showsLegs(look: Look): boolean {
  buildFigure({ pose: examplePose('handOnHip'), look, seed: 1 });
  for (let p = 0; p < scene.primitives; p++) {
    const isOfALeg = [Part.leg, Part.shank, Part.foot].some((part) => part === partOf[p]);
    if (!isOfALeg || groupMaterial[groupOf[p]] !== Material.skin) continue;
    paintPoint(groupOf[p], p, 0, 0, 0);
    if (ink.flesh) return true;
  }
  return false;
}

test('below the hem legs are bare, with a hijab they are in stockings', () => {
  const worn = EXAMPLE_LOOKS.find((look) => look !== 'clay');
  if (!worn) throw new Error('no example wears anything');
  for (const clothes of ['gamis', 'kebaya', 'sundress', 'polo_shorts'] as const) {
    expect(showsLegs({ ...worn, clothes, headCover: 'none' })).toBe(true);
    expect(showsLegs({ ...worn, clothes, headCover: 'hijab' })).toBe(false);
  }
});
