import type { AppDefinition } from '@lumiku/app-kit';
import * as serversByName from './servers.ts';

/** Every app of this studio. Adding one: its folder, its line in `servers.ts` and its line in `screens.ts`. */
export const apps: readonly AppDefinition[] = Object.values<AppDefinition>(serversByName);
