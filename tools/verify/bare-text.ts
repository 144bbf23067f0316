import { parseSync, Visitor } from 'oxc-parser';

/** Attributes a person reads or hears. */
const SPOKEN = new Set([
  'alt',
  'aria-label',
  'description',
  'hint',
  'label',
  'placeholder',
  'title',
]);

/** The same in both languages: names, formats, units, examples of an address. */
const SAME_IN_BOTH =
  /^(?:Lumiku|English|Indonesia|Admin|Pose|Beta|SD|HD|CSV|PNG|JPEG|WebP|AVIF|MP4|ZIP|SVG|JSON|OpenPose|AI|API|HTTP|webhook-(?:id|timestamp|signature):?|GET|POST|px|https?:\S*|OpenPose JSON|Esc|Enter|Shift|Ctrl|Tab|Space|Cmd)$/;

/** Text of a screen that is written in one language only: JSX text, and attributes a person reads. */
export function bareText(path: string, code: string): { line: number; text: string }[] {
  const found: { line: number; text: string }[] = [];
  const check = (text: string, at: number) => {
    const words = text.replaceAll(/&[a-z]+;/g, ' ').split(/[^\p{L}\p{N}:/.-]+/u);
    const foreign = words.filter((word) => /\p{L}{2}/u.test(word) && !SAME_IN_BOTH.test(word));
    if (foreign.length === 0) return;
    found.push({ line: code.slice(0, at).split('\n').length, text: text.trim() });
  };
  new Visitor({
    // biome-ignore lint/correctness/noComponentHookFactories: the name of a syntax node, no component.
    JSXText: (node) => check(node.value, node.start),
    // biome-ignore lint/correctness/noComponentHookFactories: the name of a syntax node, no component.
    JSXAttribute: (node) => {
      const { name, value } = node;
      if (name.type !== 'JSXIdentifier' || !SPOKEN.has(name.name)) return;
      if (value?.type === 'Literal' && typeof value.value === 'string') {
        check(value.value, value.start);
      }
    },
  }).visit(parseSync(path, code).program);
  return found;
}
