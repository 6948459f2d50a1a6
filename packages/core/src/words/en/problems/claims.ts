// Problems of hypotheses and printed figures (SS7xx), in English.
import type { WordsOfProblems } from '../../problem-words.ts';
import { differenceText } from '../audit/claims.ts';

const NAMED = 3;

const marksText = (marks: number): string =>
  marks === 1 ? '1 mark of significance does not fit' : `${marks} marks of significance do not fit`;

export const claimsProblems = {
  'figure-differs': {
    title: 'Printed figures that the data do not give',
    message({ table, compared, differing, marks, furthest }) {
      const where = table ?? 'Figures outside tables';
      if (furthest.length === 1)
        return `${where}: ${differenceText(furthest[0]!)}${
          compared === 1 ? '' : `; the other ${compared === 2 ? 'figure is' : `${compared - 1} figures are`} what the data give`
        }.`;
      const parts = [
        ...(differing === 0 ? [] : [`${differing} of ${compared} figures differ from what the data give`]),
        ...(marks === 0 ? [] : [marksText(marks)]),
      ];
      return `${where}: ${parts.join(', ')}.`;
    },
    help: ({ furthest }) =>
      `${furthest.length < 2 ? '' : `The furthest: ${furthest.slice(0, NAMED).map(differenceText).join('; ')}. `}Compare data, ` +
      `missing policy and definitions with the paper; a misprint is possible too.`,
    explanation: `A printed number means what its digits say: 0.743 is matched by anything that rounds to 0.743. One problem tells of all
figures of a printed table that are not; the section "Published figures" of the report shows each beside the computed one, and an editor
marks the lines. Marks of significance (\`*\`, \`**\`, \`***\`) are held against the computed p-value and the levels that the paper
states.`,
  },

  'figure-not-computed': {
    title: 'Printed figures without computed ones',
    message: ({ table, figures, missing }) =>
      missing.length === 1
        ? `${missing[0]!.address} is printed, but could not be computed: ${missing[0]!.reason}.`
        : `${table ?? 'Figures outside tables'}: ${missing.length} of ${figures} printed figures could not be computed. ` +
          `${missing[0]!.address}: ${missing[0]!.reason}.`,
    help: () => 'See the problems of the declaration it belongs to.',
    explanation:
      'The address is right, but these data do not define the number: a subset is empty, an item is constant, a predictor was ' +
      'left out.',
  },

  'claim-fails': {
    title: 'A hypothesis that the results do not bear out',
    message: ({ hypothesis, claim, left, right }) =>
      `${hypothesis}: "${claim}" does not hold (${left.toPrecision(4)} against ${right.toPrecision(4)}).`,
    help: () => 'That is a result, not a mistake of the spec. Report it.',
    explanation: `A hypothesis lists claims about the numbers. Each is tested as it stands; this one is false for these data.`,
  },

  'claim-undecided': {
    title: 'A hypothesis that could not be tested',
    message: ({ hypothesis, claim, reason }) => `${hypothesis}: "${claim}" cannot be tested: ${reason}.`,
    help: () => 'See the problems of the declaration it belongs to.',
    explanation: `A number that the claim needs is not defined for these data.`,
  },
} satisfies Partial<WordsOfProblems>;
