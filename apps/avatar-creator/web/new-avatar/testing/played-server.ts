import type { Avatar, GeneratePreviewInput, PreviewState } from '../../../contract.ts';
import type { PreviewServer } from '../preview-server.ts';
import { previewOf } from './preview-of.ts';

type Listener = Parameters<PreviewServer['follow']>[1];

/** The server's side of the preview port, played by a test step by step. */
export interface PlayedServer extends PreviewServer {
  asked: GeneratePreviewInput[];
  cancelled: string[];
  saved: { previewId: string; name: string; key: string }[];
  /** Streams that are open now, by preview id. */
  streams: Map<string, Listener>;
  /** What `list` answers. */
  kept: PreviewState[];
  /** Thrown by the next call of that name. */
  refuse: { call: 'ask' | 'save' | 'state' | 'list'; with: Error } | null;
  /** Holds the answers of `ask` back until it is called. */
  holdAnswers(): () => void;
  /** The preview ends, as the server would tell it. */
  end(previewId: string, change?: Partial<PreviewState>): Promise<void>;
}

export function playServer(): PlayedServer {
  const states = new Map<string, PreviewState>();
  let gate: Promise<void> = Promise.resolve();
  const throwIf = (call: NonNullable<PlayedServer['refuse']>['call']) => {
    if (server.refuse?.call !== call) return;
    const { with: thrown } = server.refuse;
    server.refuse = null;
    throw thrown;
  };
  const server: PlayedServer = {
    asked: [],
    cancelled: [],
    saved: [],
    streams: new Map(),
    kept: [],
    refuse: null,
    holdAnswers() {
      const held = Promise.withResolvers<void>();
      gate = held.promise;
      return held.resolve;
    },
    async ask(_projectId, wish) {
      server.asked.push(wish);
      const previewId = `preview-${server.asked.length}`;
      await gate;
      throwIf('ask');
      return { success: true, previewId, eventsUrl: '/events', statusUrl: '/status' };
    },
    async state(previewId) {
      throwIf('state');
      return states.get(previewId) ?? previewOf('unknown', { previewId });
    },
    async list() {
      throwIf('list');
      return server.kept;
    },
    async cancel(previewId) {
      server.cancelled.push(previewId);
    },
    async save(preview, name, key) {
      server.saved.push({ previewId: preview.previewId, name, key });
      await gate;
      throwIf('save');
      return avatarOf(preview, name);
    },
    follow(previewId, listener) {
      server.streams.set(previewId, listener);
      return { close: () => server.streams.delete(previewId) };
    },
    async end(previewId, change = {}) {
      const wish = server.asked.at(-1);
      states.set(
        previewId,
        previewOf('made', { previewId, prompt: wish?.prompt ?? 'Somebody', ...change }),
      );
      server.streams.get(previewId)?.onOver();
      // The store asks for the end of the preview, then shows it: let both happen.
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
  return server;
}

function avatarOf(preview: PreviewState, name: string): Avatar {
  return {
    id: `avatar-of-${preview.previewId}`,
    userId: 'u',
    projectId: preview.projectId,
    name,
    imageUrl: preview.imageUrl ?? '',
    thumbnailUrl: preview.thumbnailUrl ?? '',
    widthPx: 768,
    heightPx: 1024,
    sourceType: 'generated',
    generationPrompt: preview.prompt,
    enhancedPrompt: preview.enhancedPrompt,
    gender: null,
    ageRange: null,
    style: null,
    ethnicity: null,
    bodyType: 'half_body',
    seed: preview.seed,
    engine: preview.engine,
    creditUsed: 15,
    usageCount: 0,
    lastUsedAt: null,
    createdAt: preview.createdAt,
    updatedAt: preview.createdAt,
  };
}
