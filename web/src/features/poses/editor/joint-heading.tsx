import {
  HANDLE_WORDS,
  HIDDEN_POINTS,
  isArm,
  isLeg,
  limbOf,
  type PoseEditor,
  type PoseEditorState,
  reachShare,
  sideOf,
} from '@lumiku/pose-editor';
import { IconButton, useWords } from '@lumiku/ui-kit';
import { Copy, Eye, EyeOff, Lock, LockOpen, RotateCcw } from 'lucide-react';

const DOTS = { left: 'bg-limb-l', right: 'bg-limb-r', middle: 'bg-limb-c' };

/** The selected joint by name, with what can be done to it. */
export function JointHeading({ editor, state }: { editor: PoseEditor; state: PoseEditorState }) {
  const { t, number } = useWords();
  const { selected, pins, hidden, puppet } = state;
  const { document } = editor;
  if (selected === null) {
    return (
      <div>
        <h2 className="flex min-h-11 items-center text-17 font-semibold">
          {t({ en: 'Whole figure', id: 'Seluruh sosok' })}
        </h2>
        <p className="text-13 text-ink-3">
          {t({
            en: 'Touch a joint to move it; drag beside the figure to look around.',
            id: 'Sentuh sendi untuk menggesernya; seret di samping sosok untuk melihat sekeliling.',
          })}
        </p>
      </div>
    );
  }
  const limb = limbOf(selected);
  const side = sideOf(limb);
  const point = HIDDEN_POINTS[selected];
  const isHidden = point !== undefined && hidden.includes(point);
  const isPinned = pins.has(selected);
  const reach =
    side === null
      ? null
      : isArm(limb)
        ? { en: 'of the arm', id: 'dari lengan', share: reachShare(puppet, side, 'arm') }
        : { en: 'of the leg', id: 'dari kaki', share: reachShare(puppet, side, 'leg') };
  return (
    <div>
      <div className="flex min-h-11 flex-wrap items-center gap-1">
        <h2 className="flex min-w-0 flex-1 items-center gap-2.5 text-17 font-semibold tablet:basis-full">
          <span aria-hidden className={`size-2 shrink-0 rounded-full ${DOTS[side ?? 'middle']}`} />
          <span className="truncate">{t(HANDLE_WORDS[selected])}</span>
        </h2>
        {/Wrist$|Ankle$/.test(selected) && (
          <IconButton
            kind="quiet"
            icon={isPinned ? Lock : LockOpen}
            isPressed={isPinned}
            label={t({ en: 'Pin in place', id: 'Kunci di tempat' })}
            aria-keyshortcuts="P"
            onClick={() => document.togglePin(selected)}
          />
        )}
        {point !== undefined && (
          <IconButton
            kind="quiet"
            icon={isHidden ? EyeOff : Eye}
            isPressed={isHidden}
            label={t({ en: 'Hide in the control image', id: 'Sembunyikan di gambar kontrol' })}
            aria-keyshortcuts="X"
            onClick={() => document.toggleHidden([point])}
          />
        )}
        {side !== null && (
          <IconButton
            kind="quiet"
            icon={Copy}
            label={t({ en: 'Copy to the other side', id: 'Salin ke sisi lain' })}
            onClick={() => document.copyAcross(limb)}
          />
        )}
        <IconButton
          kind="quiet"
          icon={RotateCcw}
          label={t({ en: 'Reset limb', id: 'Kembalikan anggota' })}
          aria-keyshortcuts="Alt+R"
          onClick={() => document.resetLimb(limb)}
        />
      </div>
      {reach && (isArm(limb) || isLeg(limb)) && (
        <p className="num text-13 text-ink-3 phone:hidden">
          {t({
            en: `Reach ${number(Math.round(reach.share * 100))}% ${reach.en}`,
            id: `Jangkauan ${number(Math.round(reach.share * 100))}% ${reach.id}`,
          })}
        </p>
      )}
    </div>
  );
}
