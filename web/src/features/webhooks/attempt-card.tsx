import type { WebhookAttempt } from '@lumiku/contract';
import { Badge, TimeText, useWords } from '@lumiku/ui-kit';
import { attemptWords } from './attempt-words.ts';

/** What came of one attempt: state, time taken, why it did not count, and the beginning of the answer. */
export function AttemptCard({ attempt }: { attempt: WebhookAttempt }) {
  const { t, duration, number } = useWords();
  const isDelivered = attempt.error === null;
  return (
    <div className="grid gap-2 rounded-m p-3.5 outline-line">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={isDelivered ? 'ok' : 'bad'}>
          {isDelivered
            ? t({ en: 'Delivered', id: 'Terkirim' })
            : t({ en: 'Not delivered', id: 'Tidak terkirim' })}
        </Badge>
        {attempt.status !== null && <span className="num text-13">HTTP {attempt.status}</span>}
        <span className="num text-13 text-ink-3">
          {attempt.milliseconds < 1_000
            ? `${number(attempt.milliseconds)} ms`
            : duration(attempt.milliseconds / 1_000)}
        </span>
        <span className="ml-auto text-13 text-ink-3">
          <TimeText time={attempt.at} />
        </span>
      </div>
      {attempt.error !== null && (
        <p className="text-14 text-bad-ink">{t(attemptWords(attempt.error))}</p>
      )}
      {attempt.answer !== null && attempt.answer.trim() !== '' && (
        <Code label={t({ en: 'The answer', id: 'Jawabannya' })}>{attempt.answer}</Code>
      )}
    </div>
  );
}

/** Text of a machine, in its own lines; scrolls by itself, also by keyboard. */
export function Code({ label, children }: { label: string; children: string }) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={label}
      className="max-h-64 overflow-auto rounded-s bg-sunken p-3"
    >
      <pre className="font-mono text-12 leading-5 break-words whitespace-pre-wrap">{children}</pre>
    </section>
  );
}
