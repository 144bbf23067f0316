import { fromTurn, multiply, rotationX, rotationY } from '@lumiku/pose-kit/mat3';
import type { ArmState, BodyState } from './body-state.ts';
import { ease, mixStates } from './mix-states.ts';

const RAISED_BY = 0.27;
const LOWERED_FROM = 0.73;
const SWINGS = 3;
const SWING_DEGREES = 21;

/** The arm raised beside the head, palm to the front, the forearm leaning by `swing` degrees. `k`: 1 for the left. */
function wavingArm(was: ArmState, k: 1 | -1, swing: number): ArmState {
  return {
    ...was,
    upper: multiply(fromTurn({ yaw: 0, pitch: -14, roll: k * 58 }), rotationY(k * 82)),
    fore: rotationX(-(112 + swing)),
    hand: multiply(rotationY(k * 84), rotationX(0)),
  };
}

/**
 * Waves with one hand out of a pose and back into it; `t` from 0 to 1 is the whole move, and 1 looks like 0. The feet
 * stay where they are.
 */
export function waving(rest: BodyState, side: 'left' | 'right', t: number): BodyState {
  const k = side === 'left' ? 1 : -1;
  const within = (t - RAISED_BY) / (LOWERED_FROM - RAISED_BY);
  const isWaving = within > 0 && within < 1;
  const swing = isWaving ? SWING_DEGREES * Math.sin(2 * Math.PI * SWINGS * within) : 0;
  const up = Math.min(ease(t / RAISED_BY), ease((1 - t) / (1 - LOWERED_FROM)));
  const lean = (degrees: number): BodyState['turn'] =>
    fromTurn({ yaw: 0, pitch: 0, roll: k * degrees });
  const raised: BodyState = {
    ...rest,
    chest: multiply(rest.chest, lean(-2.5)),
    neck: multiply(rest.neck, lean(3)),
    head: multiply(rest.head, fromTurn({ yaw: k * 3, pitch: -2, roll: k * 4 })),
    arms: { ...rest.arms, [side]: wavingArm(rest.arms[side], k, 0) },
    hands: { ...rest.hands, [side]: 'flat' },
  };
  // The arm's own way is eased already.
  const mixed = mixStates(rest, raised, unease(up));
  if (swing === 0) return mixed;
  return { ...mixed, arms: { ...mixed.arms, [side]: wavingArm(rest.arms[side], k, swing) } };
}

/** The share that `ease` turns into `s`. */
function unease(s: number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (ease(middle) < s) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Somebody who talks: small nods and sways, the hands a little alive. `t` from 0 to 1, and 1 looks like 0. */
export function talking(rest: BodyState, t: number): BodyState {
  const round = (turns: number, phase: number): number =>
    Math.sin(2 * Math.PI * (turns * t + phase));
  const head = fromTurn({
    yaw: 4 * round(1, 0) + 1.5 * round(3, 0.2),
    pitch: 2.5 * round(4, 0) + 1.5 * round(7, 0.3),
    roll: 2.5 * round(2, 0.4),
  });
  const arm = (was: ArmState, phase: number): ArmState => ({
    ...was,
    fore: multiply(was.fore, rotationX(-4 * (1 + round(2, phase)))),
  });
  return {
    ...rest,
    chest: multiply(
      rest.chest,
      fromTurn({ yaw: 2 * round(1, 0.5), pitch: 0, roll: 1 * round(2, 0) }),
    ),
    head: multiply(rest.head, head),
    arms: { left: arm(rest.arms.left, 0.75), right: arm(rest.arms.right, 0.25) },
  };
}
