import type { AppContext } from '@lumiku/app-kit';
import type { GenerateForm } from '../contract.ts';
import { onePicture } from './generation-faults.ts';

export interface InputPicture {
  file: File;
  /** Where it was borrowed from. */
  source: string | null;
}

/**
 * The picture a generation starts from: what the person sent, or a copy of one another app lends.
 * @throws Fault REQUEST_INVALID (400) for none or both, NOT_FOUND (404)
 */
export async function inputPicture(
  { sources }: Pick<AppContext, 'sources'>,
  userId: string,
  { image, source }: Pick<GenerateForm, 'image' | 'source'>,
): Promise<InputPicture> {
  if ((image === undefined) === (source === undefined)) throw onePicture();
  if (image !== undefined) return { file: image, source: null };
  const { bytes, mediaType, title } = await sources.open(source ?? '', userId);
  return {
    file: new File([new Uint8Array(bytes)], title, { type: mediaType }),
    source: source ?? null,
  };
}
