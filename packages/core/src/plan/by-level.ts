// Whatever has a value a respondent, over everyone and by level of every category: scores, means of items, answers.
import { quantitiesUnder, type LevelPath } from '../methods/quantity.ts';
import { levelQuantities, type ScoreNumbers } from '../methods/score/quantities.ts';
import { summarize } from '../procedures/describe/describe.ts';
import { idOf, idsOf } from './memo.ts';
import type { GroupPlan, IndicatorPlan, NumberPlan } from './plan.ts';
import type { ScoreSummary } from './results.ts';
import { categoriesOf, inputsOf, meanOfItems, step, type State } from './state.ts';

/** `values`: null when there are none, for `reason`. */
export function scoreNumbers(state: State, values: Float64Array | null, format: 'mean' | 'score', reason: string): ScoreNumbers {
  const found = new Map<string, ReadonlyMap<string, ScoreSummary>>();
  const levels: LevelPath[] = [['all']];
  for (const category of categoriesOf(state)) {
    levels.push(...category.levels.map((level): LevelPath => [category.name, level.name]));
    if (values === null) continue;
    const codes = state.coded.categories.get(category.name)!;
    const count = category.levels.length;
    const summaries = state.memo.recall(`by level ${idsOf([values, codes])} ${count}`, () => summariesOf(values, rowsByLevel(state, codes, count)));
    found.set(category.name, new Map(category.levels.map((level, index) => [level.name, summaries[index]!])));
  }
  const whole = values === null ? undefined : state.memo.recall(`summary ${idOf(values)}`, () => summarize(values));
  return { whole, levels, format, reason, at: ([category, level]) => (level === undefined ? whole : found.get(category!)?.get(level)) };
}

/** A number or an indicator by level; scores of an index have theirs where they are made. */
export function variableByLevel(whole: State, { name }: IndicatorPlan | NumberPlan): void {
  const categories = categoriesOf(whole).map((category) => category.name);
  if (categories.length === 0) return;
  step(whole, `levels ${inputsOf(whole, [name, ...categories])}`, (state) => {
    quantitiesUnder([name], levelQuantities, scoreNumbers(state, state.coded.numbers.get(name) ?? null, 'mean', 'there are no answers'), state.quantities.set);
  });
}

/** The mean of a group's items by level. */
export function groupByLevel(whole: State, group: GroupPlan): void {
  const categories = categoriesOf(whole).map((category) => category.name);
  const items = group.members.filter((member) => whole.variables.get(member)?.kind === 'indicator');
  if (categories.length === 0 || items.length === 0) return;
  step(whole, `levels of a group ${JSON.stringify(group.name)} ${inputsOf(whole, [...items, ...categories])}`, (state) => {
    quantitiesUnder([group.name], levelQuantities, scoreNumbers(state, meanOfItems(state, { ...group, members: items }), 'mean', 'there are no answers'), state.quantities.set);
  });
}

/** Rows in order of level, each level's beginning and the end of the last. */
interface RowsByLevel { readonly rows: Uint32Array; readonly starts: Uint32Array }

function rowsByLevel(state: State, codes: Int32Array, levels: number): RowsByLevel {
  return state.memo.recall(`rows by level ${idOf(codes)} ${levels}`, () => {
    const starts = new Uint32Array(levels + 1);
    for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) starts[codes[row]! + 1]!++;
    for (let level = 0; level < levels; level++) starts[level + 1]! += starts[level]!;
    const next = starts.slice();
    const rows = new Uint32Array(starts[levels]!);
    for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) rows[next[codes[row]!]!++] = row;
    return { rows, starts };
  });
}

function summariesOf(values: Float64Array, { rows, starts }: RowsByLevel): ScoreSummary[] {
  const sorted = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) sorted[i] = values[rows[i]!]!;
  return Array.from({ length: starts.length - 1 }, (_, level) => summarize(sorted.subarray(starts[level]!, starts[level + 1]!)));
}
