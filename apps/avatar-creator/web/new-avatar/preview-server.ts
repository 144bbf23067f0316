/*
 * The way to the server, as the preview store needs it: one driver for the browser (`previewServer`), and a small one
 * the store's tests play the server with.
 */
import { api, openLive } from '@lumiku/app-kit/web';
import { z } from 'zod';
import {
  type Avatar,
  type GeneratePreviewInput,
  type PreviewAcceptedAnswer,
  PreviewEventData,
  type PreviewState,
} from '../../contract.ts';
import { creatorApi, previewPath } from '../creator/creator-api.ts';

export interface PreviewServer {
  ask(projectId: string, wish: GeneratePreviewInput): Promise<PreviewAcceptedAnswer>;
  state(previewId: string): Promise<PreviewState>;
  /** What of this album can still be looked at, newest first. */
  list(projectId: string): Promise<PreviewState[]>;
  /** Throws a preview away that is in the making: the work stops. */
  cancel(previewId: string): Promise<void>;
  save(preview: PreviewState, name: string, idempotencyKey: string): Promise<Avatar>;
  /** Tells how far it is until closed; `onOver` once it ended, however it did. */
  follow(
    previewId: string,
    listener: {
      onProgress(
        fraction: number | null,
        stage: string | null,
        queuePosition: number | null,
        frameUrl?: string,
      ): void;
      onOver(): void;
    },
  ): { close(): void };
}

export const previewServer: PreviewServer = {
  ask: creatorApi.askPreview,
  list: creatorApi.previews,
  state: (id) => creatorApi.preview(previewPath(id)),
  save: creatorApi.savePreview,
  async cancel(id) {
    await api.delete(previewPath(id), { schema: z.unknown() });
  },
  follow(id, { onProgress, onOver }) {
    return openLive(`${previewPath(id)}/events`, {
      onEvent(event) {
        if (event.type === 'preview.progressed') {
          const data = PreviewEventData['preview.progressed'].safeParse(event.data);
          if (!data.success) return;
          const { fraction, stage, previewUrl } = data.data;
          onProgress(fraction, stage, null, previewUrl);
        } else if (event.type === 'preview.started') {
          onProgress(null, null, null);
        } else if (event.type === 'preview.snapshot') {
          const data = PreviewEventData['preview.snapshot'].safeParse(event.data);
          if (!data.success) return;
          const { preview } = data.data;
          if (isOver(preview)) onOver();
          else onProgress(knownFraction(preview), preview.stage, preview.queuePosition);
        } else if (/^preview\.(completed|failed|cancelled)$/.test(event.type)) {
          onOver();
        }
      },
    });
  },
};

export function isOver({ status }: PreviewState): boolean {
  return status === 'completed' || status === 'failed' || status === 'cancelled';
}

/** 0 % is what a row says before anybody has measured anything: unknown, not none. */
export function knownFraction({ progress }: PreviewState): number | null {
  return progress === null || progress === 0 ? null : progress / 100;
}
