import type { Graph } from '../workflow.ts';
import type { ServerNode } from './comfyui-nodes.ts';

interface NodeProblem {
  readonly type: string;
  readonly message: string;
  readonly details: string;
}

/** What the server answers to a graph it does not run; null when it does. The order of the checks is its own. */
export function refusePrompt(
  graph: Graph,
  info: ReadonlyMap<string, ServerNode>,
  uploads: ReadonlySet<string>,
): Record<string, unknown> | null {
  for (const [id, { class_type }] of Object.entries(graph)) {
    if (!info.has(class_type)) {
      const message = `Cannot execute because node ${class_type} does not exist.`;
      return { error: error('invalid_prompt', message, `Node ID '#${id}'`), node_errors: {} };
    }
  }
  const hasOutput = Object.values(graph).some((node) => info.get(node.class_type)?.output_node);
  if (!hasOutput) {
    return { error: error('prompt_no_outputs', 'Prompt has no outputs', ''), node_errors: {} };
  }
  const nodeErrors: Record<string, unknown> = {};
  for (const [id, node] of Object.entries(graph)) {
    const errors = [...problemsOf(node, info, uploads), ...linkProblems(node, graph, info)];
    if (errors.length > 0) {
      nodeErrors[id] = { class_type: node.class_type, errors, dependent_outputs: [] };
    }
  }
  if (Object.keys(nodeErrors).length === 0) return null;
  const told = error('prompt_outputs_failed_validation', 'Prompt outputs failed validation', '');
  return { error: told, node_errors: nodeErrors };
}

const error = (type: string, message: string, details: string) => ({
  ...{ type, message, details },
  extra_info: {},
});

function problemsOf(
  { class_type, inputs }: Graph[string],
  info: ReadonlyMap<string, ServerNode>,
  uploads: ReadonlySet<string>,
): NodeProblem[] {
  const problems: NodeProblem[] = [];
  for (const [field, spec] of Object.entries(info.get(class_type)?.input.required ?? {})) {
    if (!(field in inputs)) {
      problems.push({
        type: 'required_input_missing',
        message: 'Required input is missing',
        details: field,
      });
      continue;
    }
    const value = inputs[field];
    const choices = choicesOf(spec);
    if (class_type === 'LoadImage' && typeof value === 'string' && !uploads.has(value)) {
      problems.push({
        type: 'custom_validation_failed',
        message: 'Custom validation failed for node',
        details: `image - Invalid image file: ${value}`,
      });
    } else if (choices && typeof value === 'string' && !choices.includes(value)) {
      problems.push({
        type: 'value_not_in_list',
        message: 'Value not in list',
        details: `${field}: '${value}' not in ${JSON.stringify(choices)}`,
      });
    }
  }
  return problems;
}

/** Links to outputs of another type, or to none. */
function linkProblems(
  { class_type, inputs }: Graph[string],
  graph: Graph,
  info: ReadonlyMap<string, ServerNode>,
): NodeProblem[] {
  const { required = {}, optional = {} } = info.get(class_type)?.input ?? {};
  return Object.entries({ ...required, ...optional }).flatMap(([field, spec]) => {
    const [from, slot] = Array.isArray(inputs[field]) ? inputs[field] : [];
    const wanted = Array.isArray(spec) ? spec[0] : undefined;
    if (typeof from !== 'string' || typeof wanted !== 'string') return [];
    const given = info.get(graph[from]?.class_type ?? '')?.output[Number(slot)];
    if (given === wanted) return [];
    return {
      ...{ type: 'return_type_mismatch', message: 'Return type mismatch between linked nodes' },
      details: `${field}, received_type(${given}) mismatch input_type(${wanted})`,
    };
  });
}

function choicesOf(spec: unknown): readonly unknown[] | null {
  const [type, options] = Array.isArray(spec) ? spec : [];
  if (Array.isArray(type)) return type.length > 0 || options === undefined ? type : null;
  const listed = type === 'COMBO' && typeof options === 'object' && options !== null;
  return listed && 'options' in options && Array.isArray(options.options) ? options.options : null;
}
