// Questions with several answers: who answered, and how often each option was chosen, of those who answered and of all answers.
import type { GroupPlan } from '../../contract/variables.ts';
import { within } from '../../contract/ranges.ts';
import { quantities, quantitiesUnder } from '../../contract/declared-quantity.ts';
import { plain } from '../../memo/derivation.ts';
import { limitedStep, type State } from '../state.ts';

export interface ChoicesNumbers {
  readonly n: number;
  readonly missing: number;
  readonly answers: number;
  readonly reason: string;
}
export interface OptionNumbers extends ChoicesNumbers {
  readonly count: number;
}
const source = 'IBM SPSS Statistics Algorithms, MULT RESPONSE';

export const choicesQuantities = quantities<ChoicesNumbers, null>()({
  n: {
    range: within.count,
    doc: 'respondents who chose an option, or answered with none of those listed',
    label: { en: 'N', zh: '样本量' },
    format: 'count',
    formula: 'n = respondents who answered the question',
    source,
    value: ({ n }) => n,
  },
  missing: {
    range: within.count,
    doc: 'respondents who skipped the question',
    label: { en: 'Missing', zh: '缺失' },
    format: 'count',
    formula: 'rows − n',
    source,
    value: ({ missing }) => missing,
  },
  answers: {
    range: within.count,
    doc: 'options chosen, by all respondents together',
    label: { en: 'Answers', zh: '回答总数' },
    format: 'count',
    formula: 'Σ count over the options',
    source,
    value: ({ answers }) => answers,
  },
});

export const optionQuantities = quantities<OptionNumbers, null>()({
  count: {
    range: within.count,
    doc: 'respondents who chose it',
    label: { en: 'Count', zh: '频数' },
    format: 'count',
    formula: 'respondents who chose the option',
    source,
    value: ({ count }) => count,
  },
  percent: {
    range: within.percent,
    doc: 'per cent of those who answered the question',
    label: { en: 'Per cent of cases', zh: '个案百分比' },
    format: 'percent',
    formula: '100 · count / n',
    source,
    value: ({ count, n }) => (n === 0 ? null : (100 * count) / n),
  },
  percent_of_answers: {
    range: within.percent,
    doc: 'per cent of all options chosen',
    label: { en: 'Per cent of answers', zh: '回答百分比' },
    format: 'percent',
    formula: '100 · count / Σ count',
    source,
    value: ({ count, answers }) => (answers === 0 ? null : (100 * count) / answers),
  },
});

export const runChoices = (whole: State, group: GroupPlan): void => countedChoices(whole, group.members, { group });

const countedChoices = limitedStep('choices', { group: plain<GroupPlan>() }, (state, { group }): void => {
  const { set } = state.quantities;
  const options = group.members.map((member) => state.coded.numbers.get(member) ?? new Float64Array(0));
  const n = (options[0] ?? new Float64Array(0)).reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0);
  const counts = options.map((values) => values.reduce((sum, value) => sum + (value === 1 ? 1 : 0), 0));
  const answers = counts.reduce((a, b) => a + b, 0);
  const all = { n, missing: state.coded.rows - n, answers, reason: 'nobody answered' };
  quantitiesUnder([group.name], choicesQuantities, all, set);
  for (const [at, member] of group.members.entries()) quantitiesUnder([member], optionQuantities, { ...all, count: counts[at]! }, set);
});
