import { fileTypeFromBuffer } from 'file-type';

/** What bytes are by their own first words, as a media type; labels of services are not trusted. Null: unknown. */
export async function sniff(bytes: Uint8Array): Promise<string | null> {
  return (await fileTypeFromBuffer(bytes))?.mime ?? null;
}
