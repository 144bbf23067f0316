import '@lumiku/pose-editor/styles.css';
import { useMe } from '@lumiku/app-kit/web';
import type { PoseJoints } from '@lumiku/contract';
import { Badge, BesideTitle, useWords } from '@lumiku/ui-kit';
import { useState } from 'react';
import { BodyVerdict } from './body-verdict.tsx';
import { CameraBar } from './camera-bar.tsx';
import { ControlPicture } from './control-picture.tsx';
import { DraftOffer } from './draft-offer.tsx';
import { EditorActions } from './editor-actions.tsx';
import { editorTools } from './editor-tools.ts';
import { FigureWords } from './figure-words.tsx';
import { JointDials } from './joint-dials.tsx';
import { JointHeading } from './joint-heading.tsx';
import { JointSheet } from './joint-sheet.tsx';
import { JsonDialog } from './json-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { LeaveQuestion } from './leave-question.tsx';
import { LimbPresets } from './limb-presets.tsx';
import { ShowOptions } from './show-options.tsx';
import { ToolButton } from './tool-button.tsx';
import { useDraft } from './use-draft.ts';
import { useEditor, useEditorState } from './use-editor.ts';
import { SavePoseDialog, useSavePose } from './use-save-pose.tsx';

/** The editor's screen: tools, figure, joint; on a phone the figure above a sheet. */
export function EditorStage({
  poseId,
  opened,
  name,
  ownId,
}: {
  /** Under which drafts are kept. */
  poseId: string;
  opened: PoseJoints;
  name: string;
  /** The pose of one's own that is being changed; null where saving makes a new one. */
  ownId: string | null;
}) {
  const { t } = useWords();
  const [showsPresets, setShowsPresets] = useState(false);
  const [showsKeys, setShowsKeys] = useState(false);
  const [showsJson, setShowsJson] = useState(false);
  const { editor, host } = useEditor(opened, (wish) => {
    if (wish === 'save') saving.save();
    else if (wish === 'keys') setShowsKeys(true);
    else setShowsPresets((was) => !was);
  });
  const state = useEditorState(editor);
  const saving = useSavePose(editor, name, ownId);
  const draft = useDraft(editor, useMe()?.id ?? '', poseId);
  const tools = editorTools(editor, state, {
    presets: showsPresets,
    togglePresets: () => setShowsPresets((was) => !was),
    showKeys: () => setShowsKeys(true),
  });
  return (
    <div className="flex h-[calc(100dvh-var(--top))] flex-col wide:grid wide:grid-cols-[76px_minmax(0,1fr)_304px] wide:gap-4 wide:px-6 wide:pb-6 tablet:grid-cols-[68px_minmax(0,1fr)_232px] tablet:gap-2 tablet:px-4 tablet:pb-4">
      <BesideTitle>
        {ownId !== null && (
          <span className="phone:hidden">
            <Badge>{t({ en: 'Yours', id: 'Milikmu' })}</Badge>
          </span>
        )}
      </BesideTitle>
      <EditorActions
        editor={editor}
        state={state}
        name={name}
        saving={saving}
        onShowJson={() => setShowsJson(true)}
      />
      <div
        role="toolbar"
        aria-orientation="vertical"
        aria-label={t({ en: 'Tools', id: 'Alat' })}
        className="flex flex-col gap-0.5 self-start rounded-l bg-surface p-2 shadow-1 phone:hidden tablet:p-1"
      >
        <ToolButton tool={tools.move} />
        <ToolButton tool={tools.rotate} />
        <ToolLine />
        <ToolButton tool={tools.mirror} />
        <ToolButton tool={tools.reset} />
        <ToolLine />
        <ToolButton tool={tools.body} />
        <ToolButton tool={tools.keys} />
      </div>
      <div ref={host} className="pose-viewport min-h-0 flex-1 wide:rounded-l wide:outline-line">
        <FigureWords state={state} />
        <ControlPicture editor={editor} state={state} />
        <CameraBar editor={editor} />
        <DraftOffer draft={draft} />
      </div>
      <section
        aria-label={t({ en: 'Selected joint', id: 'Sendi terpilih' })}
        className="scroll-thin flex min-h-0 flex-col gap-5 overflow-x-hidden overflow-y-auto rounded-l bg-surface p-4 shadow-1 phone:hidden tablet:p-3"
      >
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <JointHeading editor={editor} state={state} />
          <JointDials editor={editor} state={state} />
        </div>
        <LimbPresets editor={editor} state={state} />
        <div>
          <p className="mb-1 text-13 font-medium">{t({ en: 'Figure', id: 'Sosok' })}</p>
          <ShowOptions editor={editor} state={state} />
        </div>
        <div className="mt-auto">
          <BodyVerdict editor={editor} state={state} />
        </div>
      </section>
      <JointSheet
        editor={editor}
        state={state}
        showsPresets={showsPresets}
        tools={[tools.move, tools.rotate, tools.mirror, tools.presets, tools.body]}
      />
      {showsKeys && <KeysDialog onClose={() => setShowsKeys(false)} />}
      {showsJson && <JsonDialog editor={editor} name={name} onClose={() => setShowsJson(false)} />}
      <SavePoseDialog saving={saving} />
      <LeaveQuestion editor={editor} draft={draft} isFree={saving.isLeaving} />
    </div>
  );
}

function ToolLine() {
  return <span aria-hidden className="mx-2 my-1.5 h-px bg-line" />;
}
