import { z } from 'zod';

/** `available = balance - held`: three words with one meaning each. Whole credits. */
export const CreditSummary = z.object({
  balance: z.number().int(),
  held: z.number().int(),
  available: z.number().int(),
});
export type CreditSummary = z.infer<typeof CreditSummary>;

/** A line of the append-only ledger; the sum of all amounts is the balance. */
export const LedgerEntry = z.object({
  id: z.string(),
  /** Signed: grants and refunds above zero, captures below. */
  amount: z.number().int(),
  kind: z.enum(['welcome', 'grant', 'purchase', 'capture', 'refund']),
  /** What it paid for: `<app>:<thing>:<id>`, e.g. `avatar-generator:generation:…`. */
  reference: z.string(),
  note: z.string().nullable(),
  balanceAfter: z.number().int(),
  createdAt: z.iso.datetime(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** Credits set aside for work in progress: captured once on delivery or released once. */
export const CreditHold = z.object({
  id: z.string(),
  amount: z.number().int(),
  state: z.enum(['held', 'captured', 'released']),
  reference: z.string(),
  createdAt: z.iso.datetime(),
});
export type CreditHold = z.infer<typeof CreditHold>;
