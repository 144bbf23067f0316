/** How a tensor with mostly zeros is stored (SparsityParameters of the schema). */
export interface SparseLayout {
  readonly traversalOrder: readonly number[];
  readonly blockMap: readonly number[];
  readonly dimensions: readonly SparseDimension[];
}

export type SparseDimension =
  | { readonly kind: 'dense'; readonly size: number }
  | {
      readonly kind: 'sparse';
      readonly segments: ArrayLike<number>;
      readonly indices: ArrayLike<number>;
    };

/**
 * Spreads stored values over the whole tensor: walks the dimensions in the order they were packed in (the tensor's own
 * first, then those inside a block), keeping the values' order.
 */
export function densify(
  values: Float32Array,
  shape: readonly number[],
  layout: SparseLayout,
): Float32Array {
  const { traversalOrder, blockMap, dimensions } = layout;
  const rank = shape.length;
  const blockSizeOf = new Map<number, number>();
  for (const [place, dimension] of blockMap.entries()) {
    const block = dimensions[traversalOrder.indexOf(rank + place)];
    blockSizeOf.set(dimension, block?.kind === 'dense' ? block.size : 1);
  }
  const strides = shape.map((_, at) => shape.slice(at + 1).reduce((all, size) => all * size, 1));
  const stepOf = traversalOrder.map((dimension) => {
    if (dimension >= rank) return strides[blockMap[dimension - rank] ?? 0] ?? 1;
    return (strides[dimension] ?? 1) * (blockSizeOf.get(dimension) ?? 1);
  });
  const dense = new Float32Array(shape.reduce((all, size) => all * size, 1));
  let next = 0;
  const walk = (level: number, parent: number, offset: number): void => {
    const dimension = dimensions[level];
    if (!dimension) {
      dense[offset] = values[next] ?? 0;
      next += 1;
      return;
    }
    const step = stepOf[level] ?? 0;
    if (dimension.kind === 'dense') {
      for (let at = 0; at < dimension.size; at += 1) {
        walk(level + 1, parent * dimension.size + at, offset + at * step);
      }
      return;
    }
    const [from = 0, to = 0] = [dimension.segments[parent], dimension.segments[parent + 1]];
    for (let at = from; at < to; at += 1) {
      walk(level + 1, at, offset + (dimension.indices[at] ?? 0) * step);
    }
  };
  walk(0, 0, 0);
  return dense;
}
