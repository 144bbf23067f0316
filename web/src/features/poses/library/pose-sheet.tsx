import { asApiFault, withQuery } from '@lumiku/app-kit/web';
import type { PoseTemplate } from '@lumiku/contract';
import {
  facetValueWords,
  fromSide,
  OwnPoseMenu,
  type PoseSide,
  poseQuery,
} from '@lumiku/pose-finder';
import {
  Badge,
  Button,
  Dialog,
  ErrorState,
  IconButton,
  SegmentedControl,
  Setting,
  Skeleton,
  Switch,
  useWords,
} from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { EllipsisVertical, Heart, PencilLine, Shuffle, WandSparkles } from 'lucide-react';
import { useState } from 'react';
import { PoseCollections } from './pose-collections.tsx';
import { PoseDownloads } from './pose-downloads.tsx';

const TURNS = ['-60', '-30', 'own', '30', '60'] as const;

/** One pose, large: from which side, what it is, and everything that can be done with it. */
export function PoseSheet({
  id,
  firstSide,
  isFavourite,
  onToggleFavourite,
  onMoreLike,
  onClose,
}: {
  id: string;
  /** The side it was found from. */
  firstSide: PoseSide;
  isFavourite: boolean;
  onToggleFavourite: (id: string) => void;
  onMoreLike: (id: string) => void;
  onClose: () => void;
}) {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const [side, setSide] = useState(firstSide);
  const [showsSkeleton, setShowsSkeleton] = useState(false);
  const query = useQuery(poseQuery(id));
  const pose = query.data;
  const fault = query.error && asApiFault(query.error);
  const go = (path: string, query: { pose?: string }) => {
    void navigate({
      href: withQuery(path, { ...query, mirror: side.mirror || undefined, yaw: side.yaw }),
    });
  };
  const edit = (poseId: string) => go(`/poses/${encodeURIComponent(poseId)}/edit`, {});
  return (
    <Dialog
      isOpen
      width={820}
      onClose={onClose}
      title={pose?.names[language] ?? t({ en: 'Pose', id: 'Pose' })}
      besideTitle={pose?.isMine && <Badge>{t({ en: 'Yours', id: 'Milikmu' })}</Badge>}
      footer={
        pose && (
          <>
            <Button icon={PencilLine} onClick={() => edit(pose.id)}>
              {t({ en: 'Edit', id: 'Sunting' })}
            </Button>
            <Button
              kind="primary"
              icon={WandSparkles}
              onClick={() => go('/generate', { pose: pose.id })}
            >
              {t({ en: 'Use in generator', id: 'Pakai di generator' })}
            </Button>
          </>
        )
      }
    >
      {fault && <ErrorState title={fault.message}>{fault.fix}</ErrorState>}
      {!pose && !fault && <Skeleton className="mx-auto aspect-3/4 w-80 max-w-full" />}
      {pose && (
        <div className="grid gap-6 wide:grid-cols-[minmax(0,380px)_minmax(0,1fr)] phone:gap-4">
          <img
            src={fromSide(showsSkeleton ? pose.controlUrl : pose.thumbnailUrl, side)}
            alt={pose.names[language]}
            className={`aspect-3/4 w-full rounded-m bg-sunken object-contain phone:mx-auto phone:h-[44dvh] phone:w-auto ${showsSkeleton ? '' : 'clay'}`}
          />
          <div className="grid content-start gap-4">
            <div className="flex flex-wrap gap-2">
              <IconButton
                icon={Heart}
                label={t({ en: 'Favourite', id: 'Favorit' })}
                isPressed={isFavourite}
                onClick={() => onToggleFavourite(pose.id)}
              />
              <PoseDownloads pose={pose} side={side} />
              {pose.isMine && (
                <OwnPoseMenu
                  pose={pose}
                  trigger={
                    <IconButton icon={EllipsisVertical} label={t({ en: 'More', id: 'Lainnya' })} />
                  }
                  onEdit={edit}
                  onDeleted={onClose}
                />
              )}
            </div>
            <PoseFacts pose={pose} />
            <div className="grid gap-2">
              <Setting label={t({ en: 'Mirror', id: 'Cerminkan' })}>
                {(labelId) => (
                  <Switch
                    labelledBy={labelId}
                    isOn={side.mirror === true}
                    onChange={(mirror) => setSide({ ...side, mirror })}
                  />
                )}
              </Setting>
              <Setting label={t({ en: 'Keypoints', id: 'Titik sendi' })}>
                {(labelId) => (
                  <Switch labelledBy={labelId} isOn={showsSkeleton} onChange={setShowsSkeleton} />
                )}
              </Setting>
              <p className="text-14 font-medium">{t({ en: 'Seen from', id: 'Dilihat dari' })}</p>
              <SegmentedControl
                isWide
                label={t({ en: 'Seen from', id: 'Dilihat dari' })}
                segments={TURNS.map((value) => ({
                  value,
                  label: value === 'own' ? t({ en: 'As is', id: 'Asli' }) : `${value}°`,
                }))}
                value={TURNS.find((value) => value === String(side.yaw)) ?? 'own'}
                onChange={(turn) =>
                  setSide({ ...side, yaw: turn === 'own' ? undefined : Number(turn) })
                }
              />
            </div>
            <PoseCollections poseId={pose.id} />
            <Button
              kind="quiet"
              icon={Shuffle}
              className="justify-self-start"
              onClick={() => onMoreLike(pose.id)}
            >
              {t({ en: 'More like this', id: 'Yang mirip' })}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function PoseFacts({ pose }: { pose: PoseTemplate }) {
  const { t } = useWords();
  const words = [
    facetValueWords('category', pose.category),
    facetValueWords('view', pose.view),
    facetValueWords('framing', pose.framing),
    facetValueWords('arms', pose.arms),
    ...(pose.support === 'none' ? [] : [facetValueWords('support', pose.support)]),
    ...(pose.mood ? [facetValueWords('mood', pose.mood)] : []),
  ];
  return (
    <ul className="m-0 flex list-none flex-wrap gap-1.5 p-0">
      {words.map((one) => (
        <li key={one.en}>
          <Badge>{t(one)}</Badge>
        </li>
      ))}
    </ul>
  );
}
