import {
  ARM_PRESETS,
  HAND_PRESETS,
  isArm,
  isLeg,
  LEG_PRESETS,
  LIMB_WORDS,
  limbOf,
  type PoseEditor,
  type PoseEditorState,
  sideOf,
} from '@lumiku/pose-editor';
import { Chip, ChipGroup, useWords } from '@lumiku/ui-kit';
import { Grab, Hand, HandFist, HandGrab, type LucideIcon, Pointer } from 'lucide-react';

const HAND_ICONS: Record<(typeof HAND_PRESETS)[number]['shape'], LucideIcon> = {
  relaxed: Grab,
  flat: Hand,
  fist: HandFist,
  point: Pointer,
  grip: HandGrab,
};

/** Hand shapes and whole-limb poses for the limb of the selected joint; without one, for both arms. */
export function LimbPresets({ editor, state }: { editor: PoseEditor; state: PoseEditorState }) {
  const { t } = useWords();
  const limb = state.selected && limbOf(state.selected);
  const side = limb && sideOf(limb);
  if (!limb || !side) {
    return (
      <p className="py-2 text-13 text-ink-2">
        {t({
          en: 'Choose a joint of an arm or a leg to see its presets.',
          id: 'Pilih sendi lengan atau kaki untuk melihat bentuk siapnya.',
        })}
      </p>
    );
  }
  const name = t(LIMB_WORDS[limb]);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {isArm(limb) && <HandShapes editor={editor} state={state} side={side} />}
      <div>
        <p className="mb-2 text-13 font-medium">{name}</p>
        <ChipGroup label={name}>
          {isArm(limb) &&
            ARM_PRESETS.map(({ id, words }) => (
              <Chip key={id} onClick={() => editor.document.presetArm(side, id)}>
                {t(words)}
              </Chip>
            ))}
          {isLeg(limb) &&
            LEG_PRESETS.map(({ id, words }) => (
              <Chip key={id} onClick={() => editor.document.presetLeg(side, id)}>
                {t(words)}
              </Chip>
            ))}
        </ChipGroup>
      </div>
    </div>
  );
}

function HandShapes({
  editor,
  state,
  side,
}: {
  editor: PoseEditor;
  state: PoseEditorState;
  side: 'left' | 'right';
}) {
  const { t } = useWords();
  const label = t({ en: 'Hand shape', id: 'Bentuk tangan' });
  const now = state.puppet.arms[side].shape;
  return (
    <div>
      <p className="mb-2 text-13 font-medium">{label}</p>
      <fieldset aria-label={label} className="grid grid-cols-5 gap-1.5 tablet:grid-cols-3">
        {HAND_PRESETS.map(({ shape, words }) => {
          const Icon = HAND_ICONS[shape];
          return (
            <button
              key={shape}
              type="button"
              aria-pressed={shape === now}
              onClick={() => editor.document.shapeHand(side, shape)}
              className="grid min-h-15 min-w-0 place-items-center content-center gap-1 rounded-control px-0.5 text-12 leading-[14px] text-ink-2 outline-line hover:bg-hover on:bg-accent-soft on:font-semibold on:text-accent-ink on:outline-chosen"
            >
              <Icon aria-hidden className="size-5" strokeWidth={1.75} />
              {t(words)}
            </button>
          );
        })}
      </fieldset>
    </div>
  );
}
