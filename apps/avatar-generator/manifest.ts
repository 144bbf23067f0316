import type { AppManifest } from '@lumiku/app-kit';
import { AVATAR_GENERATOR, AVATAR_GENERATOR_PREFIX, PRICES } from './contract.ts';

export const manifest: AppManifest = {
  id: AVATAR_GENERATOR,
  name: { en: 'Avatar Generator', id: 'Pembuat Avatar' },
  description: {
    en: 'Your photo in any pose you pick.',
    id: 'Foto kamu dalam pose pilihanmu.',
  },
  icon: 'person-standing',
  version: '0.1.0',
  routePrefixes: [AVATAR_GENERATOR_PREFIX],
  prices: PRICES,
  access: { requiresAuthentication: true, requiresSubscription: false, roles: ['user', 'admin'] },
  flags: { enabled: true, beta: true, comingSoon: false },
  tile: { order: 2, colour: 'purple', statsPath: '/stats' },
};
