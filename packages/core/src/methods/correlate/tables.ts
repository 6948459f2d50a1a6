// Correlations as journals print them: a row a variable with its mean, SD and alpha, and the correlations below the diagonal; each pair
// with its interval where details are asked for.
import { addressFor } from '../../contract/declared-quantity.ts';
import type { Block, Cell, TableBlock } from '../../show/document.ts';
import { bandsNote } from '../bands.ts';
import { addressCell, conditionText, intervalCell, textAt, textCell, type ReportContext } from '../context.ts';
import { defaultsNote } from '../index/tables.ts';
import type { CorrelateResult } from '../results.ts';

export function correlateBlocks(context: ReportContext, result: CorrelateResult): readonly Block[] {
  return [matrix(context, result), ...(context.details ? [pairs(context, result)] : [])];
}

function matrix(context: ReportContext, result: CorrelateResult): TableBlock {
  const { words } = context;
  const { job } = result;
  const at = (key: string, ...args: string[]): string => addressFor([job.name], key, args);
  const pairwise = job.missing === 'pairwise';
  // A dimension's and an index's own, over the cases that answered its items.
  const alphas = job.variables.map((name) => addressFor([name], 'alpha')).map((address) => (known(context, address) ? address : null));
  const withAlpha = alphas.some((address) => address !== null);
  const rows = job.variables.map((name, i): readonly Cell[] => [
    textCell(`${i + 1}. ${context.labelOf(name)}`),
    ...(pairwise ? [addressCell(context, at('n(variable)', name))] : []),
    addressCell(context, at('mean(variable)', name)),
    addressCell(context, at('sd(variable)', name)),
    ...(withAlpha ? [alphas[i] === null ? null : addressCell(context, alphas[i]!)] : []),
    ...job.variables.map((other, j): Cell => {
      if (j === i) return textCell('—');
      return j > i
        ? null
        : addressCell(context, at('r(variable, variable)', name, other), { starredBy: at('p(variable, variable)', name, other) });
    }),
  ]);
  return {
    kind: 'table',
    id: `${job.name}:correlations`,
    title: context.labelOf(job.name),
    columns: [
      { title: words.variable, align: 'left' },
      ...(pairwise ? [{ title: words.n, align: 'number' as const }] : []),
      { title: words.mean, align: 'number' },
      { title: words.sd, align: 'number' },
      ...(withAlpha ? [{ title: words.alphaSign, align: 'number' as const }] : []),
      ...job.variables.map((_, i) => ({ title: String(i + 1), align: 'number' as const })),
    ],
    rows,
    notes: [
      words.correlationMethod[job.method],
      ...(job.controls.length === 0 ? [] : [words.heldConstant(job.controls.map((name) => context.labelOf(name)).join(words.listComma))]),
      pairwise ? words.correlatedPairwise : words.correlatedListwise(textAt(context, at('n(variable)', job.variables[0]!))),
      ...(job.where === null ? [] : [words.whereNote(conditionText(context, job.where))]),
      bandsNote(context),
      ...defaultsNote(context, job.defaults),
    ],
  };
}

const known = (context: ReportContext, address: string): boolean => context.quantityAt(address) !== undefined;

function pairs(context: ReportContext, { job }: CorrelateResult): TableBlock {
  const { words } = context;
  const interval = job.method !== 'kendall';
  const rows = job.variables.flatMap((a, i) =>
    job.variables.slice(i + 1).map((b): readonly Cell[] => {
      const at = (key: string): string => addressFor([job.name], key, [a, b]);
      return [
        textCell(words.correlated(context.labelOf(a), context.labelOf(b))),
        addressCell(context, at('n(variable, variable)')),
        addressCell(context, at('r(variable, variable)'), { starredBy: at('p(variable, variable)') }),
        ...(interval ? [intervalCell(context, [at('low(variable, variable)'), at('high(variable, variable)')])] : []),
        addressCell(context, at('p(variable, variable)')),
        addressCell(context, at('p.holm(variable, variable)')),
      ];
    }),
  );
  return {
    kind: 'table',
    id: `${job.name}:pairs`,
    title: words.correlatedPairs,
    columns: [
      { title: words.correlatedPairs, align: 'left' },
      { title: words.n, align: 'number' },
      { title: words.correlationSign[job.method], align: 'number' },
      ...(interval ? [{ title: words.interval95, align: 'number' as const }] : []),
      { title: words.p, align: 'number' },
      { title: words.holmP, align: 'number' },
    ],
    rows,
    notes: [bandsNote(context)],
  };
}
