import type { AppScreen } from '@lumiku/app-kit/web';

export interface ShellScreen extends AppScreen {
  isForAdmins?: boolean;
  /** Its own buttons need the room on a phone. */
  hidesCreditsOnPhone?: boolean;
}

/** The screens that belong to the studio itself. */
export const SHELL_SCREENS: readonly ShellScreen[] = [
  {
    path: '/',
    title: { en: 'Studio', id: 'Studio' },
    layout: 'reading',
    load: async () => ({
      default: (await import('./features/dashboard/dashboard-screen.tsx')).DashboardScreen,
    }),
  },
  {
    path: '/poses',
    title: { en: 'Poses', id: 'Pose' },
    layout: 'picture',
    hidesCreditsOnPhone: true,
    load: async () => ({
      default: (await import('./features/poses/library/poses-screen.tsx')).PosesScreen,
    }),
  },
  {
    path: '/poses/new',
    title: { en: 'New pose', id: 'Pose baru' },
    layout: 'task',
    hidesCreditsOnPhone: true,
    load: async () => ({
      default: (await import('./features/poses/editor/editor-screen.tsx')).NewPoseScreen,
    }),
  },
  {
    path: '/poses/$id/edit',
    title: { en: 'Edit pose', id: 'Sunting pose' },
    layout: 'task',
    hidesCreditsOnPhone: true,
    load: async () => ({
      default: (await import('./features/poses/editor/editor-screen.tsx')).EditPoseScreen,
    }),
  },
  {
    path: '/credits',
    title: { en: 'Credits', id: 'Kredit' },
    layout: 'reading',
    load: async () => ({
      default: (await import('./features/credits/credits-screen.tsx')).CreditsScreen,
    }),
  },
  {
    path: '/account',
    title: { en: 'Account', id: 'Akun' },
    layout: 'reading',
    load: async () => ({
      default: (await import('./features/account/account-screen.tsx')).AccountScreen,
    }),
  },
  {
    path: '/account/webhooks',
    title: { en: 'Webhooks', id: 'Webhook' },
    layout: 'reading',
    hidesCreditsOnPhone: true,
    load: async () => ({
      default: (await import('./features/webhooks/webhooks-screen.tsx')).WebhooksScreen,
    }),
  },
  {
    path: '/account/webhooks/$id',
    title: { en: 'Webhook', id: 'Webhook' },
    layout: 'reading',
    load: async () => ({
      default: (await import('./features/webhooks/webhook-log-screen.tsx')).WebhookLogScreen,
    }),
  },
  {
    path: '/account/links',
    title: { en: 'Shared links', id: 'Tautan bersama' },
    layout: 'reading',
    load: async () => ({
      default: (await import('./features/shares/shares-screen.tsx')).SharesScreen,
    }),
  },
  {
    path: '/admin',
    title: { en: 'Admin', id: 'Admin' },
    layout: 'reading',
    isForAdmins: true,
    load: async () => ({
      default: (await import('./features/admin/admin-screen.tsx')).AdminScreen,
    }),
  },
  {
    path: '/admin/queue',
    title: { en: 'Admin', id: 'Admin' },
    layout: 'reading',
    isForAdmins: true,
    load: async () => ({
      default: (await import('./features/admin/queue-screen.tsx')).QueueScreen,
    }),
  },
  {
    path: '/admin/engines',
    title: { en: 'Admin', id: 'Admin' },
    layout: 'reading',
    isForAdmins: true,
    load: async () => ({
      default: (await import('./features/engines/engines-screen.tsx')).EnginesScreen,
    }),
  },
  {
    path: '/admin/apps',
    title: { en: 'Admin', id: 'Admin' },
    layout: 'reading',
    isForAdmins: true,
    load: async () => ({
      default: (await import('./features/admin/apps-screen.tsx')).AppsScreen,
    }),
  },
  {
    path: '/admin/storage',
    title: { en: 'Admin', id: 'Admin' },
    layout: 'reading',
    isForAdmins: true,
    load: async () => ({
      default: (await import('./features/admin/storage-screen.tsx')).StorageScreen,
    }),
  },
  {
    path: '/admin/audit',
    title: { en: 'Admin', id: 'Admin' },
    layout: 'reading',
    isForAdmins: true,
    load: async () => ({
      default: (await import('./features/admin/audit-screen.tsx')).AuditScreen,
    }),
  },
];
