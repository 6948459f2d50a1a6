// Questions with several answers: who answered, and how often each option was chosen, of those who answered and of all answers.
import type { GroupPlan } from '../../contract/variables.ts';
import { within } from '../../contract/ranges.ts';
import { quantities, quantitiesUnder, type Given, type Hides } from '../../contract/declared-quantity.ts';
import { hidesAll, withheldLevels } from '../cells.ts';
import { levelCells, withheldCells } from '../../procedures/disclosure/small-cells.ts';
import { plain } from '../../memo/derivation.ts';
import { isFew, limitedStep, type State } from '../state.ts';

export interface ChoicesNumbers {
  readonly n: number;
  readonly missing: number;
  readonly answers: number;
  readonly reason: string;
  /** Those of each option by its own name; left out of an option's own numbers. */
  readonly options?: ReadonlyMap<string, OptionNumbers>;
}
export interface OptionNumbers extends ChoicesNumbers {
  readonly count: number;
  /** Sums of weights: of those who chose it, of those who answered, of all choices; counts where no weight is stated. */
  readonly weight: number;
  readonly base: number;
  readonly chosen: number;
}
const source = 'IBM SPSS Statistics Algorithms, MULT RESPONSE';

/** What is told of an option, at its own address and behind its question: `needs.food.percent`, `needs.percent(food)`. */
const told = {
  count: {
    range: within.count,
    doc: 'respondents who chose it',
    label: 'Count',
    format: 'count',
    formula: 'respondents who chose the option',
    source,
  },
  percent: {
    range: within.percent,
    doc: 'per cent of those who answered the question',
    label: 'Per cent of cases',
    format: 'percent',
    formula: '100 · count / n',
    source,
  },
  percent_of_answers: {
    range: within.percent,
    doc: 'per cent of all options chosen',
    label: 'Per cent of answers',
    format: 'percent',
    formula: '100 · count / Σ count',
    source,
  },
} as const;
const percentOf = ({ weight, base }: OptionNumbers): number | null => (base === 0 ? null : (100 * weight) / base);
const percentOfAnswers = ({ weight, chosen }: OptionNumbers): number | null => (chosen === 0 ? null : (100 * weight) / chosen);
const ofEach = (value: (one: OptionNumbers) => number | null) => ({
  over: ({ options }: ChoicesNumbers): [string][] => [...(options?.keys() ?? [])].map((option) => [option]),
  value: ({ options }: ChoicesNumbers, option: string) => {
    const own = options?.get(option);
    return own === undefined ? null : value(own);
  },
});

export const optionQuantities = quantities<OptionNumbers, null>()({
  count: { ...told.count, value: ({ count }) => count },
  percent: { ...told.percent, value: percentOf },
  percent_of_answers: { ...told.percent_of_answers, value: percentOfAnswers },
});

export const choicesQuantities = quantities<ChoicesNumbers, null>()({
  n: {
    range: within.count,
    doc: 'respondents who chose an option, or answered with none of those listed',
    label: 'N',
    format: 'count',
    formula: 'n = respondents who answered the question',
    source,
    value: ({ n }) => n,
  },
  missing: {
    range: within.count,
    doc: 'respondents who skipped the question',
    label: 'Missing',
    format: 'count',
    formula: 'rows − n',
    source,
    value: ({ missing }) => missing,
  },
  answers: {
    range: within.count,
    doc: 'options chosen, by all respondents together',
    label: 'Answers',
    format: 'count',
    formula: 'Σ count over the options',
    source,
    value: ({ answers }) => answers,
  },
  'count(option)': { ...told.count, ...ofEach(({ count }) => count) },
  'percent(option)': { ...told.percent, ...ofEach(percentOf) },
  'percent_of_answers(option)': { ...told.percent_of_answers, ...ofEach(percentOfAnswers) },
});

export const runChoices = (whole: State, group: GroupPlan): void => countedChoices(whole, group.members, { group });

const countedChoices = limitedStep('choices', { group: plain<GroupPlan>() }, (state, { group }): void => {
  const { set } = state.quantities;
  const weights = state.design?.survey.weights ?? null;
  // Who is not in the sample has not answered.
  const columns = group.members.map((member) => {
    const values = state.coded.numbers.get(member) ?? new Float64Array(0);
    return weights === null ? values : values.map((value, row) => (weights[row]! > 0 ? value : NaN));
  });
  const n = (columns[0] ?? new Float64Array(0)).reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0);
  const counts = columns.map((values) => values.reduce((sum, value) => sum + (value === 1 ? 1 : 0), 0));
  const answers = counts.reduce((a, b) => a + b, 0);
  const rows = weights === null ? state.coded.rows : weights.reduce((count, weight) => count + (weight > 0 ? 1 : 0), 0);
  const heavy = columns.map((values) => values.reduce((sum, value, row) => sum + (value === 1 ? (weights?.[row] ?? 1) : 0), 0));
  const base = (columns[0] ?? new Float64Array(0)).reduce((sum, value, row) => sum + (Number.isNaN(value) ? 0 : (weights?.[row] ?? 1)), 0);
  const chosen = heavy.reduce((a, b) => a + b, 0);
  const all = { n, missing: rows - n, answers, base, chosen, reason: 'nobody answered' };
  const options = group.members.map((member, at) => ({ member, own: { ...all, count: counts[at]!, weight: heavy[at]! } }));
  const named = new Map(options.map(({ member, own }) => [member.slice(group.name.length + 1), own]));
  // Who chose it and who did not make up those who answered; with most of the options' counts, their sum tells the last.
  const apart = counts.map((count) => withheldLevels(state, ['chosen', 'not'], [count, n - count]).get('chosen') ?? null);
  const within = withheldCells(levelCells(counts), state.least, new Set(apart.flatMap((one, at) => (one === null ? [] : [at]))));
  const few = isFew(state, n) ? 'few' : null;
  const hides = (at: number): Hides => hidesAll(state, few ?? (apart[at] === 'few' ? 'few' : state.least > 0 ? within[at]! : null));
  const placeOf = (option: Given): number => options.findIndex(({ member }) => member === `${group.name}.${String(option)}`);
  quantitiesUnder(
    [group.name],
    choicesQuantities,
    {
      ...all,
      options: named,
      hides: (key, given) => (given[0] === undefined ? hidesAll(state, few) : hides(placeOf(given[0])))(key, given),
    },
    set,
  );
  for (const [at, { member, own }] of options.entries()) quantitiesUnder([member], optionQuantities, { ...own, hides: hides(at) }, set);
});
