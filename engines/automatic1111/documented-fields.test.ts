import { expect, test } from 'bun:test';
import { FLAVOURS } from './flavours.ts';
import { type Wanted, webuiCall } from './webui-call.ts';

/** Fields of `POST /sdapi/v1/txt2img` that all three programs document. */
const TXT2IMG = [
  ...['prompt', 'negative_prompt', 'width', 'height', 'steps', 'cfg_scale', 'sampler_name'],
  ...['scheduler', 'seed', 'batch_size', 'n_iter', 'override_settings'],
  ...['override_settings_restore_afterwards', 'alwayson_scripts', 'send_images', 'save_images'],
];
/** What one program takes beside them. */
const OWN = {
  automatic1111: ['force_task_id'],
  forge: ['force_task_id', 'distilled_cfg_scale'],
  sdnext: [],
} as const;
/** Fields of a ControlNet unit that the extension and Forge both read; what Forge does not know it drops in silence. */
const UNIT = [
  ...['enabled', 'image', 'module', 'model', 'weight', 'resize_mode', 'control_mode'],
  ...['guidance_start', 'guidance_end', 'pixel_perfect', 'save_detected_map'],
];
/** Fields of SD.Next's own `POST /sdapi/v1/control`. */
const CONTROL = [
  ...TXT2IMG.filter((name) => !['width', 'height', 'alwayson_scripts'].includes(name)),
  ...['width_before', 'height_before', 'control', 'ip_adapter'],
];

const wanted: Wanted = {
  ...{ prompt: 'a portrait', negativePrompt: 'blurry', widthPx: 768, heightPx: 1024, seed: 7 },
  ...{ lora: { name: 'realism', scale: 0.9 }, checkpoint: 'flux1-dev', modules: ['ae'] },
  ...{ steps: 28, guidance: 3, taskId: 'lumiku-1', control: null, identity: null },
};
const posed: Wanted = {
  ...wanted,
  control: { skeleton: new Uint8Array(3), model: 'openpose' },
  identity: { photo: new Uint8Array(3), model: 'ip-adapter' },
};
const undocumented = (body: object, fields: readonly string[]) =>
  Object.keys(body).filter((name) => !fields.includes(name));

test.each(['automatic1111', 'forge', 'sdnext'] as const)(
  '%s: a picture from words is asked for in documented fields alone',
  (name) => {
    const { path, json } = webuiCall(wanted, FLAVOURS[name]);
    expect(path).toBe('/sdapi/v1/txt2img');
    expect(undocumented(json, [...TXT2IMG, ...OWN[name]])).toEqual([]);
    expect(json).toMatchObject({ prompt: 'a portrait <lora:realism:0.9>', batch_size: 1 });
  },
);

test.each(['automatic1111', 'forge'] as const)(
  '%s: skeleton and face are units with documented fields and words',
  (name) => {
    const { json } = webuiCall(posed, FLAVOURS[name]);
    const scripts = json.alwayson_scripts as { controlnet: { args: Record<string, unknown>[] } };
    expect(scripts.controlnet.args).toHaveLength(2);
    for (const unit of scripts.controlnet.args) {
      expect(undocumented(unit, UNIT)).toEqual([]);
      expect(unit).toMatchObject({
        ...{ enabled: true, save_detected_map: false, image: expect.stringMatching(/^[\w+/]+=*$/) },
        resize_mode: expect.stringMatching(/^(Just Resize|Crop and Resize|Resize and Fill)$/),
        control_mode: expect.stringMatching(
          /^(Balanced|My prompt is more important|ControlNet is more important)$/,
        ),
      });
      for (const [low, high, field] of [
        [0, 2, 'weight'],
        [0, 1, 'guidance_start'],
        [0, 1, 'guidance_end'],
      ] as const) {
        expect(unit[field]).toBeNumber();
        expect(Number(unit[field])).toBeWithin(low, high + 1e-9);
      }
    }
  },
);

test('SD.Next takes a pose by a route of its own, in documented fields alone', () => {
  const { path, json } = webuiCall(posed, FLAVOURS.sdnext);
  expect(path).toBe('/sdapi/v1/control');
  expect(undocumented(json, CONTROL)).toEqual([]);
  const { control } = json as { control: Record<string, unknown>[] };
  expect(control).toHaveLength(1);
  expect(
    undocumented(control[0] ?? {}, ['process', 'model', 'strength', 'start', 'end', 'override']),
  ).toEqual([]);
});
