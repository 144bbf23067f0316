import { asApiFault } from '@lumiku/app-kit/web';
import { poseApi, poseKeys, useCollections } from '@lumiku/pose-finder';
import { Chip, ChipGroup, useToasts, useWords } from '@lumiku/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Bookmark, Plus } from 'lucide-react';
import { useState } from 'react';
import { CollectionDialog } from './collection-dialog.tsx';

/** The collections a pose is in; a press puts it in or takes it out. */
export function PoseCollections({ poseId }: { poseId: string }) {
  const { t } = useWords();
  const toasts = useToasts();
  const client = useQueryClient();
  const collections = useCollections();
  const [isNaming, setNaming] = useState(false);
  const put = async (id: string, isIn: boolean) => {
    try {
      await poseApi.setInCollection(id, poseId, isIn);
      await Promise.all([
        client.invalidateQueries({ queryKey: poseKeys.collections }),
        client.invalidateQueries({ queryKey: poseKeys.pages }),
      ]);
    } catch (cause) {
      const { message, fix } = asApiFault(cause);
      toasts.say({ words: message, detail: fix, tone: 'bad' });
    }
  };
  const label = t({ en: 'Collections', id: 'Koleksi' });
  return (
    <div>
      <p className="mb-2 text-14 font-medium">{label}</p>
      <ChipGroup label={label}>
        {collections.map(({ id, name, poseIds }) => {
          const isIn = poseIds.includes(poseId);
          return (
            <Chip key={id} icon={Bookmark} isOn={isIn} onClick={() => void put(id, !isIn)}>
              {name}
            </Chip>
          );
        })}
        <Chip icon={Plus} onClick={() => setNaming(true)}>
          {t({ en: 'New', id: 'Baru' })}
        </Chip>
      </ChipGroup>
      {isNaming && <CollectionDialog poseId={poseId} onClose={() => setNaming(false)} />}
    </div>
  );
}
