// A printed figure that the data do not give.
import { defineProblem } from '../problem.ts';
import { csv, study } from '../statistics/example.ts';

export const figureDiffers = defineProblem<{ address: string; printed: string; operator: string; computed: number; decimals: number; starsOnly: boolean; computedStars: string | null }>({
  code: 'SS701',
  name: 'figure-differs',
  severity: 'warning',
  title: 'A printed figure that the data do not give',
  message: ({ address, printed, operator, computed, decimals, starsOnly, computedStars }) => starsOnly ? `${address} is printed as ${printed}, but its stars would be ${computedStars}.` : `${address} is printed as ${operator === "=" ? "" : `${operator} `}${printed}; computed: ${computed.toFixed(Math.max(decimals, 0))}${Number(computed.toFixed(Math.max(decimals, 0))) === Number(printed.replace(/[^0-9.−-]/gu, "")) ? ` (${computed.toPrecision(8)})` : ""}.`,
  help: () => "Compare data, missing policy and definitions with the paper; a misprint is possible too.",
  explanation: `A printed number means what its digits say: 0.743 is matched by anything that rounds to 0.743. This one is not.`,
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6

published "Paper" { a.mean = 4.99 }`),
    right: study(`indicator a on 1..6

published "Paper" { a.mean < 4.99 }`),
    files: { 'survey.csv': csv() },
  },
});
