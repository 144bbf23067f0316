import { z } from 'zod';

const Link = z.tuple([z.string(), z.number().int().nonnegative()]);
const Node = z.object({
  class_type: z.string().min(1),
  inputs: z.record(z.string(), z.unknown()),
  _meta: z.object({ title: z.string().optional() }).optional(),
});
/** A workflow in ComfyUI's API format ("Export (API)"): node id → class and inputs; a link is `[node id, output]`. */
export const Graph = z.record(z.string(), Node);
export type Graph = z.infer<typeof Graph>;

/** What Lumiku puts into a workflow, and where it takes the result from. */
export const INPUT_NAMES = [
  'prompt',
  'negative',
  'photo',
  'skeleton',
  'facePoints',
  'face',
  'target',
  'picture',
  'seed',
  'size',
  'width',
  'height',
  'loraScale',
  'steps',
  'guidance',
  'frames',
  'fps',
  'output',
] as const;
export type InputName = (typeof INPUT_NAMES)[number];

/** One field of one node. */
export interface Place {
  readonly node: string;
  readonly field: string;
}

export interface Workflow {
  readonly graph: Graph;
  readonly places: ReadonlyMap<InputName, readonly Place[]>;
  /** The node whose files are the result. */
  readonly output: string;
}

/** The fields a name may be written to, in order of preference; the first one the node has is taken. */
const FIELDS: Record<Exclude<InputName, 'size'>, readonly string[]> = {
  prompt: ['text', 'prompt', 'value', 'string', 'positive'],
  negative: ['text', 'prompt', 'value', 'string', 'negative'],
  photo: ['image', 'value'],
  skeleton: ['image', 'value'],
  facePoints: ['image', 'value'],
  face: ['image', 'value'],
  target: ['image', 'value'],
  picture: ['image', 'value'],
  seed: ['seed', 'noise_seed', 'value'],
  width: ['width', 'value'],
  height: ['height', 'value'],
  loraScale: ['strength_model', 'strength', 'lora_strength', 'value'],
  steps: ['steps', 'value'],
  guidance: ['guidance', 'cfg', 'value'],
  frames: ['length', 'num_frames', 'frames', 'value'],
  fps: ['fps', 'frame_rate', 'value'],
  output: ['filename_prefix'],
};

/** An operator's file: the bare API export, or one with its inputs pointed out. */
const OperatorFile = z.object({
  workflow: Graph,
  /** `"6.text"`, or several: `["6.text", "12.text"]`; `"6"` alone is the field that fits. */
  inputs: z
    .partialRecord(z.enum(INPUT_NAMES), z.union([z.string(), z.array(z.string())]))
    .default({}),
});

/** A workflow that cannot be used, in words for the operator. */
export class WorkflowProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WorkflowProblem';
  }
}

/**
 * Reads a workflow: an API export whose nodes are titled `lumiku:prompt`, `lumiku:photo`, … or
 * `{ "workflow": …, "inputs": { "prompt": "6.text" } }` for one that must not be touched.
 * @throws WorkflowProblem
 */
export function readWorkflow(json: unknown): Workflow {
  const { graph, pointed } = open(json);
  if (Object.keys(graph).length === 0) throw new WorkflowProblem('The workflow has no nodes.');
  checkLinks(graph);
  const places = new Map<InputName, Place[]>();
  const add = (name: InputName, place: Place) =>
    places.set(name, [...(places.get(name) ?? []), place]);
  for (const [node, { _meta, inputs }] of Object.entries(graph)) {
    for (const name of titledAs(_meta?.title)) addTitled(name, node, inputs, add);
  }
  for (const [name, node, field] of pointed) {
    if (!graph[node])
      throw new WorkflowProblem(`"${name}" points at node ${node}, which is not there.`);
    if (field === '') addTitled(name, node, graph[node].inputs, add);
    else add(name, { node, field });
  }
  const output = pointed.find(([name]) => name === 'output')?.[1] ?? titledOutput(graph);
  return { graph, places, output: output ?? onlySaver(graph) };
}

function open(json: unknown): { graph: Graph; pointed: [InputName, string, string][] } {
  const wrapped = OperatorFile.safeParse(json);
  if (wrapped.success) {
    const pointed = Object.entries(wrapped.data.inputs).flatMap(([name, at]) =>
      [at].flat().map((one): [InputName, string, string] => {
        const [node = '', ...field] = one.split('.');
        return [nameOf(name), node, field.join('.')];
      }),
    );
    return { graph: wrapped.data.workflow, pointed };
  }
  if (
    z.object({ nodes: z.array(z.unknown()), links: z.array(z.unknown()) }).safeParse(json).success
  ) {
    throw new WorkflowProblem(
      'This is a workflow for the editor. Save it with "Export (API)" and use that file.',
    );
  }
  const bare = Graph.safeParse(json);
  if (bare.success) return { graph: bare.data, pointed: [] };
  const issue = (isWrapped(json) ? wrapped.error : bare.error).issues[0];
  throw new WorkflowProblem(
    `This is no workflow in API format: ${issue?.path.join('.') || 'the file'}: ${issue?.message}.`,
  );
}

const isWrapped = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'workflow' in json;

function nameOf(name: string): InputName {
  const known = INPUT_NAMES.find((one) => one.toLowerCase() === name.toLowerCase());
  if (known) return known;
  throw new WorkflowProblem(
    `"${name}" is no input Lumiku knows. It knows ${INPUT_NAMES.join(', ')}.`,
  );
}

/** The names in a title: `lumiku:size, lumiku:frames` has two. */
function titledAs(title: string | undefined): InputName[] {
  return [...(title ?? '').matchAll(/\blumiku:\s*([a-z]+)/gi)].map((match) =>
    nameOf(match[1] ?? ''),
  );
}

function addTitled(
  name: InputName,
  node: string,
  inputs: Record<string, unknown>,
  add: (name: InputName, place: Place) => void,
): void {
  if (name === 'size') {
    addTitled('width', node, inputs, add);
    addTitled('height', node, inputs, add);
    return;
  }
  // A field that is fed by a link is not ours to write.
  const field = FIELDS[name].find((one) => one in inputs && !Link.safeParse(inputs[one]).success);
  if (field) add(name, { node, field });
  else if (name !== 'output') {
    throw new WorkflowProblem(
      `Node ${node} is titled lumiku:${name} but has no field ${FIELDS[name].join(' or ')} of its own.`,
    );
  }
}

function checkLinks(graph: Graph): void {
  for (const [node, { inputs }] of Object.entries(graph)) {
    for (const [field, value] of Object.entries(inputs)) {
      const link = Link.safeParse(value);
      if (link.success && !graph[link.data[0]]) {
        throw new WorkflowProblem(
          `${node}.${field} is linked to node ${link.data[0]}, which is not there.`,
        );
      }
    }
  }
}

const titledOutput = (graph: Graph): string | undefined =>
  Object.entries(graph).find(([, node]) => titledAs(node._meta?.title).includes('output'))?.[0];

/** Where nothing says which: the one node that saves. */
function onlySaver(graph: Graph): string {
  const savers = Object.entries(graph).filter(([, node]) => 'filename_prefix' in node.inputs);
  const [first, ...more] = savers;
  if (first && more.length === 0) return first[0];
  throw new WorkflowProblem(
    first
      ? 'Several nodes save files. Title the one with the result lumiku:output.'
      : 'No node saves a file. Add a Save Image node, or title the one with the result lumiku:output.',
  );
}

/** A copy of the graph with the values in their places; names the workflow has no place for are left out. */
export function fillWorkflow(
  workflow: Workflow,
  values: Partial<Record<InputName, string | number>>,
): Graph {
  const graph = structuredClone(workflow.graph);
  for (const [name, places] of workflow.places) {
    const value = values[name];
    if (value === undefined) continue;
    for (const { node, field } of places) {
      const inputs = graph[node]?.inputs;
      if (inputs) inputs[field] = value;
    }
  }
  return graph;
}
