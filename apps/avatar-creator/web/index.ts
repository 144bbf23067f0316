import type { AppScreens } from '@lumiku/app-kit/web';
import { AVATAR_CREATOR } from '../contract.ts';

/** The screens of the avatar creator; each is loaded when first shown. */
export const avatarCreatorScreens: AppScreens = {
  id: AVATAR_CREATOR,
  home: '/create',
  nav: [{ path: '/create', label: { en: 'Create', id: 'Kreator' }, icon: 'wand-sparkles' }],
  screens: [
    {
      path: '/create',
      title: { en: 'Avatar Creator', id: 'Kreator Avatar' },
      layout: 'reading',
      load: async () => ({ default: (await import('./albums/albums-screen.tsx')).AlbumsScreen }),
    },
    {
      path: '/create/$projectId',
      title: { en: 'Album', id: 'Album' },
      layout: 'reading',
      load: async () => ({ default: (await import('./album/album-screen.tsx')).AlbumScreen }),
    },
    {
      path: '/create/avatars/$id',
      title: { en: 'Avatar', id: 'Avatar' },
      layout: 'task',
      load: async () => ({ default: (await import('./avatar/avatar-screen.tsx')).AvatarScreen }),
    },
  ],
  tileLine: ({ totalAvatars = 0, totalProjects = 0 }) =>
    totalAvatars === 0
      ? null
      : {
          en: `${totalAvatars} ${totalAvatars === 1 ? 'avatar' : 'avatars'} in ${totalProjects} ${totalProjects === 1 ? 'album' : 'albums'}`,
          id: `${totalAvatars} avatar dalam ${totalProjects} album`,
        },
  priceWords: [{ key: 'avatar', words: { en: 'An avatar', id: 'Satu avatar' } }],
  referenceOf: (thing, id) =>
    thing === 'avatar'
      ? { words: { en: 'Avatar', id: 'Avatar' }, href: `/create/avatars/${id}` }
      : null,
};
