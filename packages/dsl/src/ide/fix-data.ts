// Mends of what the data say: a column of another name, answers outside their scale, codes that no level lists, items that point the other
// way.
import { formatName, nearestFew, numberOf, type Code, type ColumnSchema, type Problem, type VariablePlan } from '@studyspec/core';
import type { DeclarationNode } from '../syntax/ast.ts';
import { nameText } from '../syntax/values.ts';
import { addClause, addEntry, afterLabel, editAt, insertAt, takeOut } from './edits.ts';
import { namesOfSnapshot } from './names.ts';
import { columnText } from './references.ts';
import type { Snapshot, SourceFile } from './snapshot.ts';
import { clauseNamed, declarationsAt, lineAt, nameOf, pathAt } from './tree.ts';
import type { CodeFix, Edit } from './types.ts';
import { quantityAt, textOfQuantity } from './values.ts';
import { wordsOf } from './words.ts';

const fix = (title: string, edits: readonly Edit[], problem: Problem | undefined, preferred = false): CodeFix => ({
  title,
  edits,
  preferred,
  kind: 'quickfix',
  ...(problem === undefined ? {} : { problem }),
});

export function dataFixes(s: Snapshot, problem: Problem): CodeFix[] {
  switch (problem.name) {
    case 'unknown-column':
      return columnFixes(s, problem);
    case 'out-of-range':
      return unusableFixes(s, problem, true);
    case 'unlisted-code':
      return unusableFixes(s, problem, false);
    case 'alpha-rises-without':
      return reverseFixes(s, problem);
    case 'few-in-reference':
      return referenceFixes(s, problem);
    case 'unknown-name':
      return declareFixes(s, problem);
    default:
      return [];
  }
}

function columnFixes(s: Snapshot, problem: Problem): CodeFix[] {
  const wanted = problem.data?.column;
  const { span } = problem.place!;
  if (wanted === undefined || s.schema === null) return [];
  const { mends } = wordsOf(s);
  const text = s.file.text.slice(span.start, span.end);
  const written = text === wanted || text === `"${wanted}"` || text === `\`${wanted}\``;
  const near = nearestFew(
    wanted,
    s.schema.columns.map((column) => column.name),
    3,
  );
  const node = declarationsAt(s.file.parsed.file, span.start).at(-1);
  if (node !== undefined && (node.kind === 'map' || node.kind === 'study') && !written) return mapFixes(s, problem, node, near);
  return near.flatMap((name, at) => {
    const isName = node?.names.some((one) => one.span.start === span.start) === true;
    // `income = incme / 2`, `id idd`: the word itself is wrong; a declaration without `from` is read from the column of its name.
    if (isName && node !== undefined && clauseNamed(node, 'from') === undefined && node.formula === null)
      return [fix(mends.readFrom(name), [insertAt(s.file, afterLabel(node), ` from ${columnText(name)}`)], problem, at === 0)];
    if (written && !isName) return [fix(mends.write(name), [editAt(s.file, span, columnText(name))], problem, at === 0)];
    const inside = text.indexOf(wanted);
    return isName || inside < 0
      ? []
      : [
          fix(
            mends.write(name),
            [editAt(s.file, { start: span.start + inside, end: span.start + inside + wanted.length }, columnText(name))],
            problem,
            at === 0,
          ),
        ];
  });
}

/**
 * A question of the original that this study's map does not mention: a line for it, from a column with a name like it, or that it was not
 * asked.
 */
function mapFixes(s: Snapshot, problem: Problem, node: DeclarationNode, near: readonly string[]): CodeFix[] {
  const name = problem.at?.split('/')[0];
  if (name === undefined) return [];
  const { mends } = wordsOf(s);
  const map = node.kind === 'map' ? node : null;
  const line = (text: string): Edit =>
    map === null
      ? insertAt(s.file, s.file.text.length, `${s.file.text.endsWith('\n') ? '' : '\n'}\nmap {\n  ${text}\n}\n`)
      : addEntry(s.file, map, text);
  return [
    ...near.map((column, at) =>
      fix(mends.mapFrom(name, column), [line(`${formatName(name)} from ${columnText(column)}`)], problem, at === 0),
    ),
    fix(mends.mapAbsent(name), [line(`${formatName(name)} absent`)], problem),
  ];
}

/** So many different values at most make levels, or points of a scale. */
const LEVELS = 12;

/** An unknown name that is a column of the data can be declared, before the declaration that wants it. */
function declareFixes(s: Snapshot, problem: Problem): CodeFix[] {
  const { span } = problem.place!;
  const name = nameText(s.file.text.slice(span.start, span.end));
  const column = s.schema?.columns.find((one) => one.name === name);
  const path = pathAt(s.file.parsed.file, span.start);
  const owner = path[0];
  const clause = path.findLast((entry) => entry.type === 'clause');
  if (column === undefined || owner?.type !== 'declaration' || clause === undefined || !['of', 'by', 'explain'].includes(clause.word))
    return [];
  const groups = owner.kind === 'compare' && clause.word === 'by';
  const few = !column.capped && column.distinct.size <= LEVELS;
  const kind = groups || (column.kind === 'text' && clause.word === 'by') ? 'category' : column.integers && few ? 'indicator' : 'number';
  if ((kind === 'category' && !few) || (kind !== 'category' && column.kind === 'text')) return [];
  const levels = [...column.distinct.keys()]
    .map((value) => `  ${formatName(levelName(value))} = ${column.kind === 'text' ? `"${value}"` : value}\n`)
    .join('');
  const text = kind === 'category' ? `category ${formatName(name)} {\n${levels}}\n\n` : `${kind} ${formatName(name)}\n`;
  const words = wordsOf(s);
  return [fix(words.mends.declare(words.kind(kind), name), [insertAt(s.file, lineAt(s.file.text, owner.span.start).start, text)], problem)];
}

/** At most so many values are offered one by one. */
const FEW = 4;

/** Values that no answer may have: each can be declared missing; a code can become a level; a range can be kept. */
function unusableFixes(s: Snapshot, problem: Problem, isRange: boolean): CodeFix[] {
  const node = declarationsAt(s.file.parsed.file, problem.place!.span.start).findLast((one) =>
    ['indicator', 'category', 'number'].includes(one.kind),
  );
  const variable = node === undefined ? undefined : s.study.compiled.context?.variables.get(nameOf(node));
  const column = s.schema?.columns.find((one) => one.name === (problem.data?.column ?? variable?.column));
  if (node === undefined || variable === undefined || column === undefined) return [];
  const values = unusable(s, variable, column).slice(0, FEW);
  const { mends } = wordsOf(s);
  const fixes: CodeFix[] = [];
  for (const value of values) {
    const written = column.kind === 'text' ? `"${value}"` : value;
    const missing = asMissing(s, variable.name, written);
    if (variable.kind === 'category' && column.kind === 'number' && isRange) continue;
    if (variable.kind === 'category') {
      const name = levelName(
        value,
        variable.levels.map((level) => level.name),
      );
      fixes.push(fix(mends.addLevel(written), [addEntry(s.file, node, `${formatName(name)} = ${written}`)], problem));
    }
    if (missing !== null) fixes.push(fix(mends.asMissing(written), [missing], problem, values.length === 1 && isRange));
  }
  const data = dataBlock(s);
  if (isRange && data !== null) {
    const clause = clauseNamed(data.node, 'out of range');
    if (clause === undefined) fixes.push(fix(mends.keepOutside, [addClause(data.source, data.node, 'out of range kept')], problem));
  }
  return fixes;
}

function unusable(s: Snapshot, variable: VariablePlan, column: ColumnSchema): string[] {
  const missing = variable.missing ?? s.study.compiled.plan?.data?.missing ?? [];
  const fits = (value: string): boolean => {
    if (holds(missing, value, column.kind)) return true;
    if (variable.kind === 'category') return variable.levels.some((level) => holds(level.codes, value, column.kind));
    const scale = variable.kind === 'indicator' ? (variable.askedOn ?? variable.scale) : null;
    // Words that stand where a number is expected are no values outside the scale.
    const number = numberOf(value);
    return scale === null || number === null || (number >= scale.low && number <= scale.high);
  };
  return [...column.distinct.keys()].filter((value) => !fits(value));
}

function holds(codes: readonly Code[], value: string, kind: ColumnSchema['kind']): boolean {
  const number = kind === 'number' ? Number(value) : NaN;
  return codes.some((code) => {
    if (code.kind === 'number') return number === code.value;
    if (code.kind === 'text') return code.text === value;
    if (code.kind === 'blank') return value.trim() === '';
    return (
      (code.low === null || (code.low.open ? number > code.low.value : number >= code.low.value)) &&
      (code.high === null || (code.high.open ? number < code.high.value : number <= code.high.value)) &&
      !Number.isNaN(number)
    );
  });
}

/** A name for a level that has none yet. */
function levelName(value: string, taken: readonly string[] = []): string {
  const word = value
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/gu, '');
  const name = /^[\p{L}_]/u.test(word) ? word : `code_${word}`;
  return taken.includes(name) ? `${name}_2` : name;
}

interface Block {
  readonly node: DeclarationNode;
  readonly source: SourceFile;
}

function dataBlock(s: Snapshot): Block | null {
  const merged = s.study.compiled.context?.merged.data;
  const source = merged == null ? undefined : merged.file === s.file.path ? s.file : s.sources.get(merged.file);
  const node = source?.parsed.file.declarations.find((one) => one.kind === 'data');
  return node === undefined || source === undefined ? null : { node, source };
}

/** Adds a code to the list that holds for a variable: the innermost one, which stands where the plan says. */
function asMissing(s: Snapshot, name: string, written: string): Edit | null {
  const place = s.study.compiled.origins.get(`${name}/missing`);
  const source = place === undefined ? undefined : place.file === s.file.path ? s.file : s.sources.get(place.file);
  if (place !== undefined) return source === undefined ? null : insertAt(source, place.span.end, ` | ${written}`);
  const data = dataBlock(s);
  if (data === null) return null;
  const clause = clauseNamed(data.node, 'missing');
  if (clause === undefined) return addClause(data.source, data.node, `missing ${written}`);
  return clause.shape === 'choices' && clause.choices.length > 0
    ? insertAt(data.source, clause.choices.at(-1)!.span.end, ` | ${written}`)
    : null;
}

/** Items whose answers run against the rest of their dimension or block. */
function reverseFixes(s: Snapshot, problem: Problem): CodeFix[] {
  const group = declarationsAt(s.file.parsed.file, problem.place!.span.start).at(-1);
  const members = group === undefined ? [] : (s.study.compiled.context?.groups.get(nameOf(group))?.members ?? []);
  return members.flatMap((name) => reverseFix(s, name, problem) ?? []);
}

/** Turns an item round when its item–total correlation is negative; null when there is no reason to. */
export function reverseFix(s: Snapshot, name: string, problem?: Problem): CodeFix | null {
  const quantity = s.numbers === null ? null : quantityAt(s.numbers.results.quantities, name, 'item_total');
  const site = namesOfSnapshot(s).named.get(name)?.sites.at(-1);
  const source = site === undefined ? undefined : site.file === s.file.path ? s.file : s.sources.get(site.file);
  if (quantity?.value == null || quantity.value >= 0 || site === undefined || source === undefined) return null;
  const reversed = clauseNamed(site.node, 'reversed');
  const words = wordsOf(s);
  const title = words.mends.reverse(name, reversed !== undefined, textOfQuantity(words, quantity) ?? '.');
  return fix(title, [reversed === undefined ? addWord(source, site.node) : takeOut(source, reversed.span)], problem, true);
}

function addWord(source: SourceFile, node: DeclarationNode): Edit {
  const head = node.body === null ? node.clauses.map((clause) => clause.span.end) : [];
  return insertAt(source, Math.max(afterLabel(node), ...head), ' reversed');
}

/** The largest level of each predictor whose reference is small. */
function referenceFixes(s: Snapshot, problem: Problem): CodeFix[] {
  const context = s.study.compiled.context;
  const node = declarationsAt(s.file.parsed.file, problem.place!.span.start).at(-1);
  const job = node === undefined ? undefined : context?.regressions.get(nameOf(node));
  return (job?.terms ?? []).flatMap(({ term }) => {
    const variable = term.length === 1 ? context?.variables.get(term[0]!) : undefined;
    if (variable?.kind !== 'category' || s.numbers === null) return [];
    const counts = variable.levels.map((level) => ({
      name: level.name,
      count: quantityAt(s.numbers!.results.quantities, variable.name, level.name, 'count')?.value ?? 0,
    }));
    const own = counts.find((one) => one.name === variable.reference)?.count ?? 0;
    const largest = counts.reduce((best, one) => (one.count > best.count ? one : best), { name: variable.reference, count: own });
    if (own >= 30 || largest.name === variable.reference) return [];
    const edit = referenceEdit(s, variable.name, largest.name);
    return edit === null ? [] : [fix(wordsOf(s).mends.largestLevel(variable.name, largest.name, largest.count), [edit], problem)];
  });
}

/** States or changes the reference of a category. */
export function referenceEdit(s: Snapshot, category: string, level: string): Edit | null {
  const site = namesOfSnapshot(s).named.get(category)?.sites.at(-1);
  const source = site === undefined ? undefined : site.file === s.file.path ? s.file : s.sources.get(site.file);
  if (site === undefined || source === undefined) return null;
  const clause = clauseNamed(site.node, 'reference');
  if (clause === undefined) return addClause(source, site.node, `reference ${formatName(level)}`);
  return clause.shape === 'choices' && clause.choices.length > 0
    ? editAt(source, { start: clause.choices[0]!.span.start, end: clause.choices.at(-1)!.span.end }, formatName(level))
    : null;
}
