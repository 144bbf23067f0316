import { Button, TimeText, useClock, useWords } from '@lumiku/ui-kit';
import { useKeptPreviews } from '../creator/use-albums.ts';
import { isSavable } from '../new-avatar/preview-state.ts';

/** Previews that were closed without being saved: they can be looked at again until their hour is over. */
export function KeptPreviews({ projectId, onLook }: { projectId: string; onLook: () => void }) {
  const { t, number } = useWords();
  const nowMs = useClock();
  const kept = (useKeptPreviews(projectId).data ?? []).filter(
    (preview) => preview.status === 'completed' && isSavable(preview, nowMs),
  );
  const oldest = kept.at(-1);
  if (oldest === undefined) return null;
  return (
    <div className="mb-5 flex items-center gap-3 rounded-m bg-surface p-3 shadow-1">
      <span className="flex shrink-0" aria-hidden>
        {kept.slice(0, 3).map((preview, index) => (
          <img
            key={preview.previewId}
            src={preview.thumbnailUrl ?? ''}
            alt=""
            className={`size-11 rounded-s bg-studio object-cover object-[50%_15%] shadow-[0_0_0_2px_var(--surface)] ${index > 0 ? '-ml-3' : ''}`}
          />
        ))}
      </span>
      <p className="min-w-0 flex-1 text-14">
        <b className="block font-semibold">
          {kept.length === 1
            ? t({ en: '1 preview not saved', id: '1 pratinjau belum disimpan' })
            : t({
                en: `${number(kept.length)} previews not saved`,
                id: `${number(kept.length)} pratinjau belum disimpan`,
              })}
        </b>
        <span className="text-13 text-ink-3">
          {t({ en: 'The oldest is deleted', id: 'Yang paling lama dihapus' })}{' '}
          <TimeText time={oldest.expiresAt} style="ago" />
        </span>
      </p>
      <Button size="s" onClick={onLook}>
        {t({ en: 'Look', id: 'Lihat' })}
      </Button>
    </div>
  );
}
