// Comparisons, regressions and checks as tables of markdown, for hovers and the tooltips of hints.
import {
  addressFor,
  methodHas,
  waysThrough,
  type CompareResult,
  type CorrelateResult,
  type MediationResult,
  type RegressionResult,
  type StudyResults,
} from '@studyspec/core';
import { code, table } from './markdown.ts';
import { quantityAt, textOfQuantity } from './values.ts';

const dot = (text: string | null): string => text ?? '.';

export function comparisonTable({ quantities }: StudyResults, found: CompareResult): string {
  const several = found.job.by.length > 1;
  return table(
    ['outcome', 'F', 'df', 'p', 'η²'],
    found.cells.map(({ outcome, category, reason }) => {
      const path = several ? [found.job.name, outcome, category.name] : [found.job.name, outcome];
      const of = (...name: string[]): string => dot(textOfQuantity(quantityAt(quantities, ...path, ...name)));
      return [
        `${code(outcome)}${several ? ` by ${code(category.name)}` : ''}${reason === null ? '' : ` (${reason})`}`,
        of('f'),
        `${of('df1')}, ${of('df2')}`,
        of('p'),
        of('eta2'),
      ];
    }),
  );
}

/** The lower triangle; a wide table is left to the report. */
export function correlationsTable({ quantities }: StudyResults, { job }: CorrelateResult): string {
  if (job.variables.length > 8) return '';
  const r = (a: string, b: string): string =>
    dot(textOfQuantity(quantities.get(addressFor([job.name], 'r(variable, variable)', [a, b])) ?? null));
  return table(
    ['', ...job.variables.map((_, i) => String(i + 1))],
    job.variables.map((name, i) => [`${i + 1}. ${code(name)}`, ...job.variables.map((other, j) => (j < i ? r(name, other) : ''))]),
  );
}

/** Total, direct and indirect effects with their intervals; empty where nothing could be computed. */
export function effectsTable({ quantities }: StudyResults, { job, found }: MediationResult): string {
  if (found === null) return '';
  const of = (name: string, way: readonly string[] = []): string => {
    const key = way.length === 0 ? name : `${name}(${way.map(() => 'variable').join(', ')})`;
    return dot(textOfQuantity(quantities.get(addressFor([job.name], key, way)) ?? null));
  };
  const row = (title: string, name: string, way: readonly string[] = []): string[] => [
    title,
    of(name, way),
    `${of(`${name}.low`, way)} … ${of(`${name}.high`, way)}`,
  ];
  return table(
    ['effect', 'b', '95 %'],
    [
      row('total', 'total'),
      row('direct', 'direct'),
      ...waysThrough(job.mediators).map((way) => row(way.map(code).join(' → '), 'indirect', way)),
    ],
  );
}

export function regressionTable({ quantities }: StudyResults, found: RegressionResult): string {
  if (found.job.method.kind !== 'linear') return otherModelTable({ quantities }, found);
  return table(
    ['outcome', 'n', 'R²', 'adj. R²', 'F', 'p'],
    found.outcomes.map(({ outcome, reason }) => {
      const of = (name: string): string => dot(textOfQuantity(quantityAt(quantities, found.job.name, outcome, name)));
      return [`${code(outcome)}${reason === null ? '' : ` (${reason})`}`, of('n'), of('r2'), of('adjusted_r2'), of('f'), of('p')];
    }),
  );
}

/** Of methods other than least squares: what each has of n, χ², pseudo R², ICC and ln L. */
function otherModelTable({ quantities }: Pick<StudyResults, 'quantities'>, { job, outcomes }: RegressionResult): string {
  const columns = (['n', 'chi2', 'p', 'mcfadden', 'icc', 'loglik'] as const).filter((one) => methodHas(job.method.kind, one));
  const titles = { n: 'n', chi2: 'LR χ²', p: 'p', mcfadden: 'McFadden R²', icc: 'ICC', loglik: 'ln L' };
  return table(
    ['outcome', ...columns.map((one) => titles[one])],
    outcomes.map(({ outcome, reason }) => [
      `${code(outcome)}${reason === null ? '' : ` (${reason})`}`,
      ...columns.map((one) => dot(textOfQuantity(quantityAt(quantities, job.name, outcome, one)))),
    ]),
  );
}

export function checkTable(list: readonly { readonly ok: boolean | null; readonly row: readonly [string, string, string] }[]): string {
  const printed = list.some((one) => one.row[1] !== '');
  const shown = [...list].sort((a, b) => Number(a.ok ?? false) - Number(b.ok ?? false)).slice(0, 12);
  const more = list.length > shown.length ? `\n\n… and ${list.length - shown.length} more` : '';
  return (
    table(
      ['', ...(printed ? ['number', 'printed', 'computed'] : ['claim', 'computed'])],
      shown.map(({ ok, row }) => [ok === null ? '?' : ok ? '✓' : '✗', code(row[0]), ...(printed ? [row[1]] : []), row[2]]),
      2,
    ) + more
  );
}
