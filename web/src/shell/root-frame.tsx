import { AppListProvider } from '@lumiku/app-kit/web';
import { type LinkProps, LinkProvider } from '@lumiku/ui-kit';
import { Outlet, useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { appList } from '../app-list.ts';
import { OfflineBanner } from './offline-banner.tsx';

/** The router behind the parts' own links: loads a screen when it is pointed at, changes the page without a reload. */
function AppLink({ href, onClick, onPointerEnter, ...rest }: LinkProps) {
  const router = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const opensElsewhere =
      event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || opensElsewhere || rest.target) return;
    event.preventDefault();
    router.history.push(href);
  };
  return (
    <a
      {...rest}
      href={href}
      onClick={follow}
      onPointerEnter={(event) => {
        onPointerEnter?.(event);
        const [pathname] = href.split(/[?#]/);
        // Only a head start: if it fails, following the link says why.
        void router.preloadRoute({ to: pathname ?? href }).catch(() => undefined);
      }}
    />
  );
}

export function RootFrame() {
  return (
    <LinkProvider link={AppLink}>
      <AppListProvider apps={appList}>
        <OfflineBanner />
        <Outlet />
      </AppListProvider>
    </LinkProvider>
  );
}
