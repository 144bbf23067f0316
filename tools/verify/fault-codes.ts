import { parseSync, Visitor } from 'oxc-parser';

const CODE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

/** Codes of the faults a file can throw: `{ code: 'AREA_REASON', … }` beside a status or words. */
export function faultCodes(path: string, source: string): string[] {
  const codes: string[] = [];
  new Visitor({
    // biome-ignore lint/correctness/noComponentHookFactories: the name of a syntax node, no component.
    ObjectExpression: ({ properties }) => {
      const names = new Map<string, unknown>();
      for (const property of properties) {
        if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
        const { value } = property;
        names.set(property.key.name, value.type === 'Literal' ? value.value : undefined);
      }
      const code = names.get('code');
      const isFault = names.has('status') || names.has('message');
      if (typeof code === 'string' && CODE.test(code) && isFault) codes.push(code);
    },
  }).visit(parseSync(path, source).program);
  return codes;
}
