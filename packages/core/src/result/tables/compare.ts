// Scores by group: means with a row for all cases, the tests of the differences, and the pairs of groups.
import type { Block, Cell, TableBlock } from '../document.ts';
import type { CompareResult } from '../../plan/results.ts';
import type { CategoryPlan, CompareJob } from '../../plan/plan.ts';
import type { PairComparison } from '../../procedures/compare/groups.ts';
import { conditionText, headingRow, numberCell, quantityCell, starsOf, textCell, type ReportContext } from '../context.ts';
import { bandsNote } from './bands.ts';
import { defaultsNote } from './index-of-items.ts';
import type { QuantityFormat } from '../../quantity/quantity.ts';

type CompareCell = CompareResult['cells'][number];

export function compareBlocks(context: ReportContext, result: CompareResult): readonly Block[] {
  const categories = result.job.by.flatMap((by) => result.cells.find((cell) => cell.category.name === by)?.category ?? []);
  return categories.flatMap((category) => {
    const cells = result.cells.filter((cell) => cell.category.name === category.name);
    return [meansTable(context, result.job, category, cells), testsTable(context, result.job, category, cells), pairsTable(context, result.job, category, cells)].filter((table) => table !== null);
  });
}

/** The address prefix of one comparison: `by_mode.integration`, with the category's name behind it when there are several. */
export function comparePath(job: CompareJob, outcome: string, category: string): string {
  return [job.name, outcome, ...(job.by.length > 1 ? [category] : [])].join('.');
}

const identifier = (job: CompareJob, category: string, part: string): string => `${job.name}:${part}${job.by.length > 1 ? `:${category}` : ''}`;

/** Scores have two digits; means of answers as many as the study asks for. */
function meanFormat(context: ReportContext, outcome: string): QuantityFormat {
  return context.results.quantities.get(`${outcome}.mean`)?.format ?? 'mean';
}

function meansTable(context: ReportContext, job: CompareJob, category: CategoryPlan, cells: readonly CompareCell[]): TableBlock {
  const { words } = context;
  // n is shown once when the outcomes agree on it, else beside each mean.
  const sizes = (cell: CompareCell): string => JSON.stringify(category.levels.map((level) => cell.comparison?.groups.find((group) => group.level === level.name)?.n ?? 0));
  const computed = cells.filter((cell) => cell.comparison !== null);
  const common = computed.length > 0 && computed.every((cell) => sizes(cell) === sizes(computed[0]!));
  const sub = common ? [words.mean, words.sd] : [words.n, words.mean, words.sd];
  const row = (label: string, level: string | null, emphasis: boolean): readonly Cell[] => {
    const of = (cell: CompareCell): { n: number; mean: number | null; sd: number | null } | null => {
      if (cell.comparison === null) return null;
      if (level === null) return { n: cell.comparison.n, mean: cell.comparison.mean, sd: cell.comparison.sd };
      return cell.comparison.groups.find((group) => group.level === level) ?? { n: 0, mean: null, sd: null };
    };
    const more = emphasis ? { emphasis } : {};
    const first = of(computed[0] ?? cells[0]!);
    // The addresses of a score's group means hold for all cases: only then do they name these numbers.
    const path = (outcome: string, quantity: string): string => `${outcome}.${quantity}(${level === null ? 'all' : `${category.name}.${level}`})`;
    const mean = (cell: CompareCell, quantity: 'mean' | 'sd'): Cell => {
      const value = of(cell)?.[quantity];
      const reason = cell.reason === null ? {} : { reason: cell.reason };
      const format = meanFormat(context, cell.outcome);
      const address = path(cell.outcome, quantity);
      return job.where === null && context.results.quantities.get(address)?.value === value ? quantityCell(context, address, value, format, { ...more, ...reason }) : numberCell(context, value, format, { ...more, ...reason });
    };
    return [textCell(label, more), ...(common ? [numberCell(context, first?.n, 'count', more)] : []),
      ...cells.flatMap((cell): readonly Cell[] => [...(common ? [] : [numberCell(context, of(cell)?.n, 'count', more)]), mean(cell, 'mean'), mean(cell, 'sd')])];
  };
  const rows = [...category.levels.map((level) => row(context.labelOf(`${category.name}.${level.name}`), level.name, false)), row(words.all, null, true)];
  return { kind: 'table', id: identifier(job, category.name, 'means'), title: `${context.labelOf(job.name)}${job.by.length > 1 ? ` (${context.labelOf(category.name)})` : ''}`,
    columns: [{ title: context.labelOf(category.name), align: 'left' }, ...(common ? [{ title: words.n, align: 'number' as const }] : []),
      ...cells.flatMap((cell) => sub.map((title) => ({ title, align: 'number' as const, group: context.labelOf(cell.outcome) })))],
    rows, parts: [rows.length - 1], notes: [...(job.where === null ? [] : [words.whereNote(conditionText(context, job.where))]), ...(job.missing === 'listwise' && job.outcomes.length > 1 ? [words.compareListwise] : [])] };
}

function testsTable(context: ReportContext, job: CompareJob, category: CategoryPlan, cells: readonly CompareCell[]): TableBlock | null {
  const { words } = context;
  const rows = cells.map((cell): readonly Cell[] => {
    const found = cell.comparison;
    const path = comparePath(job, cell.outcome, category.name);
    const q = (name: string, value: number | null | undefined, format: QuantityFormat, stars = ''): Cell => quantityCell(context, `${path}.${name}`, value, format, stars === '' ? {} : { stars });
    return [textCell(context.labelOf(cell.outcome)), q('f', found?.anova.f, 'statistic', starsOf(context, found?.anova.p ?? null)), q('df1', found?.anova.df1, 'df'), q('df2', found?.anova.df2, 'df'), q('p', found?.anova.p, 'p'), q('eta2', found?.eta2, 'coefficient'),
      q('welch.f', found?.welch.f, 'statistic'), q('welch.p', found?.welch.p, 'p'), q('levene.p', found?.leveneMean.p, 'p'), q('kruskal.h', found?.kruskalWallis.h, 'statistic'), q('kruskal.p', found?.kruskalWallis.p, 'p')];
  });
  if (rows.length === 0) return null;
  const titles: readonly [string, string | null][] = [[words.f, null], ['df1', null], ['df2', null], [words.p, null], [words.eta2, null], ['F', 'Welch'], ['p', 'Welch'], ['p', 'Levene'], ['H', 'Kruskal–Wallis'], ['p', 'Kruskal–Wallis']];
  return { kind: 'table', id: identifier(job, category.name, 'tests'), title: words.testsOfDifference,
    columns: [{ title: words.outcome, align: 'left' }, ...titles.map(([title, group]) => ({ title, align: 'number' as const, ...(group === null ? {} : { group }) }))], rows, notes: [words.compareNote, bandsNote(context)] };
}

function pairsTable(context: ReportContext, job: CompareJob, category: CategoryPlan, cells: readonly CompareCell[]): TableBlock | null {
  const { words } = context;
  // With two groups the pair is the comparison itself.
  const computed = cells.filter((cell) => (cell.comparison?.pairs.length ?? 0) > 1);
  if (computed.length === 0) return null;
  const level = (name: string): string => context.labelOf(`${category.name}.${name}`);
  const rows: (readonly Cell[])[] = [];
  const parts: number[] = [];
  for (const cell of computed) {
    if (rows.length > 0) parts.push(rows.length);
    rows.push(headingRow(context.labelOf(cell.outcome), 3));
    const path = comparePath(job, cell.outcome, category.name);
    for (const pair of cell.comparison?.pairs ?? []) {
      const args = `(${category.name}.${pair.i}, ${category.name}.${pair.j})`;
      const p = pairP(job, pair);
      rows.push([textCell(words.pair(level(pair.i), level(pair.j)), { indent: 1 }), quantityCell(context, `${path}.difference${args}`, pair.difference, meanFormat(context, cell.outcome), { stars: starsOf(context, p) }), quantityCell(context, `${path}.difference.p${args}`, p, 'p')]);
    }
  }
  return { kind: 'table', id: identifier(job, category.name, 'pairs'), title: words.pairwise,
    columns: [{ title: words.pairwise, align: 'left' }, { title: words.difference, align: 'number' }, { title: words.p, align: 'number' }], rows, parts,
    notes: [words.postHocNote(words.postHoc[job.postHoc]), bandsNote(context), ...defaultsNote(context, job.defaults)] };
}

function pairP(job: CompareJob, pair: PairComparison): number | null {
  return { tukey: pair.tukeyP, games_howell: pair.gamesHowellP, bonferroni: pair.bonferroniP, holm: pair.holmP }[job.postHoc];
}
