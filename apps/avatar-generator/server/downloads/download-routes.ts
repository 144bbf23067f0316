import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { AppContext, AppEnv } from '@lumiku/app-kit';
import { PictureFormat, PictureSizeId } from '@lumiku/contract';
import { z } from 'zod';
import { params, tags } from '../call-parts.ts';
import { downloadGeneration } from './download-generation.ts';

const downloadCall = createRoute({
  method: 'get',
  path: '/generations/{id}/download',
  tags,
  summary: 'The picture in a size for shops and networks; no joint is ever cut',
  request: {
    params,
    query: z.object({ size: PictureSizeId, format: PictureFormat.default('jpeg') }),
  },
  responses: {
    200: {
      description: 'The picture, as a file to save',
      content: { 'image/*': { schema: z.string().openapi({ type: 'string', format: 'binary' }) } },
    },
  },
});

/** `GET /generations/:id/download?size=&format=`. */
export function addDownloadRoutes(routes: OpenAPIHono<AppEnv>, context: AppContext): void {
  routes.openapi(downloadCall, async (c) => {
    const { userId } = c.get('principal');
    const { bytes, mediaType, name } = await downloadGeneration(
      context,
      userId,
      c.req.valid('param').id,
      c.req.valid('query'),
    );
    return c.body(bytes, 200, {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, max-age=86400',
    });
  });
}
