import type { AppContext } from '@lumiku/app-kit';
import { makeZip } from 'client-zip';
import type { GenerationRow } from '../generation-view.ts';
import { settingsCsv } from './settings-csv.ts';

/** A picture to pack: its row and its file name there. */
export interface PackedPicture {
  row: GenerationRow;
  name: string;
}

/**
 * Finished pictures and a table of their settings as one ZIP, made while it is sent: one picture in memory at a time,
 * whatever their number. One that was deleted meanwhile is left out.
 */
export function picturesZip(
  { images, log }: Pick<AppContext, 'images' | 'log'>,
  rows: readonly GenerationRow[],
): ReadableStream<Uint8Array> {
  const packed = packedPictures(rows);
  return makeZip(entries());

  async function* entries() {
    yield {
      name: 'settings.csv',
      lastModified: new Date(),
      input: settingsCsv(packed),
    };
    for (const { row, name } of packed) {
      if (row.outputImageUrl === null || name === '') continue;
      const input = await images.read(row.outputImageUrl).catch((error: unknown) => {
        log.warn({ err: error, generationId: row.id }, 'A picture could not be packed.');
        return null;
      });
      if (input === null) continue;
      yield { name, lastModified: row.completedAt ?? row.createdAt, input: new Uint8Array(input) };
    }
  }
}

/** Names that sort as the pictures are ordered and say what they show: `07-runway-walk.png`; none for what has no file. */
export function packedPictures(rows: readonly GenerationRow[]): PackedPicture[] {
  const digits = Math.max(2, String(rows.length).length);
  return rows.map((row, index) => {
    const ending = /\.\w+$/.exec(row.outputImageUrl ?? '')?.[0];
    const place = String((row.batchPlace ?? index) + 1).padStart(digits, '0');
    const pose = row.poseTemplateId.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 80);
    return { row, name: ending === undefined ? '' : `${place}-${pose}${ending}` };
  });
}
