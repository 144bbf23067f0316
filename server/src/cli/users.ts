import { listUsers } from '../accounts/list-users.ts';
import { createAuditLog, grantDeed } from '../admin/index.ts';
import type { Config } from '../config/index.ts';
import { createCredits, giveGrant } from '../credits/index.ts';
import { createIdempotency } from '../idempotency/index.ts';
import { withDatabase } from './with-database.ts';

const PAGE = 200;

/** Prints every account, oldest first. */
export async function printUsers(config: Config): Promise<void> {
  await withDatabase(config, async ({ db }) => {
    const { balances } = createCredits({ db, welcomeCredits: config.credits.welcome });
    for (let offset = 0, total = 1; offset < total; offset += PAGE) {
      const page = await listUsers(db, { limit: PAGE, offset });
      total = page.total;
      const credits = await balances(page.users.map((user) => user.id));
      for (const user of page.users) {
        const role = user.isOwner ? 'owner' : user.role;
        const balance = credits.get(user.id) ?? 0;
        console.log(`${user.email}\t${user.name}\t${role}\t${user.tier}\t${balance} credits`);
      }
      if (total === 0) console.log('There is no account yet.');
    }
  });
}

/** Gives credits from the command line. @throws Fault PERSON_NOT_FOUND, CREDITS_AMOUNT_INVALID */
export async function grantCredits(
  config: Config,
  given: { email: string; amount: number; note: string | undefined },
): Promise<void> {
  await withDatabase(config, async ({ db }) => {
    const credits = createCredits({ db, welcomeCredits: config.credits.welcome });
    const clock = { now: () => new Date() };
    const idempotency = createIdempotency({ db, clock });
    const audit = createAuditLog({ db, clock });
    const { entry } = await giveGrant(
      { db, credits, idempotency, onGrant: grantDeed(audit) },
      { adminId: null, to: { email: given.email }, amount: given.amount, note: given.note },
    );
    console.log(
      `${given.email} was given ${entry.amount} credits and now has ${entry.balanceAfter}.`,
    );
  });
}
