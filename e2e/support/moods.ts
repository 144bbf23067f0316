/** The pose the moody studio's engine refuses every other time it is asked, the first time among them. */
export const FAILS_ONCE = 'catwalk-hand-on-hip';
/** The pose it paints as a model would, and wrong. */
export const PAINTED_WRONG = 'walking-to-camera';
/** Poses it refuses whenever it is asked. */
export const REFUSED: readonly string[] = ['jump-star', 'leap'];
