import type { PoseCollection } from '@lumiku/contract';
import { NameDialog, poseApi, poseKeys } from '@lumiku/pose-finder';
import { useWords } from '@lumiku/ui-kit';
import { useQueryClient } from '@tanstack/react-query';

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
  const keep = async (name: string) => {
    if (collection) await poseApi.renameCollection(collection.id, name);
    else {
      const made = await poseApi.createCollection(name);
      if (poseId !== undefined) await poseApi.setInCollection(made.id, poseId, true);
    }
    await client.invalidateQueries({ queryKey: poseKeys.collections });
    onClose();
  };
  return (
    <NameDialog
      title={
        collection
          ? t({ en: 'Rename the collection', id: 'Ganti nama koleksi' })
          : t({ en: 'New collection', id: 'Koleksi baru' })
      }
      placeholder={t({ en: 'Autumn catalogue', id: 'Katalog lebaran' })}
      suggestion={collection?.name ?? ''}
      keep={keep}
      onClose={onClose}
    />
  );
}
