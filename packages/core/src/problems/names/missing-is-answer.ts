// A missing code that is also an answer.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

/** `uses`: of what it is an answer, as `sat (a point of 0..10)`; `own`: the clause is that variable's, not the data block's. */
export const missingIsAnswer = defineProblem<{
  codes: readonly string[];
  uses: readonly { readonly name: string; readonly kind: 'indicator' | 'category'; readonly what: string }[];
  own: boolean;
}>({
  code: 'SS263',
  name: 'missing-is-answer',
  severity: 'warning',
  title: 'A missing code that is also an answer',
  message: ({ codes, uses, own }) =>
    `${codes.join(', ')} ` +
    `${codes.length === 1 ? 'stands' : 'stand'} for "no answer"` +
    `${own ? '' : ' in the whole study'}, and ${codes.length === 1 ? 'is' : 'are'} also ` +
    `${uses
      .slice(0, 3)
      .map(({ name, what }) => `${what} of ${name}`)
      .join(', ')}${uses.length > 3 ? ` and of ${uses.length - 3} more` : ''}: such answers are missing.`,
  help: ({ uses, own }) =>
    own
      ? `Take the code out of \`missing\` if it is an ` +
        `answer to ${uses[0]!.name}, or out of its ` +
        `${uses[0]!.kind === 'category' ? 'levels' : 'scale'} if it is none.`
      : `If it is an answer ` +
        `there, give ${uses[0]!.name} missing codes of its own, which replace the ` +
        `study's: \`missing ` +
        `blank\` on its line.`,
  explanation: `\`missing 9\` in the data block holds for every question: also for one asked on 0..10, where 9 is an answer. All who gave
it would be missing, and the mean too low. \`missing\` on a question's own line, or at its dimension, replaces the study's codes for it:

\`\`\`study
data "survey.csv" { missing 9 }
indicator trust on 1..5
indicator satisfied on 0..10 missing 99
\`\`\`

The same holds for a code that one level of a category lists, or that lies within a range with two ends. Above an open end (\`70..\` with
\`missing 99\`) nothing is said.`,
  example: {
    command: 'check',
    wrong: spec('indicator a on agreement').replace('id id', 'id id\n  missing 5'),
    right: spec('indicator a on agreement missing blank').replace('id id', 'id id\n  missing 5'),
    files,
  },
});
