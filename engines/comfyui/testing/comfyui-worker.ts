import sharp from 'sharp';
import type { Graph } from '../workflow.ts';

/** How one prompt goes. */
export interface Behaviour {
  /** The create call is answered by a proxy in front; nothing is taken. */
  readonly refuseWith?: {
    readonly status: number;
    readonly headers?: Record<string, string>;
    readonly body?: unknown;
  };
  /** The connection dies and nothing is taken. */
  readonly hangsUp?: boolean;
  /** The first download of the result breaks off half way. */
  readonly breaksDownload?: boolean;
  /** The work is taken and the connection dies before the answer. */
  readonly losesAnswer?: boolean;
  /** Accepted with `node_errors`: some outputs will not come. */
  readonly dropsOutputs?: boolean;
  readonly fails?: 'out-of-memory' | 'no-face';
  /** The sampler rests at this step until it is released or interrupted. */
  readonly holdAt?: number;
  readonly release?: Promise<void>;
  readonly dropSocketsAt?: number;
  readonly restartAt?: number;
  /** The result was written before the process died. */
  readonly savesBeforeRestart?: boolean;
  /** Everything is cached: outputs come at once and no progress. */
  readonly isCached?: boolean;
  readonly output?: 'output' | 'temp';
  readonly makes?: 'html' | 'half';
  /** As servers before the progress registry told it. */
  readonly tellsOldProgress?: boolean;
}

export interface Prompt {
  readonly number: number;
  readonly id: string;
  readonly graph: Graph;
  readonly clientId: string;
  readonly behaviour: Behaviour;
}

interface Surroundings {
  readonly send: (clientId: string, message: string | Uint8Array<ArrayBuffer>) => void;
  readonly hasMeta: (clientId: string) => boolean;
  readonly isListening: (clientId: string) => boolean;
  readonly store: (path: string, bytes: Uint8Array) => void;
  readonly clip: () => Promise<Uint8Array>;
  readonly dropSockets: () => void;
  readonly restart: () => void;
}

const STEPS = 4;
class Interrupted extends Error {}
class Forgotten extends Error {}

/** The one worker: runs prompts one after the other, node by node, and keeps their history. */
export function createComfyuiWorker(around: Surroundings) {
  let pending: Prompt[] = [];
  let running: Prompt | null = null;
  let node: string | null = null;
  let history = new Map<string, unknown>();
  let generation = 0;
  let isInterrupted = false;
  let wake = Promise.withResolvers<void>();
  const stir = () => {
    wake.resolve();
    wake = Promise.withResolvers<void>();
  };

  async function work(): Promise<void> {
    if (running) return;
    const mine = generation;
    for (let prompt = pending.shift(); prompt; prompt = pending.shift()) {
      running = prompt;
      isInterrupted = false;
      const entry = await run(prompt, mine).catch((error: unknown) => {
        if (error instanceof Forgotten) return null;
        throw error;
      });
      if (entry === null) return;
      history.set(prompt.id, entry);
      running = null;
      tell(prompt, 'executing', { node: null, prompt_id: prompt.id });
    }
  }

  const tell = (prompt: Prompt, type: string, data: unknown) =>
    around.send(prompt.clientId, JSON.stringify({ type, data }));

  async function run(prompt: Prompt, mine: number): Promise<unknown> {
    const { id: prompt_id, graph, behaviour } = prompt;
    const messages: [string, unknown][] = [];
    const say = (type: string, data: Record<string, unknown>) => {
      messages.push([type, { ...data, prompt_id }]);
      tell(prompt, type, { ...data, prompt_id });
    };
    const outputs: Record<string, unknown> = {};
    const order = runningOrder(graph);
    say('execution_start', { timestamp: Date.now() });
    say('execution_cached', { nodes: behaviour.isCached ? order : [] });
    try {
      for (const id of order) {
        await step(prompt, id, mine, outputs);
      }
      say('execution_success', {});
      return { prompt: [], outputs, status: { status_str: 'success', completed: true, messages } };
    } catch (error) {
      if (error instanceof Forgotten) throw error;
      const failure = failureOf(error, graph, node);
      say(...failure);
      return { prompt: [], outputs, status: { status_str: 'error', completed: false, messages } };
    }
  }

  async function step(
    prompt: Prompt,
    id: string,
    mine: number,
    outputs: Record<string, unknown>,
  ): Promise<void> {
    const { graph, behaviour, id: prompt_id } = prompt;
    const className = graph[id]?.class_type ?? '';
    node = id;
    if (!behaviour.isCached) tell(prompt, 'executing', { node: id, display_node: id, prompt_id });
    if (className === 'KSampler' && !behaviour.isCached) await sample(prompt, id, mine);
    if (behaviour.fails === 'no-face' && /insta|pulid|edit/i.test(className)) {
      throw new Error('Reference Image: No face detected.');
    }
    check(mine);
    if (!/^(Save|Preview)/.test(className)) return;
    outputs[id] = await saved(prompt, className);
    tell(prompt, 'executed', { node: id, display_node: id, output: outputs[id], prompt_id });
  }

  async function sample(prompt: Prompt, id: string, mine: number): Promise<void> {
    const { behaviour, id: prompt_id } = prompt;
    // Somebody who has to see progress has to listen first.
    for (let tries = 0; tries < 50 && !around.isListening(prompt.clientId); tries += 1) {
      await Promise.race([wake.promise, Bun.sleep(2)]);
    }
    for (let at = 1; at <= STEPS; at += 1) {
      if (behaviour.fails === 'out-of-memory' && at === 2) throw new OutOfMemory();
      if (behaviour.dropSocketsAt === at) around.dropSockets();
      if (behaviour.restartAt === at) {
        if (behaviour.savesBeforeRestart) await saved(prompt, 'SaveImage');
        around.restart();
      }
      check(mine);
      if (behaviour.tellsOldProgress)
        tell(prompt, 'progress', { value: at, max: STEPS, prompt_id, node: id });
      else
        tell(prompt, 'progress_state', {
          prompt_id,
          nodes: {
            [id]: {
              value: at,
              max: STEPS,
              state: at === STEPS ? 'finished' : 'running',
              node_id: id,
            },
          },
        });
      around.send(prompt.clientId, await preview(prompt, id, around.hasMeta(prompt.clientId)));
      if (behaviour.holdAt === at) await hold(behaviour, mine);
      check(mine);
    }
  }

  async function hold({ release }: Behaviour, mine: number): Promise<void> {
    let isReleased = false;
    void release?.then(() => {
      isReleased = true;
      stir();
    });
    while (!isInterrupted && !isReleased && mine === generation) await wake.promise;
  }

  function check(mine: number): void {
    if (mine !== generation) throw new Forgotten();
    if (isInterrupted) throw new Interrupted();
  }

  async function saved(prompt: Prompt, className: string): Promise<unknown> {
    const { behaviour, graph } = prompt;
    const type = behaviour.output ?? (className.startsWith('Preview') ? 'temp' : 'output');
    const prefix = Object.values(graph).find((one) => one.class_type === className)?.inputs
      .filename_prefix;
    const path = typeof prefix === 'string' ? prefix : 'ComfyUI';
    const kind = className === 'SaveVideo' ? 'mp4' : 'png';
    const filename = `${path.split('/').at(-1)}_00001_.${kind}`;
    const subfolder = path.split('/').slice(0, -1).join('/');
    const bytes = kind === 'mp4' ? await around.clip() : await testCard(graph);
    const made = behaviour.makes === 'html' ? new TextEncoder().encode('<html>500</html>') : bytes;
    const whole = behaviour.makes === 'half' ? made.subarray(0, made.length / 2) : made;
    around.store(`${type}/${subfolder === '' ? '' : `${subfolder}/`}${filename}`, whole);
    return { images: [{ filename, subfolder, type }], animated: [kind === 'mp4'] };
  }

  return {
    wake: stir,
    add(prompt: Prompt): void {
      pending.push(prompt);
      queueMicrotask(() => void work());
    },
    interrupt(): void {
      isInterrupted = true;
      stir();
    },
    forget(): void {
      generation += 1;
      pending = [];
      running = null;
      history = new Map();
      stir();
    },
    dequeue(id: string): boolean {
      const before = pending.length;
      pending = pending.filter((prompt) => prompt.id !== id);
      return pending.length < before;
    },
    running: () => running,
    remaining: () => pending.length + (running ? 1 : 0),
    currentNode: (clientId: string) => (running?.clientId === clientId ? node : null),
    history: (id: string) => (history.has(id) ? { [id]: history.get(id) } : {}),
    queue: () => ({
      queue_running: running ? [queueItem(running)] : [],
      queue_pending: pending.map(queueItem),
    }),
  };
}

const queueItem = ({ number, id, graph }: Prompt) => [number, id, graph, {}, []];

class OutOfMemory extends Error {}

function failureOf(
  error: unknown,
  graph: Graph,
  node: string | null,
): [string, Record<string, unknown>] {
  const at = { node_id: node, node_type: graph[node ?? '']?.class_type, executed: [] };
  if (error instanceof Interrupted) return ['execution_interrupted', at];
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof OutOfMemory
    ? [
        'execution_error',
        {
          ...at,
          exception_type: 'torch.OutOfMemoryError',
          exception_message: 'Allocation on device 0 would exceed allowed memory.',
          traceback: [],
        },
      ]
    : [
        'execution_error',
        { ...at, exception_type: 'Exception', exception_message: message, traceback: [] },
      ];
}

/** Links before those that use them. */
function runningOrder(graph: Graph): string[] {
  const done: string[] = [];
  const visit = (id: string): void => {
    if (done.includes(id)) return;
    for (const value of Object.values(graph[id]?.inputs ?? {})) {
      if (Array.isArray(value) && typeof value[0] === 'string') visit(value[0]);
    }
    done.push(id);
  };
  for (const id of Object.keys(graph)) visit(id);
  return done;
}

/** A picture of the asked size that changes with the words, the seed and the LoRA, with the graph in it as a real one. */
async function testCard(graph: Graph): Promise<Uint8Array> {
  const wish = Object.values(graph).map(({ inputs }) => inputs);
  const side = (name: string) => Number(wish.findLast((inputs) => name in inputs)?.[name] ?? 64);
  const told = { ...graph };
  for (const [id, one] of Object.entries(told)) if (/^Save/.test(one.class_type)) delete told[id];
  const [r = 0, g = 0, b = 0] = new Uint8Array(
    new Bun.CryptoHasher('sha256').update(JSON.stringify(told)).digest().buffer,
  );
  const png = await sharp({
    create: {
      width: side('width'),
      height: side('height'),
      channels: 3,
      background: { r: r | 32, g, b },
    },
  })
    .withExif({ IFD0: { ImageDescription: JSON.stringify(graph).slice(0, 500) } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return new Uint8Array(png);
}

async function preview(
  { id, graph }: Prompt,
  node: string,
  hasMeta: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  const jpeg = await sharp(await testCard(graph))
    .resize(32, 32, { fit: 'fill' })
    .jpeg()
    .toBuffer();
  const meta = Buffer.from(
    JSON.stringify({ node_id: node, prompt_id: id, image_type: 'image/jpeg' }),
  );
  const head = Buffer.alloc(8);
  head.writeUInt32BE(hasMeta ? 4 : 1, 0);
  head.writeUInt32BE(hasMeta ? meta.length : 1, 4);
  return new Uint8Array(Buffer.concat(hasMeta ? [head, meta, jpeg] : [head, jpeg]));
}
