import type { Language, Words } from '@lumiku/contract';
import { html, raw } from 'hono/html';

/** Words of the two pages, which are read by people without an account and need no script. */
const WORDS = {
  made: {
    en: 'A generated picture, made on Lumiku.',
    id: 'Gambar hasil komputer, dibuat di Lumiku.',
  },
  madeClip: {
    en: 'A generated clip, made on Lumiku.',
    id: 'Klip hasil komputer, dibuat di Lumiku.',
  },
  save: { en: 'Save picture', id: 'Simpan gambar' },
  saveClip: { en: 'Save clip', id: 'Simpan klip' },
  until: { en: 'This link works until', id: 'Tautan ini berlaku sampai' },
  overTitle: { en: 'This link has ended', id: 'Tautan ini sudah berakhir' },
  over: {
    en: 'It has run out or was taken back by whoever sent it. Ask them for a new one.',
    id: 'Masa berlakunya habis atau ditarik oleh pengirimnya. Mintalah tautan baru.',
  },
} as const satisfies Record<string, Words>;

/** Values of `web` tokens; the page is on its own so that it opens at once on any phone. */
const STYLE = `
:root{color-scheme:light dark;--paper:light-dark(#f7f6f2,#131217);--surface:light-dark(#fff,#1c1b21);
--ink:light-dark(#1b1a20,#f3f1f6);--ink-2:light-dark(#52505b,#b9b5c2);--accent:light-dark(#6a3fdc,#7a55ea)}
*{box-sizing:border-box}
body{margin:0;min-height:100dvh;display:flex;flex-direction:column;align-items:center;justify-content:center;gap:20px;
padding:20px;background:var(--paper);color:var(--ink);
font:15px/24px "Inter Variable",system-ui,-apple-system,"Segoe UI",sans-serif}
figure{margin:0;display:flex;flex-direction:column;gap:16px;align-items:center;max-width:100%}
img,video{display:block;max-width:100%;max-height:max(240px,calc(100dvh - 260px));border-radius:16px;background:var(--surface);
box-shadow:0 12px 40px rgb(20 16 32/.14)}
figcaption{text-align:center}
h1{margin:0 0 4px;font-size:22px;line-height:28px;letter-spacing:-.02em}
p{margin:0;color:var(--ink-2)}
a{display:inline-flex;align-items:center;min-height:44px;padding:0 20px;border-radius:10px;background:var(--accent);
color:#fff;font-weight:600;text-decoration:none}
a:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
main{text-align:center;max-width:420px}`;

/** The page of a living link. @param origin with scheme, for previews in chats, which need whole addresses. */
export function sharePage(page: {
  language: Language;
  title: Words;
  path: string;
  origin: string;
  expiresAt: Date | null;
  /** Media type of the clip it shows; null for a picture. */
  clipType: string | null;
}) {
  const { language, path, origin, clipType } = page;
  const title = page.title[language];
  const picture = `${path}/picture.jpg`;
  const clip = `${path}/clip`;
  const isClip = clipType !== null;
  const made = WORDS[isClip ? 'madeClip' : 'made'][language];
  const until = page.expiresAt?.toLocaleDateString(language === 'id' ? 'id-ID' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex, nofollow" />
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <title>${title} · Lumiku</title>
    <meta property="og:type" content="${isClip ? 'video.other' : 'website'}" />
    <meta property="og:site_name" content="Lumiku" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${made}" />
    <meta property="og:url" content="${origin}${path}" />
    <meta property="og:image" content="${origin}${picture}" />
    ${isClip ? html`<meta property="og:video" content="${origin}${clip}" />` : ''}
    <meta name="twitter:card" content="summary_large_image" />
    <style>
      ${raw(STYLE)}
    </style>
  </head>
  <body>
    <figure>
      ${shownOf({ title, picture, clip, clipType })}
      <figcaption>
        <h1>${title}</h1>
        <p>${made}</p>
        ${until === undefined ? '' : html`<p>${WORDS.until[language]} ${until}.</p>`}
      </figcaption>
    </figure>
    <a href="${isClip ? clip : picture}?download">${WORDS[isClip ? 'saveClip' : 'save'][language]}</a>
  </body>
</html>`;
}

/** A picture, a clip that plays in a loop, or an animated picture. */
function shownOf(shown: { title: string; picture: string; clip: string; clipType: string | null }) {
  const { title, picture, clip, clipType } = shown;
  if (clipType?.startsWith('video/')) {
    return html`<video
        src="${clip}"
        poster="${picture}"
        aria-label="${title}"
        controls
        autoplay
        muted
        loop
        playsinline
      ></video>`;
  }
  return html`<img src="${clipType === null ? picture : clip}" alt="${title}" />`;
}

/** For every link that does not work, whatever the reason. */
export function shareOverPage(language: Language) {
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex, nofollow" />
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <title>${WORDS.overTitle[language]} · Lumiku</title>
    <style>
      ${raw(STYLE)}
    </style>
  </head>
  <body>
    <main>
      <h1>${WORDS.overTitle[language]}</h1>
      <p>${WORDS.over[language]}</p>
    </main>
  </body>
</html>`;
}
