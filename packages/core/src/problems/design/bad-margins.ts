// Margins that the weights cannot be brought to.
import { defineProblem } from '../problem.ts';
import { sample, study } from './example.ts';

const places = '\ncategory place from county { east = "c0" | "c1"  west = "c2" | "c3" }\n';

export const badMargins = defineProblem<{
  found:
    | { readonly is: 'empty' | 'unpopulated'; readonly category: string; readonly level: string }
    | { readonly is: 'missing'; readonly category: string; readonly rows: number }
    | { readonly is: 'totals'; readonly first: number; readonly second: number }
    | { readonly is: 'diverges' };
}>()({
  code: 'SS527',
  name: 'bad-margins',
  severity: 'error',
  example: {
    command: 'run',
    wrong: study('calibrate place from "margins.csv"', places),
    right: study('calibrate place from "margins.csv"', places),
    files: { 'survey.csv': sample(), 'margins.csv': 'category,level,population\nplace,east,4000\nplace,west,0\n' },
    rightFiles: { 'margins.csv': 'category,level,population\nplace,east,4000\nplace,west,5000\n' },
  },
});
