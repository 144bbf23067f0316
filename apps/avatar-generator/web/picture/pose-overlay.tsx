import type { PoseTemplate } from '@lumiku/contract';
import { BONES_VIEW, bonesOf } from './pose-bones.ts';

/** The chosen pose as a light skeleton over a 3:4 picture that covers its box. */
export function PoseOverlay({ keypoints }: { keypoints: PoseTemplate['keypoints'] }) {
  const { lines, points } = bonesOf(keypoints);
  return (
    <svg
      aria-hidden
      className="pointer-events-none absolute inset-0 size-full animate-appear"
      viewBox={`0 0 ${BONES_VIEW.width} ${BONES_VIEW.height}`}
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
