// An index: whether the items suit component analysis, how many components there are, the loadings, the scores.
import type { Block, Cell, TableBlock, TableColumn } from '../document.ts';
import type { IndexResult } from '../../plan/results.ts';
import { textIn } from '../../methods/option.ts';
import { rotate } from '../../methods/index/rotate.ts';
import { numberCell, quantityCell, textCell, type ReportContext } from '../context.ts';
import { formatPlain, formatQuantity } from '../format.ts';

/** Loadings smaller than this say little: the field leaves them blank or pale. */
export const PALE = 0.4;

export function indexBlocks(context: ReportContext, result: IndexResult): readonly Block[] {
  return [factorabilityTable(context, result), retentionTable(context, result), loadingsTable(context, result), scoresTable(context, result)].filter((block) => block !== null);
}

/** Name of the component in a position of the rotated solution: the author's, or its number. */
export function componentTitle(context: ReportContext, result: IndexResult, position: number): string {
  const named = result.components.find((component) => component.position === position);
  return named === undefined ? context.words.unnamedComponent(formatPlain(position + 1)) : context.labelOf(named.name);
}

/** Positions as the author lists them: named components in their order of declaration, then the others. */
export function componentOrder(result: IndexResult): readonly number[] {
  const named = result.components.map((component) => component.position);
  return [...named, ...Array.from({ length: result.kept }, (_, position) => position).filter((position) => !named.includes(position))];
}

/** Items grouped by the component on which they load highest, in the order of the components, highest first. */
export function itemOrder(result: IndexResult): readonly number[] {
  const order = componentOrder(result);
  const best = result.loadings.map((row) => order.reduce((top, position) => (Math.abs(row[position] ?? 0) > Math.abs(row[top] ?? 0) ? position : top), order[0] ?? 0));
  return result.job.items.map((_, item) => item).sort((a, b) => {
    const [x, y] = [best[a] ?? 0, best[b] ?? 0];
    return x !== y ? order.indexOf(x) - order.indexOf(y) : Math.abs(result.loadings[b]?.[y] ?? 0) - Math.abs(result.loadings[a]?.[x] ?? 0) || a - b;
  });
}

function factorabilityTable(context: ReportContext, result: IndexResult): TableBlock | null {
  const { words } = context;
  const { name } = result.job;
  const checks = result.factorability;
  const row = (title: string, address: string, value: number | null | undefined, format: 'count' | 'coefficient' | 'statistic' | 'df' | 'p', more = {}): readonly Cell[] => [textCell(title), quantityCell(context, address, value, format, more)];
  const rows = [
    row(words.casesUsed, `${name}.n`, result.n, 'count'),
    ...(result.filled > 0 ? [[textCell(words.filledCells), numberCell(context, result.filled, 'count')]] : []),
    row(words.kmo, `${name}.kmo`, checks?.kmo, 'coefficient'),
    row(words.bartlettChi2, `${name}.bartlett.chi2`, checks?.chi2, 'statistic'),
    row(words.df, `${name}.bartlett.df`, checks?.df, 'df'),
    row(words.p, `${name}.bartlett.p`, checks?.pValue, 'p'),
    row(words.determinant, `${name}.determinant`, checks?.determinant, 'coefficient', { small: true }),
  ];
  return { kind: 'table', id: `${name}:factorability`, title: words.factorability, columns: [{ title: words.fact, align: 'left' }, { title: words.value, align: 'number' }], rows, notes: [] };
}

function retentionTable(context: ReportContext, result: IndexResult): TableBlock | null {
  const { words } = context;
  const rules = result.retention;
  if (rules === null) return null;
  const { name } = result.job;
  const rows = rules.eigenvalues.map((value, i): readonly Cell[] => [
    textCell(formatPlain(i + 1), { emphasis: i < result.kept }), quantityCell(context, `${name}.eigenvalue(${i + 1})`, value, 'coefficient', { emphasis: i < result.kept }),
    numberCell(context, rules.percent[i], 'percent'), numberCell(context, rules.cumulative[i], 'percent'),
    numberCell(context, rules.parallel.percentile95[i], 'coefficient'), numberCell(context, rules.parallel.means[i], 'coefficient')]);
  const count = (value: number): string => formatQuantity(value, 'count');
  const would = [words.ruleKaiser(count(rules.kaiser)), words.ruleParallel(count(rules.parallel.retained)), words.ruleMap(count(rules.map.squared))].join(words.language === 'zh' ? '，' : '; ');
  return { kind: 'table', id: `${name}:retention`, title: words.retention,
    columns: [{ title: words.component, align: 'left' }, ...[words.eigenvalue, words.percentOfVariance, words.cumulative, words.parallel95, words.parallelMean].map((title) => ({ title, align: 'number' as const }))],
    rows, ...(result.kept < rows.length ? { parts: [result.kept] } : {}),
    notes: [words.rulesWouldKeep(would), words.keptNote(count(result.kept)), words.parallelNote(count(rules.parallel.replications), String(rules.parallel.seed))] };
}

function loadingsTable(context: ReportContext, result: IndexResult): TableBlock | null {
  if (result.kept === 0 || result.loadings.length === 0) return null;
  const { words } = context;
  const { job } = result;
  const order = componentOrder(result);
  const nameAt = new Map(result.components.map((component) => [component.position, component]));
  const columns: TableColumn[] = [{ title: words.item, align: 'left' }, ...order.map((position) => ({ title: componentTitle(context, result, position), align: 'number' as const })), { title: words.communality, align: 'number' }];
  const rows: (readonly Cell[])[] = itemOrder(result).map((item) => {
    const itemName = job.items[item] ?? '';
    return [textCell(context.labelOf(itemName)), ...order.map((position): Cell => {
      const value = result.loadings[item]?.[position] ?? null;
      const component = nameAt.get(position);
      const more = { ...(component?.marker === itemName ? { stars: '°' } : {}), ...(value !== null && Math.abs(value) < PALE ? { muted: true } : {}) };
      return component === undefined ? numberCell(context, value, 'coefficient', more) : quantityCell(context, `${job.name}.loading(${itemName}, ${component.name})`, value, 'coefficient', more);
    }), quantityCell(context, `${job.name}.communality(${itemName})`, result.communalities[item], 'coefficient')];
  });
  const body = rows.length;
  rows.push([textCell(job.rotate.kind === 'none' ? words.explained : words.explainedRotated), ...order.map((position): Cell => {
    const component = nameAt.get(position);
    return component === undefined ? numberCell(context, result.explained[position], 'percent', { decimals: context.decimals }) : quantityCell(context, `${job.name}.explained(${component.name})`, result.explained[position], 'percent', { decimals: context.decimals });
  }), quantityCell(context, `${job.name}.explained.total`, result.explainedTotal, 'percent', { decimals: context.decimals })]);
  if (result.components.some((component) => component.weight !== null)) {
    rows.push([textCell(words.weight), ...order.map((position): Cell => {
      const component = nameAt.get(position);
      return component === undefined || component.weight === null ? null : quantityCell(context, `${job.name}.weight(${component.name})`, component.weight, 'coefficient');
    }), null]);
  }
  return { kind: 'table', id: `${job.name}:loadings`, title: job.rotate.kind === 'none' ? words.loadings : words.rotatedLoadings, columns, rows, parts: [body], notes: loadingNotes(context, result) };
}

function loadingNotes(context: ReportContext, result: IndexResult): readonly string[] {
  const { words } = context;
  const { job } = result;
  const method = textIn(context.language, result.rotation === null ? rotate.choices.none.note() : rotate.choices[job.rotate.kind].note(job.rotate), { iterations: formatPlain(result.rotation?.iterations ?? 0) });
  const weighting = { explained: words.weightExplained, equal: words.weightEqual, given: words.weightGiven }[job.weight.kind];
  const parts = job.compose.map((name) => context.labelOf(name)).join(words.listComma);
  return [
    method, ...(result.rotation !== null && !result.rotation.converged ? [words.notConverged] : []),
    ...(result.components.length > 0 ? [words.markerNote] : []), words.paleNote(formatQuantity(PALE, 'coefficient', { decimals: 1 })),
    ...(parts === '' ? [] : [words.composeNote(context.labelOf(job.name), `${parts}${words.language === 'zh' ? '，' : ', '}${weighting}`), rescaleNote(context, result)]),
    ...defaultsNote(context, job.defaults),
  ];
}

function rescaleNote(context: ReportContext, { job }: IndexResult): string {
  const { words } = context;
  const rule = job.rescale;
  switch (rule.kind) {
    case 'range': return words.rescaleRange(formatPlain(rule.low), formatPlain(rule.high));
    case 'components': return words.rescaleComponents(formatPlain(rule.low), formatPlain(rule.high));
    case 'none': return words.rescaleNone;
    case 't': return words.rescaleT;
  }
}

export function defaultsNote(context: ReportContext, defaults: readonly string[]): readonly string[] {
  return defaults.length === 0 ? [] : [context.words.defaultsNote(defaults.join('; '))];
}

function scoresTable(context: ReportContext, result: IndexResult): TableBlock | null {
  const { words } = context;
  const { job } = result;
  const rows = [job.name, ...job.components.map((component) => component.name)].flatMap((name): (readonly Cell[])[] => {
    const summary = result.summaries.get(name);
    if (summary === undefined) return [];
    return [[textCell(context.labelOf(name)), name === job.name ? numberCell(context, summary.n, 'count') : quantityCell(context, `${name}.n`, summary.n, 'count'),
      quantityCell(context, `${name}.mean`, summary.mean, 'score'), quantityCell(context, `${name}.sd`, summary.sd, 'score'),
      quantityCell(context, `${name}.min`, summary.min, 'score'), quantityCell(context, `${name}.max`, summary.max, 'score')]];
  });
  if (rows.length === 0) return null;
  return { kind: 'table', id: `${job.name}:scores`, title: words.scores,
    columns: [{ title: words.score, align: 'left' }, ...[words.n, words.mean, words.sd, words.min, words.max].map((title) => ({ title, align: 'number' as const }))], rows, notes: [] };
}
