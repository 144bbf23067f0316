import { Button, useClock, useWords } from '@lumiku/ui-kit';
import { chosenWords } from '../creator/choice-words.ts';
import { isSavable } from './preview-state.ts';
import { usePreviewStore } from './use-preview-store.ts';

/** Up to four previews side by side; one press goes on with the best. */
export function CompareView() {
  const { t } = useWords();
  const { previews, comparedIds, show } = usePreviewStore();
  const nowMs = useClock();
  const compared = previews.flatMap((preview, index) =>
    comparedIds.includes(preview.previewId) ? [{ preview, number: index + 1 }] : [],
  );
  return (
    <ul
      className="mx-auto grid justify-center gap-3 phone:!grid-cols-2"
      style={{ gridTemplateColumns: `repeat(${compared.length}, minmax(0, 380px))` }}
    >
      {compared.map(({ preview, number }) => (
        <li key={preview.previewId} className="min-w-0">
          <img
            src={preview.imageUrl ?? preview.thumbnailUrl ?? ''}
            alt={`${t({ en: 'Preview', id: 'Pratinjau' })} ${number}: ${preview.prompt}`}
            className="aspect-3/4 max-h-[calc(100dvh-340px)] w-full rounded-m bg-studio object-cover object-top"
          />
          <div className="mt-2 flex items-center gap-2">
            <p className="min-w-0 flex-1">
              <b className="num block text-14 font-semibold">
                {t({ en: 'Preview', id: 'Pratinjau' })} {number}
              </b>
              <span className="block truncate text-13 text-ink-3 phone:hidden">
                {chosenWords(preview.attributes).map(t).join(', ')}
              </span>
            </p>
            <Button size="s" onClick={() => show(preview.previewId)}>
              {isSavable(preview, nowMs)
                ? t({ en: 'Take this', id: 'Pilih ini' })
                : t({ en: 'Show', id: 'Lihat' })}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
