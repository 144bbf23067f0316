import { projectPoint, type Vec3 } from '@lumiku/pose-kit';
import { aboutAxis, multiply } from '@lumiku/pose-kit/mat3';
import type { Handle } from '../puppet/handles.ts';
import { moveJoint, turnJoint } from '../puppet/move-joint.ts';
import type { Puppet } from '../puppet/puppet.ts';
import { gestureWords, type PoseDocument } from './create-pose-document.ts';
import { type RingHit, ringAt } from './turn-rings.ts';
import { unproject, viewDirection } from './view-camera.ts';
import type { Viewport } from './viewport.ts';

const REACH_PX = { mouse: 15, touch: 30 };
const RING_REACH_PX = { mouse: 9, touch: 22 };
const ORBIT_DEGREES_PER_PX = 0.45;
const FREE_TURN_DEGREES_PER_PX = 0.6;
/** Towards the eye and away goes this much quicker than across. */
const DEPTH_FACTOR = 3;

export interface Place {
  readonly x: number;
  readonly y: number;
}

interface JointDrag {
  readonly kind: 'joint';
  readonly how: 'move' | 'depth' | 'turn';
  readonly handle: Handle;
  readonly began: Puppet;
  readonly start: Place;
  /** From the finger to the joint, so that the joint does not jump under it. */
  readonly offset: Place;
  readonly depth: number;
}
interface RingDrag {
  readonly kind: 'ring';
  readonly handle: Handle;
  readonly began: Puppet;
  readonly start: Place;
  readonly ring: RingHit;
}
interface ViewDrag {
  readonly kind: 'view';
  readonly how: 'orbit' | 'pan';
  readonly start: Place;
}
export type FigureDrag = JointDrag | RingDrag | ViewDrag;

/** How it was taken hold of. */
export interface Grip {
  readonly pointer: 'mouse' | 'touch';
  readonly button: number;
  /** Towards the eye rather than across. */
  readonly isDepth: boolean;
  readonly ringRadiusPx: number;
}

/** What a press at a place takes hold of: a ring, a joint, or the view. */
export function beginDrag(
  document: PoseDocument,
  viewport: Viewport,
  start: Place,
  grip: Grip,
): FigureDrag {
  if (grip.button !== 0) return { kind: 'view', how: grip.button === 1 ? 'pan' : 'orbit', start };
  const { tool, selected, pose } = document.state();
  const { camera } = viewport;
  if (tool === 'rotate' && selected) {
    const reach = { radiusPx: grip.ringRadiusPx, reachPx: RING_REACH_PX[grip.pointer] };
    const ring = ringAt(camera, pose.joints[selected], start, reach);
    if (ring) return { kind: 'ring', handle: selected, began: document.begin(), start, ring };
  }
  const handle = viewport.handleAt(start.x, start.y, REACH_PX[grip.pointer]);
  if (!handle) return { kind: 'view', how: 'orbit', start };
  document.select(handle);
  const joint = projectPoint(camera, pose.joints[handle]);
  return {
    kind: 'joint',
    how: tool === 'rotate' ? 'turn' : grip.isDepth ? 'depth' : 'move',
    handle,
    began: document.begin(),
    start,
    offset: { x: joint.x - start.x, y: joint.y - start.y },
    depth: joint.depth,
  };
}

/** Follows the finger from `from` to `to`. */
export function continueDrag(
  document: PoseDocument,
  viewport: Viewport,
  drag: FigureDrag,
  from: Place,
  to: Place,
): void {
  const { pins, keepsFeet } = document.state();
  const held = { pins, keepsFeet };
  if (drag.kind === 'view') {
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    if (drag.how === 'pan') viewport.pan(dx, dy);
    else viewport.turn(dx * ORBIT_DEGREES_PER_PX, dy * ORBIT_DEGREES_PER_PX * 0.7);
    return;
  }
  const [dx, dy] = [to.x - drag.start.x, to.y - drag.start.y];
  const { camera } = viewport;
  if (drag.kind === 'ring') {
    const { along, degreesPerPx, axis } = drag.ring;
    const turn = aboutAxis(axis, (dx * along[0] + dy * along[1]) * degreesPerPx);
    document.wish(drag.handle, turnJoint(drag.began, drag.handle, turn, held));
    return;
  }
  if (drag.how === 'turn') {
    const about = (axis: Vec3, px: number) => aboutAxis(axis, px * FREE_TURN_DEGREES_PER_PX);
    const upright = about(viewDirection(camera, 1, 1), dx);
    const turn = multiply(upright, about(viewDirection(camera, 0, 1), dy));
    document.wish(drag.handle, turnJoint(drag.began, drag.handle, turn, held));
    return;
  }
  const isDepth = drag.how === 'depth';
  const at = isDepth ? drag.start : to;
  const depth = drag.depth + (isDepth ? (dy / camera.focalPx) * -DEPTH_FACTOR : 0);
  const target = unproject(camera, at.x + drag.offset.x, at.y + drag.offset.y, depth);
  document.wish(drag.handle, moveJoint(drag.began, drag.handle, target, held));
}

/** The finger is lifted: what it did is one step, or as if it had not been. */
export function endDrag(document: PoseDocument, drag: FigureDrag, isKept: boolean): void {
  if (drag.kind === 'view') return;
  const isTurn = drag.kind === 'ring' || drag.how === 'turn';
  if (isKept) document.settle(gestureWords(isTurn ? 'rotate' : 'move', drag.handle));
  else document.abandon();
}

/** Pressed and lifted at once: beside the figure nothing is held any more; a joint under a ring is taken instead of it. */
export function tapDrag(
  document: PoseDocument,
  viewport: Viewport,
  drag: FigureDrag,
  pointer: Grip['pointer'],
): void {
  if (drag.kind === 'view') document.select(null);
  if (drag.kind !== 'ring') return;
  const handle = viewport.handleAt(drag.start.x, drag.start.y, REACH_PX[pointer]);
  if (handle) document.select(handle);
}
