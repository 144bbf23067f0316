import { expect, test } from 'bun:test';
import { contractRequest } from '../testing/contract-requests.ts';
import { fillForRequest } from './fill-for-request.ts';
import { loadWorkflows } from './load-workflows.ts';

test('the cut that was chosen for the picture wins over the pose’s own, in skeleton and face map', async () => {
  const chosen = { workflows: { 'pose-transfer': 'sdxl-instantid-pose' } };
  const loaded = loadWorkflows(chosen).workflows.get('pose-transfer');
  if (!loaded) throw new Error('There is no such workflow.');
  const request = await contractRequest('pose-transfer');
  const own = await fillForRequest(request, loaded);
  const other = request.pose.framing === 'full' ? 'half' : 'full';
  const cut = await fillForRequest({ ...request, scene: { framing: other } }, loaded);
  expect(cut.pictures.skeleton?.bytes).not.toEqual(own.pictures.skeleton?.bytes);
  expect(cut.pictures.facePoints?.bytes).not.toEqual(own.pictures.facePoints?.bytes);
  expect(cut.pictures.photo).toEqual(own.pictures.photo);
});
