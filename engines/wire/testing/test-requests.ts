import { contractRequest } from '../../testing/contract-requests.ts';

/** A small request of every kind, with real pictures. */
export async function testRequests() {
  return {
    'text-to-image': { ...(await contractRequest('text-to-image')), seed: 7 },
    'pose-transfer': await contractRequest('pose-transfer'),
    'face-swap': await contractRequest('face-swap'),
    'image-to-video': await contractRequest('image-to-video'),
    upscale: await contractRequest('upscale'),
  };
}
