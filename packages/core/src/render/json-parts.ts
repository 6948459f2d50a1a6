// What results for programs hold beside their numbers: labels in all languages, the options in force, tables with the address of every
// cell, estimates as rows; and how the document is laid out. The document itself is json.ts'.
import { optionsOfKind } from '../methods/options.ts';
import type { Label } from '../contract/variables.ts';
import type { Plan } from '../methods/plan.ts';
import type { StudyResults } from '../methods/results.ts';
import { finite } from '../numerics/finite.ts';
import type { Block, Cell, ReportDocument, TableBlock } from '../show/document.ts';
import { cellText } from './cells.ts';
import { tidyRows, type TidyOptions } from './tidy.ts';

/** Of everything that is declared, by the name that it has in addresses (a level: `age.middle`): what it is, and its texts. */
export function labelsOf(plan: Plan): Readonly<Record<string, { readonly kind: string; readonly label: Label }>> {
  const all = new Map<string, { readonly kind: string; readonly label: Label }>();
  const add = (kind: string, { name, label }: { readonly name: string; readonly label: Label }): void => {
    all.set(name, { kind, label });
  };
  for (const one of plan.variables) {
    add(one.kind, one);
    if (one.kind === 'category') for (const level of one.levels) add('level', { ...level, name: `${one.name}.${level.name}` });
  }
  for (const one of plan.groups) add(one.kind, one);
  for (const job of plan.jobs) {
    // An index of answers is an index to its author.
    add(job.kind === 'composite' ? 'index' : job.kind, job);
    if (job.kind === 'index') for (const one of job.components) add('component', one);
    if (job.kind === 'measurement') for (const one of job.second) add('factor', { ...one, name: `${job.name}.${one.name}` });
  }
  for (const one of plan.quantities ?? []) add('quantity', one);
  for (const one of plan.robustness ?? []) add('robustness', one);
  for (const one of plan.hypotheses) add('hypothesis', one);
  return Object.fromEntries(all);
}

interface InForce {
  readonly clause: string;
  /** As the plan has it. */
  readonly value: unknown;
  /** False: the language's default. */
  readonly stated: boolean;
}

/** By declaration: every choice that its procedure has, as it holds, and whether the author wrote it. */
export function optionsInForce(plan: Plan): Readonly<Record<string, readonly InForce[]>> {
  return Object.fromEntries(
    plan.jobs.map((job): [string, InForce[]] => {
      const held = job as unknown as Readonly<Record<string, unknown>>;
      const kind = job.kind === 'composite' ? 'index' : job.kind;
      return [
        job.name,
        Object.entries(optionsOfKind(kind)).flatMap(([field, { word }]): InForce[] =>
          held[field] === undefined
            ? []
            : [{ clause: word, value: held[field], stated: !job.defaults.some((line) => line === word || line.startsWith(`${word} `)) }],
        ),
      ];
    }),
  );
}

/** Sections that the document has under names of their own. */
const TOLD_ELSEWHERE = new Set(['data-problems', 'warnings', 'stated']);

/**
 * The tables of a report, in its language: every cell as it is printed, with its address and its number. `repeat`: what stands in its
 * section of that name instead, which tells of no program and call.
 */
export function tablesForPrograms(report: ReportDocument, repeat: readonly Block[]) {
  const within = (block: Block, section: string): { readonly section: string; readonly table: TableBlock }[] =>
    block.kind === 'section'
      ? TOLD_ELSEWHERE.has(block.id)
        ? []
        : (block.id === 'repeat' ? like(block.blocks, repeat) : block.blocks).flatMap((one) => within(one, block.id))
      : block.kind === 'table'
        ? [{ section, table: block }]
        : [];
  return report.blocks
    .flatMap((block) => within(block, ''))
    .map(({ section, table }) => ({
      id: table.id,
      section,
      number: table.number ?? null,
      title: table.title,
      ...(table.also === undefined ? {} : { also: table.also }),
      columns: table.columns.map(({ title, align, group }) => ({ title, align, ...(group === undefined ? {} : { group }) })),
      rows: table.rows.map((row) => row.map(cellForPrograms)),
      notes: table.notes,
    }));
}

/** Blocks under the numbers of others. */
const like = (numbered: readonly Block[], blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block, at) => {
    const other = numbered[at];
    return block.kind === 'table' && other?.kind === 'table' && other.number !== undefined ? { ...block, number: other.number } : block;
  });

/** A text stands as itself; a number by its address where it has one. */
function cellForPrograms(cell: Cell) {
  if (cell === null) return null;
  const text = cellText(cell);
  if (cell.kind === 'text') return (cell.span ?? 1) > 1 ? { text, span: cell.span } : text;
  if (cell.kind === 'interval')
    return cell.addresses === undefined
      ? { text, low: finite(cell.low), high: finite(cell.high) }
      : { text, addresses: cell.addresses, low: finite(cell.low), high: finite(cell.high) };
  return {
    text,
    ...(cell.address === undefined ? {} : { address: cell.address }),
    value: finite(cell.value),
    ...(cell.reason === undefined || cell.value !== null ? {} : { reason: cell.reason }),
  };
}

/** Every estimate, with broom's names of columns: heads once, then a list a row. */
export function termsForPrograms(results: StudyResults, options: TidyOptions) {
  const [columns, ...rows] = tidyRows(results, options);
  return { columns, rows };
}

/** JSON with a line a member of each part: lines that differ are numbers that differ, and the file is a third smaller than indented. */
export function laidOut(document: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const lines = Array.isArray(value)
      ? value.map((one) => JSON.stringify(one))
      : Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [`${JSON.stringify(key)}: ${JSON.stringify(one)}`]));
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    return lines.length === 0 ? `${open}${close}` : `${open}\n    ${lines.join(',\n    ')}\n  ${close}`;
  };
  const parts = Object.entries(document).map(([key, value]) => `  ${JSON.stringify(key)}: ${part(value)}`);
  return `{\n${parts.join(',\n')}\n}\n`;
}
