// A file of margins that cannot be read as such.
import { defineProblem } from '../problem.ts';
import { sample, study } from './example.ts';

const places = '\ncategory place from county { east = "c0" | "c1"  west = "c2" | "c3" }\n';

export type BadMargins =
  | { readonly is: 'no table' }
  | { readonly is: 'no category'; readonly category: string; readonly names: readonly string[] }
  | { readonly is: 'no level'; readonly category: string; readonly level: string; readonly names: readonly string[] }
  | { readonly is: 'no count'; readonly line: number; readonly text: string }
  | { readonly is: 'missing level'; readonly category: string; readonly level: string };

export const badMarginsFile = defineProblem<{ file: string; found: BadMargins }>()({
  code: 'SS528',
  name: 'bad-margins-file',
  severity: 'error',
  example: {
    command: 'check',
    wrong: study('calibrate place from "margins.csv"', places),
    right: study('calibrate place from "margins.csv"', places),
    files: { 'survey.csv': sample(), 'margins.csv': 'category,level,population\nplace,east,4000\nplace,south,500\n' },
    rightFiles: { 'margins.csv': 'category,level,population\nplace,east,4000\nplace,west,5000\n' },
  },
});
