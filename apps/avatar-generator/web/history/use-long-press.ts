import { type MouseEvent, type PointerEvent, useRef } from 'react';

const LONG_MS = 450;
const DRIFT_PX = 10;

/** A finger resting on something: the handlers to spread on it. A mouse has better ways and is left alone. */
export function useLongPress(onLongPress: () => void): {
  onPointerDown: (event: PointerEvent) => void;
  onPointerMove: (event: PointerEvent) => void;
  onPointerUp: () => void;
  onPointerCancel: () => void;
  onContextMenu: (event: MouseEvent) => void;
  onClickCapture: (event: MouseEvent) => void;
} {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const start = useRef<{ x: number; y: number } | null>(null);
  const hasFired = useRef(false);
  const stop = () => {
    clearTimeout(timer.current);
    start.current = null;
  };
  return {
    onPointerDown(event) {
      hasFired.current = false;
      if (event.pointerType === 'mouse') return;
      start.current = { x: event.clientX, y: event.clientY };
      timer.current = setTimeout(() => {
        hasFired.current = true;
        onLongPress();
      }, LONG_MS);
    },
    onPointerMove(event) {
      if (start.current === null) return;
      const drift = Math.hypot(event.clientX - start.current.x, event.clientY - start.current.y);
      if (drift > DRIFT_PX) stop();
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    onContextMenu(event) {
      // A long press on a link would open the browser's own menu.
      if (start.current !== null || hasFired.current) event.preventDefault();
    },
    onClickCapture(event) {
      // Letting go after a long press is not a click.
      if (!hasFired.current) return;
      hasFired.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
