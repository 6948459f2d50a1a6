// Whatever has a value a respondent, over everyone and by level of every category: scores, means of items, answers.
import { quantitiesUnder, type LevelPath } from '../../contract/declared-quantity.ts';
import { levelQuantities, type ScoreNumbers } from './quantities.ts';
import { summarize } from '../../procedures/describe/describe.ts';
import { derivation, plain, same } from '../../memo/derivation.ts';
import type { GroupPlan, IndicatorPlan, NumberPlan } from '../../contract/variables.ts';
import type { ScoreSummary } from '../results.ts';
import { categoriesOf, limitedStep, meanOfItems, type Limited, type State } from '../state.ts';

/** `values`: null when there are none, for `reason`. */
export function scoreNumbers(state: Limited, values: Float64Array | null, format: 'mean' | 'score', reason: string): ScoreNumbers {
  const found = new Map<string, ReadonlyMap<string, ScoreSummary>>();
  const levels: LevelPath[] = [['all']];
  for (const category of categoriesOf(state)) {
    levels.push(...category.levels.map((level): LevelPath => [category.name, level.name]));
    if (values === null) continue;
    const codes = state.coded.categories.get(category.name)!;
    const count = category.levels.length;
    const summaries = summariesByLevel(state.memo, { values, codes, levels: count });
    found.set(category.name, new Map(category.levels.map((level, index) => [level.name, summaries[index]!])));
  }
  const whole = values === null ? undefined : summaryOnce(state, values);
  return { whole, levels, format, reason, at: ([category, level]) => (level === undefined ? whole : found.get(category!)?.get(level)) };
}

/** A number or an indicator by level; scores of an index have theirs where they are made. */
export function variableByLevel(whole: State, { name }: IndicatorPlan | NumberPlan): void {
  const categories = categoriesOf(whole).map((category) => category.name);
  if (categories.length > 0) levelsOfVariable(whole, [name, ...categories], { name });
}

const levelsOfVariable = limitedStep('levels', { name: plain<string>() }, (state, { name }) => {
  quantitiesUnder(
    [name],
    levelQuantities,
    scoreNumbers(state, state.coded.numbers.get(name) ?? null, 'mean', 'there are no answers'),
    state.quantities.set,
  );
});

/** The mean of a group's items by level. */
export function groupByLevel(whole: State, group: GroupPlan): void {
  const categories = categoriesOf(whole).map((category) => category.name);
  const items = group.members.filter((member) => whole.variables.get(member)?.kind === 'indicator');
  if (categories.length > 0 && items.length > 0) levelsOfGroup(whole, [...items, ...categories], { name: group.name, items });
}

const levelsOfGroup = limitedStep(
  'levels of a group',
  { name: plain<string>(), items: plain<readonly string[]>() },
  (state, { name, items }) => {
    quantitiesUnder(
      [name],
      levelQuantities,
      scoreNumbers(state, meanOfItems(state, { members: items }), 'mean', 'there are no answers'),
      state.quantities.set,
    );
  },
);

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
export const summaryOnce = (state: Limited, values: Float64Array): ScoreSummary => summary(state.memo, { values });

function summariesOf(values: Float64Array, { rows, starts }: RowsByLevel): ScoreSummary[] {
  const sorted = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) sorted[i] = values[rows[i]!]!;
  return Array.from({ length: starts.length - 1 }, (_, level) => summarize(sorted.subarray(starts[level]!, starts[level + 1]!)));
}
