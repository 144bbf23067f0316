import type { Look } from '@lumiku/contract';

/** 0 male … 1 female, for shapes and paint that lie between the two. */
export const femininityOf = (look: Pick<Look, 'gender'>): number =>
  look.gender === 'female' ? 1 : look.gender === 'male' ? 0 : 0.5;
