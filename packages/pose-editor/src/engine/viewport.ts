import type { PoseCamera } from '@lumiku/pose-kit';
import { projectPoint } from '@lumiku/pose-kit';
import { HANDLES, type Handle } from '../puppet/handles.ts';
import type { PoseDocument } from './create-pose-document.ts';
import {
  type FitBox,
  fitBox,
  PITCH_LEAST,
  PITCH_MOST,
  VIEW_PRESETS,
  type View,
  type ViewFrame,
  type ViewPreset,
  viewCamera,
} from './view-camera.ts';

/** What is taken down when an editor closes. Every module has one; the editor calls them last to first. */
export interface EditorModule {
  dispose(): void;
}

const ZOOM_LEAST = 0.5;
const ZOOM_MOST = 6;

/** From where the person looks: shared by the modules of one editor. */
export class Viewport {
  #view: View;
  #frame: ViewFrame = { widthPx: 1, heightPx: 1, insetPx: { top: 0, bottom: 0, side: 0 } };
  #box: FitBox;
  #camera: PoseCamera | null = null;
  readonly #document: PoseDocument;
  readonly #listeners = new Set<() => void>();

  constructor(document: PoseDocument) {
    const { picture, pose } = document.state();
    this.#document = document;
    this.#view = { yaw: picture.yaw, pitch: picture.pitch, zoom: 1, panPx: [0, 0] };
    this.#box = fitBox(pose);
  }

  get view(): View {
    return this.#view;
  }

  get camera(): PoseCamera {
    this.#camera ??= viewCamera(this.#view, this.#frame, this.#box);
    return this.#camera;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  setFrame(frame: ViewFrame): void {
    this.#frame = frame;
    this.#changed();
  }

  /** The whole figure in view again. */
  fit(): void {
    this.#box = fitBox(this.#document.state().pose);
    this.#view = { ...this.#view, zoom: 1, panPx: [0, 0] };
    this.#changed();
  }

  look(preset: ViewPreset): void {
    this.#view = { ...this.#view, ...VIEW_PRESETS[preset] };
    this.fit();
  }

  lookFrom(yaw: number, pitch: number): void {
    this.#view = { ...this.#view, yaw, pitch };
    this.fit();
  }

  turn(yaw: number, pitch: number): void {
    this.#view = {
      ...this.#view,
      yaw: this.#view.yaw + yaw,
      pitch: Math.max(PITCH_LEAST, Math.min(PITCH_MOST, this.#view.pitch + pitch)),
    };
    this.#changed();
  }

  /** Zooms about a pixel, which stays where it is. */
  zoom(by: number, x: number, y: number): void {
    const zoom = Math.max(ZOOM_LEAST, Math.min(ZOOM_MOST, this.#view.zoom * by));
    const share = zoom / this.#view.zoom;
    const [cx, cy] = this.camera.centrePx;
    const [px, py] = this.#view.panPx;
    this.#view = {
      ...this.#view,
      zoom,
      panPx: [px + (x - cx) * (1 - share), py + (y - cy) * (1 - share)],
    };
    this.#changed();
  }

  pan(x: number, y: number): void {
    const [px, py] = this.#view.panPx;
    this.#view = { ...this.#view, panPx: [px + x, py + y] };
    this.#changed();
  }

  /** The joint under a pixel: the nearest within reach, and of two as near the one in front. */
  handleAt(x: number, y: number, reachPx: number): Handle | null {
    const { joints } = this.#document.state().pose;
    let best: { handle: Handle; score: number } | null = null;
    for (const handle of HANDLES) {
      const at = projectPoint(this.camera, joints[handle]);
      const away = Math.hypot(at.x - x, at.y - y);
      if (away > reachPx) continue;
      const score = away + at.depth * 2;
      if (!best || score < best.score) best = { handle, score };
    }
    return best?.handle ?? null;
  }

  #changed(): void {
    this.#camera = null;
    for (const listener of this.#listeners) listener();
  }
}
