import { type Chart, coloursAround } from '../chart.ts';
import { colourDistance, medianColour } from '../colour.ts';

/** Places of bare skin, each as mesh points. */
const CHEEKS = [
  [50, 117, 123, 205, 36, 187],
  [280, 346, 352, 425, 266, 411],
];
const FOREHEAD = [9, 151, 108, 337];
const RADIUS = 6;
/** Lightness counts little: a cheek in shade is still a cheek. */
const SHADE_WEIGHT = 0.45;
const SKIN_LIKE = 17;
/** Darker than any shade of a lit face. */
const DARKER = 38;

/** The largest share (0..1) of a cheek, and the share of the forehead, that is not skin: hair, a hand, a mask. */
export function hiddenSkin(face: Chart): { readonly cheek: number; readonly forehead: number } {
  const places = [...CHEEKS, FOREHEAD].map((points) =>
    points.flatMap((point) => coloursAround(face, face.place(point), RADIUS)),
  );
  const skin = medianColour(places.flat());
  const [right = 1, left = 1, forehead = 1] = places.map((colours) => {
    const hidden = colours.filter(
      (colour) =>
        colourDistance(colour, skin, SHADE_WEIGHT) > SKIN_LIKE || skin[0] - colour[0] > DARKER,
    );
    return colours.length === 0 ? 1 : hidden.length / colours.length;
  });
  return { cheek: Math.max(right, left), forehead };
}
