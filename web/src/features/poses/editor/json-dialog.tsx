import { asApiFault } from '@lumiku/app-kit/web';
import { type PoseEditor, pictureKeypoints } from '@lumiku/pose-editor';
import { toOpenposeJson } from '@lumiku/pose-kit';
import {
  Button,
  CopyButton,
  Dialog,
  SegmentedControl,
  TextArea,
  useFileIntake,
  useWords,
} from '@lumiku/ui-kit';
import { Download, FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { downloadFile } from '../download-file.ts';
import { peopleIn, readPoseJson } from './read-pose-json.ts';

const CANVAS = { widthPx: 768, heightPx: 1024 };
const TEXT_MAX = 2 * 1024 * 1024;
const PEOPLE_SHOWN = 6;

type Form = 'openpose' | 'joints';

function written(editor: PoseEditor, form: Form): string {
  const { document } = editor;
  if (form === 'joints') return JSON.stringify(document.save());
  const keypoints = pictureKeypoints(document.state(), CANVAS.widthPx, CANVAS.heightPx);
  return JSON.stringify(toOpenposeJson({ keypoints, ...CANVAS }));
}

/** The pose as text: to be copied or saved, and to be replaced by text from elsewhere. */
export function JsonDialog({
  editor,
  name,
  onClose,
}: {
  editor: PoseEditor;
  name: string;
  onClose: () => void;
}) {
  const { t, number } = useWords();
  const [form, setForm] = useState<Form>('openpose');
  const [own, setOwn] = useState(() => written(editor, 'openpose'));
  const [text, setText] = useState(own);
  const [person, setPerson] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const people = peopleIn(text);
  const isOwn = text.trim() === own;

  const write = (next: Form) => {
    const now = written(editor, next);
    setForm(next);
    setOwn(now);
    setText(now);
    setProblem(null);
  };
  const put = (next: string) => {
    setText(next);
    setPerson(0);
    setProblem(null);
  };
  const apply = async () => {
    setBusy(true);
    try {
      const pose = await readPoseJson(
        text,
        editor.document.save(),
        people > 1 ? person : undefined,
      );
      editor.document.load(pose, { en: 'pose from JSON', id: 'pose dari JSON' });
      onClose();
    } catch (cause) {
      const { message, fix } = asApiFault(cause);
      setProblem([message, fix].filter(Boolean).join(' '));
    } finally {
      setBusy(false);
    }
  };
  const openFile = async (file: File) => {
    if (file.size > TEXT_MAX) {
      setProblem(
        t({
          en: 'This file is too large for a pose. Export one frame only.',
          id: 'Berkas ini terlalu besar untuk sebuah pose. Ekspor satu frame saja.',
        }),
      );
      return;
    }
    put(await file.text());
  };
  const { openPicker, dropProps } = useFileIntake({
    accept: 'application/json,.json',
    onFile: (file) => void openFile(file),
  });
  return (
    <Dialog
      isOpen
      width={640}
      onClose={onClose}
      title="JSON"
      description={t({
        en: 'Copy this pose into another tool, or paste a pose from there and apply it.',
        id: 'Salin pose ini ke alat lain, atau tempel pose dari sana lalu terapkan.',
      })}
      footer={
        <>
          <Button icon={FolderOpen} onClick={openPicker}>
            {t({ en: 'Open a file', id: 'Buka berkas' })}
          </Button>
          <Button kind="primary" isBusy={isBusy} disabled={isOwn} onClick={() => void apply()}>
            {t({ en: 'Apply', id: 'Terapkan' })}
          </Button>
        </>
      }
    >
      <div className="grid gap-4" {...dropProps}>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <SegmentedControl<Form>
            label={t({ en: 'Form', id: 'Bentuk' })}
            segments={[
              { value: 'openpose', label: 'OpenPose' },
              { value: 'joints', label: t({ en: 'Joints in 3D', id: 'Sendi 3D' }) },
            ]}
            value={form}
            onChange={write}
          />
          <span className="flex gap-2">
            <CopyButton text={text} />
            <Button
              icon={Download}
              onClick={() =>
                downloadFile(`${name}.json`, new Blob([text], { type: 'application/json' }))
              }
            >
              {t({ en: 'Download', id: 'Unduh' })}
            </Button>
          </span>
        </div>
        <TextArea
          label={t({ en: 'Pose', id: 'Pose' })}
          rows={9}
          spellCheck={false}
          value={text}
          error={problem ?? undefined}
          onChange={(event) => put(event.target.value)}
          className="font-mono text-13! break-all"
        />
        {people > 1 && (
          <div className="grid gap-2">
            <p className="text-14">
              {t({
                en: `This shows ${number(people)} people. Whose pose?`,
                id: `Ini memuat ${number(people)} orang. Pose siapa?`,
              })}
            </p>
            <SegmentedControl
              label={t({ en: 'Whose pose', id: 'Pose siapa' })}
              segments={Array.from({ length: Math.min(PEOPLE_SHOWN, people) }, (_, index) => ({
                value: String(index),
                label: number(index + 1),
              }))}
              value={String(person)}
              onChange={(next) => setPerson(Number(next))}
            />
          </div>
        )}
      </div>
    </Dialog>
  );
}
