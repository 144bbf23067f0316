import { engineContract } from '../engine.contract.ts';
import { harness, harnessFor } from './testing/harness.ts';

await engineContract(harness);
for (const flavour of ['forge', 'sdnext'] as const) await engineContract(harnessFor(flavour));
