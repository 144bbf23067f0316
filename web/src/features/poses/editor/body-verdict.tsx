import type { Words } from '@lumiku/contract';
import type { PoseEditor, PoseEditorState } from '@lumiku/pose-editor';
import { checkSolvedPose, type PoseProblem, type PoseProblemCode, rigFor } from '@lumiku/pose-kit';
import { Button, useWords, Verdict } from '@lumiku/ui-kit';
import { useDeferredValue, useMemo } from 'react';

const PROBLEMS: Record<PoseProblemCode, Words> = {
  out_of_reach: { en: 'Out of reach', id: 'Di luar jangkauan' },
  joint_limit: { en: 'A joint is turned far', id: 'Ada sendi yang terlalu jauh' },
  parts_collide: { en: 'Limbs go through the body', id: 'Anggota tubuh saling menembus' },
  below_floor: { en: 'Part of it is in the floor', id: 'Sebagian masuk ke lantai' },
  support_wrong: { en: 'The seat does not carry it', id: 'Kursinya tidak menopang' },
  off_balance: { en: 'It would fall over', id: 'Sosok ini akan jatuh' },
};

/** Whether a body can do this: limits, collisions, floor and balance. */
export function BodyVerdict({ editor, state }: { editor: PoseEditor; state: PoseEditorState }) {
  const { t, language } = useWords();
  const pose = useDeferredValue(state.pose);
  const problems = useMemo(() => checkSolvedPose(pose, rigFor(state.gender)), [pose, state.gender]);
  const worst: PoseProblem | undefined = problems[0];
  if (!worst) {
    return (
      <Verdict kind="good" title={t({ en: 'A body can do this', id: 'Tubuh bisa melakukannya' })}>
        {t({ en: 'Balanced, no limb crosses another', id: 'Seimbang, tidak ada yang bersilangan' })}
      </Verdict>
    );
  }
  return (
    <Verdict kind="doubtful" title={t(PROBLEMS[worst.code])}>
      {language === 'en' ? worst.message : t({ en: '', id: 'Gambar mungkin tampak janggal.' })}
      {worst.code === 'below_floor' && (
        <span className="mt-2 block">
          <Button size="s" onClick={() => editor.document.putOnFloor()}>
            {t({ en: 'Put on the floor', id: 'Taruh di lantai' })}
          </Button>
        </span>
      )}
    </Verdict>
  );
}
