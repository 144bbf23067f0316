/** Linear colour of the last shaded point. */
export const lit = { r: 0.5, g: 0.5, b: 0.5 };

/** How light reaches the last measured point; paint may change under it. */
export const reaching = { open: 1, facing: 0, key: 1 };

/** How far around its edge the key light reaches. */
export const FLESH_WRAP = 0.35;
export const CLOTH_WRAP = 0.14;
