// A component marked by something that is not an item.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const foreignMarker = defineProblem<{
  marker: string;
  component: string;
  index: string;
  nearest: string | null;
  items: readonly string[];
}>({
  code: 'SS227',
  name: 'foreign-marker',
  severity: 'error',
  title: 'A component marked by something that is not an item',
  message: ({ marker, component, index }) => `${component} is marked by ${marker}, which is not an item of ${index}.`,
  help: ({ nearest, items }) => (nearest !== null ? `Did you mean "${nearest}"?` : `Items: ${items.slice(0, 12).join(', ')}.`),
  explanation: `A component is named by the item that marks it: the item that everyone agrees belongs to it. It must be one of the
items of the index.`,
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
