import { capabilityCases } from './cases/capability-cases.ts';
import { disturbanceCases } from './cases/disturbance-cases.ts';
import { faultCases } from './cases/fault-cases.ts';
import { makingCases } from './cases/making-cases.ts';
import { onceCases } from './cases/once-cases.ts';

/** Everything every engine is held to, in the order of the table. */
export const CONTRACT_CASES = [
  ...capabilityCases,
  ...makingCases,
  ...faultCases,
  ...onceCases,
  ...disturbanceCases,
] as const;

export type CaseName = (typeof CONTRACT_CASES)[number]['name'];
