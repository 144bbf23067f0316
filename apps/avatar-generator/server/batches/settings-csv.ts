import { stringify } from 'csv-stringify/sync';
import type { GenerationRow } from '../generation-view.ts';

/** One line a picture: everything needed to make it again, what it cost, and what became of it (RFC 4180). */
export function settingsCsv(packed: readonly { row: GenerationRow; name: string }[]): string {
  const lines = packed.map(({ row, name }, index) => [
    String((row.batchPlace ?? index) + 1),
    name,
    row.status,
    row.poseTemplateId,
    row.poseNames?.en ?? '',
    row.poseNames?.id ?? '',
    row.quality,
    row.stylePreset,
    row.priority ? 'yes' : 'no',
    String(row.seed),
    asJson(row.poseTurn),
    asJson(row.scene),
    asJson(row.look),
    row.engine,
    String(row.creditUsed),
    row.createdAt.toISOString(),
    row.completedAt?.toISOString() ?? '',
    row.scores?.pose?.match.toFixed(2) ?? '',
    row.scores?.identity?.match.toFixed(2) ?? '',
    row.errorMessage ?? '',
    row.id,
  ]);
  return stringify([COLUMNS, ...lines.map((line) => line.map(plain))], {
    record_delimiter: '\r\n',
  });
}

const COLUMNS = [
  ...['place', 'file', 'status', 'pose', 'pose name', 'nama pose', 'quality', 'style', 'priority'],
  ...['seed', 'turn', 'scene', 'look', 'engine', 'credits', 'ordered', 'finished'],
  ...['pose match', 'likeness', 'problem', 'id'],
];

const asJson = (value: object | null) => (value === null ? '' : JSON.stringify(value));

/** What a spreadsheet would run as a formula is made plain text. */
function plain(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
