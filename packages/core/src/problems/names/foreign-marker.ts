// A component marked by something that is not an item.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const foreignMarker = defineProblem<{
  marker: string;
  component: string;
  index: string;
  nearest: string | null;
  items: readonly string[];
}>()({
  code: 'SS227',
  name: 'foreign-marker',
  severity: 'error',
  example: {
    command: 'check',
    wrong: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement
indicator d on agreement

index i {
  of a, b, c
  component first "First" marked by d
}`),
    right: spec(`indicator a on agreement
indicator b on agreement
indicator c on agreement
indicator d on agreement

index i {
  of a, b, c
  component first "First" marked by a
}`),
    files,
  },
});
