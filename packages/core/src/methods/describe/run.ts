// Item statistics, frequencies and reliability of everything that is declared.
import {
  columnAt,
  emptyCodes,
  floatsOf,
  isPoints,
  lengthOf,
  recodeTo,
  tallyIn,
  type Codes,
  type Points,
  type Values,
} from '../../counts/points.ts';
import {
  categoryQuantities,
  classQuantities,
  conditionQuantities,
  levelOfCategory,
  pointQuantities,
  variableQuantities,
} from './quantities.ts';
import { quantitiesUnder, type Hides } from '../../contract/declared-quantity.ts';
import { hiddenLevels, hidesAll } from '../cells.ts';
import { keptOf, shownFrequencies } from './hidden.ts';
import { groupQuantities, groupReliability, itemQuantities } from '../reliability/quantities.ts';
import { frequencies, frequencyTable, type FrequencyTable } from '../../procedures/describe/frequencies.ts';
import { histogramOf, histogramOfPoints } from '../../procedures/describe/histogram.ts';
import { reliability, type Reliability } from '../../procedures/reliability/alpha.ts';
import { alphaRisesWithout, constantInAlpha, fewCells, oddPopulation, raise } from '../../problems/catalogue.ts';
import type { Moments } from '../../moments/moments.ts';
import { linearOf } from '../../rowless/columns.ts';
import { distributionOf, isMeasure } from '../../rowless/linear.ts';
import { NeedsRows } from '../../rowless/needs-rows.ts';
import { derivation, plain, same } from '../../memo/derivation.ts';
import type { CategoryPlan, GroupPlan, IndicatorPlan, VariablePlan } from '../../contract/variables.ts';
import type { GroupResult, VariableResult } from '../results.ts';
import { drawnLevelQuantities, drawnQuantities, siteQuantities, whyNoErrors } from '../design/quantities.ts';
import { weightedFrequencies, weightedHistogram, weightedShares } from '../design/weighted.ts';
import { describeOnce, limitedStep, meanOfItems, momentsOnce, type Limited, type State } from '../state.ts';

export function runVariable(whole: State, variable: VariablePlan): VariableResult {
  const lost = whole.coded.rowless === undefined ? undefined : whole.failed.get(variable.name);
  if (lost !== undefined) throw new NeedsRows(lost);
  return describedVariable(whole, [variable.name], { variable });
}

const describedVariable = limitedStep('variable', { variable: plain<VariablePlan>() }, (state, { variable }): VariableResult => {
  const { name } = variable;
  const { set } = state.quantities;
  if (variable.kind === 'category') {
    const codes = state.coded.categories.get(name) ?? new Int32Array(0);
    const levels = variable.levels.map((level) => level.name);
    const table = tableOf(state, codes, levels);
    const hidden = hiddenLevels(state, variable);
    const hides = (index: number): Hides => hidesAll(state, hidden.get(levels[index]!) ?? null, ['population']);
    const shares = state.design === null ? [] : weightedShares(state.memo, { codes, levels: levels.length, design: state.design });
    quantitiesUnder([name], categoryQuantities, { table, category: variable, reason: '' }, set);
    for (const [index, row] of table.rows.entries())
      quantitiesUnder([name, variable.levels[index]!.name], levelOfCategory, { row, reason: 'nobody answered', hides: hides(index) }, set);
    for (const [index, share] of shares.entries())
      quantitiesUnder(
        [name, variable.levels[index]!.name],
        drawnLevelQuantities,
        { share, reason: whyNoErrors(state), hides: hides(index) },
        set,
      );
    populationOf(state, variable, table, hides);
    // To say that there are fewer than five would tell more than that they are hidden.
    const rare = table.rows.filter((row) => row.count > 0 && row.count < 5 && (state.least <= 5 || !hidden.has(row.value)));
    if (rare.length > 0)
      state.problems.push(
        raise(
          fewCells,
          { category: name, levels: rare.map(({ value, count }) => ({ level: value, count: hidden.has(value) ? null : count })) },
          { at: name },
        ),
      );
    const withheld = levels.map((level) => hidden.get(level) ?? null);
    return { variable, description: null, frequencies: shownFrequencies(table, withheld), histogram: null };
  }
  const values = columnAt(state.coded.numbers, name) ?? new Float64Array(0);
  const counted = isPoints(values) ? null : linearOf(values);
  const description = describeOnce(state, values);
  const points = variable.kind === 'indicator' ? scalePoints(state, values, variable) : null;
  const histogram =
    points !== null
      ? null
      : state.design === null
        ? isPoints(values)
          ? histogramOfPoints(values)
          : histogramOf(values)
        : weightedHistogram(state.memo, { values, design: state.design });
  const holds =
    counted !== null
      ? isMeasure(counted)
        ? 0
        : distributionOf(counted).counts.reduce((sum, count, at) => sum + (distributionOf(counted).values[at] === 1 ? count : 0), 0)
      : rowsOfOne(values, state.design?.survey.weights ?? null);
  const { hides, ...kept } = keptOf(state, { frequencies: points, histogram, description }, values);
  const result = { variable, frequencies: points, histogram };
  const numbers = {
    result,
    description,
    hides,
    holds,
    reason: description.n === 0 ? 'nobody answered' : 'too few answers, or no variation',
  };
  quantitiesUnder([name], { ...variableQuantities, ...classQuantities }, numbers, set);
  if (variable.kind === 'number' && variable.when !== undefined) quantitiesUnder([name], conditionQuantities, numbers, set);
  if (points !== null) quantitiesUnder([name], pointQuantities, numbers, set);
  if (description.drawn !== undefined)
    quantitiesUnder([name], drawnQuantities, { whole: description, at: () => undefined, levels: [], reason: numbers.reason, hides }, set);
  return { variable, ...kept };
});

/** How many were sampled of how many there are: as the category says, or else the design. */
function populationOf(
  state: Limited,
  { name, levels, population: stated }: CategoryPlan,
  table: FrequencyTable,
  hides: (level: number) => Hides,
): void {
  const drawn = state.design?.populations.get(name);
  const units = stated ?? drawn?.map((one) => (Number.isFinite(one) ? one : null));
  if (units === undefined) return;
  const { set } = state.quantities;
  for (const [index, { name: level }] of levels.entries()) {
    const [{ count }, population] = [table.rows[index]!, units[index] ?? null];
    quantitiesUnder([name, level], siteQuantities, { count, population, reason: 'its population is not stated', hides: hides(index) }, set);
    // What the design says of it is the design's to check; of a level that is hidden not even this is told.
    if (population === null || stated === undefined || hides(index)('sampled', []) !== null) continue;
    const other = drawn?.[index];
    if (count > population || (other !== undefined && other !== population))
      state.problems.push(
        raise(
          oddPopulation,
          {
            category: name,
            level,
            population,
            found: count > population ? { is: 'fewer', sampled: count } : { is: 'other', design: other! },
          },
          { at: `${name}/population` },
        ),
      );
  }
  const all = units.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
  quantitiesUnder([name], siteQuantities, { count: table.n, population: all, reason: 'the population of a level is not stated' }, set);
}

/** Rows whose value is 1, of those that have a weight. */
function rowsOfOne(values: Values, weights: Float64Array | null): number {
  if (isPoints(values) && weights === null) {
    const counts = tallyIn(values);
    return values.values.reduce((count, value, code) => count + (value === 1 ? counts[code]! : 0), 0);
  }
  return floatsOf(values).reduce((count, value, row) => count + (value === 1 && (weights === null || weights[row]! > 0) ? 1 : 0), 0);
}

/** Counts a scale point, for indicators on short scales of whole numbers; null otherwise. */
function scalePoints(state: Limited, values: Values, variable: IndicatorPlan): FrequencyTable | null {
  const { scale } = variable;
  if (
    scale === null ||
    !Number.isInteger(scale.low) ||
    !Number.isInteger(scale.high) ||
    scale.high - scale.low > 10 ||
    variable.askedOn !== null
  )
    return null;
  const pointOf = (value: number): number =>
    Number.isInteger(value) && value >= scale.low && value <= scale.high ? value - scale.low : -1;
  const levels = Array.from({ length: scale.high - scale.low + 1 }, (_, i) => String(scale.low + i));
  const counted = isPoints(values) ? null : linearOf(values);
  if (counted !== null) {
    const known = distributionOf(counted);
    const counts = new Float64Array(levels.length);
    let missing = known.missing;
    for (const [at, value] of known.values.entries()) {
      const point = pointOf(value);
      if (point < 0) missing += known.counts[at]!;
      else counts[point]! += known.counts[at]!;
    }
    return frequencyTable(counts, missing, levels);
  }
  if (isPoints(values) && state.design === null) {
    const counts = new Float64Array(levels.length);
    const tally = tallyIn(values);
    for (const [code, value] of values.values.entries()) {
      const point = pointOf(value);
      if (point >= 0) counts[point] = counts[point]! + tally[code]!;
    }
    return frequencyTable(counts, lengthOf(values) - counts.reduce((total, count) => total + count, 0), levels);
  }
  return tableOf(state, isPoints(values) ? pointCodes(values, pointOf, levels.length) : Int32Array.from(values, pointOf), levels);
}

/** Of each row, by the point that its value is. */
function pointCodes({ codes, values }: Points, pointOf: (value: number) => number, levels: number): Codes {
  const out = emptyCodes(codes.length, levels);
  recodeTo(out, codes, Int32Array.of(-1, ...Array.from(values, pointOf)));
  return out;
}

const tableOf = (state: Limited, codes: Codes, levels: readonly string[]): FrequencyTable =>
  state.design === null ? frequencies(codes, levels) : weightedFrequencies(state.memo, { codes, levels, design: state.design });

/**
 * The items whose `item_total` and `alpha_if_deleted` are those within the group: those of a dimension are the dimension's, others the
 * first block's that has them.
 */
function ownedItems(state: State, group: GroupPlan): readonly string[] {
  const scales = state.plan.groups.filter((one) => itemsOf(state, one).length >= 2);
  const owner = (item: string): string | undefined =>
    [...scales.filter((one) => one.kind === 'dimension'), ...scales].find((one) => one.members.includes(item))?.name;
  return itemsOf(state, group).filter((item) => owner(item) === group.name);
}

const itemsOf = (state: State, group: GroupPlan): readonly string[] =>
  group.members.filter((member) => state.variables.get(member)?.kind === 'indicator');

/** A dimension or a block: mean of item means, SD of respondents' scores, reliability over the complete answers. */
export function runGroup(whole: State, group: GroupPlan): GroupResult {
  const items = itemsOf(whole, group);
  const owned = ownedItems(whole, group);
  return describedGroup(whole, items, { group, items, owned });
}

const describedGroup = limitedStep(
  'group',
  { group: plain<GroupPlan>(), items: plain<readonly string[]>(), owned: plain<readonly string[]>() },
  (state, { group, items, owned }): GroupResult => {
    const { set } = state.quantities;
    const scores = items.length === 0 ? null : describeOnce(state, meanOfItems(state, { members: items }) ?? new Float64Array(0));
    const means = items.map((item) => describeOnce(state, columnAt(state.coded.numbers, item)!).mean);
    const mean =
      means.length === 0 || means.some((value) => value === null)
        ? null
        : means.reduce<number>((sum, value) => sum + value!, 0) / means.length;
    const found = items.length >= 2 ? reliabilityOf(state, items) : null;
    const result: GroupResult = { group, items, n: scores?.n ?? 0, mean, sd: scores?.sd ?? null, reliability: found };
    if (items.length > 0) {
      quantitiesUnder(
        [group.name],
        groupQuantities,
        { result, reason: scores?.n === 0 ? 'nobody answered' : 'too few answers, or no variation' },
        set,
      );
      quantitiesUnder(
        [group.name],
        groupReliability,
        {
          items,
          reliability: found,
          reason: items.length < 2 ? 'needs at least two items' : 'fewer than two respondents answered every item',
        },
        set,
      );
    }
    if (found !== null)
      for (const item of owned)
        quantitiesUnder(
          [item],
          itemQuantities,
          { item: found.items[items.indexOf(item)]!, items: items.length, reason: 'the items do not vary together' },
          set,
        );
    if (found !== null) warnOfConstant(state, group.name, items, found);
    if (found !== null && found.alpha !== null) warnOfAlpha(state, group.name, items, found);
    return result;
  },
);

/** Over the rows that answered all items; null when fewer than two did. */
function reliabilityOf(state: Limited, items: readonly string[]): Reliability | null {
  return reliabilityOnce(
    state,
    momentsOnce(
      state,
      items.map((item) => columnAt(state.coded.numbers, item)!),
    ),
  );
}

/** Null when fewer than two rows count. */
export const reliabilityOnce = (state: Limited, moments: Moments): Reliability | null =>
  moments.n < 2 ? null : reliabilityOfMoments(state.memo, { moments, drawn: state.design !== null });

const reliabilityOfMoments = derivation('reliability', { moments: same<Moments>(), drawn: plain<boolean>() }, ({ moments, drawn }) =>
  reliability(moments, drawn),
);

/** An item without variation among the complete cases: alpha counts it all the same. */
function warnOfConstant(state: Limited, name: string, items: readonly string[], found: Reliability): void {
  const still = items.filter((_, i) => found.items[i]!.sd === 0);
  if (still.length === 0 || found.n < 2) return;
  state.problems.push(
    raise(
      constantInAlpha,
      { name, items: still, n: found.n, answered: describeOnce(state, columnAt(state.coded.numbers, still[0]!)!).n },
      { at: name },
    ),
  );
}

function warnOfAlpha(state: Limited, name: string, items: readonly string[], found: Reliability): void {
  const alpha = found.alpha!;
  const worst = items
    .map((item, index) => ({ item, without: found.items[index]!.alphaIfDeleted, itemTotal: found.items[index]!.correctedItemTotal }))
    .filter((one) => one.itemTotal !== null && (one.itemTotal < 0 || (one.without !== null && one.without > alpha + 0.01)))
    .sort((a, b) => (a.itemTotal ?? 0) - (b.itemTotal ?? 0))[0];
  if (worst === undefined) return;
  state.problems.push(
    raise(alphaRisesWithout, { group: name, item: worst.item, alpha, without: worst.without, itemTotal: worst.itemTotal! }, { at: name }),
  );
}
