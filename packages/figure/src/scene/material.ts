/** What a group of shapes is made of; decides paint and shine. */
export const Material = {
  clay: 0,
  skin: 1,
  head: 2,
  lash: 3,
  eye: 4,
  hair: 5,
  beard: 6,
  brow: 7,
  hijab: 8,
  glasses: 9,
  lens: 10,
  top: 11,
  trim: 12,
  bottom: 13,
  shirt: 14,
  shoe: 15,
  sole: 16,
  prop: 17,
  tooth: 18,
  tongue: 19,
  cover: 20,
  jacket: 21,
  button: 22,
  tie: 23,
  collar: 24,
} as const;
export type Material = (typeof Material)[keyof typeof Material];

/** Which part of the body a shape belongs to, so that a shirt front is not painted on a forearm. */
export const Part = {
  torso: 0,
  arm: 1,
  forearm: 2,
  leg: 3,
  shank: 4,
  hand: 5,
  foot: 6,
  head: 7,
  other: 8,
} as const;
export type Part = (typeof Part)[keyof typeof Part];
