import { classNames, useClock, useWords } from '@lumiku/ui-kit';
import { Check, Columns2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PreviewState } from '../../contract.ts';
import { isExpired } from './preview-state.ts';
import { usePreviewStore } from './use-preview-store.ts';

const COMPARED_MAX = 4;

/** Every preview of this sitting, in order; one press shows it, or takes it into the comparison. */
export function Filmstrip() {
  const { t } = useWords();
  const { previews, shownId, phase, comparedIds, making, show, compare } = usePreviewStore();
  const nowMs = useClock();
  const isComparing = comparedIds.length > 0;
  const shownRef = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const shown = shownId === null ? null : shownRef.current;
    const strip = shown?.parentElement;
    // Only sideways: scrollIntoView would move the dialog too.
    if (shown && strip) strip.scrollLeft = shown.offsetLeft - strip.clientWidth / 2;
  }, [shownId]);
  if (previews.length === 0) return null;

  const press = (id: string) => {
    if (!isComparing) show(id);
    else if (!comparedIds.includes(id)) compare([...comparedIds, id].slice(-COMPARED_MAX));
    else if (comparedIds.length > 1) compare(comparedIds.filter((one) => one !== id));
  };
  const beginComparing = () => {
    if (isComparing) compare([]);
    else compare(previews.slice(-2).map(({ previewId }) => previewId));
  };
  const isCurrent = ({ previewId }: PreviewState) =>
    isComparing
      ? comparedIds.includes(previewId)
      : phase === 'look' && making === null && previewId === shownId;

  return (
    <div className="mt-2 flex items-center gap-1">
      <fieldset
        aria-label={t({ en: 'Previews', id: 'Pratinjau' })}
        className="scroll-none relative -ml-1 flex min-w-0 gap-2 overflow-x-auto p-1 phone:-ml-4 phone:pl-4"
      >
        {previews.map((preview, index) => (
          <button
            key={preview.previewId}
            type="button"
            aria-pressed={isCurrent(preview)}
            aria-label={label(t({ en: 'Preview', id: 'Pratinjau' }), index + 1, preview, t)}
            onClick={() => press(preview.previewId)}
            ref={preview.previewId === shownId ? shownRef : null}
            className={classNames(
              'relative aspect-4/5 w-17 shrink-0 overflow-hidden rounded-control bg-studio focus-visible:rounded-control',
              isCurrent(preview) && 'shadow-[0_0_0_2px_var(--raised),0_0_0_4px_var(--accent)]',
              isExpired(preview, nowMs) && preview.avatarId === null && 'opacity-50',
            )}
          >
            {preview.thumbnailUrl && (
              <img
                src={preview.thumbnailUrl}
                alt=""
                className="size-full object-cover object-[50%_20%]"
              />
            )}
            <span
              aria-hidden
              className="num absolute bottom-1 left-1 grid h-5 min-w-5 place-items-center rounded-[6px] bg-over px-1 text-12 text-over-ink"
            >
              {preview.avatarId === null ? (
                index + 1
              ) : (
                <Check className="size-3.5" strokeWidth={2} />
              )}
            </span>
          </button>
        ))}
      </fieldset>
      {previews.length > 1 && phase === 'look' && (
        <button
          type="button"
          aria-pressed={isComparing}
          disabled={making !== null}
          onClick={beginComparing}
          className="grid aspect-4/5 w-17 shrink-0 place-content-center justify-items-center gap-1 rounded-control text-12 text-ink-2 outline-line hover:bg-hover on:bg-accent-soft on:text-accent-ink on:outline-chosen disabled:text-ink-3"
        >
          <Columns2 aria-hidden className="size-5" strokeWidth={1.75} />
          {t({ en: 'Compare', id: 'Banding' })}
        </button>
      )}
    </div>
  );
}

function label(
  name: string,
  number: number,
  preview: PreviewState,
  t: (words: { en: string; id: string }) => string,
): string {
  return preview.avatarId === null
    ? `${name} ${number}`
    : `${name} ${number}, ${t({ en: 'saved', id: 'tersimpan' })}`;
}
