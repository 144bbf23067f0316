import type { Words } from '@lumiku/contract';

/** The admin pages, in the order of their row. */
export const ADMIN_PAGES: readonly { path: string; label: Words }[] = [
  { path: '/admin', label: { en: 'People', id: 'Orang' } },
  { path: '/admin/queue', label: { en: 'Queue', id: 'Antrean' } },
  { path: '/admin/engines', label: { en: 'Engines', id: 'Mesin' } },
  { path: '/admin/apps', label: { en: 'Apps', id: 'Aplikasi' } },
  { path: '/admin/storage', label: { en: 'Storage', id: 'Penyimpanan' } },
  { path: '/admin/audit', label: { en: 'Audit log', id: 'Catatan audit' } },
];
