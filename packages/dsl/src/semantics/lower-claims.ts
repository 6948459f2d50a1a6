// Hypotheses and published figures: claims with every address resolved, tables unfolded cell by cell.
import { type Lost, type TableFault, type TableWanted } from '@studyspec/core';
import {
  badTableFile,
  bracketsInHead,
  nearest,
  notUnderstood,
  publishedOptions,
  raise,
  unevenRow,
  unreadableFile,
  wrongArguments,
  readCsvCells,
  type Address,
  type ClaimPlan,
  type HypothesisPlan,
  type Operand,
  type Place,
  type Problem,
  type PublishedFigure,
  type PublishedPlan,
} from '@studyspec/core';
import { parseAddress, toAddress } from '../syntax/address.ts';
import type { AddressNode, ClauseNode, DeclarationNode, ItemNode } from '../syntax/ast.ts';
import { leaveOut, loserOf, losingAddress, type Absence } from './absences.ts';
import { labelOf } from './clauses.ts';
import type { Context } from './context.ts';
import { placeOf, type Located } from './declared.ts';
import { factsOf, sameFacts, type Facts } from './facts.ts';
import { joinPath, plainPath } from './paths.ts';
import { cellOf, fill, insignificant, printedOf, readCell, splitMarks, type CellText } from './printed-cells.ts';
import { labelOfClause } from './project.ts';
import { readOption, statingOf } from './read-option.ts';
import { resolveAddress } from './resolve-address.ts';

/** Who loses a printed figure about something that was not asked. */
const PRINTED: Lost = { is: 'printed' };

export function lowerHypotheses(context: Context): HypothesisPlan[] {
  const plans: HypothesisPlan[] = [];
  for (const declared of context.merged.named.values()) {
    if (declared.kind !== 'hypothesis') continue;
    context.origins.set(declared.name, declared.place);
    const claims: ClaimPlan[] = [];
    let lost: Absence | null = null;
    for (const [at, item] of declared.claims.entries()) {
      const absence = absentInClaim(context, item.node, loserOf(declared));
      if (absence === null) claims.push(...lowerClaim(context, item, `${declared.name}/claim/${at}`));
      lost ??= absence;
    }
    if (claims.length === 0 && lost !== null) {
      leaveOut(context, declared, lost);
      continue;
    }
    plans.push({ name: declared.name, label: labelOf(declared.label?.node ?? null), claims });
  }
  return plans;
}

function absentInClaim(context: Context, node: ItemNode, loser: Lost): Absence | null {
  const right = node.codes?.[0];
  const left = node.subject.address === null ? null : losingAddress(context, node.subject.address, loser);
  return left ?? (right?.kind === 'address' ? losingAddress(context, right.address, loser) : null);
}

function lowerClaim(context: Context, { node, file }: Located<ItemNode>, at: string): ClaimPlan[] {
  const code = node.codes?.[0];
  if (node.broken || node.subject.address === null || node.operator === null || code === undefined) return [];
  context.origins.set(at, placeOf(file, node.span));
  const lefts = resolveAddress(context, node.subject.address, file);
  const rights: readonly Operand[] | null =
    code.kind === 'number'
      ? [{ kind: 'number', value: code.figure.percent ? code.figure.value / 100 : code.figure.value }]
      : code.kind === 'address'
        ? (resolveAddress(context, code.address, file)?.map((address) => ({ kind: 'address' as const, address })) ?? null)
        : [];
  if (rights?.length === 0)
    context.problems.push(
      raise(
        wrongArguments,
        { quantity: null, expected: { is: 'right side' }, found: { is: 'something else' } },
        { place: placeOf(file, code.span) },
      ),
    );
  if (lefts === null || rights === null || rights.length === 0) return [];
  const { operator } = node;
  return lefts.flatMap((left) =>
    rights.map(
      (right): ClaimPlan => ({
        left,
        operator,
        right,
        text: `${write(left)} ${operator} ${right.kind === 'number' ? right.value : write(right.address)}`,
        at,
      }),
    ),
  );
}

function write(address: Address): string {
  const args = address.args
    ?.map((arg) => (arg.kind === 'number' ? String(arg.value) : arg.parts.map((part) => part.join('.')).join(':')))
    .join(', ');
  return `${address.path.join('.')}${args === undefined ? '' : `(${args})`}`;
}

/** A head of a file as the same head in the spec is written: `M (SD)` as `M(SD)`. */
function headText(text: string): string {
  const head = parseAddress(text);
  return head === null ? text : write(toAddress(head));
}

/** `own`: the stars of the study's report, which a paper's are unless it is said how it marks significance. */
export function lowerPublished(context: Context, own: readonly number[]): PublishedPlan[] {
  const facts = context.merged.published.length === 0 ? null : factsOf(context);
  const agreeing = new Set<Facts>();
  const holds = (table: Table): boolean => {
    if (facts === null) return false;
    if (!agreeing.has(table.facts) && sameFacts(table.facts, facts)) agreeing.add(table.facts);
    return agreeing.has(table.facts);
  };
  return context.merged.published.map(({ node, file }, position): PublishedPlan => {
    const stating = statingOf(node, file);
    const thresholds = stating.clauses.has('stars') ? (readOption(context, stating, publishedOptions.stars) ?? own) : own;
    const figures: PublishedFigure[] = [];
    for (const [at, entry] of (node.body ?? []).entries()) {
      const path = `published/${position}/${at}`;
      if (entry.type === 'item') figures.push(...lowerSingle(context, { node: entry, file }, path, thresholds));
      else if (entry.type === 'declaration' && entry.kind === 'table') {
        context.origins.set(path, placeOf(file, entry.label?.span ?? entry.kindSpan));
        figures.push(...tableOf(context, { node: entry, file }, path, thresholds, facts, holds));
      }
    }
    return { label: labelOf(node.label), stars: thresholds, starsStated: stating.clauses.has('stars'), figures };
  });
}

/**
 * A table of which nothing had to be said, with all that it was made of. Its places hold the spans of nodes, which move with the text, or
 * those of its file.
 */
interface Table {
  readonly facts: Facts;
  readonly file: string;
  readonly at: string;
  readonly stars: string;
  readonly read: string | null;
  readonly figures: readonly PublishedFigure[];
  readonly origins: readonly (readonly [string, Place])[];
}

const tables = new WeakMap<DeclarationNode, Table>();

function tableOf(
  context: Context,
  located: Located<DeclarationNode>,
  at: string,
  thresholds: readonly number[],
  facts: Facts | null,
  holds: (table: Table) => boolean,
): readonly PublishedFigure[] {
  const { node, file } = located;
  const from = node.clauses.find((clause) => clause.word === 'from');
  const label = from === undefined ? null : labelOfClause(from);
  const read = label === null ? null : (context.texts.get(joinPath(file, label.text)) ?? null);
  const stars = thresholds.join();
  const before = tables.get(node);
  if (before !== undefined && before.file === file && before.at === at && before.stars === stars && before.read === read && holds(before)) {
    for (const [path, place] of before.origins) context.origins.set(path, place);
    return before.figures;
  }
  const told = context.problems.length;
  const origins: (readonly [string, Place])[] = [];
  const needed = context.needs.size;
  const figures = lowerTable(context, located, at, thresholds, origins);
  for (const [path, place] of origins) context.origins.set(path, place);
  if (facts !== null && context.problems.length === told && context.needs.size === needed)
    tables.set(node, { facts, file, at, stars, read, figures, origins });
  return figures;
}

function lowerSingle(context: Context, { node, file }: Located<ItemNode>, at: string, thresholds: readonly number[]): PublishedFigure[] {
  const code = node.codes?.[0];
  if (node.broken || node.subject.address === null || node.operator === null || code === undefined) return [];
  const cell: CellText =
    code.kind === 'number' ? { figure: code.figure, operator: node.operator } : code.kind === 'insignificant' ? 'ns' : null;
  // The figure itself, so that what is wrong with it is shown and mended there; its address stands beside it.
  context.origins.set(at, placeOf(file, code.span));
  if (absentInClaim(context, node, PRINTED) !== null) return [];
  const addresses = resolveAddress(context, node.subject.address, file);
  if (cell === null) {
    context.problems.push(
      raise(notUnderstood, { found: null, what: { is: 'figure' }, example: null }, { place: placeOf(file, code.span) }),
    );
    return [];
  }
  return figuresOf(context, addresses ?? [], cell, thresholds, { table: null, row: null, column: null, at }, placeOf(file, code.span));
}

/** What a cell prints of each address it stands for. */
function figuresOf(
  context: Context,
  addresses: readonly Address[],
  cell: NonNullable<CellText>,
  thresholds: readonly number[],
  where: Pick<PublishedFigure, 'table' | 'row' | 'column' | 'at'>,
  place: Place,
): PublishedFigure[] {
  if (cell !== 'ns') return addresses.map((address) => ({ ...where, address, operator: cell.operator, printed: printedOf(cell.figure) }));
  return addresses.flatMap((address) => {
    const read = insignificant(address, thresholds);
    if (read === null)
      context.problems.push(raise(notUnderstood, { found: 'ns', what: { is: 'figure, not ns' }, example: null }, { place }));
    return read === null ? [] : [{ ...where, ...read }];
  });
}

interface Column {
  readonly head: AddressNode;
  readonly means: AddressNode | null;
  readonly text: string;
}
interface Row {
  readonly head: AddressNode;
  readonly cells: readonly CellText[];
  readonly places: readonly Place[];
  readonly text: string;
  readonly file: string;
}

/** `origins` takes the places of its figures. */
function lowerTable(
  context: Context,
  { node, file }: Located<DeclarationNode>,
  at: string,
  thresholds: readonly number[],
  origins: (readonly [string, Place])[],
): PublishedFigure[] {
  const { template } = node;
  const columnsClause = node.clauses.find((clause): clause is Extract<ClauseNode, { shape: 'columns' }> => clause.shape === 'columns');
  const from = node.clauses.find((clause) => clause.word === 'from');
  if (template === null || node.broken || node.clauses.some((clause) => clause.shape === 'broken')) return [];
  const title = node.label?.texts[0]?.text ?? write(toAddress({ ...template, args: null }));
  const stated: Column[] = (columnsClause?.columns ?? []).map((column) => ({
    head: column.name,
    means: column.means,
    text: write(toAddress(column.name)),
  }));
  const read = from === undefined ? rowsOfBody(context, node, file, stated) : rowsOfFile(context, from, file, stated);
  if (read === null) return [];
  const figures: PublishedFigure[] = [];
  const complained = new Set<string>();
  for (const [rowAt, row] of read.rows.entries()) {
    for (const [columnAt, column] of read.columns.entries()) {
      const cell = row.cells[columnAt];
      if (cell === null || cell === undefined) continue;
      const path = `${at}/${rowAt}/${columnAt}`;
      origins.push([path, row.places[columnAt]!]);
      const { address: filled, unused } = fill(column.means ?? template, row.head, column.head);
      if (unused !== null) {
        const own = unused === column.head;
        const head = write(toAddress(unused));
        if (!complained.has(head))
          context.problems.push(
            raise(
              bracketsInHead,
              {
                head,
                template: write(toAddress(column.means ?? template)),
                name: write(toAddress({ ...unused, args: null })),
                column: own,
              },
              { place: from === undefined ? placeOf(own ? file : row.file, unused.span) : placeOf(file, from.span) },
            ),
          );
        complained.add(head);
        continue;
      }
      if (losingAddress(context, filled, PRINTED) !== null) continue;
      // A head that means nothing is reported once, at its first cell, not at each of its cells.
      const before = context.problems.length;
      const addresses = resolveAddress(context, filled, file);
      const problem = context.problems[before];
      if (problem !== undefined) {
        context.problems.length = before;
        const key = JSON.stringify([problem.code, problem.facts]);
        if (!complained.has(key))
          context.problems.push(
            inTable(problem, from === undefined ? placeOfHead(row, column, problem, file) : placeOf(file, from.span), from === undefined),
          );
        complained.add(key);
      }
      figures.push(
        ...figuresOf(
          context,
          addresses ?? [],
          cell,
          thresholds,
          { table: title, row: row.text, column: column.text, at: path },
          row.places[columnAt]!,
        ),
      );
    }
  }
  return figures;
}

/** A problem of a cell stands at the head that it is about; a mend is kept where that head is written in the spec. */
function inTable(problem: Problem, place: Place, written: boolean): Problem {
  const { fixes, ...rest } = problem;
  const edit = fixes?.[0]?.edits[0];
  return edit === undefined || !written ? { ...rest, place } : { ...rest, place: { file: edit.file, span: edit.span }, fixes: fixes! };
}

/** The head that the problem is about: the row's, unless the message names the column. */
function placeOfHead(row: Row, column: Column, { facts }: Problem, file: string): Place {
  const { name, level, quantity, of } = facts;
  const complained = name ?? level ?? (of === undefined ? null : quantity === '' ? of : quantity);
  return complained === column.head.path.at(-1)!.text && complained !== row.text
    ? placeOf(file, column.head.span)
    : placeOf(row.file, row.head.span);
}

function rowsOfBody(
  context: Context,
  node: DeclarationNode,
  file: string,
  columns: readonly Column[],
): { columns: readonly Column[]; rows: Row[] } {
  const rows: Row[] = [];
  for (const entry of node.body ?? []) {
    if (entry.type !== 'item' || entry.broken || entry.cells === null || entry.subject.address === null) continue;
    const text = write(toAddress(entry.subject.address));
    const cells = splitMarks(entry.cells, columns.length);
    if (cells.length !== columns.length) {
      context.problems.push(
        raise(unevenRow, { row: text, cells: cells.length, columns: columns.length }, { place: placeOf(file, entry.span) }),
      );
      continue;
    }
    rows.push({ head: entry.subject.address, cells: cells.map(cellOf), places: cells.map((cell) => placeOf(file, cell.span)), text, file });
  }
  return { columns, rows };
}

function rowsOfFile(
  context: Context,
  from: ClauseNode,
  file: string,
  stated: readonly Column[],
): { columns: readonly Column[]; rows: Row[] } | null {
  const label = labelOfClause(from);
  if (label === null) return null;
  const place = placeOf(file, label.span);
  const path = joinPath(file, plainPath(label.text, place, context.problems));
  const text = context.texts.get(path);
  if (text === undefined) {
    context.needs.add(path);
    return null;
  }
  const complain = (found: TableFault, expected: TableWanted): null => {
    context.problems.push(raise(badTableFile, { file: label.text, found, expected }, { place }));
    return null;
  };
  if (text === null) {
    context.problems.push(raise(unreadableFile, { file: label.text, role: { is: 'printed table' } }, { place }));
    return null;
  }
  const [heads, ...lines] = readCsvCells(text);
  if (heads === undefined || heads.length < 2 || lines.length === 0) return complain({ is: 'no table' }, { is: 'names and rows' });
  const names = heads.slice(1).map((name) => headText(name.text.trim()));
  const missing = stated.find((column) => !names.includes(column.text));
  if (missing !== undefined)
    return complain(
      { is: 'no column', name: missing.text, nearest: nearest(missing.text, names) },
      { is: 'columns', names: stated.map((column) => column.text) },
    );
  const columns: Column[] = [];
  for (const name of stated.length > 0 ? stated.map((column) => column.text) : names) {
    const head = parseAddress(name);
    if (head === null) return complain({ is: 'column is no name', name }, { is: 'declared names' });
    columns.push(stated.find((column) => column.text === name) ?? { head, means: null, text: name });
  }
  const rows: Row[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.every((cell) => cell.text.trim() === '')) continue;
    const rowName = (line[0]?.text ?? '').trim();
    const head = parseAddress(rowName);
    if (head === null) return complain({ is: 'line begins', line: at + 2, name: rowName }, { is: 'name first' });
    const cells: CellText[] = [];
    const places: Place[] = [];
    for (const column of columns) {
      const found = line[names.indexOf(column.text) + 1];
      const cell = (found?.text ?? '').trim();
      // A cell is placed in the file that it stands in, so that what is wrong with it is shown there.
      places.push(found === undefined ? place : { file: path, span: { start: found.start, end: found.end } });
      const figure = readCell(cell);
      if (figure === undefined) return complain({ is: 'cell', text: cell, line: at + 2, column: column.text }, { is: 'figure' });
      cells.push(figure);
    }
    rows.push({ head, cells, places, text: rowName, file });
  }
  return { columns, rows };
}
