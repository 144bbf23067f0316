import { OpenAPIHono } from '@hono/zod-openapi';
import type {
  AppContext,
  AppDefinition,
  AppEnv,
  AppParts,
  GivenPhotos,
  JobDefinition,
  PictureSources,
  Principal,
} from '@lumiku/app-kit';
import { Fault } from '@lumiku/contract';
import { requirePrincipal } from '../accounts/index.ts';
import type { SchemaOwner } from '../db/index.ts';
import { type IsOn, mayUse } from './app-card.ts';
import { checkManifests, checkParts } from './check-apps.ts';
import { listAppsRoutes } from './list-apps.ts';
import { pictureSourceRoutes } from './picture-source-routes.ts';
import { createSourceDesk, type SourceDesk } from './picture-sources.ts';
import { refuseApps } from './refuse-apps.ts';

export interface Registry {
  /** Owners of the apps' tables, for `migrate`. */
  readonly owners: readonly SchemaOwner[];
  /**
   * Gives every app its context. What `isOn` says is asked at each request: an app that is off answers 404 while the work
   * it has begun goes on. @throws Fault APPS_CONFLICT with all problems at once
   */
  mount(contextOf: ContextOf, isOn?: IsOn): MountedApps;
}

export interface MountedApps {
  readonly jobs: readonly JobDefinition[];
  /** `GET /api/apps` and every app's routes at all its prefixes, behind sign-in and roles. */
  readonly routes: readonly OpenAPIHono<AppEnv>[];
  /** By app id: the pictures its rows name, for the sweeper of files. */
  readonly storedUrls: ReadonlyMap<string, (userId: string) => Promise<readonly string[]>>;
  /** Photos people gave, of every app that takes them. */
  readonly photos: readonly GivenPhotos[];
  /** By app id: what it wants done every minute. */
  readonly upkeep: ReadonlyMap<string, () => Promise<void>>;
}

/** What the platform gives to one app; the pictures of the others come from the registry itself. */
export type ContextOf = (appId: string, sources: PictureSources) => AppContext;

/** @throws Fault APPS_CONFLICT with all problems of all manifests at once */
export function createRegistry(
  apps: readonly AppDefinition[],
  deps: { resolvePrincipal: (headers: Headers) => Promise<Principal | null> },
): Registry {
  refuseApps(checkManifests(apps));
  return {
    owners: apps.flatMap((app) =>
      app.migrationsFolder === null
        ? []
        : [{ name: app.manifest.id, migrationsFolder: app.migrationsFolder }],
    ),
    mount(contextOf, isOn = ({ flags }) => flags.enabled) {
      const desk = createSourceDesk();
      const mounted = apps.map((app) => ({ app, parts: mountOne(app, contextOf, desk) }));
      const { resolvePrincipal } = deps;
      refuseApps(checkParts(mounted));
      for (const { app, parts } of mounted) lend(app, parts, desk);
      return {
        jobs: mounted.flatMap(({ parts }) => parts.jobs),
        // An app that does not say what it stores is left out: the sweeper must not take its silence for "nothing".
        storedUrls: new Map(
          mounted.flatMap(({ app, parts: { storedUrls } }) =>
            storedUrls === undefined ? [] : [[app.manifest.id, storedUrls] as const],
          ),
        ),
        photos: mounted.flatMap(({ parts: { photos } }) => photos ?? []),
        upkeep: new Map(
          mounted.flatMap(({ app, parts: { upkeep } }) =>
            upkeep === undefined ? [] : [[app.manifest.id, upkeep] as const],
          ),
        ),
        routes: [
          listAppsRoutes(apps, { resolvePrincipal, isOn }),
          pictureSourceRoutes(desk, { resolvePrincipal, isOn }),
          ...mounted.map(({ app, parts }) => appRoutes(app, parts, { resolvePrincipal, isOn })),
        ],
      };
    },
  };
}

function mountOne(app: AppDefinition, contextOf: ContextOf, desk: SourceDesk): AppParts {
  const { id } = app.manifest;
  return app.mount(contextOf(id, desk.forApp(id)));
}

function lend({ manifest }: AppDefinition, parts: AppParts, desk: SourceDesk): void {
  for (const source of parts.sources ?? []) {
    const id = `${manifest.id}:${source.id}`;
    desk.add({ card: { id, appId: manifest.id, label: source.label }, manifest, source });
  }
}

function appRoutes(
  app: AppDefinition,
  parts: AppParts,
  deps: { resolvePrincipal: (headers: Headers) => Promise<Principal | null>; isOn: IsOn },
): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>();
  for (const prefix of app.manifest.routePrefixes) {
    routes.use(`${prefix}/*`, async (c, next) => {
      if (!deps.isOn(app.manifest)) return c.notFound();
      return await next();
    });
    if (app.manifest.access.requiresAuthentication) {
      routes.use(`${prefix}/*`, requirePrincipal(deps.resolvePrincipal));
      routes.use(`${prefix}/*`, async (c, next) => {
        if (!mayUse(app.manifest, c.get('principal'))) throw notForYou(app.manifest.name.en);
        await next();
      });
    }
    routes.route(prefix, parts.routes);
  }
  return routes;
}

function notForYou(name: string): Fault {
  return new Fault({
    code: 'APP_NOT_ALLOWED',
    status: 403,
    message: `Your account may not use ${name}.`,
    fix: 'Ask an admin of this studio for access.',
  });
}
