import type { AppDefinition } from '@lumiku/app-kit';
import { avatarGenerator } from './avatar-generator/server/index.ts';

/** Every app of this studio. Adding one: its folder and its two lines here. */
export const apps: readonly AppDefinition[] = [avatarGenerator];
