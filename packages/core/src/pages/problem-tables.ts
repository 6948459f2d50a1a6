// Answers that could not be used, row by row; and the study's list of problems.
import type { Block, Cell, NoteBlock } from '../show/document.ts';
import type { Problem } from '../problems/catalogue.ts';
import { statedCell, textCell, type ReportContext } from '../methods/context.ts';
import { countProblems, mostImportant } from './problem-listing.ts';
import { formatQuantity } from '../show/format.ts';
import { labelText } from '../contract/label-text.ts';
import type { Words } from '../words/words.ts';
import { tellReader } from './told-to-readers.ts';

/** Rows of the data problems' table; the rest is in the results file. */
const SHOWN = 50;

export function dataProblemBlocks(context: ReportContext): readonly Block[] {
  const { results, words } = context;
  if (results.plan.data === null) return [];
  const found = results.dataProblems;
  const elsewhere = results.unusableElsewhere ?? 0;
  if (elsewhere > 0) return [{ kind: 'note', tone: 'plain', text: words.elsewhereProblems(elsewhere) }];
  if (found.length === 0) return [{ kind: 'note', tone: 'good', text: words.noDataProblems }];
  const ids = found.some((one) => one.id !== null);
  const rows = found
    .slice(0, SHOWN)
    .map((one): readonly Cell[] => [
      statedCell(context, 'row of the data', one.row, 'count'),
      ...(ids ? [textCell(one.id ?? '')] : []),
      textCell(one.column),
      textCell(one.value),
      textCell(words.problemKind[one.kind]),
      textCell(one.expected),
      textCell(one.kept ? words.wasKept : words.wasMissing),
    ]);
  const titles = [...(ids ? [words.id] : []), words.column, words.foundValue, words.foundProblem, words.expected, words.happened];
  return [
    {
      kind: 'table',
      id: 'data-problems',
      title: words.dataProblems,
      columns: [{ title: words.row, align: 'number' }, ...titles.map((title) => ({ title, align: 'left' as const }))],
      rows,
      notes: [words.rowNote, ...(found.length > SHOWN ? [words.moreRows(formatQuantity(found.length - SHOWN, 'count'))] : [])],
    },
  ];
}

/** The study's list of problems, with the count that every command gives; those that matter most where there are very many. */
export function problemBlocks(context: ReportContext, problems: readonly Problem[], all = false): readonly Block[] {
  const { words } = context;
  if (problems.length === 0) return [{ kind: 'note', tone: 'good', text: words.noProblems }];
  const { shown, left } = all ? { shown: problems, left: [] } : mostImportant(problems);
  const more: readonly NoteBlock[] =
    left.length === 0 ? [] : [{ kind: 'note', tone: 'plain', text: words.moreProblems(problemCounts(words, left)) }];
  return [
    { kind: 'note', tone: 'plain', text: `${problemCounts(words, problems)}${words.stop}` },
    ...shown.map((problem): NoteBlock => {
      const { message, help } = tellReader(context, problem);
      return {
        kind: 'note',
        tone: TONES[problem.severity],
        text: message,
        code: problem.code,
        ...(help === '' ? {} : { help }),
        ...(problem.parts === undefined
          ? {}
          : { parts: problem.parts.map((part) => ({ code: part.code, text: tellReader(context, part).message })) }),
      };
    }),
    ...more,
  ];
}

/** What the author accepts: what was found, and the reason. */
export function statedBlocks(context: ReportContext, stated: readonly Problem[]): readonly Block[] {
  if (stated.length === 0) return [];
  const { words, language } = context;
  return [
    { kind: 'note', tone: 'plain', text: words.statedNote },
    ...stated.map(
      (problem): NoteBlock => ({
        kind: 'note',
        tone: 'plain',
        text: tellReader(context, problem).message,
        code: problem.code,
        help: words.statedBecause(labelText(problem.stated ?? [], language)),
        ...(problem.parts === undefined
          ? {}
          : { parts: problem.parts.map((part) => ({ code: part.code, text: tellReader(context, part).message })) }),
      }),
    ),
  ];
}

export const TONES: Readonly<Record<Problem['severity'], NoteBlock['tone']>> = { error: 'error', warning: 'warning', info: 'plain' };

/** `2 errors, 15 warnings, 6 notes`; empty when there is nothing to count. */
export function problemCounts(words: Words, problems: readonly Problem[]): string {
  const { error, warning, info } = countProblems(problems);
  const text = (count: number): string => formatQuantity(count, 'count');
  return [
    ...(error > 0 ? [words.errorsBrief(error, text(error))] : []),
    ...(warning > 0 ? [words.warningsBrief(warning, text(warning))] : []),
    ...(info > 0 ? [words.notesBrief(info, text(info))] : []),
  ].join(words.listComma);
}
