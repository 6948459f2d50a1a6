// Answers that could not be used, and what a careful colleague would say.
import type { Block, Cell } from '../document.ts';
import type { Problem } from '../../problems/catalogue.ts';
import { statedCell, textCell, type ReportContext } from '../context.ts';
import { formatQuantity } from '../format.ts';

/** Rows of the data problems' table; the rest is in the results file. */
const SHOWN = 50;

export function dataProblemBlocks(context: ReportContext): readonly Block[] {
  const { results, words } = context;
  if (results.plan.data === null) return [];
  const found = results.dataProblems;
  if (found.length === 0) return [{ kind: 'note', tone: 'good', text: words.noDataProblems }];
  const ids = found.some((one) => one.id !== null);
  const rows = found.slice(0, SHOWN).map((one): readonly Cell[] => [statedCell(context, 'row of the data', one.row, 'count'), ...(ids ? [textCell(one.id ?? '')] : []), textCell(one.column), textCell(one.value), textCell(words.problemKind[one.kind]), textCell(one.expected), textCell(one.kept ? words.wasKept : words.wasMissing)]);
  const titles = [...(ids ? [words.id] : []), words.column, words.value, words.fact, words.expected, words.happened];
  return [{ kind: 'table', id: 'data-problems', title: words.dataProblems, columns: [{ title: words.row, align: 'number' }, ...titles.map((title) => ({ title, align: 'left' as const }))], rows,
    notes: [words.rowNote, ...(found.length > SHOWN ? [words.moreRows(formatQuantity(found.length - SHOWN, 'count'))] : [])] }];
}

/** Claims that fail are told in their own section. */
export function warningBlocks(context: ReportContext, problems: readonly Problem[]): readonly Block[] {
  const told = problems.filter((problem) => !problem.code.startsWith('SS7') && problem.data === undefined);
  if (told.length === 0) return [{ kind: 'note', tone: 'good', text: context.words.noWarnings }];
  return told.map((problem) => ({ kind: 'note', tone: problem.severity === 'error' ? 'error' : 'warning', text: problem.message, code: problem.code, ...(problem.help === '' ? {} : { help: problem.help }) }));
}
