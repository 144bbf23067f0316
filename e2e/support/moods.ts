/** The pose the moody studio's engine refuses the first time. */
export const FAILS_ONCE = 'catwalk-hand-on-hip';
/** The pose it paints as a model would, and wrong. */
export const PAINTED_WRONG = 'walking-to-camera';
