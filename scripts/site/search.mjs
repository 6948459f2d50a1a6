// What the search of the site looks in: of every page its sections, by the headings that one can go to. How it is asked is search.js'.

/** So much of a section is shown; of the rest its words are found, each once. */
const SHOWN = 500;

const plain = (html) =>
  html
    .replace(/<(style|script|svg)[^>]*>[\s\S]*?<\/\1>/gu, ' ')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/gu, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name])
    .replace(/\s+/gu, ' ')
    .trim();

/** Text to show, and words of the rest that are not in it. */
function cut(text) {
  const shown = text.slice(0, SHOWN);
  const words = new Set(text.slice(SHOWN).match(/[\p{L}\p{N}_.’-]{2,}/gu) ?? []);
  return [shown, [...words].filter((word) => !shown.includes(word)).join(' ')];
}

/** A script that sets the index of one language: file, page, anchor, heading, text, more words. */
export function searchIndex(pages) {
  const sections = pages.flatMap(({ file, title, html }) =>
    html.split(/(?=<h[1-4] id=")/u).flatMap((part) => {
      const heading = /^<h[1-4] id="([^"]*)"[^>]*>([\s\S]*?)<\/h[1-4]>/u.exec(part);
      const text = plain(heading === null ? part : part.slice(heading[0].length));
      if (heading === null) return text === '' ? [] : [[file, title, '', title, ...cut(text)]];
      return [[file, title, heading[1], plain(heading[2]), ...cut(text)]];
    }),
  );
  return `globalThis.siteIndex = ${JSON.stringify(sections).replaceAll('<', '\\u003c')};\n`;
}
