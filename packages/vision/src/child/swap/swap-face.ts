import sharp from 'sharp';
import { meshPoint } from '../face-angles.ts';
import { findPeople } from '../find-people.ts';
import { OVAL } from '../head-outline.ts';
import type { Eyes } from '../look-at-photo.ts';
import { decodePhoto, type Photo, type Region } from '../picture.ts';
import { feather } from './feather.ts';
import { fillPolygon } from './fill-polygon.ts';
import { judgePair, type SwapPair, type SwapRefusal } from './judge-pair.ts';
import { matchColours } from './match-colours.ts';
import { stretchMembrane } from './membrane.ts';
import { warpFace } from './warp-face.ts';

export interface SwappedFace {
  /** PNG, as large as the target. */
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Above this the result no longer shows the person of the face photo. */
const DISTANCE_MAX = 0.55;
/** The face's outline drawn in a little, so that no background of the face photo comes along. */
const SHRINK = 0.95;
const PADDING_PX = 24;

/**
 * Puts the face of one photo on the person of another: mesh warp, colours of the target, seamless edge, soft border;
 * then looks whether it is the right person now. Expression and gaze are those of the face photo.
 * @returns why it would not look, or did not turn out, right
 */
export async function swapFace(
  eyes: Eyes,
  facePhoto: Photo,
  targetFile: Uint8Array,
  targetPhoto: Photo,
): Promise<SwappedFace | SwapRefusal> {
  const pair = judgePair(
    [facePhoto, await findPeople(eyes.models, facePhoto)],
    [targetPhoto, await findPeople(eyes.models, targetPhoto)],
  );
  if (typeof pair === 'string') return pair;
  const swapped = await compose(eyes, pair, facePhoto, targetFile, targetPhoto);
  const result = await decodePhoto(swapped.bytes);
  const [resultFace] = (await findPeople(eyes.models, result)).faces;
  if (!resultFace) return 'not_alike';
  const distance = await eyes.identity().distance([facePhoto, pair.face], [result, resultFace]);
  return distance > DISTANCE_MAX ? 'not_alike' : swapped;
}

async function compose(
  eyes: Eyes,
  pair: SwapPair,
  facePhoto: Photo,
  targetFile: Uint8Array,
  targetPhoto: Photo,
): Promise<SwappedFace> {
  const region = regionOf(pair, targetPhoto);
  const patch = warpFace(
    facePhoto,
    pair.face.mesh,
    pair.target.mesh,
    eyes.models.faceTriangulation,
    region,
  );
  const { width, height } = region;
  const area = fillPolygon(outlineOf(pair, region), width, height).map(
    (inside, i) => inside & (patch.covered[i] ?? 0),
  );
  const around = cutOut(targetPhoto, region);
  const coloured = matchColours(patch.rgb, around, area);
  const difference = around.map((value, i) =>
    patch.covered[Math.floor(i / 3)] === 1 ? value - (coloured[i] ?? 0) : 0,
  );
  const lifted = stretchMembrane(difference, area, width, height);
  const alpha = feather(area, width, height, Math.max(2, Math.round(width / 60)));
  const rgba = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i += 1) {
    for (let c = 0; c < 3; c += 1) {
      const value = (coloured[i * 3 + c] ?? 0) + (lifted[i * 3 + c] ?? 0);
      rgba[i * 4 + c] = Math.round(Math.min(255, Math.max(0, value)));
    }
    rgba[i * 4 + 3] = Math.round((alpha[i] ?? 0) * 255);
  }
  return await layOver(targetFile, targetPhoto, region, rgba);
}

function regionOf({ target }: SwapPair, photo: Photo): Region {
  const left = Math.max(0, Math.floor(target.box.left) - PADDING_PX);
  const top = Math.max(0, Math.floor(target.box.top) - PADDING_PX);
  const right = Math.min(photo.width, Math.ceil(target.box.left + target.box.width) + PADDING_PX);
  const bottom = Math.min(photo.height, Math.ceil(target.box.top + target.box.height) + PADDING_PX);
  return { left, top, width: right - left, height: bottom - top };
}

function outlineOf({ target }: SwapPair, region: Region): { x: number; y: number }[] {
  const points = OVAL.map((index) => meshPoint(target.mesh, index));
  const middle = [0, 1].map(
    (axis) => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length,
  );
  const [mx = 0, my = 0] = middle;
  return points.map(([x, y]) => ({
    x: mx + (x - mx) * SHRINK - region.left,
    y: my + (y - my) * SHRINK - region.top,
  }));
}

function cutOut(photo: Photo, { left, top, width, height }: Region): Float32Array {
  const out = new Float32Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    const from = ((top + y) * photo.width + left) * 3;
    out.set(photo.rgb.subarray(from, from + width * 3), y * width * 3);
  }
  return out;
}

/** The patch over the target at the target's own size: what lies outside the face keeps its every pixel. */
async function layOver(
  targetFile: Uint8Array,
  { width, fullWidth, fullHeight }: Photo,
  region: Region,
  rgba: Uint8Array,
): Promise<SwappedFace> {
  const scale = fullWidth / width;
  const raw = { width: region.width, height: region.height, channels: 4 } as const;
  const left = Math.round(region.left * scale);
  const top = Math.round(region.top * scale);
  const patch = await sharp(rgba, { raw })
    .resize(
      Math.min(fullWidth - left, Math.round(region.width * scale)),
      Math.min(fullHeight - top, Math.round(region.height * scale)),
      { fit: 'fill', kernel: 'cubic' },
    )
    .png({ compressionLevel: 1 })
    .toBuffer();
  const bytes = await sharp(targetFile)
    .composite([{ input: patch, left, top }])
    .png({ compressionLevel: 6 })
    .toBuffer();
  return { bytes, widthPx: fullWidth, heightPx: fullHeight };
}
