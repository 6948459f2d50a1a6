// A quantity that is not computed.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

export const unknownQuantity = defineProblem<{
  quantity: string;
  of: string;
  kind: string;
  nearest: string | null;
  known: readonly string[];
}>()({
  code: 'SS206',
  name: 'unknown-quantity',
  severity: 'error',
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
