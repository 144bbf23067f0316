import { createContext, type ReactNode, use } from 'react';
import type { AppScreens } from './app-screens.ts';

const AppListContext = createContext<readonly AppScreens[]>([]);

/** Lets the screens of one app lead to those of another without either knowing the other. */
export function AppListProvider({
  apps,
  children,
}: {
  apps: readonly AppScreens[];
  children: ReactNode;
}) {
  return <AppListContext value={apps}>{children}</AppListContext>;
}

/** Where what an app made under that id can be looked at; null when it has no screen for it. */
export function useSubjectHref(): (appId: string, subjectId: string) => string | null {
  const apps = use(AppListContext);
  return (appId, subjectId) =>
    apps.find(({ id }) => id === appId)?.subjectHref?.(subjectId) ?? null;
}
