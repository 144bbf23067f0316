import type { Words } from '@lumiku/contract';

/** What the screens call an engine; one they do not know goes by its id. */
export function engineName(engineId: string): Words {
  if (engineId === 'local') return { en: 'Local studio', id: 'Studio lokal' };
  return { en: engineId, id: engineId };
}

/** Who drew it, in a sentence: a drawn figure is never passed off as a photo, or as the work of an AI. */
export function engineNote(engineId: string): Words {
  if (engineId === 'local') {
    return {
      en: 'Drawn by the local studio, not by AI.',
      id: 'Digambar oleh studio lokal, bukan AI.',
    };
  }
  return {
    en: `Made by AI (${engineId}); the file says so.`,
    id: `Dibuat oleh AI (${engineId}); tercatat di berkasnya.`,
  };
}
