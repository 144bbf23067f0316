import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '@lumiku/app-kit';
import { FaultBody } from '@lumiku/contract';
import { z } from 'zod';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const ABOUT = `Every call takes \`Authorization: Bearer <token>\`: the token of a sign-in, a JWT or an API key.
Errors are \`{ "error": { "code", "message", "fix"?, "issues"?, "requestId" } }\`. Times are ISO 8601 in UTC.
Calls that cost credits honour \`Idempotency-Key\`.`;

export type OpenApiDocument = ReturnType<OpenAPIHono<AppEnv>['getOpenAPI31Document']>;

/** The OpenAPI 3.1 description of every route that was mounted, made from the schemas that validate them. */
export function openApiDocument(app: OpenAPIHono<AppEnv>, version: string): OpenApiDocument {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'apiKey',
    in: 'header',
    name: 'x-api-key',
  });
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Lumiku',
      version,
      description: ABOUT,
      license: { name: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, { apiKey: [] }],
  });
  return withFaults(document);
}

/** Any call can be refused, and always in the same shape: said once here instead of at every route. */
function withFaults(document: OpenApiDocument): OpenApiDocument {
  const { $schema: _, ...schema } = z.toJSONSchema(FaultBody, { target: 'draft-2020-12' });
  const fault = {
    description: 'Refused, with the reason',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Fault' } } },
  };
  for (const path of Object.values(document.paths ?? {})) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation?.responses === undefined) continue;
      operation.responses = { ...operation.responses, default: fault };
    }
  }
  const components = document.components ?? {};
  const schemas = { ...components.schemas, Fault: JSON.parse(JSON.stringify(schema)) };
  return { ...document, components: { ...components, schemas } };
}
