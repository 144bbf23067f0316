import type { PoseTemplate } from '@lumiku/contract';
import { fromSide } from '@lumiku/pose-finder';
import { Glass, Prints, useWords } from '@lumiku/ui-kit';
import { PersonStanding, UserRound } from 'lucide-react';
import type { Generation } from '../../contract.ts';
import { useLiveMaking } from '../generations/live-making.ts';
import { wantedPicture } from '../generations/pose-label.ts';
import { useUsualSeconds } from '../generations/use-generations.ts';
import { FittedPicture } from '../picture/fitted-picture.tsx';
import { PoseOverlay } from '../picture/pose-overlay.tsx';
import type { ChosenPhoto } from '../studio/chosen-photo.ts';
import { useStudioChoices } from '../studio/studio-choices.ts';

/** Photo + pose, before there is a picture. */
export function WishStage({
  photo,
  pose,
}: {
  photo: ChosenPhoto | null;
  pose: PoseTemplate | undefined;
}) {
  const { t, language, duration } = useWords();
  const usual = useUsualSeconds();
  const { poseTurn } = useStudioChoices();
  return (
    <div className="absolute inset-0 grid place-content-center justify-items-center gap-5 overflow-hidden p-6 text-center phone:gap-4">
      <Prints
        prints={[
          { caption: t({ en: 'Photo', id: 'Foto' }), src: photo?.url, placeholder: UserRound },
          {
            caption: t({ en: 'Pose', id: 'Pose' }),
            src: pose && fromSide(pose.thumbnailUrl, poseTurn),
            placeholder: PersonStanding,
            isClay: true,
          },
        ]}
      />
      {pose === undefined || photo === null ? (
        <p className="max-w-[28ch] text-ink-2">
          {t({
            en: 'Choose a photo and a pose. Your picture appears here.',
            id: 'Pilih foto dan pose. Gambarmu muncul di sini.',
          })}
        </p>
      ) : (
        <div>
          <p className="text-15 font-semibold">{pose.names[language]}</p>
          {usual !== null && (
            <p className="text-13 text-ink-2">
              {t({ en: 'Ready in about', id: 'Siap dalam sekitar' })}{' '}
              {duration(Math.max(1, Math.round(usual)))}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

/** The picture so far where the engine shows it, else the pose that is being drawn, with its bones; the photo beside it. */
export function WaitingStage({
  generation,
  pose,
}: {
  generation: Generation;
  pose: PoseTemplate | undefined;
}) {
  const { t, language } = useWords();
  const frameUrl = useLiveMaking((state) => state.making[generation.id]?.frameUrl ?? null);
  const clay = wantedPicture(generation) ?? '';
  const wanted = generation.poseTemplateId === '' ? 'opacity-80' : 'clay opacity-80';
  return (
    <div className="absolute inset-0 overflow-hidden @container-size">
      <FittedPicture
        src={frameUrl ?? clay}
        backdropSrc={frameUrl ?? clay}
        alt={`${t({ en: 'In the making', id: 'Sedang dibuat' })}: ${pose?.names[language] ?? ''}`}
        isBleeding
        className={frameUrl === null ? wanted : ''}
      >
        {frameUrl === null && pose !== undefined && <PoseOverlay keypoints={pose.keypoints} />}
      </FittedPicture>
      {frameUrl !== null && (
        <span className="absolute top-3 left-3">
          <Glass>{t({ en: 'The picture so far', id: 'Gambarnya sejauh ini' })}</Glass>
        </span>
      )}
      {generation.inputImageUrl !== null && (
        <img
          src={generation.inputImageUrl}
          alt=""
          className="print-paper absolute bottom-3 left-3 h-24 w-18 rounded-control object-cover p-1 shadow-2"
        />
      )}
    </div>
  );
}
