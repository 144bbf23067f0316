import { useWords } from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import type { Generation } from '../../contract.ts';
import { generationKeys } from '../generations/query-keys.ts';
import { studioApi } from '../generations/studio-api.ts';
import { PoseOverlay } from './pose-overlay.tsx';
import { ratioOf } from './ratio-of.ts';

/** The pose that was asked for over the picture, in the picture's own framing, shape and turn. */
export function PictureBones({ generation }: { generation: Generation }) {
  const { t } = useWords();
  const { id } = generation;
  const { data, isError } = useQuery({
    queryKey: generationKeys.keypoints(id),
    queryFn: ({ signal }) => studioApi.keypoints(id, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
  if (data !== undefined) return <PoseOverlay keypoints={data} ratio={ratioOf(generation)} />;
  if (!isError) return null;
  return (
    <p
      role="status"
      className="absolute inset-x-3 bottom-3 rounded-control bg-over px-3 py-2 text-center text-13 text-over-ink"
    >
      {t({
        en: 'This pose is no longer in the library.',
        id: 'Pose ini sudah tidak ada di perpustakaan.',
      })}
    </p>
  );
}
