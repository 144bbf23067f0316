import type { AppContext } from '@lumiku/app-kit';
import { Fault, type PictureFormat, type PictureSizeId, pictureSizeOf } from '@lumiku/contract';
import { cropKeeping } from '@lumiku/pose-kit';
import { keypointsInPixels, keypointsOf } from '../picture-keypoints.ts';
import type { Styles } from '../styles/load-styles.ts';
import { findOwn } from '../verbs/read-generations.ts';

type Reader = Pick<AppContext, 'db' | 'images' | 'poses'>;

export interface Download {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  /** With its ending. */
  name: string;
}

/**
 * The picture in a size a shop or a network asks for: cut where the whole figure stays in it, else whole, on a blurred
 * ground of itself. @throws Fault NOT_FOUND (404), GENERATION_WITHOUT_PICTURE (409), GENERATION_IS_A_CLIP (409)
 */
export async function downloadGeneration(
  context: Reader,
  styles: Styles,
  userId: string,
  id: string,
  wish: { size: PictureSizeId; format: PictureFormat },
): Promise<Download> {
  const row = await findOwn(context, userId, id);
  if (row.outputImageUrl === null) throw refused('GENERATION_WITHOUT_PICTURE', NO_PICTURE);
  if (row.kind === 'clip') throw refused('GENERATION_IS_A_CLIP', NOT_A_PICTURE);
  const { widthPx, heightPx } = pictureSizeOf(wish.size);
  const { bytes, mediaType } = await context.images.fitted(row.outputImageUrl, {
    ...{ widthPx, heightPx, format: wish.format },
    crop: async (picture) => {
      const keypoints = await keypointsOf(context, styles, row);
      // Where nothing is known, nothing is cut.
      const joints = keypoints === null ? [] : keypointsInPixels(keypoints, picture);
      return cropKeeping(picture, widthPx / heightPx, joints);
    },
  });
  const ending = wish.format === 'jpeg' ? 'jpg' : wish.format;
  return {
    bytes,
    mediaType,
    name: `${row.poseTemplateId}-${wish.size}-${id.slice(0, 8)}.${ending}`,
  };
}

/**
 * A picture drawn in lines as an SVG document, sharp at any size.
 * @throws Fault NOT_FOUND (404), GENERATION_WITHOUT_PICTURE (409), GENERATION_NOT_A_DRAWING (409)
 */
export async function downloadDrawing(
  context: Reader,
  styles: Styles,
  userId: string,
  id: string,
): Promise<Download> {
  const row = await findOwn(context, userId, id);
  if (row.outputImageUrl === null) throw refused('GENERATION_WITHOUT_PICTURE', NO_PICTURE);
  const isDrawing = row.kind === 'picture' && styles.of(row.stylePreset).shading === 'line';
  if (!isDrawing) throw refused('GENERATION_NOT_A_DRAWING', NOT_A_DRAWING);
  const bytes = await context.images.outlined(row.outputImageUrl);
  const name = `${row.poseTemplateId}-${row.quality}-${id.slice(0, 8)}.svg`;
  return { bytes, mediaType: 'image/svg+xml', name };
}

const NO_PICTURE = { message: 'There is no picture yet.', fix: 'Wait until it is done.' };
const NOT_A_PICTURE = {
  message: 'A clip has no other sizes.',
  fix: 'Download it as it is, from its "outputImageUrl".',
};

const NOT_A_DRAWING = {
  message: 'Only pictures in line art can be had as SVG.',
  fix: 'Make one with the style "line-art", or download this one as PNG, JPEG or WebP.',
};

function refused(code: string, words: { message: string; fix: string }): Fault {
  return new Fault({ code, status: 409, ...words });
}
