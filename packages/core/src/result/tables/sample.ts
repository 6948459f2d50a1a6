// The study and its data at a glance, and the cases of each cluster (where people were asked).
import type { Block, Cell, TableBlock } from '../document.ts';
import { categoryOf, numberCell, textCell, valueSetTexts, type ReportContext } from '../context.ts';
import { formatQuantity } from '../format.ts';

export function sampleBlocks(context: ReportContext): readonly Block[] {
  const { plan, words, results } = context;
  if (plan.data === null) return [{ kind: 'note', tone: 'plain', text: words.framework }];
  const clusters = clusterTable(context);
  return clusters === null ? [dataTable(context, results.sample)] : [dataTable(context, results.sample), clusters];
}

function dataTable(context: ReportContext, cases: number): TableBlock {
  const { plan, words, results } = context;
  const data = plan.data!;
  const rows: (readonly Cell[])[] = [];
  const add = (name: string, value: string | undefined): void => { if (value !== undefined) rows.push([textCell(name), textCell(value)]); };
  add(words.dataFile, data.file);
  add(words.encoding, data.encoding);
  rows.push([textCell(words.cases), { ...numberCell(context, cases, 'count'), address: 'sample' }]);
  add(words.caseNumber, data.id);
  add(words.clusters, data.cluster);
  for (const join of data.joins) add(words.joined, `${join.file} (${words.on(join.on)})`);
  const missing = valueSetTexts(data.missing.some((code) => code.kind === 'blank') ? data.missing : [{ kind: 'blank' }, ...data.missing], words);
  add(words.missingValues, missing.join(words.listComma));
  add(words.outOfRange, data.outOfRange === 'kept' ? words.kept : words.dropped);
  const used = results.dataProblems.filter((problem) => problem.kept).length;
  const lost = results.dataProblems.length - used;
  if (lost > 0) rows.push([textCell(words.unusable), numberCell(context, lost, 'count')]);
  if (used > 0) rows.push([textCell(words.unusableKept), numberCell(context, used, 'count')]);
  add(words.seed, String(plan.seed));
  return { kind: 'table', id: 'sample:data', title: words.sample, columns: [{ title: words.fact, align: 'left' }, { title: words.value, align: 'left' }], rows, notes: [] };
}

/** Cases and their share by cluster: the survey's sites. Null without a `cluster` or when results hold no counts. */
function clusterTable(context: ReportContext): TableBlock | null {
  const { plan, words, results } = context;
  const column = plan.data?.cluster;
  const clusters = results.clusters ?? [];
  if (column === undefined || clusters.length === 0) return null;
  const named = categoryOf(context, column);
  const title = named === null ? column : context.labelOf(column);
  const percent = (n: number): number | null => (results.sample === 0 ? null : (100 * n) / results.sample);
  const rows = clusters.map(({ value, n }): readonly Cell[] => [textCell(value === null || value === '' ? words.noCluster : value), numberCell(context, n, 'count'), numberCell(context, percent(n), 'percent')]);
  rows.push([textCell(words.total, { emphasis: true }), numberCell(context, results.sample, 'count', { emphasis: true }), numberCell(context, percent(results.sample), 'percent', { emphasis: true })]);
  return { kind: 'table', id: 'sample:clusters', title: words.casesByCluster(title),
    columns: [{ title, align: 'left' }, { title: words.cases, align: 'number' }, { title: words.percentOfCases, align: 'number' }],
    rows, parts: [rows.length - 1], notes: [] };
}

/** One line under a report's title: how many cases, in which file. */
export function casesLine(context: ReportContext): string {
  const { plan, words, results } = context;
  return plan.data === null ? words.framework : words.casesIn(formatQuantity(results.sample, 'count'), plan.data.file);
}
