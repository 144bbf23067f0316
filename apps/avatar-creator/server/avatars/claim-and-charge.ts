import type { AppContext, Tx } from '@lumiku/app-kit';
import { AVATAR_CREATOR, PRICES, type SavePreviewInput } from '../../contract.ts';

/** A request that may arrive twice is one. */
export interface SaveRequest {
  userId: string;
  projectId: string;
  input: SavePreviewInput;
  idempotencyKey: string | undefined;
}

/**
 * What both ways of saving begin their transaction with: the key, then the price, booked once per avatar.
 * @returns the avatar an earlier request with this key saved, or null
 */
export async function claimAndCharge(
  context: AppContext,
  tx: Tx,
  request: SaveRequest,
  avatarId: string,
  contents: unknown,
): Promise<string | null> {
  const { userId, projectId, idempotencyKey: key } = request;
  if (key !== undefined) {
    const earlier = await context.idempotency.claim(tx, {
      ...{ userId, key, operation: `${AVATAR_CREATOR}.save-preview`, subjectId: avatarId },
      request: { projectId, contents },
    });
    if (earlier !== null) return earlier;
  }
  await context.credits.charge(tx, {
    userId,
    amount: PRICES.avatar,
    reference: `${AVATAR_CREATOR}:avatar:${avatarId}`,
  });
  return null;
}
