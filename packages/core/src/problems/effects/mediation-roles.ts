// A mediation whose variables cannot have the roles that they were given.
import { defineProblem } from '../problem.ts';
import { survey } from '../statistics/example.ts';

export type MediationRole =
  | { readonly is: 'several'; readonly clause: 'explain' | 'by'; readonly names: readonly string[] }
  | { readonly is: 'twice'; readonly variable: string }
  | { readonly is: 'levels'; readonly category: string; readonly levels: number }
  | { readonly is: 'too long'; readonly steps: number; readonly most: number };

const head = 'study "Example"\n\ndata "survey.csv"\n\nnumber a\nnumber b\nnumber age\n\n';
export const mediationRoles = defineProblem<{ name: string; what: MediationRole }>()({
  code: 'SS487',
  name: 'mediation-roles',
  severity: 'error',
  example: {
    command: 'check',
    wrong: `${head}mediation path { explain a  by age  through b, age }\n`,
    right: `${head}mediation path { explain a  by age  through b }\n`,
    files: survey,
  },
});
