// An index without components: its members with their weights, and its scores.
import { addressFor } from '../../contract/declared-quantity.ts';
import type { Block, Cell, TableBlock } from '../../show/document.ts';
import { formatPlain } from '../../show/format.ts';
import { catalogueIn } from '../../words/words.ts';
import { addressCell, textCell, type ReportContext } from '../context.ts';
import { defaultsNote } from '../index/tables.ts';
import type { CompositeResult } from '../results.ts';
import type { scoreQuantities } from '../score/quantities.ts';
import type { MemberWeight } from './job.ts';
import type { compositeQuantities } from './quantities.ts';

export function compositeBlocks(context: ReportContext, result: CompositeResult): readonly Block[] {
  return [membersTable(context, result), scoresTable(context, result)].filter((block) => block !== null);
}

function membersTable(context: ReportContext, result: CompositeResult): TableBlock | null {
  const { words } = context;
  const { job, weights } = result;
  if (result.summary === null) return null;
  const own = catalogueIn(words.language).composite;
  return {
    kind: 'table',
    id: `${job.name}:members`,
    title: own.members,
    columns: [
      { title: own.member, align: 'left' },
      ...(weights === null ? [] : [{ title: words.weight, align: 'number' as const }]),
      ...[words.n, words.mean, words.sd].map((title) => ({ title, align: 'number' as const })),
    ],
    rows: job.members.map((name): readonly Cell[] => [
      textCell(context.labelOf(name)),
      ...(weights === null
        ? []
        : [addressCell(context, addressFor([job.name], 'weight(item)' satisfies keyof typeof compositeQuantities, [name]))]),
      // As each stands by itself, not as it is normalised.
      ...(['n', 'mean', 'sd'] as const).map((part) => addressCell(context, addressFor([name], part))),
    ]),
    notes: notesOf(context, result),
  };
}

function notesOf(context: ReportContext, { job, consistency }: CompositeResult): readonly string[] {
  const { words } = context;
  const own = catalogueIn(words.language).composite;
  const weighting = (rule: MemberWeight): string =>
    rule.kind === 'both' ? own.both(weighting(rule.parts[0]), weighting(rule.parts[1])) : own.weight[rule.kind];
  const needs = job.needs < job.members.length ? own.needs(formatPlain(job.needs), formatPlain(job.members.length)) : '';
  const made =
    job.score === 'members'
      ? [`${own.aggregate[job.aggregate]}${needs}`, own.normalize[job.normalize], weighting(job.weight)]
      : [
          `${own.score[job.score]}${needs}${job.score === 'sum' && needs !== '' ? own.prorated : ''}`,
          ...(job.normalize === 'none' ? [] : [own.normalize[job.normalize]]),
        ];
  const { rescale, goalposts } = job;
  return [
    `${made.join(own.gap)}${words.language === 'zh' ? '。' : '.'}`,
    ...(job.turned.length === 0 ? [] : [own.turned(job.turned.map((name) => context.labelOf(name)).join(words.listComma))]),
    ...(consistency === null ? [] : [`${own.consistency}${words.colon}${formatPlain(Number(consistency.toFixed(4)))}`]),
    rescale.kind === 'range'
      ? own.rescale.range(
          formatPlain(rescale.low),
          formatPlain(rescale.high),
          goalposts.kind === 'range'
            ? own.goalposts.range(formatPlain(goalposts.low), formatPlain(goalposts.high))
            : own.goalposts[goalposts.kind],
        )
      : own.rescale[rescale.kind],
    ...defaultsNote(context, job.defaults),
  ];
}

function scoresTable(context: ReportContext, { job, summary, consistency }: CompositeResult): TableBlock | null {
  const { words } = context;
  if (summary === null) return null;
  return {
    kind: 'table',
    id: `${job.name}:scores`,
    title: words.scores,
    columns: [
      { title: words.score, align: 'left' },
      ...[
        words.n,
        words.mean,
        words.sd,
        words.min,
        words.max,
        ...(consistency === null ? [] : [catalogueIn(words.language).composite.consistency]),
      ].map((title) => ({ title, align: 'number' as const })),
    ],
    rows: [
      [
        textCell(context.labelOf(job.name)),
        ...(['n', 'mean', 'sd', 'min', 'max'] as const).map((quantity) =>
          addressCell(context, addressFor([job.name], quantity satisfies keyof typeof scoreQuantities)),
        ),
        ...(consistency === null
          ? []
          : [addressCell(context, addressFor([job.name], 'consistency' satisfies keyof typeof compositeQuantities))]),
      ],
    ],
    notes: [],
  };
}
