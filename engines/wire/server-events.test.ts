import { expect, test } from 'bun:test';
import { createEventReader } from './server-events.ts';

test('events are read as they come, however they are cut, and other lines passed over', () => {
  const events: unknown[] = [];
  const read = createEventReader((event) => events.push(event));
  const text =
    ': hello\n\nevent: a\ndata: {"n":1,"é":"ü"}\n\ndata: [DONE]\r\n\r\ndata: {"n":\ndata: 2}\n\ndata: {"n":3';
  for (const byte of new TextEncoder().encode(text)) read(Uint8Array.of(byte));
  // The last one was never finished.
  expect(events).toEqual([{ n: 1, é: 'ü' }, { n: 2 }]);
});
