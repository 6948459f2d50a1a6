// Comparisons, regressions and checks as tables of markdown, for hovers and the tooltips of hints.
import {
  addressFor,
  methodHas,
  waysThrough,
  type CompareResult,
  type CorrelateResult,
  type EditorWords,
  type MediationResult,
  type RegressionResult,
  type StudyResults,
} from '@studyspec/core';
import { code, table } from './markdown.ts';
import { quantityAt, textOfQuantity } from './values.ts';

const dot = (text: string | null): string => text ?? '.';

const withReason = (words: EditorWords, what: string, reason: string | null): string =>
  reason === null ? what : words.withReason(what, words.reason(reason));

export function comparisonTable(words: EditorWords, { quantities }: StudyResults, found: CompareResult): string {
  const several = found.job.by.length > 1;
  return table(
    [words.head('outcome'), 'F', 'df', 'p', 'η²'],
    found.cells.map(({ outcome, category, reason }) => {
      const path = several ? [found.job.name, outcome, category.name] : [found.job.name, outcome];
      const of = (...name: string[]): string => dot(textOfQuantity(words, quantityAt(quantities, ...path, ...name)));
      return [
        withReason(words, several ? words.hover.outcomeBy(code(outcome), code(category.name)) : code(outcome), reason),
        of('f'),
        `${of('df1')}, ${of('df2')}`,
        of('p'),
        of('eta2'),
      ];
    }),
  );
}

/** The lower triangle; a wide table is left to the report. */
export function correlationsTable(words: EditorWords, { quantities }: StudyResults, { job }: CorrelateResult): string {
  if (job.variables.length > 8) return '';
  const r = (a: string, b: string): string =>
    dot(textOfQuantity(words, quantities.get(addressFor([job.name], 'r(variable, variable)', [a, b])) ?? null));
  return table(
    ['', ...job.variables.map((_, i) => String(i + 1))],
    job.variables.map((name, i) => [`${i + 1}. ${code(name)}`, ...job.variables.map((other, j) => (j < i ? r(name, other) : ''))]),
  );
}

/** Total, direct and indirect effects with their intervals; empty where nothing could be computed. */
export function effectsTable(words: EditorWords, { quantities }: StudyResults, { job, found }: MediationResult): string {
  if (found === null) return '';
  const of = (name: string, way: readonly string[] = []): string => {
    const key = way.length === 0 ? name : `${name}(${way.map(() => 'variable').join(', ')})`;
    return dot(textOfQuantity(words, quantities.get(addressFor([job.name], key, way)) ?? null));
  };
  const row = (title: string, name: string, way: readonly string[] = []): string[] => [
    title,
    of(name, way),
    `${of(`${name}.low`, way)} … ${of(`${name}.high`, way)}`,
  ];
  return table(
    [words.head('effect'), 'b', words.head('interval')],
    [
      row(words.hover.totalEffect, 'total'),
      row(words.hover.directEffect, 'direct'),
      ...waysThrough(job.mediators).map((way) => row(way.map(code).join(' → '), 'indirect', way)),
    ],
  );
}

export function regressionTable(words: EditorWords, { quantities }: StudyResults, found: RegressionResult): string {
  if (found.job.method.kind !== 'linear') return otherModelTable(words, { quantities }, found);
  return table(
    [words.head('outcome'), 'n', 'R²', words.head('adjusted_r2'), 'F', 'p'],
    found.outcomes.map(({ outcome, reason }) => {
      const of = (name: string): string => dot(textOfQuantity(words, quantityAt(quantities, found.job.name, outcome, name)));
      return [withReason(words, code(outcome), reason), of('n'), of('r2'), of('adjusted_r2'), of('f'), of('p')];
    }),
  );
}

/** Of methods other than least squares: what each has of n, χ², pseudo R², ICC and ln L. */
function otherModelTable(
  words: EditorWords,
  { quantities }: Pick<StudyResults, 'quantities'>,
  { job, outcomes }: RegressionResult,
): string {
  const columns = (['n', 'chi2', 'p', 'mcfadden', 'icc', 'loglik'] as const).filter((one) => methodHas(job.method.kind, one));
  const titles = { n: 'n', chi2: words.head('likelihood ratio'), p: 'p', mcfadden: 'McFadden R²', icc: 'ICC', loglik: 'ln L' };
  return table(
    [words.head('outcome'), ...columns.map((one) => titles[one])],
    outcomes.map(({ outcome, reason }) => [
      withReason(words, code(outcome), reason),
      ...columns.map((one) => dot(textOfQuantity(words, quantityAt(quantities, job.name, outcome, one)))),
    ]),
  );
}

export function checkTable(
  words: EditorWords,
  list: readonly { readonly ok: boolean | null; readonly row: readonly [string, string, string] }[],
): string {
  const printed = list.some((one) => one.row[1] !== '');
  const shown = [...list].sort((a, b) => Number(a.ok ?? false) - Number(b.ok ?? false)).slice(0, 12);
  const more = list.length > shown.length ? `\n\n${words.hover.more(list.length - shown.length)}` : '';
  return (
    table(
      ['', ...(printed ? (['number', 'printed', 'computed'] as const) : (['claim', 'computed'] as const)).map(words.head)],
      shown.map(({ ok, row }) => [ok === null ? '?' : ok ? '✓' : '✗', code(row[0]), ...(printed ? [row[1]] : []), row[2]]),
      2,
    ) + more
  );
}
