import { WEBHOOK_EVENTS, WEBHOOK_TEST, type Words } from '@lumiku/contract';

const KNOWN = new Map<string, Words>([
  ...Object.entries(WEBHOOK_EVENTS),
  [WEBHOOK_TEST, { en: 'A test', id: 'Sebuah uji coba' }],
]);

/** What an event is called on the screens; its own name where there are no words for it. */
export function eventWords(type: string): Words {
  return KNOWN.get(type) ?? { en: type, id: type };
}
