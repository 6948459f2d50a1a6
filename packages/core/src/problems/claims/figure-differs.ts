// Printed figures of one table that the data do not give. Which cells they are the report and the editor show.
import { defineProblem } from '../problem.ts';
import { csv, study } from '../statistics/example.ts';

/** What became of the figures of one printed table, or of those outside tables. */
export interface DifferingFigures {
  /** Null: outside tables. */
  readonly table: string | null;
  /** Figures that were computed, and those of them whose digits are others. */
  readonly compared: number;
  readonly differing: number;
  /** Marks of significance that do not fit the computed p-value. */
  readonly marks: number;
  /** The furthest first: `a.mean printed 4.99, computed 3.40`. */
  readonly furthest: readonly string[];
}

const NAMED = 3;
const marksText = (marks: number): string =>
  marks === 1 ? '1 mark of significance does not fit' : `${marks} marks of significance do not fit`;

export const figureDiffers = defineProblem<DifferingFigures>({
  code: 'SS701',
  name: 'figure-differs',
  severity: 'warning',
  title: 'Printed figures that the data do not give',
  message({ table, compared, differing, marks, furthest }) {
    const where = table ?? 'Figures outside tables';
    if (furthest.length === 1)
      return (
        `${where}: ${furthest[0]!}` +
        `${compared === 1 ? '' : `; the other ${compared === 2 ? 'figure is' : `${compared - 1} figures are`} what the data give`}.`
      );
    const parts = [
      ...(differing === 0 ? [] : [`${differing} of ${compared} figures differ from what the data give`]),
      ...(marks === 0 ? [] : [marksText(marks)]),
    ];
    return `${where}: ${parts.join(', ')}.`;
  },
  help: ({ furthest }) =>
    `${furthest.length < 2 ? '' : `The furthest: ${furthest.slice(0, NAMED).join('; ')}. `}Compare data, ` +
    `missing policy and ` +
    `definitions with the paper; a misprint is possible too.`,
  explanation: `A printed number means what its digits say: 0.743 is matched by anything that rounds to 0.743. One problem tells of all
figures of a printed table that are not; the section "Published figures" of the report shows each beside the computed one, and an editor
marks the lines. Marks of significance (\`*\`, \`**\`, \`***\`) are held against the computed p-value and the levels that the paper
states.`,
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6

published "Paper" { a.mean = 4.99 }`),
    right: study(`indicator a on 1..6

published "Paper" { a.mean < 4.99 }`),
    files: { 'survey.csv': csv() },
  },
});
