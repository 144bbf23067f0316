import type { Words } from '@lumiku/contract';
import { Score, useWords } from '@lumiku/ui-kit';
import type { Scores } from '../../contract.ts';
import { likenessWord, limbWords, poseWord } from './score-words.ts';

/** How well the picture shows what was asked for, in words and numbers; the notch is the pass line. */
export function ScoresPanel({ scores }: { scores: Scores }) {
  const { t, percent, number } = useWords();
  const { pose, identity, people } = scores;
  return (
    <div className="grid gap-2">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(128px,1fr))] gap-x-6 gap-y-3">
        {pose !== null && (
          <Score
            label={t({ en: 'Pose match', id: 'Kecocokan pose' })}
            word={t(poseWord(pose))}
            value={pose.match}
            passAt={pose.passAt}
            hasPassed={pose.passes}
            shown={percent(pose.match)}
          />
        )}
        {identity !== null && (
          <Score
            label={t({ en: 'Likeness', id: 'Kemiripan' })}
            word={t(likenessWord(identity))}
            value={identity.match}
            passAt={identity.passAt}
            hasPassed={identity.passes}
            shown={number(Math.round(identity.match * 100) / 100)}
          />
        )}
        <div className="grid content-start gap-1.5">
          <span className="text-13 text-ink-3">{t({ en: 'People', id: 'Orang' })}</span>
          <span className="text-15 leading-5 font-semibold tracking-[-.014em]">
            {people === 1 ? t({ en: 'One', id: 'Satu' }) : number(people)}
          </span>
        </div>
      </div>
      <p className="text-13 text-ink-3">{t(fineLine(scores))}</p>
    </div>
  );
}

function fineLine({ pose, people, tries }: Scores): Words {
  if (pose === null) {
    return people === 0
      ? {
          en: 'Nobody could be made out to measure the pose; some styles hide from it.',
          id: 'Tidak ada yang bisa dikenali untuk mengukur pose; beberapa gaya menyembunyikannya.',
        }
      : { en: 'The pose could not be measured.', id: 'Pose tidak bisa diukur.' };
  }
  const best =
    tries > 1 ? { en: `Best of ${tries}. `, id: `Terbaik dari ${tries}. ` } : { en: '', id: '' };
  if (pose.isMirrored) {
    return {
      en: `${best.en}Left and right are exchanged.`,
      id: `${best.id}Kiri dan kanan tertukar.`,
    };
  }
  const notch = { en: 'The notch marks the pass line.', id: 'Takik menandai batas lulus.' };
  if (pose.worstLimb === null || pose.worstLimbDegrees === null) {
    return { en: `${best.en}${notch.en}`, id: `${best.id}${notch.id}` };
  }
  const limb = limbWords(pose.worstLimb);
  const degrees = Math.round(pose.worstLimbDegrees);
  return {
    en: `${best.en}Furthest off: ${limb.en}, ${degrees}°. ${notch.en}`,
    id: `${best.id}Paling jauh: ${limb.id}, ${degrees}°. ${notch.id}`,
  };
}
