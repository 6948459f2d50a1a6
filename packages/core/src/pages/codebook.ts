// The data through the spec, as a document and as rows: what seen-through.ts found, in the report's language.
import type { SeenData, SeenVariable } from '../data/seen-through.ts';
import type { QuantityFormat } from '../contract/quantity.ts';
import { textCell } from '../methods/context.ts';
import { withHiddenNotes } from '../methods/hidden-notes.ts';
import type { Plan } from '../methods/plan.ts';
import type { Problem } from '../problems/problem.ts';
import type { Block, Cell, NoteBlock, NumberCell, ReportDocument, SectionBlock, TableBlock, TableColumn } from '../show/document.ts';
import type { Hidden } from '../contract/quantity.ts';
import { formatQuantity, hiddenText } from '../show/format.ts';
import { numbered } from '../show/numbered.ts';
import { labelText } from '../contract/label-text.ts';
import { catalogueIn, wordsIn } from '../words/words.ts';
import { tell } from '../words/tell.ts';
import { problemCounts } from './problem-tables.ts';

/** So many that stand twice are shown. */
const SHOWN = 20;

/** A number of the data, which has no address. */
const cell = (value: number | null, format: QuantityFormat, muted = false, hidden?: Hidden): NumberCell => ({
  kind: 'number',
  value,
  format,
  ...(hidden === undefined ? {} : { hidden }),
  ...(muted ? { muted } : {}),
  unaddressed: 'row of the data',
});
/** A count of its own that is hidden, or a per cent of it. */
const few = (count: number | null): { readonly below: null } | undefined => (count === null ? { below: null } : undefined);
const left = (title: string): TableColumn => ({ title, align: 'left' });
const number = (title: string): TableColumn => ({ title, align: 'number' });

export function codebookDocument(plan: Plan, seen: SeenData, problems: readonly Problem[], language: string): ReportDocument {
  const words = wordsIn(language);
  const own = catalogueIn(language).codebook;
  const section = (id: string, title: string, blocks: readonly Block[]): SectionBlock[] =>
    blocks.length === 0 ? [] : [{ kind: 'section', id, title, blocks }];
  const facts: readonly (readonly [string, string | null])[] = [
    [words.dataFile, seen.file],
    [words.fact, seen.format],
    [words.encoding, seen.encoding],
    [words.dataRows, formatQuantity(seen.rows, 'count')],
    ...(seen.rows === seen.respondents ? [] : [[words.respondents, formatQuantity(seen.respondents, 'count')] as const]),
    [words.dataColumns, formatQuantity(seen.columns, 'count')],
  ];
  const title = labelText(plan.title, language);
  return {
    title: own.title(title === '' ? seen.file : title),
    subtitle: facts
      .flatMap(([name, value], at) => (value === null || value === '' ? [] : [at === 1 ? value : `${name}${words.colon}${value}`]))
      .join(' · '),
    language,
    blocks: numbered(
      withHiddenNotes({ words, plan }, [
        ...section('variables', own.variables, [variablesTable(seen, language)]),
        ...section('answers', own.answers, answersTable(seen, language)),
        ...section('problems', words.problems, problemNotes(problems, language)),
        ...section('straight-lining', own.straight, straightTable(seen, language)),
        ...section('duplicates', own.duplicates, duplicateBlocks(seen, language)),
        ...section('time', own.time, timeTable(seen, language)),
      ]),
    ),
  };
}

function variablesTable({ variables }: SeenData, language: string): TableBlock {
  const words = wordsIn(language);
  const own = catalogueIn(language).codebook;
  const whence = ({ kind, name, column, reversed }: SeenVariable): string =>
    [
      own.kind[kind],
      ...(column === null ? [own.computed] : column === name ? [] : [own.from(column)]),
      ...(reversed ? [words.reversed] : []),
    ].join(words.listComma);
  return {
    kind: 'table',
    id: 'codebook:variables',
    title: own.variables,
    columns: [
      left(own.variable),
      left(own.label),
      left(own.kindTitle),
      ...[words.n, words.missing, words.mean, words.sd, words.min, words.median, words.max].map(number),
    ],
    rows: variables.map((one) => {
      const muted = one.kind === 'column';
      const figures = one.mean === null ? [null, null, null, null, null] : [one.mean, one.sd, one.min, one.median, one.max];
      return [
        textCell(one.name, muted ? { muted } : {}),
        textCell(one.label, muted ? { muted } : {}),
        textCell(whence(one), { muted: true }),
        cell(one.n, 'count', muted),
        cell(one.missing, 'count', muted),
        ...figures.map((value): Cell => (one.mean === null ? null : cell(value, 'mean', muted))),
      ];
    }),
    notes: [own.byCodeNote],
  };
}

function answersTable({ variables, respondents: all }: SeenData, language: string): TableBlock[] {
  const words = wordsIn(language);
  const own = catalogueIn(language).codebook;
  const rows: (readonly Cell[])[] = [];
  const parts: number[] = [];
  for (const one of variables) {
    // Names and texts of one's own have no codes.
    if (one.values === null && one.missingByCode.length === 0 && one.unusable === 0) continue;
    parts.push(rows.length);
    let first = true;
    const row = (code: string, label: string, count: number | null, valid: boolean, hidden?: Hidden): void => {
      const share = hidden === undefined ? hidden : { below: null };
      const percent = (of: number): number | null => (of === 0 || count === null ? null : (100 * count) / of);
      rows.push([
        textCell(first ? one.name : ''),
        textCell(code, valid ? {} : { muted: true }),
        textCell(label, valid ? {} : { muted: true }),
        cell(count, 'count', !valid, hidden),
        cell(percent(all), 'percent', !valid, share),
        valid ? cell(percent(one.n), 'percent', false, share) : null,
      ]);
      first = false;
    };
    if (one.values === null) row('', own.distinctValues(formatQuantity(one.distinct, 'count')), one.n, true);
    for (const { code, label, count, hidden } of one.values ?? []) row(code === '' ? own.blank : code, label, count, true, hidden);
    for (const { code, label, count, hidden } of one.missingByCode) row(own.noAnswer(code), label, count, false, hidden);
    if (one.blank > 0) row(own.noAnswer(own.blank), '', one.blank, false);
    if (one.unusable > 0) row('', own.unusable, one.unusable, false);
  }
  return rows.length === 0
    ? []
    : [
        {
          kind: 'table',
          id: 'codebook:answers',
          title: own.answers,
          columns: [
            left(own.variable),
            left(own.code),
            left(own.label),
            number(words.count),
            number(words.percent),
            number(words.validPercent),
          ],
          rows,
          parts: parts.slice(1),
          notes: [],
        },
      ];
}

function problemNotes(problems: readonly Problem[], language: string): NoteBlock[] {
  const words = wordsIn(language);
  if (problems.length === 0) return [{ kind: 'note', tone: 'good', text: words.noDataProblems }];
  const tones = { error: 'error', warning: 'warning', info: 'plain' } as const;
  return [
    { kind: 'note', tone: 'plain', text: `${problemCounts(words, problems)}${words.stop}` },
    ...problems.map((problem): NoteBlock => {
      const { message, help } = tell(problem, language);
      return { kind: 'note', tone: tones[problem.severity], text: message, code: problem.code, ...(help === '' ? {} : { help }) };
    }),
  ];
}

function straightTable({ straightLining }: SeenData, language: string): TableBlock[] {
  if (straightLining.length === 0) return [];
  const words = wordsIn(language);
  const own = catalogueIn(language).codebook;
  return [
    {
      kind: 'table',
      id: 'codebook:straight-lining',
      title: own.straight,
      columns: [left(own.straightScale), ...[own.straightItems, own.straightAnswered, own.straightCount, words.percent].map(number)],
      rows: straightLining.map(({ name, items, answered, straight }) => [
        textCell(name),
        cell(items.length, 'count'),
        cell(answered, 'count'),
        cell(straight, 'count', false, few(straight)),
        cell(answered === 0 || straight === null ? null : (100 * straight) / answered, 'percent', false, few(straight)),
      ]),
      notes: [own.straightNote],
    },
  ];
}

function duplicateBlocks({ duplicates: { ids, rows } }: SeenData, language: string): Block[] {
  const words = wordsIn(language);
  const own = catalogueIn(language).codebook;
  if (ids.length === 0 && rows.length === 0) return [{ kind: 'note', tone: 'good', text: own.noDuplicates }];
  const told: (readonly Cell[])[] = [
    ...ids.map(({ id, rows: of }) => [textCell(own.sameId), textCell(id), textCell(of.join(words.listComma))]),
    ...rows.map((pair) => [textCell(own.sameRow), textCell(''), textCell(pair.join(words.listComma))]),
  ];
  return [
    {
      kind: 'table',
      id: 'codebook:duplicates',
      title: own.duplicates,
      columns: [left(words.fact), left(words.id), left(own.rows)],
      rows: told.slice(0, SHOWN),
      notes: told.length > SHOWN ? [own.moreDuplicates(formatQuantity(told.length - SHOWN, 'count'))] : [],
    },
  ];
}

function timeTable({ time }: SeenData, language: string): TableBlock[] {
  if (time.length === 0) return [];
  const words = wordsIn(language);
  const own = catalogueIn(language).codebook;
  return [
    {
      kind: 'table',
      id: 'codebook:time',
      title: own.time,
      columns: [
        left(own.timeColumn),
        ...[words.n, words.min, own.lowerQuarter, words.median, own.upperQuarter, words.max, own.fast].map(number),
      ],
      rows: time.map(({ column, n, min, q25, median, q75, max, fast }) => [
        textCell(column),
        cell(n, 'count'),
        ...[min, q25, median, q75, max].map((value) => cell(value, 'score')),
        cell(fast, 'count', false, few(fast)),
      ]),
      notes: [],
    },
  ];
}

const toldCount = (count: number | null, hidden: Hidden | undefined): number | string | null =>
  hidden === undefined ? count : hiddenText(hidden);

/** A row an answer of a variable, its facts beside it: what a spreadsheet can be asked of. */
export function codebookRows({ variables }: SeenData): readonly (readonly (string | number | null)[])[] {
  const head = [
    'name',
    'column',
    'label',
    'kind',
    'n',
    'missing',
    'mean',
    'sd',
    'min',
    'max',
    'code',
    'value_label',
    'count',
    'is_missing',
  ];
  return [
    head,
    ...variables.flatMap((one) => {
      const facts = [one.name, one.column, one.label, one.kind, one.n, one.missing, one.mean, one.sd, one.min, one.max];
      const answers = [
        ...(one.values ?? []).map(({ code, label, count, hidden }) => [code, label, toldCount(count, hidden), 'no']),
        ...one.missingByCode.map(({ code, label, count, hidden }) => [code, label, toldCount(count, hidden), 'yes']),
        ...(one.blank > 0 ? [['', '', one.blank, 'yes']] : []),
      ];
      return answers.length === 0 ? [[...facts, null, null, null, null]] : answers.map((answer) => [...facts, ...answer]);
    }),
  ];
}
