import { Fault } from '@lumiku/contract';
import { z } from 'zod';

export const MANIFEST_FILE = 'lumiku-backup.json';
export const SECRET_FILE = 'secret.key';
export const TABLES_FOLDER = 'database';
export const UPLOADS_FOLDER = 'uploads';

/** First entry of a backup: what is in it, and which state of the tables it belongs to. */
export const BackupManifest = z.object({
  format: z.literal(1),
  lumikuVersion: z.string(),
  createdAt: z.iso.datetime(),
  /** By owner of tables: how many of its migrations were applied. */
  migrations: z.record(z.string(), z.number().int()),
  /** In an order in which each table comes after those it refers to. */
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.string()).min(1), rows: z.number().int() }),
  ),
  /** Where numbered rows go on. */
  sequences: z.record(z.string(), z.string()),
});
export type BackupManifest = z.infer<typeof BackupManifest>;

export function notABackup(file: string, cause?: unknown): Fault {
  return new Fault({
    code: 'BACKUP_UNREADABLE',
    status: 422,
    message: `${file} is not a whole Lumiku backup. Nothing was changed.`,
    fix: 'Name a file that "lumiku backup" wrote; a copy that broke off must be copied again.',
    cause,
  });
}
