import { describe, expect, test } from 'bun:test';
import { createDelayedDeletions } from './delayed-deletions.ts';

function studio(refuse: readonly string[] = []) {
  const removed: string[] = [];
  const failed: string[] = [];
  const settled = Promise.withResolvers<void>();
  const deletions = createDelayedDeletions({
    async remove(id) {
      if (refuse.includes(id)) throw new Error('refused');
      removed.push(id);
    },
    onFailed: (id) => failed.push(id),
    onRemoved: () => undefined,
  });
  deletions.subscribe(() => {
    if (deletions.hidden().size === 0) settled.resolve();
  });
  return { deletions, removed, failed, settled: settled.promise };
}

describe('deleting with undo', () => {
  test('a picture is hidden at once and deleted when the time is up', async () => {
    const { deletions, removed, settled } = studio();
    const deletion = deletions.begin(['a', 'b']);
    expect([...deletions.hidden()]).toEqual(['a', 'b']);
    expect(removed).toEqual([]);
    deletion.commit();
    await settled;
    expect(removed).toEqual(['a', 'b']);
  });

  test('undo shows it again and nothing is ever deleted', () => {
    const { deletions, removed } = studio();
    const deletion = deletions.begin(['a']);
    deletion.undo();
    deletion.commit();
    deletions.flush();
    expect([...deletions.hidden()]).toEqual([]);
    expect(removed).toEqual([]);
  });

  test('leaving deletes what was waiting, once', async () => {
    const { deletions, removed, settled } = studio();
    const deletion = deletions.begin(['a']);
    deletions.flush();
    deletions.flush();
    deletion.commit();
    await settled;
    expect(removed).toEqual(['a']);
  });

  test('undo after the deletion began changes nothing', () => {
    const { deletions, removed } = studio();
    const deletion = deletions.begin(['a']);
    deletion.commit();
    deletion.undo();
    expect(removed).toEqual(['a']);
    expect([...deletions.hidden()]).toEqual(['a']);
  });

  test('what has lost its message on the screen is deleted', () => {
    const { deletions, removed } = studio();
    deletions.begin(['a']);
    deletions.begin(['b']);
    expect(removed).toEqual([]);
    deletions.begin(['c']);
    expect(removed).toEqual(['a']);
  });

  test('a picture that could not be deleted is shown again and said', async () => {
    const { deletions, failed, settled } = studio(['a']);
    deletions.begin(['a', 'b']).commit();
    await settled;
    expect(failed).toEqual(['a']);
  });
});
