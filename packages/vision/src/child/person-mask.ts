import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import type { Chart } from './chart.ts';
import { TfliteNetwork } from './tflite-network.ts';

/** Tells person from background on a 256 × 256 head chart (MediaPipe selfie segmentation). */
export class PersonMasker {
  private readonly network: TfliteNetwork;

  constructor(modelPath: string) {
    this.network = new TfliteNetwork(readFileSync(modelPath));
  }

  /** @returns one value per chart pixel, 0 background … 1 person. */
  mask(chart: Chart): Float32Array {
    const input = tf.tensor4d(
      Float32Array.from(chart.rgb, (byte) => byte / 255),
      [1, chart.side, chart.side, 3],
    );
    try {
      const [mask = new Float32Array()] = this.network.run(input);
      return mask;
    } finally {
      input.dispose();
    }
  }
}
