// How blocks look, in reports (page-style.ts) and previews. Colours are custom properties (draw/style.ts) so that a page or an editor's
// theme may set them.
import { colourCss, figureCss } from '../draw/style.ts';
import { MARK, PADDING, WIDEST } from './columns.ts';
import { USUAL } from './html-table.ts';

/** Blocks, wherever they stand. */
export const blockCss = `h2 { font-size: 1.35rem; margin: 2.6rem 0 .8rem; padding-top: .8rem; border-top: 1px solid var(--ss-line); }
h3 { font-size: 1.1rem; margin: 1.6rem 0 .5rem; }
.notes, .aside, .help { color: var(--ss-pale); }
a { color: inherit; text-underline-offset: .15em; }
.table { margin: 1.2rem 0 2rem; }
.scroll, .picture { overflow-x: auto; }
table { border-collapse: collapse; border-top: 2px solid var(--ss-ink); border-bottom: 2px solid var(--ss-ink); \
font-size: .9rem; line-height: 1.35; font-variant-numeric: tabular-nums lining-nums; }
caption { text-align: left; padding: .2rem 0 .5rem; font-size: 1rem; }
th, td { padding: .17em ${PADDING / 2}em; vertical-align: baseline; font-weight: normal; text-align: right; }
tbody th, .text { text-align: left; } tbody .number { text-align: right; } \
tbody td { white-space: nowrap; } tbody .text { white-space: normal; }
th:first-child, td:first-child { padding-left: 0; } th:last-child, td:last-child { padding-right: 0; }
/* Columns are as wide as what stands in them (columns.ts): nothing is squeezed to a word a line. */
${Array.from({ length: WIDEST }, (_, at) => `.m${at + 1} { min-width: ${(at + 1) / 2 + PADDING}em; }`).join(' ')}
/* What is left of a line is the labels': a column of numbers takes no more than it must. */
thead tr:last-child > th:not(.text) { width: 1px; }
table.tight { font-size: .8rem; }
thead tr:last-child > * { border-bottom: 1px solid var(--ss-ink); vertical-align: bottom; }
[scope=colgroup] { text-align: center; vertical-align: bottom; padding-bottom: 0; } \
[scope=colgroup] > span { display: block; border-bottom: 1px solid var(--ss-line); }
/* The heading ends where the digits below it end, and so do digits of other cells: what is missing to the longest is there, unseen. */
thead b { display: inline-flex; align-items: flex-end; justify-content: flex-end; font-weight: normal; }
[data-p]::after { content: attr(data-p); visibility: hidden; }
${Object.entries(USUAL)
  .map(([filling, name]) => `.${name} tbody td:not(.text, [data-p])::after { content: "${filling}"; visibility: hidden; }`)
  .join(' ')}
/* The mark of a printed figure stands at the right of its cell. */
thead .marked { padding-right: ${MARK}em; }
td:has(> :is(i, b)), td.marked { position: relative; padding-right: ${MARK + PADDING / 2}em; }
td > :is(i, b) { position: absolute; right: ${PADDING / 2}em; font: inherit; }
td:is(.marked, :has(> :is(i, b))):last-child { padding-right: ${MARK}em; } td:last-child > :is(i, b) { right: 0; }
tr.part > * { border-top: 1px solid var(--ss-line); }
tr > .i1 { padding-left: 1.2em; } tr > .i2 { padding-left: 2.4em; }
.emphasis { font-weight: 600; }
.muted { color: var(--ss-pale); }
td.x { color: var(--ss-bad); } td > b { color: var(--ss-good); } td > i { color: var(--ss-bad); }
.prose { max-width: 46rem; } .prose .figure { white-space: nowrap; }
.notes { font-size: .85rem; margin: .5rem 0 0; max-width: 52rem; }
.note { padding: .5rem .8rem; border-left: 3px solid var(--ss-line); background: var(--ss-tint); margin: .6rem 0; }
.note.warning { border-color: var(--ss-warn); } .note.error { border-color: var(--ss-bad); } .note.good { border-color: var(--ss-good); }
.note > p { margin: 0; }
.note details { font-size: .9rem; margin-top: .3rem; }
.note summary { color: var(--ss-pale); cursor: pointer; }
.note ul { margin: .3rem 0 0; padding-left: 1.2rem; }
.help { display: block; font-size: .9rem; }
code { font: .85em ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
figure { margin: 1.6rem 0 2.2rem; }
figcaption { margin-top: .5rem; }
figure details { font-size: .85rem; color: var(--ss-pale); margin-top: .2rem; }
figure details .table { color: var(--ss-ink); }
.picture .ss-figure { display: block; max-width: 100%; height: auto; }
@media screen and (max-width: 40rem) { .picture .ss-figure { max-width: none; } }
/* Findings: large numbers beside each other, then a line a claim. */
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(11.5rem, 1fr)); gap: .8rem; margin: .8rem 0 1rem; }
.tile { display: flex; flex-direction: column-reverse; justify-content: flex-end; padding: .6rem .9rem .8rem; background: var(--ss-tint); \
border-top: 3px solid var(--ss-line); }
.tile dt { color: var(--ss-pale); font-size: .85rem; line-height: 1.35; } .tile dd { margin: 0; font-size: 1.5rem; font-weight: 600; }
.tile a, .findings a { text-decoration: none; }
.findings { list-style: none; margin: 0 0 1.4rem; padding: 0; }
.findings li { display: flex; gap: .7rem; align-items: baseline; padding: .15rem 0; }
.findings .aside { margin-left: auto; text-align: right; white-space: nowrap; }
.verdict { flex: none; width: 1.1em; font-weight: 600; }
.holds .verdict { color: var(--ss-good); } .fails .verdict { color: var(--ss-bad); } .partly .verdict { color: var(--ss-warn); }
.more { margin: .4rem 0 1.6rem; } .more > summary { color: var(--ss-pale); cursor: pointer; font-size: .9rem; }
:target { background: color-mix(in srgb, var(--ss-warn) 25%, transparent); }
:focus-visible { outline: 2px solid var(--ss-warn); outline-offset: 2px; }
`;

/** For `renderFragment`: a page that wants other colours sets the properties `--ss-…` after it. */
export const fragmentCss = `${colourCss(':root')}${blockCss}${figureCss}`;
