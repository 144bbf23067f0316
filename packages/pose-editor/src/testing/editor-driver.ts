import { projectPoint } from '@lumiku/pose-kit';
import type { PoseEditor } from '../engine/create-pose-editor.ts';
import {
  beginDrag,
  continueDrag,
  endDrag,
  type Grip,
  type Place,
  tapDrag,
} from '../engine/figure-drag.ts';
import type { Handle } from '../puppet/handles.ts';

const STEPS = 8;

/** Plays what a hand does on the figure, without a page: the same code fingers run through, at a phone's size. */
export class EditorDriver {
  readonly #editor: PoseEditor;
  readonly #pointer: 'mouse' | 'touch';

  constructor(editor: PoseEditor, options: { pointer?: 'mouse' | 'touch' } = {}) {
    this.#editor = editor;
    this.#pointer = options.pointer ?? 'touch';
    editor.viewport.setFrame({
      widthPx: 390,
      heightPx: 512,
      insetPx: { top: 24, bottom: 72, side: 12 },
    });
    editor.viewport.fit();
  }

  /** Where a joint is on the screen. */
  placeOf(handle: Handle): Place {
    const { camera } = this.#editor.viewport;
    return projectPoint(camera, this.#editor.document.state().pose.joints[handle]);
  }

  /** Presses at a joint, moves by so many pixels and lets go. */
  dragJoint(handle: Handle, by: readonly [x: number, y: number], options: DragOptions = {}): void {
    this.drag(this.placeOf(handle), by, options);
  }

  /** Presses at a place and lets go without moving. */
  tap(at: Place): void {
    const { document, viewport } = this.#editor;
    const drag = beginDrag(document, viewport, at, this.#grip());
    endDrag(document, drag, true);
    tapDrag(document, viewport, drag, this.#pointer);
  }

  drag(from: Place, by: readonly [x: number, y: number], options: DragOptions = {}): void {
    const { document, viewport } = this.#editor;
    const drag = beginDrag(document, viewport, from, this.#grip(options.isDepth));
    let at = from;
    for (let step = 1; step <= STEPS; step += 1) {
      const next = { x: from.x + (by[0] * step) / STEPS, y: from.y + (by[1] * step) / STEPS };
      continueDrag(document, viewport, drag, at, next);
      at = next;
    }
    endDrag(document, drag, !options.isLost);
  }

  #grip(isDepth = false): Grip {
    return { pointer: this.#pointer, button: 0, isDepth, ringRadiusPx: 58 };
  }
}

interface DragOptions {
  readonly isDepth?: boolean;
  /** The system takes the finger away, as when a call comes in. */
  readonly isLost?: boolean;
}
