import type { AppManifest } from '@lumiku/app-kit';
import type { AppCard } from '@lumiku/contract';

/** What the dashboard is told of an app. */
export function appCard(manifest: AppManifest): AppCard {
  const { routePrefixes, ...card } = manifest;
  return { ...card, routePrefix: routePrefixes[0] };
}

/** Whether an app is on: as its manifest says, or as this studio chose. */
export type IsOn = (manifest: Pick<AppManifest, 'id' | 'flags'>) => boolean;

/** Whether this person may open an app that is on. */
export function mayUse(
  manifest: AppManifest,
  person: { role: 'user' | 'admin'; tier: string },
): boolean {
  const { access } = manifest;
  return (
    access.roles.includes(person.role) && (!access.requiresSubscription || person.tier !== 'free')
  );
}
