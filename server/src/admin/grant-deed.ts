import type { OnGrant } from '../credits/index.ts';
import type { AuditLog } from './audit-log.ts';

/** Writes each grant into the audit log, in the grant's own transaction. */
export function grantDeed(audit: AuditLog): OnGrant {
  return (tx, { adminId, userId, amount, note }) =>
    audit.record(
      {
        ...{ action: 'credits.granted', actorId: adminId, targetId: userId },
        details: note === null ? { amount } : { amount, note },
      },
      tx,
    );
}
