import { AuditAction, type AuditEntry, type Words } from '@lumiku/contract';

export const ACTION_WORDS: Readonly<Record<AuditAction, Words>> = {
  'credits.granted': { en: 'Credits given', id: 'Kredit diberikan' },
  'tier.changed': { en: 'Tier changed', id: 'Tingkat diubah' },
  'role.changed': { en: 'Role changed', id: 'Peran diubah' },
  'account.closed': { en: 'Account closed', id: 'Akun ditutup' },
  'account.reopened': { en: 'Account opened again', id: 'Akun dibuka lagi' },
  'app.switched-on': { en: 'App switched on', id: 'Aplikasi dinyalakan' },
  'app.switched-off': { en: 'App switched off', id: 'Aplikasi dimatikan' },
  'job.cancelled': { en: 'Work cancelled', id: 'Pekerjaan dibatalkan' },
  'key.made': { en: 'API key made', id: 'Kunci API dibuat' },
  'key.revoked': { en: 'API key revoked', id: 'Kunci API dicabut' },
};

export const ACTIONS = AuditAction.options;

/** What exactly was done, after its name: the amount and note, from which tier to which, which app or key. */
export function detailWords({ action, details, subject }: AuditEntry): Words | null {
  const { amount, note, from, to, role, kind } = details;
  switch (action) {
    case 'credits.granted': {
      const about = note ? `: “${note}”` : '';
      return { en: `${amount} credits${about}`, id: `${amount} kredit${about}` };
    }
    case 'tier.changed':
      return { en: `from ${from} to ${to}`, id: `dari ${from} ke ${to}` };
    case 'role.changed':
      return role === 'admin'
        ? { en: 'now an admin', id: 'kini admin' }
        : { en: 'no longer an admin', id: 'bukan admin lagi' };
    case 'job.cancelled':
      return { en: String(kind ?? subject), id: String(kind ?? subject) };
    default:
      return subject === null ? null : { en: subject, id: subject };
  }
}
