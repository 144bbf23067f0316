import type { Words } from '@lumiku/contract';
import { type PoseEditor, presetOf, type ViewPreset } from '@lumiku/pose-editor';
import { SegmentedControl, useWords } from '@lumiku/ui-kit';
import { useEditorView } from './use-editor.ts';

const PRESETS: readonly { value: ViewPreset; words: Words }[] = [
  { value: 'front', words: { en: 'Front', id: 'Depan' } },
  { value: 'threeQuarter', words: { en: '¾', id: '¾' } },
  { value: 'side', words: { en: 'Side', id: 'Samping' } },
  { value: 'back', words: { en: 'Back', id: 'Belakang' } },
  { value: 'top', words: { en: 'Top', id: 'Atas' } },
];

/** From where to look; none is marked while the view is turned freely. */
export function CameraBar({ editor }: { editor: PoseEditor }) {
  const { t } = useWords();
  const view = useEditorView(editor);
  return (
    <div
      data-over-figure
      className="absolute bottom-4 left-1/2 max-w-[calc(100%-16px)] -translate-x-1/2 rounded-[13px] shadow-2 phone:bottom-7 tablet:bottom-3"
    >
      <SegmentedControl<ViewPreset | 'free'>
        label={t({ en: 'Look from', id: 'Lihat dari' })}
        segments={PRESETS.map(({ value, words }) => ({ value, label: t(words) }))}
        value={presetOf(view) ?? 'free'}
        onChange={(preset) => preset !== 'free' && editor.viewport.look(preset)}
        className="bg-raised! tablet:[&>button]:px-1.5"
      />
    </div>
  );
}
