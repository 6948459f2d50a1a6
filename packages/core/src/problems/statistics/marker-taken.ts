// Two names for one component.
import { defineProblem } from '../problem.ts';
import { csv, study } from './example.ts';

export const markerTaken = defineProblem<{
  index: string;
  component: string;
  marker: string;
  other: string;
  loadings: readonly number[];
  position: number;
}>({
  code: 'SS506',
  name: 'marker-taken',
  severity: 'error',
  title: 'Two names for one component',
  message: ({ component, marker, other, loadings, position }) =>
    `${component} is marked by ${marker}, but ${marker} loads highest on the ` +
    `component that ${other} already names ` +
    `(loadings ${loadings.map((value, at) => `${at === position ? '▸' : ''}${value.toFixed(3)}`).join(', ')}).`,
  help: ({ component }) => `Mark ${component} by an item that loads highest on another component, or remove it.`,
  explanation:
    `A component is named by the item that marks it: it is the one on which this item loads ` +
    `highest. If two ` +
    `markers load ` +
    `highest on the same component, one of the names has nothing to stand for.`,
  example: {
    command: 'run',
    wrong: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
indicator d on 1..6

index i {
  of a, b, c, d
  keep 2
  component first  "First"  marked by a
  component second "Second" marked by b
  weight equal
}`),
    right: study(`indicator a on 1..6
indicator b on 1..6
indicator c on 1..6
indicator d on 1..6

index i {
  of a, b, c, d
  keep 2
  component first  "First"  marked by a
  component second "Second" marked by d
  weight equal
}`),
    files: { 'survey.csv': csv() },
  },
});
