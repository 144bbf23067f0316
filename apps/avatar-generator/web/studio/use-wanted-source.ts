import { useMe } from '@lumiku/app-kit/web';
import { useToasts, useWords } from '@lumiku/ui-kit';
import { useEffect, useRef } from 'react';
import { faultWords } from '../generations/fault-words.ts';
import { fetchPicture } from '../photo/fetch-picture.ts';
import { findSourcePicture } from '../photo/picture-sources.ts';
import { choosePhoto } from './chosen-photo.ts';
import { useStudioChoices } from './studio-choices.ts';

/**
 * Takes the picture that the address names (`?source=avatar-creator:avatars:<id>`) as the photo at hand.
 * @param onTaken once it was tried, however it went: the address has done its work
 */
export function useWantedSource(ref: string | undefined, onTaken: () => void): void {
  const me = useMe();
  const toasts = useToasts();
  const { t } = useWords();
  const goTo = useStudioChoices((state) => state.goTo);
  const userId = me?.id;
  const latest = useRef({ toasts, t, onTaken });
  useEffect(() => {
    latest.current = { toasts, t, onTaken };
  });

  useEffect(() => {
    if (ref === undefined || userId === undefined) return;
    let isGone = false;
    const take = async () => {
      const picture = await findSourcePicture(ref);
      if (isGone) return;
      if (picture === null) {
        const words = { en: 'This picture is no longer there', id: 'Gambar ini sudah tidak ada' };
        latest.current.toasts.say({ words: latest.current.t(words), tone: 'bad' });
        return;
      }
      const file = await fetchPicture(picture.imageUrl, picture.title);
      if (isGone) return;
      await choosePhoto(file, userId, picture.ref);
      goTo('pose');
    };
    void take()
      .catch((thrown: unknown) => {
        const said = faultWords(thrown, latest.current.t);
        latest.current.toasts.say({ words: said.title, detail: said.fix, tone: 'bad' });
      })
      .finally(() => {
        if (!isGone) latest.current.onTaken();
      });
    return () => {
      isGone = true;
    };
  }, [ref, userId, goTo]);
}
