// One category: answers become levels, by codes, texts or ranges of a column, or by binning a declared number.
import type { CodedLevel } from '../problems/data-phrases.ts';
import { columnOf, missingIn, numberAt, pointColumn, type Column } from './frame.ts';
import type { CodedVariable, CodingContext } from './coding.ts';
import { inRowOrder } from './code-indicator.ts';
import { findingOf, lossOf, severalProblems, unlistedProblems } from './coding-problems.ts';
import { likenessOf } from './keys.ts';
import { inexact } from './look-alikes.ts';
import { answersIn } from './read-answers.ts';
import { raise, type Problem } from '../problems/problem.ts';
import { allMissing } from '../problems/data/all-missing.ts';
import { levelNeverOccurs } from '../problems/data/level-never-occurs.ts';
import { binsOnText } from '../problems/replication/bins-on-text.ts';
import { overlappingLevels } from '../problems/data/overlapping-levels.ts';
import type { CategoryPlan, ValueSet } from '../contract/variables.ts';
import { coding, emptyCodes, isPoints, recodeTo, type Codes } from '../counts/points.ts';
import { RemadePoints } from '../counts/remade.ts';
import { otherCells } from './code-number.ts';
import { quantileBorders } from '../procedures/describe/quantiles.ts';
import {
  codedCells,
  levelNumbers,
  listsValues,
  numericCells,
  sameNumber,
  setMatchesNumber,
  setMatchesText,
  writeNumber,
  writeValueSet,
} from './values.ts';

const MISSING = -1;
const UNLISTED = -2;
const SEVERAL = -3;

/**
 * The level whose codes hold the answer; missing where the answer is missing; a code that no level lists is a data problem and missing
 * (also with `out of range kept`: there is no level it could be). A level that lists `blank` takes the blank cells.
 */
export function codeCategory(category: CategoryPlan, context: CodingContext): CodedVariable<Codes> {
  const { frame } = context;
  const rows = frame.rows;
  const found = sourceOf(category, context);
  const noLevels = (): Codes => (rows < coding.from ? new Int32Array(rows).fill(MISSING) : emptyCodes(rows, category.levels.length));
  const groups = found === null || category.quantiles === undefined ? null : quantileGroups(category, category.quantiles, found, context);
  const source = groups === null ? found : groups.column;
  if (source === null) return { values: noLevels(), dataProblems: [], problems: [] };
  const bins = binsOf(category, source);
  if (bins !== null)
    return {
      values: noLevels(),
      dataProblems: [],
      problems: [
        raise(
          binsOnText,
          { ...bins, category: category.name, column: source.name },
          { at: `${category.name}/from`, data: { file: frame.file, column: source.name } },
        ),
      ],
    };
  const rounded = areNames(category) ? inexact(source, frame, 'category', `${category.name}/from`) : [];
  if (rounded.length > 0) return { values: noLevels(), dataProblems: [], problems: rounded };
  const origin = category.variable ?? category.column ?? category.name;
  const missing = category.quantiles !== undefined ? [] : missingFor(category, source, context);
  const expected = category.levels.map((level) => `${level.name} = ${writeValueSet(level.codes)}`).join(', ');
  const unlisted = findingOf(context, 'unlisted-code', category.name, origin, expected);
  const several = findingOf(context, 'several-answers', category.name, origin, expected);
  const counts = category.levels.map(() => 0);
  const blankLevel = category.levels.findIndex((level) => level.codes.some((code) => code.kind === 'blank'));
  const overlaps = new Map<string, Problem>();
  let answered = 0;

  const settle = (found: readonly number[], value: string): number => {
    if (found.length === 0) return UNLISTED;
    if (found.length > 1) {
      const [first, second] = [category.levels[found[0]!]!, category.levels[found[1]!]!];
      const key = `${first.name} ${second.name}`;
      if (!overlaps.has(key))
        overlaps.set(
          key,
          raise(
            overlappingLevels,
            { category: category.name, value, first: first.name, second: second.name },
            { at: `${category.name}/level/${second.name}`, data: { file: frame.file, column: origin, value } },
          ),
        );
    }
    return found[0]!;
  };
  const levelOfNumber = (value: number): number =>
    setMatchesNumber(missing, value)
      ? MISSING
      : settle(
          matching(category, (codes) => setMatchesNumber(codes, value)),
          writeNumber(value),
        );
  const answerOf = (part: string): number | null => matching(category, (codes) => setMatchesText(codes, part))[0] ?? null;
  const levelOfText = (text: string, value: number | null): number => {
    if (setMatchesText(missing, text, value)) return MISSING;
    const level = settle(
      matching(category, (codes) => setMatchesText(codes, text, value)),
      text,
    );
    return level === UNLISTED && answersIn(text, answerOf) !== null ? SEVERAL : level;
  };

  const numbers = source.kind === 'text' ? levelNumbers(source) : [];
  const levelOfCode = source.kind === 'text' ? source.levels.map((text, code) => levelOfText(text, numbers[code]!)) : [];
  let levels: Codes | null = null;
  const take = (row: number, level: number, text: () => string): void => {
    if (level === MISSING) return;
    levels ??= noLevels();
    answered++;
    if (level === UNLISTED || level === SEVERAL) (level === SEVERAL ? several : unlisted).add(row, text());
    else {
      levels[row] = level;
      counts[level]!++;
    }
  };
  // What occurs in no row settles nothing.
  const levelOfPoint = (value: number, times: number): number =>
    Number.isNaN(value) ? blankLevel : times === 0 ? MISSING : levelOfNumber(value);
  if (source.kind === 'number' && source.points === undefined) {
    const levelOfValue = new Map<number, number>();
    for (let row = 0; row < rows; row++) {
      const value = numberAt(source, row);
      let level = Number.isNaN(value) ? blankLevel : levelOfValue.get(value);
      if (level === undefined) {
        level = levelOfNumber(value);
        levelOfValue.set(value, level);
      }
      take(row, level, () => writeNumber(value));
    }
  } else {
    const cells = codedCells(source);
    // The category may keep them, and those who count it read them together.
    const codes = source.kind === 'number' && source.points instanceof RemadePoints ? source.points.made.written() : cells.codes();
    const ofCode =
      cells.numbers === null ? levelOfCode : Array.from(cells.numbers, (value, code) => levelOfPoint(value, cells.counts[code]!));
    // Of the code that is one less.
    const table = Int32Array.of(blankLevel, ...ofCode);
    const times = (at: number): number => cells.counts[at === 0 ? ofCode.length : at - 1]!;
    if (rows >= coding.from && table.every((level, at) => level >= MISSING || times(at) === 0)) {
      // Whose answers are numbered as its levels are has the codes of its column.
      if (sameWidth(codes, category.levels.length) && table.every((level, at) => level === at - 1 || times(at) === 0)) levels = codes;
      else recodeTo((levels = noLevels()), codes, table);
      for (const [at, level] of table.entries()) {
        if (level < 0) continue;
        counts[level] = counts[level]! + times(at);
        answered += times(at);
      }
    } else for (let row = 0; row < rows; row++) take(row, table[codes[row]! + 1]!, () => cells.textOf(codes[row]!));
  }

  const silent = category.levels.filter((level, index) => counts[index] === 0 && level.codes.length > 0);
  const loss = lossOf(unlisted.count() + several.count(), answered);
  const problems: Problem[] = [
    ...overlaps.values(),
    ...severalProblems(several, category.name, 'category', loss),
    ...unlistedProblems(
      unlisted,
      category.name,
      category.levels.map(codedLevel),
      silent.map(codedLevel),
      alikeIn(category, unlisted.facts()?.values ?? []),
      loss,
    ),
  ];
  if (rows > 0 && answered === 0 && (category.variable === null || overlaps.size > 0)) {
    problems.push(
      raise(
        allMissing,
        { variable: category.name, column: origin, rows },
        { at: category.name, data: { file: frame.file, column: origin } },
      ),
    );
  } else if (answered > 0 && unlisted.count() === 0 && several.count() === 0) {
    // With unlisted codes the silent levels are told there: it is most likely one mistake, not two.
    for (const level of silent) {
      problems.push(
        raise(
          levelNeverOccurs,
          { category: category.name, level: level.name, codes: writeValueSet(level.codes), column: origin },
          { at: `${category.name}/level/${level.name}`, data: { file: frame.file, column: origin } },
        ),
      );
    }
  }
  const own = inRowOrder(unlisted.dataProblems, several.dataProblems);
  const values = levels ?? noLevels();
  if (groups === null) return { values, dataProblems: own, problems };
  return { values, dataProblems: inRowOrder(own, groups.dataProblems), problems: [...problems, ...groups.problems] };
}

const sameWidth = (codes: Codes, levels: number): boolean => codes.constructor === emptyCodes(0, levels).constructor;

/** A text that no level lists but that says which it is: a level's label or name, or its code with words behind (`1 = male`). */
function alikeIn(
  category: CategoryPlan,
  values: readonly { readonly value: string }[],
): { value: string; level: string; codes: string } | null {
  for (const { value } of values) {
    const code = /^\D?(\d{1,4})(?![\d%.,:/]).*\p{L}/u.exec(value.normalize('NFKC'))?.[1];
    const likeness = likenessOf(value);
    const level = category.levels.find(
      ({ name, label, codes }) =>
        likenessOf(name) === likeness ||
        label.some(({ text }) => likenessOf(text) === likeness) ||
        codes.some((one) => one.kind === 'text' && likenessOf(one.text) === likeness) ||
        (code !== undefined && setMatchesNumber(codes, Number(code)) && codes.every((one) => one.kind !== 'range')),
    );
    if (level !== undefined) return { value, level: level.name, codes: writeValueSet(level.codes) };
  }
  return null;
}

/** Its codes are names of something, no ranges of amounts. */
const areNames = ({ variable, levels }: CategoryPlan): boolean =>
  variable === null && levels.some(({ codes }) => codes.some(({ kind }) => kind === 'number' || kind === 'text'));

/** Levels that are all ranges of numbers, and a column without a single number: another column was meant. */
function binsOf(category: CategoryPlan, source: Column): { range: string; texts: readonly string[] } | null {
  const codes = category.levels.flatMap((level) => level.codes).filter((code) => code.kind !== 'blank');
  const range = codes.find((code) => code.kind === 'range');
  if (range === undefined || codes.some((code) => code.kind === 'text') || source.kind === 'number') return null;
  return source.levels.length === 0 || levelNumbers(source).some((value) => value !== null)
    ? null
    : { range: writeValueSet([range]), texts: [...source.levels] };
}

function matching(category: CategoryPlan, holds: (codes: CategoryPlan['levels'][number]['codes']) => boolean): number[] {
  const found: number[] = [];
  for (const [index, level] of category.levels.entries()) if (listsValues(level.codes) && holds(level.codes)) found.push(index);
  return found;
}

/** The column, or the declared number as if it were one; null when there is neither (checkColumns has said so). */
function sourceOf(category: CategoryPlan, context: CodingContext): Column | null {
  if (category.variable !== null) {
    const values = context.kept(category.variable);
    const about = { name: category.variable };
    if (values !== null) return isPoints(values) ? pointColumn(about, values) : { ...about, kind: 'number', values };
  }
  return columnOf(context.frame, category.column ?? category.variable ?? category.name) ?? null;
}

const missingFor = (category: CategoryPlan, source: Column, context: CodingContext): ValueSet =>
  category.missing ?? (category.variable === null ? missingIn(source, context.missing) : []);

/** The number of each row's group, from 1; a value on a border is in the lower group. What is no number is missing, and told. */
function quantileGroups(
  category: CategoryPlan,
  count: number,
  source: Column,
  context: CodingContext,
): Pick<CodedVariable<never>, 'dataProblems' | 'problems'> & { readonly column: Column } {
  const read = numericCells(source, missingFor(category, source, context));
  const { values } = read;
  const borders = quantileBorders(values, count);
  const groupOf = (value: number): number => {
    const at = borders.findIndex((border) => value < border || sameNumber(value, border));
    return at < 0 ? count : at + 1;
  };
  return {
    ...otherCells(category.name, source.name, source, read, context, null),
    column: { kind: 'number', name: source.name, values: values.map((value) => (Number.isNaN(value) ? NaN : groupOf(value))) },
  };
}

const codedLevel = ({ name, codes }: CategoryPlan['levels'][number]): CodedLevel => ({ name, codes: writeValueSet(codes) });
