import type { AuditEntry } from '@lumiku/contract';

const HEADINGS = ['at', 'action', 'actor', 'actor_id', 'target', 'target_id', 'subject', 'details'];

/** The log as CSV (RFC 4180) for a spreadsheet, line by line as it is read. */
export function auditCsv(
  entries: AsyncGenerator<AuditEntry>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let isStarted = false;
  return new ReadableStream({
    async pull(controller) {
      if (!isStarted) {
        isStarted = true;
        controller.enqueue(encoder.encode(`${HEADINGS.join(',')}\r\n`));
        return;
      }
      const { done, value } = await entries.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${fieldsOf(value).map(field).join(',')}\r\n`));
    },
    async cancel() {
      await entries.return(undefined);
    },
  });
}

function fieldsOf({ at, action, actor, target, subject, details }: AuditEntry) {
  const who = actor ?? { id: null, name: 'command line' };
  const whom = [target?.name, target?.id];
  return [at, action, who.name, who.id, ...whom, subject, JSON.stringify(details)];
}

/** Quoted; what a spreadsheet would take for a formula is kept from it by an apostrophe. */
function field(value: string | null | undefined): string {
  const text = value ?? '';
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
