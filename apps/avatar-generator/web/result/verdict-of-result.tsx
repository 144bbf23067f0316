import { creditKeys } from '@lumiku/app-kit/web';
import { Button, useToasts, useWords } from '@lumiku/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Generation } from '../../contract.ts';
import { faultWords } from '../generations/fault-words.ts';
import { studioApi } from '../generations/studio-api.ts';
import { noteGeneration } from '../generations/use-generations.ts';
import { ScoresPanel } from './scores-panel.tsx';

/** Scores and note of a finished picture; what measured below the bar may be given back. */
export function VerdictOfResult({ generation }: { generation: Generation }) {
  const { t } = useWords();
  const { scores, note } = generation;
  return (
    <>
      {scores !== null && <ScoresPanel scores={scores} />}
      {note !== null && <p className="text-13 text-ink-2">{t(note)}</p>}
    </>
  );
}

/** "Not right? Get 5 back": the whole price, once; the picture goes. */
export function GiveBack({
  generation,
  kind = 'quiet',
}: {
  generation: Generation;
  kind?: 'quiet' | 'plain';
}) {
  const { t, number } = useWords();
  const toasts = useToasts();
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  if (!generation.canReject) return null;
  const price = number(generation.creditUsed);
  const reject = async () => {
    setBusy(true);
    try {
      noteGeneration(client, await studioApi.reject(generation.id));
      void client.invalidateQueries({ queryKey: creditKeys.all });
      toasts.say({
        words: t({
          en: `${price} credits are back; the picture is gone`,
          id: `${price} kredit kembali; gambarnya dihapus`,
        }),
      });
    } catch (thrown) {
      const said = faultWords(thrown, t);
      toasts.say({ words: said.title, detail: said.fix, tone: 'bad' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      kind={kind}
      size="s"
      icon={Undo2}
      isBusy={isBusy}
      onClick={() => void reject()}
      className="justify-self-start"
    >
      {t({ en: `Not right? Get ${price} back`, id: `Kurang pas? Ambil ${price} kembali` })}
    </Button>
  );
}
