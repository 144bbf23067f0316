import type { Language } from '@lumiku/contract';
import { projectPoint } from '@lumiku/pose-kit';
import { HANDLE_WORDS } from '../puppet/handle-words.ts';
import { HANDLES, type Handle, limbOf, sideOf } from '../puppet/handles.ts';
import type { PoseDocument } from './create-pose-document.ts';
import { RING_AXES, ringPoints } from './turn-rings.ts';
import type { EditorModule, Viewport } from './viewport.ts';

export interface HandleOverlay extends EditorModule {
  draw(): void;
  speak(language: Language): void;
  focus(handle: Handle): void;
}

const SVG = 'http://www.w3.org/2000/svg';

function ringPath(points: ReturnType<typeof ringPoints>, isFront: boolean): string {
  let path = '';
  let isDrawing = false;
  for (const point of points) {
    if (point.isFront !== isFront) {
      isDrawing = false;
      continue;
    }
    path += `${isDrawing ? 'L' : 'M'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`;
    isDrawing = true;
  }
  return path;
}

/**
 * The joints as real buttons over the picture: Tab reaches them, a screen reader names them, focus rings are the
 * page's own. Fingers are caught by the viewport, which takes the nearest joint, so they may overlap.
 */
export function createHandleOverlay(
  host: HTMLElement,
  document_: PoseDocument,
  viewport: Viewport,
  ringRadiusPx: () => number,
): HandleOverlay {
  const rings = document.createElementNS(SVG, 'svg');
  rings.setAttribute('class', 'pose-rings');
  rings.setAttribute('aria-hidden', 'true');
  const paths = RING_AXES.flatMap(({ name, axis }) =>
    [false, true].map((isFront) => {
      const path = document.createElementNS(SVG, 'path');
      path.setAttribute('class', `pose-ring pose-ring-${name}${isFront ? '' : ' is-behind'}`);
      rings.append(path);
      return { path, axis, isFront };
    }),
  );
  const list = document.createElement('div');
  list.className = 'pose-handles';
  list.setAttribute('role', 'group');
  const buttons = new Map<Handle, HTMLButtonElement>();
  for (const handle of HANDLES) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'pose-handle';
    button.dataset.handle = handle;
    button.dataset.side = sideOf(limbOf(handle)) ?? 'middle';
    button.addEventListener('focus', () => document_.select(handle));
    button.addEventListener('click', () => document_.select(handle));
    list.append(button);
    buttons.set(handle, button);
  }
  host.append(rings, list);

  return {
    draw() {
      const { pose, selected, tool, pins, hidden } = document_.state();
      const { camera } = viewport;
      for (const [handle, button] of buttons) {
        const at = projectPoint(camera, pose.joints[handle]);
        button.style.transform = `translate(${at.x.toFixed(1)}px, ${at.y.toFixed(1)}px)`;
        button.style.zIndex = String(Math.round(1000 - at.depth * 100));
        button.setAttribute('aria-pressed', String(handle === selected));
        button.classList.toggle('is-pinned', pins.has(handle));
        const point = HIDDEN_POINTS[handle];
        button.classList.toggle('is-hidden', point !== undefined && hidden.includes(point));
      }
      const centre = selected && tool === 'rotate' ? pose.joints[selected] : null;
      rings.style.display = centre ? '' : 'none';
      if (!centre) return;
      for (const { path, axis, isFront } of paths) {
        path.setAttribute('d', ringPath(ringPoints(camera, centre, axis, ringRadiusPx()), isFront));
      }
    },
    speak(language) {
      list.setAttribute('aria-label', language === 'id' ? 'Sendi' : 'Joints');
      for (const [handle, button] of buttons) {
        button.setAttribute('aria-label', HANDLE_WORDS[handle][language]);
      }
    },
    focus: (handle) => buttons.get(handle)?.focus({ preventScroll: true }),
    dispose() {
      rings.remove();
      list.remove();
    },
  };
}

/** The points of COCO-18 that go with a joint, for hiding. */
export const HIDDEN_POINTS: Partial<Record<Handle, number>> = {
  nose: 0,
  neck: 1,
  rightShoulder: 2,
  rightElbow: 3,
  rightWrist: 4,
  leftShoulder: 5,
  leftElbow: 6,
  leftWrist: 7,
  rightHip: 8,
  rightKnee: 9,
  rightAnkle: 10,
  leftHip: 11,
  leftKnee: 12,
  leftAnkle: 13,
};
