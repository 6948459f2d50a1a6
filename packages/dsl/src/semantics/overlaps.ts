// Codes that stand for two levels. What is told of them is lower-variables.ts'.
import type { Code } from '@studyspec/core';

/** A code (`at`) of one level and one (`other`) of a later level that have something in common. */
export interface Overlap {
  readonly first: number;
  readonly at: number;
  readonly second: number;
  readonly other: number;
}

interface Coded {
  readonly level: number;
  readonly index: number;
}
interface Interval extends Coded {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/** Nobody mends more than so many at once; every level may have the same code. */
const MOST = 1000;

/** In order of the later level, then of the earlier one. Codes are sorted and gone through once: a category may have thousands. */
export function overlapsOf(levels: readonly { readonly codes: readonly Code[] }[]): readonly Overlap[] {
  const blanks: Coded[] = [];
  const texts = new Map<string, Coded[]>();
  const intervals: Interval[] = [];
  for (const [level, { codes }] of levels.entries()) {
    for (const [index, code] of codes.entries()) {
      if (code.kind === 'blank') blanks.push({ level, index });
      else if (code.kind === 'text') {
        const same = texts.get(code.text);
        if (same === undefined) texts.set(code.text, [{ level, index }]);
        else same.push({ level, index });
      } else intervals.push({ level, index, ...boundsOf(code) });
    }
  }
  const found: Overlap[] = [];
  const add = (a: Coded, b: Coded): void => {
    if (a.level === b.level || found.length >= MOST) return;
    const [early, late] = a.level < b.level ? [a, b] : [b, a];
    found.push({ first: early.level, at: early.index, second: late.level, other: late.index });
  };
  for (const same of [blanks, ...texts.values()]) {
    for (const [i, b] of same.entries()) {
      if (found.length >= MOST) break;
      for (let j = 0; j < i; j += 1) add(same[j]!, b);
    }
  }
  intervals.sort((a, b) => a.low - b.low || a.level - b.level || a.index - b.index);
  let open: Interval[] = [];
  for (const one of intervals) {
    if (found.length >= MOST) break;
    open = open.filter((before) => before.high >= one.low);
    for (const before of open) if (meet(before, one)) add(before, one);
    open.push(one);
  }
  return found.sort((a, b) => a.second - b.second || a.first - b.first || a.at - b.at || a.other - b.other);
}

function boundsOf(code: Extract<Code, { kind: 'number' | 'range' }>): Omit<Interval, keyof Coded> {
  return code.kind === 'number'
    ? { low: code.value, lowOpen: false, high: code.value, highOpen: false }
    : {
        low: code.low?.value ?? -Infinity,
        lowOpen: code.low?.open ?? true,
        high: code.high?.value ?? Infinity,
        highOpen: code.high?.open ?? true,
      };
}

function meet(x: Interval, y: Interval): boolean {
  const low = Math.max(x.low, y.low);
  const high = Math.min(x.high, y.high);
  if (low !== high) return low < high;
  const closed = (side: Interval): boolean => !(side.low === low && side.lowOpen) && !(side.high === high && side.highOpen);
  return closed(x) && closed(y);
}
