// Scores by group as journals print them: one table with means and SD a group, letters for the pairs that differ, and the test of all
// groups below with its effect size. The tests in detail and the pairs one by one are tables.ts.
import { lettersOf } from '../../procedures/compare/letters.ts';
import { inLanguage } from '../../words/words.ts';
import { addressFor, type LevelPath } from '../../contract/declared-quantity.ts';
import type { CategoryPlan } from '../../contract/variables.ts';
import type { Cell, TableBlock, TableColumn } from '../../show/document.ts';
import { formatThreshold } from '../../show/format.ts';
import { addressCell, conditionText, quantityAt, textCell, type CellLooks, type ReportContext } from '../context.ts';
import { bandsNote } from '../bands.ts';
import { unweightedNote, weighted } from '../design/tables.ts';
import { defaultsNote } from '../index/tables.ts';
import type { CompareResult } from '../results.ts';
import { comparePath, type CompareJob } from './job.ts';
import { postHocOf } from './post-hoc.ts';

type CompareCell = CompareResult['cells'][number];

/** Pairs whose p is below it have no letter in common. */
const LETTERS_BELOW = 0.05;

export function paperTable(
  context: ReportContext,
  job: CompareJob,
  category: CategoryPlan,
  cells: readonly CompareCell[],
  id: string,
): TableBlock {
  const { words } = context;
  const path = (cell: CompareCell): readonly string[] => comparePath(job, cell.outcome, category.name);
  const levels: readonly LevelPath[] = [...category.levels.map((level): LevelPath => [category.name, level.name]), ['all']];
  const at = (cell: CompareCell, quantity: 'n(level)' | 'mean(level)' | 'sd(level)', level: LevelPath): string =>
    addressFor(path(cell), quantity, [level]);
  // n is shown once when the outcomes agree on it, else beside each mean.
  const sizes = (cell: CompareCell): string =>
    JSON.stringify(levels.map((level) => quantityAt(context, at(cell, 'n(level)', level)).value));
  const computed = cells.filter((cell) => cell.comparison !== null);
  const common = computed.length > 0 && computed.every((cell) => sizes(cell) === sizes(computed[0]!));
  const per = [...(common ? [] : [words.n]), words.mean, words.sd];
  const letters = new Map(cells.map((cell) => [cell.outcome, lettersFor(context, job, category, cell)]));
  const row = (level: LevelPath): readonly Cell[] => {
    const all = level.length === 1;
    const looks: CellLooks = all ? { emphasis: true } : {};
    return [
      textCell(all ? words.all : context.labelOf(level.join('.')), looks),
      ...(common ? [addressCell(context, at(computed[0]!, 'n(level)', level), looks)] : []),
      ...cells.flatMap((cell): readonly Cell[] => {
        const own = all ? '' : (letters.get(cell.outcome)?.get(level[1]!) ?? '');
        return [
          ...(common ? [] : [addressCell(context, at(cell, 'n(level)', level), looks)]),
          addressCell(context, at(cell, 'mean(level)', level), { ...looks, ...(own === '' ? {} : { stars: own }) }),
          addressCell(context, at(cell, 'sd(level)', level), { ...looks, parentheses: true }),
        ];
      }),
    ];
  };
  // Under the means, where a score has its column: its test.
  const pads = [...(common ? [] : [null]), null] as const;
  const test = (title: string, quantity: 'f' | 't' | 'p' | 'eta2' | 'd'): readonly Cell[] => [
    textCell(title),
    ...(common ? [null] : []),
    ...cells.flatMap((cell): readonly Cell[] => {
      const looks = quantity === 'f' || quantity === 't' ? { starredBy: addressFor(path(cell), 'p') } : {};
      const own = addressCell(context, addressFor(path(cell), quantity), looks);
      return common ? [own, ...pads] : [null, own, null];
    }),
  ];
  const two = computed.length > 0 && computed.every((cell) => cell.groups.length === 2) && !weighted(context, job);
  const rows = [
    ...levels.map(row),
    ...(two ? [test('t', 't')] : [test(words.f, 'f')]),
    test(words.p, 'p'),
    ...(two ? [test('d', 'd')] : [test(words.eta2, 'eta2')]),
  ];
  const lettered = [...letters.values()].some((one) => one.size > 0);
  return {
    kind: 'table',
    id,
    title: `${context.labelOf(job.name)}${job.by.length > 1 ? ` (${context.labelOf(category.name)})` : ''}`,
    columns: [
      { title: context.labelOf(category.name), align: 'left' },
      ...(common ? [{ title: words.n, align: 'number' as const }] : []),
      ...cells.flatMap((cell): TableColumn[] => per.map((title) => ({ title, align: 'number', group: context.labelOf(cell.outcome) }))),
    ],
    rows,
    parts: [levels.length - 1, levels.length],
    notes: [
      words.meanSdNote,
      ...(two ? [] : [weighted(context, job) ? words.weightedTestsNote : words.compareNote]),
      bandsNote(context),
      ...(lettered ? [words.lettersNote(inLanguage(context.language, postHocOf(job.postHoc).label), formatThreshold(LETTERS_BELOW))] : []),
      ...unweightedNote(context, job),
      ...(job.where === null ? [] : [words.whereNote(conditionText(context, job.where))]),
      ...(job.missing === 'listwise' && job.outcomes.length > 1 ? [words.compareListwise] : []),
      ...defaultsNote(context, job.defaults),
    ],
  };
}

/** A letter or more a level, by its name; none where some pair has no p, or where there is but one pair. */
function lettersFor(context: ReportContext, job: CompareJob, category: CategoryPlan, cell: CompareCell): ReadonlyMap<string, string> {
  const pairs = cell.comparison?.pairs ?? [];
  if (pairs.length < 2) return new Map();
  const path = comparePath(job, cell.outcome, category.name);
  const between = new Map<string, number | null>();
  for (const { i, j } of pairs) {
    const { value } = quantityAt(
      context,
      addressFor(path, 'difference.p(level, level)', [
        [category.name, i],
        [category.name, j],
      ]),
    );
    between.set(`${i} ${j}`, value);
    between.set(`${j} ${i}`, value);
  }
  if ([...between.values()].some((p) => p === null)) return new Map();
  const mean = (level: string): number => quantityAt(context, addressFor(path, 'mean(level)', [[category.name, level]])).value ?? 0;
  const groups = [...new Set(pairs.flatMap(({ i, j }) => [i, j]))].sort((a, b) => mean(b) - mean(a));
  return lettersOf(groups, (one, other) => (between.get(`${one} ${other}`) ?? 1) < LETTERS_BELOW);
}
