// Whatever has a value a respondent, over everyone and by level of every category: scores, means of items, answers.
import type { Hides, Hiding, LevelPath } from '../../contract/declared-quantity.ts';
import { anyHides, byLevels, countsOfTwo, hiddenLevels, hiddenShares, hidesAll, hidesShares, NONE, withheldLevels } from '../cells.ts';
import { drawnByLevel } from '../design/quantities.ts';
import { levelQuantities, type ScoreNumbers } from './quantities.ts';
import { summarize } from '../../procedures/describe/describe.ts';
import { derivation, plain, same } from '../../memo/derivation.ts';
import { once } from '../../numerics/once.ts';
import type { GroupPlan, IndicatorPlan, NumberPlan } from '../../contract/variables.ts';
import type { ScoreSummary } from '../results.ts';
import { weightedByLevel, weightedSummary } from '../design/weighted.ts';
import { categoriesOf, isFew, meanOfItems, type Limited, type State } from '../state.ts';

/** `values`: null when there are none, for `reason`. */
export function scoreNumbers(state: Limited, values: Float64Array | null, format: 'mean' | 'score', reason: string): ScoreNumbers & Hiding {
  const levels: LevelPath[] = [['all']];
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
            ? summariesByLevel(memo, { values, codes, levels: category.levels.length })
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
  const few = whole !== undefined && isFew(state, whole.n);
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
  if (categoriesOf(state).length > 0) later(state, name, () => state.coded.numbers.get(name) ?? null);
}

/** The mean of a group's items by level. */
export function groupByLevel(state: State, group: GroupPlan): void {
  const items = group.members.filter((member) => state.variables.get(member)?.kind === 'indicator');
  if (categoriesOf(state).length > 0 && items.length > 0) later(state, group.name, () => meanOfItems(state, { members: items }));
}

function later(state: State, name: string, values: () => Float64Array | null): void {
  state.quantities.later(
    [name],
    state.design === null ? levelQuantities : { ...levelQuantities, ...drawnByLevel },
    once(() => scoreNumbers(state, values(), 'mean', 'there are no answers')),
  );
}

/** Rows in order of level, each level's beginning and the end of the last. */
interface RowsByLevel {
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
}

const rowsByLevel = derivation(
  'rows by level',
  { codes: same<Int32Array>(), levels: plain<number>() },
  ({ codes, levels }): RowsByLevel => {
    const starts = new Uint32Array(levels + 1);
    for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) starts[codes[row]! + 1]!++;
    for (let level = 0; level < levels; level++) starts[level + 1]! += starts[level]!;
    const next = starts.slice();
    const rows = new Uint32Array(starts[levels]!);
    for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) rows[next[codes[row]!]!++] = row;
    return { rows, starts };
  },
);

const summariesByLevel = derivation(
  'by level',
  { values: same<Float64Array>(), codes: same<Int32Array>(), levels: plain<number>() },
  ({ values, codes, levels }, memo) => summariesOf(values, rowsByLevel(memo, { codes, levels })),
);

const summary = derivation('summary', { values: same<Float64Array>() }, ({ values }) => summarize(values));

/** Of everybody who has a value. */
export const summaryOnce = (state: Limited, values: Float64Array): ScoreSummary =>
  state.design === null ? summary(state.memo, { values }) : weightedSummary(state.memo, { values, design: state.design });

function summariesOf(values: Float64Array, { rows, starts }: RowsByLevel): ScoreSummary[] {
  const sorted = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) sorted[i] = values[rows[i]!]!;
  return Array.from({ length: starts.length - 1 }, (_, level) => summarize(sorted.subarray(starts[level]!, starts[level + 1]!)));
}
