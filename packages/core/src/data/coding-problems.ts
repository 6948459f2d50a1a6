// Gathers the answers of one variable that could not be used, and puts them together: one DataProblem an answer, one Problem a kind.
import type { CodedLevel } from '../problems/data-phrases.ts';
import type { FoundAnswers } from '../problems/data/found-answers.ts';
import { fileOf, rowNumber } from './frame.ts';
import type { CodingContext } from './coding.ts';
import type { DataProblem } from './data-problem.ts';
import { labelsOf, pointLabelled, pointNamed } from './read-answers.ts';
import type { IndicatorPlan } from '../contract/variables.ts';
import { raise, type Problem } from '../problems/problem.ts';
import { beyondGoalposts } from '../problems/data/beyond-goalposts.ts';
import { betweenPoints } from '../problems/data/between-points.ts';
import { labelledAnswers } from '../problems/data/labelled-answers.ts';
import { notANumber } from '../problems/data/not-a-number.ts';
import { outOfRange } from '../problems/data/out-of-range.ts';
import { severalAnswers } from '../problems/data/several-answers.ts';
import { undefinedValue } from '../problems/data/undefined-value.ts';
import { unlistedCode } from '../problems/data/unlisted-code.ts';

/** A file that is wrong throughout must not fill the memory: this many answers a variable are listed one by one, all are counted. */
const LISTED_LIMIT = 20_000;

export interface Finding {
  readonly add: (row: number, value: string) => void;
  readonly count: () => number;
  readonly dataProblems: readonly DataProblem[];
  /** Empty when nothing was found. */
  readonly facts: () => FoundAnswers | null;
  readonly first: () => DataProblem | null;
}

export function findingOf(
  context: CodingContext,
  kind: DataProblem['kind'],
  variable: string,
  column: string,
  expected: string,
  kept = false,
  written: string | null = expected,
): Finding {
  const dataProblems: DataProblem[] = [];
  const counts = new Map<string, number>();
  let count = 0;
  const { frame, ids } = context;
  const add = (row: number, value: string): void => {
    count++;
    if (counts.has(value) || counts.size < LISTED_LIMIT) counts.set(value, (counts.get(value) ?? 0) + 1);
    if (dataProblems.length >= LISTED_LIMIT) return;
    const id = ids?.at(row) ?? '';
    dataProblems.push({
      kind,
      variable,
      column,
      file: fileOf(frame, row),
      row: rowNumber(frame, row),
      id: id === '' ? null : id,
      value,
      expected,
      kept,
    });
  };
  const facts = (): FoundAnswers | null => {
    const first = dataProblems[0];
    if (first === undefined) return null;
    const values = [...counts]
      .map(([value, times]) => ({ value, count: times }))
      .sort((a, b) => b.count - a.count)
      .slice(0, 10);
    return {
      variable,
      row: first.row,
      id: first.id,
      value: first.value,
      expected: written,
      count,
      values,
      distinct: counts.size,
    };
  };
  return { add, count: () => count, dataProblems, facts, first: () => dataProblems[0] ?? null };
}

function dataPlace(first: DataProblem): NonNullable<Problem['data']> {
  const place = { file: first.file, row: first.row, column: first.column, value: first.value };
  return first.id === null ? place : { ...place, id: first.id };
}

/**
 * Answers of a variable that are neither blank nor declared missing, and yet cannot be used. From a twentieth of all answers on their share
 * is said; from a fifth, and five cells, nothing is computed from them: it is no longer a matter of single cells.
 */
export interface Loss {
  readonly lost: number;
  readonly answered: number;
  readonly severe: boolean;
}

export function lossOf(lost: number, answered: number): Loss | null {
  return lost < 5 || lost * 20 < answered ? null : { lost, answered, severe: lost * 5 >= answered };
}

const severity = (loss: Loss | null): { severity: 'error' } | Record<never, never> => (loss?.severe === true ? { severity: 'error' } : {});

export function notNumberProblems(
  finding: Finding,
  at: string,
  answered: number,
  about: { readonly early: boolean; readonly scale: boolean },
  loss: Loss | null,
): Problem[] {
  const facts = finding.facts();
  return facts === null
    ? []
    : [raise(notANumber, { ...facts, answered, ...about, loss }, { at, data: dataPlace(finding.first()!), ...severity(loss) })];
}

/** `within`: the range is a number's, and no scale. */
export function outOfRangeProblems(finding: Finding, at: string, answered: number, loss: Loss | null, within = false): Problem[] {
  const facts = finding.facts();
  return facts === null
    ? []
    : [
        raise(
          outOfRange,
          { ...facts, answered, kept: finding.first()!.kept, within, loss },
          { at, data: dataPlace(finding.first()!), ...severity(loss) },
        ),
      ];
}

export function severalProblems(finding: Finding, at: string, kind: 'indicator' | 'number' | 'category', loss: Loss | null): Problem[] {
  const facts = finding.facts();
  return facts === null
    ? []
    : [raise(severalAnswers, { ...facts, kind, loss }, { at, data: dataPlace(finding.first()!), ...severity(loss) })];
}

export function labelledProblems(finding: Finding, indicator: IndicatorPlan, loss: Loss | null): Problem[] {
  const facts = finding.facts();
  const scale = indicator.askedOn?.scale ?? indicator.scale;
  const asked = indicator.askedOn ?? indicator.scale;
  if (facts === null || asked === null) return [];
  const labels = labelsOf(scale);
  const points = facts.values.map(({ value }) => ({ text: value, point: pointNamed(value, asked) ?? pointLabelled(value, labels) }));
  return [
    raise(
      labelledAnswers,
      { ...facts, scale: scale?.name ?? null, low: asked.low, high: asked.high, points, loss },
      { at: indicator.name, data: dataPlace(finding.first()!), ...severity(loss) },
    ),
  ];
}

export function betweenProblems(finding: Finding, at: string, whole: number): Problem[] {
  const facts = finding.facts();
  return facts === null ? [] : [raise(betweenPoints, { ...facts, whole }, { at, data: dataPlace(finding.first()!) })];
}

export function unlistedProblems(
  finding: Finding,
  at: string,
  levels: readonly CodedLevel[],
  silent: readonly CodedLevel[],
  alike: { readonly value: string; readonly level: string; readonly codes: string } | null,
  loss: Loss | null,
): Problem[] {
  const facts = finding.facts();
  return facts === null
    ? []
    : [raise(unlistedCode, { ...facts, levels, silent, alike, loss }, { at, data: dataPlace(finding.first()!), ...severity(loss) })];
}

export function undefinedProblems(finding: Finding, at: string): Problem[] {
  const facts = finding.facts();
  return facts === null ? [] : [raise(undefinedValue, facts, { at, data: dataPlace(finding.first()!) })];
}

export function beyondProblems(finding: Finding, at: string, low: number, high: number): Problem[] {
  const facts = finding.facts();
  return facts === null
    ? []
    : [raise(beyondGoalposts, { ...facts, low, high }, { at: `${at}/goalposts`, data: dataPlace(finding.first()!) })];
}
