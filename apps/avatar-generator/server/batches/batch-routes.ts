import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppContext, AppEnv } from '@lumiku/app-kit';
import { notFound } from '@lumiku/contract';
import { and, eq, inArray } from 'drizzle-orm';
import type { CheckedPhotos } from '../checked-photos.ts';
import type { Styles } from '../styles/load-styles.ts';
import { avatarGenerations } from '../tables.ts';
import * as call from './batch-calls.ts';
import { latestPerPlace } from './batch-view.ts';
import { cancelBatch, deleteBatch } from './change-batches.ts';
import { createBatch } from './create-batch.ts';
import { makeVariations } from './make-variations.ts';
import { packedPictures, picturesZip } from './pictures-zip.ts';
import { findOwnBatch, getBatch, listBatches, rowsOfBatch } from './read-batches.ts';
import { settingsCsv } from './settings-csv.ts';

const download = (mediaType: string, name: string) => ({
  'content-type': mediaType,
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
});

/** The calls about batches; each only translates between HTTP and a verb. */
export function addBatchRoutes(
  routes: OpenAPIHono<AppEnv>,
  context: AppContext,
  { checked, styles }: { checked: CheckedPhotos; styles: Styles },
): void {
  routes.openapi(call.createBatch, async (c) => {
    const key = c.req.header('idempotency-key');
    const { consent, ...wanted } = c.req.valid('form');
    styles.assertOffered(wanted.stylePreset);
    await context.consents.heed(c.get('principal'), consent);
    const data = await createBatch(context, checked, c.get('principal'), wanted, key);
    return c.json({ message: 'Batch started', data }, 201);
  });
  routes.openapi(call.listBatches, async (c) =>
    c.json(await listBatches(context, c.get('principal').userId, c.req.valid('query')), 200),
  );
  routes.openapi(call.getBatch, async (c) => {
    const { userId } = c.get('principal');
    return c.json({ data: await getBatch(context, userId, c.req.valid('param').id) }, 200);
  });
  routes.openapi(call.cancelBatch, async (c) => {
    const { userId } = c.get('principal');
    const data = await cancelBatch(context, userId, c.req.valid('param').id);
    return c.json({ message: 'The rest was cancelled', data }, 200);
  });
  routes.openapi(call.deleteBatch, async (c) => {
    await deleteBatch(context, c.get('principal').userId, c.req.valid('param').id);
    return c.json({ message: 'Batch deleted successfully' }, 200);
  });
  routes.openapi(call.batchZip, async (c) => {
    const { id } = await findOwnBatch(context, c.get('principal').userId, c.req.valid('param').id);
    const rows = latestPerPlace(await rowsOfBatch(context, id));
    const name = `lumiku-batch-${id.slice(0, 8)}.zip`;
    return c.body(picturesZip(context, rows), 200, download('application/zip', name));
  });
  routes.openapi(call.batchCsv, async (c) => {
    const { id } = await findOwnBatch(context, c.get('principal').userId, c.req.valid('param').id);
    const rows = latestPerPlace(await rowsOfBatch(context, id));
    const name = `lumiku-batch-${id.slice(0, 8)}.csv`;
    const csv = settingsCsv(packedPictures(rows));
    return c.body(csv, 200, download('text/csv; charset=utf-8', name));
  });
  routes.openapi(call.selectionZip, async (c) => {
    const { ids } = c.req.valid('query');
    const { userId } = c.get('principal');
    const rows = await context.db
      .select()
      .from(avatarGenerations)
      .where(and(eq(avatarGenerations.userId, userId), inArray(avatarGenerations.id, ids)));
    if (rows.length < new Set(ids).size) throw notFound('picture');
    const inOrder = rows
      .map((row) => ({ ...row, batchPlace: null }))
      .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
    return c.body(
      picturesZip(context, inOrder),
      200,
      download('application/zip', 'lumiku-pictures.zip'),
    );
  });
  routes.openapi(call.variations, async (c) => {
    const { userId } = c.get('principal');
    const { count } = c.req.valid('json');
    const key = c.req.header('idempotency-key');
    const data = await makeVariations(context, userId, c.req.valid('param').id, count, key);
    return c.json({ message: 'Batch started', data }, 201);
  });
}
