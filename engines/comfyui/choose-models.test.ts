import { afterEach, expect, test } from 'bun:test';
import { contractRequest } from '../testing/contract-requests.ts';
import { faultOf } from '../testing/contract-run.ts';
import type { ModelChoice } from './choose-models.ts';
import { createComfyuiEngine } from './create-comfyui-engine.ts';
import { allFiles } from './testing/comfyui-nodes.ts';
import { createComfyuiServer } from './testing/comfyui-server.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const signal = new AbortController().signal;
const request = await contractRequest('text-to-image');

function start(models: ModelChoice, files: Readonly<Record<string, string[]>> = {}) {
  const server = createComfyuiServer({ files: new Map([...allFiles(), ...Object.entries(files)]) });
  const engine = createComfyuiEngine({ url: server.url, models });
  closers.push(server.close, engine.close);
  const submit = () =>
    engine.submit(request, { signal, key: crypto.randomUUID(), onProgress: () => undefined });
  const inputs = (field: string) =>
    Object.values(server.prompts[0]?.graph ?? {}).flatMap((node) => node.inputs[field] ?? []);
  return { server, engine, submit, inputs };
}

test('FLUX.1-schnell without a LoRA draws in four steps, and may be used for anything', async () => {
  const model = 'black-forest-labs/FLUX.1-schnell';
  const { engine, submit, inputs } = start({ model, lora: 'off' });
  await submit();
  expect(inputs('unet_name')).toEqual(['flux1-schnell.safetensors']);
  expect(inputs('lora_name')).toEqual([]);
  expect(inputs('steps')).toEqual([4]);
  const can = engine.capabilities.find(({ kind }) => kind === 'text-to-image');
  expect(can?.lora).toBeUndefined();
  expect(can?.models.map(({ licence }) => licence.isCommercialUseAllowed)).not.toContain(false);
  expect(can?.models.map(({ id }) => id)).toContain(model);
});

test('a model is found by its name, in whatever folder and weights, a LoRA by its file', async () => {
  const files = {
    diffusion_models: ['flux/flux1-krea-dev_fp8_scaled.safetensors', 'flux1-dev.safetensors'],
    loras: ['anti/AntiBlur_v2.safetensors', 'other.safetensors'],
  };
  const choice = {
    model: 'black-forest-labs/FLUX.1-Krea-dev',
    loraFile: 'AntiBlur_v2.safetensors',
  };
  const { engine, submit, inputs } = start(choice, files);
  await submit();
  expect(inputs('unet_name')).toEqual(['flux/flux1-krea-dev_fp8_scaled.safetensors']);
  expect(inputs('lora_name')).toEqual(['anti/AntiBlur_v2.safetensors']);
  expect(engine.capabilities[0]?.models.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['black-forest-labs/FLUX.1-Krea-dev', 'AntiBlur_v2.safetensors']),
  );
});

test('a server that has none like it is told, with what it has and the setting that chooses', async () => {
  const files = { diffusion_models: ['wan.safetensors', 'hidream.safetensors'] };
  const { server, submit } = start({ model: 'somebody/Lumi-Flux' }, files);
  const fault = await faultOf(submit());
  expect(fault.kind).toBe('not_configured');
  expect(fault.message).toContain('UNETLoader.unet_name wants Lumi-Flux, which is not there');
  expect(fault.message).toContain('there is wan.safetensors, hidream.safetensors');
  expect(fault.message).toContain('name one that is there with COMFYUI_FLUX_MODEL');
  expect(server.prompts).toEqual([]);
});

test('the pose workflow keeps FLUX.1-dev, which its networks were trained for, and takes the LoRA', async () => {
  const server = createComfyuiServer({});
  const engine = createComfyuiEngine({
    url: server.url,
    workflows: { 'pose-transfer': 'flux-pose-identity' },
    models: { model: 'black-forest-labs/FLUX.1-schnell', lora: 'off' },
  });
  closers.push(server.close, engine.close);
  const pose = await contractRequest('pose-transfer');
  await engine.submit(pose, { signal, key: crypto.randomUUID(), onProgress: () => undefined });
  const graph = Object.values(server.prompts[0]?.graph ?? {});
  expect(graph.flatMap(({ inputs }) => inputs.unet_name ?? [])).toEqual(['flux1-dev.safetensors']);
  expect(graph.some(({ class_type }) => class_type === 'LoraLoaderModelOnly')).toBe(false);
});
