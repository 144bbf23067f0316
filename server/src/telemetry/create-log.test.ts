import { expect, test } from 'bun:test';
import { createLog } from './index.ts';

function logged(
  format: 'json' | 'text',
  write: (log: ReturnType<typeof createLog>) => void,
): string {
  const lines: string[] = [];
  write(createLog({ level: 'info', format }, { write: (line) => void lines.push(line) }));
  return lines.join('');
}

test('secrets are never printed, at whatever depth they stand', () => {
  const text = logged('json', (log) =>
    log.info(
      {
        password: 'hunter2',
        request: { headers: { authorization: 'hunter2' } },
        body: { token: 'hunter2' },
      },
      'x',
    ),
  );
  expect(text).not.toContain('hunter2');
  expect(text).toContain('[secret]');
});

test('an event is one line of JSON with its time in UTC', () => {
  const text = logged('json', (log) => log.warn({ userId: 'u1' }, 'Something to know.'));
  expect(JSON.parse(text)).toMatchObject({
    level: 'warn',
    userId: 'u1',
    msg: 'Something to know.',
  });
  expect(JSON.parse(text).time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
});

test('for people it is a sentence, with the stack where there is an error', () => {
  const text = logged('text', (log) => log.error({ err: new Error('no room') }, 'It failed.'));
  expect(text).toMatch(/^\d\d:\d\d:\d\d ERROR It failed\.\n {2}Error: no room\n/);
});
