import { ConsentInForm, inBoth } from '@lumiku/contract';
import { z } from 'zod';
import { switchField } from './generations.ts';

/** Fields of the multipart form of `POST /face-swaps`: a face, and a picture to put it on. */
export const FaceSwapForm = z.object({
  image: z
    .instanceof(File, {
      message: inBoth({
        en: 'Attach the face in the field "image".',
        id: 'Lampirkan wajah pada bagian "image".',
      }),
    })
    .optional(),
  /** Instead of `image`: a picture another app lends, `<app>:<source>:<id>`. */
  source: z.string().min(1).max(200).optional(),
  /** The picture that gets the face: one of the person's finished ones … */
  generationId: z.uuid().optional(),
  /** … or another picture. */
  target: z
    .instanceof(File, {
      message: inBoth({
        en: 'Attach the picture in the field "target".',
        id: 'Lampirkan gambar pada bagian "target".',
      }),
    })
    .optional(),
  priority: switchField.default(false),
  consent: ConsentInForm,
});
export type FaceSwapForm = z.infer<typeof FaceSwapForm>;
