// The codebook applied to the raw answers: missing codes, ranges, rescaling, reversal, levels, computed numbers.
// Every answer that could not be used is listed. Reading files is readers/; which rows take part is condition.ts.
import type { ReadingWay } from '../problems/data-phrases.ts';
import type { SurveyPlan } from './survey-plan.ts';
import { columnOf, filesApart, missingIn, type Column, type Frame } from './frame.ts';
import { derivation, named, plain, same, type Input } from '../memo/derivation.ts';
import type { Memo } from '../memo/memo.ts';
import type { Source } from '../rowless/source.ts';
import { tellStep } from '../contract/steps.ts';
import { hearingParts } from '../numerics/parts.ts';
import type { CategoryPlan, IndicatorPlan, NumberPlan, ValueSet, VariablePlan } from '../contract/variables.ts';
import { floatsOf, isCodes, NumberColumns, type Codes, type Values } from '../counts/points.ts';
import { letGoOfRemade } from '../counts/remade.ts';
import type { DataProblem } from './data-problem.ts';
import { raise, type Problem } from '../problems/problem.ts';
import { readAs } from '../problems/data/read-as.ts';
import { severalAnswers } from '../problems/data/several-answers.ts';
import { codeCategory } from './code-category.ts';
import { codeIndicator } from './code-indicator.ts';
import { codeNumber } from './code-number.ts';
import { duplicates } from './duplicates.ts';
import { droppedCodes } from './dropped-codes.ts';
import { unfolded } from './formula.ts';
import { columnsBetween } from './column-runs.ts';
import { meanOfColumns } from './row-means.ts';
import { withLikelyMissing } from './likely-missing.ts';
import { oddSubmissionsIn } from './odd-submissions.ts';
import { inexact, lookAlikes } from './look-alikes.ts';
import { describeStyle } from './readers/number-style.ts';
import { RowTexts, type Texts } from './texts.ts';
import { isComputed, usedNames } from './uses.ts';
import { cellText, numericCells, type NumericCells } from './values.ts';

export interface CodedStudy {
  readonly rows: number;
  /** Indicators and numbers, on the indicator's own scale; NaN is missing. Every declared one has an entry. */
  readonly numbers: ReadonlyMap<string, Float64Array>;
  /** Index of the level in the category's `levels`; -1 is missing. Every declared category has an entry. */
  readonly categories: ReadonlyMap<string, Codes>;
  /** Names of each category's levels, in order: what `categories` counts. */
  readonly levelNames: ReadonlyMap<string, readonly string[]>;
  /** The data block's missing codes: they hold for columns that a condition names without declaring them. */
  readonly missing: ValueSet;
  /** The `id` column as written, '' where blank; null when the data block names none (or the file lacks it). */
  readonly ids: Texts | null;
  /** In order of variable, then row; at most 20,000 a variable (the problem about it counts all). */
  readonly dataProblems: readonly DataProblem[];
  /** About columns, levels and the data problems in summary, each with its plan path in `at`. Includes `checkColumns`'. */
  readonly problems: readonly Problem[];
  /** Where the rows are elsewhere, and `numbers` and `categories` stand for counts of them (rowless/). */
  readonly rowless?: Rowless;
}

export interface Rowless {
  readonly source: Source;
  /** Declared variables that were not counted, and why. */
  readonly lacking: ReadonlyMap<string, string>;
  /** Answers that could not be used, and those that were kept all the same. */
  readonly unusable: number;
  readonly kept: number;
}

/** What coding one variable yields; `values` are numbers or level indices. */
export interface CodedVariable<V> {
  readonly values: V;
  readonly dataProblems: readonly DataProblem[];
  readonly problems: readonly Problem[];
}

/** A category: the level of each row, -1 where missing, and the names of the levels. */
export interface CodedLevels {
  readonly values: Codes;
  readonly levels: readonly string[];
}

/** What the coding of every variable needs to know. */
export interface CodingContext {
  readonly frame: Frame;
  readonly missing: ValueSet;
  readonly outOfRange: 'dropped' | 'kept';
  readonly ids: Texts | null;
  /** A declared number or indicator, coded; null when none has that name (or it is defined by itself). */
  readonly numbers: (name: string) => Float64Array | null;
  /** The same in the form in which it is kept. */
  readonly kept: (name: string) => Values | null;
  /** A declared category, coded; null when none has that name. */
  readonly categories: (name: string) => CodedLevels | null;
  /** A column read as numbers; null when the file has none of that name. */
  readonly columnCells: (name: string) => { readonly column: Column; readonly cells: NumericCells } | null;
}

/**
 * Codes every declared variable of a plan. A variable whose column is not in the file is missing throughout (its problem is among
 * `problems`). Never throws. One value a row of the frame; the order of rows and of columns changes nothing else.
 * With a `memo`, a variable whose plan, data block and operands are those of an earlier call on the same frame (the same object) is not
 * coded again.
 */
export function codeColumns(plan: SurveyPlan, frame: Frame, memo: Memo, told: readonly Problem[]): CodedStudy {
  const problems: Problem[] = [...told];
  const dataProblems: DataProblem[] = [];
  const numbers = new Map<string, Values>();
  const categories = new Map<string, Codes>();
  const coder = coderOf(plan, frame, memo);
  const { ids, missing } = coder;
  // Rows are looked through for those that stand twice after that, which takes longer.
  const of = plan.variables.length * 10;
  const tell = (done: number): void => {
    tellStep({ is: 'coding', done, of });
  };
  const coded = new Map(
    plan.variables.map((variable, done) => {
      tell(done);
      return [variable, coder.code(variable)];
    }),
  );
  for (const [variable, { values, ...outcome }] of coded) {
    if (isCodes(values)) categories.set(variable.name, values);
    else numbers.set(variable.name, values);
    for (const problem of outcome.dataProblems) dataProblems.push(problem);
    problems.push(...outcome.problems);
  }
  const { id, cluster, design } = plan.data ?? {};
  const rounded = new Set<string>();
  const alike: Problem[] = [];
  for (const [key, as, at] of [
    [id, 'id', 'data/id'],
    [cluster, 'cluster', 'data/cluster'],
    [design?.stratum, 'stratum', 'data/stratum'],
  ] as const) {
    const column = key === undefined || categories.has(key) ? undefined : columnOf(frame, key);
    if (column === undefined) continue;
    const lost = inexactOnce(memo, { column, frame, as, at });
    if (lost.length > 0) rounded.add(as);
    alike.push(...(lost.length > 0 ? lost : lookAlikesOnce(memo, { column, frame, at })));
  }
  const seen = (share: number): void => {
    tell(plan.variables.length * (1 + 9 * share));
  };
  const twice = rounded.has('id') ? [] : hearingParts(seen, () => duplicatesOnce(memo, { frame, id }));
  problems.push(...twice, ...writtenOtherwise(plan, frame, problems), ...alike);
  const levelNames = new Map(
    plan.variables.filter((v): v is CategoryPlan => v.kind === 'category').map((v) => [v.name, v.levels.map((level) => level.name)]),
  );
  const listed = [...withLikelyMissing(plan, frame, problems, memo), ...oddOnce(memo, { frame })];
  return { rows: frame.rows, numbers: new NumberColumns(numbers), categories, levelNames, missing, ids, dataProblems, problems: listed };
}

/** Scores of indices and components, as far as they are known. */
export type Scores = ReadonlyMap<string, Values>;

export interface Coder {
  readonly ids: Texts | null;
  readonly missing: ValueSet;
  /** A variable that needs scores which are not known is missing throughout, and nothing is said of it. */
  code(variable: VariablePlan): CodedVariable<Values | Codes>;
}

/** Codes the variables of a plan one by one: each with whatever it is computed from. */
export function coderOf(plan: SurveyPlan, frame: Frame, memo: Memo, scores: Scores = new Map()): Coder {
  const ids = respondents(memo, { frame, id: plan.data?.id });
  const missing = plan.data?.missing ?? [];
  const outOfRange = plan.data?.outOfRange ?? 'dropped';
  const numeric = new Map(plan.variables.filter((v): v is IndicatorPlan | NumberPlan => v.kind !== 'category').map((v) => [v.name, v]));
  const dimensions = new Map(plan.groups.filter((group) => group.kind === 'dimension').map((group) => [group.name, group]));
  const waiting = waitingFor(plan, scores);
  const categories = new Map(plan.variables.filter((v): v is CategoryPlan => v.kind === 'category').map((v) => [v.name, v]));
  const inProgress = new Set<string>();
  const done = new Map<string, CodedVariable<Values>>();
  const levelsDone = new Map<string, CodedVariable<Codes>>();

  // Numbers may be computed from numbers declared anywhere, so each is coded when first asked for.
  const numberOf = (variable: IndicatorPlan | NumberPlan): CodedVariable<Values> => {
    const { name } = variable;
    const known = done.get(name);
    if (known !== undefined) return known;
    inProgress.add(name);
    const own =
      variable.kind === 'number' && variable.formula !== null
        ? { ...variable, formula: unfolded(variable.formula, (first, last) => columnsBetween(plan, frame.columns, first, last)) }
        : variable;
    const coded = waiting.has(name)
      ? { values: new Float64Array(frame.rows).fill(NaN), ...NOTHING }
      : withDropped(variable, codedNumbers(memo, { variable: own, ...around(usedNames(own)) }));
    letGoOfRemade();
    inProgress.delete(name);
    done.set(name, coded);
    return coded;
  };
  const categoryOf = (variable: CategoryPlan): CodedVariable<Codes> => {
    const { name } = variable;
    const known = levelsDone.get(name);
    if (known !== undefined) return known;
    inProgress.add(name);
    const coded = waiting.has(name)
      ? { values: new Int32Array(frame.rows).fill(-1), ...NOTHING }
      : withDropped(variable, codedLevels(memo, { variable, ...around(usedNames(variable)) }));
    inProgress.delete(name);
    levelsDone.set(name, coded);
    return coded;
  };
  const numbersOf = (name: string): Values | null => {
    const variable = numeric.get(name);
    if (variable !== undefined) return inProgress.has(name) ? null : numberOf(variable).values;
    const dimension = dimensions.get(name);
    if (dimension === undefined) return scores.get(name) ?? null;
    const items = dimension.members.map(numbersOf).filter((values): values is Values => values !== null);
    return items.length === 0 || items.length < dimension.members.length ? null : meanOfColumns(memo, { columns: items });
  };
  const around = (operands: readonly string[]): Around => ({
    frame,
    missing,
    outOfRange,
    ids,
    operands: new Map(
      operands.flatMap((name): [string, Values][] => {
        const values = categories.has(name) ? null : numbersOf(name);
        return values === null ? [] : [[name, values]];
      }),
    ),
    levels: new Map(
      operands.flatMap((name): [string, Codes][] => {
        const category = inProgress.has(name) ? undefined : categories.get(name);
        return category === undefined ? [] : [[name, categoryOf(category).values]];
      }),
    ),
    levelNames: operands.flatMap((name) => {
      const category = categories.get(name);
      return category === undefined ? [] : [{ name, levels: category.levels.map((level) => level.name) }];
    }),
  });
  const withDropped = <V extends Values | Codes>(variable: VariablePlan, coded: CodedVariable<V>): CodedVariable<V> => {
    if (variable.dropped === undefined) return coded;
    const values = isCodes(coded.values) ? coded.values : floatsOf(coded.values);
    const told = droppedOnce(memo, { variable, values, frame });
    return { ...coded, problems: [...coded.problems, ...told] };
  };
  return {
    ids,
    missing,
    code(variable) {
      return variable.kind === 'category' ? categoryOf(variable) : numberOf(variable);
    },
  };
}

const NOTHING = { dataProblems: [], problems: [] } as const;

/** Variables that are computed, directly or through others, from scores that are not known. */
export function waitingFor(plan: SurveyPlan, scores: Scores): ReadonlySet<string> {
  const lacking = new Set(
    plan.jobs
      .flatMap((job) =>
        job.kind === 'index' || job.kind === 'composite' ? [job.name, ...(job.components ?? []).map((component) => component.name)] : [],
      )
      .filter((name) => !scores.has(name)),
  );
  const waiting = new Set<string>();
  if (lacking.size === 0) return waiting;
  for (let before = -1; before !== waiting.size; ) {
    before = waiting.size;
    for (const variable of plan.variables) {
      if (usedNames(variable).some((name) => name !== variable.name && (lacking.has(name) || waiting.has(name))))
        waiting.add(variable.name);
    }
  }
  return waiting;
}

/** What the coding of a variable reads besides its declaration. */
interface Around {
  readonly frame: Frame;
  readonly missing: ValueSet;
  readonly outOfRange: CodingContext['outOfRange'];
  readonly ids: CodingContext['ids'] /** Coded numbers that it is computed from, or whose values it bins. */;
  readonly operands: ReadonlyMap<string, Values>;
  /** Coded categories that its condition tests, or within whose levels it takes means; and the names of their levels. */
  readonly levels: ReadonlyMap<string, Codes>;
  readonly levelNames: readonly { readonly name: string; readonly levels: readonly string[] }[];
}
const aroundInputs = {
  frame: same<Frame>(),
  missing: plain<ValueSet>(),
  outOfRange: plain<CodingContext['outOfRange']>(),
  ids: same<CodingContext['ids']>(),
  operands: named<Values>(),
  levels: named<Codes>(),
  levelNames: plain<Around['levelNames']>(),
};

/** Its own label says nothing of an answer; those of its points and levels may be what stands in the file. */
function declaredAs<V extends VariablePlan>(): Input<V> {
  const narrow = (variable: V): V => ({ ...variable, label: [] });
  return { key: (variable) => JSON.stringify(narrow(variable)), narrow };
}

const codedNumbers = derivation(
  'code',
  { variable: declaredAs<IndicatorPlan | NumberPlan>(), ...aroundInputs },
  ({ variable, ...around }) =>
    variable.kind === 'indicator' ? codeIndicator(variable, contextOf(around)) : codeNumber(variable, contextOf(around)),
);
const codedLevels = derivation('code', { variable: declaredAs<CategoryPlan>(), ...aroundInputs }, ({ variable, ...around }) =>
  codeCategory(variable, contextOf(around)),
);
// One respondent may be in several files: a wave each.
const duplicatesOnce = derivation('duplicates', { frame: same<Frame>(), id: plain<string | undefined>() }, ({ frame, id }) =>
  filesApart(frame).flatMap((file) => duplicates(file, id)),
);
const lookAlikesOnce = derivation(
  'look-alikes',
  { column: same<Column>(), frame: same<Frame>(), at: plain<string>() },
  ({ column, frame, at }) => lookAlikes(column, frame, at),
);
const oddOnce = derivation('odd submissions', { frame: same<Frame>() }, ({ frame }) => filesApart(frame).flatMap(oddSubmissionsIn));
const inexactOnce = derivation(
  'inexact',
  { column: same<Column>(), frame: same<Frame>(), as: plain<'id' | 'cluster' | 'stratum'>(), at: plain<string>() },
  ({ column, frame, as, at }) => inexact(column, frame, as, at),
);
const droppedOnce = derivation(
  'dropped',
  { variable: declaredAs<VariablePlan>(), values: same<Float64Array | Codes>(), frame: same<Frame>() },
  ({ variable, values, frame }) => droppedCodes(variable, values, frame),
);

const respondents = derivation('respondents', { frame: same<Frame>(), id: plain<string | undefined>() }, ({ frame, id }): Texts | null => {
  const column = id === undefined ? undefined : columnOf(frame, id);
  if (column === undefined) return null;
  // Where every row has an id of its own, in the order of the rows, the column has the list.
  if (column.kind === 'text' && column.levels.length === frame.rows && column.codes.every((code: number, row: number) => code === row))
    return column.levels;
  return new RowTexts(frame.rows, (row) => cellText(column, row) ?? '');
});

function contextOf({ operands, levels, levelNames, ...around }: Around): CodingContext {
  const { frame, missing } = around;
  return {
    ...around,
    numbers: (name) => {
      const values = operands.get(name);
      return values === undefined ? null : floatsOf(values);
    },
    kept: (name) => operands.get(name) ?? null,
    categories: (name) => {
      const values = levels.get(name);
      return values === undefined ? null : { values, levels: levelNames.find((one) => one.name === name)?.levels ?? [] };
    },
    columnCells: (name) => {
      const column = columnOf(frame, name);
      return column === undefined ? null : { column, cells: numericCells(column, missingIn(column, missing)) };
    },
  };
}

/** How the numbers of the columns that the study reads are written, where that is not plainly: said once. */
function writtenOtherwise(plan: SurveyPlan, frame: Frame, told: readonly Problem[]): Problem[] {
  // A comma that parts answers is no decimal one.
  const several = new Set(told.flatMap((problem) => (problem.code === severalAnswers.code ? (problem.data?.column ?? []) : [])));
  const names = new Set(
    plan.variables.flatMap((variable) => (isComputed(variable) ? usedNames(variable) : [variable.column ?? variable.name])),
  );
  const ways = new Map<string, { readonly way: ReadingWay; readonly columns: string[] }>();
  for (const column of frame.columns) {
    if (column.kind !== 'text' || column.style === undefined || !names.has(column.name) || several.has(column.name)) continue;
    for (const way of describeStyle(column)) {
      const key = JSON.stringify(way);
      if (!ways.has(key)) ways.set(key, { way, columns: [] });
      ways.get(key)!.columns.push(column.name);
    }
  }
  return ways.size === 0 ? [] : [raise(readAs, { ways: [...ways.values()] }, { at: 'data', data: { file: frame.file } })];
}
