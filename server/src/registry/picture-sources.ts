import type { AppManifest, OpenedPicture, PictureSource, PictureSources } from '@lumiku/app-kit';
import { notFound, type PictureSourceCard } from '@lumiku/contract';

export interface KnownSource {
  readonly card: PictureSourceCard;
  readonly manifest: AppManifest;
  readonly source: PictureSource;
}

/** All sources of all apps; apps hold it before the sources are known, and use it only afterwards. */
export interface SourceDesk {
  add(known: KnownSource): void;
  readonly all: readonly KnownSource[];
  find(id: string): KnownSource | undefined;
  /** The desk as one app sees it: what it uses is written down under its own name. */
  forApp(appId: string): PictureSources;
}

const REF = /^([a-z0-9-]+:[a-z0-9-]+):([A-Za-z0-9_-]{1,100})$/;

export function createSourceDesk(): SourceDesk {
  const known = new Map<string, KnownSource>();
  const lookUp = (ref: string): { source: PictureSource; pictureId: string } => {
    const [, sourceId = '', pictureId] = REF.exec(ref) ?? [];
    const source = known.get(sourceId)?.source;
    if (!source || pictureId === undefined) throw notFound('picture');
    return { source, pictureId };
  };
  return {
    add: (one) => known.set(one.card.id, one),
    get all() {
      return [...known.values()];
    },
    find: (id) => known.get(id),
    forApp: (appId) => ({
      async open(ref, userId): Promise<OpenedPicture> {
        const { source, pictureId } = lookUp(ref);
        return await source.open(userId, pictureId);
      },
      async used(tx, { ref, userId, subjectId }) {
        const { source, pictureId } = lookUp(ref);
        await source.used?.(tx, { userId, pictureId, appId, subjectId });
      },
      async forget(tx, { userId, subjectId }) {
        for (const { source } of known.values()) {
          await source.forgotten?.(tx, { userId, appId, subjectId });
        }
      },
    }),
  };
}
