/** A frame of the running picture, as the server previews it. */
export interface PreviewFrame {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp';
  /** The work it belongs to, where the server says. */
  readonly promptId?: string | undefined;
}

const PREVIEW = 1;
const PREVIEW_WITH_META = 4;
const FORMATS = new Map<number, PreviewFrame['mediaType']>([
  [1, 'image/jpeg'],
  [2, 'image/png'],
]);

/**
 * Reads a binary message of the websocket: a 32-bit big-endian type, then 1 = format and picture, 4 = length, JSON
 * and picture. Null for types that carry no picture and for what cannot be read: a preview is never worth an error.
 */
export function decodeFrame(message: Uint8Array): PreviewFrame | null {
  if (message.byteLength <= 8) return null;
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  const type = view.getUint32(0);
  if (type === PREVIEW) {
    const bytes = message.subarray(8);
    const mediaType = FORMATS.get(view.getUint32(4)) ?? 'image/jpeg';
    return { bytes, mediaType };
  }
  if (type !== PREVIEW_WITH_META) return null;
  const length = view.getUint32(4);
  if (8 + length >= message.byteLength) return null;
  const meta = readMeta(message.subarray(8, 8 + length));
  return meta && { bytes: message.subarray(8 + length), ...meta };
}

function readMeta(bytes: Uint8Array): Omit<PreviewFrame, 'bytes'> | null {
  try {
    const meta: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof meta !== 'object' || meta === null) return null;
    const type = 'image_type' in meta ? String(meta.image_type).toLowerCase() : 'image/jpeg';
    return {
      mediaType: type.includes('png') ? 'image/png' : 'image/jpeg',
      promptId: 'prompt_id' in meta ? String(meta.prompt_id) : undefined,
    };
  } catch {
    return null;
  }
}
