import * as tf from '@tensorflow/tfjs-core';
import type { Picture } from './picture.ts';
import type { TfliteNetwork } from './tflite-network.ts';

/** Where a person is: a square around the whole body, turned so that the body stands upright in it. */
export interface BodySquare {
  /** Pixels of the picture. */
  readonly x: number;
  readonly y: number;
  readonly side: number;
  /** Radians by which the square is turned clockwise. */
  readonly turn: number;
  /** 0..1 */
  readonly score: number;
}

const SIDE = 224;
/** Every anchor's middle, in shares of the input: two a cell on the fine grids, six on the coarse one. */
const GRIDS = [
  { cells: 28, anchors: 2 },
  { cells: 14, anchors: 2 },
  { cells: 7, anchors: 6 },
];
const VALUES = 12;
const SCORE_LEAST = 0.4;
/** Squares that cover each other by more are one person. */
const SAME_PERSON = 0.35;
/** The square reaches this much beyond the circle around the body. */
const MARGIN = 1.25;

const ANCHORS = GRIDS.flatMap(({ cells, anchors }) =>
  Array.from({ length: cells * cells }, (_, cell) => ({
    x: ((cell % cells) + 0.5) / cells,
    y: (Math.floor(cell / cells) + 0.5) / cells,
  })).flatMap((anchor) => Array.from({ length: anchors }, () => anchor)),
);

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function covered(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const area = (box: Box): number => (box.right - box.left) * (box.bottom - box.top);
  return (width * height) / (area(a) + area(b) - width * height);
}

/** The square around a body whose hips' middle and the end of whose reach are known. */
export function squareAround(
  hips: { x: number; y: number },
  reach: { x: number; y: number },
  score: number,
): BodySquare {
  const [dx, dy] = [reach.x - hips.x, reach.y - hips.y];
  return {
    x: hips.x,
    y: hips.y,
    side: 2 * MARGIN * Math.hypot(dx, dy),
    turn: Math.PI / 2 - Math.atan2(-dy, dx),
    score,
  };
}

/** Finds whole people (MediaPipe's pose detector). */
export class PoseFinder {
  private readonly network: TfliteNetwork;

  constructor(network: TfliteNetwork) {
    this.network = network;
  }

  /** The surest first. */
  find(picture: Picture): BodySquare[] {
    const long = Math.max(picture.width, picture.height);
    const input = tf.tidy(() => letterboxed(picture));
    try {
      const [raw = new Float32Array(), scores = new Float32Array()] = this.network.run(input);
      const [left, top] = [(long - picture.width) / 2, (long - picture.height) / 2];
      return distinct(decode(raw, scores)).map(({ hips, reach, score }) =>
        squareAround(
          { x: hips.x * long - left, y: hips.y * long - top },
          { x: reach.x * long - left, y: reach.y * long - top },
          score,
        ),
      );
    } finally {
      input.dispose();
    }
  }
}

interface Decoded {
  readonly box: Box;
  readonly hips: { readonly x: number; readonly y: number };
  readonly reach: { readonly x: number; readonly y: number };
  readonly score: number;
}

function decode(raw: Float32Array, scores: Float32Array): Decoded[] {
  return ANCHORS.flatMap((anchor, index) => {
    const score = 1 / (1 + Math.exp(-(scores[index] ?? -100)));
    if (score < SCORE_LEAST) return [];
    const at = (value: number): number => (raw[index * VALUES + value] ?? 0) / SIDE;
    const [x, y, width, height] = [at(0) + anchor.x, at(1) + anchor.y, at(2), at(3)];
    return [
      {
        box: {
          left: x - width / 2,
          right: x + width / 2,
          top: y - height / 2,
          bottom: y + height / 2,
        },
        hips: { x: at(4) + anchor.x, y: at(5) + anchor.y },
        reach: { x: at(6) + anchor.x, y: at(7) + anchor.y },
        score,
      },
    ];
  });
}

/** One of each person: boxes that cover each other are averaged, weighted by how sure they are. */
function distinct(found: readonly Decoded[]): Decoded[] {
  const people: Decoded[] = [];
  let rest = [...found].sort((a, b) => b.score - a.score);
  while (rest.length > 0) {
    const [best] = rest;
    if (!best) break;
    const same = rest.filter((other) => covered(best.box, other.box) > SAME_PERSON);
    rest = rest.filter((other) => !same.includes(other) && other !== best);
    const total = same.reduce((sum, { score }) => sum + score, 0);
    const mean = (pick: (one: Decoded) => number): number =>
      same.reduce((sum, one) => sum + one.score * pick(one), 0) / total;
    people.push({
      ...best,
      hips: { x: mean(({ hips }) => hips.x), y: mean(({ hips }) => hips.y) },
      reach: { x: mean(({ reach }) => reach.x), y: mean(({ reach }) => reach.y) },
    });
  }
  return people;
}

/** The picture in the middle of a black square, -1..1. */
function letterboxed(picture: Picture): tf.Tensor4D {
  const { width, height } = picture;
  const long = Math.max(width, height);
  const image = tf.cast(tf.tensor3d(picture.rgb, [height, width, 3], 'int32'), 'float32');
  const small: [number, number] = [
    Math.max(1, Math.round((height * SIDE) / long)),
    Math.max(1, Math.round((width * SIDE) / long)),
  ];
  const scaled = tf.sub<tf.Tensor3D>(tf.div(tf.image.resizeBilinear(image, small), 127.5), 1);
  const [top, left] = [Math.floor((SIDE - small[0]) / 2), Math.floor((SIDE - small[1]) / 2)];
  const padded = tf.pad(
    scaled,
    [
      [top, SIDE - small[0] - top],
      [left, SIDE - small[1] - left],
      [0, 0],
    ],
    -1,
  );
  return tf.expandDims(padded, 0);
}
