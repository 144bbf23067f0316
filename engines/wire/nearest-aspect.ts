/** Of proportions like `3:4` the one nearest to a size. */
export function nearestAspect<Aspect extends string>(
  wanted: { readonly widthPx: number; readonly heightPx: number },
  aspects: readonly [Aspect, ...Aspect[]],
): Aspect {
  const want = Math.log(wanted.widthPx / wanted.heightPx);
  const off = (aspect: string): number => {
    const [width = 1, height = 1] = aspect.split(':').map(Number);
    return Math.abs(Math.log(width / height) - want);
  };
  return aspects.reduce((best, aspect) => (off(aspect) < off(best) ? aspect : best));
}
