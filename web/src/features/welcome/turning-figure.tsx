import type { ReactNode } from 'react';

/** A studio backdrop; the figure in it turns slowly, and stands still for people who asked for less motion. */
export function TurningFigure({ brand }: { brand: ReactNode }) {
  return (
    <aside className="relative my-4 mr-4 overflow-hidden rounded-[24px] bg-studio max-[980px]:m-0 max-[980px]:h-[232px] max-[980px]:flex-none max-[980px]:rounded-t-none">
      {brand}
      <span className="absolute inset-x-0 top-[56%] bottom-0 bg-[linear-gradient(transparent,var(--studio-floor)_38%)] max-[980px]:hidden" />
    </aside>
  );
}
