import { z } from 'zod';

/** What a ComfyUI server says, as far as this engine reads it. Unknown fields are left alone: custom nodes add theirs. */

const NodeError = z.object({
  class_type: z.string().optional(),
  errors: z
    .array(
      z.object({
        type: z.string(),
        message: z.string(),
        details: z.string().default(''),
        extra_info: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .default([]),
});
/** An empty list where nothing is wrong: Python's empty dictionary and empty list both occur. */
export const NodeErrors = z.union([
  z.record(z.string(), NodeError),
  z
    .array(z.unknown())
    .length(0)
    .transform((): Record<string, z.infer<typeof NodeError>> => ({})),
]);
export type NodeErrors = z.infer<typeof NodeErrors>;

export const PromptAccepted = z.object({
  prompt_id: z.string(),
  node_errors: NodeErrors.default({}),
});

export const PromptRefused = z.object({
  error: z.union([
    z.string().transform((message) => ({ type: 'error', message, details: '' })),
    z.object({
      type: z.string(),
      message: z.string(),
      details: z.string().default(''),
    }),
  ]),
  node_errors: NodeErrors.default({}),
});

export const OutputFile = z.object({
  filename: z.string().min(1),
  subfolder: z.string().default(''),
  type: z.enum(['output', 'temp', 'input']).default('output'),
});
export type OutputFile = z.infer<typeof OutputFile>;

/** Files lie under a key of the node's choosing: `images`, `gifs`, `video`. */
const NodeOutput = z.record(z.string(), z.unknown());

const ExecutionFailure = z.object({
  node_id: z.string().optional(),
  node_type: z.string().optional(),
  exception_type: z.string().default(''),
  exception_message: z.string().default(''),
});
export type ExecutionFailure = z.infer<typeof ExecutionFailure>;

export const HistoryEntry = z.object({
  outputs: z.record(z.string(), NodeOutput).default({}),
  status: z
    .object({
      status_str: z.string(),
      completed: z.boolean(),
      messages: z.array(z.tuple([z.string(), z.unknown()])).default([]),
    })
    .nullish(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;
export const History = z.record(z.string(), HistoryEntry);

/** `[number, id, graph, extra, outputs]`; only the id is of interest. */
const QueueItem = z.tuple([z.number(), z.string()], z.unknown()).transform((item) => item[1]);
export const Queue = z.object({
  queue_running: z.array(QueueItem),
  queue_pending: z.array(QueueItem),
});
export type Queue = z.infer<typeof Queue>;

export const UploadedFile = z.object({ name: z.string(), subfolder: z.string().default('') });

/** `[type, options]`; the type is a list where files or choices are picked from. */
const InputSpec = z.tuple([z.union([z.string(), z.array(z.unknown())])], z.unknown());
export type InputSpec = z.infer<typeof InputSpec>;

export const NodeInfo = z.object({
  input: z
    .object({
      required: z.record(z.string(), InputSpec).nullish(),
      optional: z.record(z.string(), InputSpec).nullish(),
    })
    .default({}),
  output_node: z.boolean().default(false),
});
export type NodeInfo = z.infer<typeof NodeInfo>;
export const ObjectInfo = z.record(z.string(), NodeInfo);

export const SystemStats = z.object({
  system: z.object({ comfyui_version: z.string().optional() }),
  devices: z
    .array(z.object({ name: z.string().optional(), vram_total: z.number().optional() }))
    .default([]),
});

const ofPrompt = { prompt_id: z.string().optional() };
/** The messages of the websocket that this engine heeds; the rest is passed over. */
export const SocketMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress_state'),
    data: z.object({
      ...ofPrompt,
      nodes: z.record(
        z.string(),
        z.object({ value: z.number(), max: z.number(), state: z.string() }),
      ),
    }),
  }),
  z.object({
    type: z.literal('progress'),
    data: z.object({
      ...ofPrompt,
      node: z.string().nullish(),
      value: z.number(),
      max: z.number(),
    }),
  }),
  z.object({
    type: z.literal('executing'),
    data: z.object({ ...ofPrompt, node: z.string().nullish() }),
  }),
  z.object({
    type: z.literal('execution_cached'),
    data: z.object({ ...ofPrompt, nodes: z.array(z.string()).default([]) }),
  }),
  z.object({ type: z.literal('execution_start'), data: z.object(ofPrompt) }),
  z.object({ type: z.literal('execution_success'), data: z.object(ofPrompt) }),
  z.object({ type: z.literal('execution_error'), data: z.object(ofPrompt) }),
  z.object({ type: z.literal('execution_interrupted'), data: z.object(ofPrompt) }),
]);
export type SocketMessage = z.infer<typeof SocketMessage>;

/** Of the messages in a history entry: why it failed, if it did. */
export function failureIn(entry: HistoryEntry): ExecutionFailure | 'interrupted' | null {
  for (const [event, data] of entry.status?.messages ?? []) {
    if (event === 'execution_interrupted') return 'interrupted';
    if (event !== 'execution_error') continue;
    const read = ExecutionFailure.safeParse(data);
    return read.success ? read.data : { exception_type: '', exception_message: '' };
  }
  return null;
}
