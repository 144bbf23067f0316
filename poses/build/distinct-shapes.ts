import { DISTINCT_POSE_SHIFT, type PoseShape, poseShift } from '@lumiku/pose-kit';

/** Poses that are all at least `DISTINCT_POSE_SHIFT` apart. */
export class DistinctShapes {
  readonly #kept: { readonly id: string; readonly shape: PoseShape }[] = [];

  /** Keeps a shape that is distinct from all kept before; otherwise the id of one it is too like. */
  offer(id: string, shape: PoseShape): string | undefined {
    for (const other of this.#kept) {
      if (poseShift(shape, other.shape, DISTINCT_POSE_SHIFT) < DISTINCT_POSE_SHIFT) return other.id;
    }
    this.#kept.push({ id, shape });
    return undefined;
  }

  get size(): number {
    return this.#kept.length;
  }
}
