// A study from its sums alone: coded answers that stand for counts, and a frame without a column.
import type { CodedStudy } from '../data/coding.ts';
import type { Frame } from '../data/frame.ts';
import type { Plan } from '../methods/plan.ts';
import { codesOf, measureOf, valuesOf } from '../rowless/columns.ts';
import { sourceOf } from './counted.ts';
import type { Ranges, Sums } from './sums.ts';

export interface CountedStudy {
  readonly coded: CodedStudy;
  readonly frame: Frame;
  /** Ends of scores that were asked for and are not known, as they are asked for. */
  readonly asked: ReadonlySet<string>;
}

/** `ranges`: what later rounds have told. */
export function studyOfSums(plan: Plan, sums: Sums, ranges: readonly Ranges[]): CountedStudy {
  const asked = new Set<string>();
  const source = sourceOf(sums, ranges, asked);
  const numbers = new Map<string, Float64Array>();
  const categories = new Map<string, Int32Array>();
  for (const column of sums.columns) {
    if ('levels' in column) categories.set(column.name, codesOf(source, column.name));
    if (column.kind === 'number') numbers.set(column.name, valuesOf(source, column.name, Float64Array.from(column.values)));
    if (column.kind === 'measure') numbers.set(column.name, measureOf(source, column.name));
  }
  // Of a category that was not counted nothing is known; what asks for it is told so.
  for (const { kind, name } of plan.variables)
    if (kind === 'category' && !categories.has(name)) categories.set(name, codesOf(source, name));
  const coded: CodedStudy = {
    rows: sums.rows,
    numbers,
    categories,
    levelNames: new Map(plan.variables.flatMap((one) => (one.kind === 'category' ? [[one.name, one.levels.map(({ name }) => name)]] : []))),
    missing: plan.data?.missing ?? [],
    ids: null,
    dataProblems: [],
    problems: [],
    rowless: { source, lacking: new Map(sums.lacking), unusable: sums.unusable, kept: sums.kept },
  };
  const frame: Frame = { file: plan.data?.file ?? '', rows: sums.rows, columns: [], flow: sums.flow };
  return { coded, frame, asked };
}
