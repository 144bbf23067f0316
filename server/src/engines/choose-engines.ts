import {
  capabilityOf,
  type Engine,
  type EngineCapability,
  type EngineRequestKind,
} from '@lumiku/engines/engine';
import { type LicencePolicy, refusedModels } from './licence-policy.ts';

export interface RoutingRules extends LicencePolicy {
  /** Ids in the order they are asked, where the operator said so. */
  readonly order: Readonly<Partial<Record<EngineRequestKind | 'all', readonly string[]>>>;
}

export interface Candidate {
  readonly engine: Engine;
  readonly can: EngineCapability;
}

/** Draws by rule and is always there; no replacement for a real engine unless the operator says so. */
const LOCAL = 'local';

/**
 * Who may be asked for a kind of work, first choice first. Where the operator gave no order, the local engine stands in
 * only for what no other one can do.
 */
export function chooseEngines(
  engines: readonly Engine[],
  kind: EngineRequestKind,
  rules: RoutingRules,
): Candidate[] {
  const ids = rules.order[kind] ?? rules.order.all;
  const inOrder = ids
    ? ids.flatMap((id) => engines.find((engine) => engine.id === id) ?? [])
    : engines;
  const able = inOrder.flatMap((engine) => {
    const can = capabilityOf(engine, kind);
    return can && refusedModels(can, rules).length === 0 ? [{ engine, can }] : [];
  });
  if (ids) return able;
  const others = able.filter(({ engine }) => engine.id !== LOCAL);
  return others.length > 0 ? others : able;
}
