import { Button, useWords, Verdict } from '@lumiku/ui-kit';
import { faultWords } from '../generations/fault-words.ts';
import { photoVerdict } from './photo-verdict.ts';
import type { PhotoCheck } from './use-photo-check.ts';

/** What was found in the photo and how to mend it, said as soon as it is known. */
export function PhotoVerdictLine({
  check,
  madeSmallerFrom,
}: {
  check: PhotoCheck;
  madeSmallerFrom: number | null;
}) {
  const { t, size } = useWords();
  if (check.isLooking) {
    return (
      <Verdict kind="looking" title={t({ en: 'Looking at it…', id: 'Sedang dilihat…' })}>
        {t({ en: 'On this server, nowhere else', id: 'Di server ini, tidak di tempat lain' })}
      </Verdict>
    );
  }
  if (check.fault !== null) {
    const said = faultWords(check.fault, t);
    return (
      <Verdict kind={check.tone === 'wrong' ? 'wrong' : 'doubtful'} title={said.title}>
        {said.fix}
        {check.tone !== 'wrong' && (
          <Button size="s" className="mt-2 block" onClick={check.retry}>
            {t({ en: 'Look again', id: 'Lihat lagi' })}
          </Button>
        )}
      </Verdict>
    );
  }
  if (check.report === null) return null;
  const verdict = photoVerdict(check.report);
  return (
    <Verdict kind={verdict.tone} title={t(verdict.title)}>
      {t(verdict.text)}
      {madeSmallerFrom !== null && (
        <span className="block">
          {t({
            en: `Made smaller to fit; it was ${size(madeSmallerFrom)}.`,
            id: `Diperkecil agar muat; tadinya ${size(madeSmallerFrom)}.`,
          })}
        </span>
      )}
    </Verdict>
  );
}
