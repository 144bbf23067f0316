import type { AppScreens } from '@lumiku/app-kit/web';
import { AVATAR_GENERATOR } from '../contract.ts';

/** The screens of the avatar generator; each is loaded when first shown. */
export const avatarGeneratorScreens: AppScreens = {
  id: AVATAR_GENERATOR,
  home: '/generate',
  nav: [
    { path: '/generate', label: { en: 'Generate', id: 'Buat' }, icon: 'person-standing' },
    { path: '/history', label: { en: 'History', id: 'Riwayat' }, icon: 'images' },
  ],
  screens: [
    {
      path: '/generate',
      title: { en: 'Avatar Generator', id: 'Pembuat Avatar' },
      layout: 'task',
      isBeta: true,
      load: async () => ({
        default: (await import('./studio/generator-screen.tsx')).GeneratorScreen,
      }),
    },
    {
      path: '/generations/$id',
      title: { en: 'Picture', id: 'Gambar' },
      layout: 'task',
      load: async () => ({
        default: (await import('./detail/generation-screen.tsx')).GenerationScreen,
      }),
    },
    {
      path: '/batches/$id',
      title: { en: 'Batch', id: 'Batch' },
      layout: 'task',
      load: async () => ({ default: (await import('./batch/batch-screen.tsx')).BatchScreen }),
    },
    {
      path: '/history',
      title: { en: 'History', id: 'Riwayat' },
      layout: 'picture',
      load: async () => ({ default: (await import('./history/history-screen.tsx')).HistoryScreen }),
    },
  ],
  dashboard: {
    start: async () => ({ default: (await import('./dashboard/start.tsx')).Start }),
    recent: async () => ({ default: (await import('./dashboard/recent.tsx')).Recent }),
  },
  tileLine: ({ completedGenerations = 0, averageProcessingTime = 0 }) =>
    completedGenerations === 0
      ? null
      : {
          en: `${completedGenerations} ${completedGenerations === 1 ? 'picture' : 'pictures'}, usually ${seconds(averageProcessingTime)} s each`,
          id: `${completedGenerations} gambar, biasanya ${seconds(averageProcessingTime)} dtk`,
        },
  priceWords: [
    { key: 'base', words: { en: 'A picture', id: 'Satu gambar' } },
    { key: 'hd', words: { en: 'In HD', id: 'Dalam HD' }, isExtra: true },
    { key: 'priority', words: { en: 'Priority', id: 'Prioritas' }, isExtra: true },
    { key: 'faceSwap', words: { en: 'A face swap', id: 'Tukar wajah' } },
    { key: 'clip', words: { en: 'A clip', id: 'Satu klip' } },
  ],
  subjectHref: (id) => `/generations/${id}`,
  referenceOf: (thing, id) => {
    if (thing === 'batch') return { words: { en: 'Batch', id: 'Batch' }, href: `/batches/${id}` };
    if (thing !== 'generation') return null;
    return { words: { en: 'Picture', id: 'Gambar' }, href: `/generations/${id}` };
  },
};

/** A time as people say it: tenths while it is short. */
function seconds(value: number): string {
  return value < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value));
}
