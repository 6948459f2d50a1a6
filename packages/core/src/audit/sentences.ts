// What the audit's typed facts say in words. Checks hand over numbers and names; sentences are made here only.
import { list, show, showInterval } from '../text/digits.ts';

/** A printed figure as a sentence names it. */
export interface NamedFigure {
  readonly address: string;
  readonly printed: string;
}

export type AuditFact =
  /** A figure outside the values that its quantity can have; `reading`: the same digits with another decimal point, where that would do. */
  | {
      readonly kind: 'outside';
      readonly figure: NamedFigure;
      readonly low: number;
      readonly high: number;
      readonly whole: boolean;
      readonly why: string;
      readonly reading: string | null;
    }
  /** `less` should not be more than `more`. */
  | { readonly kind: 'order'; readonly less: NamedFigure; readonly more: NamedFigure; readonly why: string }
  /** A figure that follows from others: `relation` with the numbers put in, and the interval it gives. */
  | {
      readonly kind: 'derived';
      readonly figure: NamedFigure;
      readonly from: readonly NamedFigure[];
      readonly relation: string;
      readonly low: number;
      readonly high: number;
      readonly decimals: number;
      readonly otherwise?: string;
    }
  /** A figure that others bound from one side. */
  | {
      readonly kind: 'bounded';
      readonly figure: NamedFigure;
      readonly from: readonly NamedFigure[];
      readonly relation: string;
      readonly side: 'at least' | 'at most';
      readonly bound: number;
      readonly decimals: number;
    }
  /** Figures of one coefficient with different signs. */
  | { readonly kind: 'signs'; readonly figures: readonly NamedFigure[]; readonly why: string }
  /** An estimate outside its interval, or an interval whose ends are exchanged. */
  | { readonly kind: 'interval'; readonly figure: NamedFigure; readonly low: NamedFigure; readonly high: NamedFigure }
  /** A p-value, or stars, on one side of a level and something equivalent on the other. */
  | {
      readonly kind: 'levels';
      readonly figure: NamedFigure;
      readonly other: NamedFigure;
      readonly says: string;
      readonly saysOther: string;
    };

export interface Sentences {
  readonly message: string;
  readonly arithmetic: string;
  readonly consistent: string;
}

const named = ({ address, printed }: NamedFigure): string => `${address}, printed ${printed}`;
const names = (figures: readonly NamedFigure[]): string =>
  list(
    figures.map((one) => `${one.address} (${one.printed})`),
    6,
  );

function rangeText(low: number, high: number, whole: boolean): string {
  const what = whole ? 'a whole number' : 'a value';
  if (low === -Infinity) return `${what} of at most ${short(high)}`;
  if (high === Infinity) return `${what} of at least ${short(low)}`;
  return `${what} from ${short(low)} to ${short(high)}`;
}

function short(value: number): string {
  return Number.isInteger(value) ? String(value) : show(value, 3);
}

export function sentencesOf(fact: AuditFact): Sentences {
  switch (fact.kind) {
    case 'outside':
      return {
        message: `${named(fact.figure)}, cannot be: ${fact.why}.`,
        arithmetic: `Possible is ${rangeText(fact.low, fact.high, fact.whole)}.`,
        consistent: fact.reading === null ? '' : `${fact.reading} would do, a slip of the decimal point or of the unit.`,
      };
    case 'order':
      return {
        message: `${named(fact.less)}, is more than ${named(fact.more)}.`,
        arithmetic: `${fact.less.printed} > ${fact.more.printed}, but ${fact.why}.`,
        consistent: 'One of the two is wrong, or they are of different cases.',
      };
    case 'derived':
      return {
        message:
          fact.from.length === 0
            ? `${named(fact.figure)}, is not what the study gives.`
            : `${named(fact.figure)}, does not follow from ${names(fact.from)}.`,
        arithmetic: `${fact.relation} = ${showInterval(fact.low, fact.high, fact.decimals)}, printed ${fact.figure.printed}.`,
        consistent:
          Number.isFinite(fact.low) && Number.isFinite(fact.high)
            ? `${fact.figure.address} = ` +
              `${showInterval(fact.low, fact.high, fact.decimals)} would do` +
              `${fact.otherwise === undefined ? '' : `; ${fact.otherwise}`}.`
            : '',
      };
    case 'bounded':
      return {
        message:
          `${named(fact.figure)}, is ` +
          `${fact.side === 'at least' ? 'less' : 'more'} than ` +
          `${names(fact.from)} ${fact.from.length === 1 ? 'allows' : 'allow'}.`,
        arithmetic:
          `${fact.relation} = ` +
          `${show(fact.bound, fact.decimals)}: ` +
          `${fact.figure.address} is ${fact.side} that, printed is ${fact.figure.printed}.`,
        consistent: `A value of ${fact.side} ${show(fact.bound, fact.decimals)}.`,
      };
    case 'signs':
      return {
        message: `${list(fact.figures.map(named))} do not have one sign.`,
        arithmetic: `${fact.figures.map((one) => one.printed).join(', ')}: ${fact.why}.`,
        consistent: 'The same sign in all of them.',
      };
    case 'interval':
      return {
        message: `${named(fact.figure)}, is not within its interval from ${fact.low.printed} to ${fact.high.printed}.`,
        arithmetic: `${fact.low.printed} ≤ ${fact.figure.printed} ≤ ${fact.high.printed} does not hold.`,
        consistent: 'An estimate lies between the ends of its interval.',
      };
    case 'levels':
      return {
        message: `${named(fact.figure)}, and ${named(fact.other)}, contradict each other.`,
        arithmetic: `${fact.figure.printed} says ${fact.says}; ${fact.other.printed} says ${fact.saysOther}.`,
        consistent: 'One of the two is wrong.',
      };
  }
}
