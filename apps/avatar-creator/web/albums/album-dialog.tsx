import { ApiFault } from '@lumiku/app-kit/web';
import { Button, Dialog, Field, TextArea, useWords, Verdict } from '@lumiku/ui-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { Project } from '../../contract.ts';
import { creatorApi } from '../creator/creator-api.ts';
import { faultWords } from '../creator/fault-words.ts';
import { creatorKeys } from '../creator/query-keys.ts';

/** Makes an album, or names and describes the one given. */
export function AlbumDialog({
  project,
  onClose,
  onDone,
}: {
  project?: Project;
  onClose: () => void;
  onDone?: (project: Project) => void;
}) {
  const { t } = useWords();
  const formId = useId();
  const client = useQueryClient();
  const [name, setName] = useState(project?.name ?? '');
  const [description, setDescription] = useState(project?.description ?? '');
  const save = useMutation({
    mutationFn: () => {
      const input = { name: name.trim(), description: description.trim() || null };
      return project === undefined
        ? creatorApi.createProject(input)
        : creatorApi.updateProject(project.id, input);
    },
    onSuccess(saved) {
      client.setQueryData(creatorKeys.project(saved.id), saved);
      void client.invalidateQueries({ queryKey: creatorKeys.projects() });
      onClose();
      onDone?.(saved);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !save.isPending) save.mutate();
  };
  const fault = save.error === null ? null : faultWords(save.error, t);
  const issueOf = (path: string) =>
    save.error instanceof ApiFault ? save.error.issueOf(path) : undefined;

  return (
    <Dialog
      isOpen
      isSmall
      onClose={onClose}
      title={
        project === undefined
          ? t({ en: 'New album', id: 'Album baru' })
          : t({ en: 'Rename or describe', id: 'Ubah nama atau keterangan' })
      }
      footer={
        <>
          <Button onClick={onClose}>{t({ en: 'Cancel', id: 'Batal' })}</Button>
          <Button
            kind="primary"
            type="submit"
            form={formId}
            isBusy={save.isPending}
            disabled={name.trim() === ''}
          >
            {project === undefined
              ? t({ en: 'Create', id: 'Buat' })
              : t({ en: 'Save', id: 'Simpan' })}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-4">
        <Field
          label={t({ en: 'Name', id: 'Nama' })}
          value={name}
          maxLength={100}
          autoComplete="off"
          placeholder={t({ en: 'Lebaran catalogue', id: 'Katalog Lebaran' })}
          onChange={(event) => setName(event.target.value)}
          error={issueOf('name')}
        />
        <TextArea
          label={t({ en: 'What it is for', id: 'Untuk apa' })}
          optional
          value={description}
          maxLength={1000}
          rows={3}
          onChange={(event) => setDescription(event.target.value)}
          error={issueOf('description')}
        />
        {fault !== null && (
          <Verdict kind="wrong" title={fault.title}>
            {fault.fix}
          </Verdict>
        )}
      </form>
    </Dialog>
  );
}
