// A quantity that is not computed.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const unknownQuantity = defineProblem<{
  quantity: string;
  of: string;
  kind: string;
  nearest: string | null;
  known: readonly string[];
}>({
  code: 'SS206',
  name: 'unknown-quantity',
  severity: 'error',
  title: 'A quantity that is not computed',
  message: ({ quantity, of, kind }) =>
    quantity === ''
      ? `"${of}" is declared as ${kind}; which of its numbers is meant?`
      : `"${quantity}" is not among the numbers of ${of} (${kind}).`,
  help: ({ nearest, known }) =>
    nearest !== null ? `Did you mean "${nearest}"?` : `It has: ${known.slice(0, 14).join(', ')}${known.length > 14 ? ', …' : ''}.`,
  explanation: `The last part of an address says which number is meant. Each kind of declaration has its own: an index has a \`kmo\`,
a regression has coefficients for each outcome. The reference page of quantities lists them all.`,
  example: {
    command: 'check',
    wrong: spec(`dimension wellbeing "Well-being" on agreement {
  indicator a
  indicator b
}

hypothesis h { wellbeing.alfa > 0.5 }`),
    right: spec(`dimension wellbeing "Well-being" on agreement {
  indicator a
  indicator b
}

hypothesis h { wellbeing.alpha > 0.5 }`),
    files,
  },
});
