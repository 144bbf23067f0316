import { densify, type SparseLayout } from './tflite-sparse.ts';

/** One table of a flatbuffer: where each of its fields lies, or undefined when the writer left it out. */
class Table {
  private readonly view: DataView;
  private readonly at: number;

  constructor(view: DataView, at: number) {
    this.view = view;
    this.at = at;
  }

  private position(field: number): number | undefined {
    const vtable = this.at - this.view.getInt32(this.at, true);
    const slot = 4 + 2 * field;
    if (slot >= this.view.getUint16(vtable, true)) return undefined;
    const offset = this.view.getUint16(vtable + slot, true);
    return offset === 0 ? undefined : this.at + offset;
  }

  int8(field: number): number {
    const at = this.position(field);
    return at === undefined ? 0 : this.view.getInt8(at);
  }

  int32(field: number, absent: number): number {
    const at = this.position(field);
    return at === undefined ? absent : this.view.getInt32(at, true);
  }

  table(field: number): Table | undefined {
    const at = this.position(field);
    return at === undefined ? undefined : new Table(this.view, at + this.view.getUint32(at, true));
  }

  private vector(field: number): { length: number; start: number } {
    const at = this.position(field);
    if (at === undefined) return { length: 0, start: 0 };
    const vector = at + this.view.getUint32(at, true);
    return { length: this.view.getUint32(vector, true), start: vector + 4 };
  }

  tables(field: number): Table[] {
    const { length, start } = this.vector(field);
    return Array.from({ length }, (_, i) => {
      const at = start + 4 * i;
      return new Table(this.view, at + this.view.getUint32(at, true));
    });
  }

  int32s(field: number): number[] {
    const { length, start } = this.vector(field);
    return Array.from({ length }, (_, i) => this.view.getInt32(start + 4 * i, true));
  }

  bytes(field: number): Uint8Array {
    const { length, start } = this.vector(field);
    return new Uint8Array(this.view.buffer, this.view.byteOffset + start, length);
  }
}

export interface TfliteTensor {
  readonly shape: readonly number[];
  /** Values stored in the file, as 32-bit floats; undefined for what is computed. */
  readonly values?: Float32Array;
}

export interface TfliteStep {
  /** `BuiltinOperator` of the schema. */
  readonly operator: number;
  readonly inputs: readonly number[];
  readonly output: number;
  /** Fields of the operator's option table, by their number in the schema. */
  readonly options: { int8(field: number): number; int32(field: number, absent: number): number };
}

export interface TfliteGraph {
  readonly tensors: readonly TfliteTensor[];
  readonly steps: readonly TfliteStep[];
  readonly input: number;
  readonly outputs: readonly number[];
}

const FLOAT32 = 0;
const FLOAT16 = 1;

/** IEEE 754 binary16. */
function halfToNumber(half: number): number {
  const sign = half >> 15 ? -1 : 1;
  const exponent = (half >> 10) & 31;
  const fraction = half & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

function storedValues(bytes: Uint8Array, type: number): Float32Array | undefined {
  if (bytes.length === 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (type === FLOAT16) {
    return Float32Array.from({ length: bytes.length / 2 }, (_, i) =>
      halfToNumber(view.getUint16(2 * i, true)),
    );
  }
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) =>
    type === FLOAT32 ? view.getFloat32(4 * i, true) : view.getInt32(4 * i, true),
  );
}

const SPARSE = 1;
const INT32_VECTOR = 1;
const UINT16_VECTOR = 2;

/** A vector of one of three widths, by the type that stands beside it. */
function indexVector(table: Table | undefined, type: number): number[] {
  if (!table) return [];
  if (type === INT32_VECTOR) return table.int32s(0);
  const bytes = table.bytes(0);
  if (type !== UINT16_VECTOR) return [...bytes];
  const view = new DataView(bytes.buffer, bytes.byteOffset, 2 * bytes.length);
  return Array.from({ length: bytes.length }, (_, i) => view.getUint16(2 * i, true));
}

function sparseLayout(table: Table): SparseLayout {
  return {
    traversalOrder: table.int32s(0),
    blockMap: table.int32s(1),
    dimensions: table.tables(2).map((dimension) =>
      dimension.int8(0) === SPARSE
        ? {
            kind: 'sparse',
            segments: indexVector(dimension.table(3), dimension.int8(2)),
            indices: indexVector(dimension.table(5), dimension.int8(4)),
          }
        : { kind: 'dense', size: dimension.int32(1, 0) },
    ),
  };
}

const NO_OPTIONS: TfliteStep['options'] = { int8: () => 0, int32: (_, absent) => absent };

/** Reads the first graph of a TensorFlow Lite model (tensorflow/lite/schema/schema.fbs, version 3). */
export function readTflite(file: Uint8Array): TfliteGraph {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const model = new Table(view, view.getUint32(0, true));
  const [graph] = model.tables(2);
  if (!graph) throw new Error('The TensorFlow Lite file has no graph.');
  const buffers = model.tables(4);
  const operators = model.tables(1).map((code) => Math.max(code.int8(0), code.int32(3, 0)));
  const [input = 0] = graph.int32s(1);
  return {
    tensors: graph.tables(0).map((tensor) => {
      const shape = tensor.int32s(0);
      const stored = storedValues(
        buffers[tensor.int32(2, 0)]?.bytes(0) ?? new Uint8Array(),
        tensor.int8(1),
      );
      const sparse = tensor.table(6);
      const values = stored && sparse ? densify(stored, shape, sparseLayout(sparse)) : stored;
      return { shape, ...(values ? { values } : {}) };
    }),
    steps: graph.tables(3).map((step) => ({
      operator: operators[step.int32(0, 0)] ?? -1,
      inputs: step.int32s(1),
      output: step.int32s(2)[0] ?? -1,
      options: step.table(4) ?? NO_OPTIONS,
    })),
    input,
    outputs: graph.int32s(2),
  };
}
