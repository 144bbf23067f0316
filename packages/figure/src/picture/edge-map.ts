/** Per pixel: number of the group that was hit plus one (0 = backdrop), and its depth. For smoothing edges. */
export interface EdgeMap {
  readonly group: Uint8Array;
  readonly depth: Float32Array;
}
