import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { z } from 'zod';
import type { SeenFace } from './find-people.ts';
import { packageRoot } from './models.ts';
import { crop, type Photo } from './picture.ts';

const Manifest = z.tuple([
  z.object({
    paths: z.tuple([z.string()]),
    weights: z.array(z.custom<tf.io.WeightsManifestEntry>()),
  }),
]);

const SIDE = 150;
const MEAN_RGB = [122.782, 117.001, 104.298];
/** Room around brows, jaw and chin, as the network was trained. */
const PADDING = 0.2;
/** Points of the mesh that span what its 68 landmarks span: brows, cheeks, chin. */
const SPAN = [10, 105, 334, 70, 300, 234, 454, 132, 361, 152, 148, 377];
const BROWS = [105, 334, 70, 300, 66, 296];

const BLOCKS = [
  ...['conv32_1', 'conv32_2', 'conv32_3'],
  ...['conv64_down', 'conv64_1', 'conv64_2', 'conv64_3'],
  ...['conv128_down', 'conv128_1', 'conv128_2'],
  ...['conv256_down', 'conv256_1', 'conv256_2', 'conv256_down_out'],
];

type Strides = 1 | 2;

/** Tells faces apart: dlib's residual network, with the weights face-api ships. Its 128 numbers never leave this process. */
export class FaceIdentity {
  private readonly weights: tf.NamedTensorMap;

  constructor() {
    const folder = join(packageRoot('@vladmandic/face-api'), 'model');
    const [{ paths, weights }] = Manifest.parse(
      JSON.parse(
        readFileSync(join(folder, 'face_recognition_model-weights_manifest.json'), 'utf8'),
      ),
    );
    const bytes = new Uint8Array(readFileSync(join(folder, paths[0])));
    this.weights = tf.io.decodeWeights(bytes.buffer, weights);
  }

  /** Distance between two faces: below 0.6 they are most likely one person's. */
  async distance(one: [Photo, SeenFace], other: [Photo, SeenFace]): Promise<number> {
    const [a, b] = [await this.describe(...one), await this.describe(...other)];
    return Math.hypot(...a.map((value, at) => value - (b[at] ?? 0)));
  }

  private async describe(photo: Photo, face: SeenFace): Promise<number[]> {
    const region = regionOf(face);
    const part = await crop(photo, region);
    const output = tf.tidy(() => {
      const pixels = tf.cast(
        tf.tensor3d(part.rgb, [part.height, part.width, 3], 'int32'),
        'float32',
      );
      return this.forward(squared(pixels, part.width, part.height));
    });
    try {
      return [...output.dataSync()];
    } finally {
      output.dispose();
    }
  }

  private forward(image: tf.Tensor4D): tf.Tensor {
    const normal: tf.Tensor4D = tf.div(tf.sub(image, tf.tensor1d(MEAN_RGB)), 255);
    let x = tf.maxPool(this.convolve(normal, 'conv32_down', 2, true), 3, 2, 'valid');
    for (const block of BLOCKS) x = this.residual(x, block);
    return tf.matMul(tf.mean<tf.Tensor2D>(x, [1, 2]), this.weight<tf.Tensor2D>('fc'));
  }

  private weight<T extends tf.Tensor>(name: string): T {
    const found = this.weights[name];
    if (!found) throw new Error(`The face network has no weights called ${name}.`);
    return found as T;
  }

  private convolve(x: tf.Tensor4D, layer: string, strides: Strides, isRelu: boolean): tf.Tensor4D {
    const convolved = tf.conv2d(
      x,
      this.weight<tf.Tensor4D>(`${layer}/conv/filters`),
      strides,
      strides === 2 ? 'valid' : 'same',
    );
    const biased = tf.add(convolved, this.weight(`${layer}/conv/bias`));
    const scaled = tf.add<tf.Tensor4D>(
      tf.mul(biased, this.weight(`${layer}/scale/weights`)),
      this.weight(`${layer}/scale/biases`),
    );
    return isRelu ? tf.relu(scaled) : scaled;
  }

  private residual(x: tf.Tensor4D, block: string): tf.Tensor4D {
    const isDown = block.includes('down');
    const inner = this.convolve(x, `${block}/conv1`, isDown ? 2 : 1, true);
    const out = this.convolve(inner, `${block}/conv2`, 1, false);
    if (!isDown) return tf.relu(tf.add<tf.Tensor4D>(out, x));
    const pooled = tf.avgPool(x, 2, 2, 'valid');
    const [, height, width, channels] = pooled.shape;
    const [, ownHeight, ownWidth, ownChannels] = out.shape;
    // A convolution without padding may end a row and a column short of what pooling leaves.
    const padded = tf.pad(out, [
      [0, 0],
      [0, height - ownHeight],
      [0, width - ownWidth],
      [0, 0],
    ]);
    const widened = tf.pad(pooled, [
      [0, 0],
      [0, 0],
      [0, 0],
      [0, ownChannels - channels],
    ]);
    return tf.relu(tf.add<tf.Tensor4D>(widened, padded));
  }
}

function regionOf({ mesh }: SeenFace) {
  const at = (indices: readonly number[]) => indices.map((index) => mesh[index] ?? [0, 0, 0]);
  const xs = at(SPAN).map(([x]) => x);
  const top = Math.min(...at(BROWS).map(([, y]) => y));
  const bottom = Math.max(...at(SPAN).map(([, y]) => y));
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [width, height] = [right - left, bottom - top];
  return {
    left: left - (width * PADDING) / 2,
    top: top - (height * PADDING) / 2,
    width: width * (1 + PADDING),
    height: height * (1 + PADDING),
  };
}

/** The picture in the middle of a black square of the network's size. */
function squared(image: tf.Tensor3D, width: number, height: number): tf.Tensor4D {
  const long = Math.max(width, height);
  const [across, down] = [
    Math.max(1, Math.round((width * SIDE) / long)),
    Math.max(1, Math.round((height * SIDE) / long)),
  ];
  const small = tf.image.resizeBilinear(image, [down, across]);
  const [left, top] = [Math.floor((SIDE - across) / 2), Math.floor((SIDE - down) / 2)];
  return tf.expandDims(
    tf.pad(small, [
      [top, SIDE - down - top],
      [left, SIDE - across - left],
      [0, 0],
    ]),
    0,
  );
}
