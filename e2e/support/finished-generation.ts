import { Generation } from '@lumiku/apps/avatar-generator/contract';
import { z } from 'zod';
import { eventually } from './studio-client.ts';
import type { Walker } from './walker.ts';

const Answer = z.object({ data: Generation });

/** A generation of this person when it has come to its end, well or not. */
export async function finishedGeneration(walker: Walker, id: string): Promise<Generation> {
  const { data } = await eventually(
    () => walker.ask(Answer, 'GET', `/api/apps/avatar-generator/generations/${id}`),
    ({ data: { status } }) => status === 'completed' || status === 'failed',
    240_000,
  );
  return data;
}
