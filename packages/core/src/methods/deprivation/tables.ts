// A count of deprivations as its field prints it: the measures, what contributes to them, and the groups.
import { addressFor } from '../../contract/declared-quantity.ts';
import { formatPlain } from '../../show/format.ts';
import type { Block, Cell, TableBlock } from '../../show/document.ts';
import type { EffectsWords } from '../../words/en/effects.ts';
import { catalogueIn, inLanguage } from '../../words/words.ts';
import { addressCell, conditionText, intervalCell, textCell, type ReportContext } from '../context.ts';
import { unweightedNote } from '../design/tables.ts';
import { defaultsNote } from '../index/tables.ts';
import { deprivationQuantities } from './quantities.ts';
import type { DeprivationResult } from './run.ts';

type Key = keyof typeof deprivationQuantities;
interface Shown {
  readonly context: ReportContext;
  readonly own: EffectsWords;
  readonly result: DeprivationResult;
  readonly at: (key: Key, args?: readonly (string | readonly string[])[]) => string;
}
const title = (context: ReportContext, key: Key): string => inLanguage(context.language, deprivationQuantities[key].label);
const columns = (first: string, titles: readonly string[]) => [
  { title: first, align: 'left' as const },
  ...titles.map((one) => ({ title: one, align: 'number' as const })),
];

export function deprivationBlocks(context: ReportContext, result: DeprivationResult): readonly Block[] {
  const { job, found } = result;
  if (found === null) return [{ kind: 'note', tone: 'warning', text: context.words.nothingComputed(context.labelOf(job.name)) }];
  const at: Shown['at'] = (key, args = []) => addressFor([job.name], key, args);
  const shown = { context, own: catalogueIn(context.language).effects, result, at };
  return [measuresTable(shown), indicatorsTable(shown), ...(job.by === null ? [] : [groupsTable(shown)])];
}

function measuresTable({ context, own, result, at }: Shown): TableBlock {
  const { job } = result;
  const row = (measure: 'h' | 'a' | 'm0'): readonly Cell[] => [
    textCell(own.measures[measure]),
    addressCell(context, at(measure)),
    addressCell(context, at(`${measure}.se`)),
    intervalCell(context, [at(`${measure}.low`), at(`${measure}.high`)]),
  ];
  return {
    kind: 'table',
    id: `${job.name}:measures`,
    title: context.labelOf(job.name),
    columns: columns('', [own.estimate, context.words.se, context.words.ci('95')]),
    rows: [row('h'), row('a'), row('m0'), [textCell(title(context, 'n')), addressCell(context, at('n')), null, null]],
    notes: [
      own.deprivationNote(formatPlain(Math.round(1000 * job.cutoff.share) / 10)),
      ...unweightedNote(context, job),
      ...(job.where === null ? [] : [context.words.whereNote(conditionText(context, job.where))]),
      ...defaultsNote(context, job.defaults),
    ],
  };
}

function indicatorsTable({ context, own, result, at }: Shown): TableBlock {
  const { job } = result;
  const keys = ['weight(variable)', 'uncensored(variable)', 'censored(variable)', 'contribution(variable)'] as const;
  return {
    kind: 'table',
    id: `${job.name}:indicators`,
    title: own.contributions,
    columns: columns(
      own.indicator,
      keys.map((key) => title(context, key)),
    ),
    rows: job.dimensions.flatMap((dimension): (readonly Cell[])[] => [
      [
        textCell(context.labelOf(dimension.name), { emphasis: true }),
        addressCell(context, at('weight(variable)', [dimension.name])),
        null,
        null,
        addressCell(context, at('contribution(variable)', [dimension.name])),
      ],
      ...dimension.indicators.map((name): readonly Cell[] => [
        textCell(context.labelOf(name), { indent: 1 }),
        ...keys.map((key) => addressCell(context, at(key, [name]))),
      ]),
    ]),
    notes: [],
  };
}

function groupsTable({ context, own, result, at }: Shown): TableBlock {
  const { job, levels } = result;
  const keys = [
    'n(level)',
    'group.share(level)',
    'h(level)',
    'h.se(level)',
    'a(level)',
    'a.se(level)',
    'm0(level)',
    'm0.se(level)',
    'group.contribution(level)',
  ] as const;
  return {
    kind: 'table',
    id: `${job.name}:groups`,
    title: own.byGroups(context.labelOf(job.by!)),
    columns: columns(
      context.labelOf(job.by!),
      keys.map((key) => title(context, key)),
    ),
    rows: levels.map((level): readonly Cell[] => [
      textCell(context.labelOf(`${job.by!}.${level}`)),
      ...keys.map((key) => addressCell(context, at(key, [[job.by!, level]]))),
    ]),
    notes: [],
  };
}
