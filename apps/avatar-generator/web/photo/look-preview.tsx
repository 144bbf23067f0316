import type { Look } from '@lumiku/contract';
import { createFigurePreview, type FigurePreview, studioJob } from '@lumiku/figure/preview';
import { PoseSpec, rigFor, solvePose } from '@lumiku/pose-kit';
import { classNames, useWords } from '@lumiku/ui-kit';
import { useEffect, useRef, useState } from 'react';

const SIZE = { widthPx: 360, heightPx: 480 } as const;
/** Standing at ease, arms at the sides. */
const STANDING = solvePose(
  PoseSpec.parse({
    pelvis: { yaw: 0, pitch: 0, roll: 0 },
    chest: { yaw: 0, pitch: 0, roll: 0 },
    head: { yaw: 0, pitch: 0, roll: 0 },
    weight: 0.5,
    kneeBend: 4,
    legs: {
      left: { at: [0.06, 0], toeOut: 8, lift: 0, point: 25 },
      right: { at: [-0.06, 0], toeOut: 8, lift: 0, point: 25 },
    },
    arms: {
      left: { free: { out: 8, forward: 2, inward: 10, bend: 12 }, turn: 20, wrist: 6, shrug: 0 },
      right: { free: { out: 8, forward: 2, inward: 10, bend: 12 }, turn: 20, wrist: 6, shrug: 0 },
    },
    support: 'none',
    props: [],
  }),
  rigFor('any'),
);

/** The figure as the local studio would draw it, at once, by the threads of this browser. */
export function LookPreview({ look, isFace }: { look: Look; isFace: boolean }) {
  const { t } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const preview = useRef<FigurePreview | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (canvas.current === null) return;
    try {
      const made = createFigurePreview(canvas.current, {
        onState: (state) => setFailed(state === 'failed'),
      });
      preview.current = made;
      return () => {
        preview.current = null;
        made.close();
      };
    } catch {
      setFailed(true);
      return undefined;
    }
  }, []);
  useEffect(() => {
    const camera = { yaw: 12, pitch: 2, framing: isFace ? 'bust' : 'full' } as const;
    preview.current?.show(studioJob({ pose: STANDING, look, camera, seed: 1, ...SIZE }));
  }, [look, isFace]);
  return (
    <div className="relative overflow-hidden rounded-m bg-studio">
      <canvas
        ref={canvas}
        {...{ width: SIZE.widthPx, height: SIZE.heightPx }}
        role="img"
        aria-label={t({ en: 'What you choose, drawn', id: 'Pilihanmu, digambar' })}
        className={classNames('block aspect-3/4 w-full', hasFailed && 'opacity-0')}
      />
      {hasFailed && (
        <p className="absolute inset-0 grid place-content-center p-4 text-center text-13 text-ink-3">
          {t({ en: 'No preview in this browser', id: 'Tanpa pratinjau di peramban ini' })}
        </p>
      )}
    </div>
  );
}
