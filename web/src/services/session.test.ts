import { expect, test } from 'bun:test';
import { meKey } from '@lumiku/app-kit/web';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { forgetPerson, setupKey } from './session.ts';

test('signed out, nothing of the person is left, and the way in still gets the answer it waits for', async () => {
  const client = new QueryClient();
  client.setQueryData(['pictures'], ['theirs']);
  client.setQueryData(meKey, { id: 'ayu' });
  const answer = Promise.withResolvers<string>();
  const wayIn = new QueryObserver(client, { queryKey: setupKey, queryFn: () => answer.promise });
  const shown = Promise.withResolvers<string>();

  await forgetPerson(client, {
    // The way in comes into sight and asks; the answer is not there yet.
    invalidate: async () => {
      wayIn.subscribe(({ data }) => data !== undefined && shown.resolve(data));
    },
  });
  answer.resolve('signUpOpen');

  expect(await shown.promise).toBe('signUpOpen');
  expect(client.getQueryData(['pictures'])).toBeUndefined();
  expect(client.getQueryData<unknown>(meKey)).toBeNull();
  wayIn.destroy();
});
