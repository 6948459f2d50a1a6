// A cross table of groups and answers as a comparison has it: what its cells hold, and the numbers of the whole table. Those of an outcome
// are associations.ts.
import type { CategoryPlan } from '../../contract/variables.ts';
import type { LevelPath } from '../../contract/declared-quantity.ts';
import { within } from '../../contract/ranges.ts';
import type { Association, ColumnTest, Risks } from '../../procedures/compare/association.ts';
import type { CrossTable } from '../../procedures/compare/chi-square.ts';
import type { SurveyCrosstab } from '../../procedures/survey/crosstab.ts';
import { caseQuantities } from '../cases.ts';
import type { CompareJob } from './job.ts';

/** Groups are the rows, what is compared the columns; of an option these are `chosen` and `not`. */
export interface Crossing {
  readonly table: CrossTable;
  readonly more: Association;
  readonly risks: Risks | null;
  /** Shares of the outcome's levels in two groups. */
  readonly shares: readonly ColumnTest[];
}

export interface AssociationNumbers {
  readonly job: CompareJob;
  /** Null: an option. */
  readonly outcome: CategoryPlan | null;
  readonly category: CategoryPlan;
  readonly crossing: Crossing | null;
  /** In a study with weights; groups are the rows, by all levels that are declared. */
  readonly drawn: SurveyCrosstab | null;
  /** Respondents, and those whom `where` lets in. */
  readonly rows: number;
  readonly cases: number;
  readonly reason: string;
}

type Own = AssociationNumbers;
export const CHOSEN = 'chosen';
const pearson = 'Pearson 1900, Philosophical Magazine 50:157–175';
const raoScott = 'Rao & Scott 1984, Annals of Statistics 12:46–60; Thomas & Rao 1987, JASA 82:630–636';
export const counted = 'IBM SPSS Statistics Algorithms, CROSSTABS';

const unweighted = ({ reason, drawn }: Own, otherwise: string): string =>
  reason !== '' ? reason : drawn !== null ? 'it has no weighted form' : otherwise;
const flat = ({ reason, crossing }: Own): string | null => {
  if (reason !== '') return reason;
  if (crossing === null) return null;
  return crossing.table.rows.length < 2 ? 'fewer than two groups have cases' : 'all cases have the same answer';
};
/** A number of the whole table, of which there is none with weights. */
export const ofTable = (value: (one: Crossing) => number | null | undefined, otherwise = 'not defined for this table') => ({
  value: ({ crossing, drawn }: Own) => (crossing === null || drawn !== null ? null : value(crossing)),
  why: (one: Own) => unweighted(one, (one.crossing?.table.df ?? 0) === 0 ? (flat(one) ?? otherwise) : otherwise),
});
const ofDesign = (value: (one: SurveyCrosstab) => number | null) => ({
  value: ({ drawn }: Own) => (drawn === null ? null : value(drawn)),
  why: (one: Own) =>
    one.reason !== '' ? one.reason : one.drawn === null ? 'only in a study with weights' : (flat(one) ?? 'this design has no such test'),
});
const twoByTwo = 'only of two groups and two levels';

const cells = ({ crossing }: Own, level: string | null, group: LevelPath) => {
  if (crossing === null) return null;
  const { table } = crossing;
  const rows = group.length === 1 ? table.rows.map((_, i) => i) : table.rows.flatMap((name, i) => (name === group[1] ? [i] : []));
  const at = level === null ? -1 : table.columns.indexOf(level);
  return { table, rows, at };
};
export const countIn = (one: Own, level: string | null, group: LevelPath): number | null => {
  const found = cells(one, level, group);
  if (found === null) return null;
  const { table, rows, at } = found;
  return rows.reduce(
    (sum, i) => sum + (level === null ? table.observed[i]!.reduce((a, b) => a + b, 0) : at < 0 ? 0 : table.observed[i]![at]!),
    0,
  );
};
export const percentIn = (one: Own, level: string, group: LevelPath): number | null => {
  const { drawn, category } = one;
  if (drawn === null) {
    const [part, whole] = [countIn(one, level, group), countIn(one, null, group)];
    return part === null || whole === null || whole === 0 ? null : (100 * part) / whole;
  }
  const at = one.outcome === null ? (level === CHOSEN ? 0 : 1) : one.outcome.levels.findIndex(({ name }) => name === level);
  if (group.length > 1) return drawn.rowPercent[category.levels.findIndex(({ name }) => name === group[1])]?.[at] ?? null;
  const sums = drawn.weighted.map((line) => line.reduce((a, b) => a + b, 0));
  const total = sums.reduce((a, b) => a + b, 0);
  return total === 0 ? null : (100 * drawn.weighted.reduce((sum, line) => sum + line[at]!, 0)) / total;
};
export const cellOf =
  (part: 'expected' | 'adjustedResiduals') =>
  (one: Own, level: string, group: LevelPath): number | null => {
    const found = one.drawn === null ? cells(one, level, group) : null;
    const [row] = found?.rows ?? [];
    return found === null || row === undefined || found.at < 0 ? null : (found.table[part][row]![found.at] ?? null);
  };
const shareOf = ({ crossing }: Own, level: string, [, a]: LevelPath, [, b]: LevelPath): { sign: 1 | -1; test: ColumnTest } | null => {
  const test = crossing?.shares.find((one) => one.row === level && ((one.i === a && one.j === b) || (one.i === b && one.j === a)));
  return test === undefined ? null : { sign: test.i === a ? 1 : -1, test };
};
export const apart = (one: Own, level: string, a: LevelPath, b: LevelPath): number | null => {
  const [first, second] = [percentIn(one, level, a), percentIn(one, level, b)];
  return first === null || second === null ? null : first - second;
};
export const apartP = (one: Own, level: string, a: LevelPath, b: LevelPath): number | null =>
  one.drawn === null ? (shareOf(one, level, a, b)?.test.bonferroniP ?? null) : null;

const levelsOf = ({ name, levels }: CategoryPlan): readonly LevelPath[] => levels.map((level) => [name, level.name]);
export const groups = ({ category }: Own): readonly LevelPath[] => levelsOf(category);
export const andAll = (one: Own): readonly LevelPath[] => [['all'] as const, ...groups(one)];
export const outcomes = ({ outcome }: Own): readonly LevelPath[] => (outcome === null ? [] : levelsOf(outcome));
export const pairs = (one: Own): readonly [LevelPath, LevelPath][] =>
  groups(one).flatMap((a) => groups(one).flatMap((b): [LevelPath, LevelPath][] => (a === b ? [] : [[a, b]])));
export const noCase = (one: Own): string => (one.reason !== '' ? one.reason : 'no case');
export const noCell = (one: Own): string => unweighted(one, flat(one) ?? 'no case');

export const wholeTable = {
  ...caseQuantities((one: Own) => one.drawn?.n ?? one.crossing?.table.n ?? null),
  chi2: {
    range: within.squares,
    doc: 'Pearson’s χ², without correction; in a study with weights of the weighted shares, times n',
    label: 'χ²',
    format: 'statistic',
    formula: 'χ² = Σ(O − E)²/E, E = row total · column total / n',
    source: pearson,
    value: ({ crossing, drawn }: Own) => (drawn === null ? crossing?.table.chi2 : drawn.pearson),
    why: (one: Own) => flat(one),
  },
  df: {
    range: within.df,
    doc: 'its degrees of freedom',
    label: 'df',
    format: 'df',
    formula: '(rows − 1)(columns − 1), rows and columns that have cases',
    source: 'Fisher 1922, Journal of the Royal Statistical Society 85:87–94',
    value: ({ crossing }: Own) => ((crossing?.table.df ?? 0) > 0 ? crossing!.table.df : null),
    why: (one: Own) => flat(one),
  },
  p: {
    range: within.probability,
    doc: 'p-value of χ²; in a study with weights that of F',
    label: 'p',
    format: 'p',
    formula: 'P(χ²(df) > χ²); with weights P(F(df1, df2) > F)',
    source: `${pearson}; with weights ${raoScott}`,
    value: ({ crossing, drawn }: Own) => (drawn === null ? crossing?.table.p : drawn.p),
    why: (one: Own) => flat(one) ?? 'this design has no such test',
  },
  f: {
    range: within.squares,
    doc: 'Rao and Scott’s F, in a study with weights',
    label: 'F',
    format: 'statistic',
    formula: 'F = χ² / tr Δ, Δ the generalised design effects',
    source: raoScott,
    ...ofDesign((one) => one.f),
  },
  df1: {
    range: within.df,
    doc: 'its numerator degrees of freedom',
    label: 'df1',
    format: 'statistic',
    formula: '(tr Δ)² / tr Δ²',
    source: raoScott,
    ...ofDesign((one) => one.df1),
  },
  df2: {
    range: within.df,
    doc: 'its denominator degrees of freedom',
    label: 'df2',
    format: 'statistic',
    formula: 'df1 · (sampling units − strata)',
    source: raoScott,
    ...ofDesign((one) => one.df2),
  },
  v: {
    range: within.share,
    doc: 'Cramér’s V',
    label: 'Cramér’s V',
    format: 'coefficient',
    formula: 'V = √(χ² / (n · min(rows − 1, columns − 1)))',
    source: 'Cramér 1946, Mathematical Methods of Statistics, ch. 21',
    value: ({ crossing, drawn }: Own) => (drawn === null ? crossing?.table.cramersV : drawn.v),
    why: (one: Own) => flat(one),
  },
  'v.corrected': {
    range: within.share,
    doc: 'V without its bias in few cases',
    label: 'V, corrected',
    format: 'coefficient',
    formula: '√(max(0, χ²/n − (r − 1)(k − 1)/(n − 1)) / min(r′ − 1, k′ − 1)), r′ = r − (r − 1)²/(n − 1)',
    source: 'Bergsma 2013, Journal of the Korean Statistical Society 42:323–328',
    ...ofTable(({ table }) => table.cramersVCorrected),
  },
  contingency: {
    range: within.share,
    doc: 'contingency coefficient',
    label: 'Contingency coefficient',
    format: 'coefficient',
    formula: '√(χ² / (χ² + n))',
    source: counted,
    ...ofTable(({ table }) => table.contingency),
  },
  'likelihood_ratio.chi2': {
    range: within.squares,
    doc: 'likelihood ratio χ²',
    label: 'Likelihood ratio',
    format: 'statistic',
    formula: '2·ΣO·ln(O/E)',
    source: counted,
    ...ofTable(({ table }) => table.likelihoodRatio),
  },
  'likelihood_ratio.p': {
    range: within.probability,
    doc: 'its p-value',
    label: 'p (likelihood ratio)',
    format: 'p',
    formula: 'P(χ²(df) > likelihood ratio)',
    source: counted,
    ...ofTable(({ table }) => table.likelihoodRatioP),
  },
  'fisher.p': {
    range: within.probability,
    doc: 'Fisher’s exact p, two-sided',
    label: 'p (Fisher)',
    format: 'p',
    formula: 'sum of the probabilities of all tables with these totals that are no likelier than this one',
    source: 'Fisher 1922; Freeman & Halton 1951, Biometrika 38:141–149',
    costly: true,
    ...ofTable(({ table }) => table.fisherP, 'too many tables have these totals'),
  },
  'yates.chi2': {
    range: within.squares,
    doc: 'χ² with Yates’s correction, of two groups and two levels',
    label: 'χ² (Yates)',
    format: 'statistic',
    formula: 'Σ(|O − E| − min(½, |O − E|))²/E',
    source: 'Yates 1934, Supplement to the Journal of the Royal Statistical Society 1:217–235',
    ...ofTable(({ table }) => table.yates?.chi2, twoByTwo),
  },
  'yates.p': {
    range: within.probability,
    doc: 'its p-value',
    label: 'p (Yates)',
    format: 'p',
    formula: 'P(χ²(1) > χ²)',
    source: 'Yates 1934, Supplement to the Journal of the Royal Statistical Society 1:217–235',
    ...ofTable(({ table }) => table.yates?.p, twoByTwo),
  },
  phi: {
    range: within.correlation,
    doc: 'φ of two groups and two levels, signed by the order of the levels',
    label: 'φ',
    format: 'coefficient',
    formula: '(ad − bc) / √(product of the four totals)',
    source: counted,
    ...ofTable(({ table }) => table.phi, twoByTwo),
  },
  odds_ratio: {
    range: within.squares,
    doc: 'odds ratio of two groups and two levels: odds of the first level (of choosing an option) in the first group over the second’s',
    label: 'Odds ratio',
    format: 'coefficient',
    formula: 'ad / (bc)',
    source: 'Woolf 1955, Annals of Human Genetics 19:251–253',
    ...ofTable(({ risks }) => risks?.oddsRatio, twoByTwo),
  },
  'odds_ratio.low': {
    range: within.squares,
    doc: 'lower end of its 95 % interval',
    label: 'Low',
    format: 'coefficient',
    formula: 'exp(ln OR − z₀.₉₇₅·√(1/a + 1/b + 1/c + 1/d))',
    source: 'Woolf 1955, Annals of Human Genetics 19:251–253',
    ...ofTable(({ risks }) => risks?.low, twoByTwo),
  },
  'odds_ratio.high': {
    range: within.squares,
    doc: 'upper end of its 95 % interval',
    label: 'High',
    format: 'coefficient',
    formula: 'exp(ln OR + z₀.₉₇₅·√(1/a + 1/b + 1/c + 1/d))',
    source: 'Woolf 1955, Annals of Human Genetics 19:251–253',
    ...ofTable(({ risks }) => risks?.high, twoByTwo),
  },
  risk_ratio: {
    range: within.squares,
    doc: 'ratio of the shares of the first level in the first group and in the second',
    label: 'Risk ratio',
    format: 'coefficient',
    formula: '(a/(a + b)) / (c/(c + d))',
    source: counted,
    ...ofTable(({ risks }) => risks?.ratio, twoByTwo),
  },
  least_expected: {
    range: within.squares,
    doc: 'the smallest expected count',
    label: 'Least expected count',
    format: 'statistic',
    formula: 'min E',
    source: counted,
    ...ofTable(({ table }) => table.leastExpected),
  },
  'percent.expected_below_5': {
    range: within.percent,
    doc: 'cells with an expected count below 5, in per cent of all',
    label: 'Expected below 5',
    format: 'percent',
    formula: '100 · cells with E < 5 / cells',
    source: 'Cochran 1954, Biometrics 10:417–451',
    ...ofTable(({ table }) => table.percentBelow5),
  },
  'n(level)': {
    range: within.count,
    doc: 'cases of a group that take part',
    label: 'N',
    format: 'count',
    formula: 'cases of the group that `where` lets in and that have an answer',
    source: counted,
    over: (one: Own) => andAll(one).map((level): [LevelPath] => [level]),
    value: (one: Own, group: LevelPath) => countIn(one, null, group),
    why: noCase,
  },
} as const;
