// Pieces that English sentences of the audit share: figures by name, ranges, slips.
import type { Ends, FigureOf, NamedFigure, Restored, SaidOfP, Shown, ShownRange, SlipFact } from '../../../contract/audit-facts/index.ts';
import { list, show, showInterval } from '../../../text/digits.ts';

const OF: { readonly [K in FigureOf]: (address: string) => string } = {
  square: (address) => `the square of ${address}`,
  'sum-of-shares': () => 'the sum of the shares',
  interval: (address) => `the interval of ${address}`,
  'interval-of-difference': (address) => `the interval of the difference ${address}`,
  items: (address) => `the items of ${address}`,
  coefficients: (address) => `the coefficients of ${address}`,
  groups: (address) => `${address}, groups`,
  'p-of-it': () => 'its p',
};

export const nameOf = ({ address, of }: NamedFigure): string => (of === undefined ? address : OF[of](address));
/** `i.mean, printed 3.20`. */
export const printedFigure = (figure: NamedFigure): string => `${nameOf(figure)}, printed ${figure.printed}`;
/** `a (1) and b (2)`. */
export const figuresInBrackets = (figures: readonly NamedFigure[]): string =>
  list(
    figures.map((one) => `${nameOf(one)} (${one.printed})`),
    6,
  );

export const number = ({ value, decimals }: Shown): string => show(value, decimals);
export const range = ({ low, high, decimals }: ShownRange): string => showInterval(low, high, decimals);

/** `p from 0.010 to 0.050`. */
export function saidOfP(said: SaidOfP): string {
  switch (said.p) {
    case 'between':
      return `p from ${show(said.low, 3)} to ${show(said.high, 3)}`;
    case 'printed':
      return `p ${said.printed}`;
    case 'range':
      return `p = ${range(said.range)}`;
    case 'below':
    case 'above': {
      const since = said.zero === undefined ? '' : `, since it ${said.zero === 'held' ? 'holds' : 'leaves out'} 0`;
      return `p ${said.p} ${show(said.level, 2)}${since}`;
    }
  }
}

/** `the column t has slipped by 1 row between x2 and x6`; `… of x2 and x3 are exchanged`. */
export function slipped({ columns, from, to, exchanged }: SlipFact): string {
  const what = columns.join(' and ');
  const many = columns.length > 1;
  return exchanged
    ? `the figures of ${what} of ${from} and ${to} are exchanged`
    : `the column${many ? 's' : ''} ${what} ${many ? 'have' : 'has'} slipped by 1 row between ${from} and ${to}`;
}

export const withDegreesOfFreedom = (df: number | null): string =>
  df === null ? 'with any degrees of freedom' : `with ${df} degrees of freedom`;

/** `a or b or c`: the first three. */
export const oneOf = (texts: readonly string[]): string => texts.slice(0, 3).join(' or ');

export const movedBack = ({ restored, rows }: Restored): string => `Moved back, ${restored} of ${rows} rows fit.`;

/** `321–323 and 330`. */
export function runs(all: readonly number[]): string {
  const found: number[][] = [];
  for (const n of all)
    if (found.at(-1)?.at(-1) === n - 1) found.at(-1)!.push(n);
    else found.push([n]);
  return list(
    found.map((run) => (run.length === 1 ? `${run[0]!}` : `${run[0]!}–${run.at(-1)!}`)),
    5,
  );
}

export const scaleEnds = ({ low, high }: Ends): string => `${show(low, 0)}..${show(high, 0)}`;
