// A category in a regression of whose reference level there is no case.
import { defineProblem } from '../problem.ts';
import { csv, study } from './example.ts';

export const emptyReference = defineProblem<{
  regression: string;
  category: string;
  reference: string;
  levels: readonly string[];
  where: boolean;
}>({
  code: 'SS512',
  name: 'empty-reference',
  severity: 'error',
  title: 'A reference level without a case',
  message: ({ regression, category, reference, levels, where }) =>
    `In ${regression}, ` +
    `${where ? '`where` leaves no case' : 'there is no case'} of ` +
    `${category}.` +
    `${reference}, the reference: ${levels.join(' and ')} sum to 1, so that their coefficients cannot be told apart.`,
  help: ({ category, levels }) => `Take another reference for ${category}: \`reference ${levels[0]!}\`.`,
  explanation: `Each level of a category is compared with its reference. Where no case is of the reference, the dummies of the other
levels add up to 1 in every case, which is what the constant says already. A program that drops one of them silently compares with a
level that nobody chose.`,
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
category b { low = 1..2  middle = 3..4  high = 5..6 }

regression r { explain a  by b  where b is not low }`),
    right: study(`indicator a on 1..6
indicator c on 1..6
category b { low = 1..2  middle = 3..4  high = 5..6 }

regression r { explain a  by c  where b is not low }`),
    files: { 'survey.csv': csv() },
  },
});
