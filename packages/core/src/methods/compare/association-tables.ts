// Categories and options by groups, as papers print them: counts and per cents side by side with χ², and the adjusted residuals.
import type { CategoryPlan } from '../../contract/variables.ts';
import { addressFor, type LevelPath } from '../../contract/declared-quantity.ts';
import type { Block, Cell, TableBlock, TableColumn } from '../../show/document.ts';
import { bandsNote } from '../bands.ts';
import { addressCell, categoryOf, conditionText, headingRow, quantityAt, textCell, type ReportContext } from '../context.ts';
import { unweightedNote, weighted } from '../design/tables.ts';
import type { CompareResult, OtherCell } from '../results.ts';
import { comparePath, questionOf, type CompareJob } from './job.ts';

const isAssociation = ({ kind }: OtherCell): boolean => kind === 'category of compare' || kind === 'option of compare';

export function associationBlocks(context: ReportContext, { job, others }: CompareResult): readonly Block[] {
  return job.by.flatMap((by): readonly Block[] => {
    const category = categoryOf(context, by);
    const cells = others.filter((cell) => isAssociation(cell) && cell.by === by);
    if (category === null || cells.length === 0) return [];
    const residuals = residualsTable(context, job, category, cells);
    return [crossTable(context, job, category, cells), ...(residuals === null ? [] : [residuals])];
  });
}

const idOf = (job: CompareJob, category: string, part: string): string => `${job.name}:${part}${job.by.length > 1 ? `:${category}` : ''}`;
const groupsOf = (category: CategoryPlan): readonly LevelPath[] => category.levels.map(({ name }): LevelPath => [category.name, name]);

/** What a line of the table is of, and the arguments of its count that come before the group. */
interface Line {
  readonly cell: OtherCell;
  readonly label: string;
  readonly level: readonly LevelPath[];
  /** The line that has the tests: an option's own, a category's first. */
  readonly tested: boolean;
}

function linesOf(context: ReportContext, cell: OtherCell): readonly Line[] {
  if (cell.kind === 'option of compare') return [{ cell, label: context.labelOf(cell.outcome), level: [], tested: true }];
  return (categoryOf(context, cell.outcome)?.levels ?? []).map(
    ({ name }, at): Line => ({ cell, label: context.labelOf(`${cell.outcome}.${name}`), level: [[cell.outcome, name]], tested: at === 0 }),
  );
}
/** Over the levels of a category, and once over the options of a question. */
const headOf = (context: ReportContext, cells: readonly OtherCell[], at: number): string | null => {
  const own = (cell: OtherCell): string => (cell.kind === 'option of compare' ? questionOf(cell.outcome) : cell.outcome);
  const cell = cells[at]!;
  return at > 0 && cell.kind === cells[at - 1]!.kind && own(cells[at - 1]!) === own(cell) ? null : context.labelOf(own(cell));
};

function crossTable(context: ReportContext, job: CompareJob, category: CategoryPlan, cells: readonly OtherCell[]): TableBlock {
  const { words } = context;
  const design = weighted(context, job);
  const groups: readonly LevelPath[] = [...groupsOf(category), ['all']];
  const tests = design ? (['chi2', 'f', 'df1', 'df2', 'p', 'v'] as const) : (['chi2', 'df', 'p', 'v', 'fisher.p'] as const);
  const titles: Readonly<Record<(typeof tests)[number], string>> = {
    chi2: 'χ²',
    df: 'df',
    f: 'F',
    df1: 'df1',
    df2: 'df2',
    p: words.p,
    v: 'V',
    'fisher.p': words.fisherP,
  };
  const rows: (readonly Cell[])[] = [];
  const parts: number[] = [];
  const width = 1 + 2 * groups.length + tests.length;
  for (const [at, cell] of cells.entries()) {
    const head = headOf(context, cells, at);
    if (head !== null) {
      if (rows.length > 0) parts.push(rows.length);
      rows.push(headingRow(head, width));
    }
    const path = comparePath(job, cell.outcome, category.name);
    for (const { label, level, tested } of linesOf(context, cell)) {
      const args = (group: LevelPath): readonly LevelPath[] => [...level, group];
      const count = level.length === 0 ? 'count(level)' : 'count(level, level)';
      const percent = level.length === 0 ? 'percent(level)' : 'percent(level, level)';
      rows.push([
        textCell(label, { indent: 1 }),
        ...groups.flatMap((group) => [
          addressCell(context, addressFor(path, count, args(group))),
          addressCell(context, addressFor(path, percent, args(group))),
        ]),
        ...tests.map(
          (test): Cell =>
            tested
              ? addressCell(context, addressFor(path, test), test === 'chi2' ? { starredBy: addressFor(path, 'p') } : {})
              : textCell(''),
        ),
      ]);
    }
  }
  const columns: readonly TableColumn[] = [
    { title: words.outcome, align: 'left' },
    ...groups.flatMap((group) => {
      const label = group.length === 1 ? words.all : context.labelOf(group.join('.'));
      return ['n', '%'].map((title): TableColumn => ({ title, align: 'number', group: label }));
    }),
    ...tests.map((test): TableColumn => ({ title: titles[test], align: 'number' })),
  ];
  return {
    kind: 'table',
    id: idOf(job, category.name, 'crossing'),
    title: words.crossing(context.labelOf(job.name), context.labelOf(category.name)),
    columns,
    rows,
    parts,
    notes: [
      ...unweightedNote(context, job),
      ...(job.where === null ? [] : [words.whereNote(conditionText(context, job.where))]),
      ...(job.missing === 'listwise' && job.outcomes.length > 1 ? [words.compareListwise] : []),
      design ? words.crossingWeighted : words.crossingNote,
      bandsNote(context),
    ],
  };
}

/** Null where no table has any: with weights, or nothing to test. */
function residualsTable(context: ReportContext, job: CompareJob, category: CategoryPlan, cells: readonly OtherCell[]): TableBlock | null {
  const { words } = context;
  const groups = groupsOf(category);
  const known = cells.filter(
    (cell) =>
      !weighted(context, job) && quantityAt(context, addressFor(comparePath(job, cell.outcome, category.name), 'chi2')).value !== null,
  );
  if (known.length === 0) return null;
  const rows: (readonly Cell[])[] = [];
  const parts: number[] = [];
  for (const [at, cell] of known.entries()) {
    const head = headOf(context, known, at);
    if (head !== null) {
      if (rows.length > 0) parts.push(rows.length);
      rows.push(headingRow(head, 1 + groups.length));
    }
    const path = comparePath(job, cell.outcome, category.name);
    for (const { label, level } of linesOf(context, cell)) {
      const residual = level.length === 0 ? 'residual(level)' : 'residual(level, level)';
      rows.push([
        textCell(label, { indent: 1 }),
        ...groups.map((group) => {
          const address = addressFor(path, residual, [...level, group]);
          const { value } = quantityAt(context, address);
          return addressCell(context, address, value !== null && Math.abs(value) > BEYOND ? { emphasis: true } : {});
        }),
      ]);
    }
  }
  return {
    kind: 'table',
    id: idOf(job, category.name, 'residuals'),
    title: words.adjustedResiduals,
    columns: [
      { title: words.outcome, align: 'left' },
      ...groups.map((group): TableColumn => ({ title: context.labelOf(group.join('.')), align: 'number' })),
    ],
    rows,
    parts,
    notes: [words.residualsNote],
  };
}

/** The normal distribution's bound at 5 %. */
const BEYOND = 1.959963984540054;
