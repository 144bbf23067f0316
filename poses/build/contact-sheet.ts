/**
 * Draws poses as plain bodies, from the front and from their own camera, 40 to a picture to look at:
 *   bun poses/build/contact-sheet.ts <out.png> [category, id part or "all"] [page, from 1]
 */
import { type JointName, type PoseCamera, poseCamera, projectPoint } from '@lumiku/pose-kit';
import sharp from 'sharp';
import { type LibraryPose, poseLibrary, solveLibraryPose } from '../index.ts';

const CELL = { widthPx: 120, heightPx: 170 };
const COLUMNS = 16;
const LABEL_PX = 16;
const POSES_PER_PAGE = 40;

const PARTS: readonly (readonly [JointName, JointName, width: number, colour: string])[] = [
  ['pelvis', 'waist', 0.13, '#8a8f98'],
  ['waist', 'chest', 0.13, '#9aa0aa'],
  ['chest', 'neck', 0.09, '#9aa0aa'],
  ['leftShoulder', 'rightShoulder', 0.08, '#a5abb5'],
  ['leftHip', 'rightHip', 0.12, '#8a8f98'],
  ['neck', 'headBase', 0.055, '#c9b8a8'],
  ['headBase', 'headTop', 0.1, '#d8c7b6'],
  ['leftShoulder', 'leftElbow', 0.05, '#4f9d69'],
  ['leftElbow', 'leftWrist', 0.04, '#74c08d'],
  ['leftWrist', 'leftHand', 0.035, '#b4e6c4'],
  ['rightShoulder', 'rightElbow', 0.05, '#b0713b'],
  ['rightElbow', 'rightWrist', 0.04, '#d79458'],
  ['rightWrist', 'rightHand', 0.035, '#f4cda4'],
  ['leftHip', 'leftKnee', 0.085, '#3f6ea8'],
  ['leftKnee', 'leftAnkle', 0.055, '#6493cd'],
  ['leftAnkle', 'leftToe', 0.04, '#a8c8f0'],
  ['rightHip', 'rightKnee', 0.085, '#8c4a8f'],
  ['rightKnee', 'rightAnkle', 0.055, '#b273b5'],
  ['rightAnkle', 'rightToe', 0.04, '#e0b4e2'],
  ['nose', 'head', 0.02, '#40342a'],
];

function bodySvg(pose: LibraryPose, camera: PoseCamera): string {
  const { joints } = solveLibraryPose(pose);
  const lines = PARTS.map(([from, to, width, colour]) => {
    const a = projectPoint(camera, joints[from]);
    const b = projectPoint(camera, joints[to]);
    const px = (width * camera.focalPx) / camera.eyeDistance;
    const line = `<line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" stroke-linecap="round"`;
    return {
      depth: (a.depth + b.depth) / 2 - width / 2,
      svg: `${line} stroke="#222" stroke-width="${px + 2}"/>${line} stroke="${colour}" stroke-width="${px}"/>`,
    };
  });
  lines.sort((a, b) => b.depth - a.depth);
  return lines.map(({ svg }) => svg).join('');
}

function cellSvg(pose: LibraryPose): string {
  const solved = solveLibraryPose(pose);
  const { widthPx, heightPx } = CELL;
  const front = poseCamera({ yaw: 0, pitch: 4, framing: 'full', solved, ...CELL });
  const own = poseCamera({ ...pose.camera, solved, ...CELL });
  const label = `<text x="4" y="12" font-family="sans-serif" font-size="9">${pose.id}</text>`;
  const clip = `<svg y="${LABEL_PX}" width="${widthPx}" height="${heightPx}">${bodySvg(pose, front)}</svg>`;
  const side = `<svg x="${widthPx}" y="${LABEL_PX}" width="${widthPx}" height="${heightPx}">
    <rect width="${widthPx}" height="${heightPx}" fill="#f3efe6"/>${bodySvg(pose, own)}</svg>`;
  return label + clip + side;
}

const [out, filter = 'all', page = '1'] = process.argv.slice(2);
if (!out) {
  console.error('Say where the sheet goes: bun poses/build/contact-sheet.ts <out.png> [filter]');
  process.exit(1);
}
const found = poseLibrary.filter(
  (pose) => filter === 'all' || pose.category === filter || pose.id.includes(filter),
);
const first = (Number(page) - 1) * POSES_PER_PAGE;
const poses = found.slice(first, first + POSES_PER_PAGE);
if (poses.length === 0) {
  console.error(`No pose on page ${page} of "${filter}": ${found.length} poses match it.`);
  process.exit(1);
}
const columns = Math.min(COLUMNS / 2, poses.length);
const rows = Math.ceil(poses.length / columns);
const cellHeight = CELL.heightPx + LABEL_PX;
const cells = poses.map((pose, index) => {
  const x = (index % columns) * CELL.widthPx * 2;
  return `<g transform="translate(${x} ${Math.floor(index / columns) * cellHeight})">${cellSvg(pose)}</g>`;
});
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${columns * CELL.widthPx * 2}" height="${
  rows * cellHeight
}"><rect width="100%" height="100%" fill="white"/>${cells.join('')}</svg>`;
await sharp(Buffer.from(svg)).png().toFile(out);
process.stdout.write(`${poses.length} of ${found.length} poses drawn to ${out}\n`);
