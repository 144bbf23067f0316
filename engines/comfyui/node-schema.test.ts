import { describe, expect, test } from 'bun:test';
import { SHIPPED_WORKFLOWS } from './shipped-workflows.ts';
import { allFiles, objectInfo } from './testing/comfyui-nodes.ts';
import { readWorkflow } from './workflow.ts';

const info = objectInfo(allFiles(), new Set());
const specOf = (className: string, field: string): unknown => {
  const { required = {}, optional = {} } = info.get(className)?.input ?? {};
  return required[field] ?? optional[field];
};
const typeOf = (spec: unknown): unknown => (Array.isArray(spec) ? spec[0] : undefined);

/** What is wrong with one value by the schema of its field, or null. */
function misfit(spec: unknown, value: unknown): string | null {
  const type = typeOf(spec);
  if (type === 'INT' || type === 'FLOAT') {
    const [, bounds] = spec as [string, { min?: number; max?: number }];
    const isFine =
      typeof value === 'number' &&
      value >= (bounds.min ?? value) &&
      value <= (bounds.max ?? value) &&
      (type === 'FLOAT' || Number.isInteger(value));
    return isFine ? null : `is not a ${type} within its bounds`;
  }
  return typeof value === 'string' ? null : 'is not text';
}

describe.each(SHIPPED_WORKFLOWS.map((shipped) => [shipped.id, shipped] as const))(
  '%s',
  (_id, shipped) => {
    const { graph } = readWorkflow(shipped.json);
    const nodes = Object.entries(graph);

    test('has only nodes that there are, with inputs they have and all they require', () => {
      const wrong = nodes.flatMap(([id, { class_type, inputs }]) => {
        const node = info.get(class_type);
        if (!node) return [`${id}: there is no ${class_type}`];
        const { required, optional = {} } = node.input;
        const known = { ...required, ...optional };
        const unknown = Object.keys(inputs).filter((field) => !(field in known));
        // What a fork came to require is filled with the first of its choices when the workflow is fitted.
        const missing = Object.entries(required)
          .filter(([field, spec]) => !(field in inputs) && !Array.isArray(typeOf(spec)))
          .map(([field]) => field);
        return [
          ...unknown.map((field) => `${id} (${class_type}): no input ${field}`),
          ...missing.map((field) => `${id} (${class_type}): lacks ${field}`),
        ];
      });
      expect(wrong).toEqual([]);
    });

    test('links outputs to inputs of the same type, and gives every other input a value of its own', () => {
      const wrong = nodes.flatMap(([id, { class_type, inputs }]) =>
        Object.entries(inputs).flatMap(([field, value]) => {
          const spec = specOf(class_type, field);
          if (!Array.isArray(value)) {
            const told = misfit(spec, value);
            return told === null ? [] : [`${id}.${field}: ${told}`];
          }
          const [from, slot] = value as [string, number];
          const type = info.get(graph[from]?.class_type ?? '')?.output[slot];
          return type === typeOf(spec)
            ? []
            : [`${id}.${field} wants ${String(typeOf(spec))}, and ${from} gives ${String(type)}`];
        }),
      );
      expect(wrong).toEqual([]);
    });

    test('saves what it makes, once', () => {
      const savers = nodes.filter(([, { class_type }]) => info.get(class_type)?.output_node);
      expect(savers).toHaveLength(1);
    });
  },
);
