import type {
  Database,
  EndedJobRef,
  Events,
  JobDefinition,
  JobRef,
  Log,
  TierLimits,
  Tx,
} from '@lumiku/app-kit';
import type { Tier } from '@lumiku/contract';
import type { JobKinds } from './job-kinds.ts';
import type { jobs } from './tables.ts';
import type { WakeQueue } from './wake-queue.ts';

export type JobRow = typeof jobs.$inferSelect;

/** The part of the credit book that jobs use; each call is idempotent. */
export interface Holds {
  placeHold(
    tx: Tx,
    hold: { userId: string; amount: number; reference: string },
  ): Promise<{ holdId: string }>;
  placeSharedHold(
    tx: Tx,
    hold: {
      userId: string;
      reference: string;
      shares: readonly { reference: string; amount: number }[];
    },
  ): Promise<Map<string, string>>;
  captureHold(tx: Tx, holdId: string): Promise<unknown>;
  releaseHold(tx: Tx, holdId: string): Promise<unknown>;
}

export type JobTier = Pick<TierLimits, 'jobsInFlight' | 'queueWeight'>;

/** What every verb of this folder works with. */
export interface JobParts {
  readonly db: Database;
  readonly holds: Holds;
  readonly events: Pick<Events, 'publish' | 'signal'>;
  readonly queue: WakeQueue;
  readonly kinds: JobKinds;
  readonly log: Log;
  /** Called at every step of a job's life; tests stop the process there. */
  readonly onStep: (step: string) => void;
  readonly leaseMs: number;
  /** What each tier may have in flight, and how many turns it gets. */
  readonly tiers: Readonly<Record<Tier, JobTier>>;
  /** Virtual time by rank, as far as this process knows: it only rises, so a turn that is not over it need not be told. */
  readonly turnsKnown: Map<number, number>;
}

/** @throws when the payload is not what this version of the app writes. */
export function jobRef(definition: JobDefinition, row: JobRow): JobRef<unknown> {
  return { ...refOf(row), payload: definition.payload.parse(row.payload) };
}

/** For the hooks of an end without a delivery, which even unreadable work must come to. */
export function endedJobRef(definition: JobDefinition, row: JobRow): EndedJobRef<unknown> {
  const read = definition.payload.safeParse(row.payload);
  return { ...refOf(row), payload: read.success ? read.data : null };
}

function refOf(row: JobRow) {
  return { id: row.id, userId: row.userId, attempt: row.attempt, priceCredits: row.price };
}
