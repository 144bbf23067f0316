export const dataUrl = (picture: { bytes: Uint8Array; mediaType: string }): string =>
  `data:${picture.mediaType};base64,${base64(picture.bytes)}`;

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** The bytes of a data URL or of bare base64; null when it is neither. */
export function bytesOfBase64(text: string): Uint8Array | null {
  const body = /^data:[^,]*;base64,/.test(text) ? text.slice(text.indexOf(',') + 1) : text;
  if (body.length === 0 || !/^[A-Za-z0-9+/_\s-]+={0,2}\s*$/.test(body)) return null;
  return new Uint8Array(Buffer.from(body, 'base64'));
}
