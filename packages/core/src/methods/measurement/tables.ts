// A measurement model's tables: fit, loadings with CR and AVE, discriminant validity, modification indices, invariance.
import { unweightedNote } from '../design/tables.ts';
import { addressFor } from '../../contract/declared-quantity.ts';
import type { Block, Cell, TableBlock, TableColumn } from '../../show/document.ts';
import type { MeasurementWords } from '../../words/en/measurement.ts';
import { catalogueIn } from '../../words/words.ts';
import { addressCell, headingRow, intervalCell, textCell, type CellLooks, type ReportContext } from '../context.ts';
import { defaultsNote } from '../index/tables.ts';
import type { MeasurementFit } from '../../procedures/measurement/measurement.ts';
import type { MeasurementResult } from './run.ts';

/** As many of the modification indices as a reader looks at. */
const SHOWN = 5;

interface Shown {
  readonly context: ReportContext;
  readonly own: MeasurementWords;
  readonly result: MeasurementResult;
  readonly fit: MeasurementFit;
  readonly at: (key: string, args?: readonly string[]) => string;
  readonly cell: (key: string, args?: readonly string[], looks?: CellLooks) => Cell;
}

const number = (title: string): TableColumn => ({ title, align: 'number' });
const left = (title: string): TableColumn => ({ title, align: 'left' });

export function measurementBlocks(context: ReportContext, result: MeasurementResult): readonly Block[] {
  const { fit, job } = result;
  if (fit === null) return [{ kind: 'note', tone: 'warning', text: context.words.nothingComputed(context.labelOf(job.name)) }];
  const at = (key: string, args: readonly string[] = []): string => addressFor([job.name], key, args);
  const cell = (key: string, args: readonly string[] = [], looks: CellLooks = {}): Cell => addressCell(context, at(key, args), looks);
  const shown: Shown = { context, own: catalogueIn(context.language).measurement, result, fit, at, cell };
  const levels = result.invariance !== null && result.invariance.steps.length > 0 ? [invarianceTable(shown)] : [];
  // What the model says of all cases together is another declaration's.
  if (job.by !== null) return [fitTable(shown), ...levels];
  return [
    fitTable(shown),
    loadingsTable(shown),
    ...(fit.factors.length > 1 ? [discriminantTable(shown), htmtTable(shown)] : []),
    ...(fit.modifications.length > 0 ? [modificationTable(shown)] : []),
  ];
}

function fitTable({ context, own, result, at, cell }: Shown): TableBlock {
  const { job } = result;
  const likely = result.fit?.likelihood !== null;
  const robust = job.estimator.kind === 'mlr' && job.missing.kind === 'listwise';
  return {
    kind: 'table',
    id: `${job.name}:fit`,
    title: own.fit,
    columns: [
      ...[context.words.n, 'χ²', 'df', context.words.p, 'CFI', 'TLI', 'RMSEA'].map(number),
      number(own.interval),
      ...['p(close)', 'SRMR', ...(likely ? ['AIC', 'BIC'] : []), ...(robust ? ['CFI*', 'RMSEA*'] : [])].map(number),
    ],
    rows: [
      [
        cell('n'),
        cell('chi2'),
        cell('df'),
        cell('p'),
        cell('cfi'),
        cell('tli'),
        cell('rmsea'),
        intervalCell(context, [at('rmsea.low'), at('rmsea.high')]),
        cell('rmsea.p'),
        cell('srmr'),
        ...(likely ? [cell('aic'), cell('bic')] : []),
        ...(robust ? [cell('cfi.robust'), cell('rmsea.robust')] : []),
      ],
    ],
    notes: [
      ...unweightedNote(context, job),
      own.fitNote[job.estimator.kind],
      ...(job.missing.kind === 'fiml' ? [own.fiml] : []),
      ...defaultsNote(context, job.defaults),
    ],
  };
}

function loadingsTable({ context, own, result, fit, cell }: Shown): TableBlock {
  const rows: (readonly Cell[])[] = [];
  const parts: number[] = [];
  for (const [f, factor] of fit.factors.entries()) {
    if (f > 0) parts.push(rows.length);
    const items = fit.model.factors[f]!.items;
    rows.push([
      textCell(context.labelOf(factor), { emphasis: true }),
      ...Array.from({ length: 5 }, () => textCell('')),
      cell('cr(factor)', [factor]),
      cell('ave(factor)', [factor]),
      cell('omega(factor)', [factor]),
    ]);
    for (const item of items) {
      const home = result.job.factors.find((one) => one.items.includes(item))?.name === factor;
      rows.push([
        textCell(context.labelOf(item), { indent: 1 }),
        cell('loading(member, factor)', [item, factor]),
        ...(home
          ? [cell('loading.se(member)', [item]), cell('b(member)', [item]), cell('b.se(member)', [item]), cell('r2(item)', [item])]
          : Array.from({ length: 4 }, () => textCell(''))),
        ...Array.from({ length: 3 }, () => textCell('')),
      ]);
    }
  }
  for (const second of result.job.second) {
    parts.push(rows.length);
    rows.push(headingRow(`${context.labelOf(`${result.job.name}.${second.name}`)} (${own.secondOrder})`, 9));
    for (const factor of second.factors)
      rows.push([
        textCell(context.labelOf(factor), { indent: 1 }),
        cell('loading(member, factor)', [factor, second.name]),
        cell('loading.se(member)', [factor]),
        cell('b(member)', [factor]),
        cell('b.se(member)', [factor]),
        ...Array.from({ length: 4 }, () => textCell('')),
      ]);
  }
  return {
    kind: 'table',
    id: `${result.job.name}:loadings`,
    title: own.loadings,
    columns: [left(own.item), ...[own.loading, 'SE', 'b', 'SE', 'R²', 'CR', 'AVE', 'ω'].map(number)],
    rows,
    parts,
    notes: [own.loadingsNote],
  };
}

function discriminantTable({ context, own, result, fit, cell }: Shown): TableBlock {
  return {
    kind: 'table',
    id: `${result.job.name}:fornell-larcker`,
    title: own.fornellLarcker,
    columns: [left(own.factor), ...fit.factors.map((factor) => number(context.labelOf(factor)))],
    rows: fit.factors.map((factor, f) => [
      textCell(context.labelOf(factor)),
      ...fit.factors.map((other, g): Cell => {
        if (g > f) return textCell('');
        if (g < f) return cell('correlation(factor, factor)', [factor, other]);
        return cell('ave.root(factor)', [factor], { emphasis: true });
      }),
    ]),
    notes: [],
  };
}

function htmtTable({ context, own, result, fit, cell }: Shown): TableBlock {
  return {
    kind: 'table',
    id: `${result.job.name}:htmt`,
    title: own.htmt,
    columns: [left(own.factor), ...fit.factors.slice(0, -1).map((factor) => number(context.labelOf(factor)))],
    rows: fit.factors
      .slice(1)
      .map((factor, at) => [
        textCell(context.labelOf(factor)),
        ...fit.factors.slice(0, -1).map((other, g): Cell => (g > at ? textCell('') : cell('htmt(factor, factor)', [factor, other]))),
      ]),
    notes: [own.htmtNote],
  };
}

function modificationTable({ context, own, result, fit, cell }: Shown): TableBlock {
  const label = (name: string): string => {
    const second = result.job.second.find((one) => one.name === name);
    return context.labelOf(second === undefined ? name : `${result.job.name}.${name}`);
  };
  return {
    kind: 'table',
    id: `${result.job.name}:modifications`,
    title: own.modifications,
    columns: [left(own.parameter), number('MI'), number('EPC')],
    rows: fit.modifications
      .slice(0, SHOWN)
      .map((one) => [
        textCell(one.kind === 'loading' ? own.loadsOn(label(one.name), label(one.other)) : own.with(label(one.name), label(one.other))),
        cell('mi(member, member)', [one.name, one.other]),
        cell('epc(member, member)', [one.name, one.other]),
      ]),
    notes: [own.modificationsNote],
  };
}

function invarianceTable({ context, own, result, cell }: Shown): TableBlock {
  const { invariance, job } = result;
  return {
    kind: 'table',
    id: `${job.name}:invariance`,
    title: own.invariance(context.labelOf(job.by!)),
    columns: [
      left(''),
      ...['χ²', 'df', 'CFI', 'RMSEA', 'SRMR', 'Δχ²', 'Δdf', context.words.p, 'ΔCFI', 'ΔRMSEA'].map(number),
      left(own.holds),
      left(own.freed),
    ],
    rows: invariance!.steps.map(({ level, holds, partial }) => [
      textCell(own.level[level]),
      ...(['chi2', 'df', 'cfi', 'rmsea', 'srmr'] as const).map((part) => cell(`${level}.${part}`)),
      ...(level === 'configural'
        ? Array.from({ length: 5 }, () => textCell(''))
        : (['change.chi2', 'change.df', 'change.p', 'change.cfi', 'change.rmsea'] as const).map((part) => cell(`${level}.${part}`))),
      textCell(holds === null ? '' : holds ? own.yes : partial?.reached === true ? own.partly : own.no),
      textCell((partial?.steps ?? []).map(({ freed }) => context.labelOf(freed.item)).join(context.words.listComma)),
    ]),
    notes: [own.invarianceNote],
  };
}
