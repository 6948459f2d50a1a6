// Who takes part in a model: the numbers that every outcome of a comparison and of a regression has alike.
import { within } from '../contract/ranges.ts';

/** `used`: the cases of the model; null where there is none. */
export function caseQuantities<R extends { readonly rows: number; readonly cases: number }>(used: (one: R) => number | null) {
  return {
    left_out: {
      range: within.count,
      doc: 'respondents whom `where` leaves out',
      label: 'Left out by the condition',
      format: 'count',
      formula: 'respondents in whom the condition does not hold, or is not known',
      source: 'the data',
      value: ({ rows, cases }: R) => rows - cases,
    },
    lost: {
      range: within.count,
      doc: 'cases that the condition lets in and that have not all the answers needed',
      label: 'Lost to missing answers',
      format: 'count',
      formula: 'cases that the condition lets in − n',
      source: 'the data',
      value: (one: R) => {
        const n = used(one);
        return n === null ? null : one.cases - n;
      },
    },
  } as const;
}
