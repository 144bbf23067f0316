import type { Words } from '@lumiku/contract';
import type { ComponentType } from 'react';

/** Screens an app adds to the web app. Components are loaded when first shown. */
export interface AppScreens {
  /** The app's id. */
  id: string;
  screens: readonly AppScreen[];
  /** Items in the rail / tab bar, in the order of the app's tile. */
  nav: readonly { path: string; label: Words; icon: string }[];
  /** Where the dashboard tile leads. */
  home: string;
  /** Parts of the dashboard: `start` is the big way in (at most one app has it), `recent` the strip of recent work. */
  dashboard?: {
    start?: () => Promise<{ default: ComponentType }>;
    recent?: () => Promise<{ default: ComponentType }>;
  };
}

export interface AppScreen {
  /** TanStack Router path, e.g. `/generate`, `/generations/$id`. */
  path: string;
  title: Words;
  /** `reading` keeps a measure; `picture` runs edge to edge; `task` hides the tab bar on a phone for a dock. */
  layout: 'reading' | 'picture' | 'task';
  load: () => Promise<{ default: ComponentType }>;
}
