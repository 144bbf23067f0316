import { engineName } from '@lumiku/app-kit/web';
import { Badge, Card, Fold, KeyValues, Link, TimeText, useWords } from '@lumiku/ui-kit';
import { Sparkles } from 'lucide-react';
import type { Avatar } from '../../contract.ts';
import { chosenWords } from '../creator/choice-words.ts';
import { useAlbum } from '../creator/use-albums.ts';

/** The words and choices of one avatar, its cost and its times. */
export function AvatarFacts({ avatar }: { avatar: Avatar }) {
  const { t, credits } = useWords();
  const album = useAlbum(avatar.projectId).data;
  const isUploaded = avatar.sourceType === 'uploaded';
  return (
    <Card className="grid gap-4 p-4">
      {avatar.generationPrompt !== null && (
        <div>
          <h2 className="mb-1.5 text-13 font-medium">
            {t({ en: 'Your words', id: 'Kata-katamu' })}
          </h2>
          <p className="text-17 font-normal break-words">{avatar.generationPrompt}</p>
        </div>
      )}
      <div className="flex flex-wrap gap-1.5">
        {isUploaded && <Badge>{t({ en: 'Your own picture', id: 'Gambarmu sendiri' })}</Badge>}
        {chosenWords(isUploaded ? { ...avatar, bodyType: undefined } : avatar).map((words) => (
          <Badge key={words.en}>{t(words)}</Badge>
        ))}
      </div>
      {avatar.enhancedPrompt !== null && (
        <Fold title={t({ en: 'What the engine was told', id: 'Prompt lengkap' })} icon={Sparkles}>
          <p className="text-13 break-words text-ink-2">{avatar.enhancedPrompt}</p>
        </Fold>
      )}
      <KeyValues
        hasLines
        rows={[
          {
            key: 'album',
            name: t({ en: 'Album', id: 'Album' }),
            value: <Link href={`/create/${avatar.projectId}`}>{album?.name ?? '…'}</Link>,
          },
          {
            key: 'cost',
            name: t({ en: 'Cost', id: 'Biaya' }),
            value:
              avatar.creditUsed === 0
                ? t({ en: 'Nothing', id: 'Tidak ada' })
                : credits(avatar.creditUsed),
          },
          {
            key: 'kept',
            name: t({ en: 'Saved', id: 'Disimpan' }),
            value: <TimeText time={avatar.createdAt} />,
          },
          ...(avatar.engine === null
            ? []
            : [
                {
                  key: 'engine',
                  name: t({ en: 'Made with', id: 'Dibuat dengan' }),
                  value: t(engineName(avatar.engine)),
                },
              ]),
          ...(avatar.seed === null
            ? []
            : [{ key: 'seed', name: 'Seed', value: <span className="num">{avatar.seed}</span> }]),
        ]}
      />
    </Card>
  );
}
