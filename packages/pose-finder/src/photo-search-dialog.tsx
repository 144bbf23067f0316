import type {
  DetectedFigure,
  DetectionProblem,
  PoseDetection,
  PoseJoints,
  PoseTemplate,
  Words,
} from '@lumiku/contract';
import {
  Button,
  Dialog,
  DropZone,
  SegmentedControl,
  useFileIntake,
  useWords,
  Verdict,
} from '@lumiku/ui-kit';
import { ImageUp, RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { PoseSide } from './pose-side.ts';
import { SeenPerson } from './seen-person.tsx';
import { useSeenPhoto } from './use-seen-photo.ts';

const PROBLEMS: Record<DetectionProblem['code'], { title: Words; fix: Words }> = {
  nobody: {
    title: { en: 'Nobody was found in this photo', id: 'Tidak ada orang di foto ini' },
    fix: {
      en: 'Choose a photo that shows one person from head to toe, with the arms in view.',
      id: 'Pilih foto satu orang dari kepala sampai kaki, dengan lengan terlihat.',
    },
  },
  several_people: {
    title: { en: 'Several people are in this photo', id: 'Ada beberapa orang di foto ini' },
    fix: {
      en: 'Pick the one whose pose you want, here or in the photo.',
      id: 'Pilih orang yang posenya kamu mau, di sini atau di foto.',
    },
  },
  upside_down: {
    title: { en: 'The person is upside down', id: 'Orangnya terbalik' },
    fix: {
      en: 'Turn the photo around, unless it shows a handstand.',
      id: 'Putar fotonya, kecuali memang sedang berdiri dengan tangan.',
    },
  },
  half_body: {
    title: { en: 'The legs are not in this photo', id: 'Kakinya tidak ada di foto ini' },
    fix: {
      en: 'They were guessed. Set them in the editor, or choose a photo from head to toe.',
      id: 'Kaki ditebak. Atur di penyunting, atau pilih foto dari kepala sampai kaki.',
    },
  },
  unsure: {
    title: { en: 'The pose is hard to make out', id: 'Posenya kurang jelas' },
    fix: {
      en: 'Compare the skeleton with the photo and drag right what is wrong.',
      id: 'Bandingkan kerangka dengan foto dan seret yang salah ke tempatnya.',
    },
  },
};

const NAMED_MOST = 3;

/** Of the photo, and of the person who was picked. */
function shownProblems(
  { problems }: PoseDetection,
  person: DetectedFigure | undefined,
): readonly DetectionProblem[] {
  const ofPhoto = problems.filter(({ code }) => code === 'nobody' || code === 'several_people');
  return [...ofPhoto, ...(person?.problems ?? [])];
}

/** Drop a photo: the pose in it is seen on the server, shown over the photo, and searched with. */
export function PhotoSearchDialog({
  onClose,
  onChoose,
  onKept,
  onOpen,
  title,
}: {
  onClose: () => void;
  onChoose: (pose: PoseTemplate, side: PoseSide) => void;
  onKept: (pose: PoseTemplate) => void;
  onOpen?: ((joints: PoseJoints) => void) | undefined;
  /** Where it is not about searching. */
  title?: string | undefined;
}) {
  const { t, number } = useWords();
  const { photo, look } = useSeenPhoto();
  const [chosen, setChosen] = useState(0);
  const take = (file: File) => {
    setChosen(0);
    look(file);
  };
  const people = photo.state === 'seen' ? photo.detection.people : [];
  const person = people[Math.min(chosen, people.length - 1)];
  const problems = photo.state === 'seen' ? shownProblems(photo.detection, person) : [];
  return (
    <Dialog
      isOpen
      width={960}
      onClose={onClose}
      title={title ?? t({ en: 'Search by photo', id: 'Cari dengan foto' })}
      {...(photo.state === 'none'
        ? {
            description: t({
              en: 'The photo is looked at on this server and not kept.',
              id: 'Foto dilihat di server ini dan tidak disimpan.',
            }),
          }
        : {})}
      footer={
        photo.state === 'seen' && (
          <AnotherPhoto label={t({ en: 'Another photo', id: 'Foto lain' })} onFile={take} />
        )
      }
    >
      {photo.state === 'wrong' && (
        <Verdict kind="wrong" title={photo.title} className="mb-4">
          {photo.fix}
        </Verdict>
      )}
      {(photo.state === 'none' || photo.state === 'wrong') && (
        <DropZone
          title={t({ en: 'Drop a photo of somebody', id: 'Taruh foto seseorang' })}
          onFile={take}
        />
      )}
      {photo.state === 'looking' && (
        <div className="grid gap-3">
          <Verdict
            kind="looking"
            title={t({ en: 'Looking for the pose', id: 'Mencari posenya' })}
          />
          <img src={photo.url} alt="" className="mx-auto max-h-[60dvh] rounded-m opacity-70" />
        </div>
      )}
      {problems.map(({ code }) => (
        <Verdict
          key={code}
          kind={code === 'nobody' ? 'wrong' : 'doubtful'}
          title={t(PROBLEMS[code].title)}
          className="mb-4"
        >
          {t(PROBLEMS[code].fix)}
          {code === 'upside_down' && photo.state === 'seen' && (
            <Button size="s" icon={RotateCw} className="mt-2 flex!" onClick={photo.turnAround}>
              {t({ en: 'Turn around', id: 'Putar balik' })}
            </Button>
          )}
        </Verdict>
      ))}
      {photo.state === 'seen' && people.length === 0 && (
        <img src={photo.url} alt="" className="mx-auto max-h-[48dvh] rounded-m" />
      )}
      {people.length > 1 && (
        <SegmentedControl
          className="mb-4 max-w-full flex-wrap"
          label={t({ en: 'Whose pose', id: 'Pose siapa' })}
          segments={people.map((_, index) => ({
            value: String(index),
            // The numbers stand in the photo; more than three words would not fit on a phone.
            label:
              people.length > NAMED_MOST
                ? number(index + 1)
                : t({ en: `Person ${number(index + 1)}`, id: `Orang ${number(index + 1)}` }),
          }))}
          value={String(chosen)}
          onChange={(next) => setChosen(Number(next))}
        />
      )}
      {photo.state === 'seen' && person && (
        <SeenPerson
          key={`${photo.url} ${chosen}`}
          url={photo.url}
          detection={photo.detection}
          person={person}
          others={people.flatMap(({ box }, index) =>
            index === people.indexOf(person)
              ? []
              : [{ label: number(index + 1), box, onPick: () => setChosen(index) }],
          )}
          onChoose={onChoose}
          onKept={onKept}
          onOpen={onOpen}
        />
      )}
    </Dialog>
  );
}

function AnotherPhoto({ label, onFile }: { label: string; onFile: (file: File) => void }) {
  const { openPicker } = useFileIntake({ accept: 'image/*', takesPaste: true, onFile });
  return (
    <Button icon={ImageUp} onClick={openPicker}>
      {label}
    </Button>
  );
}
