import type { AppContext } from '@lumiku/app-kit';
import { notFound } from '@lumiku/contract';
import { and, eq } from 'drizzle-orm';
import type { Avatar, UpdateAvatarInput } from '../../contract.ts';
import { discardPreviews } from '../previews/discard-previews.ts';
import { touchProject } from '../projects/change-projects.ts';
import { avatars } from '../tables.ts';
import { findOwnAvatar, getAvatar } from './read-avatars.ts';

/** Renames, changes what it is known as, or moves it. @throws Fault NOT_FOUND (404), also for the project it goes to */
export async function updateAvatar(
  context: AppContext,
  userId: string,
  id: string,
  change: UpdateAvatarInput,
): Promise<Avatar> {
  const avatar = await findOwnAvatar(context, userId, id);
  const now = context.clock.now();
  const said = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  );
  await context.db.transaction(async (tx) => {
    const { projectId = avatar.projectId } = change;
    await touchProject(tx, { id: projectId, userId, now });
    await tx
      .update(avatars)
      .set({ ...said, updatedAt: now })
      .where(and(eq(avatars.id, avatar.id), eq(avatars.userId, userId)));
  });
  return await getAvatar(context, userId, id);
}

/**
 * Deletes an avatar with its files and its usage history. The preview it came from goes too: its files were these.
 * @throws Fault NOT_FOUND (404), also when it is deleted twice
 */
export async function deleteAvatar(context: AppContext, userId: string, id: string): Promise<void> {
  const avatar = await findOwnAvatar(context, userId, id);
  const now = context.clock.now();
  await context.db.transaction(async (tx) => {
    await touchProject(tx, { id: avatar.projectId, userId, now });
    const [row] = await tx
      .delete(avatars)
      .where(and(eq(avatars.id, avatar.id), eq(avatars.userId, userId)))
      .returning({ id: avatars.id });
    if (!row) throw notFound('avatar');
    await discardPreviews(context, tx, userId, [avatar.id]);
    await context.events.publish(tx, {
      type: 'avatar.deleted',
      userId,
      subject: avatar.id,
      data: {},
    });
  });
  await context.images.remove([avatar.imageUrl, avatar.thumbnailUrl]);
}
