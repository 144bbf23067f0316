import {
  type Engine,
  type EngineCapability,
  EngineFault,
  type EngineRequest,
  type EngineRequestKind,
  fitSize,
  type PoseTransferRequest,
  type SubmitOptions,
  type TextToImageRequest,
  type UpscaleRequest,
} from '../engine.ts';
import { base64, bytesOfBase64 } from '../wire/data-url.ts';
import { fitPicture } from '../wire/fit-picture.ts';
import { createHeldResults } from '../wire/held-results.ts';
import { type HostedTicket, hostedOutput, hostedTicket } from '../wire/hosted-ticket.ts';
import { MODELS, unknownModel } from '../wire/licences.ts';
import { isDistilled, stepsWithin } from '../wire/sampling.ts';
import { skeletonPicture } from '../wire/skeleton-picture.ts';
import type { Flavour } from './flavours.ts';
import { watchTask } from './watch-task.ts';
import { installed, type Lora, type Wanted, webuiCall } from './webui-call.ts';
import { createWebuiClient, type WebuiAddress } from './webui-client.ts';
import { Pictures, Upscaled } from './webui-wire.ts';

export interface Automatic1111Settings extends Omit<WebuiAddress, 'timeoutMs'> {
  /** As the program lists it; unset = whatever is loaded there. */
  readonly checkpoint?: string | undefined;
  /** Forge with FLUX: text encoders and VAE. */
  readonly modules?: readonly string[] | undefined;
  readonly lora?: Lora | null | undefined;
  /** ControlNet model that follows the skeleton; unset = the first one with openpose in its name; `off` = no poses. */
  readonly poseModel?: string | undefined;
  /** IP-Adapter model that keeps the face; unset = the first one for faces; `off` = a pose without the person. */
  readonly identityModel?: string | undefined;
  readonly upscaler?: string | undefined;
  readonly steps?: number | undefined;
  readonly timeoutMs?: number | undefined;
  /** How often progress is asked for. */
  readonly everyMs?: number;
}

const TITLE = 'AUTOMATIC1111';
const TIMEOUT_MS = 20 * 60_000;
const SIZES = { sizeMultiplePx: 8, shortestSidePx: 256, longestSidePx: 2048, pixelsMax: 2_100_000 };
const SENT_MAX = { longestSidePx: 1536, bytesMax: 8 * 1024 * 1024 };
const STEPS = { min: 10, max: 60, usual: 28 };
const SEEDS = 2 ** 31;
const POSE = /open.?pose/i;
const FACE = /ip.?adapter(?!.*face.?id).*face/i;
const UPSCALER = 'R-ESRGAN 4x+';
const LORA_SCALE_MAX = 2;

type Drawn = TextToImageRequest | PoseTransferRequest;

/** AUTOMATIC1111, Forge or SD.Next with ControlNet; which one it is it finds out, how they differ stands in `flavours.ts`. */
export function createAutomatic1111Engine(settings: Automatic1111Settings): Engine {
  const timeoutMs = settings.timeoutMs ?? TIMEOUT_MS;
  const client = createWebuiClient({ ...settings, timeoutMs });
  const results = createHeldResults(TITLE, 0);
  const capabilities = capabilitiesOf(settings);

  async function wantedOf(
    request: Drawn,
    flavour: Flavour,
    { key, signal }: SubmitOptions,
  ): Promise<Wanted> {
    const size = fitSize(request, SIZES);
    const sampling = isDistilled(settings.checkpoint ?? '') ? {} : (request.sampling ?? {});
    return {
      ...size,
      prompt: request.prompt,
      negativePrompt: request.negativePrompt,
      seed: Math.abs(Math.trunc(request.seed)) % SEEDS,
      lora: await loraOf(request, flavour, signal),
      checkpoint: settings.checkpoint,
      modules: settings.modules,
      // What the operator set is meant for this checkpoint, whatever the style.
      steps: settings.steps ?? stepsWithin(sampling.steps, STEPS),
      guidance: sampling.guidance,
      taskId: `lumiku-${key}`,
      ...(request.kind === 'pose-transfer'
        ? await controlOf(request, size, flavour, signal)
        : { control: null, identity: null }),
    };
  }

  async function loraOf(
    request: Drawn,
    flavour: Flavour,
    signal: AbortSignal,
  ): Promise<Lora | null> {
    const { lora } = settings;
    const scale = ('loraScale' in request ? request.loraScale : undefined) ?? lora?.scale ?? 0;
    if (!lora || scale === 0) return null;
    // One that is not there is left out in silence, and the picture looks almost right.
    const there = await client.loras(flavour, signal);
    if (there) installed(lora.name, there, 'LoRA');
    return { name: lora.name, scale };
  }

  async function controlOf(
    request: PoseTransferRequest,
    size: { widthPx: number; heightPx: number },
    flavour: Flavour,
    signal: AbortSignal,
  ): Promise<Pick<Wanted, 'control' | 'identity'>> {
    const models = await client.controlModels(flavour, signal);
    const faces = flavour.control === 'script' ? models : await client.adapters(signal);
    const framing = request.scene?.framing ?? request.pose.framing;
    const skeleton = await skeletonPicture({ ...request.pose, framing }, size);
    const photo = await fitPicture(request.photo, SENT_MAX);
    const keepsFace = settings.identityModel !== 'off';
    return {
      control: {
        skeleton: skeleton.bytes,
        model: installed(settings.poseModel ?? POSE, models, 'OpenPose ControlNet'),
      },
      identity: keepsFace
        ? {
            photo: photo.bytes,
            model: installed(settings.identityModel ?? FACE, faces, 'face IP-Adapter'),
          }
        : null,
    };
  }

  async function draw(request: Drawn, options: SubmitOptions): Promise<string | null> {
    const flavour = await client.flavour(options.signal);
    const wanted = await wantedOf(request, flavour, options);
    const { path, json } = webuiCall(wanted, flavour);
    const task = { id: wanted.taskId, flavour, everyMs: settings.everyMs ?? 1_000 };
    const answer = await watchTask(client, task, options, (signal) =>
      client.create(path, json, signal),
    );
    // Behind the pictures that were asked for stand maps that were not.
    return Pictures.safeParse(answer).data?.images?.[0] ?? null;
  }

  async function upscale(request: UpscaleRequest, options: SubmitOptions): Promise<string | null> {
    options.onProgress({ fraction: null, stage: 'drawing' });
    const answer = await client.create(
      '/sdapi/v1/extra-single-image',
      {
        ...{ resize_mode: 1, show_extras_results: false, upscaling_crop: true },
        ...{ upscaling_resize_w: request.widthPx, upscaling_resize_h: request.heightPx },
        upscaler_1: settings.upscaler ?? UPSCALER,
        image: base64((await fitPicture(request.picture, SENT_MAX)).bytes),
      },
      options.signal,
    );
    return Upscaled.safeParse(answer).data?.image ?? null;
  }

  async function make(request: EngineRequest, options: SubmitOptions): Promise<string | null> {
    if (!capabilities.some(({ kind }) => kind === request.kind)) {
      throw new EngineFault('not_configured', `${TITLE} does no ${request.kind}.`);
    }
    if (request.kind === 'upscale') return await upscale(request, options);
    if (request.kind === 'text-to-image' || request.kind === 'pose-transfer') {
      return await draw(request, options);
    }
    throw new EngineFault('invalid_input', `${TITLE} does no ${request.kind}.`);
  }

  return {
    id: 'automatic1111',
    title: TITLE,
    capabilities,
    // One lock for everything: what is sent early only waits where it can no longer be routed elsewhere.
    concurrency: 1,
    timeoutMs,
    async submit(request, options) {
      if (options.signal.aborted) throw new EngineFault('cancelled', `${TITLE}: stopped.`);
      const ticket = await hostedTicket(request, 'seed' in request ? request.seed : 0);
      const text = await make(request, options);
      await results.keep(options.key, () => outputOf(text, ticket));
      return { version: 1, key: options.key };
    },
    follow: (ticket) => results.take(ticket),
    /** The create call is over before there is a ticket; it is stopped by its signal. */
    cancel: async () => undefined,
    async probe(signal) {
      const flavour = await client.flavour(signal);
      const poses =
        settings.poseModel === 'off' ? null : await client.controlModels(flavour, signal);
      const has = poses ? ` ControlNet with ${poses.length} models.` : '';
      return `${flavour.title} answers.${has}`;
    },
    close: async () => results.clear(),
  };
}

async function outputOf(text: string | null, ticket: HostedTicket) {
  const bytes = text ? bytesOfBase64(text) : null;
  if (bytes) return await hostedOutput({ service: TITLE, ticket, bytes, costUsd: 0 });
  throw new EngineFault('bad_output', `${TITLE} answered no picture.`, { costUsd: 0 });
}

function capabilitiesOf(settings: Automatic1111Settings): EngineCapability[] {
  const { lora, checkpoint = 'the loaded checkpoint' } = settings;
  const page = 'https://github.com/AUTOMATIC1111/stable-diffusion-webui/wiki';
  const base = /flux/i.test(checkpoint) ? MODELS.flux1Dev : unknownModel(checkpoint, 'base', page);
  const loraModel =
    lora &&
    (/realism/i.test(lora.name) ? MODELS.realismLora : unknownModel(lora.name, 'lora', page));
  const drawn = {
    isAi: true,
    ...(isDistilled(checkpoint) ? {} : { sampling: samplingOf(settings) }),
    ...{ takesNegativePrompt: true, takesSeed: true, costUsd: 0 },
    ...{ reportsProgress: true, sendsPreviews: true, cancels: true },
    ...(lora
      ? { lora: { model: lora.name, scale: lora.scale, scaleMin: 0, scaleMax: LORA_SCALE_MAX } }
      : {}),
  };
  const models = [base, ...(loraModel ? [loraModel] : [])];
  const adapters = [
    unknownModel(settings.poseModel ?? 'OpenPose ControlNet', 'control', page),
    ...(settings.identityModel === 'off'
      ? []
      : [unknownModel(settings.identityModel ?? 'IP-Adapter for faces', 'identity', page)]),
  ];
  const kinds: EngineCapability[] = [{ ...drawn, ...SIZES, kind: 'text-to-image', models }];
  if (settings.poseModel !== 'off') {
    const keepsIdentity = settings.identityModel !== 'off';
    kinds.push({
      ...{ ...drawn, ...SIZES, kind: 'pose-transfer', poseInput: 'skeleton', keepsIdentity },
      models: [...models, ...adapters],
    });
  }
  if (settings.upscaler !== 'off') {
    kinds.push({
      ...{ kind: 'upscale', isAi: true, longestSidePx: 8192, costUsd: 0, takesSeed: false },
      ...{ reportsProgress: false, sendsPreviews: false, cancels: false },
      models: [MODELS.realEsrgan],
    });
  }
  return kinds satisfies { kind: EngineRequestKind }[];
}

const samplingOf = ({ steps }: Automatic1111Settings) =>
  steps === undefined ? (['steps', 'guidance'] as const) : (['guidance'] as const);
