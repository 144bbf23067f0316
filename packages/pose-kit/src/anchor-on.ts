import { Fault } from '@lumiku/contract';
import { rotationY, turnOf } from './mat3.ts';
import type { AttachName } from './pose-spec.ts';
import { otherSide, type Side } from './side.ts';
import type { Anchor, SolvedArm } from './solve-arm.ts';
import type { SolvedLeg } from './solve-leg.ts';
import type { Trunk } from './solve-trunk.ts';

/** What of a body a hand can be on, besides the other arm. */
interface Body {
  readonly trunk: Pick<Trunk, 'frames' | 'shoulderMiddle'> & {
    readonly joints: Pick<Trunk['joints'], 'pelvis' | 'head'>;
  };
  readonly legs: Readonly<Record<Side, SolvedLeg>>;
}

/**
 * Where a part that is touched by the arm of `side` sits and how it is turned.
 * @throws Fault POSE_ARMS_CIRCULAR for the other arm when it is not worked out yet.
 */
export function anchorOn(
  { trunk, legs }: Body,
  side: Side,
  attach: AttachName,
  other: SolvedArm | undefined,
): Anchor {
  const own = legs[side];
  const opposite = legs[otherSide(side)];
  const { pelvis, head } = trunk.joints;
  switch (attach) {
    case 'pelvis':
      return { origin: pelvis, frame: trunk.frames.pelvis };
    case 'chest':
      return { origin: trunk.shoulderMiddle, frame: trunk.frames.chest };
    case 'head':
      return { origin: head, frame: trunk.frames.head };
    case 'floor':
      return {
        origin: [pelvis[0], 0, pelvis[2]],
        frame: rotationY(turnOf(trunk.frames.pelvis).yaw),
      };
    case 'ownThigh':
      return { origin: own.hip, frame: own.thigh };
    case 'otherThigh':
      return { origin: opposite.hip, frame: opposite.thigh };
    case 'ownShin':
      return { origin: own.knee, frame: own.shin };
    case 'otherShin':
      return { origin: opposite.knee, frame: opposite.shin };
    case 'otherUpperArm':
    case 'otherForearm': {
      if (!other) throw armsHoldEachOther();
      return attach === 'otherUpperArm'
        ? { origin: other.shoulder, frame: other.upperArm }
        : { origin: other.elbow, frame: other.forearm };
    }
  }
}

function armsHoldEachOther(): Fault {
  return new Fault({
    code: 'POSE_ARMS_CIRCULAR',
    status: 422,
    message: 'Each arm of this pose is fixed to the other one.',
    fix: 'Give one of the two arms a place on the body or joint angles.',
  });
}
