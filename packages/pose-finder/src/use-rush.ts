import { type RefObject, startTransition, useEffect, useState } from 'react';

/** A screenful that passes in less than this is not looked at. */
const SCREENFUL_MS = 600;
/** So many quick scrolls on end are a flick; one alone is a jump to a place that is wanted at once. */
const QUICK_SCROLLS = 3;
/** Without a quick scroll for this long, the flick is over. */
const OVER_AFTER_MS = 150;

/** Whether what scrolls in `scroller` passes too quickly to be seen: drawing it would only make the flick stutter. */
export function useRush(scroller: RefObject<HTMLElement | null>): boolean {
  const [isRushing, setRushing] = useState(false);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    let last = { top: box.scrollTop, at: 0 };
    let quick = 0;
    let over: ReturnType<typeof setTimeout> | undefined;
    // What was skipped is drawn in pieces, between which the page still answers.
    const end = () => {
      quick = 0;
      startTransition(() => setRushing(false));
    };
    const onScroll = (event: Event) => {
      const now = { top: box.scrollTop, at: event.timeStamp };
      const passed = Math.abs(now.top - last.top);
      const isQuick = passed * SCREENFUL_MS > box.clientHeight * (now.at - last.at);
      last = now;
      if (!isQuick) {
        quick = 0;
        return;
      }
      clearTimeout(over);
      over = setTimeout(end, OVER_AFTER_MS);
      quick += 1;
      if (quick === QUICK_SCROLLS) setRushing(true);
    };
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      box.removeEventListener('scroll', onScroll);
      clearTimeout(over);
    };
  }, [scroller]);
  return isRushing;
}
