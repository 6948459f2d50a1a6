// One indicator: missing codes, the range of the scale it was asked on, bringing it to its own scale, reversal.
import { columnOf } from './frame.ts';
import type { CodedVariable, CodingContext } from './coding.ts';
import { findingOf, notNumberProblems, outOfRangeProblems } from './coding-problems.ts';
import { raise } from '../problems/problem.ts';
import { allMissing } from '../problems/data/all-missing.ts';
import type { IndicatorPlan } from '../plan/plan.ts';
import { cellText, numericCells, writeNumber } from './values.ts';

/**
 * Order of the steps: missing codes; range low..high of the scale it was asked on (a value between two points, as an average of
 * repeated answers, is in range); x ↦ lo + (x − a)(hi − lo)/(b − a) from a..b onto lo..hi; reversal x ↦ lo + hi − x.
 * An answer out of range is missing, or with `out of range kept` goes through the same steps as it stands.
 */
export function codeIndicator(indicator: IndicatorPlan, context: CodingContext): CodedVariable<Float64Array> {
  const column = columnOf(context.frame, indicator.column);
  if (column === undefined) return { values: new Float64Array(context.frame.rows).fill(NaN), dataProblems: [], problems: [] };
  const { values, notNumbers, answered } = numericCells(column, indicator.missing ?? context.missing);
  const asked = indicator.askedOn ?? indicator.scale;
  const own = indicator.scale ?? asked;
  const kept = context.outOfRange === 'kept';
  const range = asked === null ? '' : `${writeNumber(asked.low)}..${writeNumber(asked.high)}`;
  const words = findingOf(context, 'not-a-number', indicator.name, indicator.column, range === '' ? 'a number' : range);
  const outside = findingOf(context, 'out-of-range', indicator.name, indicator.column, range, kept);
  for (const row of notNumbers) words.add(row, cellText(column, row) ?? '');

  const rescaled = asked !== null && own !== null && (asked.low !== own.low || asked.high !== own.high);
  const slope = rescaled ? (own.high - own.low) / (asked.high - asked.low) : 1;
  for (let row = 0; row < values.length; row++) {
    let value = values[row]!;
    if (Number.isNaN(value)) continue;
    if (asked !== null && (value < asked.low || value > asked.high)) {
      outside.add(row, writeNumber(value));
      if (!kept) { values[row] = NaN; continue; }
    }
    if (asked !== null && own !== null) {
      // The ends map exactly: 7 on 1..7 is 5 on 1..5, not 5.000000000000001.
      if (rescaled) value = value === asked.high ? own.high : own.low + (value - asked.low) * slope;
      if (indicator.reversed) value = own.low + own.high - value;
    }
    values[row] = value;
  }

  const problems = [...outOfRangeProblems(outside, indicator.name, answered), ...notNumberProblems(words, indicator.name, answered)];
  if (answered === 0 && values.length > 0) {
    problems.push(raise(allMissing, { variable: indicator.name, column: indicator.column, rows: values.length }, { at: indicator.name, data: { file: context.frame.file, column: indicator.column } }));
  }
  return { values, dataProblems: inRowOrder(outside.dataProblems, words.dataProblems), problems };
}

export function inRowOrder<T extends { readonly row: number }>(a: readonly T[], b: readonly T[]): T[] {
  return [...a, ...b].sort((first, second) => first.row - second.row);
}
