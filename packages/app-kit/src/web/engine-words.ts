import type { Words } from '@lumiku/contract';

/** What the screens call an engine; one they do not know goes by its id. */
export function engineName(engineId: string): Words {
  if (engineId === 'local') return { en: 'Local studio', id: 'Studio lokal' };
  const name = NAMES[engineId] ?? engineId;
  return { en: name, id: name };
}

/** As their makers write them; an engine that is not here goes by its id. */
const NAMES: Readonly<Record<string, string>> = {
  ...{ automatic1111: 'AUTOMATIC1111', comfyui: 'ComfyUI', modelslab: 'ModelsLab' },
  ...{
    'hugging-face': 'Hugging Face',
    'openai-images': 'OpenAI images API',
    replicate: 'Replicate',
  },
};

/** Who drew it, in a sentence: a drawn figure is never passed off as a photo, or as the work of an AI. */
export function engineNote(engineId: string): Words {
  if (engineId === 'local') {
    return {
      en: 'Drawn by the local studio, not by AI.',
      id: 'Digambar oleh studio lokal, bukan AI.',
    };
  }
  return {
    en: `Made by AI (${engineName(engineId).en}); the file says so.`,
    id: `Dibuat oleh AI (${engineName(engineId).id}); tercatat di berkasnya.`,
  };
}
