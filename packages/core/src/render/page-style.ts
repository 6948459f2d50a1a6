// How a report looks as a page: contents beside it on a wide screen and above it on a narrow one, light and dark, on paper. What stands on
// it is style.ts's.
import { colourCss, figureCss } from '../draw/style.ts';
import { blockCss } from './style.ts';

/** Screens that have no room for contents beside the text, and those for which a picture is drawn half as wide (figures.ts). */
const BESIDE = '72rem';
const TELEPHONE = '40rem';

const pageCss = `:root { color-scheme: light dark; }
${colourCss(':root')}* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 60rem; background: var(--ss-paper); color: var(--ss-ink); \
font: 16px/1.5 Charter, "Iowan Old Style", "Noto Serif", Georgia, \
"Liberation Serif", "Times New Roman", "Noto Serif CJK SC", "Songti SC", SimSun, serif; }
body { overflow-wrap: break-word; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .4rem; }
${blockCss}${figureCss}.subtitle { margin: 0; }
.subtitle, footer { color: var(--ss-pale); }
footer { margin-top: 3rem; font-size: .85rem; }
.printed { display: none; }
nav { font: .875rem/1.35 system-ui, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
nav h2 { border: 0; margin: 0 0 .4rem; padding: 0; font-size: 1em; }
nav ol { list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: .25rem .6rem; border-left: 2px solid var(--ss-line); color: var(--ss-pale); text-decoration: none; }
nav a:hover, nav a:focus-visible { color: var(--ss-ink); border-color: var(--ss-ink); }
/* Where a number is pointed at, its address is told: the anchor that a sentence can lead to. */
td[id] { position: relative; }
td[id]:hover::before { content: attr(id); position: absolute; right: 0; bottom: 100%; z-index: 1; padding: 0 .3em; \
border: 1px solid var(--ss-line); background: var(--ss-paper); color: var(--ss-pale); font-size: .8rem; pointer-events: none; }
.half { display: inline-block; vertical-align: top; width: calc(50% - 1rem); margin-right: 1rem; }
/* Numbers that are unfolded take the line that they need. */
.half:has(> details[open]), details .half { display: block; width: auto; margin-right: 0; }
.slim { display: none; }
@media (min-width: ${BESIDE}) {
  body { display: grid; grid-template-columns: 12rem minmax(0, 58rem); column-gap: 2rem; justify-content: center; max-width: none; }
  nav { grid-column: 1; grid-row: 1 / span 9; position: sticky; top: 2rem; align-self: start; max-height: calc(100vh - 4rem); \
overflow-y: auto; }
  header, main, footer { grid-column: 2; }
}
@media screen and (max-width: ${BESIDE}) {
  html { scroll-padding-top: 3.5rem; }
  nav { position: sticky; top: 0; z-index: 2; margin: 1rem -1.25rem 0; padding: 0 1.25rem; background: var(--ss-paper); \
border-bottom: 1px solid var(--ss-line); }
  nav h2 { position: absolute; left: -99rem; }
  nav ol { display: flex; overflow-x: auto; }
  nav a { padding: .7rem .8rem .6rem; border: 0; white-space: nowrap; } nav li:first-child a { padding-left: 0; }
}
@media screen and (max-width: ${TELEPHONE}) {
  h1 { font-size: 1.5rem; }
  caption { position: sticky; left: 0; max-width: calc(100vw - 2.5rem); }
  .half { display: block; width: auto; margin-right: 0; }
  .wide { display: none; } .slim { display: block; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media (forced-colors: active) { .tile, .note { border: 1px solid; } :target { outline: 3px solid Highlight; } }
@media print {
  @page { size: A4; margin: 9mm 13mm 12mm; @bottom-center { content: counter(page) " / " counter(pages); font: 8pt serif; } }
  html { font-size: 9pt; }
  body { display: block; padding: 0; max-width: none; font-size: 1rem; line-height: 1.3; }
  h1 { font-size: 1.6rem; } h2 { margin: 1rem 0 .3rem; padding-top: .35rem; } h3 { margin: .7rem 0 .2rem; }
  p { margin: .45rem 0; }
  a { color: inherit; text-decoration: none; }
  nav, figure details, figure .notes, details.more, .note details { display: none; }
  .printed { display: block; }
  .scroll, .picture { overflow: visible; }
  .tiles { grid-template-columns: repeat(auto-fit, minmax(30mm, 1fr)); gap: 2mm; margin: .5rem 0; } .tile { padding: .3rem .6rem .4rem; }
  .tile dd { font-size: 1.3rem; } .findings { margin-bottom: .6rem; } .findings li { padding: 0; }
  /* Letters of a picture are about as large as those of a table. */
  .picture .ss-figure { zoom: .72; max-width: 100%; max-height: 330mm; } .half .picture .ss-figure { zoom: .86; }
  .table { margin: .4rem 0 .7rem; } figure { margin: .5rem 0 .7rem; } figcaption { margin-top: .15rem; }
  table { font-size: 7.8pt; line-height: 1.15; } table.tight { font-size: 7pt; } caption { padding: 0 0 .15rem; }
  th, td { padding-top: .06em; padding-bottom: .06em; }
  .notes { font-size: 7.2pt; line-height: 1.2; margin-top: .15rem; max-width: none; }
  .note { padding: .15rem .5rem; margin: .25rem 0; }
  .prose { max-width: none; }
  tr, .note, figure, .half, .tile, .findings li { break-inside: avoid; }
  tr:has(> [scope=rowgroup]) { break-after: avoid; }
  h2, h3, caption { break-after: avoid; }
  .notes { break-before: avoid; }
  thead { display: table-header-group; }
  .whole { break-inside: avoid; }
  footer { margin-top: 1rem; } footer p { margin: 0; }
  .appendix { break-before: page; font-size: 7.2pt; line-height: 1.12; } .appendix ~ .appendix { break-before: auto; }
  .appendix table { font-size: 6.7pt; line-height: 1.08; } .appendix table.tight { font-size: 6.7pt; } .appendix caption { font-size: 8pt; }
  .appendix h3 { font-size: 9pt; margin: .4rem 0 .1rem; }
  .appendix .table { margin: .15rem 0 .25rem; } .appendix .help { display: inline; font-size: inherit; }
  .appendix :is(.note, .prose) { margin: .1rem 0; line-height: 1.1; }
}
`;

/** Without what is there for whoever reads this file. */
export const reportCss = `${pageCss
  .replace(/\/\*[^]*?\*\//gu, '')
  .replace(/\s*([{};])\s*/gu, '$1')
  .replace(/: (?=\S)/gu, ':')
  .replace(/, /gu, ',')
  .replace(/;\}/gu, '}')}\n`;
