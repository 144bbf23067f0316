import { faultOfResponse, offlineFault } from '@lumiku/app-kit/web';

/**
 * A stored picture as a file, to work from.
 * @throws ApiFault
 */
export async function fetchPicture(url: string, name?: string): Promise<File> {
  const answer = await fetch(url, { credentials: 'same-origin' }).catch(() => null);
  if (answer === null) throw offlineFault();
  if (!answer.ok) throw await faultOfResponse(answer);
  const blob = await answer.blob();
  return new File([blob], name ?? url.split('/').at(-1) ?? 'photo', { type: blob.type });
}
