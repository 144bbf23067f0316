import { useWords } from '@lumiku/ui-kit';
import { useId, useState } from 'react';

/** The photo over the picture, up to a line that is dragged or moved with the arrow keys. */
export function BeforeAfter({ photoUrl }: { photoUrl: string }) {
  const { t, percent } = useWords();
  const id = useId();
  const [at, setAt] = useState(50);
  return (
    <>
      <img
        src={photoUrl}
        alt={t({ en: 'The photo you gave', id: 'Foto yang kamu berikan' })}
        className="absolute inset-0 size-full object-cover"
        style={{ clipPath: `inset(0 ${100 - at}% 0 0)` }}
      />
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 w-0.5 -translate-x-1/2 bg-over-ink shadow-[0_0_0_1px_var(--over)]"
        style={{ left: `${at}%` }}
      >
        <span className="absolute top-1/2 left-1/2 size-9 -translate-1/2 rounded-full bg-over-ink shadow-2" />
      </span>
      <label htmlFor={id} className="sr-only">
        {t({ en: 'How much of the photo to show', id: 'Seberapa banyak foto ditampilkan' })}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        value={at}
        aria-valuetext={percent(at / 100)}
        onChange={(event) => setAt(Number(event.target.value))}
        className="absolute inset-0 z-1 size-full cursor-ew-resize touch-pan-y opacity-0"
      />
      <span className="absolute bottom-3 left-3 phone:top-3 phone:bottom-auto rounded-control bg-over px-2.5 py-1 text-13 font-medium text-over-ink">
        {t({ en: 'Photo', id: 'Foto' })}
      </span>
      <span className="absolute right-3 bottom-3 phone:top-3 phone:bottom-auto rounded-control bg-over px-2.5 py-1 text-13 font-medium text-over-ink">
        {t({ en: 'Result', id: 'Hasil' })}
      </span>
    </>
  );
}
