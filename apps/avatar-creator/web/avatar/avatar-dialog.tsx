import { Button, ChipChoice, Dialog, Field, useWords, Verdict } from '@lumiku/ui-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { Avatar } from '../../contract.ts';
import { creatorApi } from '../creator/creator-api.ts';
import { faultWords } from '../creator/fault-words.ts';
import { creatorKeys } from '../creator/query-keys.ts';
import { useAlbums } from '../creator/use-albums.ts';

/** Renames an avatar, or moves it to another album. */
export function AvatarDialog({ avatar, onClose }: { avatar: Avatar; onClose: () => void }) {
  const { t } = useWords();
  const formId = useId();
  const client = useQueryClient();
  const [name, setName] = useState(avatar.name);
  const [projectId, setProjectId] = useState(avatar.projectId);
  const albums = useAlbums().data?.pages.flatMap((page) => page.projects) ?? [];
  const save = useMutation({
    mutationFn: () =>
      creatorApi.updateAvatar(avatar.id, {
        name: name.trim(),
        ...(projectId === avatar.projectId ? {} : { projectId }),
      }),
    onSuccess(saved) {
      client.setQueryData(creatorKeys.avatar(saved.id), saved);
      void client.invalidateQueries({ queryKey: creatorKeys.all });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !save.isPending) save.mutate();
  };
  const fault = save.error === null ? null : faultWords(save.error, t);
  const albumLabel = t({ en: 'Album', id: 'Album' });
  return (
    <Dialog
      isOpen
      isSmall
      onClose={onClose}
      title={t({ en: 'Edit avatar', id: 'Ubah avatar' })}
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
            {t({ en: 'Save', id: 'Simpan' })}
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
          onChange={(event) => setName(event.target.value)}
        />
        {albums.length > 1 && (
          <div>
            <p aria-hidden className="mb-2 text-13 font-medium">
              {albumLabel}
            </p>
            <ChipChoice
              label={albumLabel}
              className="max-h-44 overflow-y-auto p-0.5"
              options={albums.map((album) => ({ value: album.id, label: album.name }))}
              value={projectId}
              onChange={setProjectId}
            />
          </div>
        )}
        {fault !== null && (
          <Verdict kind="wrong" title={fault.title}>
            {fault.fix}
          </Verdict>
        )}
      </form>
    </Dialog>
  );
}
