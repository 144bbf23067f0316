import type { Credits, Database, Tx } from '@lumiku/app-kit';
import type { CreditHold, CreditSummary, LedgerEntry } from '@lumiku/contract';
import { captureHold } from './capture-hold.ts';
import { charge } from './charge.ts';
import { grant } from './grant.ts';
import { openAccount } from './open-account.ts';
import { type PlaceHold, placeHold } from './place-hold.ts';
import { type PlaceSharedHold, placeSharedHold } from './place-shared-hold.ts';
import {
  countEntries,
  type EntryFilter,
  readBalances,
  readEntries,
  readOpenHolds,
  readSummary,
  walkEntries,
} from './read-credits.ts';
import { type CreditTotals, readTotals } from './read-totals.ts';
import { refund } from './refund.ts';
import { releaseHold } from './release-hold.ts';

/** Everything the platform may do with credits; an app sees only `charge`. The verbs' files say what each promises. */
export interface CreditBook extends Credits {
  openAccount(tx: Tx, userId: string): Promise<boolean>;
  placeHold(tx: Tx, hold: PlaceHold): Promise<{ holdId: string }>;
  placeSharedHold(tx: Tx, hold: PlaceSharedHold): Promise<Map<string, string>>;
  captureHold(tx: Tx, holdId: string, options?: { amount?: number }): Promise<{ captured: number }>;
  releaseHold(tx: Tx, holdId: string): Promise<boolean>;
  refund(tx: Tx, given: Parameters<typeof refund>[1]): Promise<boolean>;
  grant(tx: Tx, given: Parameters<typeof grant>[1]): Promise<boolean>;
  summary(userId: string): Promise<CreditSummary>;
  balances(userIds: readonly string[]): Promise<Map<string, number>>;
  entries(filter: EntryFilter, page: { limit: number; offset: number }): Promise<LedgerEntry[]>;
  entriesTotal(filter: EntryFilter): Promise<number>;
  walkEntries(filter: EntryFilter, batchSize?: number): AsyncGenerator<LedgerEntry>;
  openHolds(userId: string): Promise<CreditHold[]>;
  totals(): Promise<CreditTotals>;
}

/** @param deps.welcomeCredits what an account opens with; 0 = nothing. */
export function createCredits(deps: { db: Database; welcomeCredits: number }): CreditBook {
  const { db, welcomeCredits } = deps;
  return {
    openAccount: (tx, userId) => openAccount(tx, { userId, welcomeCredits }),
    placeHold: (tx, hold) => placeHold(tx, hold, welcomeCredits),
    placeSharedHold: (tx, hold) => placeSharedHold(tx, hold, welcomeCredits),
    captureHold,
    releaseHold,
    charge: (tx, charged) => charge(tx, charged, welcomeCredits),
    refund,
    grant: (tx, given) => grant(tx, given, welcomeCredits),
    summary: (userId) => readSummary(db, userId, welcomeCredits),
    balances: (userIds) => readBalances(db, userIds, welcomeCredits),
    entries: (filter, page) => readEntries(db, filter, page),
    entriesTotal: (filter) => countEntries(db, filter),
    walkEntries: (filter, batchSize) => walkEntries(db, filter, batchSize),
    openHolds: (userId) => readOpenHolds(db, userId),
    totals: () => readTotals(db),
  };
}
