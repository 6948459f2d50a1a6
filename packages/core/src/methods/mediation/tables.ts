// A mediation's tables: the paths of its equations; the effects, with their intervals.
import { catalogueIn, inLanguage } from '../../words/words.ts';
import { addressFor } from '../../contract/declared-quantity.ts';
import { formatPlain, formatQuantity } from '../../show/format.ts';
import type { Block, Cell, TableBlock, TableColumn } from '../../show/document.ts';
import type { EffectsWords } from '../../words/en/effects.ts';
import { bandsNote } from '../bands.ts';
import { addressCell, conditionText, headingRow, intervalCell, textAt, textCell, type ReportContext } from '../context.ts';
import { unweightedNote } from '../design/tables.ts';
import { defaultsNote } from '../index/tables.ts';
import { betweenMediators, waysThrough } from './job.ts';
import { mediationOptions } from './options.ts';
import type { MediationResult } from './run.ts';

interface Shown {
  readonly context: ReportContext;
  readonly own: EffectsWords;
  readonly result: MediationResult;
  readonly row: (title: string, name: string, args: readonly string[], test: 't' | 'z') => readonly Cell[];
}

export function mediationBlocks(context: ReportContext, result: MediationResult): readonly Block[] {
  const { job, found } = result;
  if (found === null) return [{ kind: 'note', tone: 'warning', text: context.words.nothingComputed(context.labelOf(job.name)) }];
  const signature = (name: string, args: readonly string[]): string =>
    args.length === 0 ? name : `${name}(${args.map(() => 'variable').join(', ')})`;
  const row: Shown['row'] = (title, name, args, test) => {
    const at = (part: string): string => addressFor([job.name], signature(part === '' ? name : `${name}.${part}`, args), args);
    return [
      textCell(title),
      addressCell(context, at(''), { starredBy: at('p') }),
      addressCell(context, at('se')),
      ...(test === 'z' && found.samples !== null ? [null] : [addressCell(context, at(test))]),
      addressCell(context, at('p')),
      intervalCell(context, [at('low'), at('high')]),
    ];
  };
  const shown = { context, own: catalogueIn(context.language).effects, result, row };
  return [pathsTable(shown), effectsTable(shown)];
}

function columnsOf({ context, own, result }: Shown, test: string): readonly TableColumn[] {
  const { words } = context;
  return [
    { title: own.path, align: 'left' },
    ...['b', words.se, test, words.p, words.ci(formatPlain(result.job.confidence * 100))].map((title) => ({
      title,
      align: 'number' as const,
    })),
  ];
}

function pathsTable(shown: Shown): TableBlock {
  const { context, own, result, row } = shown;
  const { job } = result;
  const label = context.labelOf;
  const columns = columnsOf(shown, 't');
  const rows = job.mediators.flatMap(({ name }) => [
    headingRow(own.equation(label(name)), columns.length),
    row(`${label(job.predictor)} (a)`, 'a', [name], 't'),
    ...betweenMediators(job.mediators)
      .filter(([, to]) => to === name)
      .map(([from, to]) => row(`${label(from)} (d)`, 'between', [from, to], 't')),
  ]);
  return {
    kind: 'table',
    id: `${job.name}:paths`,
    title: own.paths,
    columns,
    rows: [
      ...rows,
      headingRow(own.equation(label(job.outcome)), columns.length),
      ...job.mediators.map(({ name }) => row(`${label(name)} (b)`, 'b', [name], 't')),
      row(`${label(job.predictor)} (c′)`, 'direct', [], 't'),
    ],
    notes: [
      own.pathsNote(textAt(context, addressFor([job.name], 'n'))),
      ...(job.covariates.length === 0
        ? []
        : [own.covariates([...new Set(job.covariates.flatMap(({ term }) => term))].map(label).join(context.words.listComma))]),
      ...unweightedNote(context, job),
      ...(job.where === null ? [] : [context.words.whereNote(conditionText(context, job.where))]),
      bandsNote(context),
    ],
  };
}

function effectsTable(shown: Shown): TableBlock {
  const { context, own, result, row } = shown;
  const { job, found } = result;
  const label = context.labelOf;
  const at = (key: string): string => addressFor([job.name], key);
  const ways = waysThrough(job.mediators);
  const share: readonly Cell[] = [
    textCell(own.share),
    addressCell(context, at('mediated')),
    null,
    null,
    null,
    ...(found!.samples === null ? [null] : [intervalCell(context, [at('mediated.low'), at('mediated.high')])]),
  ];
  return {
    kind: 'table',
    id: `${job.name}:effects`,
    title: context.labelOf(job.name),
    columns: columnsOf(shown, 't / z'),
    rows: [
      row(own.total, 'total', [], 't'),
      row(own.direct, 'direct', [], 't'),
      ...ways.map((way) => row(own.way([job.predictor, ...way, job.outcome].map(label)), 'indirect', way, 'z')),
      ...(ways.length > 1 ? [row(own.sum, 'indirect.total', [], 'z')] : []),
      share,
    ],
    notes: [
      inLanguage(context.language, mediationOptions.errors.choices[job.errors.kind].note, {
        samples: formatQuantity(found!.samples ?? 0, 'count'),
        seed: String(context.results.plan.seed),
      }),
      own.notCausal,
      bandsNote(context),
      ...defaultsNote(context, job.defaults),
    ],
  };
}
