// A level with fewer than five respondents.
import { defineProblem } from '../problem.ts';
import { study, survey } from '../statistics/example.ts';

export const fewCells = defineProblem<{ category: string; levels: readonly { readonly level: string; readonly count: number | null }[] }>()(
  {
    code: 'SS602',
    name: 'few-cells',
    severity: 'info',
    example: {
      command: 'run',
      wrong: study(`category young from age { under20 = ..<20  older = 20.. }`),
      right: study(`category young from age { under40 = ..<40  older = 40.. }`),
      files: survey,
    },
  },
);
