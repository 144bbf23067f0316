import { Glass, useWords } from '@lumiku/ui-kit';
import { type ReactNode, useState } from 'react';
import strip from './turning-figure.webp';

/** A figure this studio drew turns slowly on its backdrop, and stands still for people who asked for less motion. */
export function TurningFigure({ brand }: { brand: ReactNode }) {
  const { t } = useWords();
  const [isHere, setHere] = useState(false);
  return (
    <aside
      aria-hidden="true"
      className="relative my-4 mr-4 overflow-hidden rounded-[24px] bg-studio max-[980px]:m-0 max-[980px]:h-[232px] max-[980px]:flex-none max-[980px]:rounded-t-none"
    >
      {brand}
      <span className="absolute inset-x-0 top-[56%] bottom-0 bg-[linear-gradient(transparent,var(--studio-floor)_38%)] max-[980px]:hidden" />
      {/* The strip has 24 frames; the window shows one. Its edges fade, so that the drawn floor meets this one. */}
      <div className="absolute bottom-[5%] left-1/2 aspect-[330/600] h-[82%] -translate-x-1/2 overflow-hidden [mask:linear-gradient(90deg,transparent,#000_14%_86%,transparent)_intersect,linear-gradient(#000_94%,transparent)] max-[980px]:top-[9%] max-[980px]:bottom-auto max-[980px]:h-[210%]">
        <img
          src={strip}
          alt=""
          onLoad={() => setHere(true)}
          className={`absolute top-0 left-0 h-full w-auto max-w-none transition-opacity duration-500 motion-safe:animate-turntable ${isHere ? 'opacity-100' : 'opacity-0'}`}
        />
      </div>
      <Glass className="absolute right-6 bottom-6 max-[980px]:hidden">
        {t({
          en: 'Drawn by this studio, without a GPU',
          id: 'Digambar oleh studio ini, tanpa GPU',
        })}
      </Glass>
    </aside>
  );
}
