/** Colours of the room as the page has them now, as `rgb(…)`. */
export interface StudioColours {
  readonly backdrop: string;
  readonly floor: string;
  readonly grid: string;
  readonly left: string;
  readonly right: string;
  readonly middle: string;
  readonly isDark: boolean;
}

const NAMES = {
  backdrop: '--studio',
  floor: '--studio-floor',
  grid: '--grid',
  left: '--limb-l',
  right: '--limb-r',
  middle: '--limb-c',
} as const;

/** Asks the page what the tokens are worth here: `light-dark()` is resolved only on an element. */
export function readStudioColours(host: HTMLElement): StudioColours {
  const probe = document.createElement('span');
  probe.style.display = 'none';
  host.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    backdrop: read(NAMES.backdrop),
    floor: read(NAMES.floor),
    grid: read(NAMES.grid),
    left: read(NAMES.left),
    right: read(NAMES.right),
    middle: read(NAMES.middle),
  };
  probe.remove();
  return { ...colours, isDark: brightness(colours.backdrop) < 0.5 };
}

function brightness(colour: string): number {
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return (0.3 * r + 0.59 * g + 0.11 * b) / 255;
}

/** Calls back when the theme may have changed. Returns how to stop. */
export function watchTheme(onChange: () => void): () => void {
  const media = matchMedia('(prefers-color-scheme: dark)');
  media.addEventListener('change', onChange);
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    media.removeEventListener('change', onChange);
    observer.disconnect();
  };
}
