import { ApiFault } from '@lumiku/app-kit/web';
import type { PhotoReport } from '@lumiku/contract';
import { useConsent } from '@lumiku/photo-consent';
import { useQuery } from '@tanstack/react-query';
import { generationKeys } from '../generations/query-keys.ts';
import { studioApi } from '../generations/studio-api.ts';
import { type ChosenPhoto, useOwnPhoto } from '../studio/chosen-photo.ts';
import { photoVerdict } from './photo-verdict.ts';

export interface PhotoCheck {
  isLooking: boolean;
  report: PhotoReport | null;
  /** Why nothing is known about the photo. */
  fault: Error | null;
  /** Null while nothing is known; a photo the server refuses to read is wrong, one it could not look at is not. */
  tone: 'good' | 'doubtful' | 'wrong' | null;
  retry: () => void;
}

/** What the server sees in the photo at hand; asked once per photo. */
export function usePhotoCheck(): PhotoCheck {
  const photo = useOwnPhoto();
  // A photo leaves the device only after its owner agreed to it.
  const isAgreed = useConsent().consent?.isGiven === true;
  const check = useQuery({
    queryKey: generationKeys.photoCheck(photo?.id ?? ''),
    queryFn: ({ signal }) => studioApi.checkPhoto(fileOf(photo), signal),
    enabled: photo !== null && isAgreed,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const report = photo === null ? null : (check.data ?? null);
  return {
    isLooking: photo !== null && check.isFetching,
    report,
    fault: check.isFetching ? null : check.error,
    tone: report !== null ? photoVerdict(report).tone : isRefused(check.error) ? 'wrong' : null,
    retry: () => void check.refetch(),
  };
}

function fileOf(photo: ChosenPhoto | null): File {
  if (photo === null) throw new Error('There is no photo to look at.');
  return photo.file;
}

/** The file itself is at fault, not the way to the server or its state. */
function isRefused(fault: Error | null): boolean {
  return fault instanceof ApiFault && [400, 413, 415, 422].includes(fault.status);
}
