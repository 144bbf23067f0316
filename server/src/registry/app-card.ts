import type { AppManifest } from '@lumiku/app-kit';
import type { AppCard } from '@lumiku/contract';

/** What the dashboard is told of an app. */
export function appCard(manifest: AppManifest): AppCard {
  const { routePrefixes, ...card } = manifest;
  return { ...card, routePrefix: routePrefixes[0] };
}

/** Whether this person may open the app. */
export function mayUse(
  manifest: AppManifest,
  person: { role: 'user' | 'admin'; tier: string },
): boolean {
  const { access } = manifest;
  return (
    manifest.flags.enabled &&
    access.roles.includes(person.role) &&
    (!access.requiresSubscription || person.tier !== 'free')
  );
}
