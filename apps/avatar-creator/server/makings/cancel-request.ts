import type { AppContext } from '@lumiku/app-kit';
import type { AvatarRequest } from '../../contract.ts';
import { getRequest, isUnderway } from './making-view.ts';

/** Stops what of a request is not over; those give their credits back. @throws Fault NOT_FOUND (404) */
export async function cancelRequest(
  context: AppContext,
  userId: string,
  id: string,
): Promise<AvatarRequest> {
  const request = await getRequest(context, userId, id);
  for (const making of request.makings.filter(isUnderway)) await context.jobs.cancel(making.id);
  return await getRequest(context, userId, id);
}
