export type Side = 'left' | 'right';
export const SIDES = ['left', 'right'] as const satisfies readonly Side[];

/** +1 for the subject's left, whose outward is +x; -1 for the right. */
export function outwardSign(side: Side): 1 | -1 {
  return side === 'left' ? 1 : -1;
}

export function otherSide(side: Side): Side {
  return side === 'left' ? 'right' : 'left';
}
