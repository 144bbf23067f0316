import { ApiFault, asApiFault, createIntentKeys } from '@lumiku/app-kit/web';
import { create } from 'zustand';
import type { PreviewState } from '../../contract.ts';
import { type Draft, draftOf, EMPTY_DRAFT, wishOf } from './draft.ts';
import { isOver, knownFraction, type PreviewServer } from './preview-server.ts';
import { hasUnsaved, isExpired, type PreviewFault, type PreviewStore } from './preview-state.ts';
import { suggestedName } from './suggested-name.ts';

const NOTHING = {
  previews: [],
  shownId: null,
  comparedIds: [],
  name: '',
  making: null,
  problem: null,
  isSaving: false,
} as const;

/**
 * The state of the two-phase dialog. One preview is in the making at a time; whatever arrives after it was cancelled,
 * or after the dialog went elsewhere, is passed over.
 * @param options.draft what was written before, kept by the caller
 */
export function createPreviewStore(
  server: PreviewServer,
  options: { draft?: Draft; now?: () => number } = {},
) {
  const now = options.now ?? Date.now;
  const saveKeys = createIntentKeys(() => crypto.randomUUID());
  /** Changes with every piece of work, so that late answers know that they are late. */
  let turn = 0;
  let following: { close(): void } | null = null;
  /** Where the work in the making was asked for: whatever goes wrong leads back there. */
  let begunIn: PreviewStore['phase'] = 'words';

  return create<PreviewStore>()((set, get) => {
    const stopFollowing = () => {
      turn += 1;
      following?.close();
      following = null;
    };
    const fail = (thrown: unknown, during: PreviewFault['during']) => {
      const fault = asApiFault(thrown);
      const { retryAfterSeconds } = fault;
      const waitUntilMs = retryAfterSeconds === undefined ? null : now() + retryAfterSeconds * 1000;
      set({ problem: { fault, during, waitUntilMs } });
    };
    /** The name follows the words until the person gives one. */
    const nameFor = (preview: PreviewState) => {
      const { name, previews, shownId } = get();
      const before = previews.find(({ previewId }) => previewId === shownId);
      const isTheirs = name !== '' && (!before || name !== suggestedName(before.prompt));
      return isTheirs ? name : suggestedName(preview.prompt);
    };
    const settle = (preview: PreviewState) => {
      if (preview.status === 'completed') {
        set((state) => ({
          making: null,
          phase: 'look',
          name: nameFor(preview),
          previews: [...state.previews.filter((p) => p.previewId !== preview.previewId), preview],
          shownId: preview.previewId,
        }));
        return;
      }
      set({ making: null, phase: begunIn });
      if (preview.status === 'failed') fail(faultOf(preview), 'generate');
    };
    const follow = (previewId: string, myTurn: number) => {
      let isAsking = false;
      following = server.follow(previewId, {
        onProgress(fraction, stage, queuePosition, frameUrl) {
          if (myTurn !== turn) return;
          set(({ making }) => ({
            making: making && {
              ...{ ...making, fraction, stage, queuePosition },
              // Not every word of progress brings a frame along.
              frameUrl: frameUrl ?? making.frameUrl,
            },
          }));
        },
        onOver() {
          if (myTurn !== turn || isAsking) return;
          isAsking = true;
          void server
            .state(previewId)
            .then((preview) => {
              if (myTurn !== turn) return;
              stopFollowing();
              settle(preview);
            })
            .catch((thrown: unknown) => {
              if (myTurn !== turn) return;
              stopFollowing();
              set({ making: null, phase: begunIn });
              fail(thrown, 'generate');
            });
        },
      });
    };

    return {
      ...NOTHING,
      projectId: null,
      phase: 'words',
      draft: options.draft ?? EMPTY_DRAFT,

      async open(projectId, phase) {
        if (get().projectId === projectId && hasUnsaved(get(), now())) {
          if (get().making === null) set({ phase });
          return;
        }
        stopFollowing();
        const myTurn = turn;
        set({ ...NOTHING, projectId, phase });
        const listed = await server.list(projectId).catch((thrown: unknown) => {
          if (myTurn === turn && phase === 'look') fail(thrown, 'generate');
          return [];
        });
        if (myTurn !== turn) return;
        const kept = listed
          .filter((preview) => preview.status === 'completed' && !isExpired(preview, now()))
          .toReversed();
        const last = kept.at(-1);
        set({
          previews: kept,
          shownId: last?.previewId ?? null,
          name: last === undefined ? '' : nameFor(last),
          phase: last === undefined ? 'words' : phase,
        });
        const running = listed.find((preview) => !isOver(preview));
        if (running === undefined) return;
        begunIn = last === undefined ? 'words' : 'look';
        set({
          phase: 'look',
          making: {
            previewId: running.previewId,
            fraction: knownFraction(running),
            stage: running.stage,
            frameUrl: null,
            queuePosition: running.queuePosition,
            startedAtMs: new Date(running.createdAt).getTime(),
            isCancelling: false,
          },
        });
        follow(running.previewId, myTurn);
      },

      edit: (change) =>
        set(({ draft, problem }) => ({
          draft: { ...draft, ...change },
          // Other words may well be taken: what was said about the old ones no longer holds.
          problem: problem?.waitUntilMs == null ? null : problem,
        })),
      setName: (name) => set({ name, problem: null }),
      goTo: (phase) => set({ phase, comparedIds: [] }),
      show(previewId) {
        const preview = get().previews.find((one) => one.previewId === previewId);
        if (preview === undefined) return;
        set({ name: nameFor(preview), shownId: previewId, comparedIds: [], phase: 'look' });
      },
      compare: (comparedIds) => set({ comparedIds }),

      async generatePreview() {
        const { projectId, draft, making, phase } = get();
        const wish = wishOf(draft);
        if (projectId === null || wish === null || making !== null) return;
        stopFollowing();
        const myTurn = turn;
        begunIn = phase;
        set({
          phase: 'look',
          problem: null,
          comparedIds: [],
          making: {
            previewId: null,
            fraction: null,
            stage: null,
            frameUrl: null,
            queuePosition: null,
            startedAtMs: now(),
            isCancelling: false,
          },
        });
        try {
          const { previewId } = await server.ask(projectId, wish);
          if (myTurn !== turn) {
            // Cancelled before the server had answered: nobody will look at it.
            await server.cancel(previewId).catch(() => undefined);
            return;
          }
          set((state) => ({ making: state.making && { ...state.making, previewId } }));
          follow(previewId, myTurn);
        } catch (thrown) {
          if (myTurn !== turn) return;
          set({ making: null, phase: begunIn });
          fail(thrown, 'generate');
        }
      },

      async regenerate() {
        const { previews, shownId } = get();
        const shown = previews.find(({ previewId }) => previewId === shownId);
        if (shown !== undefined) set({ draft: draftOf(shown) });
        await get().generatePreview();
      },

      async cancelPreview() {
        const { making } = get();
        if (making === null || making.isCancelling) return;
        stopFollowing();
        set({ making: null, phase: begunIn });
        // A preview nobody follows ends by itself within its hour, so a lost answer harms nothing.
        if (making.previewId !== null) await server.cancel(making.previewId).catch(() => undefined);
      },

      async savePreview() {
        const { previews, shownId, name, isSaving } = get();
        const shown = previews.find(({ previewId }) => previewId === shownId);
        if (shown === undefined || isSaving || name.trim() === '') return null;
        set({ isSaving: true, problem: null });
        try {
          const key = saveKeys.keyFor(`${shown.previewId} ${name.trim()}`);
          const avatar = await server.save(shown, name.trim(), key);
          saveKeys.settle();
          set((state) => ({
            previews: state.previews.map((preview) =>
              preview.previewId === shown.previewId ? { ...preview, avatarId: avatar.id } : preview,
            ),
          }));
          return avatar;
        } catch (thrown) {
          fail(thrown, 'save');
          if (asApiFault(thrown).code === 'PREVIEW_EXPIRED') {
            const expiresAt = new Date(now()).toISOString();
            set((state) => ({
              previews: state.previews.map((preview) =>
                preview.previewId === shown.previewId ? { ...preview, expiresAt } : preview,
              ),
            }));
          }
          return null;
        } finally {
          set({ isSaving: false });
        }
      },

      clearPreview() {
        stopFollowing();
        set({ ...NOTHING, projectId: null, phase: 'words' });
      },
    };
  });
}

function faultOf(preview: PreviewState): ApiFault {
  return new ApiFault({
    code: preview.errorCode ?? 'PREVIEW_FAILED',
    status: 500,
    message: preview.errorMessage ?? 'The picture could not be made.',
    retryAfterSeconds: preview.retryAfterSeconds ?? undefined,
  });
}
