import * as tf from '@tensorflow/tfjs-core';
import type { Picture } from './picture.ts';
import { type BodySquare, squareAround } from './pose-finder.ts';
import type { TfliteNetwork } from './tflite-network.ts';

/** One of BlazePose's 33 points. */
export interface BodyLandmark {
  /** Pixels of the picture. */
  readonly x: number;
  readonly y: number;
  /** Metres from the middle of the hips: x to image right, y down, z away from the camera. */
  readonly world: readonly [x: number, y: number, z: number];
  /** 0..1: how surely it is in the picture and not hidden. */
  readonly visibility: number;
}

export interface ReadBody {
  readonly landmarks: readonly BodyLandmark[];
  /** 0..1: how surely there is a person in the square. */
  readonly score: number;
  /** Where to look next time. */
  readonly square: BodySquare;
}

const SIDE = 256;
const POINTS = 33;
const VALUES = 5;
const HIPS = 33;
const REACH = 34;

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** Reads the pose of the person in a square (MediaPipe's BlazePose). */
export class PoseReader {
  private readonly network: TfliteNetwork;

  constructor(network: TfliteNetwork) {
    this.network = network;
  }

  read(picture: Picture, square: BodySquare): ReadBody {
    const input = tf.tensor4d(cutOut(picture, square), [1, SIDE, SIDE, 3]);
    try {
      const [flat = new Float32Array(), presence = new Float32Array(), world = new Float32Array()] =
        this.network.run(input);
      return placed(flat, world, presence[0] ?? 0, square);
    } finally {
      input.dispose();
    }
  }
}

function placed(
  flat: Float32Array,
  world: Float32Array,
  presence: number,
  square: BodySquare,
): ReadBody {
  const [c, s] = [Math.cos(square.turn), Math.sin(square.turn)];
  const at = (index: number) => {
    const u = ((flat[VALUES * index] ?? 0) / SIDE - 0.5) * square.side;
    const v = ((flat[VALUES * index + 1] ?? 0) / SIDE - 0.5) * square.side;
    return { x: square.x + c * u - s * v, y: square.y + s * u + c * v };
  };
  const landmarks = Array.from({ length: POINTS }, (_, index): BodyLandmark => {
    const [wx, wy, wz] = [0, 1, 2].map((axis) => world[3 * index + axis] ?? 0);
    const [x = 0, y = 0, z = 0] = [wx, wy, wz];
    const visible = sigmoid(flat[VALUES * index + 3] ?? -100);
    const present = sigmoid(flat[VALUES * index + 4] ?? -100);
    return {
      ...at(index),
      world: [c * x - s * y, s * x + c * y, z],
      visibility: Math.min(visible, present),
    };
  });
  return { landmarks, score: presence, square: squareAround(at(HIPS), at(REACH), presence) };
}

/** The square, turned upright, as 256 × 256 values from 0 to 1; black where it leaves the picture. */
function cutOut({ width, height, rgb }: Picture, square: BodySquare): Float32Array {
  const out = new Float32Array(SIDE * SIDE * 3);
  const [c, s] = [Math.cos(square.turn), Math.sin(square.turn)];
  const step = square.side / SIDE;
  for (let row = 0; row < SIDE; row += 1) {
    const v = (row + 0.5 - SIDE / 2) * step;
    for (let column = 0; column < SIDE; column += 1) {
      const u = (column + 0.5 - SIDE / 2) * step;
      const x = square.x + c * u - s * v - 0.5;
      const y = square.y + s * u + c * v - 0.5;
      const left = Math.floor(x);
      const top = Math.floor(y);
      const fx = x - left;
      const fy = y - top;
      for (let corner = 0; corner < 4; corner += 1) {
        const px = left + (corner & 1);
        const py = top + (corner >> 1);
        if (px < 0 || py < 0 || px >= width || py >= height) continue;
        const share = (corner & 1 ? fx : 1 - fx) * (corner >> 1 ? fy : 1 - fy);
        const from = 3 * (py * width + px);
        const to = 3 * (row * SIDE + column);
        for (let channel = 0; channel < 3; channel += 1) {
          out[to + channel] = (out[to + channel] ?? 0) + (share * (rgb[from + channel] ?? 0)) / 255;
        }
      }
    }
  }
  return out;
}
