import { engineContract } from '../engine.contract.ts';
import { harness } from './testing/harness.ts';

await engineContract(harness);
