import { z } from 'zod';
import { inBoth } from './issue-words.ts';
import { Words } from './words.ts';

/** Raised whenever what is agreed to changes; an older consent then no longer counts. */
export const CONSENT_VERSION = 2;

/** What is agreed to, a sentence each, for every app that takes photos. @param photoKeptDays null = as long as the pictures made from it */
export function consentTerms(photoKeptDays: number | null): Words[] {
  return [
    {
      en: 'Your photo is looked at on this server, and given to the engine that makes your picture.',
      id: 'Fotomu dilihat di server ini, dan diberikan ke mesin yang membuat gambarmu.',
    },
    {
      en: 'Nobody else sees it. Faces are compared only to tell how alike a picture is; nothing of that is kept.',
      id: 'Tidak ada orang lain yang melihatnya. Wajah dibandingkan hanya untuk menilai kemiripan; tidak ada yang disimpan.',
    },
    keptWords(photoKeptDays),
    {
      en: 'A photo you keep as an avatar stays in its album until you delete it there.',
      id: 'Foto yang kamu simpan sebagai avatar tetap di albumnya sampai kamu menghapusnya di sana.',
    },
    {
      en: 'The person in the photo is you, or has agreed to this.',
      id: 'Orang di foto adalah kamu, atau sudah menyetujui ini.',
    },
  ];
}

/** How long a photo is kept, in a sentence. */
export function keptWords(days: number | null): Words {
  if (days === null) {
    return {
      en: 'It is kept until you delete the pictures made from it.',
      id: 'Disimpan sampai kamu menghapus gambar yang dibuat darinya.',
    };
  }
  return {
    en: `It is deleted after ${days} ${days === 1 ? 'day' : 'days'}; the pictures stay until you delete them.`,
    id: `Dihapus setelah ${days} hari; gambarnya tetap ada sampai kamu menghapusnya.`,
  };
}

/** Whether somebody has agreed to their photos being used, and when. */
export const Consent = z.object({
  isGiven: z.boolean(),
  /** What would be agreed to now. */
  version: z.number().int(),
  /** Its words, a sentence each. */
  terms: z.array(Words),
  givenAt: z.iso.datetime().nullable(),
  /** Days a photo is kept; null = as long as the pictures made from it. */
  photoKeptDays: z.number().int().nullable(),
  /** Photos of theirs that are on this server now. */
  photosKept: z.number().int(),
  /** When the next of them is removed by itself; null = none has an end. */
  nextRemovalAt: z.iso.datetime().nullable(),
  /** Everything that was ever agreed to and withdrawn, newest first. */
  records: z.array(
    z.object({
      version: z.number().int(),
      givenAt: z.iso.datetime(),
      withdrawnAt: z.iso.datetime().nullable(),
    }),
  ),
});
export type Consent = z.infer<typeof Consent>;

export const CONSENT_VERSION_WORDS = inBoth({
  en: 'The version of the terms that GET /api/consent names, a whole number.',
  id: 'Versi persetujuan yang disebut GET /api/consent, bilangan bulat.',
});
/** The version the person has read. */
const ReadVersion = z
  .number({ message: CONSENT_VERSION_WORDS })
  .int({ message: CONSENT_VERSION_WORDS });

export const ConsentBody = z.object({ version: ReadVersion });

/** What an upload may say with the photo: the person agrees to the terms of this version. */
export const CONSENT_FIELD_WORDS =
  'The version of the terms that `GET /api/consent` names: the person agrees to them. Recorded once; not needed again.';
export const ConsentInBody = ReadVersion.optional();
export const ConsentInForm = z.coerce
  .number({ message: CONSENT_VERSION_WORDS })
  .pipe(ReadVersion)
  .optional();

export const ConsentAnswer = z.object({ data: Consent });
export const ConsentWithdrawnAnswer = z.object({
  message: z.string(),
  data: Consent.extend({ photosRemoved: z.number().int() }),
});
