import { z } from 'zod';

const Schema = z.record(z.string(), z.json());
const Content = z.record(z.string(), z.object({ schema: Schema.optional() }));
const Call = z.object({
  responses: z.record(z.string(), z.object({ content: Content.optional() })),
});
const Description = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

export interface ApiDescription {
  /** What is wrong with an answer, held against what the description promises; null when nothing is. */
  faultOf(answer: {
    method: string;
    path: string;
    status: number;
    mediaType: string;
    body: unknown;
  }): string | null;
}

/** The studio's own description of its API, to hold its answers against. */
export async function readApiDescription(url: string): Promise<ApiDescription> {
  const document = await (await fetch(`${url}/api/openapi.json`)).json();
  // Zod finds what is referred to under the name that JSON Schema has for it.
  const { paths, components } = Description.parse(
    JSON.parse(JSON.stringify(document).replaceAll('#/components/schemas/', '#/$defs/')),
  );
  const $defs = z.record(z.string(), Schema).parse(components.schemas);
  const templates = Object.keys(paths).map((template) => ({
    template,
    pattern: new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
  }));
  const callAt = (method: string, path: string) => {
    const fitting = templates.filter(({ pattern }) => pattern.test(path));
    // `/poses/facets` is itself, not the pose called "facets".
    const exact = fitting.find(({ template }) => template === path) ?? fitting[0];
    const found = exact && paths[exact.template]?.[method.toLowerCase()];
    return found === undefined ? undefined : Call.parse(found);
  };
  return {
    faultOf({ method, path, status, mediaType, body }) {
      const call = callAt(method, path);
      if (call === undefined) return `${method} ${path} is not described`;
      const said = call.responses[String(status)] ?? call.responses.default;
      if (said === undefined) return `${method} ${path} may not answer ${status}`;
      const content = said.content ?? {};
      const [, kind] =
        Object.entries(content).find(([type]) =>
          new RegExp(`^${type.replaceAll('+', '\\+').replaceAll('*', '.*')}$`).test(mediaType),
        ) ?? [];
      if (kind === undefined) return `${method} ${path} may not answer ${status} as ${mediaType}`;
      if (mediaType !== 'application/json' || kind.schema === undefined) return null;
      const judged = z.fromJSONSchema({ ...kind.schema, $defs }).safeParse(body);
      return judged.success ? null : `${method} ${path}: ${z.prettifyError(judged.error)}`;
    },
  };
}
