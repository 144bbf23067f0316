import { asApiFault } from '@lumiku/app-kit/web';
import type { PoseTemplate } from '@lumiku/contract';
import type { PoseEditor } from '@lumiku/pose-editor';
import { poseApi, poseKeys } from '@lumiku/pose-finder';
import { Button, Dialog, Field, useToasts, useWords } from '@lumiku/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useRef, useState } from 'react';

const NAME_MAX = 100;

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
    keep: (name: string) => Promise<string | null>;
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
  /** @returns what is wrong, for the field of the name */
  const create = async (wanted: string): Promise<string | null> => {
    setBusy(true);
    try {
      const joints = editor.document.save();
      const pose = await poseApi.create({ name: wanted, joints });
      setAsking(false);
      isLeaving.current = true;
      await done(pose, t({ en: 'Saved under your own poses', id: 'Tersimpan di pose milikmu' }));
      await navigate({ href: `/poses/${encodeURIComponent(pose.id)}/edit`, replace: true });
      return null;
    } catch (cause) {
      const fault = asApiFault(cause);
      return fault.issueOf('name') ?? [fault.message, fault.fix].filter(Boolean).join(' ');
    } finally {
      setBusy(false);
    }
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
          suggestion: name.slice(0, NAME_MAX),
          keep: create,
          close: () => setAsking(false),
        }
      : null,
  };
}

/** What the new pose is called. */
export function SavePoseDialog({ saving }: { saving: SavingPose }) {
  if (!saving.dialog) return null;
  return <NameDialog {...saving.dialog} isBusy={saving.isBusy} />;
}

function NameDialog({
  suggestion,
  keep,
  close,
  isBusy,
}: NonNullable<SavingPose['dialog']> & { isBusy: boolean }) {
  const { t } = useWords();
  const [name, setName] = useState(suggestion);
  const [problem, setProblem] = useState<string | null>(null);
  const trimmed = name.trim();
  const submit = async () => {
    if (isBusy) return;
    setProblem(
      trimmed === ''
        ? t({ en: 'Give the pose a name.', id: 'Beri pose ini nama.' })
        : await keep(trimmed),
    );
  };
  return (
    <Dialog
      isOpen
      isSmall
      onClose={close}
      title={t({ en: 'Save the pose', id: 'Simpan pose' })}
      description={t({
        en: 'It is kept under your own poses; only you see it.',
        id: 'Disimpan di pose milikmu; hanya kamu yang melihatnya.',
      })}
      footer={
        <>
          <Button onClick={close}>{t({ en: 'Cancel', id: 'Batal' })}</Button>
          <Button kind="primary" isBusy={isBusy} onClick={() => void submit()}>
            {t({ en: 'Save', id: 'Simpan' })}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field
          label={t({ en: 'Name', id: 'Nama' })}
          value={name}
          maxLength={NAME_MAX}
          error={problem ?? undefined}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
