/** Per pixel: number of the group that was hit plus one (0 = backdrop), its depth, how light its paint is. */
export interface EdgeMap {
  readonly group: Uint8Array;
  readonly depth: Float32Array;
  readonly tint: Uint8Array;
}

/** An empty map for a picture of `size` pixels. */
export const createEdgeMap = (size: number): EdgeMap => ({
  group: new Uint8Array(size),
  depth: new Float32Array(size),
  tint: new Uint8Array(size),
});
