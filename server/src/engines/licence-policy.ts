import type { EngineCapability, EngineModel } from '@lumiku/engines/engine';

export interface LicencePolicy {
  /** Whether pictures are used commercially. */
  readonly isCommercial: boolean;
  /** Models the operator holds a licence of their own for. */
  readonly licensedModels: ReadonlySet<string>;
}

/** The models that keep a capability from being used; none where it may be. */
export function refusedModels(
  can: EngineCapability,
  policy: LicencePolicy,
): readonly EngineModel[] {
  if (!policy.isCommercial) return [];
  return can.models.filter(
    ({ id, licence }) => licence.isCommercialUseAllowed !== true && !policy.licensedModels.has(id),
  );
}
