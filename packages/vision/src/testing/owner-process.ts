/** Run by a test: owns a warm child, says its process id and then waits to be killed. */
import { createVision } from '../create-vision.ts';

const vision = createVision({ memoryLimitMb: 1500, recycleAfter: 9, timeoutMs: 60_000 });
await vision.warmUp();
process.stdout.write(String(vision.processId()));
process.stdin.resume();
