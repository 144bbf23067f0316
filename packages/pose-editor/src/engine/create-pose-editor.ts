import type { Language, PoseJoints } from '@lumiku/contract';
import type { FigureView } from '../view/figure-view.ts';
import { createFlatView } from '../view/flat/create-flat-view.ts';
import { readStudioColours, watchTheme } from '../view/studio-colours.ts';
import { createPoseDocument, type PoseDocument } from './create-pose-document.ts';
import { createHandleOverlay, type HandleOverlay } from './handle-overlay.ts';
import { createKeyboard, type KeyWish } from './keyboard.ts';
import { createPointerGestures } from './pointer-gestures.ts';
import type { ViewFrame } from './view-camera.ts';
import { type EditorModule, Viewport } from './viewport.ts';

export interface AttachOptions {
  readonly language: Language;
  /** What of the host lies under buttons. */
  readonly insetPx: ViewFrame['insetPx'];
  readonly onWish: (wish: KeyWish) => void;
  /** Draws flat even where WebGL works. */
  readonly isFlat?: boolean;
}

/** An editor on a page. */
export interface AttachedEditor extends EditorModule {
  speak(language: Language): void;
  setInset(insetPx: ViewFrame['insetPx']): void;
  focus(handle: Parameters<HandleOverlay['focus']>[0]): void;
  /** By what the figure is drawn; `null` while three is being loaded. */
  readonly drawnBy: 'webgl' | 'canvas' | null;
}

/** The pose editor: a document, a view on it, and what attaches both to an element of a page. */
export interface PoseEditor {
  readonly document: PoseDocument;
  readonly viewport: Viewport;
  attach(host: HTMLElement, options: AttachOptions): AttachedEditor;
}

export function createPoseEditor(opened: PoseJoints): PoseEditor {
  const document_ = createPoseDocument(opened);
  const viewport = new Viewport(document_);
  return {
    document: document_,
    viewport,
    attach: (host, options) => attach(host, document_, viewport, options),
  };
}

/** WebGL when there is any; three is loaded only then. */
async function loadView(onLost: () => void): Promise<FigureView | null> {
  const probe = document.createElement('canvas').getContext('webgl2');
  if (!probe) return null;
  // Browsers allow few of them at a time.
  probe.getExtension('WEBGL_lose_context')?.loseContext();
  try {
    const { createThreeView } = await import('../view/three/create-three-view.ts');
    return createThreeView(onLost);
  } catch {
    return null;
  }
}

function attach(
  host: HTMLElement,
  document_: PoseDocument,
  viewport: Viewport,
  options: AttachOptions,
): AttachedEditor {
  let insetPx = options.insetPx;
  let view: FigureView | null = null;
  let drawnBy: AttachedEditor['drawnBy'] = null;
  let isGone = false;
  let frame = 0;
  const ringRadiusPx = () => (matchMedia('(pointer: coarse)').matches ? 58 : 48);

  const overlay = createHandleOverlay(host, document_, viewport, ringRadiusPx);
  overlay.speak(options.language);
  const draw = (): void => {
    frame = 0;
    const { pose, gender, showsBody } = document_.state();
    view?.draw({ pose, gender, showsBody, camera: viewport.camera });
    overlay.draw();
  };
  const redraw = (): void => {
    frame ||= requestAnimationFrame(draw);
  };
  const measure = (): void => {
    const { clientWidth, clientHeight } = host;
    if (clientWidth === 0 || clientHeight === 0) return;
    viewport.setFrame({ widthPx: clientWidth, heightPx: clientHeight, insetPx });
    view?.resize(clientWidth, clientHeight, devicePixelRatio);
    // Resizing clears a canvas; drawn at once, it does not flash.
    draw();
  };
  const paint = (): void => {
    view?.paint(readStudioColours(host));
    redraw();
  };
  const use = (next: FigureView, by: 'webgl' | 'canvas'): void => {
    view?.dispose();
    view = next;
    drawnBy = by;
    next.canvas.className = 'pose-canvas';
    next.canvas.setAttribute('aria-hidden', 'true');
    host.prepend(next.canvas);
    host.dataset.drawnBy = by;
    paint();
    measure();
  };
  const flat = (): void => {
    if (!isGone) use(createFlatView(), 'canvas');
  };
  if (options.isFlat) flat();
  else {
    void loadView(flat).then((loaded) => {
      if (isGone) loaded?.dispose();
      else if (loaded) use(loaded, 'webgl');
      else flat();
    });
  }

  const observer = new ResizeObserver(measure);
  observer.observe(host);
  measure();
  const stops = [
    document_.subscribe(redraw),
    viewport.subscribe(redraw),
    watchTheme(paint),
    () => observer.disconnect(),
  ];
  const modules: EditorModule[] = [
    overlay,
    createPointerGestures(host, document_, viewport, ringRadiusPx),
    createKeyboard(host, document_, viewport, options.onWish),
  ];
  return {
    get drawnBy() {
      return drawnBy;
    },
    speak: (language) => overlay.speak(language),
    setInset(next) {
      insetPx = next;
      measure();
    },
    focus: (handle) => overlay.focus(handle),
    dispose() {
      isGone = true;
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
      for (const module of modules.toReversed()) module.dispose();
      view?.dispose();
      delete host.dataset.drawnBy;
    },
  };
}
