// The audit as a document: findings by certainty and table, each with its arithmetic; what was checked and is right; what could not be
// checked and why; the readings of an index. Findings are worded by told.ts, and everything around them here.
import type { Audit } from './audit.ts';
import type { Certainty, Finding } from './finding.ts';
import { toldFinding, toldReading, toldSkipped, type ToldFinding } from './told.ts';
import type { Plan } from '../methods/plan.ts';
import { auditProblemKinds } from '../problems/audit/by-check.ts';
import { formatAddress } from '../contract/quantity.ts';
import type { Block, NoteBlock, ReportDocument, SectionBlock } from '../show/document.ts';
import { formatQuantity } from '../show/format.ts';
import { labelText } from '../contract/label-text.ts';
import { wordsIn, type Words } from '../words/words.ts';

const TONES: Readonly<Record<Certainty, NoteBlock['tone']>> = { impossible: 'error', inconsistent: 'warning', 'worth a look': 'plain' };
const CERTAINTIES = Object.keys(TONES) as readonly Certainty[];

export interface AuditDocumentOptions {
  readonly language?: string;
}

export function auditDocument(plan: Plan, audit: Audit, options: AuditDocumentOptions = {}): ReportDocument {
  const language = options.language ?? plan.report.language;
  const words = wordsIn(language);
  const count = (certainty: Certainty): string =>
    formatQuantity(audit.findings.filter((one) => one.certainty === certainty).length, 'count');
  const subtitle = [
    ...(plan.source === null ? [] : [plan.source.text]),
    words.figuresAudited(formatQuantity(audit.figures, 'count')),
    words.auditCounts(count('impossible'), count('inconsistent'), count('worth a look')),
  ].join(' · ');
  const blocks: Block[] =
    audit.figures === 0
      ? [{ kind: 'note', tone: 'plain', text: words.nothingPrinted }]
      : [
          ...(audit.findings.length === 0
            ? [{ kind: 'note', tone: 'good', text: words.nothingFound } satisfies NoteBlock]
            : findingBlocks(audit, words, cellNames(plan), printedTexts(plan))),
          ...readingBlocks(plan, audit, words, language),
          ...checkBlocks(audit, words),
        ];
  return { title: `${words.audit}${words.colon}${labelText(plan.title, language)}`, subtitle, language, blocks: numbered(blocks) };
}

/** What a reader calls a printed cell: its row and column, or its address. */
function cellNames(plan: Plan): ReadonlyMap<string, string> {
  return new Map(
    plan.published.flatMap((published) =>
      published.figures.map(
        (figure) => [figure.at, figure.row === null ? formatAddress(figure.address) : `${figure.row} · ${figure.column ?? ''}`] as const,
      ),
    ),
  );
}

function printedTexts(plan: Plan): ReadonlyMap<string, string> {
  return new Map(plan.published.flatMap((published) => published.figures.map((figure) => [figure.at, figure.printed.text] as const)));
}

function findingBlocks(
  audit: Audit,
  words: Words,
  cells: ReadonlyMap<string, string>,
  figures: ReadonlyMap<string, string>,
): SectionBlock[] {
  return CERTAINTIES.flatMap((certainty): SectionBlock[] => {
    const own = audit.findings.filter((one) => one.certainty === certainty);
    if (own.length === 0) return [];
    const tables = new Map<string | null, Finding[]>();
    for (const one of own) tables.set(one.table, [...(tables.get(one.table) ?? []), one]);
    const id = certainty.replaceAll(' ', '-');
    const inner = [...tables].map(
      ([table, findings], at): SectionBlock => ({
        kind: 'section',
        id: `${id}:${at}`,
        title: table ?? words.outsideTables,
        blocks: findings.map((one) => noteOf(toldFinding(one, words.language), words, cells, figures)),
      }),
    );
    return [
      {
        kind: 'section',
        id,
        title: words.certainty[certainty],
        blocks: [{ kind: 'note', tone: 'plain', text: words.certaintyNote[certainty] }, ...inner],
      },
    ];
  });
}

function noteOf(finding: ToldFinding, words: Words, cells: ReadonlyMap<string, string>, figures: ReadonlyMap<string, string>): NoteBlock {
  const where = cells.get(finding.at[0] ?? '');
  const touched = [...new Set(finding.touches.map((touch) => touch.hypothesis))];
  const printed = [...new Set(finding.at.flatMap((at) => figures.get(at) ?? []))];
  const shown = printed.slice(0, 3).join(words.listComma);
  const compare = words.compareFirst(
    printed.length > 3 ? `${shown}${words.andMore(formatQuantity(printed.length - 3, 'count'))}` : shown,
    printed.length > 1,
  );
  const help = [
    compare,
    ...(finding.consistent === '' ? [] : [`${words.wouldDo}${finding.consistent}`]),
    ...(touched.length === 0 ? [] : [`${words.touches}${touched.join(words.listComma)}${words.stop}`]),
  ].join(words.sentenceGap);
  const code = finding.check === 'computed' ? 'SS701' : auditProblemKinds[finding.check].code;
  const told = (one: Pick<ToldFinding, 'message' | 'arithmetic'>): string =>
    [one.message, words.arithmeticOf(one.arithmetic)].filter((part) => part !== '').join(words.sentenceGap);
  const also = finding.also.length === 0 ? [] : [`${words.sameCause}${finding.also.map(told).join(words.sentenceGap)}`];
  const text = `${where === undefined ? '' : `[${where}] `}${[told(finding), ...also].join(words.sentenceGap)}`;
  return { kind: 'note', tone: TONES[finding.certainty], code, text, help };
}

function readingBlocks(plan: Plan, audit: Audit, words: Words, language: string): Block[] {
  return audit.readings
    .filter((one) => one.readings.some((reading) => reading.verdict !== 'open'))
    .map((one): SectionBlock => {
      const job = plan.jobs.find((candidate) => candidate.name === one.index);
      const rows = one.readings.map((reading) => {
        const emphasis = reading.verdict === 'compatible' ? { emphasis: true } : {};
        const { sentence, arithmetic } = toldReading(reading, language);
        return [
          { kind: 'text' as const, text: sentence, ...emphasis },
          { kind: 'text' as const, text: words.readingVerdict[reading.verdict], ...emphasis },
          { kind: 'text' as const, text: arithmetic[0] ?? '' },
        ];
      });
      const title = words.readingsOf(job === undefined ? one.index : labelText(job.label, language, one.index));
      const note = words.readingsNote(formatQuantity(one.compatible.length, 'count'), formatQuantity(one.readings.length, 'count'));
      const columns = [words.reading, words.verdict, words.arithmetic].map((heading) => ({ title: heading, align: 'left' as const }));
      return {
        kind: 'section',
        id: `readings:${one.index}`,
        title,
        blocks: [{ kind: 'table', id: `readings:${one.index}:table`, title, columns, rows, notes: [note] }],
      };
    });
}

function checkBlocks(audit: Audit, words: Words): Block[] {
  const number = (value: number) => ({ kind: 'number' as const, value, format: 'count' as const, unaddressed: 'audit of print' as const });
  const text = (value: string) => ({ kind: 'text' as const, text: value });
  const summary: Block = {
    kind: 'table',
    id: 'checks:summary',
    title: words.whatWasChecked,
    notes: [],
    columns: [
      { title: words.check, align: 'left' },
      ...[words.foundRight, words.foundWrong, words.notCheckable].map((title) => ({ title, align: 'number' as const })),
    ],
    rows: audit.checks.map((one) => [text(words.checkNames[one.check]), number(one.right), number(one.found), number(one.skipped.length)]),
  };
  const { checked, rangeOnly, none } = audit.takingPart;
  const count = (value: number): string => formatQuantity(value, 'count');
  const left = audit.figures - checked;
  const where = none.map((one) => `${one.table ?? words.outsideTables} ${count(one.figures)}`).join(words.listComma);
  const part: NoteBlock = {
    kind: 'note',
    tone: 'plain',
    text: words.takingPart(
      count(checked),
      count(audit.figures),
      rangeOnly === 0 ? null : count(rangeOnly),
      left === 0 ? null : count(left),
      where,
    ),
  };
  const skipped = audit.checks.flatMap((one) =>
    one.skipped.map((entry) => {
      const { what, why } = toldSkipped(entry, words.language);
      return [text(what), text(why)];
    }),
  );
  const rest: Block[] =
    skipped.length === 0
      ? []
      : [
          {
            kind: 'table',
            id: 'checks:skipped',
            title: words.couldNotBeChecked,
            columns: [
              { title: words.quantity, align: 'left' },
              { title: words.reason, align: 'left' },
            ],
            rows: skipped,
            notes: [],
          },
        ];
  return [{ kind: 'section', id: 'checks', title: words.whatWasChecked, blocks: [part, summary, ...rest] }];
}

function numbered(blocks: readonly Block[]): Block[] {
  let table = 0;
  const walk = (block: Block): Block =>
    block.kind === 'section'
      ? { ...block, blocks: block.blocks.map(walk) }
      : block.kind === 'table'
        ? { ...block, number: (table += 1) }
        : block;
  return blocks.map(walk);
}
