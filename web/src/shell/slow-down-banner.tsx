import { connection, type SlowDown, useSlowDown } from '@lumiku/app-kit/web';
import { useClock, useWords } from '@lumiku/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Hourglass } from 'lucide-react';
import { useEffect } from 'react';

/** Stands at the head of the page while the person's requests are used up; counts down, then asks again by itself. */
export function SlowDownBanner({ onOver }: { onOver: () => void }) {
  const slowDown = useSlowDown();
  const queryClient = useQueryClient();
  useEffect(() => {
    if (slowDown === null) return;
    const timer = setTimeout(
      () => {
        connection.reportSlowDown(null);
        void queryClient.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
        onOver();
      },
      Math.max(0, slowDown.untilMs - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [slowDown, queryClient, onOver]);
  return (
    <div role="status" aria-live="polite">
      {slowDown !== null && <Words slowDown={slowDown} />}
    </div>
  );
}

function Words({ slowDown }: { slowDown: SlowDown }) {
  const { t, duration } = useWords();
  const nowMs = useClock();
  const left = duration(Math.max(0, Math.ceil((slowDown.untilMs - nowMs) / 1_000)));
  return (
    <div className="inverse fixed inset-x-0 top-0 z-50 mx-auto mt-2 flex w-max max-w-[calc(100%-16px)] animate-appear items-center gap-2.5 rounded-m px-4 py-2.5 text-14 shadow-3">
      <Hourglass aria-hidden className="size-4.5 shrink-0" strokeWidth={1.75} />
      <p>
        <b className="block font-medium">{slowDown.message}</b>
        {/* Read out once with the sentence; a number every second would be noise. */}
        <span aria-hidden className="num">
          {t({
            en: `This page goes on by itself in ${left}.`,
            id: `Halaman ini lanjut sendiri dalam ${left}.`,
          })}
        </span>
      </p>
    </div>
  );
}
