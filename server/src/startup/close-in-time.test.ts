import { expect, test } from 'bun:test';
import { closeInTime } from './close-in-time.ts';

function listeningLog() {
  const lines: string[] = [];
  return { lines, warn: (_: object, line: string) => void lines.push(line) };
}

test('what never closes is left behind by name, and the next one gets its turn', async () => {
  const log = listeningLog();
  await closeInTime('the queue', () => new Promise(() => undefined), log, 20);
  expect(log.lines).toEqual(['Closing the queue took too long; it is left behind.']);
});

test('what fails to close keeps nobody from closing the rest', async () => {
  const log = listeningLog();
  await closeInTime('the queue', () => Promise.reject(new Error('gone')), log);
  expect(log.lines).toEqual(['Closing the queue failed.']);
});

test('what closes says nothing', async () => {
  const log = listeningLog();
  await closeInTime('the queue', async () => undefined, log);
  expect(log.lines).toEqual([]);
});
