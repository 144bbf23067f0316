import type { AppContext } from '@lumiku/app-kit';
import { notFound } from '@lumiku/contract';
import type { PictureKeypoints } from '../../contract.ts';
import { keypointsOf } from '../picture-keypoints.ts';
import type { Styles } from '../styles/load-styles.ts';
import { findOwn } from './read-generations.ts';

/** @throws Fault NOT_FOUND (404), also for a clip and for a picture whose pose nobody knows */
export async function readKeypoints(
  context: Pick<AppContext, 'db' | 'poses'>,
  styles: Styles,
  userId: string,
  id: string,
): Promise<PictureKeypoints> {
  const row = await findOwn(context, userId, id);
  const keypoints = row.kind === 'clip' ? null : await keypointsOf(context, styles, row);
  if (keypoints === null) throw notFound('pose of this picture');
  return keypoints;
}
