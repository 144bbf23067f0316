import type { Clock, Database, Log } from '@lumiku/app-kit';
import type { Resolve } from './public-addresses.ts';

/** What every verb of this folder works with. */
export interface WebhookParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether the operator lets webhooks reach addresses inside their network. */
  readonly isPrivateAllowed: boolean;
  readonly mayReach: (address: string) => boolean;
  readonly resolve: Resolve;
}
