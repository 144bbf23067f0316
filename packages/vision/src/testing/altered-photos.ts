import sharp from 'sharp';

function opened(path: string) {
  return sharp(path).removeAlpha().toColourspace('srgb');
}

export async function asIs(path: string): Promise<Uint8Array> {
  return opened(path).png().toBuffer();
}

export async function scaled(path: string, width: number): Promise<Uint8Array> {
  return opened(path).resize({ width }).png().toBuffer();
}

/** @param factor of every pixel's value. */
export async function relit(path: string, factor: number, offset = 0): Promise<Uint8Array> {
  return opened(path).linear(factor, offset).png().toBuffer();
}

export async function blurred(path: string, sigma: number): Promise<Uint8Array> {
  return opened(path).blur(sigma).png().toBuffer();
}

/** @param degrees clockwise */
export async function turned(path: string, degrees: number): Promise<Uint8Array> {
  return opened(path).rotate(degrees).png().toBuffer();
}

export async function mirrored(path: string): Promise<Uint8Array> {
  return opened(path).flop().png().toBuffer();
}

export async function part(
  path: string,
  box: { left: number; top: number; width: number; height: number },
): Promise<Uint8Array> {
  return opened(path).extract(box).png().toBuffer();
}

/** Both at the same size, next to each other. */
export async function sideBySide(left: string, right: string): Promise<Uint8Array> {
  const side = 512;
  const [one, other] = await Promise.all(
    [left, right].map((path) => opened(path).resize(side, side).png().toBuffer()),
  );
  return sharp({ create: { width: 2 * side, height: side, channels: 3, background: '#888888' } })
    .composite([
      { input: one, left: 0, top: 0 },
      { input: other, left: side, top: 0 },
    ])
    .png()
    .toBuffer();
}

/** The photo small in the corner of a large grey wall. */
export async function farAway(path: string): Promise<Uint8Array> {
  const input = await opened(path).resize(900).png().toBuffer();
  return sharp({ create: { width: 3000, height: 4000, channels: 3, background: '#99aaaa' } })
    .composite([{ input, left: 1000, top: 3000 }])
    .jpeg()
    .toBuffer();
}

export async function plainColour(background: string): Promise<Uint8Array> {
  return sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

/** The same noise every time. */
export async function noise(): Promise<Uint8Array> {
  const side = 400;
  let state = 1;
  const pixels = Uint8Array.from({ length: side * side * 3 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
  return sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
    .png()
    .toBuffer();
}
