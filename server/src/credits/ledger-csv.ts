import type { LedgerEntry } from '@lumiku/contract';
import { stringify } from 'csv-stringify/sync';

const COLUMNS = ['createdAt', 'kind', 'amount', 'balanceAfter', 'reference', 'note'] as const;

/**
 * The ledger as CSV (RFC 4180), line by line as it is read. A note that a spreadsheet would run as a formula is made
 * plain text.
 */
export function ledgerCsv(entries: AsyncGenerator<LedgerEntry>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const line = (cells: readonly unknown[]) =>
    encoder.encode(stringify([[...cells]], { record_delimiter: '\r\n' }));
  let isStarted = false;
  return new ReadableStream({
    async pull(controller) {
      if (!isStarted) {
        isStarted = true;
        controller.enqueue(line(COLUMNS));
        return;
      }
      const { done, value } = await entries.next();
      if (done) {
        controller.close();
        return;
      }
      const { note } = value;
      const safe = note !== null && /^[=+\-@\t\r]/.test(note) ? `'${note}` : (note ?? '');
      const { createdAt, kind, amount, balanceAfter, reference } = value;
      controller.enqueue(line([createdAt, kind, amount, balanceAfter, reference, safe]));
    },
    async cancel() {
      await entries.return(undefined);
    },
  });
}
