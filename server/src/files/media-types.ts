/** The only kinds of file the studio keeps, and so serves. */
const EXTENSIONS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
};

/** @throws Error for a kind that is not kept. */
export function extensionOf(mediaType: string): string {
  const extension = EXTENSIONS[mediaType];
  if (!extension) throw new Error(`files of type ${mediaType} are not stored`);
  return extension;
}

export function mediaTypeOf(name: string): string {
  const found = Object.entries(EXTENSIONS).find(([, extension]) => name.endsWith(`.${extension}`));
  return found?.[0] ?? 'application/octet-stream';
}
