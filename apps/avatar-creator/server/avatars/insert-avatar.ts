import type { AppContext, StoredImage, Tx } from '@lumiku/app-kit';
import type { Attributes, Avatar } from '../../contract.ts';
import { touchProject } from '../projects/change-projects.ts';
import { avatars } from '../tables.ts';
import { viewAvatar } from './read-avatars.ts';

export interface NewAvatar {
  id: string;
  userId: string;
  projectId: string;
  name: string;
  picture: Pick<StoredImage, 'url' | 'widthPx' | 'heightPx'>;
  thumbnailUrl: string;
  sourceType: 'generated' | 'uploaded';
  generationPrompt: string | null;
  enhancedPrompt: string | null;
  attributes: Attributes;
  seed: number | null;
  engine: string | null;
  creditUsed: number;
}

/**
 * Writes an avatar's row and tells its person. Call it after credits were moved: accounts are locked before our rows.
 * @returns null when there is an avatar with this id already.
 * @throws Fault NOT_FOUND (404) when the project is gone
 */
export async function insertAvatar(
  context: Pick<AppContext, 'events' | 'clock'>,
  tx: Tx,
  avatar: NewAvatar,
): Promise<Avatar | null> {
  const now = context.clock.now();
  const { picture, attributes, ...row } = avatar;
  await touchProject(tx, { id: row.projectId, userId: row.userId, now });
  const [written] = await tx
    .insert(avatars)
    .values({
      ...row,
      ...{ imageUrl: picture.url, widthPx: picture.widthPx, heightPx: picture.heightPx },
      ...attributes,
      ...{ createdAt: now, updatedAt: now },
    })
    .onConflictDoNothing()
    .returning();
  if (!written) return null;
  const view = viewAvatar(written);
  await context.events.publish(tx, {
    type: 'avatar.saved',
    userId: row.userId,
    subject: row.id,
    data: { avatar: view },
  });
  return view;
}
