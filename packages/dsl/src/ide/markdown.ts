// Small pieces of markdown: tables, escaped text, a histogram in block characters.
import { displayWidth } from '@studyspec/core';

/** A text of the author's inside markdown. */
export function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/gu, (sign) => `\\${sign}`);
}

export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

export function table(heads: readonly string[], rows: readonly (readonly string[])[], numbersFrom = 1): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(heads), line(heads.map((_, at) => (at < numbersFrom ? ':--' : '--:'))), ...rows.map(line)].join('\n');
}

export interface Bar {
  readonly name: string;
  readonly count: number;
  readonly note: string;
}

const WIDTH = 16;
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** One line a bar: name, bar, what is to be said of it; as wide as the largest count. */
export function bars(list: readonly Bar[]): string {
  const most = Math.max(1, ...list.map((one) => one.count));
  const width = Math.max(...list.map((one) => displayWidth(one.name)), 1);
  const lines = list.map(({ name, count, note }) => {
    const units = Math.round((Math.max(0, count) / most) * WIDTH * 8);
    const bar = `${'█'.repeat(Math.floor(units / 8))}${eighths[units % 8]!}` || (count > 0 ? '▏' : '');
    return `${name}${' '.repeat(width - displayWidth(name))} ${bar}${' '.repeat(WIDTH + 1 - bar.length)}${note}`.trimEnd();
  });
  return `\`\`\`text\n${lines.join('\n')}\n\`\`\``;
}

/** The shape of a distribution in one word: `▁▂▅▇▃`. */
export function sparkline(counts: readonly number[]): string {
  const most = Math.max(1, ...counts);
  return counts.map((count) => '▁▂▃▄▅▆▇█'.charAt(count <= 0 ? 0 : Math.max(1, Math.round((count / most) * 7)))).join('');
}
