// A document as Markdown: for notes, wikis and pull requests. Tables are those that GitHub, Pandoc and most editors read; what stands in a
// cell is what every other form has there.
import type { Block, Cell, NoteBlock, ReportDocument, TableBlock } from '../show/document.ts';
import { withCode } from '../text/code-runs.ts';
import { plainText } from '../text/plain.ts';
import { wordsIn, type Words } from '../words/words.ts';
import { cellText, isSpanning, proseText } from './cells.ts';
import { captionLines } from './caption.ts';
import type { Renderer } from './renderers.ts';
import { summaryLines } from './summary.ts';

export const markdownRenderer: Renderer = { endings: ['md', 'markdown'], pictures: false, terminal: false, render: renderMarkdown };

function renderMarkdown(document: ReportDocument): string {
  const words = wordsIn(document.language);
  const blocks = [
    `# ${markdownText(document.title)}`,
    markdownText(document.subtitle),
    ...document.blocks.flatMap((block) => renderBlock(block, words, 2)),
    `${markdownText(words.notAvailable)} ${markdownText(words.builtBy)}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function renderBlock(block: Block, words: Words, level: number): string[] {
  switch (block.kind) {
    case 'section':
      return [
        `${'#'.repeat(level)} ${markdownText(block.title)}`,
        ...block.blocks.flatMap((inner) => renderBlock(inner, words, level + 1)),
      ];
    case 'note':
      return [renderNote(block)];
    case 'summary':
      return [
        summaryLines(block)
          .map(({ mark, text }) => `- ${mark === '' ? '' : `**${markdownText(mark)}** `}${markdownText(text)}`)
          .join('\n'),
      ];
    case 'paragraph':
      return [markdownText(proseText(block))];
    case 'figure':
      return block.table === null ? [] : [renderTable(block.table, words)];
    case 'table':
      return [renderTable(block, words)];
  }
}

/** A quotation with the code of the problem in front; what it sums up is a list in it. */
function renderNote({ text, code, help, parts }: NoteBlock): string {
  const lines = [
    `${code === undefined ? '' : `**${code}** `}${markdownSentence(text)}${help === undefined ? '' : ` ${markdownSentence(help)}`}`,
    ...(parts ?? []).map((part) => `- ${part.code} ${markdownSentence(part.text)}`),
  ];
  return lines.map((line) => `> ${line}`).join('\n');
}

function renderTable(table: TableBlock, words: Words): string {
  const captions = captionLines(words, table).map((caption) => `**${markdownText(caption)}**`);
  return [captions.join('\\\n'), pipeTable(table), ...table.notes.map((note) => `*${markdownSentence(note)}*`)].join('\n\n');
}

/** The table alone, without its caption and notes. */
export function pipeTable(table: TableBlock): string {
  const heads = table.columns.map(({ title, group }) =>
    markdownText(group === undefined ? title : title === '' ? group : `${group}: ${title}`),
  );
  const rows = table.rows.map((row) => rowOf(row, table.columns.length));
  const lines = [
    line(heads),
    line(table.columns.map(({ align }) => (align === 'number' ? '--:' : ':--'))),
    ...rows.map((row) => line(row)),
  ];
  return lines.join('\n');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** As many cells as there are columns: what spans several stands in the first. */
function rowOf(row: readonly Cell[], columns: number): string[] {
  const cells: string[] = [];
  for (const [at, cell] of row.entries()) {
    const indent = cell?.kind === 'text' && at === 0 ? '&emsp;'.repeat(cell.indent ?? 0) : '';
    const text = markdownText(cellText(cell));
    const strong = cell !== null && cell.kind !== 'interval' && cell.emphasis === true && text !== '';
    cells.push(`${indent}${strong ? `**${text}**` : text}`);
    if (isSpanning(cell ?? undefined)) for (let more = 1; more < (cell as { span: number }).span; more += 1) cells.push('');
  }
  return Array.from({ length: columns }, (_, at) => cells[at] ?? '');
}

/** With the language's words as code, in which signs of Markdown are none; a bar would end a cell. */
export const markdownSentence = (text: string): string =>
  withCode(text, markdownText, (word) => `\`${plainText(word).replace(/[\n\t]+/gu, ' ')}\``);

/** A text as it stands: nothing of it becomes a sign of Markdown, a tag, or the end of a cell. */
export function markdownText(text: string): string {
  return plainText(text)
    .replace(/[\n\t]+/gu, ' ')
    .replace(/[\\`*_{}[\]<>|#~]/gu, '\\$&')
    .replace(/&(?=#?\w+;)/gu, '&amp;')
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/u, '$1\\$2');
}
