import { z } from 'zod';
import { Tier } from './account.ts';
import { QueueAhead } from './queue-ahead.ts';
import { Words } from './words.ts';

/** What the audit log writes down. */
export const AuditAction = z.enum([
  'credits.granted',
  'tier.changed',
  'role.changed',
  'account.closed',
  'account.reopened',
  'app.switched-on',
  'app.switched-off',
  'job.cancelled',
  'key.made',
  'key.revoked',
]);
export type AuditAction = z.infer<typeof AuditAction>;

/** Somebody of the log; null id and name once their account is deleted. */
const AuditPerson = z.object({ id: z.string().nullable(), name: z.string().nullable() });

/** A line of `GET /api/admin/audit`. Times are ISO 8601 UTC. */
export const AuditEntry = z.object({
  id: z.number().int(),
  at: z.iso.datetime(),
  action: AuditAction,
  /** Who did it; null: the command line of the server. */
  actor: AuditPerson.nullable(),
  /** To whom; null when it was done to no person. */
  target: AuditPerson.nullable(),
  /** The app or job it was about, or the name of the key. */
  subject: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** Why a job waits: it was paid to go first, waited so long that it does, waits for its person's turn, … */
export const WaitReason = z.enum(['priority', 'aged', 'turn', 'interactive', 'retry']);
export type WaitReason = z.infer<typeof WaitReason>;

/** Work of the queue as an admin sees it. */
export const QueuedJob = z.object({
  id: z.uuid(),
  kind: z.string(),
  person: z.object({ id: z.string(), name: z.string(), tier: Tier }),
  price: z.number().int(),
  createdAt: z.iso.datetime(),
  attempt: z.number().int(),
});
export const RunningJob = QueuedJob.extend({
  startedAt: z.iso.datetime(),
  engine: z.string().nullable(),
  /** 0 to 1; null: this engine does not say. */
  progress: z.number().nullable(),
});
export type RunningJob = z.infer<typeof RunningJob>;
export const WaitingJob = QueuedJob.extend({
  /** Place in its line, from 1. */
  position: z.number().int(),
  reason: WaitReason,
  ahead: QueueAhead,
  /** When a failed try is repeated; null for the others. */
  notBefore: z.iso.datetime().nullable(),
});
export type WaitingJob = z.infer<typeof WaitingJob>;

/** `GET /api/admin/queue`. */
export const QueueReport = z.object({
  running: z.array(RunningJob),
  /** The next ones, in the order they will start. */
  waiting: z.array(WaitingJob),
  waitingTotal: z.number().int(),
  longestWaitSeconds: z.number().nullable(),
  doneInDay: z.number().int(),
  failedInDay: z.number().int(),
});
export type QueueReport = z.infer<typeof QueueReport>;

/** A line of `GET /api/admin/apps`. */
export const AppSwitch = z.object({
  id: z.string(),
  name: Words,
  description: Words,
  icon: z.string(),
  colour: z.string(),
  version: z.string(),
  isOn: z.boolean(),
  /** What its maker says, while this studio has not chosen. */
  isOnByDefault: z.boolean(),
  /** Null: this studio has not chosen. */
  changedAt: z.iso.datetime().nullable(),
});
export type AppSwitch = z.infer<typeof AppSwitch>;

const FileSum = z.object({ files: z.number().int(), bytes: z.number().int() });
/** `GET /api/admin/storage`. */
export const StorageReport = z.object({
  measuredAt: z.iso.datetime(),
  total: FileSum,
  freeBytes: z.number().int().nullable(),
  apps: z.array(FileSum.extend({ appId: z.string() })),
  /** Who keeps the most; at most fifty. */
  people: z.array(FileSum.extend({ id: z.string(), name: z.string().nullable() })),
  sweeps: z.object({
    lastAt: z.iso.datetime().nullable(),
    /** Files no row named, in the last 30 days. */
    orphansRemoved: z.number().int(),
    /** Rows whose file is not there, as of the last sweep. */
    missing: z.number().int(),
  }),
});
export type StorageReport = z.infer<typeof StorageReport>;
