import type { PictureSizeId } from '@lumiku/contract';
import { AVATAR_GENERATOR_PREFIX, type Generation, type Style } from '../../contract.ts';

export type DownloadFormat = 'png' | 'jpeg' | 'webp';

/** Where the picture of a generation is downloaded in a format; null while there is none. */
export function downloadHref(generation: Generation, format: DownloadFormat): string | null {
  if (generation.outputImageUrl === null) return null;
  const query = new URLSearchParams({ download: downloadName(generation), format });
  return `${generation.outputImageUrl}?${query}`;
}

/** Where it is downloaded in a size of shops and networks; null while there is none. */
export function sizedHref(generation: Generation, size: PictureSizeId): string | null {
  if (generation.outputImageUrl === null) return null;
  return `${AVATAR_GENERATOR_PREFIX}/generations/${generation.id}/download?size=${size}`;
}

/** Where a picture in line art is downloaded as SVG; null while there is none and for every other style. */
export function drawingHref(generation: Generation, styles: readonly Style[]): string | null {
  const style = styles.find(({ id }) => id === generation.stylePreset);
  const isDrawing = generation.kind === 'picture' && style?.shading === 'line';
  if (generation.outputImageUrl === null || !isDrawing) return null;
  return `${AVATAR_GENERATOR_PREFIX}/generations/${generation.id}/drawing.svg`;
}

/** A file name without ending that says what it is: pose, quality and the first part of the id. */
function downloadName(generation: Generation): string {
  return `${generation.poseTemplateId}-${generation.quality}-${generation.id.slice(0, 8)}`;
}

/** Starts a download without leaving the page. */
export function startDownload(generation: Generation, format: DownloadFormat): void {
  const href = downloadHref(generation, format);
  if (href !== null) startDownloadOf(href);
}

/** Saves what lies there, under the name the server gives it. */
export function startDownloadOf(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
