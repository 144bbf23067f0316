import type { AppCard } from '@lumiku/contract';
import { Skeleton } from '@lumiku/ui-kit';
import { CatchBoundary } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import { screensOf } from '../../app-list.ts';
import { PartFailed } from './part-failed.tsx';

type Load = () => Promise<{ default: ComponentType }>;

/** The part the first app (in tile order) that has one gives to the dashboard. */
export function partOf(cards: readonly AppCard[], part: 'start' | 'recent'): Load | undefined {
  for (const card of cards) {
    const load = card.flags.enabled ? screensOf(card.id)?.dashboard?.[part] : undefined;
    if (load) return load;
  }
  return undefined;
}

// One lazy component per loader, or every render would load it anew.
const loaded = new Map<Load, ComponentType>();

function componentOf(load: Load): ComponentType {
  const known = loaded.get(load);
  if (known) return known;
  const fresh = lazy(load);
  loaded.set(load, fresh);
  return fresh;
}

/** An app's part of the dashboard; when it breaks, only its own place says so. */
export function AppPart({ load, holdClassName }: { load: Load; holdClassName: string }) {
  const Part = componentOf(load);
  return (
    <CatchBoundary getResetKey={() => 'dashboard'} errorComponent={PartFailed}>
      <Suspense fallback={<Skeleton className={`rounded-l ${holdClassName}`} />}>
        <Part />
      </Suspense>
    </CatchBoundary>
  );
}
