// Runs before the first paint, so that the page never flashes in the wrong theme or language.
try {
  const theme = localStorage.getItem('lumiku.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  const language = localStorage.getItem('lumiku.language');
  if (language === 'en' || language === 'id') document.documentElement.lang = language;
} catch {
  // Storage is forbidden here: the device's own theme it is.
}

// The page's policy forbids eval; told so before it loads, zod does not try it.
globalThis.__zod_globalConfig = { jitless: true };
