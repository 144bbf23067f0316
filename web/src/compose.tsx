import { appsQuery, meQuery } from '@lumiku/app-kit/web';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';
import { appList } from './app-list.ts';
import { AppShell } from './shell/app-shell.tsx';
import { CrashScreen } from './shell/crash-screen.tsx';
import { NotFoundScreen } from './shell/not-found-screen.tsx';
import { RootFrame } from './shell/root-frame.tsx';
import { whenHere } from './shell/when-here.ts';
import { SHELL_SCREENS } from './shell-screens.ts';

/** Every screen of the web app: those of the shell, and those of the apps this studio has. */
export function composeRouter(queryClient: QueryClient) {
  const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
    component: RootFrame,
    errorComponent: CrashScreen,
    notFoundComponent: NotFoundScreen,
  });

  const welcome = createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    validateSearch: z.object({ next: z.string().optional() }),
    beforeLoad: async ({ context, search }) => {
      const me = await context.queryClient.ensureQueryData(meQuery);
      if (me) throw redirect({ href: localPath(search.next) });
    },
    component: lazyRouteComponent(
      () => import('./features/welcome/welcome-screen.tsx'),
      'WelcomeScreen',
    ),
  });

  const signedIn = createRoute({
    getParentRoute: () => root,
    id: 'signed-in',
    beforeLoad: async ({ context, location }) => {
      const me = await context.queryClient.ensureQueryData(meQuery);
      if (!me) throw redirect({ to: '/sign-in', search: nextAfter(location.href) });
      return { me };
    },
    component: AppShell,
  });

  const shellScreens = SHELL_SCREENS.map((screen) =>
    createRoute({
      getParentRoute: () => signedIn,
      path: screen.path,
      staticData: {
        title: screen.title,
        layout: screen.layout,
        isHome: screen.path === '/',
        isNavRoot: ['/poses', '/credits', '/admin'].includes(screen.path),
        hidesCreditsOnPhone: screen.hidesCreditsOnPhone ?? false,
      },
      component: lazyRouteComponent(whenHere(screen.load)),
      beforeLoad: ({ context }) => {
        if (screen.isForAdmins && context.me.role !== 'admin') throw notFound();
      },
    }),
  );

  const appScreens = appList.flatMap((app) =>
    app.screens.map((screen) =>
      createRoute({
        getParentRoute: () => signedIn,
        path: screen.path,
        staticData: {
          title: screen.title,
          layout: screen.layout,
          isBeta: screen.isBeta ?? false,
          isNavRoot: app.nav.some((item) => item.path === screen.path),
        },
        component: lazyRouteComponent(whenHere(screen.load)),
        beforeLoad: async ({ context }) => {
          const apps = await context.queryClient.ensureQueryData(appsQuery);
          if (!apps.some((card) => card.id === app.id && card.flags.enabled)) throw notFound();
        },
      }),
    ),
  );

  return createRouter({
    routeTree: root.addChildren([welcome, signedIn.addChildren([...shellScreens, ...appScreens])]),
    context: { queryClient },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultErrorComponent: CrashScreen,
    defaultNotFoundComponent: NotFoundScreen,
  });
}

export type AppRouter = ReturnType<typeof composeRouter>;

function nextAfter(href: string): { next?: string } {
  return href === '/' ? {} : { next: href };
}

/** Only paths of this site: a `next` from outside must not lead away from it. */
function localPath(next: string | undefined): string {
  return next?.startsWith('/') && !next.startsWith('//') && !next.startsWith('/\\') ? next : '/';
}
