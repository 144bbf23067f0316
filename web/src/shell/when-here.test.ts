import { afterEach, describe, expect, test } from 'bun:test';
import { connection } from '@lumiku/app-kit/web';
import { whenHere } from './when-here.ts';

afterEach(() => connection.report('here'));

describe('the code of a screen', () => {
  test('that cannot be had while the studio is away comes once it is back', async () => {
    let isHere = false;
    const screen = whenHere(
      async () => {
        if (!isHere) throw new TypeError('Failed to fetch dynamically imported module');
        return 'the screen';
      },
      async () => isHere,
    )();
    const lost = Promise.withResolvers<void>();
    const stop = connection.subscribe(() => lost.resolve());
    await lost.promise;
    stop();
    expect(connection.current()).toBe('lost');
    isHere = true;
    connection.report('here');
    expect(await screen).toBe('the screen');
  });

  test('that is gone though the studio is there fails at once', async () => {
    const gone = new TypeError('Failed to fetch dynamically imported module');
    const screen = whenHere(
      () => Promise.reject(gone),
      async () => true,
    );
    await expect(screen()).rejects.toBe(gone);
    expect(connection.current()).toBe('here');
  });
});
