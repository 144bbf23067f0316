import { randomUUID } from 'node:crypto';
import type { AppContext } from '@lumiku/app-kit';
import type { Avatar, UploadAvatarForm } from '../../contract.ts';
import { THUMBNAIL_PX } from '../make-picture.ts';
import { findOwnProject } from '../projects/read-projects.ts';
import { insertAvatar } from './insert-avatar.ts';

/** Keeps a person's own picture as an avatar; costs nothing. @throws Fault NOT_FOUND (404) and what `images.accept` throws */
export async function uploadAvatar(
  context: AppContext,
  userId: string,
  projectId: string,
  form: Omit<UploadAvatarForm, 'consent'>,
): Promise<Avatar> {
  await findOwnProject(context, userId, projectId);
  const { image, name, ...attributes } = form;
  const picture = await context.images.accept({ userId, file: image });
  const urls = [picture.url];
  try {
    const thumbnail = await context.images.thumbnail(picture, userId, THUMBNAIL_PX);
    urls.push(thumbnail.url);
    const avatar = await context.db.transaction((tx) =>
      insertAvatar(context, tx, {
        ...{ id: randomUUID(), userId, projectId, name, picture, attributes },
        thumbnailUrl: thumbnail.url,
        sourceType: 'uploaded',
        ...{ generationPrompt: null, enhancedPrompt: null, seed: null, engine: null },
        creditUsed: 0,
      }),
    );
    if (!avatar) throw new Error('a new avatar had the id of an old one');
    return avatar;
  } catch (error) {
    await context.images.remove(urls);
    throw error;
  }
}
