import { dialsFor, type PoseEditor, type PoseEditorState } from '@lumiku/pose-editor';
import { Button, Slider, useWords } from '@lumiku/ui-kit';
import { ArrowDownToLine, RotateCcw } from 'lucide-react';

/** The turns of the selected joint as sliders; for the whole figure what concerns all of it. */
export function JointDials({ editor, state }: { editor: PoseEditor; state: PoseEditorState }) {
  const { t, number } = useWords();
  const { document } = editor;
  const { selected, puppet, hasLimits } = state;
  if (selected === null) {
    return (
      <div className="flex flex-wrap gap-2">
        <Button icon={ArrowDownToLine} onClick={() => document.putOnFloor()}>
          {t({ en: 'Put on the floor', id: 'Taruh di lantai' })}
        </Button>
        <Button icon={RotateCcw} onClick={() => document.resetAll()}>
          {t({ en: 'Reset all', id: 'Kembalikan semua' })}
        </Button>
      </div>
    );
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 phone:gap-1">
      {dialsFor(selected).map((dial) => {
        const value = Math.round(dial.read(puppet));
        const unit = dial.id === 'height' ? ' %' : '°';
        return (
          <Slider
            key={dial.id}
            label={t(dial.words)}
            value={Math.max(dial.least, Math.min(dial.most, value))}
            min={dial.least}
            max={dial.most}
            {...(hasLimits && dial.easeTo < dial.most ? { limitFrom: dial.easeTo } : {})}
            format={(shown) => `${number(shown)}${unit}`}
            onChange={(degrees) => document.turnDial(selected, dial.id, degrees)}
          />
        );
      })}
    </div>
  );
}
