import type { Words } from '@lumiku/contract';
import type { EditorOption, PoseEditor, PoseEditorState } from '@lumiku/pose-editor';
import { Setting, Switch, useWords } from '@lumiku/ui-kit';

const OPTIONS: readonly { option: EditorOption; words: Words }[] = [
  { option: 'showsBody', words: { en: 'Clay body', id: 'Tubuh tanah liat' } },
  { option: 'hasLimits', words: { en: 'Joints resist', id: 'Sendi menahan' } },
  { option: 'keepsFeet', words: { en: 'Feet stay on the floor', id: 'Kaki tetap di lantai' } },
];

/** What is shown and how the figure behaves. */
export function ShowOptions({ editor, state }: { editor: PoseEditor; state: PoseEditorState }) {
  const { t } = useWords();
  return (
    <div className="grid gap-1 [&_*]:font-normal">
      {OPTIONS.map(({ option, words }) => (
        <Setting key={option} label={t(words)}>
          {(labelId) => (
            <Switch
              labelledBy={labelId}
              isOn={state[option]}
              onChange={(isOn) => editor.document.setOption(option, isOn)}
            />
          )}
        </Setting>
      ))}
    </div>
  );
}
