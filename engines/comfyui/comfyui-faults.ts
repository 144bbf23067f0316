import { EngineFault, type EngineFaultKind } from '../engine.ts';
import { redact } from '../wire/redact.ts';
import { SERVICE, type SubmitAnswer } from './comfyui-client.ts';
import type { FittedWorkflow } from './fit-workflow.ts';
import type { LoadedWorkflow } from './load-workflows.ts';
import { whereToGet } from './model-files.ts';
import type { ExecutionFailure, NodeErrors } from './wire.ts';

/** What a server lacks for a workflow, one sentence each, for the operator; empty when nothing. */
export function missingWords(
  fitted: FittedWorkflow,
  { customNodes: custom, chosenBy }: Pick<LoadedWorkflow, 'customNodes' | 'chosenBy'>,
): string[] {
  const nodes = fitted.missingNodes.map((name) =>
    custom
      ? `The node ${name} is not installed; it comes with ${custom.name} (${custom.url}).`
      : `The node ${name} is not installed; update ComfyUI or install the extension it comes with.`,
  );
  const files = fitted.missingFiles.map(({ className, field, wanted, installed }) => {
    const source = whereToGet(wanted);
    const get = source ? ` Put it into models/${source.folder} from ${source.url}.` : '';
    const has = installed.length > 0 ? ` (there is ${listed(installed)})` : '';
    const env = chosenBy?.[wanted];
    const choose = env && installed.length > 0 ? ` Or name one that is there with ${env}.` : '';
    return `${className}.${field} wants ${wanted}, which is not there${has}.${get}${choose}`;
  });
  return [...nodes, ...files];
}

const LISTED_MAX = 12;
const listed = (files: readonly string[]): string =>
  [
    ...files.slice(0, LISTED_MAX),
    ...(files.length > LISTED_MAX ? [`${files.length - LISTED_MAX} more`] : []),
  ].join(', ');

/** A workflow the server does not take: a node or a file is missing, or the graph is wrong. Nothing ran. */
export function faultOfRefusal(refused: Extract<SubmitAnswer, { isAccepted: false }>): EngineFault {
  const told = nodeErrorWords(refused.node_errors);
  const words = [refused.error.message, refused.error.details, ...told].filter(Boolean).join(' ');
  return new EngineFault('not_configured', `${SERVICE} refused the workflow: ${redact(words, [])}`);
}

/** Accepted, but some outputs were dropped: what would come is not what was asked for. */
export const faultOfDroppedOutputs = (errors: NodeErrors): EngineFault =>
  new EngineFault(
    'not_configured',
    `${SERVICE} dropped outputs of the workflow: ${redact(nodeErrorWords(errors).join(' '), [])}`,
  );

function nodeErrorWords(errors: NodeErrors): string[] {
  return Object.entries(errors).flatMap(([node, { class_type, errors: problems }]) =>
    problems.map(
      ({ message, details }) => `Node ${node} (${class_type ?? 'unknown'}): ${message} ${details}.`,
    ),
  );
}

const FAILURES: readonly (readonly [RegExp, EngineFaultKind, string])[] = [
  // Over as it stands, and free: it may be handed over once more, now that the card was emptied.
  [/out.?of.?memory|allocation on device/i, 'bad_output', 'ran out of graphics memory'],
  [/no face|face.*not.*(found|detected)/i, 'invalid_input', 'found no face in the photo'],
  [/interrupt/i, 'cancelled', 'was stopped'],
];

/** Work that began and failed. */
export function faultOfFailure(failure: ExecutionFailure | 'interrupted'): EngineFault {
  if (failure === 'interrupted') return new EngineFault('cancelled', `${SERVICE} was stopped.`);
  const { exception_type, exception_message, node_type } = failure;
  const told = redact(`${exception_type} ${exception_message}`, []);
  const known = FAILURES.find(([pattern]) =>
    pattern.test(`${exception_type} ${exception_message}`),
  );
  const where = node_type === undefined ? '' : ` at ${node_type}`;
  return known
    ? new EngineFault(known[1], `${SERVICE} ${known[2]}${where}: ${told}`, { costUsd: 0 })
    : new EngineFault('bad_output', `${SERVICE} failed${where}: ${told}`);
}

export const isOutOfMemory = (failure: ExecutionFailure | 'interrupted'): boolean =>
  failure !== 'interrupted' &&
  /out.?of.?memory|allocation on device/i.test(
    `${failure.exception_type} ${failure.exception_message}`,
  );
