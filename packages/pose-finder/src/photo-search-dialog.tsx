import type { DetectionProblem, PoseJoints, PoseTemplate, Words } from '@lumiku/contract';
import {
  Button,
  Dialog,
  DropZone,
  SegmentedControl,
  useFileIntake,
  useWords,
  Verdict,
} from '@lumiku/ui-kit';
import { ImageUp } from 'lucide-react';
import { useState } from 'react';
import type { PoseSide } from './pose-side.ts';
import { SeenPerson } from './seen-person.tsx';
import { useSeenPhoto } from './use-seen-photo.ts';

const PROBLEMS: Record<DetectionProblem['code'], Words> = {
  nobody: { en: '', id: 'Tidak ada orang yang terlihat di foto ini.' },
  several_people: { en: '', id: 'Ada beberapa orang di foto ini.' },
  upside_down: { en: '', id: 'Foto ini tampak terbalik.' },
  half_body: { en: '', id: 'Hanya sebagian badan yang terlihat; sisanya ditebak.' },
  unsure: { en: '', id: 'Posenya kurang jelas; periksa titik-titiknya.' },
};

/** Drop a photo: the pose in it is seen on the server, shown over the photo, and searched with. */
export function PhotoSearchDialog({
  onClose,
  onChoose,
  onKept,
  onOpen,
}: {
  onClose: () => void;
  onChoose: (pose: PoseTemplate, side: PoseSide) => void;
  onKept: (pose: PoseTemplate) => void;
  onOpen?: ((joints: PoseJoints) => void) | undefined;
}) {
  const { t, language, number } = useWords();
  const { photo, look } = useSeenPhoto();
  const [chosen, setChosen] = useState(0);
  const take = (file: File) => {
    setChosen(0);
    look(file);
  };
  const people = photo.state === 'seen' ? photo.detection.people : [];
  const problems = photo.state === 'seen' ? photo.detection.problems : [];
  const person = people[Math.min(chosen, people.length - 1)];
  return (
    <Dialog
      isOpen
      width={960}
      onClose={onClose}
      title={t({ en: 'Search by photo', id: 'Cari dengan foto' })}
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
      {problems.map(({ code, message, fix }) => (
        <Verdict
          key={code}
          kind={code === 'nobody' ? 'wrong' : 'doubtful'}
          title={language === 'en' ? message : t(PROBLEMS[code])}
          className="mb-4"
        >
          {language === 'en' && fix}
        </Verdict>
      ))}
      {people.length > 1 && (
        <SegmentedControl
          className="mb-4"
          label={t({ en: 'Whose pose', id: 'Pose siapa' })}
          segments={people.slice(0, 6).map((_, index) => ({
            value: String(index),
            label: t({ en: `Person ${number(index + 1)}`, id: `Orang ${number(index + 1)}` }),
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
