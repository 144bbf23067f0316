import type { AppContext } from '@lumiku/app-kit';
import type { Generation } from '../../contract.ts';
import { alreadyOver } from '../generation-faults.ts';
import { findOwn, getGeneration } from './read-generations.ts';

/**
 * Ends a generation that is not over; its credits go back. Cancelling again changes nothing.
 * @throws Fault NOT_FOUND (404), GENERATION_ALREADY_OVER (409) when it was completed or failed
 */
export async function cancelGeneration(
  context: AppContext,
  userId: string,
  id: string,
): Promise<Generation> {
  await findOwn(context, userId, id);
  await context.jobs.cancel(id);
  const generation = await getGeneration(context, userId, id);
  if (generation.status !== 'cancelled') throw alreadyOver();
  return generation;
}
