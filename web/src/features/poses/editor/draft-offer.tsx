import { Button, TimeText, useWords } from '@lumiku/ui-kit';
import type { EditorDraft } from './use-draft.ts';

/** What was changed here another time and never saved, offered back. */
export function DraftOffer({ draft }: { draft: EditorDraft }) {
  const { t } = useWords();
  if (!draft.offered) return null;
  return (
    <section
      data-over-figure
      aria-label={t({ en: 'Not saved last time', id: 'Belum tersimpan terakhir kali' })}
      className="lifted absolute bottom-18 left-1/2 z-[1] flex w-max max-w-[calc(100%-16px)] -translate-x-1/2 animate-rise items-center gap-3 rounded-[14px] bg-raised py-2 pr-2 pl-4 shadow-3 phone:bottom-21"
    >
      <p role="status" className="min-w-0 text-13 leading-[18px]">
        <b className="block font-semibold">
          {t({ en: 'Changes that were not saved', id: 'Perubahan yang belum tersimpan' })}
        </b>
        <span className="text-ink-2">
          <TimeText time={new Date(draft.offered.savedAt).toISOString()} style="ago" />
        </span>
      </p>
      <span className="flex shrink-0 gap-1.5">
        <Button size="s" kind="quiet" onClick={draft.decline}>
          {t({ en: 'Discard', id: 'Buang' })}
        </Button>
        <Button size="s" kind="primary" onClick={draft.takeUp}>
          {t({ en: 'Continue', id: 'Lanjutkan' })}
        </Button>
      </span>
    </section>
  );
}
