import { engineName } from '@lumiku/app-kit/web';
import {
  Badge,
  Button,
  Field,
  Fold,
  KeyValues,
  TimeText,
  useClock,
  useWords,
  Verdict,
} from '@lumiku/ui-kit';
import { Info, Pencil, Sparkles } from 'lucide-react';
import type { PreviewState } from '../../contract.ts';
import { chosenWords } from '../creator/choice-words.ts';
import { type Draft, draftOf } from './draft.ts';
import { isExpired } from './preview-state.ts';
import { useMissingCredits } from './problem-line.tsx';
import { usePreviewStore, useShownPreview } from './use-preview-store.ts';

/** Beside the picture: its words, what could not be drawn of them, its name, and what the engine was told. */
export function LookSide() {
  const { draft, making } = usePreviewStore();
  const shown = useShownPreview();
  const isMaking = making !== null;
  if (!isMaking && shown === undefined) return null;
  return (
    <div className="flex min-w-0 flex-col gap-5 phone:mt-4 phone:gap-4">
      <YourWords draft={isMaking || shown === undefined ? draft : draftOf(shown)} />
      {!isMaking && shown !== undefined && (
        <>
          <Told preview={shown} />
          <NameField preview={shown} />
          <Facts preview={shown} />
        </>
      )}
      <PreviewNote />
    </div>
  );
}

function NameField({ preview }: { preview: PreviewState }) {
  const { t, credits, number } = useWords();
  const { name, setName } = usePreviewStore();
  const missing = useMissingCredits();
  const nowMs = useClock();
  if (preview.avatarId !== null || isExpired(preview, nowMs)) return null;
  return (
    <Field
      label={t({ en: 'Name', id: 'Nama' })}
      fieldClassName="phone:-order-1"
      value={name}
      maxLength={100}
      autoComplete="off"
      onChange={(event) => setName(event.target.value)}
      error={
        name.trim() === ''
          ? t({ en: 'Give it a name to save it.', id: 'Beri nama untuk menyimpannya.' })
          : undefined
      }
      hint={
        missing > 0
          ? t({
              en: `You are ${credits(missing)} short of saving it. The preview stays for an hour.`,
              id: `Kurang ${number(missing)} kredit untuk menyimpannya. Pratinjau ini tetap ada satu jam.`,
            })
          : undefined
      }
    />
  );
}

function YourWords({ draft }: { draft: Draft }) {
  const { t } = useWords();
  const { edit, goTo, making } = usePreviewStore();
  const change = () => {
    edit(draft);
    goTo('words');
  };
  return (
    <div>
      <div className="mb-1.5 flex min-h-8 items-center justify-between">
        <h3 className="text-13 font-medium">{t({ en: 'Your words', id: 'Kata-katamu' })}</h3>
        {making === null && (
          <Button kind="quiet" size="s" icon={Pencil} className="-mr-2" onClick={change}>
            {t({ en: 'Change', id: 'Ubah' })}
          </Button>
        )}
      </div>
      <p className="text-17 font-normal break-words">{draft.prompt.trim()}</p>
      <div className="mt-3 flex flex-wrap gap-1.5">
        {chosenWords(draft).map((words) => (
          <Badge key={words.en}>{t(words)}</Badge>
        ))}
      </div>
    </div>
  );
}

/** What the engine could not draw is said before anything is paid. */
function Told({ preview }: { preview: PreviewState }) {
  const { t } = useWords();
  return (
    <>
      {preview.note !== null && (
        <Verdict
          kind="doubtful"
          icon={Info}
          title={
            preview.unreadWords.length > 0
              ? t({ en: 'Not all of it is in the picture', id: 'Tidak semuanya ada di gambar' })
              : t({ en: 'About this picture', id: 'Tentang gambar ini' })
          }
        >
          {t(preview.note)}
        </Verdict>
      )}
      <Fold title={t({ en: 'What the engine was told', id: 'Prompt lengkap' })} icon={Sparkles}>
        <p className="text-13 break-words text-ink-2">{preview.enhancedPrompt}</p>
      </Fold>
    </>
  );
}

function Facts({ preview }: { preview: PreviewState }) {
  const { t } = useWords();
  return (
    <KeyValues
      hasLines
      rows={[
        ...(preview.engine === null
          ? []
          : [
              {
                key: 'engine',
                name: t({ en: 'Made with', id: 'Dibuat dengan' }),
                value: t(engineName(preview.engine)),
              },
            ]),
        { key: 'seed', name: 'Seed', value: <span className="num">{preview.seed}</span> },
        ...(preview.avatarId === null
          ? [
              {
                key: 'expires',
                name: t({ en: 'Kept until', id: 'Disimpan sampai' }),
                value: <TimeText time={preview.expiresAt} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function PreviewNote() {
  const { t } = useWords();
  return (
    <p className="mt-auto flex items-start gap-1.5 text-13 text-ink-3">
      <Info aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} />
      {t({
        en: 'Previews are free and stay here for an hour, also if you close this. Credits are taken when you save.',
        id: 'Pratinjau gratis dan tetap di sini selama satu jam, meski ini ditutup. Kredit diambil saat kamu menyimpan.',
      })}
    </p>
  );
}
