import type { Look, SceneFraming, SceneLight, Shading } from '@lumiku/contract';
import type { PoseCamera, SolvedPose } from '@lumiku/pose-kit';

export interface FigureCamera {
  /** Degrees; + turns the subject so that it faces image right. */
  yaw: number;
  /** Degrees; + looks down on the figure. */
  pitch: number;
  framing: SceneFraming;
}

/** Everything that decides a picture: two equal jobs give the same bytes, on any number of workers. */
export interface FigureJob {
  pose: SolvedPose;
  /** `clay`: the plain uncoloured mannequin of the pose thumbnails. */
  look: Look | 'clay';
  camera: FigureCamera;
  /** A camera of its own instead of one fitted to the pose: a clip keeps its while the pose moves. */
  view?: PoseCamera | undefined;
  widthPx: number;
  heightPx: number;
  /** `#rrggbb` for a paper of that colour, a `SceneBackdrop`, or `transparent`: nothing but the figure and its shadow. */
  backdrop: string;
  /** Default: soft. */
  light?: SceneLight | undefined;
  smoothEdges: boolean;
  /** How it is drawn; default: clay. */
  shading?: Shading | undefined;
  /** How far the mouth is opened beyond its expression, 0..1: for somebody who talks. */
  mouth?: number | undefined;
  /** Varies small things (hair strands, light angle, backdrop tone); 0..2^32-1. */
  seed: number;
}

/** Raw 8-bit RGB, or RGBA (not premultiplied) on a transparent backdrop; rows from the top. */
export interface FigurePicture {
  pixels: Uint8Array;
  widthPx: number;
  heightPx: number;
  channels: 3 | 4;
}

export interface RenderWatch {
  signal?: AbortSignal;
  /** Share of rows done, 0..1; a few times a picture. */
  onProgress?: (fraction: number) => void;
  /** On one thread, so that others draw other pictures meanwhile: quicker for many, slower for each. */
  alone?: boolean;
}

/** Threads that stay alive between pictures. `render` rejects with the signal's reason within 100 ms of an abort. */
export interface FigurePool {
  render(job: FigureJob, watch?: RenderWatch): Promise<FigurePicture>;
  close(): Promise<void>;
}
