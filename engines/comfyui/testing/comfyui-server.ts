import { createHash } from 'node:crypto';
import { clipBytes } from '../../wire/testing/clip-bytes.ts';
import { Graph } from '../workflow.ts';
import { allFiles, objectInfo } from './comfyui-nodes.ts';
import { type Behaviour, createComfyuiWorker, type Prompt } from './comfyui-worker.ts';
import { refusePrompt } from './refuse-prompt.ts';

export interface ComfyuiServerOptions {
  /** Node classes that are not installed. */
  readonly lacks?: readonly string[];
  /** Files per folder of `models`; every model of the shipped workflows when left out. */
  readonly files?: ReadonlyMap<string, readonly string[]>;
  readonly version?: string;
  /** The value of the Authorization header a proxy in front asks for. */
  readonly authorization?: string;
}

type Socket = Bun.ServerWebSocket<{ clientId: string; hasMeta: boolean }>;

/**
 * A ComfyUI that paints test cards instead of pictures: the routes, the queue with one worker, the history that a
 * restart forgets, the websocket with its binary frames, and on demand everything that goes wrong there.
 */
export function createComfyuiServer(options: ComfyuiServerOptions = {}) {
  const version = options.version ?? '0.3.64';
  const installed = new Map(options.files ?? allFiles());
  const lacks = new Set(options.lacks);
  const sockets = new Map<string, Socket>();
  const stored = new Map<string, Uint8Array>();
  const uploads = new Set<string>();
  const behaviours: Behaviour[] = [];
  /** What reached it, in order: the body of every accepted prompt, and who was interrupted. */
  const prompts: Prompt[] = [];
  const interrupts: string[] = [];
  const calls: string[] = [];
  const dequeued: string[] = [];
  const sent: { url: string; body: string }[] = [];
  let creates = 0;
  let refusesKey = false;
  let breaksDownload = false;
  let freed = 0;
  let number = 0;

  const send = (clientId: string, message: string | Uint8Array<ArrayBuffer>) =>
    sockets.get(clientId)?.send(message);
  const worker = createComfyuiWorker({
    send,
    hasMeta: (clientId) => sockets.get(clientId)?.data.hasMeta ?? false,
    store: (path, bytes) => stored.set(path, bytes),
    isListening: (clientId) => sockets.has(clientId),
    clip: clipBytes,
    dropSockets,
    restart,
  });

  function dropSockets(): void {
    for (const socket of sockets.values()) socket.terminate();
    sockets.clear();
  }

  /** The process starts anew: history, queue and temporary files are gone, what was saved is not. */
  function restart(): void {
    worker.forget();
    dropSockets();
    for (const path of stored.keys()) if (path.startsWith('temp/')) stored.delete(path);
  }

  async function postPrompt(request: Request): Promise<Response> {
    creates += 1;
    const text = await request.text();
    sent.push({ url: request.url, body: text });
    const body = JSON.parse(text);
    const graph = Graph.parse(body.prompt);
    const behaviour = behaviours.shift() ?? {};
    if (behaviour.hangsUp) return brokenAnswer();
    if (behaviour.refuseWith) {
      const { status, headers = {}, body: said } = behaviour.refuseWith;
      return said
        ? Response.json(said, { status, headers })
        : new Response('<html>bad gateway</html>', { status, headers });
    }
    breaksDownload = behaviour.breaksDownload ?? false;
    const refusal = refusePrompt(graph, objectInfo(installed, lacks), uploads);
    if (refusal) return Response.json(refusal, { status: 400 });
    // Servers before 0.3.45 give every prompt an id of their own.
    const takesIds = Bun.semver.order(version, '0.3.45') >= 0;
    const id =
      takesIds && typeof body.prompt_id === 'string' ? body.prompt_id : crypto.randomUUID();
    number += 1;
    const prompt: Prompt = { number, id, graph, clientId: String(body.client_id ?? ''), behaviour };
    prompts.push(prompt);
    worker.add(prompt);
    if (behaviour.losesAnswer) return brokenAnswer();
    const problem = {
      errors: [{ type: 'value_not_in_list', message: 'Value not in list', details: 'x' }],
      dependent_outputs: ['9'],
      class_type: 'SaveImage',
    };
    const node_errors = behaviour.dropsOutputs ? { 9: problem } : {};
    return Response.json({ prompt_id: id, number, node_errors });
  }

  async function postUpload(request: Request): Promise<Response> {
    const form = await request.formData();
    const file = form.get('image');
    if (!(file instanceof File)) return new Response(null, { status: 400 });
    const subfolder = String(form.get('subfolder') ?? '');
    const folder = subfolder === '' ? '' : `${subfolder}/`;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const [stem, kind] = [file.name.replace(/\.[^.]*$/, ''), file.name.split('.').at(-1)];
    let name = file.name;
    for (let copy = 1; ; copy += 1) {
      const there = stored.get(`input/${folder}${name}`);
      if (!there || hash(there) === hash(bytes)) break;
      name = `${stem} (${copy}).${kind}`;
    }
    stored.set(`input/${folder}${name}`, bytes);
    uploads.add(`${folder}${name}`);
    return Response.json({ name, subfolder, type: 'input' });
  }

  function view(url: URL): Response {
    const get = (name: string) => url.searchParams.get(name) ?? '';
    if (get('filename').includes('..')) return new Response(null, { status: 400 });
    const folder = get('subfolder') === '' ? '' : `${get('subfolder')}/`;
    const bytes = stored.get(`${get('type') || 'output'}/${folder}${get('filename')}`);
    if (!bytes) return new Response(null, { status: 404 });
    if (!breaksDownload) return new Response(new Uint8Array(bytes));
    breaksDownload = false;
    return brokenAnswer(new Uint8Array(bytes.subarray(0, bytes.length / 2)));
  }

  async function interrupt(request: Request): Promise<Response> {
    const body = await request.json().catch(() => ({}));
    // Servers before 0.3.57 stop whatever runs, whoever it belongs to.
    const isTargeted = Bun.semver.order(version, '0.3.57') >= 0;
    const running = worker.running();
    if (running && (!isTargeted || !body.prompt_id || body.prompt_id === running.id)) {
      interrupts.push(running.id);
      worker.interrupt();
    }
    return new Response(null);
  }

  async function route(request: Request, url: URL): Promise<Response> {
    const path = url.pathname.replace(/^\/api/, '');
    if (path === '/prompt' && request.method === 'POST') return await postPrompt(request);
    if (path === '/upload/image') return await postUpload(request);
    if (path === '/view') return view(url);
    if (path === '/interrupt') return await interrupt(request);
    if (path === '/system_stats') {
      const devices = [{ name: 'cuda:0 Test Card', vram_total: 24e9 }];
      return Response.json({ system: { comfyui_version: version }, devices });
    }
    if (path === '/free') {
      freed += 1;
      return new Response(null);
    }
    if (path === '/queue') {
      if (request.method === 'GET') return Response.json(worker.queue());
      for (const id of (await request.json()).delete ?? []) {
        if (worker.dequeue(String(id))) dequeued.push(String(id));
      }
      return new Response(null);
    }
    const [, kind, name = ''] = /^\/(history|object_info)\/(.+)$/.exec(path) ?? [];
    if (kind === 'history') return Response.json(worker.history(name));
    if (kind === 'object_info') {
      const info = objectInfo(installed, lacks).get(name);
      return Response.json(info ? { [name]: info } : {});
    }
    return new Response('404: Not Found', { status: 404 });
  }

  const server = Bun.serve<{ clientId: string; hasMeta: boolean }, never>({
    port: 0,
    hostname: '127.0.0.1',
    idleTimeout: 0,
    async fetch(request, self) {
      const url = new URL(request.url);
      const wanted = options.authorization;
      const isRefused = refusesKey && request.method === 'POST';
      if (isRefused) refusesKey = false;
      if (isRefused || (wanted !== undefined && request.headers.get('authorization') !== wanted)) {
        return new Response('Unauthorized', { status: 401 });
      }
      if (url.pathname === '/ws') {
        const clientId = url.searchParams.get('clientId') ?? crypto.randomUUID();
        calls.push('WS');
        if (self.upgrade(request, { data: { clientId, hasMeta: false } })) return;
        return new Response(null, { status: 400 });
      }
      calls.push(`${request.method} ${url.pathname}`);
      return await route(request, url);
    },
    websocket: {
      open(socket) {
        sockets.set(socket.data.clientId, socket);
        const exec_info = { queue_remaining: worker.remaining() };
        socket.send(JSON.stringify({ type: 'status', data: { status: { exec_info } } }));
        socket.send(JSON.stringify({ type: 'crystools.monitor', data: { cpu: 3 } }));
        const node = worker.currentNode(socket.data.clientId);
        if (node) socket.send(JSON.stringify({ type: 'executing', data: { node } }));
        worker.wake();
      },
      message(socket, message) {
        if (String(message).includes('supports_preview_metadata')) socket.data.hasMeta = true;
        worker.wake();
      },
      close(socket) {
        if (sockets.get(socket.data.clientId) === socket) sockets.delete(socket.data.clientId);
      },
    },
  });

  return {
    url: `http://127.0.0.1:${server.port}`,
    prompts,
    interrupts,
    calls,
    installed,
    dequeued,
    /** Bodies of create calls. */
    sent,
    creates: () => creates,
    refuseKeyOnce: () => {
      refusesKey = true;
    },
    freed: () => freed,
    /** How the next accepted prompts go, one entry each. */
    next: (...more: Behaviour[]) => behaviours.push(...more),
    install: (name: string) => lacks.delete(name),
    openSockets: () => sockets.size,
    restart,
    close: async () => {
      worker.forget();
      await server.stop(true);
    },
  };
}

export type ComfyuiServer = ReturnType<typeof createComfyuiServer>;

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Headers, perhaps a part of the body, then the connection dies: nobody can say from outside what was taken. */
function brokenAnswer(part?: Uint8Array<ArrayBuffer>): Response {
  const body = new ReadableStream({
    pull(controller) {
      if (part) controller.enqueue(part);
      controller.error();
    },
  });
  return new Response(body);
}
