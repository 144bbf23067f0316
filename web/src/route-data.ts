import type { Words } from '@lumiku/contract';

/** What the shell knows of a screen before it is loaded. */
export interface ScreenData {
  title?: Words;
  layout?: 'reading' | 'picture' | 'task';
  isBeta?: boolean;
  isHome?: boolean;
  /** In the rail or tab bar, so a phone needs no back arrow. */
  isNavRoot?: boolean;
  hidesCreditsOnPhone?: boolean;
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption extends ScreenData {}
}
