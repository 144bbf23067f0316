import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import type { Config, Human } from '@vladmandic/human';
import { z } from 'zod';

const require = createRequire(import.meta.url);

const ModelFile = z.looseObject({
  modelTopology: z.looseObject({}),
  weightsManifest: z.array(
    z.object({
      paths: z.array(z.string()),
      weights: z.array(z.custom<tf.io.WeightsManifestEntry>()),
    }),
  ),
});

const FILE = 'file://';

/** The models come as files of a package; tfjs itself only knows how to fetch them from a web server. */
function loadModelsFromDisk(): void {
  tf.io.registerLoadRouter((url) => ({
    load: () => Promise.resolve(readModel(String(url).slice(FILE.length))),
  }));
}

function readModel(path: string): tf.io.ModelArtifacts {
  const model = ModelFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  const bytes = Buffer.concat(
    model.weightsManifest.flatMap((group) =>
      group.paths.map((name) => readFileSync(join(dirname(path), name))),
    ),
  );
  return {
    ...model,
    weightSpecs: model.weightsManifest.flatMap((group) => group.weights),
    weightData: new Uint8Array(bytes).buffer,
  };
}

/** Where an installed package lies. */
export function packageRoot(name: string): string {
  let folder = dirname(require.resolve(name));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** Where the person mask's network lies on disk. */
export function segmentationModelPath(): string {
  return join(packageRoot('@mediapipe/selfie_segmentation'), 'selfie_segmentation.tflite');
}

const OFF = { enabled: false };

/**
 * Faces (mesh, iris, rough age and gender), the main body's keypoints and everything person-shaped, on WebAssembly.
 * The networks are read from the installed packages; nothing is fetched.
 */
export async function loadModels(): Promise<Human> {
  loadModelsFromDisk();
  const root = packageRoot('@vladmandic/human');
  const build: { Human: new (config: Partial<Config>) => Human } = require(
    join(root, 'dist/human.node-wasm.js'),
  );
  const human = new build.Human({
    backend: 'wasm',
    modelBasePath: `${FILE}${root}/models/`,
    wasmPath: `${join(packageRoot('@tensorflow/tfjs-backend-wasm'), 'dist')}/`,
    debug: false,
    async: false,
    warmup: 'none',
    cacheSensitivity: 0,
    softwareKernels: true,
    filter: OFF,
    gesture: OFF,
    hand: OFF,
    segmentation: OFF,
    face: {
      enabled: true,
      detector: { rotation: true, maxDetected: 8, minConfidence: 0.3, return: false },
      mesh: { enabled: true },
      iris: { enabled: true },
      description: { enabled: true },
      emotion: OFF,
      antispoof: OFF,
      liveness: OFF,
    },
    body: OFF,
    object: { enabled: true, maxDetected: 12, minConfidence: 0.3 },
  });
  await human.load();
  exercise(human);
  return human;
}

/** Runs each network once on nothing, so the first photo does not pay for compiling them. */
function exercise(human: Human): void {
  for (const network of Object.values(human.models.models)) {
    const [input] = network?.inputs ?? [];
    if (!network || !input?.shape) continue;
    const shape = input.shape.map((size) => (size > 0 ? size : 1));
    const { dtype } = input;
    tf.tidy(() => {
      network.execute(tf.zeros(shape, dtype));
    });
  }
}
