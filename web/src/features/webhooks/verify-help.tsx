import { Card, Fold, useWords } from '@lumiku/ui-kit';
import { ShieldCheck } from 'lucide-react';
import { Code } from './attempt-card.tsx';

const EXAMPLE = `import { Webhook } from 'standardwebhooks';

const webhook = new Webhook(process.env.LUMIKU_WEBHOOK_SECRET);

// body: the request's text, before it is parsed
const event = webhook.verify(body, request.headers);
await handle(event.type, event.data);`;

/** How the receiver knows that an event is real, folded away. */
export function VerifyHelp() {
  const { t } = useWords();
  return (
    <Card>
      <Fold
        icon={ShieldCheck}
        title={t({ en: 'How to check a signature', id: 'Cara memeriksa tanda tangan' })}
        className="shadow-none! outline-none!"
      >
        <div className="grid max-w-[72ch] gap-3 pt-1 text-14 text-ink-2">
          <p>
            {t({
              en: 'Events are signed the way standardwebhooks.com describes; libraries exist for most languages. Three headers come with each:',
              id: 'Kejadian ditandatangani menurut standardwebhooks.com; pustakanya ada untuk kebanyakan bahasa. Tiga header menyertainya:',
            })}
          </p>
          <ul className="grid list-disc gap-1 pl-5">
            <li>
              <code>webhook-id</code>{' '}
              {t({
                en: 'stays the same for every attempt and replay: handle each id once.',
                id: 'tetap sama pada tiap percobaan dan kiriman ulang: olah tiap id satu kali.',
              })}
            </li>
            <li>
              <code>webhook-timestamp</code>{' '}
              {t({
                en: 'is when it was sent, in seconds: refuse what is older than five minutes.',
                id: 'adalah waktu pengiriman dalam detik: tolak yang lebih tua dari lima menit.',
              })}
            </li>
            <li>
              <code>webhook-signature</code>{' '}
              {t({
                en: 'holds one or, after a new secret, two signatures: one that fits is enough.',
                id: 'berisi satu atau, setelah rahasia baru, dua tanda tangan: satu yang cocok sudah cukup.',
              })}
            </li>
          </ul>
          <Code label={t({ en: 'Example in JavaScript', id: 'Contoh dalam JavaScript' })}>
            {EXAMPLE}
          </Code>
          <p>
            {t({
              en: 'Answer with 2xx within 15 seconds. Anything else is tried again after 5 seconds, a minute, 5 and 30 minutes, 2, 5, 8 and 8 hours; 410 switches the webhook off.',
              id: 'Jawab dengan 2xx dalam 15 detik. Selain itu dicoba lagi setelah 5 detik, semenit, 5 dan 30 menit, 2, 5, 8, dan 8 jam; 410 mematikan webhook.',
            })}
          </p>
        </div>
      </Fold>
    </Card>
  );
}
