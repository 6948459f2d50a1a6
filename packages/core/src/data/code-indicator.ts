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
import { keptAs, type Values } from '../counts/points.ts';
import { codedCells, levelNumbers, levelsIn, setMatchesNumber, writeNumber, type CodedCells } from './values.ts';

type Asked = Pick<ScalePlan, 'low' | 'high'>;

/** Of the answers in range, so many must be whole for the others to be told: below that the item is an average of several. */
const MOSTLY_WHOLE = 0.75;

/**
 * Order of the steps: missing codes; labels of points; range low..high of the scale it was asked on (a value between two points, as an
 * average of repeated answers, is in range, and told where nearly all others are points); x ↦ lo + (x − a)(hi − lo)/(b − a) from a..b onto
 * lo..hi; reversal x ↦ lo + hi − x. An answer out of range is missing, or with `out of range kept` goes through the same steps as it
 * stands. A cell that holds several answers is missing: `2,3` is never 2.3.
 */
export function codeIndicator(indicator: IndicatorPlan, context: CodingContext): CodedVariable<Values> {
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

  const {
    rows,
    codes: codesOf,
    numbered,
    counts,
    textOf,
    read,
    byLabel,
  } = answersOf(column, indicator, asked, indicator.missing ?? missingIn(column, context.missing));
  const rescaled = asked !== null && own !== null && (asked.low !== own.low || asked.high !== own.high);
  const slope = rescaled ? (own.high - own.low) / (asked.high - asked.low) : 1;
  const table = new Float64Array(read.length).fill(NaN);
  const toldAs: (Told | undefined)[] = [];
  let [numbers, unread, whole] = [0, 0, 0];
  for (const [code, answer] of read.entries()) {
    const times = counts[code]!;
    if (typeof answer === 'string') {
      toldAs[code] = answer;
      unread += times;
      continue;
    }
    if (Number.isNaN(answer)) continue;
    numbers += times;
    let value = answer;
    if (asked !== null && (value < asked.low || value > asked.high)) {
      toldAs[code] = 'outside';
      if (!kept) continue;
    } else if (Number.isInteger(value)) whole += times;
    else if (asked !== null) toldAs[code] = 'between';
    if (asked !== null && own !== null) {
      // The ends map exactly: 7 on 1..7 is 5 on 1..5, not 5.000000000000001.
      if (rescaled) value = value === asked.high ? own.high : own.low + (value - asked.low) * slope;
      if (indicator.reversed) value = own.low + own.high - value;
    }
    table[code] = value;
  }
  const answered = numbers + unread;

  let early = 0;
  // Where some answers are labels, the other words are labels as well, unless they say that there is none.
  const worded = asked !== null && (byLabel || numbers === 0 || toldAs.some((told, code) => told === 'labelled' && counts[code]! > 0));
  if (toldAs.some((told, code) => told !== undefined && counts[code]! > 0)) {
    const codes = codesOf();
    for (let row = 0; row < rows; row++) {
      const told = codes[row]! < 0 ? undefined : toldAs[codes[row]!];
      if (told === undefined) continue;
      const text = textOf(codes[row]!);
      if (told === 'outside' || told === 'between') (told === 'outside' ? outside : between).add(row, text);
      else {
        const into = told === 'several' ? several : told === 'labelled' || (worded && !isNoAnswer(text)) ? labelled : words;
        into.add(row, text);
        if (into === words && rowNumber(context.frame, row) === early + 1 && !isNoAnswer(text)) early++;
      }
    }
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
  if (answered === 0 && rows > 0) {
    problems.push(
      raise(
        allMissing,
        { variable: indicator.name, column: indicator.column, rows },
        { at: indicator.name, data: { file: context.frame.file, column: indicator.column } },
      ),
    );
  }
  const found = inRowOrder(inRowOrder(outside.dataProblems, words.dataProblems), inRowOrder(several.dataProblems, labelled.dataProblems));
  return {
    values: keptAs(numbered(table)),
    dataProblems: betweenPoints ? inRowOrder(found, between.dataProblems) : found,
    problems,
  };
}

/** What is not one number of the scale: words, several answers, a label; a number beyond its ends or between two of its points. */
type Told = 'word' | 'several' | 'labelled' | 'outside' | 'between';

interface Answers extends CodedCells {
  /** Of each code its number, NaN where it is missing, or what it is instead of one. */
  readonly read: readonly (number | Told)[];
  /** Some cells were read by the labels of the scale. */
  readonly byLabel: boolean;
}

function answersOf(column: Column, indicator: IndicatorPlan, asked: Asked | null, missing: ValueSet): Answers {
  const cells = codedCells(column);
  if (column.kind === 'number')
    return {
      ...cells,
      read: Array.from(cells.numbers!, (value) => (setMatchesNumber(missing, value) ? NaN : value)),
      byLabel: false,
    };
  const gone = levelsIn(missing, column);
  const numbers = levelNumbers(column);
  if (asked === null)
    return { ...cells, read: numbers.map((value, code): number | Told => (gone[code]! ? NaN : (value ?? 'word'))), byLabel: false };
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
  const read = column.levels.map((level, code): number | Told => {
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
  return { ...cells, read, byLabel };
}

export function inRowOrder<T extends { readonly row: number }>(a: readonly T[], b: readonly T[]): T[] {
  return [...a, ...b].sort((first, second) => first.row - second.row);
}
