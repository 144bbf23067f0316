import { createRoute } from '@hono/zod-openapi';
import {
  AppSwitch,
  AuditAction,
  AuditEntry,
  inBoth,
  PageMeta,
  QueueReport,
  StorageReport,
  Tier,
} from '@lumiku/contract';
import { z } from 'zod';

const tags = ['Admin'];
const json = <S extends z.ZodType>(schema: S) => ({
  description: 'Done',
  content: { 'application/json': { schema } },
});
const body = <S extends z.ZodType>(schema: S) => ({
  required: true,
  content: { 'application/json': { schema } },
});
const Message = z.object({ message: z.string() });

export const tierCall = createRoute({
  method: 'put',
  path: '/api/admin/users/{id}/tier',
  tags,
  summary: "Set a person's tier; it holds from their next request on",
  request: {
    params: z.object({ id: z.string().min(1).max(200) }),
    body: body(z.object({ tier: Tier })),
  },
  responses: { 200: json(Message) },
});
export const queueCall = createRoute({
  method: 'get',
  path: '/api/admin/queue',
  tags,
  summary: 'What runs, and what waits, in the order it will start, and why',
  request: { query: z.object({ limit: z.coerce.number().int().min(1).max(500).default(50) }) },
  responses: { 200: json(z.object({ data: QueueReport })) },
});
export const cancelCall = createRoute({
  method: 'post',
  path: '/api/admin/queue/{id}/cancel',
  tags,
  summary: "End somebody's work; what it cost is given back",
  request: {
    params: z.object({
      id: z.uuid(inBoth({ en: 'This is not the id of a job.', id: 'Ini bukan id pekerjaan.' })),
    }),
  },
  responses: { 200: json(Message) },
});
export const appsCall = createRoute({
  method: 'get',
  path: '/api/admin/apps',
  tags,
  summary: 'All apps of this studio, on and off',
  responses: { 200: json(z.object({ data: z.array(AppSwitch) })) },
});
export const switchCall = createRoute({
  method: 'put',
  path: '/api/admin/apps/{id}',
  tags,
  summary: 'Switch an app on or off; off, it answers 404 and its running work finishes',
  request: {
    params: z.object({ id: z.string().min(1).max(100) }),
    body: body(z.object({ isOn: z.boolean() })),
  },
  responses: { 200: json(z.object({ data: AppSwitch })) },
});
export const storageCall = createRoute({
  method: 'get',
  path: '/api/admin/storage',
  tags,
  summary: 'Stored files by app and person, room left, and what the sweeper found',
  responses: { 200: json(z.object({ data: StorageReport })) },
});

const Filter = z.object({
  action: AuditAction.optional(),
  userId: z.string().min(1).max(200).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
});
export const auditCall = createRoute({
  method: 'get',
  path: '/api/admin/audit',
  tags,
  summary: 'Who did what to whom, newest first',
  request: {
    query: Filter.extend({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.coerce.number().int().min(1).optional(),
    }),
  },
  responses: { 200: json(z.object({ data: z.array(AuditEntry), meta: PageMeta })) },
});
export const auditCsvCall = createRoute({
  method: 'get',
  path: '/api/admin/audit.csv',
  tags,
  summary: 'The same lines as a CSV file',
  request: { query: Filter },
  responses: { 200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } } },
});
export type AuditQuery = z.infer<typeof Filter>;
