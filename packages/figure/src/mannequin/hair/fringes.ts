import type { HairStyle } from '@lumiku/contract';
import { addBow, swelling } from '../add-bow.ts';
import { type BodyPlan, onHead } from '../body-plan.ts';
import { scalp, U } from './scalp.ts';

/** Degrees around and up, head units off the skull. */
type Place = readonly [around: number, up: number, off: number];

interface Fringe {
  readonly count: number;
  /** Root, middle and tip of the strand at `t`, 0..1 from the subject's right to the left. */
  readonly strand: (t: number) => readonly [Place, Place, Place];
  /** Radius at root, middle and tip. */
  readonly girth: readonly [number, number, number];
}

const wobble = (t: number, n: number): number => Math.sin(t * n * 12.9898) * 0.5;

/** Strands that give a cut its shape in front, each a tapering roll that melts into the hair. */
const FRINGES: Partial<Record<HairStyle, readonly Fringe[]>> = {
  crop: [
    {
      count: 8,
      strand: (t) => {
        const around = -47 + 94 * t;
        return [
          [around, 58, 0.06],
          [around + 4, 46, 0.1],
          [around + 7, 31 + 3 * wobble(t, 7), 0.05],
        ];
      },
      girth: [0.07, 0.085, 0.022],
    },
  ],
  short: [
    {
      count: 6,
      strand: (t) => {
        const around = 30 - 85 * t;
        return [
          [around + 14, 66, 0.1],
          [around, 50, 0.16],
          [around - 20, 33 + 6 * t, 0.06],
        ];
      },
      girth: [0.09, 0.1, 0.03],
    },
  ],
  side_part: [
    {
      count: 6,
      strand: (t) => {
        const around = 20 - 62 * t;
        return [
          [26 - 6 * t, 62 + 14 * t, 0.1],
          [around, 58 + 4 * t, 0.24 - 0.05 * t],
          [around - 44, 44 - 4 * t, 0.06],
        ];
      },
      girth: [0.08, 0.11, 0.04],
    },
  ],
  quiff: [
    {
      count: 7,
      strand: (t) => {
        const around = -40 + 80 * t;
        const high = 1 - Math.abs(t - 0.45);
        return [
          [around, 40, 0.0],
          [around + 3, 54, 0.1 + 0.12 * high],
          [around + 18, 68, 0.1 + 0.05 * high],
        ];
      },
      girth: [0.075, 0.115, 0.06],
    },
  ],
  undercut: [
    {
      count: 6,
      strand: (t) => {
        const around = 26 - 66 * t;
        return [
          [28 - 8 * t, 60 + 16 * t, 0.14],
          [around - 4, 56 + 3 * t, 0.27],
          [around - 42, 38, 0.12],
        ];
      },
      girth: [0.08, 0.115, 0.035],
    },
  ],
  pixie: [
    {
      count: 7,
      strand: (t) => {
        const around = 34 - 80 * t;
        return [
          [32 - 18 * t, 64 + 8 * t, 0.12],
          [around, 50, 0.17],
          [around - 26, 26 + 8 * t, 0.05],
        ];
      },
      girth: [0.085, 0.09, 0.02],
    },
    {
      count: 2,
      strand: (t) => {
        const side = t < 0.5 ? -1 : 1;
        return [
          [side * 66, 22, 0.05],
          [side * 68, 2, 0.07],
          [side * 64, -18, 0.02],
        ];
      },
      girth: [0.06, 0.07, 0.012],
    },
  ],
  bangs: [
    {
      count: 9,
      strand: (t) => {
        const around = -52 + 104 * t;
        return [
          [around * 0.8, 62, 0.1],
          [around, 40, 0.12],
          [around * 1.02, 15 - 9 * Math.abs(t - 0.5) + 2 * wobble(t, 5), 0.05],
        ];
      },
      girth: [0.075, 0.088, 0.04],
    },
  ],
  bob: [
    {
      count: 5,
      strand: (t) => {
        const around = 18 - 70 * t;
        return [
          [16 - 4 * t, 72, 0.12],
          [around, 46, 0.16],
          [around - 22, 17 + 4 * t, 0.06],
        ];
      },
      girth: [0.07, 0.095, 0.03],
    },
  ],
};

/** Rolls along the opening of hair that hangs, from the parting to beside the cheeks. */
export function drawCurtainRolls(plan: BodyPlan, part: number, line: number): void {
  const from = Math.asin(Math.max(-1, Math.min(1, part))) * 50;
  const high = 42 + line * 34;
  for (const k of [1, -1])
    addBow(
      [
        scalp(plan, from + k * 2, high, 0.09),
        scalp(plan, k * 46 + from * 0.3, 38, 0.13),
        scalp(plan, k * 68, -8, 0.06),
      ],
      swelling(0.05 * U, 0.1 * U, 0.075 * U),
      { blend: 0.06 * U, skew: 0.95 },
    );
}

/** Who ties hair back has it long, and some of it hangs loose before the ears. */
const TIED: ReadonlySet<HairStyle> = new Set(['ponytail', 'braid', 'braids', 'bun', 'low_bun']);

function drawLooseStrands(plan: BodyPlan): void {
  for (const k of [1, -1])
    addBow(
      [
        onHead(plan, [k * 0.6, 0.5, 0.36]),
        onHead(plan, [k * 0.78, -0.02, 0.3]),
        onHead(plan, [k * 0.65, -0.66, 0.36]),
      ],
      swelling(0.07 * U, 0.055 * U, 0.012 * U),
      { blend: 0.04 * U },
    );
}

export function drawFringe(plan: BodyPlan, style: HairStyle): void {
  if (TIED.has(style)) drawLooseStrands(plan);
  for (const { count, strand, girth } of FRINGES[style] ?? [])
    for (let i = 0; i < count; i++) {
      const t = count === 1 ? 0.5 : i / (count - 1);
      const [root, middle, tip] = strand(t);
      addBow(
        [scalp(plan, ...root), scalp(plan, ...middle), scalp(plan, ...tip)],
        swelling(girth[0] * U, girth[1] * U, girth[2] * U),
        { blend: 0.035 * U },
      );
    }
}
