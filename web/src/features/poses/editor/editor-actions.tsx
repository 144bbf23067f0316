import {
  drawControlImage,
  type PoseEditor,
  type PoseEditorState,
  pictureKeypoints,
} from '@lumiku/pose-editor';
import { toOpenposeJson } from '@lumiku/pose-kit';
import { Button, IconButton, Menu, MenuItem, PageActions, useWords } from '@lumiku/ui-kit';
import {
  Braces,
  Check,
  CopyPlus,
  Download,
  EllipsisVertical,
  FileDown,
  ImageDown,
  Redo2,
  Undo2,
} from 'lucide-react';
import { downloadFile } from '../download-file.ts';
import type { SavingPose } from './use-save-pose.tsx';

const CANVAS = { widthPx: 768, heightPx: 1024 };

/** Undo, redo, export and save, in the bar above. */
export function EditorActions({
  editor,
  state,
  name,
  saving,
  onShowJson,
}: {
  editor: PoseEditor;
  state: PoseEditorState;
  name: string;
  saving: SavingPose;
  onShowJson: () => void;
}) {
  const { t } = useWords();
  const { document } = editor;
  const { undoWords, redoWords } = state;
  const undo = t({ en: 'Undo', id: 'Urungkan' });
  const redo = t({ en: 'Redo', id: 'Ulangi' });
  const items = <ExportItems state={state} name={name} saving={saving} onShowJson={onShowJson} />;
  return (
    <PageActions>
      <span className="flex">
        <IconButton
          kind="quiet"
          icon={Undo2}
          label={undoWords ? `${undo}: ${t(undoWords)}` : undo}
          aria-keyshortcuts="Control+Z"
          disabled={!undoWords}
          className="disabled:bg-transparent"
          onClick={() => document.undo()}
        />
        <IconButton
          kind="quiet"
          icon={Redo2}
          label={redoWords ? `${redo}: ${t(redoWords)}` : redo}
          aria-keyshortcuts="Control+Y"
          disabled={!redoWords}
          className="disabled:bg-transparent"
          onClick={() => document.redo()}
        />
      </span>
      <Menu
        trigger={
          <IconButton
            kind="quiet"
            icon={EllipsisVertical}
            label={t({ en: 'More', id: 'Lainnya' })}
            className="desktop:hidden"
          />
        }
      >
        {items}
      </Menu>
      <span className="phone:hidden tablet:hidden">
        <Menu trigger={<Button icon={Download}>{t({ en: 'Export', id: 'Ekspor' })}</Button>}>
          {items}
        </Menu>
      </span>
      <Button
        kind="primary"
        icon={Check}
        isBusy={saving.isBusy}
        aria-keyshortcuts="Control+S"
        onClick={saving.save}
      >
        {t({ en: 'Save', id: 'Simpan' })}
      </Button>
    </PageActions>
  );
}

function ExportItems({
  state,
  name,
  saving,
  onShowJson,
}: {
  state: PoseEditorState;
  name: string;
  saving: SavingPose;
  onShowJson: () => void;
}) {
  const { t } = useWords();
  const savePng = () => {
    const canvas = document.createElement('canvas');
    canvas.width = CANVAS.widthPx;
    canvas.height = CANVAS.heightPx;
    drawControlImage(canvas, state);
    canvas.toBlob((png) => png && downloadFile(`${name}.png`, png), 'image/png');
  };
  const saveJson = () => {
    const keypoints = pictureKeypoints(state, CANVAS.widthPx, CANVAS.heightPx);
    const json = JSON.stringify(toOpenposeJson({ keypoints, ...CANVAS }));
    downloadFile(`${name}.json`, new Blob([json], { type: 'application/json' }));
  };
  return (
    <>
      <MenuItem icon={ImageDown} aside="PNG" onSelect={savePng}>
        {t({ en: 'Control image', id: 'Gambar kontrol' })}
      </MenuItem>
      <MenuItem icon={FileDown} aside="JSON" onSelect={saveJson}>
        OpenPose
      </MenuItem>
      <MenuItem icon={Braces} onSelect={onShowJson}>
        {t({ en: 'View or paste JSON', id: 'Lihat atau tempel JSON' })}
      </MenuItem>
      {saving.saveAsNew && (
        <MenuItem icon={CopyPlus} onSelect={saving.saveAsNew}>
          {t({ en: 'Save as new', id: 'Simpan sebagai baru' })}
        </MenuItem>
      )}
    </>
  );
}
