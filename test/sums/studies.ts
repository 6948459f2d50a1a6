// Studies small enough to be counted many times, and what tests of sums share: parts of a frame, sums as they are written and read.
import {
  codeStudy,
  execute,
  mergeRanges,
  mergeSums,
  noMemo,
  questionText,
  rangesOf,
  rangesText,
  readCsv,
  readSums,
  studyOfSums,
  sumsOf,
  sumsText,
  type CountedSums,
  type Frame,
  type Plan,
  type Quantity,
  type Ranges,
} from '@studyspec/core';
import { compile } from '@studyspec/dsl';

export const planOf = (text: string): Plan => {
  const { plan, problems } = compile({ entry: 'x.study', texts: new Map([['x.study', text]]) });
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (plan === null || errors.length > 0) throw new Error(JSON.stringify(errors));
  return plan;
};

export const frameOf = (csv: string): Frame => readCsv(new TextEncoder().encode(csv), 'd.csv').frame!;

/** The rows in this order, as a frame of their own. */
export function rowsOf(frame: Frame, rows: readonly number[]): Frame {
  const { rowNumbers: _, ...rest } = frame;
  const flow = { rows: rows.length, rules: [] };
  return {
    ...rest,
    rows: rows.length,
    flow,
    columns: frame.columns.map((column) => {
      if (column.kind === 'text') return { ...column, codes: Int32Array.from(rows, (row) => column.codes[row]!) };
      return { kind: 'number', name: column.name, values: Float64Array.from(rows, (row) => column.values[row]!) };
    }),
  };
}

/** Rows of each of so many parts, in order. */
export const parted = (rows: number, parts: number): readonly (readonly number[])[] =>
  Array.from({ length: parts }, (_, part) => {
    const [from, to] = [Math.floor((part * rows) / parts), Math.floor(((part + 1) * rows) / parts)];
    return Array.from({ length: to - from }, (__, at) => from + at);
  });

export const countedOf = (plan: Plan, frame: Frame, threshold = 0): CountedSums => {
  const file = readSums(sumsText(sumsOf(plan, codeStudy(plan, frame), frame, threshold)));
  if ('refusal' in file || file.holds !== 'counts') throw new Error('not read back');
  return file.sums;
};

export function mergedOf(parts: readonly CountedSums[]): CountedSums {
  const all = mergeSums(parts);
  if (typeof all === 'string') throw new Error(all);
  return all;
}

/** As a file, without what says of which parts it was made. */
export const textOf = (sums: CountedSums): string => sumsText({ ...sums, parts: [], sources: [] });

/** The numbers of a study from the sums of its parts and from as many rounds as anything is asked for, or no more than so many. */
export function numbersOf(plan: Plan, parts: readonly Frame[], threshold = 0, rounds = 9): ReadonlyMap<string, Quantity> {
  const coded = parts.map((frame) => [codeStudy(plan, frame), frame] as const);
  const merged = mergedOf(parts.map((frame) => countedOf(plan, frame, threshold)));
  const told: Ranges[] = [];
  for (let round = 1; ; round++) {
    const study = studyOfSums(plan, merged, told);
    const found = new Map(execute(plan, study.coded, study.frame, noMemo).quantities);
    if (round === rounds || study.asked.size === 0) return found;
    const question = readSums(questionText({ digest: merged.digest, threshold, forms: [...study.asked] }));
    if ('refusal' in question || question.holds !== 'question') throw new Error('not read back');
    const ends = coded.map(([own, frame]) => {
      const ends = rangesOf(plan, own, frame, question.question, threshold);
      if (ends === null || 'refused' in ends) throw new Error('not answered');
      const answer = readSums(rangesText(ends));
      if ('refusal' in answer || answer.holds !== 'ranges') throw new Error('not read back');
      return answer.ranges;
    });
    told.push(...mergeRanges(ends));
  }
}
