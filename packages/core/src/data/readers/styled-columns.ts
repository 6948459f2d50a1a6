// Columns whose numbers are written in a style of their own: each gets its style and what its cells read as. How a style is found is
// number-style.ts.
import type { NumberWitness } from '../../problems/data-phrases.ts';
import { numbersIn, type Column, type TextColumn } from '../frame.ts';
import { plainNumberOf } from '../values.ts';
import type { Delimiter } from './delimiter.ts';
import {
  chooseStyle,
  isPlain,
  isPointGroups,
  readNumber,
  statedStyle,
  styleOf,
  type NumberStyle,
  type StyleEvidence,
} from './number-style.ts';

export interface DoubtfulColumn {
  column: string;
  cell: string;
  read: number;
  other: number;
  why: NumberWitness;
}

/**
 * Text columns with numbers that are not plainly written get them. `stated`: the decimal mark, where somebody says it. `reread` gives
 * columns of plain numbers as they stand in the file.
 */
export function styledColumns(
  columns: readonly Column[],
  asText: ReadonlySet<string>,
  delimiter: Delimiter,
  stated: '.' | ',' | undefined,
  reread: (names: ReadonlySet<string>) => readonly Column[],
): { columns: Column[]; doubtful: DoubtfulColumn[] } {
  const found = new Map<string, StyleEvidence>();
  for (const column of columns) {
    if (column.kind === 'number' || asText.has(column.name)) continue;
    const evidence = styleOf(column.levels, delimiter);
    if (evidence.style !== undefined) found.set(column.name, evidence);
  }
  const sure = stated === undefined ? marksOf(found.values()) : new Set([stated]);
  const doubtful: DoubtfulColumn[] = [];
  // Where numbers have decimal commas, 1.234 is a thousand and some, in a column that holds nothing else.
  const pointed =
    sure.has(',') && (delimiter !== ',' || stated === ',') ? columns.filter((column) => isPointed(column, asText, found)) : [];
  if (found.size === 0 && pointed.length === 0) return { columns: [...columns], doubtful };
  if (stated === undefined && delimiter !== ',' && !sure.has(',') && columns.some(hasPlainDecimals)) sure.add('.');
  const plain = new Set(pointed.filter((column) => column.kind === 'number').map((column) => column.name));
  const texts = new Map(plain.size === 0 ? [] : reread(plain).map((column) => [column.name, column]));

  const converted = columns.map((column): Column => {
    if (pointed.includes(column)) {
      const text = column.kind === 'number' ? texts.get(column.name) : column;
      const cells = text?.kind === 'text' ? text.levels.filter((level) => plainNumberOf(level) !== null) : [];
      if (text?.kind !== 'text' || !isPointGroups(cells)) return column;
      const style: NumberStyle = { decimal: ',', group: '.', unit: null, wide: false };
      const cell = cells.find((level) => level.includes('.'))!;
      if (stated === undefined)
        doubtful.push({
          column: column.name,
          cell,
          read: readNumber(cell, style)!,
          other: Number(cell),
          why: 'decimal commas',
        });
      return withStyle(text, { ...style, told: true });
    }
    const evidence = found.get(column.name);
    if (evidence === undefined || column.kind === 'number') return column;
    const choice =
      stated !== undefined
        ? { style: statedStyle(evidence, stated), why: null }
        : evidence.style != null
          ? { style: evidence.style, why: null }
          : chooseStyle(evidence, delimiter, sure);
    if (choice.why !== null) {
      const other: NumberStyle = {
        ...choice.style,
        ...(choice.style.decimal === ',' ? { decimal: '.', group: ',' } : { decimal: ',', group: '.' }),
      };
      const cell = evidence.either!;
      const as = (style: NumberStyle): number => readNumber(cell, { ...style, unit: null })!;
      doubtful.push({ column: column.name, cell, read: as(choice.style), other: as(other), why: choice.why });
    }
    return isPlain(choice.style) ? column : withStyle(column, choice.why === null ? choice.style : { ...choice.style, told: true });
  });
  return { columns: converted, doubtful };
}

function withStyle(column: TextColumn, style: NumberStyle): TextColumn {
  return { ...column, style, numbers: column.levels.map((level) => readNumber(level, style)) };
}

/** Decimal marks that some column settles. */
function marksOf(found: Iterable<StyleEvidence>): Set<'.' | ','> {
  const marks = new Set<'.' | ','>();
  for (const { style } of found) if (style != null && (style.decimal === ',' || style.group !== null)) marks.add(style.decimal);
  return marks;
}

function isPointed(column: Column, asText: ReadonlySet<string>, found: ReadonlyMap<string, StyleEvidence>): boolean {
  if (asText.has(column.name) || found.has(column.name)) return false;
  return column.kind === 'number'
    ? numbersIn(column).some((value) => value % 1 !== 0 && !Number.isNaN(value))
    : isPointGroups(column.levels.filter((level) => plainNumberOf(level) !== null));
}

/** 0.29 or 3.14159: a point that parts no thousands. */
function hasPlainDecimals(column: Column): boolean {
  return (
    column.kind === 'number' &&
    numbersIn(column).some((value) => (value !== 0 && Math.abs(value) < 1) || Math.abs(value * 1000 - Math.round(value * 1000)) > 1e-6)
  );
}
