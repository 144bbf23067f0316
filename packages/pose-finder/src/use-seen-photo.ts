import { asApiFault } from '@lumiku/app-kit/web';
import type { PoseDetection } from '@lumiku/contract';
import { acceptPhoto, halfTurn, useWords } from '@lumiku/ui-kit';
import { useCallback, useEffect, useRef, useState } from 'react';
import { poseApi } from './pose-api.ts';

export type SeenPhoto =
  | { state: 'none' }
  | { state: 'looking'; url: string }
  | { state: 'wrong'; title: string; fix: string | undefined }
  | { state: 'seen'; url: string; detection: PoseDetection; turnAround: () => void };

/** A photo and who the server sees in it; a photo chosen later replaces one that is still looked at. */
export function useSeenPhoto(): { photo: SeenPhoto; look: (file: File) => void } {
  const { t } = useWords();
  const [photo, setPhoto] = useState<SeenPhoto>({ state: 'none' });
  const running = useRef<AbortController | null>(null);
  const address = useRef<string | null>(null);
  const forget = useCallback(() => {
    running.current?.abort();
    if (address.current !== null) URL.revokeObjectURL(address.current);
    address.current = null;
  }, []);
  useEffect(() => forget, [forget]);

  const look = async (chosen: File) => {
    forget();
    const controller = new AbortController();
    running.current = controller;
    const accepted = await acceptPhoto(chosen);
    if (controller.signal.aborted) return;
    if (!accepted.ok) {
      setPhoto({ state: 'wrong', title: t(accepted.title), fix: t(accepted.text) });
      return;
    }
    const url = URL.createObjectURL(accepted.file);
    address.current = url;
    setPhoto({ state: 'looking', url });
    try {
      const detection = await poseApi.detect(accepted.file, controller.signal);
      setPhoto({
        ...{ state: 'seen', url, detection },
        turnAround: () => void halfTurn(accepted.file).then(look),
      });
    } catch (cause) {
      if (controller.signal.aborted) return;
      const { message, fix } = asApiFault(cause);
      setPhoto({ state: 'wrong', title: message, fix });
    }
  };
  return { photo, look: (file) => void look(file) };
}
