import type { AppManifest } from '@lumiku/app-kit';
import {
  AVATAR_CREATOR,
  AVATAR_CREATOR_PREFIX,
  AVATAR_CREATOR_SHORT_PREFIX,
  PRICES,
} from './contract.ts';

export const manifest: AppManifest = {
  id: AVATAR_CREATOR,
  name: { en: 'Avatar Creator', id: 'Kreator Avatar' },
  description: {
    en: 'Describe an avatar, look first, keep what you like.',
    id: 'Gambarkan avatar dengan kata, lihat dulu, simpan yang kamu suka.',
  },
  icon: 'wand-sparkles',
  version: '0.1.0',
  routePrefixes: [AVATAR_CREATOR_PREFIX, AVATAR_CREATOR_SHORT_PREFIX],
  prices: PRICES,
  access: { requiresAuthentication: true, requiresSubscription: false, roles: ['user', 'admin'] },
  flags: { enabled: true, beta: false, comingSoon: false },
  tile: { order: 1, colour: 'blue', statsPath: '/stats' },
};
