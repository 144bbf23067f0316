import { classNames } from '@lumiku/ui-kit';
import type { ReactNode } from 'react';

/**
 * A picture, all of it, in a stage of any shape; where the stage is wider or taller, the picture's own backdrop
 * goes on, out of focus. The stage must be `@container-size`.
 */
export function FittedPicture({
  src,
  alt,
  backdropSrc,
  ratio = 0.75,
  isBleeding = false,
  className,
  children,
}: {
  src: string;
  alt: string;
  backdropSrc: string;
  /** Width over height. */
  ratio?: number;
  /** Lets 1.5 % of an edge go where that fills the stage: no hairline strips. */
  isBleeding?: boolean;
  className?: string;
  /** Lies over the picture, in its own coordinates. */
  children?: ReactNode;
}) {
  return (
    <>
      <img
        src={backdropSrc}
        alt=""
        className={classNames(
          'absolute inset-0 size-full scale-125 object-cover blur-[40px]',
          className,
        )}
      />
      <div
        className="absolute top-1/2 left-1/2 -translate-1/2 overflow-hidden"
        style={{
          aspectRatio: ratio,
          width: isBleeding ? `min(103cqw, ${103 * ratio}cqh)` : `min(100cqw, ${100 * ratio}cqh)`,
        }}
      >
        <img
          src={src}
          alt={alt}
          className={classNames('size-full animate-appear object-cover', className)}
        />
        {children}
      </div>
    </>
  );
}
