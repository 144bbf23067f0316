import type { Tx } from '@lumiku/app-kit';
import { creditAccounts, creditEntries } from './tables.ts';

/**
 * Opens a person's account with the welcome grant, exactly once: a twin at the same moment waits on the primary key
 * and then finds the account open.
 * @returns whether this call opened it.
 */
export async function openAccount(
  tx: Tx,
  account: { userId: string; welcomeCredits: number },
): Promise<boolean> {
  const { userId, welcomeCredits } = account;
  const [opened] = await tx
    .insert(creditAccounts)
    .values({ userId, balance: welcomeCredits })
    .onConflictDoNothing()
    .returning({ userId: creditAccounts.userId });
  if (!opened) return false;
  if (welcomeCredits > 0) {
    await tx.insert(creditEntries).values({
      userId,
      amount: welcomeCredits,
      kind: 'welcome',
      reference: 'lumiku:welcome',
      balanceAfter: welcomeCredits,
    });
  }
  return true;
}
