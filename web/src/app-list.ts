import type { AppScreens } from '@lumiku/app-kit/web';
import * as screensByName from '@lumiku/apps/web';

/** The screens of every app in the list; which of them are shown, `GET /api/apps` decides. */
export const appList: readonly AppScreens[] = Object.values<AppScreens>(screensByName);

export function screensOf(appId: string): AppScreens | undefined {
  return appList.find((app) => app.id === appId);
}
