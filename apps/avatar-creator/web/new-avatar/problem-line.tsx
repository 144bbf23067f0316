import { useCredits } from '@lumiku/app-kit/web';
import { Link, useClock, useWords, Verdict } from '@lumiku/ui-kit';
import { PRICES } from '../../contract.ts';
import { faultWords } from '../creator/fault-words.ts';
import type { PreviewFault } from './preview-state.ts';
import { usePreviewStore } from './use-preview-store.ts';

/** What went wrong, above the buttons that were pressed, with the time to wait where there is one. */
export function ProblemLine() {
  const { t } = useWords();
  const problem = usePreviewStore((state) => state.problem);
  if (problem === null) return null;
  const said = faultWords(problem.fault, t);
  return (
    <Verdict kind="wrong" title={said.title} className="basis-full!">
      {said.fix} <Wait problem={problem} />
      {problem.during === 'save' && said.code !== 'PREVIEW_EXPIRED' && (
        <span className="block">
          {t({
            en: 'Nothing was taken; the preview is still here.',
            id: 'Tidak ada yang diambil; pratinjaunya masih ada.',
          })}{' '}
          {said.code === 'INSUFFICIENT_CREDITS' && (
            <Link href="/credits" className="underline underline-offset-2">
              {t({ en: 'See your credits', id: 'Lihat kreditmu' })}
            </Link>
          )}
        </span>
      )}
    </Verdict>
  );
}

function Wait({ problem }: { problem: PreviewFault }) {
  const { t, duration } = useWords();
  const nowMs = useClock();
  if (problem.waitUntilMs === null) return null;
  const seconds = Math.ceil((problem.waitUntilMs - nowMs) / 1000);
  if (seconds <= 0) return t({ en: 'You can try again now.', id: 'Sekarang bisa dicoba lagi.' });
  return (
    <span className="num">
      {t({ en: 'Try again in', id: 'Coba lagi dalam' })} {duration(seconds)}.
    </span>
  );
}

/** Whether asking for a picture is known to be useless for now. */
export function useMustWait(): boolean {
  const nowMs = useClock();
  const until = usePreviewStore(({ problem }) =>
    problem?.during === 'generate' ? problem.waitUntilMs : null,
  );
  return until !== null && until > nowMs;
}

/** Credits missing for one avatar; 0 when there are enough, or when it is not known. */
export function useMissingCredits(): number {
  const credits = useCredits();
  return credits === undefined ? 0 : Math.max(0, PRICES.avatar - credits.available);
}
