import type { PoseCamera, SolvedPose } from '@lumiku/pose-kit';
import type { StudioColours } from './studio-colours.ts';

/** One state of the figure to be drawn. */
export interface FigureScene {
  readonly pose: SolvedPose;
  readonly gender: 'female' | 'male' | 'any';
  readonly camera: PoseCamera;
  readonly showsBody: boolean;
}

/** Draws floor, ghost and bones into a canvas of its own; joints and rings lie above it, in the page. */
export interface FigureView {
  readonly canvas: HTMLCanvasElement;
  draw(scene: FigureScene): void;
  resize(widthPx: number, heightPx: number, pixelRatio: number): void;
  paint(colours: StudioColours): void;
  dispose(): void;
}
