import { describe, expect, test } from 'bun:test';
import { createDelayedDeletions } from './delayed-deletions.ts';

function studio(refuse: readonly string[] = []) {
  const tasks = new Set<() => void>();
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
    schedule(task) {
      tasks.add(task);
      return () => tasks.delete(task);
    },
  });
  deletions.subscribe(() => {
    if (deletions.hidden().size === 0) settled.resolve();
  });
  const timeIsUp = () => {
    for (const task of [...tasks]) task();
  };
  return { deletions, removed, failed, timeIsUp, settled: settled.promise, tasks };
}

describe('deleting with undo', () => {
  test('a picture is hidden at once and deleted when the time is up', async () => {
    const { deletions, removed, timeIsUp, settled } = studio();
    deletions.begin(['a', 'b']);
    expect([...deletions.hidden()]).toEqual(['a', 'b']);
    expect(removed).toEqual([]);
    timeIsUp();
    await settled;
    expect(removed).toEqual(['a', 'b']);
  });

  test('undo shows it again and nothing is ever deleted', () => {
    const { deletions, removed, timeIsUp, tasks } = studio();
    const entry = deletions.begin(['a']);
    deletions.begin(['b']);
    entry.undo();
    expect([...deletions.hidden()]).toEqual(['b']);
    expect(tasks.size).toBe(1);
    timeIsUp();
    expect(removed).toEqual(['b']);
  });

  test('leaving deletes what was waiting, once', async () => {
    const { deletions, removed, timeIsUp, settled } = studio();
    deletions.begin(['a']);
    deletions.flush();
    deletions.flush();
    timeIsUp();
    await settled;
    expect(removed).toEqual(['a']);
  });

  test('undo after the time is up changes nothing', () => {
    const { deletions, removed, timeIsUp } = studio();
    const entry = deletions.begin(['a']);
    timeIsUp();
    entry.undo();
    expect(removed).toEqual(['a']);
    expect([...deletions.hidden()]).toEqual(['a']);
  });

  test('a picture that could not be deleted is shown again and said', async () => {
    const { deletions, failed, timeIsUp, settled } = studio(['a']);
    deletions.begin(['a', 'b']);
    timeIsUp();
    await settled;
    expect(failed).toEqual(['a']);
  });
});
