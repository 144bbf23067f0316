import { asApiFault } from '@lumiku/app-kit/web';
import type { PoseCollection } from '@lumiku/contract';
import { poseApi, poseKeys } from '@lumiku/pose-finder';
import { Button, Dialog, Field, useWords } from '@lumiku/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

const NAME_MAX = 100;

/** The name of a collection, new or to be changed. A new one may take a pose along. */
export function CollectionDialog({
  collection,
  poseId,
  onClose,
}: {
  collection?: PoseCollection;
  poseId?: string;
  onClose: () => void;
}) {
  const { t } = useWords();
  const client = useQueryClient();
  const [name, setName] = useState(collection?.name ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    if (isBusy) return;
    setBusy(true);
    try {
      if (collection) await poseApi.renameCollection(collection.id, name.trim());
      else {
        const made = await poseApi.createCollection(name.trim());
        if (poseId !== undefined) await poseApi.setInCollection(made.id, poseId, true);
      }
      await client.invalidateQueries({ queryKey: poseKeys.collections });
      onClose();
    } catch (cause) {
      const fault = asApiFault(cause);
      setProblem(fault.issueOf('name') ?? [fault.message, fault.fix].filter(Boolean).join(' '));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      isOpen
      isSmall
      onClose={onClose}
      title={
        collection
          ? t({ en: 'Rename the collection', id: 'Ganti nama koleksi' })
          : t({ en: 'New collection', id: 'Koleksi baru' })
      }
      footer={
        <>
          <Button onClick={onClose}>{t({ en: 'Cancel', id: 'Batal' })}</Button>
          <Button kind="primary" isBusy={isBusy} onClick={() => void save()}>
            {t({ en: 'Save', id: 'Simpan' })}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          label={t({ en: 'Name', id: 'Nama' })}
          placeholder={t({ en: 'Autumn catalogue', id: 'Katalog lebaran' })}
          value={name}
          maxLength={NAME_MAX}
          error={problem ?? undefined}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
