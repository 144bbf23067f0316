import type { Words } from '@lumiku/contract';
import { COCO18_NAMES, type Coco18Name, OPENPOSE_LIMBS } from '@lumiku/pose-kit';
import { useWords } from '@lumiku/ui-kit';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Skeleton } from './pose-api.ts';
import { movePoint } from './skeleton-moves.ts';

const POINT_WORDS: Record<Coco18Name, Words> = {
  nose: { en: 'Nose', id: 'Hidung' },
  neck: { en: 'Neck', id: 'Leher' },
  rightShoulder: { en: 'Right shoulder', id: 'Bahu kanan' },
  rightElbow: { en: 'Right elbow', id: 'Siku kanan' },
  rightWrist: { en: 'Right wrist', id: 'Pergelangan kanan' },
  leftShoulder: { en: 'Left shoulder', id: 'Bahu kiri' },
  leftElbow: { en: 'Left elbow', id: 'Siku kiri' },
  leftWrist: { en: 'Left wrist', id: 'Pergelangan kiri' },
  rightHip: { en: 'Right hip', id: 'Pinggul kanan' },
  rightKnee: { en: 'Right knee', id: 'Lutut kanan' },
  rightAnkle: { en: 'Right ankle', id: 'Mata kaki kanan' },
  leftHip: { en: 'Left hip', id: 'Pinggul kiri' },
  leftKnee: { en: 'Left knee', id: 'Lutut kiri' },
  leftAnkle: { en: 'Left ankle', id: 'Mata kaki kiri' },
  rightEye: { en: 'Right eye', id: 'Mata kanan' },
  leftEye: { en: 'Left eye', id: 'Mata kiri' },
  rightEar: { en: 'Right ear', id: 'Telinga kanan' },
  leftEar: { en: 'Left ear', id: 'Telinga kiri' },
};
/** Eyes and ears follow the nose; by themselves they only clutter. */
const HANDLES: readonly number[] = COCO18_NAMES.flatMap((name, index) =>
  /Eye|Ear/.test(name) ? [] : [index],
);
const RIGHT_EAR = COCO18_NAMES.indexOf('rightEar');
const LEFT_EAR = COCO18_NAMES.indexOf('leftEar');
const REACH_PX = 34;
const KEY_STEP = 0.01;
const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function strokeOf(index: number): string {
  const name = COCO18_NAMES[index] ?? '';
  if (name.startsWith('left')) return 'var(--pad-left)';
  return name.startsWith('right') ? 'var(--pad-right)' : 'var(--pad-middle)';
}

/** Somebody else on the same photo. */
export interface PadNeighbour {
  readonly label: string;
  /** Fractions of the photo. */
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly onPick: () => void;
}

/**
 * A skeleton of 18 points that can be put right by finger, mouse or keys, over a photo or on a plain sheet. Places are
 * in units of the sheet, which is `width` × `height` of them.
 */
export function SkeletonPad({
  label,
  width,
  height,
  photoUrl,
  skeleton,
  stature,
  others = [],
  onChange,
  onSettled,
}: {
  label: string;
  width: number;
  height: number;
  photoUrl?: string | undefined;
  skeleton: Skeleton;
  /** Limbs keep within their length; left out over a photo, where points were seen. */
  stature?: number | undefined;
  others?: readonly PadNeighbour[];
  onChange: (skeleton: Skeleton) => void;
  /** The finger was lifted. */
  onSettled: (skeleton: Skeleton) => void;
}) {
  const { t } = useWords();
  const sheet = useRef<SVGSVGElement>(null);
  const [held, setHeld] = useState<number | null>(null);
  const latest = useRef(skeleton);
  latest.current = skeleton;

  const placeOf = (event: PointerEvent) => {
    const box = sheet.current?.getBoundingClientRect();
    if (!box || box.width === 0) return null;
    const unitsPerPx = width / box.width;
    return {
      x: (event.clientX - box.left) * unitsPerPx,
      y: (event.clientY - box.top) * unitsPerPx,
      reach: REACH_PX * unitsPerPx,
    };
  };
  const move = (index: number, to: { x: number; y: number }) => {
    const inside = {
      x: Math.max(0, Math.min(width, to.x)),
      y: Math.max(0, Math.min(height, to.y)),
    };
    latest.current = movePoint(latest.current, index, inside, stature);
    onChange(latest.current);
  };
  const onDown = (event: PointerEvent<SVGSVGElement>) => {
    const at = placeOf(event);
    if (!at) return;
    const nearest = HANDLES.flatMap((index) => {
      const point = skeleton[index];
      return point ? [{ index, away: Math.hypot(point.x - at.x, point.y - at.y) }] : [];
    }).toSorted((a, b) => a.away - b.away)[0];
    if (!nearest || nearest.away > at.reach) {
      othersAt(others, at.x / width, at.y / height)?.onPick();
      return;
    }
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    setHeld(nearest.index);
  };
  const onMove = (event: PointerEvent<SVGSVGElement>) => {
    const at = placeOf(event);
    if (held !== null && at) move(held, at);
  };
  const onUp = () => {
    if (held === null) return;
    setHeld(null);
    onSettled(latest.current);
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const arrow = ARROWS[event.key];
    const point = skeleton[index];
    if (!arrow || !point) return;
    event.preventDefault();
    const step = KEY_STEP * height * (event.shiftKey ? 5 : 1);
    move(index, { x: point.x + arrow[0] * step, y: point.y + arrow[1] * step });
    onSettled(latest.current);
  };

  const unit = Math.max(width, height) / 400;
  return (
    <fieldset aria-label={label} className="m-0 min-w-0 border-0 p-0">
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the set around it has the name; a title would pop up under the finger */}
      <svg
        ref={sheet}
        viewBox={`0 0 ${width} ${height}`}
        onPointerDown={onDown}
        onPointerMove={onMove}
        onPointerUp={onUp}
        onPointerCancel={onUp}
        className={`block w-full touch-none rounded-m select-none ${photoUrl ? 'bg-sunken [--pad-left:#bca8ff] [--pad-middle:#ffffff] [--pad-right:#5fd7e0]' : 'bg-studio [--pad-left:var(--limb-l)] [--pad-middle:var(--limb-c)] [--pad-right:var(--limb-r)]'} ${held === null ? 'cursor-grab' : 'cursor-grabbing'}`}
      >
        {photoUrl && <image href={photoUrl} width={width} height={height} />}
        {photoUrl && <rect width={width} height={height} fill="rgb(20 18 26 / 0.28)" />}
        {others.map(({ label: who, box }) => (
          <g key={who} aria-hidden className="cursor-pointer">
            <rect
              x={box.x * width}
              y={box.y * height}
              width={box.width * width}
              height={box.height * height}
              rx={6 * unit}
              fill="none"
              stroke="#ffffff"
              strokeWidth={1.5 * unit}
              strokeDasharray={`${6 * unit} ${4 * unit}`}
            />
            <text
              x={box.x * width + 8 * unit}
              y={box.y * height + 20 * unit}
              fill="#ffffff"
              fontSize={16 * unit}
              fontWeight={600}
            >
              {who}
            </text>
          </g>
        ))}
        <g strokeLinecap="round" strokeWidth={5 * unit}>
          {OPENPOSE_LIMBS.map(([from, to]) => {
            const [a, b] = [skeleton[from], skeleton[to]];
            // A sketch has a head; eyes and ears by themselves would look like a hat.
            if (!a || !b || (!photoUrl && /Eye|Ear/.test(COCO18_NAMES[to] ?? ''))) return null;
            return (
              <line
                key={`${from}-${to}`}
                x1={a.x}
                y1={a.y}
                x2={b.x}
                y2={b.y}
                stroke={strokeOf(to)}
              />
            );
          })}
        </g>
        {!photoUrl && <SketchedHead skeleton={skeleton} unit={unit} />}
        {HANDLES.map((index) => {
          const point = skeleton[index];
          const name = COCO18_NAMES[index];
          if (!point || !name) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing
            <circle
              key={name}
              role="button"
              tabIndex={0}
              aria-label={t(POINT_WORDS[name])}
              cx={point.x}
              cy={point.y}
              r={(held === index ? 9 : 6.5) * unit}
              fill={held === index ? strokeOf(index) : '#ffffff'}
              stroke={strokeOf(index)}
              strokeWidth={2.5 * unit}
              onKeyDown={(event) => onKeyDown(event, index)}
              className="focus-visible:outline-3 focus-visible:outline-offset-2 focus-visible:outline-focus"
            />
          );
        })}
      </svg>
    </fieldset>
  );
}

function SketchedHead({ skeleton, unit }: { skeleton: Skeleton; unit: number }) {
  const [left, right] = [skeleton[LEFT_EAR], skeleton[RIGHT_EAR]];
  if (!left || !right) return null;
  return (
    <circle
      aria-hidden
      cx={(left.x + right.x) / 2}
      cy={(left.y + right.y) / 2}
      r={Math.hypot(left.x - right.x, left.y - right.y) * 0.62}
      fill="none"
      stroke="var(--pad-middle)"
      strokeWidth={3 * unit}
    />
  );
}

/** Who stands at a place; the smallest box, where they overlap. */
function othersAt(others: readonly PadNeighbour[], x: number, y: number): PadNeighbour | undefined {
  return others
    .filter(
      ({ box }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height,
    )
    .toSorted((a, b) => a.box.width * a.box.height - b.box.width * b.box.height)[0];
}
