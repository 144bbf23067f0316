import { z } from 'zod';
import { type Chart, drawChart, FACE_LAYOUT } from '../chart.ts';
import { faceQuality, QUALITY_LAYOUT } from '../face-quality.ts';
import type { SeenFace, SeenPeople } from '../find-people.ts';
import type { Photo } from '../picture.ts';
import { readGlasses } from '../read-glasses.ts';
import { hiddenSkin } from './hidden-skin.ts';

/** Why a swap would not look right; the words for it are the parent's. */
export const SwapRefusal = z.enum([
  'no_face',
  'several_faces',
  'no_face_in_target',
  'several_faces_in_target',
  'face_too_small',
  'target_too_small',
  'turned_apart',
  'tilted_apart',
  'turned_away',
  'face_covered',
  'target_covered',
  'glasses',
  'blurred',
  'not_alike',
]);
export type SwapRefusal = z.infer<typeof SwapRefusal>;

const FACE_MIN_PX = 90;
/** A face is enlarged no more than this. */
const ENLARGED_MAX = 2.2;
const YAW_APART = 20;
const PITCH_APART = 22;
const YAW_MAX = 32;
const HIDDEN_MAX = 0.3;
const FRINGE_MAX = 0.6;
const SHARPNESS_MIN = 0.12;
/** A second face this much smaller than the first is a passer-by. */
const BESIDE_MIN = 0.4;

export interface SwapPair {
  readonly face: SeenFace;
  readonly target: SeenFace;
}

/** The two faces of a swap, or why it is refused. The gravest reason first. */
export function judgePair(
  [facePhoto, facePeople]: readonly [Photo, SeenPeople],
  [targetPhoto, targetPeople]: readonly [Photo, SeenPeople],
): SwapPair | SwapRefusal {
  const [face] = facePeople.faces;
  const [target] = targetPeople.faces;
  if (!face) return 'no_face';
  if (!target) return 'no_face_in_target';
  if (isAmongOthers(facePeople)) return 'several_faces';
  if (isAmongOthers(targetPeople)) return 'several_faces_in_target';
  const heightPx = face.box.height;
  if (heightPx < FACE_MIN_PX) return 'face_too_small';
  if (target.box.height < FACE_MIN_PX / 1.5) return 'target_too_small';
  if (target.box.height > heightPx * ENLARGED_MAX) return 'face_too_small';
  if (Math.max(Math.abs(face.yaw), Math.abs(target.yaw)) > YAW_MAX) return 'turned_away';
  if (Math.abs(face.yaw - target.yaw) > YAW_APART) return 'turned_apart';
  if (Math.abs(face.pitch - target.pitch) > PITCH_APART) return 'tilted_apart';
  const faceChart = drawChart(facePhoto, face.mesh, FACE_LAYOUT);
  const targetChart = drawChart(targetPhoto, target.mesh, FACE_LAYOUT);
  // Their arms lie outside the face: a pair would be left without, or one without a pair.
  if (wearsGlasses(faceChart, face) || wearsGlasses(targetChart, target)) return 'glasses';
  const own = hiddenSkin(faceChart);
  if (Math.max(own.cheek, own.forehead) > HIDDEN_MAX) return 'face_covered';
  // A fringe of the target's own is drawn over; it spoils less than one that comes along with the face.
  const other = hiddenSkin(targetChart);
  if (other.cheek > HIDDEN_MAX || other.forehead > FRINGE_MAX) return 'target_covered';
  const { sharpness } = faceQuality(drawChart(facePhoto, face.mesh, QUALITY_LAYOUT));
  if (sharpness < SHARPNESS_MIN) return 'blurred';
  return { face, target };
}

const wearsGlasses = (chart: Chart, { yaw }: SeenFace): boolean =>
  (readGlasses(chart, yaw)?.value ?? 'none') !== 'none';

function isAmongOthers({ faces }: SeenPeople): boolean {
  const [first, second] = faces;
  return !!first && !!second && second.box.height >= BESIDE_MIN * first.box.height;
}
