// One indicator: missing codes, the range of the scale it was asked on, bringing it to its own scale, reversal.
import { columnOf, missingIn, rowNumber, type Column } from './frame.ts';
import type { CodedVariable, CodingContext } from './coding.ts';
import {
  betweenProblems,
  findingOf,
  labelledProblems,
  lossOf,
  notNumberProblems,
  outOfRangeProblems,
  severalProblems,
} from './coding-problems.ts';
import { answersIn, labelsOf, pointLabelled, pointNamed, pointOf } from './read-answers.ts';
import { isNoAnswer } from './readers/heading-rows.ts';
import { raise } from '../problems/problem.ts';
import { allMissing } from '../problems/data/all-missing.ts';
import type { IndicatorPlan, ScalePlan, ValueSet } from '../contract/variables.ts';
import { cellText, levelNumbers, levelsIn, numericCells, writeNumber } from './values.ts';

type Asked = Pick<ScalePlan, 'low' | 'high'>;

/** Of the answers in range, so many must be whole for the others to be told: below that the item is an average of several. */
const MOSTLY_WHOLE = 0.75;

/**
 * Order of the steps: missing codes; labels of points; range low..high of the scale it was asked on (a value between two points, as an
 * average of repeated answers, is in range, and told where nearly all others are points); x ↦ lo + (x − a)(hi − lo)/(b − a) from a..b onto
 * lo..hi; reversal x ↦ lo + hi − x. An answer out of range is missing, or with `out of range kept` goes through the same steps as it
 * stands. A cell that holds several answers is missing: `2,3` is never 2.3.
 */
export function codeIndicator(indicator: IndicatorPlan, context: CodingContext): CodedVariable<Float64Array> {
  const column = columnOf(context.frame, indicator.column);
  if (column === undefined) return { values: new Float64Array(context.frame.rows).fill(NaN), dataProblems: [], problems: [] };
  const asked = indicator.askedOn ?? indicator.scale;
  const own = indicator.scale ?? asked;
  const kept = context.outOfRange === 'kept';
  const range = asked === null ? '' : `${writeNumber(asked.low)}..${writeNumber(asked.high)}`;
  const expected = range === '' ? 'a number' : range;
  const finding = (kind: Parameters<typeof findingOf>[1], isKept = false): ReturnType<typeof findingOf> =>
    findingOf(context, kind, indicator.name, indicator.column, expected, isKept, range === '' ? null : range);
  const words = finding('not-a-number');
  const several = finding('several-answers');
  const labelled = finding('not-a-number');
  const outside = finding('out-of-range', kept);
  const between = finding('between-points', true);

  const { values, answered, others, byLabel } = answersOf(
    column,
    indicator,
    asked,
    indicator.missing ?? missingIn(column, context.missing),
  );
  const numbers = answered - others.length;
  let early = 0;
  // Where some answers are labels, the other words are labels as well, unless they say that there is none.
  const worded = asked !== null && (byLabel || numbers === 0 || others.some(({ kind }) => kind === 'labelled'));
  for (const { row, kind } of others) {
    const text = cellText(column, row) ?? '';
    const into = kind === 'several' ? several : kind === 'labelled' || (worded && !isNoAnswer(text)) ? labelled : words;
    into.add(row, text);
    if (into === words && rowNumber(context.frame, row) === early + 1 && !isNoAnswer(text)) early++;
  }

  const rescaled = asked !== null && own !== null && (asked.low !== own.low || asked.high !== own.high);
  const slope = rescaled ? (own.high - own.low) / (asked.high - asked.low) : 1;
  let whole = 0;
  for (let row = 0; row < values.length; row++) {
    let value = values[row]!;
    if (Number.isNaN(value)) continue;
    if (asked !== null && (value < asked.low || value > asked.high)) {
      outside.add(row, cellText(column, row) ?? '');
      if (!kept) {
        values[row] = NaN;
        continue;
      }
    } else if (Number.isInteger(value)) whole++;
    else if (asked !== null) between.add(row, cellText(column, row) ?? '');
    if (asked !== null && own !== null) {
      // The ends map exactly: 7 on 1..7 is 5 on 1..5, not 5.000000000000001.
      if (rescaled) value = value === asked.high ? own.high : own.low + (value - asked.low) * slope;
      if (indicator.reversed) value = own.low + own.high - value;
    }
    values[row] = value;
  }

  const betweenPoints =
    asked !== null && Number.isInteger(asked.low) && Number.isInteger(asked.high) && whole >= MOSTLY_WHOLE * (whole + between.count());
  const loss = lossOf(words.count() + several.count() + labelled.count() + (kept ? 0 : outside.count()), answered);
  const problems = [
    ...outOfRangeProblems(outside, indicator.name, answered, kept ? null : loss),
    ...severalProblems(several, indicator.name, 'indicator', loss),
    ...labelledProblems(labelled, indicator, loss),
    ...notNumberProblems(
      words,
      indicator.name,
      answered,
      { early: early === words.count() && early <= 3 && numbers > 0, scale: asked !== null },
      loss,
    ),
    ...(betweenPoints ? betweenProblems(between, indicator.name, whole) : []),
  ];
  if (answered === 0 && values.length > 0) {
    problems.push(
      raise(
        allMissing,
        { variable: indicator.name, column: indicator.column, rows: values.length },
        { at: indicator.name, data: { file: context.frame.file, column: indicator.column } },
      ),
    );
  }
  const found = inRowOrder(inRowOrder(outside.dataProblems, words.dataProblems), inRowOrder(several.dataProblems, labelled.dataProblems));
  return { values, dataProblems: betweenPoints ? inRowOrder(found, between.dataProblems) : found, problems };
}

interface Answers {
  /** NaN: blank, missing by its code, or no number. */
  readonly values: Float64Array;
  readonly answered: number;
  /** Rows whose cell is neither missing nor one number. */
  readonly others: readonly { readonly row: number; readonly kind: 'word' | 'several' | 'labelled' }[];
  /** Some cells were read by the labels of the scale. */
  readonly byLabel: boolean;
}

function answersOf(column: Column, indicator: IndicatorPlan, asked: Asked | null, missing: ValueSet): Answers {
  if (column.kind === 'number' || asked === null) {
    const { values, notNumbers, answered } = numericCells(column, missing);
    return { values, answered, others: notNumbers.map((row) => ({ row, kind: 'word' })), byLabel: false };
  }
  const gone = levelsIn(missing, column);
  const numbers = levelNumbers(column);
  const labels = labelsOf(indicator.askedOn === null ? indicator.scale : (indicator.askedOn.scale ?? null));
  const answerOf = (part: string): number | null => pointOf(part, asked) ?? pointLabelled(part, labels);
  // A comma that may stand between two points of the scale is a decimal one only where another number of the column proves it: `3,67`,
  // `4,0`.
  const commas = column.levels.filter((level, code) => numbers[code] != null && !gone[code]! && /[,，]/u.test(level));
  const choices =
    column.style?.decimal === ',' && column.style.stated !== true && commas.every((level) => answersIn(level, answerOf) !== null)
      ? new Set(commas)
      : new Set<string>();
  let byLabel = false;
  const read = column.levels.map((level, code): number | 'word' | 'several' | 'labelled' => {
    if (gone[code]!) return NaN;
    const value = numbers[code]!;
    if (value !== null) return choices.has(level) ? 'several' : value;
    const point = pointLabelled(level, labels);
    if (point !== null) {
      byLabel = true;
      return point;
    }
    return answersIn(level, answerOf) !== null ? 'several' : pointNamed(level, asked) !== null ? 'labelled' : 'word';
  });
  const values = new Float64Array(column.codes.length).fill(NaN);
  const others: { row: number; kind: 'word' | 'several' | 'labelled' }[] = [];
  let answered = 0;
  for (let row = 0; row < values.length; row++) {
    const code = column.codes[row]!;
    if (code < 0) continue;
    const value = read[code]!;
    if (typeof value === 'string') {
      others.push({ row, kind: value });
      answered++;
    } else if (!Number.isNaN(value)) {
      values[row] = value;
      answered++;
    }
  }
  return { values, answered, others, byLabel };
}

export function inRowOrder<T extends { readonly row: number }>(a: readonly T[], b: readonly T[]): T[] {
  return [...a, ...b].sort((first, second) => first.row - second.row);
}
