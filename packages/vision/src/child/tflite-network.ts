import * as tf from '@tensorflow/tfjs-core';
import { readTflite, type TfliteGraph, type TfliteStep } from './tflite-file.ts';

/** `BuiltinOperator` numbers of the schema that the networks used here are made of. */
const ADD = 0;
const AVERAGE_POOL_2D = 1;
const CONCATENATION = 2;
const CONV_2D = 3;
const DEPTHWISE_CONV_2D = 4;
const DEPTH_TO_SPACE = 5;
const DEQUANTIZE = 6;
const LOGISTIC = 14;
const MAX_POOL_2D = 17;
const MUL = 18;
const RELU = 19;
const RESHAPE = 22;
const RESIZE_BILINEAR = 23;
const CUSTOM = 32;
const PAD = 34;
const HARD_SWISH = 117;
const DENSIFY = 124;
/** Stored values pass through these as they are. */
const UNPACKING: readonly number[] = [DEQUANTIZE, DENSIFY];

const ACTIVATIONS = ['linear', 'relu', 'relu', 'relu6'] as const;

type Arrange = 'plain' | 'convolution' | 'depthwise' | 'transposed';

/** The file keeps filters output-first; tfjs wants them input-last. */
function arranged(values: tf.Tensor, how: Arrange): tf.Tensor {
  if (how === 'convolution') return tf.transpose(values, [1, 2, 3, 0]);
  if (how === 'depthwise') return tf.transpose(values, [1, 2, 3, 0]);
  if (how === 'transposed') return tf.transpose(values, [1, 2, 0, 3]);
  return values;
}

function padding(step: TfliteStep): 'same' | 'valid' {
  return step.options.int8(0) === 0 ? 'same' : 'valid';
}

/** A TensorFlow Lite image network run with tfjs: one image in, one or several lists of numbers out. */
export class TfliteNetwork {
  private readonly graph: TfliteGraph;
  private readonly weights = new Map<number, tf.Tensor>();

  private readonly steps: readonly TfliteStep[];
  private readonly outputs: readonly number[];

  /**
   * @param wanted which of the network's outputs `run` gives, by their place in the file; the others, and what only
   * they need, are never worked out. Default: the first.
   * @throws Error for a network with operators other than the ones listed above.
   */
  constructor(file: Uint8Array, wanted: readonly number[] = [0]) {
    this.graph = readTflite(file);
    this.outputs = wanted.map((place) => this.graph.outputs[place] ?? -1);
    this.steps = neededSteps(this.graph, this.outputs);
    const stored = new Map(
      this.graph.tensors.flatMap(({ values, shape }, i) =>
        values ? [[i, { values, shape }]] : [],
      ),
    );
    for (const step of this.steps) {
      const half = stored.get(step.inputs[0] ?? -1);
      if (UNPACKING.includes(step.operator) && half) stored.set(step.output, half);
    }
    const uses = this.steps.flatMap((step) =>
      UNPACKING.includes(step.operator)
        ? []
        : step.inputs.map((index, place) => ({ index, how: arrangeFor(step.operator, place) })),
    );
    for (const { index, how } of uses) {
      const found = stored.get(index);
      if (!found || this.weights.has(index)) continue;
      const kept = tf.tidy(() =>
        arranged(tf.tensor(found.values, [...found.shape], 'float32'), how),
      );
      this.weights.set(index, tf.keep(kept));
    }
  }

  /**
   * @param image [1, height, width, 3], 0..1.
   * @returns the values of each wanted output, row by row.
   */
  run(image: tf.Tensor4D): Float32Array[] {
    const outputs = tf.tidy(() => {
      const values = new Map<number, tf.Tensor>([[this.graph.input, image]]);
      const read = (index: number | undefined): tf.Tensor4D => {
        const found = values.get(index ?? -1) ?? this.weights.get(index ?? -1);
        if (!found) throw new Error(`The network reads tensor ${index} before it is made.`);
        return found as tf.Tensor4D;
      };
      for (const step of this.steps) {
        if (!UNPACKING.includes(step.operator)) values.set(step.output, this.perform(step, read));
      }
      return this.outputs.map((index) => read(index).clone());
    });
    try {
      return outputs.map((output) => Float32Array.from(output.dataSync()));
    } finally {
      tf.dispose(outputs);
    }
  }

  /** Stored numbers two by two: what is padded before and after each dimension. */
  private pairs(index: number | undefined): [number, number][] {
    const values = this.graph.tensors[index ?? -1]?.values ?? new Float32Array();
    return Array.from({ length: values.length / 2 }, (_, at) => [
      values[2 * at] ?? 0,
      values[2 * at + 1] ?? 0,
    ]);
  }

  private perform(
    { operator, inputs, output, options, ...rest }: TfliteStep,
    read: (index: number | undefined) => tf.Tensor4D,
  ): tf.Tensor {
    const [first, second, third] = inputs;
    const x = read(first);
    const step = { operator, inputs, output, options, ...rest };
    const activation =
      ACTIVATIONS[options.int8(operator === DEPTHWISE_CONV_2D ? 4 : 3)] ?? 'linear';
    const strides: [number, number] = [options.int32(2, 1), options.int32(1, 1)];
    switch (operator) {
      case ADD:
        return withActivation(tf.add(x, read(second)), options.int8(0));
      case MUL:
        return withActivation(tf.mul(x, read(second)), options.int8(0));
      case RELU:
        return tf.relu(x);
      case LOGISTIC:
        return tf.sigmoid(x);
      case HARD_SWISH:
        return tf.mul(x, tf.mul(tf.relu6(tf.add(x, 3)), 1 / 6));
      case AVERAGE_POOL_2D:
        return tf.avgPool(x, [options.int32(4, 1), options.int32(3, 1)], strides, padding(step));
      case MAX_POOL_2D:
        return tf.maxPool(x, [options.int32(4, 1), options.int32(3, 1)], strides, padding(step));
      case RESHAPE:
        return tf.reshape(x, [...(this.graph.tensors[output]?.shape ?? [])]);
      case PAD:
        return tf.pad(x, this.pairs(second));
      case CONCATENATION:
        return tf.concat(inputs.map(read), options.int32(0, 0));
      case DEPTH_TO_SPACE:
        return tf.depthToSpace(x, options.int32(0, 1));
      case CONV_2D:
        return tf.fused.conv2d({
          x,
          filter: read(second),
          bias: read(third),
          strides,
          pad: padding(step),
          activation,
        });
      case DEPTHWISE_CONV_2D:
        return tf.fused.depthwiseConv2d({
          x,
          filter: read(second),
          bias: read(third),
          strides,
          pad: padding(step),
          activation,
        });
      case RESIZE_BILINEAR: {
        const [, height = 1, width = 1] = this.graph.tensors[output]?.shape ?? [];
        return tf.image.resizeBilinear(
          x,
          [height, width],
          options.int8(2) !== 0,
          options.int8(3) !== 0,
        );
      }
      case CUSTOM: {
        // MediaPipe's Convolution2DTransposeBias: stride 2, same padding.
        const filter = read(second);
        const [batch, height, width] = x.shape;
        const size: [number, number, number, number] = [
          batch,
          height * 2,
          width * 2,
          filter.shape[2],
        ];
        return tf.add(tf.conv2dTranspose(x, filter, size, [2, 2], 'same'), read(third));
      }
      default:
        throw new Error(`TensorFlow Lite operator ${operator} is not supported.`);
    }
  }
}

/** The steps that lead to the wanted outputs, in the order of the file. */
function neededSteps(graph: TfliteGraph, outputs: readonly number[]): TfliteStep[] {
  const needed = new Set(outputs);
  const steps = graph.steps.toReversed().filter(({ output, inputs }) => {
    if (!needed.has(output)) return false;
    for (const input of inputs) needed.add(input);
    return true;
  });
  return steps.toReversed();
}

function arrangeFor(operator: number, place: number): Arrange {
  if (place !== 1) return 'plain';
  if (operator === CONV_2D) return 'convolution';
  if (operator === DEPTHWISE_CONV_2D) return 'depthwise';
  return operator === CUSTOM ? 'transposed' : 'plain';
}

function withActivation(values: tf.Tensor, activation: number): tf.Tensor {
  if (activation === 1) return tf.relu(values);
  return activation === 3 ? tf.relu6(values) : values;
}
