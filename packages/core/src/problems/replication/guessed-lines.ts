// Map lines that nobody has checked.
import { defineProblem } from '../problem.ts';
import { exampleReplication, files } from './example.ts';

export const guessedLines = defineProblem<{ names: readonly string[]; lines: number }>({
  code: 'SS251',
  name: 'guessed-lines',
  severity: 'warning',
  title: 'Map lines that are guesses',
  message: ({ names, lines }) =>
    `${names.length} of ${lines} map lines ${names.length === 1 ? 'is a guess' : 'are guesses'}: ${listed(names)}.`,
  help: () => 'Hold each against the questionnaire, mend it where it is wrong, and take the word `guess` out.',
  explanation: `A map line that ends in \`guess\` was proposed (by \`studyspec replicate\`, say) without a codebook or a wording that
bears it out. It is executed as it stands. Until the word is taken out, \`check\`, \`run\`, \`compare\` and the editor count such lines:
what follows from them is no result yet.`,
  example: {
    command: 'check',
    wrong: exampleReplication(['  t3  from q3\n', '  t3  from q3 guess\n']),
    right: exampleReplication(),
    files,
  },
});

const LISTED = 8;

function listed(names: readonly string[]): string {
  return names.length <= LISTED ? names.join(', ') : `${names.slice(0, LISTED).join(', ')} and ${names.length - LISTED} more`;
}
