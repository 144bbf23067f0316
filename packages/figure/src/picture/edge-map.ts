/**
 * Per pixel: number of the group that was hit plus one (0 = backdrop), its depth, how light its paint is and, for
 * styles drawn with lines, its direction as the camera sees it (three numbers of −127..127).
 */
export interface EdgeMap {
  readonly group: Uint8Array;
  readonly depth: Float32Array;
  readonly tint: Uint8Array;
  readonly normals: Int8Array | null;
}

/** An empty map for a picture of `size` pixels. */
export const createEdgeMap = (size: number, withNormals: boolean): EdgeMap => ({
  group: new Uint8Array(size),
  depth: new Float32Array(size),
  tint: new Uint8Array(size),
  normals: withNormals ? new Int8Array(size * 3) : null,
});
