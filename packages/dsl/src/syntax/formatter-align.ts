// Columns: neighbouring lines of one kind are set under each other. What a line holds is formatter.ts's.
import { displayWidth } from '@studyspec/core';
import { clauseByFirstWord, isKind } from './vocabulary.ts';

export interface LineCell {
  readonly text: string;
  readonly type: 'word' | 'text' | 'lang' | 'sign' | 'number' | 'other';
}
export interface Line {
  readonly kind: 'blank' | 'comment' | 'code' | 'verbatim';
  readonly depth: number;
  readonly cells: readonly LineCell[];
  readonly text: string;
  readonly comment?: string | null;
}

/** Labels are set under each other unless they differ by more than this. */
const SPREAD = 40;

export function alignLines(lines: readonly Line[]): string[] {
  const out: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const shape = shapeOf(lines[at]!);
    let end = at + 1;
    if (shape !== null) while (end < lines.length && lines[end]!.depth === lines[at]!.depth && shapeOf(lines[end]!) === shape) end += 1;
    const run = lines.slice(at, end);
    const texts = shape === null ? run.map((line) => line.text) : alignRun(shape, run);
    run.forEach((line, i) => {
      if (line.kind === 'verbatim') out.push(line.text);
      else if (line.kind === 'blank') out.push('');
      else out.push(`${'  '.repeat(line.depth)}${texts[i]!}${line.comment == null ? '' : `  ${line.comment}`}`.trimEnd());
    });
    at = end;
  }
  return out;
}

/** Lines of the same shape, one after the other, are aligned; null: on its own. */
function shapeOf(line: Line): string | null {
  if (line.kind !== 'code') return null;
  const { cells } = line;
  const [first, second] = cells;
  if (first === undefined || second === undefined) return null;
  if (first.type === 'word' && second.text === 'from' && cells.length > 2 && !isKind(first.text) && line.depth > 0) return 'map';
  if (cells.some((cell) => cell.text === '{' || cell.text === '}' || cell.text.endsWith('('))) return null;
  if (isKind(first.text) && second.type === 'word')
    return cells.some((cell) => cell.type === 'text') || cells.length > 2 ? `kind ${first.text}` : null;
  if (first.text === 'columns') return 'grid';
  if (isLevel(cells)) return 'level';
  const clause = first.type === 'word' && line.depth > 0 ? clauseByFirstWord.get(first.text) : undefined;
  if (clause !== undefined && second.type !== 'sign' && !(second.type === 'number' && cells.length > 2)) return 'clause';
  if (
    (first.type === 'word' || first.type === 'other' || first.type === 'text') &&
    cells.length > 1 &&
    cells.slice(1).every((cell) => cell.type === 'number' || cell.text === '.')
  )
    return 'grid';
  return null;
}

/** `name "label" zh "…" = 1`, without a dot in the name: a level. */
function isLevel(cells: readonly LineCell[]): boolean {
  const sign = cells.findIndex((cell) => cell.type === 'sign');
  return (
    sign > 0 &&
    cells
      .slice(0, sign)
      .every((cell, i) =>
        i === 0 ? cell.type === 'word' || cell.type === 'text' : cell.type === 'text' || (cell.type === 'word' && cell.text.length === 2),
      )
  );
}

function alignRun(shape: string, run: readonly Line[]): string[] {
  if (shape === 'clause') return alignClauses(run);
  if (shape === 'grid') return alignGrid(run);
  if (shape === 'map')
    return alignParts(
      run.map(({ cells, text }) => {
        const front = `${cells[0]!.text} from ${cells[2]!.text}`;
        return [cells[0]!.text, `from ${cells[2]!.text}`, '', text.slice(front.length).trimStart()];
      }),
      false,
    );
  return alignParts(
    run.map(({ cells, text }) => partsOf(cells, text, shape === 'level' ? 0 : 1)),
    shape === 'level',
  );
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** 0 of none. Not spread into `Math.max`: a run may have more lines than a call takes arguments. */
function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, one) => Math.max(most, one), 0);
}

function alignClauses(run: readonly Line[]): string[] {
  const single = new Set(run.filter(({ cells }) => clauseByFirstWord.get(cells[0]!.text)!.parts.length === 1));
  const width = largest([...single].map(({ cells }) => cells[0]!.text.length));
  return run.map((line) =>
    single.has(line) ? `${pad(line.cells[0]!.text, width)} ${line.text.slice(line.cells[0]!.text.length).trimStart()}` : line.text,
  );
}

/** Name, label, further languages, rest. `lead`: words before the name. */
function partsOf(cells: readonly LineCell[], text: string, lead: number): string[] {
  const parts: string[] = [];
  let at = 0;
  if (cells[lead]?.type === 'word') {
    parts.push(
      cells
        .slice(0, lead + 1)
        .map((cell) => cell.text)
        .join(' '),
    );
    at = lead + 1;
  } else {
    parts.push(
      cells
        .slice(0, lead)
        .map((cell) => cell.text)
        .join(' '),
    );
    at = lead;
  }
  if (cells[at]?.type === 'text') {
    parts.push(cells[at]!.text);
    at += 1;
    const from = at;
    while (cells[at]?.type === 'word' && cells[at]!.text.length === 2 && cells[at + 1]?.type === 'text') at += 2;
    parts.push(
      cells
        .slice(from, at)
        .map((cell) => cell.text)
        .join(' '),
    );
  } else parts.push('', '');
  const consumed = parts.filter((part) => part !== '').join(' ');
  // The rest keeps the blanks it was given.
  parts.push(text.slice(consumed.length).trimStart());
  return parts;
}

/** `level`: what follows is set under each other also where a language is missing. */
function alignParts(rows: readonly (readonly string[])[], level: boolean): string[] {
  const widths = [0, 1, 2].map((column) => {
    const all = rows.map((row) => displayWidth(row[column]!)).filter((width) => width > 0);
    return all.length === 0
      ? 0
      : largest(all) - all.reduce((least, width) => Math.min(least, width), Infinity) > SPREAD
        ? -1
        : largest(all);
  });
  return rows.map((row) => {
    let text = '';
    for (let column = 0; column < 3; column += 1) {
      const width = widths[column]!;
      if (width === 0 || (column === 2 && !level && row[2] === '')) continue;
      // Names are always set under each other; labels only where something follows them in every row.
      const rest = row.slice(column + 1).some((part) => part !== '');
      text += width < 0 ? (row[column] === '' ? '' : `${row[column]!} `) : rest ? `${pad(row[column]!, width)} ` : row[column]!;
    }
    return `${text}${row[3]!}`.trimEnd();
  });
}

/** Rows of a table: cells of a column at its decimal points, heads above them. */
function alignGrid(run: readonly Line[]): string[] {
  const rows = run.map(({ cells }) => cells.map((cell) => cell.text));
  const isHead = (row: readonly string[]): boolean => row[0] === 'columns';
  const split = (cell: string): [string, string] => {
    const match = /^([-+]?\d*)(.*)$/su.exec(cell);
    return cell === '.' || match === null ? ['', cell] : [match[1]!, match[2]!];
  };
  const first = largest(rows.map((row) => displayWidth(row[0]!)));
  const out = rows.map((row) => pad(row[0]!, first));
  // Only the rows that reach a column are looked at: one long row among many short ones costs its own length.
  let reach = rows.map((_, at) => at);
  for (let column = 1; ; column += 1) {
    reach = reach.filter((at) => rows[at]!.length > column);
    if (reach.length === 0) return out.map((text) => text.trimEnd());
    const left = largest(reach.map((at) => (isHead(rows[at]!) ? 0 : split(rows[at]![column]!)[0].length)));
    const cells = reach.map((at) => {
      const cell = rows[at]![column]!;
      const [whole, rest] = split(cell);
      return isHead(rows[at]!) ? cell : `${' '.repeat(left - whole.length)}${cell === '.' ? '.' : whole + rest}`;
    });
    const width = largest(cells.map(displayWidth));
    reach.forEach((at, i) => {
      if (cells[i] !== '') out[at] += ` ${pad(cells[i]!, width)}`;
    });
  }
}
