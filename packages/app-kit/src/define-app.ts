import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppCard } from '@lumiku/contract';
import type { AppContext } from './app-context.ts';
import type { GivenPhotos } from './consents.ts';
import type { AppEnv } from './http.ts';
import type { JobDefinition } from './jobs.ts';
import type { PictureSource } from './picture-sources.ts';

/** What an app says about itself; the dashboard tile and `GET /api/apps` are drawn from it alone. */
export interface AppManifest extends Omit<AppCard, 'routePrefix'> {
  /** `/api/apps/<id>` first; further prefixes serve the same routes. */
  routePrefixes: readonly [string, ...string[]];
}

/** What an app hands to the registry once it has its context. */
export interface AppParts {
  routes: OpenAPIHono<AppEnv>;
  jobs: readonly JobDefinition[];
  /**
   * Every `/uploads/...` URL the app's rows name for one person. The orphan sweeper removes what it does not list;
   * the person's export contains what it lists. An app that stores pictures must have it.
   */
  storedUrls?(userId: string): Promise<readonly string[]>;
  /** Photos people gave it. An app that takes photos must have it: a consent that is taken back removes them. */
  photos?: GivenPhotos;
  /** Pictures it lends to other apps. */
  sources?: readonly PictureSource[];
  /** Forgets what it keeps for a time only; called every minute, in every process that works. */
  upkeep?(): Promise<void>;
}

/** An app: one folder, one of these. The registry checks all of them together and refuses to boot on any conflict. */
export interface AppDefinition {
  manifest: AppManifest;
  /** Absolute folder of drizzle migrations for the app's own tables, or null when it has none. */
  migrationsFolder: string | null;
  mount(context: AppContext): AppParts;
}

export function defineApp(app: AppDefinition): AppDefinition {
  return app;
}
