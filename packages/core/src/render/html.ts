// A report as one HTML file (and blocks as a piece of one): no script, nothing remote, readable on a phone, in the dark, and on paper.
// Every number is an anchor by its address, so that a sentence can link to it.
import type { Block, FigureBlock, NoteBlock, ReportDocument, SectionBlock } from '../show/document.ts';
import { wordsIn, type Words } from '../words/words.ts';
import { numberedName } from './caption.ts';
import type { PageWidth } from './columns.ts';
import { compactSvg } from '../draw/compact.ts';
import { escapeMarkup as escape } from '../draw/svg.ts';
import { tablesByAddress, tablesOf, type Held } from './held-numbers.ts';
import { anchor, captioned, renderTable, secondHtml, type Page } from './html-table.ts';
import type { Renderer } from './renderers.ts';
import { reportCss } from './page-style.ts';
import { withCode } from '../text/code-runs.ts';
import { Anchors, phraseHtml, summaryHtml } from './summary.ts';

export function renderHtml(document: ReportDocument): string {
  const words = wordsIn(document.language);
  const page: Page = { words, anchors: new Anchors(document.blocks), cut: null, told: false };
  const held = tablesByAddress(document.blocks, true);
  const sections = document.blocks.filter((block): block is SectionBlock => block.kind === 'section');
  const contents =
    sections.length < 2
      ? ''
      : `<nav aria-label="${escape(words.contents)}"><h2>${escape(words.contents)}</h2><ol>` +
        `${sections.map((one) => `<li><a href="#${anchor(one.id)}">${escape(one.title)}</a></li>`).join('')}</ol></nav>\n`;
  const body = document.blocks.map((block) => renderBlock(block, page, 2, held)).join('\n');
  return `<!doctype html>
<html lang="${escape(document.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="StudySpec">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escape(document.title)}</title>
<style>
${reportCss}</style>
</head>
<body>
<header><h1>${escape(document.title)}</h1><p class="subtitle">${escape(document.subtitle)}</p></header>
${contents}<main>
${body}
</main>
<footer><p>${escape(words.notAvailable)} ${escape(words.builtBy)}</p>${
    body.includes('<details') ? `<p class=printed>${escape(words.foldedAway)}</p>` : ''
  }</footer>
</body>
</html>
`;
}

export const htmlRenderer: Renderer = { endings: ['html', 'htm'], pictures: true, terminal: false, render: renderHtml };

/**
 * Blocks as a piece of HTML for a page that someone else frames: no `<html>`, no script, no style of its own, so that it stands under a
 * policy of `default-src 'none'` with one style sheet (`fragmentCss`). `level` is that of its headings.
 */
export function renderFragment(
  blocks: readonly Block[],
  options: {
    readonly language: string;
    readonly level?: number /** Em that a table may be wide: it goes on below; it is one, and scrolls, when left out. */;
    readonly page?: PageWidth;
  },
): string {
  const page: Page = { words: wordsIn(options.language), anchors: new Anchors(blocks), cut: options.page ?? 'whole', told: true };
  return blocks.map((block) => renderBlock(block, page, options.level ?? 2, null)).join('\n');
}

/** `held`: of a report, where each number stands in a table. */
function renderBlock(block: Block, page: Page, level: number, held: Held | null): string {
  const { words, anchors } = page;
  switch (block.kind) {
    case 'section': {
      const within = block.folded === true ? { ...page, folded: true } : page;
      const inside = block.blocks.map((inner) => renderBlock(inner, within, Math.min(6, level + 1), held)).join('\n');
      return block.folded === true
        ? `<details class="more" id="${anchor(block.id)}"><summary>${escape(block.title)}</summary>\n${inside}\n</details>`
        : `<section${block.appendix === true ? ' class=appendix' : ''} id="${anchor(block.id)}">\n` +
            `<h${level}>${escape(block.title)}</h${level}>\n${inside}\n</section>`;
    }
    case 'summary':
      return summaryHtml(block, anchors);
    case 'note':
      return renderNote(block, words);
    case 'paragraph':
      return `<p class="prose">${phraseHtml(block.runs, anchors)}</p>`;
    case 'figure':
      return (
        `<figure${block.half === true ? ' class=half' : ''} id="${anchor(block.id)}">` +
        `${held === null ? frame(block.svg) : drawn(block, page)}` +
        `<figcaption>${captioned(words, numberedName(words, block), block.title)}${secondHtml(block)}</figcaption>` +
        `${numbersOf(block, page, held)}</figure>`
      );
    case 'table':
      return renderTable(block, page);
  }
}

const frame = (svg: string, kind = ''): string => `<div class="picture${kind}">${svg}</div>`;

/**
 * For a page and, where it has a picture of its own, for a telephone; whichever has no room is not shown. What is folded away scrolls there
 * instead.
 */
const drawn = ({ svg, narrow, title }: FigureBlock, { folded }: Page): string =>
  narrow === undefined || folded === true
    ? frame(compactSvg(svg))
    : frame(compactSvg(svg), ' wide') + frame(compactSvg(narrow, title), ' slim');

/** The numbers of a figure: which tables of the report have them all, or else a table of its own, folded. */
function numbersOf(block: FigureBlock, page: Page, held: Held | null): string {
  const { table } = block;
  if (table === null) return '';
  const { words } = page;
  const { tables, whole } = held === null ? { tables: [], whole: false } : tablesOf(block, held);
  if (whole && tables.length > 0) {
    const links = tables.map((one) => `<a href="#${anchor(one.id)}">${escape(numberedName(words, one)!)}</a>`);
    return `<p class="notes">${words.numbersIn(links.join(escape(words.listComma)))}</p>`;
  }
  return `<details><summary>${escape(words.asTable)}</summary>` + `${renderTable(table, page)}</details>`;
}

const said = (text: string): string => withCode(text, escape, (word) => `<code>${escape(word)}</code>`);

function renderNote(block: NoteBlock, words: Words): string {
  const code = block.code === undefined ? '' : `<code>${escape(block.code)}</code> `;
  const help = block.help === undefined ? '' : ` <span class="help">${said(block.help)}</span>`;
  const text = `${code}${said(block.text)}${help}`;
  if (block.parts === undefined) return `<p class="note ${block.tone}">${text}</p>`;
  const parts = block.parts.map((part) => `<li><code>${escape(part.code)}</code> ${said(part.text)}</li>`).join('');
  return (
    `<div class="note ${block.tone}"><p>${text}</p><details><summary>` +
    `${escape(words.moreParts(String(block.parts.length)))}</summary><ul>${parts}</ul></details></div>`
  );
}
