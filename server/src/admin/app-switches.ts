/**
 * Which apps are on. Read on every request to an app, so kept in memory; a change is announced by NOTIFY and every
 * process reads the table again, also after its connection was lost for a moment.
 */
import type { AppManifest, Clock, Database, Log } from '@lumiku/app-kit';
import { type AppSwitch, notFound } from '@lumiku/contract';
import { sql } from 'drizzle-orm';
import type { PostgresListener } from '../events/index.ts';
import type { AuditLog } from './audit-log.ts';
import { appSwitches } from './tables.ts';

const CHANNEL = 'lumiku_app_switches';

export interface AppSwitches {
  /** Without waiting: what was last heard. */
  isOn(manifest: Pick<AppManifest, 'id' | 'flags'>): boolean;
  /** Reads the choices; call once before requests are answered. */
  start(): Promise<void>;
  list(): Promise<AppSwitch[]>;
  /** @throws Fault NOT_FOUND (404) */
  set(change: { appId: string; isOn: boolean; adminId: string }): Promise<AppSwitch>;
}

type Choices = ReadonlyMap<string, { isOn: boolean; changedAt: Date }>;

export function createAppSwitches(deps: {
  db: Database;
  clock: Clock;
  log: Log;
  listener: PostgresListener;
  audit: AuditLog;
  manifests: readonly AppManifest[];
}): AppSwitches {
  const { db, clock, log, listener, audit } = deps;
  let choices: Choices = new Map();
  const read = async () => {
    const rows = await db.select().from(appSwitches);
    choices = new Map(rows.map(({ appId, ...choice }) => [appId, choice]));
  };
  const readAgain = () => {
    read().catch((error: unknown) =>
      log.warn({ err: error }, 'Which apps are on could not be read; the next change is heard.'),
    );
  };
  const isOn: AppSwitches['isOn'] = ({ id, flags }) => choices.get(id)?.isOn ?? flags.enabled;
  const view = (manifest: AppManifest): AppSwitch => {
    const { id, name, description, icon, version, tile, flags } = manifest;
    return {
      ...{ id, name, description, icon, version, colour: tile.colour },
      isOn: isOn(manifest),
      isOnByDefault: flags.enabled,
      changedAt: choices.get(id)?.changedAt.toISOString() ?? null,
    };
  };
  return {
    isOn,
    async start() {
      listener.on(CHANNEL, readAgain);
      listener.onGap(readAgain);
      await read();
    },
    async list() {
      await read();
      return deps.manifests.toSorted((a, b) => a.tile.order - b.tile.order).map(view);
    },
    async set({ appId, isOn: isOnNow, adminId }) {
      const manifest = deps.manifests.find(({ id }) => id === appId);
      if (!manifest) throw notFound('app');
      await db.transaction(async (tx) => {
        const changedAt = clock.now();
        const changed = await tx
          .insert(appSwitches)
          .values({ appId, isOn: isOnNow, changedAt })
          .onConflictDoUpdate({
            target: appSwitches.appId,
            set: { isOn: isOnNow, changedAt },
            setWhere: sql`${appSwitches.isOn} <> ${isOnNow}`,
          })
          .returning({ appId: appSwitches.appId });
        if (changed.length === 0) return;
        const action = isOnNow ? 'app.switched-on' : 'app.switched-off';
        await audit.record({ action, actorId: adminId, subject: appId }, tx);
        await tx.execute(sql`SELECT pg_notify(${CHANNEL}, '')`);
      });
      // This process answers by the new choice before it says that it took it.
      await read();
      return view(manifest);
    },
  };
}
