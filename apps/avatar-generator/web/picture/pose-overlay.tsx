import type { PoseTemplate } from '@lumiku/contract';
import { bonesOf, bonesView } from './pose-bones.ts';

/** A pose as a light skeleton over the picture that fills the same box. */
export function PoseOverlay({
  keypoints,
  ratio = 0.75,
}: {
  keypoints: PoseTemplate['keypoints'];
  /** Width over height of the picture the keypoints are fractions of. */
  ratio?: number;
}) {
  const view = bonesView(ratio);
  const { lines, points } = bonesOf(keypoints, view);
  return (
    <svg
      aria-hidden
      className="pointer-events-none absolute inset-0 size-full animate-appear"
      viewBox={`0 0 ${view.width} ${view.height}`}
      preserveAspectRatio="xMidYMid slice"
    >
      <g fill="none" strokeLinecap="round">
        {lines.map(({ from, to }) => (
          <path
            key={`under ${from.x} ${from.y} ${to.x} ${to.y}`}
            d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
            stroke="var(--over)"
            strokeWidth="5"
          />
        ))}
        {lines.map(({ from, to }) => (
          <path
            key={`over ${from.x} ${from.y} ${to.x} ${to.y}`}
            d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
            stroke="var(--over-ink)"
            strokeWidth="2.4"
          />
        ))}
      </g>
      {points.map(({ x, y }) => (
        <circle
          key={`${x} ${y}`}
          cx={x}
          cy={y}
          r="3.6"
          fill="var(--over-ink)"
          stroke="var(--over)"
          strokeWidth="1.6"
        />
      ))}
    </svg>
  );
}
