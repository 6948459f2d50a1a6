// Regressions: one column an outcome, as the field's papers print them, and in detail one table an outcome.
import type { Block, Cell, TableBlock, TableColumn } from '../document.ts';
import type { RegressionResult, TermInfo } from '../../plan/results.ts';
import { categoryOf, conditionText, headingRow, numberCell, quantityCell, starsOf, termText, textCell, type ReportContext } from '../context.ts';
import { formatPlain, formatQuantity } from '../format.ts';
import { bandsNote } from './bands.ts';
import { defaultsNote } from './index-of-items.ts';

type Outcome = RegressionResult['outcomes'][number];
type Coefficient = NonNullable<Outcome['fit']>['coefficients'][number];

export function regressionBlocks(context: ReportContext, result: RegressionResult): readonly Block[] {
  const details = context.details ? result.outcomes.filter((one) => one.fit !== null).map((one) => detailTable(context, result, one)) : [];
  return [mainTable(context, result), ...details];
}

/** Terms under their blocks and categories: `{ heading }` or `{ term }`, in order. */
export type Line = { readonly heading: string; readonly aside?: string; readonly level: 0 | 1 } | { readonly term: TermInfo; readonly indent: number };

export function linesOf(context: ReportContext, terms: readonly TermInfo[]): Line[] {
  const lines: Line[] = [];
  const hasBlocks = terms.some((term) => term.block !== null);
  let block: string | null | undefined;
  let category = '';
  for (const term of terms) {
    if (hasBlocks && term.block !== block) {
      block = term.block;
      category = '';
      lines.push({ heading: block === null ? context.words.otherPredictors : context.labelOf(block), level: 0 });
    }
    const single = term.variables.length === 1 ? categoryOf(context, term.variables[0]!) : null;
    if (single !== null && single.name !== category) {
      category = single.name;
      lines.push({ heading: context.labelOf(single.name), aside: context.words.reference(context.labelOf(`${single.name}.${single.reference}`)), level: 1 });
    } else if (single === null) category = '';
    lines.push({ term, indent: single === null ? (hasBlocks ? 1 : 0) : hasBlocks ? 2 : 1 });
  }
  return lines;
}

export function termLabel(context: ReportContext, term: TermInfo): string {
  const level = term.levels[0];
  return term.variables.length === 1 && level != null ? context.labelOf(`${term.variables[0]!}.${level}`) : termText(context, term);
}

function coefficientOf(outcome: Outcome, term: string): Coefficient | undefined {
  return outcome.fit?.coefficients.find((coefficient) => coefficient.term === term);
}

function mainTable(context: ReportContext, result: RegressionResult): TableBlock {
  const { words } = context;
  const { job } = result;
  const shown = job.show;
  const both = shown.includes('standardized') && shown.includes('b');
  const lead: 'beta' | 'b' = shown.includes('b') && !both ? 'b' : 'beta';
  const per = [...(both ? ['beta', 'b'] as const : [lead]), ...(shown.includes('se') ? ['se'] as const : []), ...(shown.includes('intervals') ? ['ci'] as const : [])];
  const titles = { beta: words.beta, b: words.b, se: words.se, ci: words.ci(formatPlain(job.confidence * 100)) };
  const columns: TableColumn[] = [{ title: words.predictor, align: 'left' }, ...result.outcomes.flatMap((one) => (per.length === 1 ? [{ title: context.labelOf(one.outcome), align: 'number' as const }]
    : per.map((part) => ({ title: titles[part], align: 'number' as const, group: context.labelOf(one.outcome) }))))];
  const cellsOf = (one: Outcome, term: string): Cell[] => {
    const found = coefficientOf(one, term);
    const path = `${job.name}.${one.outcome}`;
    const reason = one.reason === null ? {} : { reason: one.reason };
    const stars = { stars: starsOf(context, found?.p ?? null) };
    return per.map((part): Cell => {
      if (part === 'ci') return { kind: 'interval', low: found?.low ?? null, high: found?.high ?? null, format: 'coefficient', decimals: context.decimals, ...reason };
      if (part === 'se') return quantityCell(context, `${path}.se(${term})`, found?.se, 'coefficient', { small: true, ...reason });
      return quantityCell(context, `${path}.${part}(${term})`, found?.[part], 'coefficient', { ...(part === per[0] ? stars : {}), ...(part === 'b' ? { small: true } : {}), ...reason });
    });
  };
  const rows: (readonly Cell[])[] = [];
  const parts: number[] = [];
  for (const line of linesOf(context, result.terms)) {
    if ('heading' in line) {
      if (line.level === 0 && rows.length > 0) parts.push(rows.length);
      rows.push(line.level === 0 ? headingRow(line.heading, columns.length, line.aside)
        : [textCell(line.heading, { indent: result.terms.some((term) => term.block !== null) ? 1 : 0, span: columns.length, ...(line.aside === undefined ? {} : { aside: line.aside }) })]);
    } else rows.push([textCell(termLabel(context, line.term), { indent: line.indent }), ...result.outcomes.flatMap((one) => cellsOf(one, line.term.text))]);
  }
  if (lead === 'b' && !both) rows.push([textCell(words.intercept), ...result.outcomes.flatMap((one) => cellsOf(one, 'intercept'))]);
  parts.push(rows.length);
  const fill = per.slice(1).map(() => null);
  const fit = (title: string, of: (one: Outcome) => Cell): void => { rows.push([textCell(title), ...result.outcomes.flatMap((one) => [of(one), ...fill])]); };
  const q = (one: Outcome, name: string, value: number | null | undefined, format: 'count' | 'coefficient' | 'statistic' | 'p' | 'df', more = {}): Cell => quantityCell(context, `${job.name}.${one.outcome}.${name}`, value, format, more);
  fit(words.n, (one) => q(one, 'n', one.fit?.n, 'count'));
  fit(words.r2, (one) => q(one, 'r2', one.fit?.r2, 'coefficient'));
  fit(words.adjustedR2, (one) => q(one, 'adjusted_r2', one.fit?.adjustedR2, 'coefficient'));
  fit(words.f, (one) => q(one, 'f', one.fit?.f, 'statistic', { stars: starsOf(context, one.fit?.p ?? null) }));
  const missing = result.outcomes.filter((one) => one.fit === null);
  const filled = result.outcomes.map((one) => one.filled);
  const notes = [
    lead === 'b' && !both ? words.bNote : words.betaNote, bandsNote(context), ...(job.where === null ? [] : [words.whereNote(conditionText(context, job.where))]), job.errors === undefined ? words.errorsNote : words.clusteredNote(context.labelOf(job.errors.column), formatQuantity(Math.max(0, ...result.outcomes.map((one) => one.fit?.clusters ?? 0)), 'count')),
    ...(job.errors !== undefined && result.outcomes.some((one) => one.fit?.clusters !== undefined && one.fit.f === null) ? [words.clusteredWithoutF] : []), words.missingNote[job.missing],
    ...(job.missing !== 'mean' || filled.every((count) => count === 0) ? [] : filled.every((count) => count === filled[0]) ? [words.filledNote(formatQuantity(filled[0] ?? 0, 'count'))]
      : [words.filledByOutcome(result.outcomes.map((one) => `${context.labelOf(one.outcome)} ${one.filled}`).join(words.listComma))]),
    ...missing.map((one) => words.notFitted(context.labelOf(one.outcome), one.reason ?? '')), ...defaultsNote(context, job.defaults),
  ];
  return { kind: 'table', id: `${job.name}:coefficients`, title: context.labelOf(job.name), columns, rows, parts, notes };
}

function detailTable(context: ReportContext, result: RegressionResult, one: Outcome): TableBlock {
  const { words } = context;
  const { job } = result;
  const path = `${job.name}.${one.outcome}`;
  const row = (label: string, term: string, indent: number): readonly Cell[] => {
    const found = coefficientOf(one, term);
    const q = (name: string, value: number | null | undefined, format: 'coefficient' | 'p' | 'statistic', more = {}): Cell => quantityCell(context, `${path}.${name}(${term})`, value, format, more);
    return [textCell(label, { indent }), q('b', found?.b, 'coefficient', { small: true }), q('se', found?.se, 'coefficient', { small: true }), q('beta', found?.beta, 'coefficient'), q('t', found?.t, 'statistic'),
      q('p', found?.p, 'p'), { kind: 'interval', low: found?.low ?? null, high: found?.high ?? null, format: 'coefficient', decimals: context.decimals }, numberCell(context, found?.vif, 'statistic')];
  };
  const rows = [row(words.intercept, 'intercept', 0), ...result.terms.map((term) => row(termText(context, term), term.text, 0))];
  const fit = one.fit!;
  const bp = fit.breuschPagan;
  return { kind: 'table', id: `${job.name}:${one.outcome}:detail`, title: `${words.details}${words.colon}${context.labelOf(one.outcome)}`,
    columns: [{ title: words.predictor, align: 'left' }, ...[words.b, words.se, words.beta, words.t, words.p, words.ci(formatPlain(job.confidence * 100)), words.vif].map((title) => ({ title, align: 'number' as const }))], rows,
    notes: [`${words.rmse} ${formatQuantity(fit.rmse, 'coefficient')}; ${words.aic} ${formatQuantity(fit.aic, 'information')}; ${words.bic} ${formatQuantity(fit.bic, 'information')}; ${words.durbinWatson} ${formatQuantity(fit.durbinWatson, 'statistic')}${bp === null ? '' : `; ${words.breuschPagan} ${formatQuantity(bp.p, 'p')}`}.`] };
}
