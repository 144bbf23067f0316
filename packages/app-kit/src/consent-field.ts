import { z } from '@hono/zod-openapi';
import { CONSENT_FIELD_WORDS, CONSENT_VERSION_WORDS } from '@lumiku/contract';

/** The field `consent` of a form with a photo, as the API description shows it; see `Consents.heed`. */
export const consentField = z.coerce
  .number({ message: CONSENT_VERSION_WORDS })
  .int({ message: CONSENT_VERSION_WORDS })
  .optional()
  .openapi({ type: 'integer', description: CONSENT_FIELD_WORDS });
