import { engineContract } from '../engine.contract.ts';
import { harness, harnessFor } from './testing/harness.ts';

await engineContract(harness);
for (const server of ['sglang', 'vllm-omni', 'localai', 'sd-server'] as const) {
  await engineContract(harnessFor(server));
}
