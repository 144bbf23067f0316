import { CLOTHES_THINGS } from './clothes-things.ts';
import { HEAD_THINGS } from './head-things.ts';
import { LOOK_THINGS } from './look-things.ts';
import { MOOD_THINGS } from './mood-things.ts';
import { PERSON_THINGS } from './person-things.ts';
import { PLACE_THINGS } from './place-things.ts';
import type { Thing } from './thing.ts';
import { WEAR_THINGS } from './wear-things.ts';

/** Everything the local engine can read from words. A word may name several things (`girl`: female and young). */
export const THINGS: readonly Thing[] = [
  ...LOOK_THINGS,
  ...PERSON_THINGS,
  ...MOOD_THINGS,
  ...HEAD_THINGS,
  ...CLOTHES_THINGS,
  ...WEAR_THINGS,
  ...PLACE_THINGS,
];
