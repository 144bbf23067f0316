import { useMe } from '@lumiku/app-kit/web';
import { PhotoPromise } from '@lumiku/photo-consent';
import {
  Button,
  Card,
  classNames,
  DropZone,
  PHOTO_TYPES,
  StepHeading,
  type StepState,
  useFileIntake,
  useWords,
  Verdict,
} from '@lumiku/ui-kit';
import { Glasses, RefreshCw, ScanFace, SlidersHorizontal, Sun, UserRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { choosePhoto, clearPhoto, useChosenPhoto, useOwnPhoto } from '../studio/chosen-photo.ts';
import { useStudioChoices } from '../studio/studio-choices.ts';
import type { LookEditing } from './look-dialog.tsx';
import { lookSummary } from './look-words.ts';
import { PhotoFrame } from './photo-frame.tsx';
import { PhotoVerdictLine } from './photo-verdict-line.tsx';
import { RecentPhotos } from './recent-photos.tsx';
import { SourceButtons } from './source-buttons.tsx';
import { usePhotoCheck } from './use-photo-check.ts';

/** The first step: a photo, what was seen in it, and what of that the person wants otherwise. */
export function PhotoStep({ state, onTaken }: { state: StepState; onTaken: () => void }) {
  const { t } = useWords();
  const me = useMe();
  const photo = useOwnPhoto();
  const { refusal, isReading } = useChosenPhoto();
  const check = usePhotoCheck();
  const { lookEdits, editLook } = useStudioChoices();
  const take = async (file: File) => {
    await choosePhoto(file, me?.id ?? '');
    if (useChosenPhoto.getState().refusal === null) onTaken();
  };
  const intake = useFileIntake({
    accept: PHOTO_TYPES,
    takesPaste: photo !== null,
    isDisabled: isReading,
    onFile: (file) => void take(file),
  });
  const suggested = check.report?.suggestion ?? {};

  return (
    <>
      <StepHeading
        number={1}
        state={state}
        title={t({ en: 'Photo', id: 'Foto' })}
        id="step-photo"
        action={
          photo !== null && (
            <Button kind="quiet" size="s" icon={RefreshCw} onClick={intake.openPicker}>
              {t({ en: 'Replace', id: 'Ganti' })}
            </Button>
          )
        }
      />
      <Card
        {...(photo === null ? {} : intake.dropProps)}
        className={classNames(
          'scroll-thin min-h-0 overflow-y-auto p-4 phone:shrink-0 phone:overflow-visible phone:bg-transparent phone:p-0 phone:shadow-none tablet:p-2.5',
          intake.isOver && 'shadow-[0_0_0_2px_var(--accent)]',
        )}
      >
        {photo === null ? (
          <>
            <DropZone
              title={t({ en: 'Drop a photo here', id: 'Taruh foto di sini' })}
              hint={t({
                en: 'JPEG, PNG, WebP or AVIF, up to 10 MB',
                id: 'JPEG, PNG, WebP, atau AVIF, maksimal 10 MB',
              })}
              isBusy={isReading}
              more={<SourceButtons onTaken={onTaken} />}
              onFile={(file) => void take(file)}
              className="desktop:min-h-90 tablet:min-h-0 tablet:p-4 phone:min-h-110 phone:p-5"
            />
            {refusal !== null && (
              <Verdict kind="wrong" title={t(refusal.title)} className="mt-3">
                {t(refusal.text)}
              </Verdict>
            )}
            <Advice />
          </>
        ) : (
          <div className="tablet:flex tablet:items-center tablet:gap-3">
            <PhotoFrame photo={photo} isOver={intake.isOver} onEdited={(file) => void take(file)} />
            <div className="mt-3 tablet:mt-0 tablet:flex-1">
              <PhotoVerdictLine check={check} madeSmallerFrom={photo.madeSmallerFrom} />
            </div>
          </div>
        )}
        {photo !== null && check.tone !== 'wrong' && (
          <LookLine
            suggested={suggested}
            skinCertainty={check.report === null ? null : (check.report.certainty.skinColour ?? 0)}
            edits={lookEdits}
            onChange={editLook}
          />
        )}
        <RecentPhotos currentId={photo?.id ?? null} onTaken={onTaken} />
        {photo !== null && (
          <div className="mt-4 grid gap-2 tablet:hidden">
            <SourceButtons onTaken={onTaken} />
          </div>
        )}
        <PhotoPromise onWithdrawn={clearPhoto} />
      </Card>
    </>
  );
}

const LookDialog = lazy(async () => ({
  default: (await import('./look-dialog.tsx')).LookDialog,
}));

/** Below this the person is asked to look at what was seen. */
const SURE = 0.35;

/** What was seen in a few words; pressed, everything of it can be changed beside a live figure. */
function LookLine({ skinCertainty, ...editing }: LookEditing & { skinCertainty: number | null }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const look = { ...editing.suggested, ...editing.edits };
  return (
    <div className="mt-3 tablet:hidden">
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="flex min-h-11 w-full cursor-pointer items-center gap-2 rounded-m px-3.5 text-left text-14 font-medium outline-line hover:bg-hover"
      >
        <Glasses aria-hidden className="size-4.5 shrink-0 text-ink-2" strokeWidth={1.75} />
        <span className="shrink-0">{t({ en: 'What we saw', id: 'Yang kami lihat' })}</span>
        <span className="min-w-0 truncate text-13 font-normal text-ink-3">
          {lookSummary(look, t)}
        </span>
        <SlidersHorizontal
          aria-hidden
          className="ml-auto size-4.5 shrink-0 text-ink-3"
          strokeWidth={1.75}
        />
      </button>
      {skinCertainty !== null && skinCertainty < SURE && editing.edits.skinColour === undefined && (
        <p className="mt-1.5 px-3.5 text-13 text-ink-2">
          {skinCertainty === 0
            ? t({
                en: 'The light does not show the skin colour. Please choose it here.',
                id: 'Cahayanya tidak menunjukkan warna kulit. Silakan pilih di sini.',
              })
            : t({
                en: 'There is little light. Please check the skin colour here.',
                id: 'Cahayanya kurang. Silakan periksa warna kulit di sini.',
              })}
        </p>
      )}
      {isOpen && (
        <Suspense>
          <LookDialog {...editing} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}

function Advice() {
  const { t } = useWords();
  const lines = [
    {
      icon: ScanFace,
      words: { en: 'Face in view, no sunglasses', id: 'Wajah terlihat, tanpa kacamata hitam' },
    },
    { icon: UserRound, words: { en: 'One person', id: 'Satu orang' } },
    { icon: Sun, words: { en: 'Soft, even light', id: 'Cahaya lembut dan merata' } },
  ];
  return (
    <ul className="my-4 grid gap-1.5 text-13 text-ink-2 tablet:hidden">
      {lines.map(({ icon: Icon, words }) => (
        <li key={words.en} className="flex items-center gap-2">
          <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
          {t(words)}
        </li>
      ))}
    </ul>
  );
}
