import type { PictureSourceCard } from '@lumiku/contract';
import { Button, useWords } from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { Images } from 'lucide-react';
import { useState } from 'react';
import { pictureSourcesQuery } from './picture-sources.ts';
import { SourceDialog } from './source-dialog.tsx';

/** A way in for every collection that can be chosen from instead of a file; nothing while there is none. */
export function SourceButtons({ onTaken }: { onTaken: () => void }) {
  const { t } = useWords();
  const sources = useQuery(pictureSourcesQuery).data ?? [];
  const [opened, setOpened] = useState<PictureSourceCard | null>(null);
  return (
    <>
      {sources.map((source) => (
        <Button key={source.id} icon={Images} isWide onClick={() => setOpened(source)}>
          {t(source.label)}
        </Button>
      ))}
      {opened !== null && (
        <SourceDialog source={opened} onClose={() => setOpened(null)} onTaken={onTaken} />
      )}
    </>
  );
}
