import { asApiFault } from '@lumiku/app-kit/web';
import type { PoseTemplate } from '@lumiku/contract';
import type { PoseEditor } from '@lumiku/pose-editor';
import { NameDialog, poseApi, poseKeys } from '@lumiku/pose-finder';
import { useToasts, useWords } from '@lumiku/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useRef, useState } from 'react';

export interface SavingPose {
  /** Saves: a pose of one's own in its place, another one under a name that is asked for. */
  save: () => void;
  /** Keeps the one that is open and makes another; null where saving does that anyway. */
  saveAsNew: (() => void) | null;
  isBusy: boolean;
  /** True from the moment saving leads away from this screen. */
  isLeaving: RefObject<boolean>;
  dialog: {
    suggestion: string;
    keep: (name: string) => Promise<void>;
    close: () => void;
  } | null;
}

/** Saving, with the one question it may need: the name of a new pose. */
export function useSavePose(editor: PoseEditor, name: string, ownId: string | null): SavingPose {
  const { t } = useWords();
  const toasts = useToasts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const isLeaving = useRef(false);

  const done = async (pose: PoseTemplate, words: string) => {
    editor.document.markSaved();
    client.setQueryData(poseKeys.one(pose.id), pose);
    await client.invalidateQueries({ queryKey: poseKeys.all });
    toasts.say({
      words,
      action: {
        label: t({ en: 'Use in generator', id: 'Pakai di generator' }),
        onClick: () => void navigate({ href: `/generate?pose=${encodeURIComponent(pose.id)}` }),
      },
    });
  };
  /** Throws what is wrong, for the field of the name. */
  const create = async (wanted: string): Promise<void> => {
    const joints = editor.document.save();
    const pose = await poseApi.create({ name: wanted, joints });
    setAsking(false);
    isLeaving.current = true;
    await done(pose, t({ en: 'Saved under your own poses', id: 'Tersimpan di pose milikmu' }));
    await navigate({ href: `/poses/${encodeURIComponent(pose.id)}/edit`, replace: true });
  };
  const change = async (id: string) => {
    setBusy(true);
    try {
      const pose = await poseApi.change(id, { joints: editor.document.save() });
      await done(pose, t({ en: 'Saved', id: 'Tersimpan' }));
    } catch (cause) {
      const fault = asApiFault(cause);
      toasts.say({ words: fault.message, detail: fault.fix, tone: 'bad' });
    } finally {
      setBusy(false);
    }
  };
  return {
    save: () => {
      if (isBusy) return;
      if (ownId === null) setAsking(true);
      else void change(ownId);
    },
    saveAsNew: ownId === null ? null : () => setAsking(true),
    isBusy,
    isLeaving,
    dialog: isAsking
      ? {
          suggestion: name,
          keep: create,
          close: () => setAsking(false),
        }
      : null,
  };
}

/** What the new pose is called. */
export function SavePoseDialog({ saving }: { saving: SavingPose }) {
  const { t } = useWords();
  if (!saving.dialog) return null;
  const { suggestion, keep, close } = saving.dialog;
  return (
    <NameDialog
      title={t({ en: 'Save the pose', id: 'Simpan pose' })}
      description={t({
        en: 'It is kept under your own poses; only you see it.',
        id: 'Disimpan di pose milikmu; hanya kamu yang melihatnya.',
      })}
      suggestion={suggestion}
      keep={keep}
      onClose={close}
    />
  );
}
