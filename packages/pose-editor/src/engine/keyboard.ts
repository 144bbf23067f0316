import type { Vec3 } from '@lumiku/pose-kit';
import { aboutAxis } from '@lumiku/pose-kit/mat3';
import { add } from '@lumiku/pose-kit/vec3';
import { type Handle, limbOf } from '../puppet/handles.ts';
import { moveJoint, turnJoint } from '../puppet/move-joint.ts';
import { gestureWords, type PoseDocument } from './create-pose-document.ts';
import { HIDDEN_POINTS } from './handle-overlay.ts';
import { type ViewPreset, viewDirection } from './view-camera.ts';
import type { EditorModule, Viewport } from './viewport.ts';

/** One arrow key: a hundredth of a person; with Shift five. */
const STEP = 0.01;
const BIG_STEP = 0.05;
const STEP_DEGREES = 3;
const BIG_STEP_DEGREES = 15;
const ORBIT_DEGREES = 15;

const ARROWS: Record<string, readonly [axis: 0 | 1 | 2, sign: 1 | -1]> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowUp: [1, 1],
  ArrowDown: [1, -1],
  PageUp: [2, -1],
  PageDown: [2, 1],
};
const PRESETS: Record<string, ViewPreset> = {
  1: 'front',
  2: 'threeQuarter',
  3: 'side',
  4: 'back',
  5: 'top',
};

/** What a key asks the page to do, which the engine has no part for. */
export type KeyWish = 'save' | 'presets' | 'keys';

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest(
        'input, textarea, select, [role="slider"], [role="radio"], [role="menu"], [role="dialog"]',
      ) !== null)
  );
}

/** The whole editor by keys. Arrows act on the selected joint only when the figure has the focus. */
export function createKeyboard(
  host: HTMLElement,
  document_: PoseDocument,
  viewport: Viewport,
  onWish: (wish: KeyWish) => void,
): EditorModule {
  const nudge = (handle: Handle, axis: 0 | 1 | 2, sign: 1 | -1, isBig: boolean): void => {
    const { puppet, pose, tool, pins, keepsFeet } = document_.state();
    const held = { pins, keepsFeet };
    const words = gestureWords(tool, handle);
    const key = `${tool} ${handle} ${axis}`;
    if (tool === 'rotate') {
      // Left and right turn about the upright, up and down about the sideways axis.
      const about: Vec3 = viewDirection(viewport.camera, axis === 0 ? 1 : axis === 1 ? 0 : 2, 1);
      const degrees = (isBig ? BIG_STEP_DEGREES : STEP_DEGREES) * (axis === 1 ? -sign : sign);
      const turn = aboutAxis(about, degrees);
      document_.nudge(handle, turnJoint(puppet, handle, turn, held), words, key);
      return;
    }
    const by = viewDirection(viewport.camera, axis, sign * (isBig ? BIG_STEP : STEP));
    const target = add(pose.joints[handle], by);
    document_.nudge(handle, moveJoint(puppet, handle, target, held), words, key);
  };

  const withSelected = (act: (handle: Handle) => void): void => {
    const { selected } = document_.state();
    if (selected) act(selected);
  };
  const letters: Record<string, () => void> = {
    g: () => document_.setTool('move'),
    r: () => document_.setTool('rotate'),
    m: () => document_.mirror(),
    b: () => document_.setOption('showsBody', !document_.state().showsBody),
    h: () => onWish('presets'),
    '?': () => onWish('keys'),
    f: () => viewport.fit(),
    0: () => viewport.fit(),
    '+': () => zoom(1.2),
    '=': () => zoom(1.2),
    '-': () => zoom(1 / 1.2),
    p: () =>
      withSelected((handle) => {
        if (/Wrist$|Ankle$/.test(handle)) document_.togglePin(handle);
      }),
    x: () =>
      withSelected((handle) => {
        const point = HIDDEN_POINTS[handle];
        if (point !== undefined) document_.toggleHidden([point]);
      }),
    escape: () => document_.select(null),
  };
  const zoom = (by: number): void => {
    const { widthPx, heightPx } = viewport.camera;
    viewport.zoom(by, widthPx / 2, heightPx / 2);
  };

  /** @returns whether the key meant something */
  const withControl = (key: string, isShift: boolean): boolean => {
    if (key === 'z' && !isShift) document_.undo();
    else if (key === 'y' || (key === 'z' && isShift)) document_.redo();
    else if (key === 's') onWish('save');
    else return false;
    return true;
  };
  const plain = (event: KeyboardEvent): boolean => {
    const arrow = ARROWS[event.key];
    const isOnFigure = event.target instanceof Node && host.contains(event.target);
    if (arrow) {
      const { selected } = document_.state();
      if (!isOnFigure) return false;
      if (selected) nudge(selected, arrow[0], arrow[1], event.shiftKey);
      else if (arrow[0] === 0) viewport.turn(arrow[1] * ORBIT_DEGREES, 0);
      else viewport.turn(0, -arrow[1] * ORBIT_DEGREES);
      return true;
    }
    const preset = PRESETS[event.key];
    if (preset) {
      viewport.look(preset);
      return true;
    }
    const letter = letters[event.key.toLowerCase()];
    letter?.();
    return letter !== undefined;
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const hasControl = event.ctrlKey || event.metaKey;
    if (hasControl) {
      if (isTyping(event.target) && event.key !== 's') return;
      if (withControl(event.key.toLowerCase(), event.shiftKey)) event.preventDefault();
      return;
    }
    if (isTyping(event.target)) return;
    if (event.altKey) {
      if (event.key.toLowerCase() !== 'r') return;
      withSelected((handle) => document_.resetLimb(limbOf(handle)));
      event.preventDefault();
      return;
    }
    if (plain(event)) event.preventDefault();
  };
  document.addEventListener('keydown', onKey);
  return { dispose: () => document.removeEventListener('keydown', onKey) };
}
