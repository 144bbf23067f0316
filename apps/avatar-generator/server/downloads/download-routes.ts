import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { AppContext, AppEnv } from '@lumiku/app-kit';
import { PictureFormat, PictureSizeId } from '@lumiku/contract';
import { z } from 'zod';
import { params, tags } from '../call-parts.ts';
import type { Styles } from '../styles/load-styles.ts';
import { downloadDrawing, downloadGeneration } from './download-generation.ts';

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

const drawingCall = createRoute({
  method: 'get',
  path: '/generations/{id}/drawing.svg',
  tags,
  summary: 'A picture in line art as an SVG document, sharp at any size',
  request: { params },
  responses: {
    200: {
      description: 'The drawing, as a file to save',
      content: { 'image/svg+xml': { schema: z.string() } },
    },
  },
});

/** `GET /generations/:id/download?size=&format=` and `GET /generations/:id/drawing.svg`. */
export function addDownloadRoutes(
  routes: OpenAPIHono<AppEnv>,
  context: AppContext,
  styles: Styles,
): void {
  routes.openapi(downloadCall, async (c) => {
    const { userId } = c.get('principal');
    const { bytes, mediaType, name } = await downloadGeneration(
      context,
      styles,
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
  routes.openapi(drawingCall, async (c) => {
    const { userId } = c.get('principal');
    const { id } = c.req.valid('param');
    const { bytes, mediaType, name } = await downloadDrawing(context, styles, userId, id);
    return c.body(bytes, 200, {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name}"`,
      // An SVG is a document: opened by itself it may run nothing and load nothing.
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=86400',
    });
  });
}
