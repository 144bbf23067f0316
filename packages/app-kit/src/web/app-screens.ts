import type { Words } from '@lumiku/contract';
import type { ComponentType } from 'react';

/** Screens an app adds to the web app. Components are loaded when first shown. */
export interface AppScreens {
  /** The app's id. */
  id: string;
  screens: readonly AppScreen[];
  /** Items in the rail / tab bar, in the order of the app's tile. */
  nav: readonly AppNavItem[];
  /** Where the dashboard tile leads. */
  home: string;
  /** Parts of the dashboard: `start` is the big way in (at most one app has it), `recent` the strip of recent work. */
  dashboard?: {
    start?: () => Promise<{ default: ComponentType }>;
    recent?: () => Promise<{ default: ComponentType }>;
  };
  /** The live line of the tile, from the answer of the manifest's `statsPath`; null when there is nothing to tell. */
  tileLine?: (stats: Record<string, number>) => Words | null;
  /** What the keys of the manifest's `prices` are called, in the order to show them; `isExtra` shows `+2`. */
  priceWords?: readonly { key: string; words: Words; isExtra?: boolean }[];
  /** Where what this app made is looked at, by its id: other apps link there from what they lent for it. */
  subjectHref?: (id: string) => string;
  /** What a ledger reference `<app>:<thing>:<id>` is called and where it can be looked at. */
  referenceOf?: (thing: string, id: string) => { words: Words; href: string } | null;
}

export interface AppNavItem {
  path: string;
  label: Words;
  /** A name `iconByName` of the ui kit knows. */
  icon: string;
}

export interface AppScreen {
  /** TanStack Router path, e.g. `/generate`, `/generations/$id`. */
  path: string;
  title: Words;
  /**
   * `reading` keeps a measure and `picture` runs edge to edge; both get padding. `task` gets none, and on a phone a back
   * arrow in place of the tab bar, which gives way to the screen's own dock.
   */
  layout: 'reading' | 'picture' | 'task';
  /** Marks the title, e.g. an app in beta. */
  isBeta?: boolean;
  load: () => Promise<{ default: ComponentType }>;
}
