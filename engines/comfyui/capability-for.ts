import type { EngineCapability, EngineModel } from '../engine.ts';
import type { LoadedWorkflow } from './load-workflows.ts';

const OWN_MODEL: EngineModel['licence'] = {
  name: 'of the operator’s own workflow',
  url: 'https://docs.comfy.org/',
  isCommercialUseAllowed: null,
};
const CLIP_SECONDS_MAX = 5;

/** What a workflow makes of the server, as data. */
export function capabilityFor(loaded: LoadedWorkflow): EngineCapability {
  const { kind, sizes, workflow, lora, models } = loaded;
  const loraModel = models.find((model) => model.part === 'lora');
  const sampling = (['steps', 'guidance'] as const).filter(
    (name) => loaded.sampling && workflow.places.has(name),
  );
  return {
    kind,
    isAi: true,
    ...sizes,
    ...(kind === 'pose-transfer'
      ? { poseInput: 'skeleton' as const, keepsIdentity: loaded.keepsIdentity }
      : {}),
    takesNegativePrompt: workflow.places.has('negative'),
    takesSeed: workflow.places.has('seed'),
    ...(sampling.length > 0 ? { sampling } : {}),
    ...(lora
      ? {
          lora: {
            model: loraModel?.id ?? loaded.title,
            scale: lora.preset,
            scaleMin: lora.min,
            scaleMax: lora.max,
          },
        }
      : {}),
    reportsProgress: true,
    sendsPreviews: true,
    cancels: true,
    // The operator's own machine.
    costUsd: 0,
    models: loaded.isOwn
      ? [{ id: loaded.title, part: 'base', licence: OWN_MODEL }]
      : models.map(({ id, part, licence }) => ({ id, part, licence })),
    ...(kind === 'image-to-video' ? { secondsMax: CLIP_SECONDS_MAX } : {}),
  };
}
