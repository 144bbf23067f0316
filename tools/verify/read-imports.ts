import { parseSync } from 'oxc-parser';

export interface Import {
  readonly specifier: string;
  /** Only types cross: nothing of it is left at run time. */
  readonly isType: boolean;
}

/** Everything a TypeScript file imports or re-exports, dynamic imports of fixed names included. */
export function readImports(path: string, code: string): Import[] {
  const { module } = parseSync(path, code);
  const imports: Import[] = module.staticImports.map((one) => ({
    specifier: one.moduleRequest.value,
    isType: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
  }));
  for (const one of module.staticExports) {
    for (const entry of one.entries) {
      if (entry.moduleRequest) {
        imports.push({ specifier: entry.moduleRequest.value, isType: entry.isType });
      }
    }
  }
  for (const one of module.dynamicImports) {
    const written = code.slice(one.moduleRequest.start, one.moduleRequest.end);
    const specifier = /^(['"`])([^'"`$]+)\1$/.exec(written)?.[2];
    if (specifier !== undefined) imports.push({ specifier, isType: false });
  }
  return imports;
}
