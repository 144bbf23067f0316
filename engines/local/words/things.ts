import { CLOTHES_THINGS } from './clothes-things.ts';
import { HEAD_THINGS } from './head-things.ts';
import { MOOD_THINGS } from './mood-things.ts';
import { PERSON_THINGS } from './person-things.ts';
import { PLACE_THINGS } from './place-things.ts';
import type { Thing } from './thing.ts';

/** Everything the local engine can read from words. A word may name several things (`girl`: female and young). */
export const THINGS: readonly Thing[] = [
  ...PERSON_THINGS,
  ...MOOD_THINGS,
  ...HEAD_THINGS,
  ...CLOTHES_THINGS,
  ...PLACE_THINGS,
];
