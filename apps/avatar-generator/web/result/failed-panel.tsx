import { Button, useWords } from '@lumiku/ui-kit';
import { RotateCcw } from 'lucide-react';
import { type Generation, priceOf } from '../../contract.ts';
import { NoPictureVerdict } from '../generations/no-picture-verdict.tsx';
import type { Studio } from '../studio/use-studio.ts';
import { SendingFault } from './generate-foot.tsx';

/** Why it failed, that it cost nothing, and the two ways on. */
export function FailedPanel({ studio, generation }: { studio: Studio; generation: Generation }) {
  const { t } = useWords();
  return (
    <div className="grid gap-3 border-t border-line p-4 phone:border-0 phone:px-0">
      <NoPictureVerdict generation={generation} />
      <SendingFault studio={studio} />
      <div className="grid gap-2">
        <Button
          kind="primary"
          size="l"
          isWide
          icon={RotateCcw}
          price={priceOf(generation)}
          isBusy={studio.making.isSending}
          onClick={() => void studio.retry()}
        >
          {t({ en: 'Try again', id: 'Coba lagi' })}
        </Button>
        <Button isWide onClick={studio.putAside}>
          {t({ en: 'Change something first', id: 'Ubah sesuatu dulu' })}
        </Button>
      </div>
    </div>
  );
}
