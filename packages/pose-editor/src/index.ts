export {
  createPoseDocument,
  type EditorOption,
  gestureWords,
  type PoseDocument,
} from './engine/create-pose-document.ts';
export {
  type AttachedEditor,
  createPoseEditor,
  type PoseEditor,
} from './engine/create-pose-editor.ts';
export { HIDDEN_POINTS } from './engine/handle-overlay.ts';
export type { KeyWish } from './engine/keyboard.ts';
export type { PoseEditorState, Tool } from './engine/pose-state.ts';
export { presetOf, type ViewPreset } from './engine/view-camera.ts';
export { type Dial, dialsFor, reachShare } from './puppet/dials.ts';
export { HANDLE_WORDS, LIMB_WORDS, STRAIN_WORDS } from './puppet/handle-words.ts';
export { HANDLES, type Handle, isArm, isLeg, type Limb, limbOf, sideOf } from './puppet/handles.ts';
export { ARM_PRESETS, HAND_PRESETS, LEG_PRESETS } from './puppet/presets.ts';
export { standingPose } from './standing-pose.ts';
export { drawControlImage, pictureKeypoints } from './view/draw-control-image.ts';
