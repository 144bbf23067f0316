export { bodyOutline, type OutlineBall } from './body-outline.ts';
export * from './camera.ts';
export * from './check-pose.ts';
export * from './coco18.ts';
export * from './contact-names.ts';
export * from './contact-places.ts';
export * from './crop-keeping.ts';
export { armShown, type HandsAndFace } from './detail/hands-and-face.ts';
export { type SkeletonDetails, seenSkeleton } from './detail/seen-skeleton.ts';
export * from './draw-face-points.ts';
export * from './draw-openpose.ts';
export { isAirborne } from './footing.ts';
export { type HandMeasures, handChain, handPoints } from './hand-points.ts';
export * from './keypoint-maps.ts';
export { liftSkeleton, type PriorView } from './lift/lift-skeleton.ts';
export {
  BODY_POINTS,
  type BodyPoint,
  type LiftedPose,
  type PointsOfBody,
  poseFromPoints,
} from './lift/pose-from-points.ts';
export * from './limb-joints.ts';
export * from './mirror-pose.ts';
export * from './mirror-solved.ts';
export * from './openpose-colours.ts';
export * from './openpose-json.ts';
export * from './parse-openpose.ts';
export * from './place-arm.ts';
export * from './pose-embedding.ts';
export type { PoseProblem, PoseProblemCode } from './pose-problem.ts';
export * from './pose-shift.ts';
export * from './pose-spec.ts';
export type { Raster } from './raster.ts';
export * from './read-anatomy.ts';
export * from './rig.ts';
export type { Facing, FacingProblem } from './score/facing.ts';
export type { LimbAngle, LimbName } from './score/limb-angles.ts';
export { poseFit } from './score/pose-fit.ts';
export {
  type DetectedPerson,
  type DetectedPoint,
  type PoseTarget,
  poseTarget,
} from './score/pose-target.ts';
export * from './score/score-pose.ts';
export type { Feet, Tilt } from './score/tilt-and-feet.ts';
export {
  createViewSearch,
  type FlatSkeleton,
  type PoseView,
  type ViewedPose,
  type ViewSearch,
} from './search/find-views.ts';
export { type Segment, segmentDistance } from './segment-distance.ts';
export * from './solve-pose.ts';
export * from './solved-pose.ts';
export * from './stick-scale.ts';
