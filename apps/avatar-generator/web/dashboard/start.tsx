import { useMe } from '@lumiku/app-kit/web';
import { poseApi, poseKeys } from '@lumiku/pose-finder';
import { Button, DropZone, Prints, useWords, Verdict } from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Camera, ImageUp, PersonStanding, Sparkles, UserRound } from 'lucide-react';
import { poseThumbnail } from '../generations/pose-label.ts';
import { useGenerationList } from '../generations/use-generations.ts';
import { choosePhoto, useChosenPhoto } from '../studio/chosen-photo.ts';
import { useStudioChoices } from '../studio/studio-choices.ts';

/** The big way in on the dashboard: the photo dropped here is waiting in the generator. */
export function Start() {
  const { t } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const { refusal, isReading } = useChosenPhoto();
  const goTo = useStudioChoices((state) => state.goTo);
  const begin = async (file: File) => {
    await choosePhoto(file, me?.id ?? '');
    if (useChosenPhoto.getState().refusal !== null) return;
    goTo('photo');
    await navigate({ to: '/generate' });
  };
  return (
    <DropZone
      title={t({ en: 'Drop a photo to begin', id: 'Taruh foto untuk mulai' })}
      isBusy={isReading}
      onFile={(file) => void begin(file)}
      className="flex h-full min-h-68 items-center justify-between gap-6 overflow-hidden py-6 pr-8 pl-10 group-data-roomy/start:min-h-100 group-data-roomy/start:px-18 phone:min-h-0 phone:flex-col phone:items-stretch phone:gap-5 phone:p-5 phone:pt-6 phone:group-data-roomy/start:min-h-0 phone:group-data-roomy/start:px-5"
    >
      {({ openPicker, openCamera, hasCamera }) => (
        <>
          <div className="min-w-0">
            <h2 className="text-30 font-semibold phone:text-26">
              {t({ en: 'Drop a photo to begin', id: 'Taruh foto untuk mulai' })}
            </h2>
            <p className="mt-2.5 mb-5.5 max-w-[40ch] text-ink-2 phone:mt-1.5 phone:mb-4">
              {t({
                en: 'One person, face in view. Then pick a pose and get your picture in it.',
                id: 'Satu orang, wajah terlihat. Lalu pilih pose dan dapatkan gambarmu.',
              })}
            </p>
            <div className="flex gap-2 phone:grid phone:grid-cols-2">
              <Button
                kind="primary"
                size="l"
                icon={ImageUp}
                isBusy={isReading}
                onClick={openPicker}
                className="phone:px-3"
              >
                {t({ en: 'Choose a photo', id: 'Pilih foto' })}
              </Button>
              {hasCamera && (
                <Button size="l" icon={Camera} disabled={isReading} onClick={openCamera}>
                  {t({ en: 'Camera', id: 'Kamera' })}
                </Button>
              )}
            </div>
            {refusal === null ? (
              <p className="mt-3.5 text-13 text-ink-3 touch:hidden">
                {t({ en: 'or paste it with', id: 'atau tempel dengan' })} <kbd>Ctrl V</kbd>
              </p>
            ) : (
              <Verdict kind="wrong" title={t(refusal.title)} className="mt-3.5">
                {t(refusal.text)}
              </Verdict>
            )}
          </div>
          <ExamplePrints />
        </>
      )}
    </DropZone>
  );
}

/** The latest picture as photo + pose = result; before there is one, what will stand there. */
function ExamplePrints() {
  const { t } = useWords();
  const list = useGenerationList(['completed'], 1);
  const latest = list.data?.pages[0]?.data[0];
  const isFirst = list.isSuccess && latest === undefined;
  const some = useQuery({
    queryKey: poseKeys.page('limit=1', 0),
    queryFn: ({ signal }) => poseApi.list(new URLSearchParams('limit=1'), signal),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isFirst,
  });
  const poseUrl =
    latest === undefined ? some.data?.data[0]?.thumbnailUrl : poseThumbnail(latest.poseTemplateId);
  return (
    <Prints
      // Larger only where the whole width is theirs: until that is known they would push the words together.
      size={isFirst ? 'l' : 'm'}
      className="shrink-0 justify-center phone:order-first max-[920px]:wide:hidden"
      prints={[
        {
          caption: t({ en: 'Photo', id: 'Foto' }),
          src: latest?.inputImageUrl ?? undefined,
          placeholder: UserRound,
        },
        {
          caption: t({ en: 'Pose', id: 'Pose' }),
          src: poseUrl,
          placeholder: PersonStanding,
          isClay: true,
        },
        {
          caption: t({ en: 'Result', id: 'Hasil' }),
          src: latest?.thumbnailUrl ?? latest?.outputImageUrl ?? undefined,
          placeholder: Sparkles,
        },
      ]}
    />
  );
}
