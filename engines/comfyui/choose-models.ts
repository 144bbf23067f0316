import { unknownModel } from '../wire/licences.ts';
import { isDistilled } from '../wire/sampling.ts';
import { MODEL_FILES, type ModelFile } from './model-files.ts';
import type { ShippedWorkflow } from './shipped-workflows.ts';
import { Graph } from './workflow.ts';

/** The FLUX model and the LoRA on it, as the operator wants them; what is left out stays as it is shipped. */
export interface ModelChoice {
  /** `owner/name` of Hugging Face: of FLUX_MODEL. */
  readonly model?: string | undefined;
  /** `owner/name`, or `off`: of FLUX_LORA_MODEL. */
  readonly lora?: string | undefined;
  /** Their files as the server lists them, where the usual names do not find them. */
  readonly modelFile?: string | undefined;
  readonly loraFile?: string | undefined;
}

const { fluxDev, realismLora } = MODEL_FILES;
const ANY_MODEL = 'https://huggingface.co/models';
const KNOWN: readonly ModelFile[] = Object.values<ModelFile>(MODEL_FILES);
/** Steps of models that were distilled to them. */
const DISTILLED_STEPS = 4;

/**
 * A shipped workflow with the chosen files in place of FLUX.1-dev and the RealismLora. The model counts for pictures from
 * words; poses need networks that were trained for FLUX.1-dev, so only the LoRA is exchanged there.
 */
export function chooseModels(shipped: ShippedWorkflow, choice: ModelChoice): ShippedWorkflow {
  const isFlux = shipped.kind === 'text-to-image' && shipped.models.includes(fluxDev);
  const model = isFlux ? chosenBase(choice) : null;
  const lora = chosenLora(choice);
  const withBase = model ? exchange(shipped, fluxDev, model) : shipped;
  if (lora === null || !withBase.models.includes(realismLora)) return withBase;
  return lora === 'off' ? withoutLora(withBase) : exchange(withBase, realismLora, lora);
}

function chosenBase({ model, modelFile }: ModelChoice): ModelFile | null {
  if (modelFile !== undefined) return fileNamed(modelFile, fluxDev);
  return model === undefined ? null : hubNamed(model, fluxDev);
}

function chosenLora({ lora, loraFile }: ModelChoice): ModelFile | 'off' | null {
  if ((loraFile ?? lora) === 'off') return 'off';
  if (loraFile !== undefined) return fileNamed(loraFile, realismLora);
  return lora === undefined ? null : hubNamed(lora, realismLora);
}

const nameOf = (path: string): string => path.split('/').at(-1) ?? path;

/** A file as the server lists it. */
function fileNamed(file: string, like: ModelFile): ModelFile {
  const known = KNOWN.find(
    (one) =>
      one.part === like.part &&
      [one.file, ...(one.alternatives ?? [])].some((name) => name === nameOf(file)),
  );
  const { licence } = unknownModel(file, like.part, ANY_MODEL);
  return { ...(known ?? { ...like, id: file, licence, url: ANY_MODEL }), file, alternatives: [] };
}

/**
 * A model by its name at Hugging Face. The file is looked for by the model's name, which has no ending and finds whatever
 * begins like it: `FLUX.1-Krea-dev` is `flux1-krea-dev_fp8_scaled.safetensors`, too.
 */
function hubNamed(name: string, like: ModelFile): ModelFile {
  const known = KNOWN.find(({ id, part }) => part === like.part && id === name);
  if (known) return known;
  const url = name.startsWith('https:')
    ? name
    : `https://huggingface.co/${name.split('/').slice(0, 2).join('/')}`;
  const { licence } = unknownModel(name, like.part, url);
  return { ...like, id: name, file: nameOf(name), alternatives: [], url, licence };
}

function exchange(shipped: ShippedWorkflow, old: ModelFile, chosen: ModelFile): ShippedWorkflow {
  const isBase = old === fluxDev;
  const env = isBase ? 'COMFYUI_FLUX_MODEL' : 'COMFYUI_FLUX_LORA';
  const chosenBy = { ...shipped.chosenBy, [chosen.file]: env };
  if (chosen === old) return { ...shipped, chosenBy };
  const graph = Graph.parse(shipped.json);
  for (const { inputs } of Object.values(graph)) {
    for (const [field, value] of Object.entries(inputs)) {
      if (value === old.file) inputs[field] = chosen.file;
      if (field === 'steps' && isBase && isDistilled(chosen.id)) inputs[field] = DISTILLED_STEPS;
    }
  }
  const { sampling, ...rest } = shipped;
  return {
    ...rest,
    ...(sampling && !(isBase && isDistilled(chosen.id)) ? { sampling } : {}),
    title: shipped.title.replace(isBase ? 'FLUX.1-dev' : 'RealismLora', nameOf(chosen.id)),
    json: graph,
    chosenBy,
    models: shipped.models.map((model) => (model === old ? chosen : model)),
  };
}

/** Whatever the LoRA was put on is linked past it. */
function withoutLora(shipped: ShippedWorkflow): ShippedWorkflow {
  const graph = Graph.parse(shipped.json);
  const [id, node] =
    Object.entries(graph).find(([, { inputs }]) => inputs.lora_name === realismLora.file) ?? [];
  if (id === undefined || node === undefined) return shipped;
  delete graph[id];
  for (const { inputs } of Object.values(graph)) {
    for (const [field, value] of Object.entries(inputs)) {
      if (Array.isArray(value) && value[0] === id) inputs[field] = node.inputs.model;
    }
  }
  const { lora: _its, ...rest } = shipped;
  const models = shipped.models.filter((model) => model !== realismLora);
  const title = shipped.title
    .replace(/(,| with) RealismLora(,| and)?/, ' with')
    .replace(/ with$/, '');
  return { ...rest, title, json: graph, models };
}
