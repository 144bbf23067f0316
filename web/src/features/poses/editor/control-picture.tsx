import { PoseFraming } from '@lumiku/contract';
import { drawControlImage, type PoseEditor, type PoseEditorState } from '@lumiku/pose-editor';
import { Button, Popover, SegmentedControl, Slider, useWords } from '@lumiku/ui-kit';
import { Eye, Focus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useEditorView } from './use-editor.ts';

const CANVAS = { width: 300, height: 400 };
const PITCH_MOST = 60;

/** What an engine will follow, live; pressed, it opens the picture's own camera. */
export function ControlPicture({ editor, state }: { editor: PoseEditor; state: PoseEditorState }) {
  const { t, number } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useEditorView(editor);
  const { pose, picture, hidden } = state;
  useEffect(() => {
    if (canvas.current) drawControlImage(canvas.current, { pose, picture, hidden });
  }, [pose, picture, hidden]);

  const label = t({ en: 'Control image', id: 'Gambar kontrol' });
  const yaw = Math.round(((((picture.yaw + 180) % 360) + 360) % 360) - 180);
  const framings = [
    { value: PoseFraming.enum.full, label: t({ en: 'Whole', id: 'Utuh' }) },
    { value: PoseFraming.enum.three_quarter, label: t({ en: 'Knees', id: 'Lutut' }) },
    { value: PoseFraming.enum.half, label: t({ en: 'Waist', id: 'Pinggang' }) },
  ] as const;
  return (
    <Popover
      label={label}
      align="start"
      trigger={
        <button
          type="button"
          data-over-figure
          aria-label={t({ en: 'Control image: set its view', id: 'Gambar kontrol: atur sudutnya' })}
          className="absolute right-4 bottom-4 w-38 overflow-hidden rounded-m bg-[#000] shadow-2 transition-[scale] quick hover:scale-[1.02] focus-visible:rounded-m tablet:right-3 tablet:bottom-18 tablet:w-24 phone:top-3 phone:right-auto phone:bottom-auto phone:left-3 phone:w-21"
        >
          <canvas ref={canvas} {...CANVAS} className="block aspect-3/4 w-full" />
          <span className="absolute top-1.5 left-2 text-12 text-[#cfcad8] phone:hidden tablet:hidden">
            {label}
          </span>
        </button>
      }
    >
      <div className="grid w-72 gap-4">
        <p className="text-13 text-ink-2">
          {t({
            en: 'The picture has its own camera: look around freely while you edit.',
            id: 'Gambar punya kamera sendiri: lihat dari mana saja saat menyunting.',
          })}
        </p>
        <Slider
          label={t({ en: 'Turned', id: 'Diputar' })}
          value={yaw}
          min={-180}
          max={180}
          format={(degrees) => `${number(degrees)}°`}
          onChange={(degrees) => editor.document.setPicture({ yaw: degrees })}
        />
        <SegmentedControl
          isWide
          label={t({ en: 'Shows', id: 'Menampilkan' })}
          segments={framings}
          value={picture.framing}
          onChange={(framing) => editor.document.setPicture({ framing })}
        />
        <div className="grid gap-2">
          <Button
            icon={Focus}
            onClick={() =>
              editor.document.setPicture({
                yaw: Math.round(view.yaw),
                pitch: Math.max(-25, Math.min(PITCH_MOST, Math.round(view.pitch))),
              })
            }
          >
            {t({ en: 'Take the view I see now', id: 'Pakai sudut yang kulihat' })}
          </Button>
          <Button icon={Eye} onClick={() => editor.viewport.lookFrom(picture.yaw, picture.pitch)}>
            {t({ en: 'Look as the picture does', id: 'Lihat seperti gambar' })}
          </Button>
        </div>
      </div>
    </Popover>
  );
}
