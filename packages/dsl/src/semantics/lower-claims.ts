// Hypotheses and published figures: claims with every address resolved, tables unfolded cell by cell.
import { badTableFile, nearest, publishedOptions, raise, unevenRow, unreadableFile, wrongArguments, readCsvCells, type Address, type ClaimPlan, type HypothesisPlan, type Operand, type Place, type PrintedFigure, type Problem, type PublishedFigure, type PublishedPlan } from '@studyspec/core';
import { parseAddress } from '../syntax/address.ts';
import type { AddressNode, ClauseNode, DeclarationNode, FigureNode, ItemNode } from '../syntax/ast.ts';
import { leaveOut, losingAddress, type Absence } from './absences.ts';
import { labelOf } from './clauses.ts';
import type { Context } from './context.ts';
import { placeOf, type Located } from './declared.ts';
import { factsOf, sameFacts, type Facts } from './facts.ts';
import { joinPath } from './paths.ts';
import { labelOfClause } from './project.ts';
import { readOption, statingOf } from './read-option.ts';
import { resolveAddress } from './resolve-address.ts';

/** Who loses a printed figure about something that was not asked. */
const PRINTED = 'the printed figures';

export function lowerHypotheses(context: Context): HypothesisPlan[] {
  const plans: HypothesisPlan[] = [];
  for (const declared of context.merged.named.values()) {
    if (declared.kind !== 'hypothesis') continue;
    context.origins.set(declared.name, declared.place);
    const claims: ClaimPlan[] = [];
    let lost: Absence | null = null;
    for (const [at, item] of declared.claims.entries()) {
      const absence = absentInClaim(context, item.node, `hypothesis ${declared.name}`);
      if (absence === null) claims.push(...lowerClaim(context, item, `${declared.name}/claim/${at}`));
      lost ??= absence;
    }
    if (claims.length === 0 && lost !== null) { leaveOut(context, declared, lost); continue; }
    plans.push({ name: declared.name, label: labelOf(declared.label?.node ?? null), claims });
  }
  return plans;
}

function absentInClaim(context: Context, node: ItemNode, loser: string): Absence | null {
  const right = node.codes?.[0];
  const left = node.subject.address === null ? null : losingAddress(context, node.subject.address, loser);
  return left ?? (right?.kind === 'address' ? losingAddress(context, right.address, loser) : null);
}

function lowerClaim(context: Context, { node, file }: Located<ItemNode>, at: string): ClaimPlan[] {
  const code = node.codes?.[0];
  if (node.broken || node.subject.address === null || node.operator === null || code === undefined) return [];
  context.origins.set(at, placeOf(file, node.span));
  const lefts = resolveAddress(context, node.subject.address, file);
  const rights: readonly Operand[] | null = code.kind === 'number' ? [{ kind: 'number', value: code.figure.percent ? code.figure.value / 100 : code.figure.value }]
    : code.kind === 'address' ? resolveAddress(context, code.address, file)?.map((address) => ({ kind: 'address' as const, address })) ?? null : [];
  if (rights?.length === 0) context.problems.push(raise(wrongArguments, { quantity: 'A claim', expected: 'a number or an address on its right', found: 'something else' }, { place: placeOf(file, code.span) }));
  if (lefts === null || rights === null || rights.length === 0) return [];
  const { operator } = node;
  return lefts.flatMap((left) => rights.map((right): ClaimPlan => ({ left, operator, right, text: `${write(left)} ${operator} ${right.kind === 'number' ? right.value : write(right.address)}`, at })));
}

function write(address: Address): string {
  const args = address.args?.map((arg) => (arg.kind === 'number' ? String(arg.value) : arg.parts.map((part) => part.join('.')).join(':'))).join(', ');
  return `${address.path.join('.')}${args === undefined ? '' : `(${args})`}`;
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
    const stars = stating.clauses.has('stars') ? readOption(context, stating, publishedOptions.stars) ?? own : own;
    const figures: PublishedFigure[] = [];
    for (const [at, entry] of (node.body ?? []).entries()) {
      const path = `published/${position}/${at}`;
      if (entry.type === 'item') figures.push(...lowerSingle(context, { node: entry, file }, path));
      else if (entry.type === 'declaration' && entry.kind === 'table') figures.push(...tableOf(context, { node: entry, file }, path, facts, holds));
    }
    return { label: labelOf(node.label), stars, figures };
  });
}

/** A table of which nothing had to be said, with all that it was made of. Its places hold the spans of nodes, which move with the text, or those of its file. */
interface Table { readonly facts: Facts; readonly file: string; readonly at: string; readonly read: string | null; readonly figures: readonly PublishedFigure[]; readonly origins: readonly (readonly [string, Place])[] }

const tables = new WeakMap<DeclarationNode, Table>();

function tableOf(context: Context, located: Located<DeclarationNode>, at: string, facts: Facts | null, holds: (table: Table) => boolean): readonly PublishedFigure[] {
  const { node, file } = located;
  const from = node.clauses.find((clause) => clause.word === 'from');
  const label = from === undefined ? null : labelOfClause(from);
  const read = label === null ? null : context.texts.get(joinPath(file, label.text)) ?? null;
  const before = tables.get(node);
  if (before !== undefined && before.file === file && before.at === at && before.read === read && holds(before)) {
    for (const [path, place] of before.origins) context.origins.set(path, place);
    return before.figures;
  }
  const told = context.problems.length;
  const origins: (readonly [string, Place])[] = [];
  const needed = context.needs.size;
  const figures = lowerTable(context, located, at, origins);
  for (const [path, place] of origins) context.origins.set(path, place);
  if (facts !== null && context.problems.length === told && context.needs.size === needed) tables.set(node, { facts, file, at, read, figures, origins });
  return figures;
}

function printed(figure: FigureNode): PrintedFigure {
  const stars = figure.stars === null ? '' : figure.stars === 'ns' ? ' ns' : figure.stars;
  return { value: figure.value, text: `${figure.text}${figure.percent ? '%' : ''}${stars}`, decimals: figure.decimals, percent: figure.percent, stars: figure.stars };
}

function lowerSingle(context: Context, { node, file }: Located<ItemNode>, at: string): PublishedFigure[] {
  const code = node.codes?.[0];
  if (node.broken || node.subject.address === null || node.operator === null || code === undefined) return [];
  const figure = code.kind === 'number' ? code.figure : null;
  // The figure itself, so that what is wrong with it is shown and mended there; its address stands beside it.
  context.origins.set(at, placeOf(file, code.span));
  if (absentInClaim(context, node, PRINTED) !== null) return [];
  const addresses = resolveAddress(context, node.subject.address, file);
  if (figure === null) {
    context.problems.push(raise(wrongArguments, { quantity: 'A printed figure', expected: 'a number after the sign', found: 'something else' }, { place: placeOf(file, code.span) }));
    return [];
  }
  return (addresses ?? []).map((address) => ({ table: null, row: null, column: null, address, operator: node.operator!, printed: printed(figure), at }));
}

interface Column { readonly head: AddressNode; readonly means: AddressNode | null; readonly text: string }
interface Row { readonly head: AddressNode; readonly cells: readonly (FigureNode | null)[]; readonly places: readonly Place[]; readonly text: string; readonly file: string }

/** `origins` takes the places of its figures. */
function lowerTable(context: Context, { node, file }: Located<DeclarationNode>, at: string, origins: (readonly [string, Place])[]): PublishedFigure[] {
  const { template } = node;
  const columnsClause = node.clauses.find((clause): clause is Extract<ClauseNode, { shape: 'columns' }> => clause.shape === 'columns');
  const from = node.clauses.find((clause) => clause.word === 'from');
  if (template === null || node.broken || node.clauses.some((clause) => clause.shape === 'broken')) return [];
  const title = node.label?.texts[0]?.text ?? write({ path: template.path.map((name) => name.text), args: null });
  const stated: Column[] = (columnsClause?.columns ?? []).map((column) => ({ head: column.name, means: column.means, text: column.name.path.map((name) => name.text).join('.') }));
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
      const filled = fill(column.means ?? template, row.head, column.head);
      if (losingAddress(context, filled, PRINTED) !== null) continue;
      // A head that means nothing is reported once, at its first cell, not at each of its cells.
      const before = context.problems.length;
      const addresses = resolveAddress(context, filled, file);
      const problem = context.problems[before];
      if (problem !== undefined) {
        context.problems.length = before;
        const key = problem.code + problem.message;
        if (!complained.has(key)) context.problems.push(inTable(problem, from === undefined ? placeOfHead(row, column, problem.message, context, file) : placeOf(file, from.span), from === undefined));
        complained.add(key);
      }
      for (const address of addresses ?? []) figures.push({ table: title, row: row.text, column: column.text, address, operator: '=', printed: printed(cell), at: path });
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
function placeOfHead(row: Row, column: Column, message: string, _context: Context, file: string): Place {
  const last = column.head.path.at(-1)!.text;
  return message.includes(`"${last}"`) && !message.includes(`"${row.text}"`) ? placeOf(file, column.head.span) : placeOf(row.file, row.head.span);
}

function rowsOfBody(context: Context, node: DeclarationNode, file: string, columns: readonly Column[]): { columns: readonly Column[]; rows: Row[] } {
  const rows: Row[] = [];
  for (const entry of node.body ?? []) {
    if (entry.type !== 'item' || entry.broken || entry.cells === null || entry.subject.address === null) continue;
    const text = entry.subject.address.path.map((name) => name.text).join('.');
    if (entry.cells.length !== columns.length) {
      context.problems.push(raise(unevenRow, { row: text, cells: entry.cells.length, columns: columns.length }, { place: placeOf(file, entry.span) }));
      continue;
    }
    rows.push({ head: entry.subject.address, cells: entry.cells.map((cell) => cell.figure), places: entry.cells.map((cell) => placeOf(file, cell.span)), text, file });
  }
  return { columns, rows };
}

function rowsOfFile(context: Context, from: ClauseNode, file: string, stated: readonly Column[]): { columns: readonly Column[]; rows: Row[] } | null {
  const label = labelOfClause(from);
  if (label === null) return null;
  const place = placeOf(file, label.span);
  const path = joinPath(file, label.text);
  const text = context.texts.get(path);
  if (text === undefined) { context.needs.add(path); return null; }
  const complain = (found: string, expected: string): null => {
    context.problems.push(raise(badTableFile, { file: label.text, found, expected }, { place }));
    return null;
  };
  if (text === null) {
    context.problems.push(raise(unreadableFile, { file: label.text, role: 'a printed table' }, { place }));
    return null;
  }
  const [heads, ...lines] = readCsvCells(text);
  if (heads === undefined || heads.length < 2 || lines.length === 0) return complain('there is no table', 'a line of column names and at least one row');
  const names = heads.slice(1).map((name) => name.text.trim());
  const missing = stated.find((column) => !names.includes(column.text));
  if (missing !== undefined) return complain(`there is no column "${missing.text}"${nearest(missing.text, names) === null ? '' : ` (but "${nearest(missing.text, names)!}")`}`, `the columns ${stated.map((column) => column.text).join(', ')}`);
  const columns: Column[] = [];
  for (const name of stated.length > 0 ? stated.map((column) => column.text) : names) {
    const head = parseAddress(name);
    if (head === null) return complain(`the column "${name}" is not a name`, 'names of declarations or quantities');
    columns.push(stated.find((column) => column.text === name) ?? { head, means: null, text: name });
  }
  const rows: Row[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.every((cell) => cell.text.trim() === '')) continue;
    const rowName = (line[0]?.text ?? '').trim();
    const head = parseAddress(rowName);
    if (head === null) return complain(`line ${at + 2} begins with "${rowName}"`, 'a name in the first column');
    const cells: (FigureNode | null)[] = [];
    const places: Place[] = [];
    for (const column of columns) {
      const found = line[names.indexOf(column.text) + 1];
      const cell = (found?.text ?? '').trim();
      // A cell is placed in the file that it stands in, so that what is wrong with it is shown there.
      places.push(found === undefined ? place : { file: path, span: { start: found.start, end: found.end } });
      const figure = cell === '' || cell === '.' || cell === '—' ? null : readFigure(cell);
      if (figure === undefined) return complain(`"${cell}" in line ${at + 2}, column ${column.text}`, 'a figure as printed, such as 0.282**');
      cells.push(figure);
    }
    rows.push({ head, cells, places, text: rowName, file });
  }
  return { columns, rows };
}

/** A figure out of a CSV cell: digits, an optional percent sign and stars. Undefined when it is none. */
function readFigure(cell: string): FigureNode | undefined {
  const match = /^([-−–+]?(?:\d+(?:\.\d+)?|\.\d+))\s*(%?)\s*(\*{1,3}|ns)?$/u.exec(cell.normalize('NFKC'));
  if (match === null) return undefined;
  const text = match[1]!.replace(/[−–]/u, '-');
  return { kind: 'figure', value: Number(text), text, decimals: /\.(\d+)/u.exec(text)?.[1]?.length ?? 0, percent: match[2] === '%', stars: (match[3] ?? null) as FigureNode['stars'], span: { start: 0, end: 0 } };
}

/** The template with `row` and `column` replaced by the table's own heads. */
function fill(template: AddressNode, row: AddressNode, column: AddressNode): AddressNode {
  const headOf = (text: string): AddressNode | null => (text === 'row' ? row : text === 'column' ? column : null);
  const path = template.path.flatMap((name) => headOf(name.quoted ? '' : name.text)?.path ?? [name]);
  const args = template.args?.map((argument) => argument.kind === 'number' ? argument : {
    ...argument,
    parts: argument.parts.flatMap((part) => { const head = part.path.length === 1 ? headOf(part.path[0]!.text) : null; return head === null ? [part] : [head]; }),
  }) ?? null;
  return { kind: 'address', path, args, span: row.span };
}
