// Whatever has a value a respondent, over everyone and by level of every category: scores, means of items, answers.
import { anyHides, byLevels, countsOfTwo, hiddenLevels, hiddenShares, hidesAll, hidesShares, NONE, withheldLevels } from '../cells.ts';
import { jointCounts, type Joint } from '../../counts/joint.ts';
import { coding, columnAt, columnsIn, isPoints, pairTable, tallyIn, type Codes, type Points, type Values } from '../../counts/points.ts';
import { codedOf } from '../../counts/pairs.ts';
import { MadeCodes, pairsWith, RemadePoints } from '../../counts/remade.ts';
import type { Hides, Hiding, LevelPath } from '../../contract/declared-quantity.ts';
import { drawnByLevel } from '../design/quantities.ts';
import { levelQuantities, type ScoreNumbers } from './quantities.ts';
import { summariesByLevel, summaryOfCounts } from '../../procedures/describe/by-level.ts';
import { summarize } from '../../procedures/describe/describe.ts';
import { derivation, each, plain, same, type Input } from '../../memo/derivation.ts';
import { idOf } from '../../memo/memo.ts';
import { once } from '../../numerics/once.ts';
import { columnIn, levelsOf, linearOf } from '../../rowless/columns.ts';
import { lackingFields, orReason } from '../../rowless/needs-rows.ts';
import type { GroupPlan, IndicatorPlan, NumberPlan } from '../../contract/variables.ts';
import type { ScoreSummary } from '../results.ts';
import { weightedByLevel, weightedSummary } from '../design/weighted.ts';
import { categoriesOf, isFew, meanOfItems, type Limited, type State } from '../state.ts';

/** Where counts do not tell how many there are, nobody is told more. */
function fewIn(state: Limited, whole: ScoreSummary): boolean {
  const tried = orReason(() => isFew(state, whole.n));
  return 'reason' in tried || tried.value;
}

/** `values`: null when there are none, for `reason`. `together`: what was counted with all others. */
export function scoreNumbers(
  state: Limited,
  values: Values | null,
  format: 'mean' | 'score',
  reason: string,
  together: () => Together | null = () => null,
): ScoreNumbers & Hiding {
  const levels: LevelPath[] = [['all']];
  const categories = categoriesOf(state).map(({ name, levels: own }) => ({ codes: state.coded.categories.get(name)!, levels: own.length }));
  /** Of each category, when one of its levels is asked for. */
  const found = new Map<string, () => ReadonlyMap<string, ScoreSummary>>();
  for (const category of categoriesOf(state)) {
    levels.push(...category.levels.map((level): LevelPath => [category.name, level.name]));
    if (values === null) continue;
    const codes = state.coded.categories.get(category.name)!;
    const { memo } = state;
    found.set(
      category.name,
      once(() => {
        const { design } = state;
        const summaries =
          design === null
            ? summariesIn(memo, {
                values,
                codes,
                levels: category.levels.length,
                together: isPoints(values) ? together() : null,
                by: values instanceof RemadePoints && !values.made.isPacked ? byAll(memo, { values, categories }) : null,
              })
            : weightedByLevel(memo, { values, codes, levels: category.levels.length, design });
        return new Map(category.levels.map((level, index) => [level.name, summaries[index]!]));
      }),
    );
  }
  const whole = values === null ? undefined : summaryOnce(state, values);
  const hidden = new Map(
    categoriesOf(state).map((category) => [
      category.name,
      once(() => {
        const summaries = found.get(category.name)?.();
        const names = category.levels.map(({ name }) => name);
        return withheldLevels(
          state,
          names,
          names.map((name) => summaries?.get(name)?.n ?? 0),
          hiddenLevels(state, category),
        );
      }),
    ]),
  );
  const few = state.least !== 0 && whole !== undefined && fewIn(state, whole);
  const shares = new Map(
    categoriesOf(state).map((category) => [
      category.name,
      once(() =>
        hiddenShares(
          state,
          values ?? new Float64Array(0),
          state.coded.categories.get(category.name)!,
          category.levels.map(({ name }) => name),
          hiddenLevels(state, category),
        ),
      ),
    ]),
  );
  const two = state.least === 0 || values === null ? null : countsOfTwo(values);
  const hidesAlone: Hides = (key, given) =>
    two !== null && two.some((count) => isFew(state, count)) && key !== 'n(level)' && (given[0] as LevelPath).length === 1
      ? { below: null }
      : null;
  return {
    whole,
    levels,
    format,
    reason,
    at: ([category, level]) => (level === undefined ? whole : found.get(category!)?.().get(level)),
    ...(state.least === 0
      ? {}
      : {
          hides: few
            ? hidesAll(state, 'few')
            : anyHides(
                byLevels(state, (category) => hidden.get(category)?.() ?? NONE),
                hidesShares((category) => shares.get(category)?.() ?? { levels: NONE, all: false }),
                (key, given) => (given.length === 1 ? hidesAlone(key, given) : null),
              ),
        }),
  };
}

/** A number or an indicator by level, when it is asked for; scores of an index have theirs where they are made. */
export function variableByLevel(state: State, { name }: IndicatorPlan | NumberPlan): void {
  if (categoriesOf(state).length > 0) later(state, name, () => columnAt(state.coded.numbers, name) ?? null);
}

/** The mean of a group's items by level. */
export function groupByLevel(state: State, group: GroupPlan): void {
  const items = group.members.filter((member) => state.variables.get(member)?.kind === 'indicator');
  if (categoriesOf(state).length > 0 && items.length > 0) later(state, group.name, () => meanOfItems(state, { members: items }));
}

function later(state: State, name: string, values: () => Values | null): void {
  state.quantities.later(
    [name],
    state.design === null ? levelQuantities : { ...levelQuantities, ...drawnByLevel },
    once(() => scoreNumbers(state, values(), 'mean', 'there are no answers', () => allTogether(state))),
  );
}

/** Rows in order of level, each level's beginning and the end of the last. */
interface RowsByLevel {
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
}

const rowsByLevel = derivation('rows by level', { codes: same<Codes>(), levels: plain<number>() }, ({ codes, levels }): RowsByLevel => {
  const starts = new Uint32Array(levels + 1);
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) starts[codes[row]! + 1]!++;
  for (let level = 0; level < levels; level++) starts[level + 1]! += starts[level]!;
  const next = starts.slice();
  const rows = new Uint32Array(starts[levels]!);
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) rows[next[codes[row]!]!++] = row;
  return { rows, starts };
});

const summariesIn = derivation(
  'by level',
  { values: same<Values>(), codes: same<Codes>(), levels: plain<number>(), together: same<Together | null>(), by: same<Tables | null>() },
  ({ values, codes, levels, together, by }, memo) => {
    if (isPoints(values)) return summariesOfPoints(values, codes, levels, together, by);
    const counted = linearOf(values);
    if (counted !== null) {
      const { category } = levelsOf(codes)!;
      return Array.from({ length: levels }, (_, level) =>
        summarized(columnIn(counted, { where: [], complete: [], level: { category, level } })),
      );
    }
    return codes.length < coding.from ? summariesOf(values, rowsByLevel(memo, { codes, levels })) : summariesByLevel(values, codes, levels);
  },
);

/** Whose codes are counted. */
type Counted = Codes | MadeCodes;
const countedIn = (points: Points): Counted => (points instanceof RemadePoints ? points.made : points.codes);

/** Columns of codes that were counted in one look at the rows. */
interface Together {
  readonly columns: readonly Counted[];
  readonly joint: Joint;
}

/** Columns with more levels are counted by themselves, when they are asked for. */
const FEW_LEVELS = 32;

const countedTogether = derivation(
  'counted together',
  { columns: each<Counted>(), levels: plain<readonly number[]>() },
  ({ columns, levels }): Together => ({
    columns,
    joint: jointCounts(
      columns.map((own, at) => (own instanceof MadeCodes ? codedOf(own, levels[at]!) : { codes: own, levels: levels[at]! })),
    ),
  }),
);

/** All variables with each other: whoever asks for one by level asks for the others next. Null in a study that is not coded. */
function allTogether({ coded, memo, variables }: State): Together | null {
  if (coded.rows < coding.from) return null;
  const levels = new Map<Counted, number>();
  for (const [, values] of columnsIn(coded.numbers))
    if (isPoints(values)) {
      const own = countedIn(values);
      levels.set(own, Math.max(values.values.length, levels.get(own) ?? 0));
    }
  for (const [name, codes] of coded.categories) {
    const category = variables.get(name);
    if (category?.kind === 'category') levels.set(codes, Math.max(category.levels.length, levels.get(codes) ?? 0));
  }
  const few = [...levels].filter(([, count]) => count <= FEW_LEVELS);
  return countedTogether(memo, { columns: few.map(([codes]) => codes), levels: few.map(([, count]) => count) });
}

/** How many rows have each level of a category and each code of some points. */
type Tables = ReadonlyMap<Codes, Float64Array>;

/** A look at the rows for all categories together: who asks for one asks for the others next. */
const byAll = derivation(
  'by all categories',
  {
    values: same<RemadePoints>(),
    categories: { key: (all) => JSON.stringify(all.map(({ codes, levels }) => [idOf(codes), levels])), narrow: (all) => all } as Input<
      readonly { readonly codes: Codes; readonly levels: number }[]
    >,
  },
  ({ values, categories }): Tables => {
    // Categories of one column may have its codes both.
    const most = new Map<Codes, number>();
    for (const { codes, levels } of categories) most.set(codes, Math.max(levels, most.get(codes) ?? 0));
    return pairsWith(
      values,
      [...most].map(([codes, levels]) => ({ codes, levels })),
    );
  },
);

function summariesOfPoints(points: Points, codes: Codes, levels: number, together: Together | null, by: Tables | null): ScoreSummary[] {
  const { values } = points;
  const known = by?.get(codes);
  if (known === undefined && together !== null) {
    const [column, category] = [countedIn(points), codes].map((one) => together.columns.indexOf(one)) as [number, number];
    if (column >= 0 && category >= 0) {
      const { counts, size, starts } = together.joint;
      return Array.from({ length: levels }, (_, level) =>
        summaryOfCounts(values, (code) => counts[(starts[category]! + level) * size + starts[column]! + code]!),
      );
    }
  }
  const table = known ?? pairTable(codes, levels, points.codes, values.length);
  return Array.from({ length: levels }, (_, level) => summaryOfCounts(values, (code) => table[level * values.length + code]!));
}

const summary = derivation('summary', { values: same<Values>() }, ({ values }) => {
  if (!isPoints(values)) return summarized(values);
  const tally = tallyIn(values);
  return summaryOfCounts(values.values, (code) => tally[code]!);
});

/** Where counts do not tell it, whoever reads one of its numbers is told why. */
function summarized(values: Float64Array): ScoreSummary {
  const found = orReason(() => summarize(values));
  if ('value' in found) return found.value;
  return lackingFields({} as ScoreSummary, ['n', 'mean', 'sd', 'min', 'max', 'se', 'low', 'high'], found.reason);
}

/** Of everybody who has a value. */
export const summaryOnce = (state: Limited, values: Values): ScoreSummary =>
  state.design === null ? summary(state.memo, { values }) : weightedSummary(state.memo, { values, design: state.design });

function summariesOf(values: Float64Array, { rows, starts }: RowsByLevel): ScoreSummary[] {
  const sorted = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) sorted[i] = values[rows[i]!]!;
  return Array.from({ length: starts.length - 1 }, (_, level) => summarize(sorted.subarray(starts[level]!, starts[level + 1]!)));
}
