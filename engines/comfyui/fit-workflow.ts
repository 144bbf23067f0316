import type { InputSpec, NodeInfo } from './wire.ts';
import type { Graph } from './workflow.ts';

/** A file or choice a server does not have. */
export interface MissingFile {
  readonly node: string;
  readonly className: string;
  readonly field: string;
  readonly wanted: string;
  /** What is there instead; empty where nothing is. */
  readonly installed: readonly string[];
}

export interface FittedWorkflow {
  readonly graph: Graph;
  readonly missingNodes: readonly string[];
  readonly missingFiles: readonly MissingFile[];
}

/** Fields a node fills with what was uploaded; their list holds the uploads of others. */
const isUpload = (options: unknown): boolean =>
  typeof options === 'object' && options !== null && 'image_upload' in options;

/**
 * The graph as this server can run it: files are found in whatever sub-folder they lie and under any of their usual
 * names, and inputs a newer node has come to require take its defaults. What cannot be mended is told.
 */
export function fitWorkflow(
  graph: Graph,
  info: Readonly<Record<string, NodeInfo>>,
  alternatives: (file: string) => readonly string[] = () => [],
): FittedWorkflow {
  const missingNodes = new Set<string>();
  const missingFiles: MissingFile[] = [];
  const fitted = structuredClone(graph);
  for (const [node, { class_type: className, inputs }] of Object.entries(fitted)) {
    const known = info[className];
    if (!known) {
      missingNodes.add(className);
      continue;
    }
    const required = known.input.required ?? {};
    for (const [field, spec] of Object.entries({ ...required, ...known.input.optional })) {
      if (!(field in inputs)) {
        const fallback = field in required ? defaultOf(spec) : undefined;
        if (fallback !== undefined) inputs[field] = fallback;
        continue;
      }
      const value = inputs[field];
      const choices = choicesOf(spec);
      if (choices === null || typeof value !== 'string' || choices.includes(value)) continue;
      const found = findFile([value, ...alternatives(value)], choices);
      if (found !== undefined) inputs[field] = found;
      else missingFiles.push({ node, className, field, wanted: value, installed: choices });
    }
  }
  return { graph: fitted, missingNodes: [...missingNodes], missingFiles };
}

/** Older nodes put the list where the type stands, newer ones say COMBO and list the options beside it. */
function choicesOf([type, options]: InputSpec): readonly string[] | null {
  if (isUpload(options)) return null;
  const list = Array.isArray(type) ? type : type === 'COMBO' ? optionsOf(options) : null;
  return list?.filter((one): one is string => typeof one === 'string') ?? null;
}

function optionsOf(options: unknown): readonly unknown[] | null {
  if (typeof options !== 'object' || options === null || !('options' in options)) return null;
  return Array.isArray(options.options) ? options.options : null;
}

function defaultOf(spec: InputSpec): unknown {
  const [type, options] = spec;
  if (typeof options === 'object' && options !== null && 'default' in options)
    return options.default;
  // A choice without a default starts at its first one; a link has none.
  return Array.isArray(type) ? type[0] : undefined;
}

const ENDING = /\.(safetensors|sft|ckpt|pt|pth|bin)$/i;

function findFile(names: readonly string[], installed: readonly string[]): string | undefined {
  const [model = ''] = names;
  for (const name of names) {
    const exact = installed.find((one) => one === name);
    const elsewhere = installed.find((one) => baseName(one) === baseName(name));
    if (exact ?? elsewhere) return exact ?? elsewhere;
  }
  // A name without an ending is a model's: whatever begins like it will do, the shortest first.
  if (ENDING.test(model)) return undefined;
  return installed
    .filter((one) => bare(baseName(one)).startsWith(bare(model)))
    .toSorted((a, b) => a.length - b.length)[0];
}

const bare = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

const baseName = (path: string): string => (path.split(/[\\/]/).at(-1) ?? path).toLowerCase();
