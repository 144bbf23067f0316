import type { PoseDocument } from './create-pose-document.ts';
import {
  beginDrag,
  continueDrag,
  endDrag,
  type FigureDrag,
  type Place,
  tapDrag,
} from './figure-drag.ts';
import type { EditorModule, Viewport } from './viewport.ts';

/** A finger that moved less than this tapped. */
const TAP_PX = 5;

interface Pinch extends Place {
  readonly apart: number;
}

function pinchOf(fingers: ReadonlyMap<number, Place>): Pinch | null {
  const [a, b] = [...fingers.values()];
  if (!a || !b) return null;
  return { apart: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function pointerOf(event: PointerEvent): 'mouse' | 'touch' {
  return event.pointerType === 'mouse' ? 'mouse' : 'touch';
}

/** Mouse, pen and fingers on the figure: one moves a joint or looks around, two zoom and push. */
export function createPointerGestures(
  host: HTMLElement,
  document_: PoseDocument,
  viewport: Viewport,
  ringRadiusPx: () => number,
): EditorModule {
  const fingers = new Map<number, Place>();
  let drag: FigureDrag | null = null;
  let pinch: Pinch | null = null;

  const place = (event: MouseEvent): Place => {
    const box = host.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const end = (isKept: boolean): void => {
    if (drag) endDrag(document_, drag, isKept);
    drag = null;
    host.classList.remove('is-dragging');
  };
  const onDown = (event: PointerEvent): void => {
    if (event.target instanceof Element && event.target.closest('[data-over-figure]')) return;
    // Without this the finger would scroll, and the mouse would mark text.
    event.preventDefault();
    const at = place(event);
    fingers.set(event.pointerId, at);
    host.setPointerCapture(event.pointerId);
    if (fingers.size > 1) {
      // A second finger means looking, not dragging.
      end(false);
      pinch = pinchOf(fingers);
      return;
    }
    drag = beginDrag(document_, viewport, at, {
      pointer: pointerOf(event),
      button: event.button,
      isDepth: event.altKey,
      ringRadiusPx: ringRadiusPx(),
    });
    host.classList.add('is-dragging');
  };
  const onMove = (event: PointerEvent): void => {
    const from = fingers.get(event.pointerId);
    if (!from) return;
    const to = place(event);
    fingers.set(event.pointerId, to);
    const next = pinch && pinchOf(fingers);
    if (pinch && next) {
      viewport.zoom(next.apart / Math.max(1, pinch.apart), next.x, next.y);
      viewport.pan(next.x - pinch.x, next.y - pinch.y);
      pinch = next;
    } else if (drag) continueDrag(document_, viewport, drag, from, to);
  };
  const onUp = (event: PointerEvent): void => {
    const at = fingers.get(event.pointerId);
    if (!at) return;
    fingers.delete(event.pointerId);
    const began = drag;
    end(event.type === 'pointerup');
    const isTap = began && Math.hypot(at.x - began.start.x, at.y - began.start.y) < TAP_PX;
    if (isTap && event.type === 'pointerup') tapDrag(document_, viewport, began, pointerOf(event));
    if (fingers.size < 2) pinch = null;
  };
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const { x, y } = place(event);
    // Lines and pages, where a mouse counts in them, are some twenty pixels each.
    viewport.zoom(Math.exp(-event.deltaY * (event.deltaMode === 0 ? 0.0016 : 0.05)), x, y);
  };
  const onMenu = (event: Event): void => event.preventDefault();

  host.addEventListener('pointerdown', onDown);
  host.addEventListener('pointermove', onMove);
  host.addEventListener('pointerup', onUp);
  host.addEventListener('pointercancel', onUp);
  host.addEventListener('wheel', onWheel, { passive: false });
  host.addEventListener('contextmenu', onMenu);
  return {
    dispose() {
      end(false);
      host.removeEventListener('pointerdown', onDown);
      host.removeEventListener('pointermove', onMove);
      host.removeEventListener('pointerup', onUp);
      host.removeEventListener('pointercancel', onUp);
      host.removeEventListener('wheel', onWheel);
      host.removeEventListener('contextmenu', onMenu);
    },
  };
}
