// The tables, figures and methods of a report as a manuscript names them, and as they stand in it.
import type { Block, Cell, FigureBlock, ReportDocument, SectionBlock, TableBlock } from '../show/document.ts';
import { markdownSentence, markdownText, pipeTable } from '../render/markdown.ts';
import { cellText, proseText } from '../render/cells.ts';
import { labelOf, latexTable, latexText } from '../render/latex-tabular.ts';
import type { ManuscriptKind, TextKind } from './placeholders.ts';

interface Named<B> {
  /** Names that lead to it, the full one first. */
  readonly names: readonly string[];
  readonly block: B;
}

export type Found<B> = { readonly block: B } | { readonly among: readonly string[] };

const plainName = (name: string): string => name.replaceAll('.', ':').replaceAll('`', '').toLowerCase();

/** `full`, `full:coefficients`, `coefficients` where no other declaration has such. */
function lookFor<B extends TableBlock | FigureBlock>(all: readonly Named<B>[], name: string): Found<B> {
  const wanted = plainName(name);
  const exact = all.filter(({ names }) => names.some((one) => plainName(one) === wanted));
  if (exact[0] !== undefined) return { block: exact[0].block };
  const within = all.filter(({ names }) => {
    const tail = plainName(names[0]!).split(':').slice(1).join(':');
    return tail === wanted || tail.startsWith(`${wanted}-`) || tail.startsWith(`${wanted}:`);
  });
  if (within.length === 1) return { block: within[0]!.block };
  return { among: (within.length > 0 ? within : all).map(({ names }) => names[0]!) };
}

/** The first of a section is what the section's name means; of one that holds others, as an appendix does, each has its own. */
function namedIn<B extends TableBlock | FigureBlock>(
  { blocks }: Pick<ReportDocument, 'blocks'>,
  blocksOf: (block: Block) => B[],
): Named<B>[] {
  return blocks.flatMap((section) => {
    if (section.kind === 'section' && section.appendix === true) return namedIn(section, blocksOf);
    return blocksOf(section).map((block, at) => ({
      names: at === 0 && section.kind === 'section' ? [block.id, section.id] : [block.id],
      block,
    }));
  });
}

const tablesOf = (block: Block): TableBlock[] =>
  block.kind === 'section' ? block.blocks.flatMap(tablesOf) : block.kind === 'table' ? [block] : [];
const figuresOf = (block: Block): FigureBlock[] =>
  block.kind === 'section' ? block.blocks.flatMap(figuresOf) : block.kind === 'figure' ? [block] : [];

export const tableNamed = (document: ReportDocument, name: string): Found<TableBlock> => lookFor(namedIn(document, tablesOf), name);
export const figureNamed = (document: ReportDocument, name: string): Found<FigureBlock> => lookFor(namedIn(document, figuresOf), name);

/** What a manuscript can ask for beside numbers. */
export function partsOfReport(
  document: ReportDocument,
): { readonly kind: 'table' | 'figure'; readonly name: string; readonly title: string }[] {
  const named = <B extends TableBlock | FigureBlock>(kind: 'table' | 'figure', all: readonly Named<B>[]) =>
    all.map(({ names, block }) => ({ kind, name: names[0]!, title: block.title }));
  return [...named('table', namedIn(document, tablesOf)), ...named('figure', namedIn(document, figuresOf))];
}

/** What cells print, by the addresses of their numbers. */
export function cellsOf({ rows }: TableBlock): [address: string, text: string][] {
  const addresses = (cell: Cell): string[] =>
    cell?.kind === 'number' && cell.address !== undefined
      ? [cell.address]
      : cell?.kind === 'interval' && cell.addresses !== undefined
        ? [cell.addresses.join(', ')]
        : [];
  return rows.flatMap((row) => row.flatMap((cell) => addresses(cell).map((address): [string, string] => [address, cellText(cell)])));
}

/** `quarto`: with a caption that Quarto numbers and refers to. */
export function tableText(table: TableBlock, kind: TextKind, { quarto, float }: { quarto: boolean; float: boolean }): string {
  if (kind === 'latex') return latexTable(table, float);
  const notes = table.notes.map((note) => `*${markdownSentence(note)}*`);
  return quarto
    ? [pipeTable(table), `: ${markdownText(table.title)} {#tbl-${labelOf(table.id)}}`, ...notes].join('\n\n')
    : [`**${markdownText(table.title)}**`, pipeTable(table), ...notes].join('\n\n');
}

/** `path`: of the picture, from the manuscript that is written. */
export function figureText(figure: FigureBlock, kind: TextKind, path: string, quarto: boolean): string {
  if (kind === 'latex')
    return [
      '\\begin{figure}[htbp]',
      '\\centering',
      `\\includesvg[width=\\linewidth]{${path.replace(/\.svg$/u, '')}}`,
      `\\caption{${latexText(figure.title)}}`,
      `\\label{fig:${labelOf(figure.id)}}`,
      '\\end{figure}',
    ].join('\n');
  return `![${markdownText(figure.title)}](<${path}>)${quarto ? `{#fig-${labelOf(figure.id)}}` : ''}`;
}

/** What asks for them, and the section that they are. */
export const METHODS = 'methods';

/** The methods of a report as prose, a paragraph each; in Word all in the paragraph that asks. Empty where a report has none. */
export function methodsText({ blocks }: ReportDocument, kind: ManuscriptKind): string {
  const section = blocks.find((block): block is SectionBlock => block.kind === 'section' && block.id === METHODS);
  const paragraphs = (section?.blocks ?? []).flatMap((block) => (block.kind === 'paragraph' ? [proseText(block)] : []));
  if (kind === 'word') return paragraphs.join(/\p{Script=Han}/u.test(paragraphs[0] ?? '') ? '' : ' ');
  return paragraphs.map(kind === 'latex' ? latexText : markdownText).join('\n\n');
}
