import { asApiFault, isGone } from '@lumiku/app-kit/web';
import { standingPose } from '@lumiku/pose-editor';
import { poseApi, poseKeys } from '@lumiku/pose-finder';
import { Button, ErrorState, GoneState, Skeleton, usePageTitle, useWords } from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { PersonStanding } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod';
import { openedPose } from '../opened-pose.ts';
import { EditorStage } from './editor-stage.tsx';

const Params = z.object({ id: z.string() });
/** The side of a pose that was looked at when Edit was pressed. */
const Side = z.object({
  mirror: z.boolean().optional().catch(undefined),
  yaw: z.number().optional().catch(undefined),
});

/** A pose of the library or of one's own, opened to be changed. */
export function EditPoseScreen() {
  const { id } = Params.parse(useParams({ strict: false }));
  const { mirror, yaw } = Side.parse(useSearch({ strict: false }));
  const { t, language } = useWords();
  const side = { ...(mirror ? { mirror } : {}), ...(yaw === undefined ? {} : { yaw }) };
  const pose = useQuery({
    queryKey: poseKeys.one(id),
    queryFn: ({ signal }) => poseApi.one(id, signal),
  });
  const joints = useQuery({
    queryKey: poseKeys.joints(id, JSON.stringify(side)),
    queryFn: ({ signal }) => poseApi.joints(id, side, signal),
    // What is open is being changed here: nothing may take its place.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  usePageTitle(pose.data?.names[language]);
  const fault = pose.error ?? joints.error;
  if (isGone(fault)) {
    return (
      <GoneState
        icon={PersonStanding}
        title={t({ en: 'This pose is gone', id: 'Pose ini sudah tidak ada' })}
        back={{ href: '/poses', label: t({ en: 'All poses', id: 'Semua pose' }) }}
      />
    );
  }
  if (fault) {
    const { message, fix } = asApiFault(fault);
    return (
      <ErrorState
        title={message}
        action={
          <Button
            onClick={() => {
              void pose.refetch();
              void joints.refetch();
            }}
          >
            {t({ en: 'Try again', id: 'Coba lagi' })}
          </Button>
        }
      >
        {fix}
      </ErrorState>
    );
  }
  if (!pose.data || !joints.data) return <EditorSkeleton />;
  const isMine = pose.data.isMine ?? false;
  return (
    <EditorStage
      key={id}
      poseId={id}
      opened={joints.data}
      name={pose.data.names[language]}
      ownId={isMine ? id : null}
    />
  );
}

const Handed = z.object({ opened: z.boolean().optional().catch(undefined) });

/** A pose from scratch, or from what was found in a photo. */
export function NewPoseScreen() {
  const { t } = useWords();
  const isOpened = Handed.parse(useSearch({ strict: false })).opened === true;
  const [opened] = useState(() => (isOpened ? openedPose() : null));
  const name = opened?.name ?? t({ en: 'My pose', id: 'Pose saya' });
  usePageTitle(name);
  const [joints] = useState(() => opened?.joints ?? standingPose());
  return (
    <EditorStage poseId={opened ? 'opened' : 'new'} opened={joints} name={name} ownId={null} />
  );
}

function EditorSkeleton() {
  const { t } = useWords();
  return (
    <div className="grid h-[calc(100dvh-var(--top))] gap-4 wide:px-6 wide:pb-6 desktop:grid-cols-[76px_minmax(0,1fr)_304px]">
      <span role="status" className="sr-only">
        {t({ en: 'Loading', id: 'Memuat' })}
      </span>
      <Skeleton className="rounded-l phone:hidden tablet:hidden" />
      <Skeleton className="rounded-l phone:rounded-none" />
      <Skeleton className="rounded-l phone:hidden tablet:hidden" />
    </div>
  );
}
