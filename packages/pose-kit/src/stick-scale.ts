/** Families of pose networks by the thickness of line they were trained on. */
export const STICK_FAMILIES = ['standard', 'xinsir'] as const;
/** `standard`: SD 1.5, FLUX, Qwen (8 px on a short side of 512); `xinsir`: the SDXL networks of that name. */
export type StickFamily = (typeof STICK_FAMILIES)[number];

const TRAINED_SHORT_SIDE = 512;
/** xinsir's model card: the radius of 4 px times this, by the longer side of the canvas. */
const XINSIR_STEPS = [
  [500, 1],
  [1_000, 2],
  [2_000, 3],
  [3_000, 4],
  [4_000, 5],
  [5_000, 6],
] as const;
const XINSIR_MOST = 7;

/** `stickScale` of `drawOpenpose` for a family's networks on a canvas. */
export function stickScaleFor(
  family: StickFamily,
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
): number {
  if (family === 'standard') return 1;
  const longest = Math.max(widthPx, heightPx);
  const times = XINSIR_STEPS.find(([below]) => longest < below)?.[1] ?? XINSIR_MOST;
  return (times * TRAINED_SHORT_SIDE) / Math.min(widthPx, heightPx);
}
