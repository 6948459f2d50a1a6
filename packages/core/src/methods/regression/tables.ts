// Regressions: one column an outcome, as the field's papers print them, and in detail one table an outcome.
import { inLanguage } from '../../words/words.ts';
import type { Block, Cell, Phrase, TableBlock, TableColumn } from '../../show/document.ts';
import { equalsSign, phraseOf } from '../../show/phrase.ts';
import type { RegressionResult, TermInfo } from '../results.ts';
import { columnsOf } from '../../contract/option.ts';
import { addressFor, type ArgumentsOf, type Values } from '../../contract/declared-quantity.ts';
import { unweightedNote } from '../design/tables.ts';
import { errors } from './errors.ts';
import { modelBlocks } from './model-tables.ts';
import { regressionQuantities, type RegressionQuantity } from './quantities.ts';
import {
  addressCell,
  categoryOf,
  conditionText,
  headingRow,
  intervalCell,
  termText,
  textAt,
  textCell,
  type CellLooks,
  type ReportContext,
} from '../context.ts';
import { formatPlain, formatQuantity } from '../../show/format.ts';
import { bandsNote } from '../bands.ts';
import { defaultsNote } from '../index/tables.ts';

type Outcome = RegressionResult['outcomes'][number];

/** The cell of a declared quantity: an address, and nothing to contradict it. */
function cellOf<S extends RegressionQuantity>(
  context: ReportContext,
  result: RegressionResult,
  one: Outcome,
  quantity: S,
  args: Values<ArgumentsOf<S>>,
  more: CellLooks = {},
): Cell {
  return addressCell(context, addressFor([result.job.name, one.outcome], quantity, args), more);
}
const titleOf = (context: ReportContext, quantity: RegressionQuantity): string =>
  inLanguage(context.language, regressionQuantities[quantity].label);
const endsOf = (context: ReportContext, result: RegressionResult, one: Outcome, term: string): Cell => {
  const end = (quantity: 'low(term)' | 'high(term)'): string => addressFor([result.job.name, one.outcome], quantity, [term]);
  return intervalCell(context, [end('low(term)'), end('high(term)')]);
};

export function regressionBlocks(context: ReportContext, result: RegressionResult): readonly Block[] {
  if (result.job.method.kind !== 'linear') return modelBlocks(context, result);
  const details = context.details ? result.outcomes.filter((one) => one.fit !== null).map((one) => detailTable(context, result, one)) : [];
  const slopes = result.outcomes.flatMap((one) => (one.slopes === null ? [] : [slopesTable(context, result, one)]));
  const important = result.outcomes.some((one) => one.importance !== null) ? [importanceTable(context, result)] : [];
  return [mainTable(context, result), ...important, ...slopes, ...details];
}

/** Terms under their blocks and categories: `{ heading }` or `{ term }`, in order. */
export type Line =
  | { readonly heading: string; readonly aside?: string; readonly level: 0 | 1 }
  | { readonly term: TermInfo; readonly indent: number };

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
      lines.push({
        heading: context.labelOf(single.name),
        aside: context.words.reference(context.labelOf(`${single.name}.${single.reference}`)),
        level: 1,
      });
    } else if (single === null) category = '';
    lines.push({ term, indent: single === null ? (hasBlocks ? 1 : 0) : hasBlocks ? 2 : 1 });
  }
  return lines;
}

export function termLabel(context: ReportContext, term: TermInfo): string {
  const level = term.levels[0];
  return term.variables.length === 1 && level != null ? context.labelOf(`${term.variables[0]!}.${level}`) : termText(context, term);
}

/** A column of the table: an outcome, or one of its steps. */
interface Model {
  readonly one: Outcome;
  readonly step: number | null;
  readonly title: string;
  /** What stands above the titles of several steps of several outcomes. */
  readonly of: string | null;
}
function modelsOf(context: ReportContext, { outcomes }: RegressionResult): readonly Model[] {
  return outcomes.flatMap((one): Model[] =>
    one.steps.length === 0
      ? [{ one, step: null, title: context.labelOf(one.outcome), of: null }]
      : one.steps.map((_, at) => ({
          one,
          step: at + 1,
          title: context.words.step(String(at + 1)),
          of: context.labelOf(one.outcome),
        })),
  );
}

/** How many samples standard errors rest on: all there are of the signs of a few clusters, else those drawn. */
function samplesText(context: ReportContext, { outcomes }: RegressionResult): string {
  const found = outcomes.flatMap((one) => (one.fit?.samples === undefined ? [] : [one.fit.samples]));
  const counts = [...new Set(found.map((one) => formatQuantity(one.count, 'count')))].join(context.words.listComma);
  return found.some((one) => one.exact) ? context.words.allSigns(counts) : counts;
}

function mainTable(context: ReportContext, result: RegressionResult): TableBlock {
  const { words } = context;
  const { job } = result;
  const shown = job.show;
  const both = shown.includes('standardized') && shown.includes('b');
  const lead: 'beta' | 'b' = shown.includes('b') && !both ? 'b' : 'beta';
  const per = [
    ...(both ? (['beta', 'b'] as const) : [lead]),
    ...(shown.includes('se') ? (['se'] as const) : []),
    ...(shown.includes('t') ? (['t'] as const) : []),
    ...(shown.includes('p') ? (['p'] as const) : []),
    ...(shown.includes('intervals') ? (['ci'] as const) : []),
    ...(shown.includes('vif') ? (['vif'] as const) : []),
  ];
  const titles = {
    beta: titleOf(context, 'beta(term)'),
    b: titleOf(context, 'b(term)'),
    se: titleOf(context, 'se(term)'),
    t: titleOf(context, 't(term)'),
    p: titleOf(context, 'p(term)'),
    ci: words.ci(formatPlain(job.confidence * 100)),
    vif: titleOf(context, 'vif(term)'),
  };
  const models = modelsOf(context, result);
  const columns: TableColumn[] = [
    { title: words.predictor, align: 'left' },
    ...models.flatMap(({ title, of }) =>
      per.length === 1
        ? [{ title, align: 'number' as const, ...(of === null ? {} : { group: of }) }]
        : per.map((part) => ({
            title: titles[part],
            align: 'number' as const,
            group: of === null ? title : `${of}${words.colon}${title}`,
          })),
    ),
  ];
  const cellsOf = ({ one, step }: Model, term: string): Cell[] => {
    const at = (quantity: 'p' | 'low' | 'high' | Exclude<(typeof per)[number], 'ci'>): string =>
      step === null
        ? addressFor([job.name, one.outcome], `${quantity}(term)`, [term])
        : addressFor([job.name, one.outcome], `step.${quantity}(number, term)`, [step, term]);
    // What enters in a later step is not in the model yet.
    if (step !== null && one.steps[step - 1]?.fit?.coefficients.some((found) => found.term === term) !== true) return per.map(() => null);
    return per.map(
      (part): Cell =>
        part === 'ci'
          ? intervalCell(context, [at('low'), at('high')])
          : term === 'intercept' && (part === 'vif' || part === 'beta')
            ? null
            : addressCell(context, at(part), {
                ...(part === per[0] ? { starredBy: at('p'), beside: besideOf(at) } : {}),
                ...(part === 'b' || part === 'se' ? { small: true } : {}),
              }),
    );
  };
  function besideOf(at: (quantity: 'b' | 'se' | 'p' | 'low' | 'high') => string): Phrase {
    const [b, se, low, high] = (['b', 'se', 'low', 'high'] as const).map((part) => addressCell(context, at(part), { small: true }));
    const p = addressCell(context, at('p'));
    return phraseOf([b!, se!, p, low!, high!], (one, error, tested, from, to) =>
      words.besideCoefficient(one!, error!, `${equalsSign(p)}${tested}`, titles.ci, from!, to!),
    );
  }
  const rows: (readonly Cell[])[] = [];
  const parts: number[] = [];
  for (const line of linesOf(context, result.terms)) {
    if ('heading' in line) {
      if (line.level === 0 && rows.length > 0) parts.push(rows.length);
      rows.push(
        line.level === 0
          ? headingRow(line.heading, columns.length, line.aside)
          : [
              textCell(line.heading, {
                indent: result.terms.some((term) => term.block !== null) ? 1 : 0,
                span: columns.length,
                ...(line.aside === undefined ? {} : { aside: line.aside }),
              }),
            ],
      );
    } else
      rows.push([
        textCell(termLabel(context, line.term), { indent: line.indent }),
        ...models.flatMap((model) => cellsOf(model, line.term.text)),
      ]);
  }
  if (lead === 'b' && !both) rows.push([textCell(words.intercept), ...models.flatMap((model) => cellsOf(model, 'intercept'))]);
  parts.push(rows.length);
  const fill = per.slice(1).map(() => null);
  const fit = (title: string, of: (model: Model) => Cell): void => {
    rows.push([textCell(title), ...models.flatMap((model) => [of(model), ...fill])]);
  };
  fit(titleOf(context, 'n'), ({ one }) => cellOf(context, result, one, 'n', []));
  for (const quantity of ['r2', 'adjusted_r2'] as const)
    fit(titleOf(context, quantity), ({ one, step }) =>
      step === null ? cellOf(context, result, one, quantity, []) : cellOf(context, result, one, `${quantity}(number)`, [step]),
    );
  if (models.some((model) => model.step !== null)) {
    fit(titleOf(context, 'change.r2(number)'), ({ one, step }) => cellOf(context, result, one, 'change.r2(number)', [step ?? 1]));
    fit(titleOf(context, 'change.f(number)'), ({ one, step }) =>
      cellOf(context, result, one, 'change.f(number)', [step ?? 1], {
        starredBy: addressFor([job.name, one.outcome], 'change.p(number)', [step ?? 1]),
      }),
    );
  } else
    fit(titleOf(context, 'f'), ({ one }) => cellOf(context, result, one, 'f', [], { starredBy: addressFor([job.name, one.outcome], 'p') }));
  const missing = result.outcomes.filter((one) => one.fit === null);
  const filled = result.outcomes.map((one) => one.filled);
  const notes = [
    lead === 'b' && !both ? words.bNote : words.betaNote,
    ...unweightedNote(context, job),
    bandsNote(context),
    ...(job.where === null ? [] : [words.whereNote(conditionText(context, job.where))]),
    inLanguage(context.language, errors.choices[job.errors.kind].note, {
      column: columnsOf(errors, job.errors).map(context.labelOf).join(''),
      clusters: formatQuantity(Math.max(0, ...result.outcomes.map((one) => one.fit?.clusters ?? 0)), 'count'),
      samples: samplesText(context, result),
      seed: String(context.results.plan.seed),
    }),
    ...(models.some((model) => model.step !== null) ? [words.stepsNote] : []),
    ...(result.outcomes.some((one) => one.fit?.clusters !== undefined && one.fit.f === null) ? [words.clusteredWithoutF] : []),
    words.missingNote[job.missing],
    ...(job.missing === 'multiple'
      ? [
          words.copiesNote(
            formatQuantity(job.copies ?? 0, 'count'),
            formatQuantity(Math.max(0, ...filled), 'count'),
            String(context.results.plan.seed),
          ),
        ]
      : []),
    ...(job.missing !== 'mean' || filled.every((count) => count === 0)
      ? []
      : filled.every((count) => count === filled[0])
        ? [words.filledNote(formatQuantity(filled[0] ?? 0, 'count'))]
        : [words.filledByOutcome(result.outcomes.map((one) => `${context.labelOf(one.outcome)} ${one.filled}`).join(words.listComma))]),
    ...missing.map((one) => words.notFitted(context.labelOf(one.outcome), one.reason ?? '')),
    ...defaultsNote(context, job.defaults),
  ];
  return { kind: 'table', id: `${job.name}:coefficients`, title: context.labelOf(job.name), columns, rows, parts, notes };
}

/** What each predictor accounts for of R², a column an outcome. */
function importanceTable(context: ReportContext, result: RegressionResult): TableBlock {
  const { words } = context;
  const shown = result.outcomes.filter((one) => one.importance !== null);
  const variables = [...new Set(shown.flatMap((one) => one.importance!.variables))];
  const signatures = ['importance(variable)', 'importance.percent(variable)'] as const;
  return {
    kind: 'table',
    id: `${result.job.name}:importance`,
    title: words.importance,
    columns: [
      { title: words.predictor, align: 'left' },
      ...shown.flatMap((one) =>
        signatures.map((quantity) => ({
          title: titleOf(context, quantity),
          align: 'number' as const,
          group: context.labelOf(one.outcome),
        })),
      ),
    ],
    rows: [
      ...variables.map((name): readonly Cell[] => [
        textCell(context.labelOf(name)),
        ...shown.flatMap((one) =>
          signatures.map((quantity) => (one.importance!.variables.includes(name) ? cellOf(context, result, one, quantity, [name]) : null)),
        ),
      ]),
      [textCell(titleOf(context, 'r2')), ...shown.flatMap((one): Cell[] => [cellOf(context, result, one, 'r2', []), null])],
    ],
    notes: [words.importanceNote],
  };
}

/** Simple slopes of one outcome, and where they are significant. */
function slopesTable(context: ReportContext, result: RegressionResult, one: Outcome): TableBlock {
  const { words } = context;
  const { of, at } = result.job.slopes!;
  const region = one.slopes!.region;
  const said = (quantity: 'region.low' | 'region.high'): string => textAt(context, addressFor([result.job.name, one.outcome], quantity));
  const cell = (quantity: RegressionQuantity & `slope${string}`, level: readonly string[], more: CellLooks = {}): Cell =>
    addressCell(context, addressFor([result.job.name, one.outcome], quantity, [level]), more);
  const number = one.slopes!.at.some((slope) => slope.value !== null);
  const shown = ['slope.se(level)', 'slope.t(level)', 'slope.p(level)'] as const;
  return {
    kind: 'table',
    id: `${result.job.name}:${one.outcome}:slopes`,
    title: words.slopesTitle(context.labelOf(of), context.labelOf(at), context.labelOf(one.outcome)),
    columns: [
      { title: context.labelOf(at), align: 'left' },
      ...[
        ...(number ? [titleOf(context, 'slope.at(level)')] : []),
        titleOf(context, 'slope(level)'),
        ...shown.map((quantity) => titleOf(context, quantity)),
        words.ci(formatPlain(result.job.confidence * 100)),
      ].map((title) => ({ title, align: 'number' as const })),
    ],
    rows: one.slopes!.at.map(({ level }) => {
      const end = (which: 'low' | 'high'): string => addressFor([result.job.name, one.outcome], `slope.${which}(level)`, [level]);
      return [
        textCell(level.length > 1 ? context.labelOf(level.join('.')) : words.slopeAt[level[0] as 'low' | 'mean' | 'high']),
        ...(number ? [cell('slope.at(level)', level)] : []),
        cell('slope(level)', level, { starredBy: addressFor([result.job.name, one.outcome], 'slope.p(level)', [level]) }),
        ...shown.map((quantity) => cell(quantity, level)),
        intervalCell(context, [end('low'), end('high')]),
      ];
    }),
    notes: [
      bandsNote(context),
      ...(region === null ? [] : [words.regionNote(context.labelOf(at), said('region.low'), said('region.high'), region.outside)]),
    ],
  };
}

function detailTable(context: ReportContext, result: RegressionResult, one: Outcome): TableBlock {
  const { words } = context;
  const { job } = result;
  const shown = ['b(term)', 'se(term)', 'beta(term)', 't(term)', 'p(term)', 'ci', 'vif(term)'] as const;
  const slopesOnly: readonly string[] = ['beta(term)', 'vif(term)'];
  const row = (label: string, term: string, indent: number): readonly Cell[] => [
    textCell(label, { indent }),
    ...shown.map(
      (quantity): Cell =>
        quantity === 'ci'
          ? endsOf(context, result, one, term)
          : term === 'intercept' && slopesOnly.includes(quantity)
            ? null
            : cellOf(context, result, one, quantity, [term], quantity === 'b(term)' || quantity === 'se(term)' ? { small: true } : {}),
    ),
  ];
  const rows = [row(words.intercept, 'intercept', 0), ...result.terms.map((term) => row(termText(context, term), term.text, 0))];
  const said = (quantity: 'aic' | 'bic' | 'durbin_watson' | 'breusch_pagan.p' | 'rmse'): string =>
    textAt(context, addressFor([job.name, one.outcome], quantity));
  const tested = one.fit!.breuschPagan === null ? '' : `; ${words.breuschPagan} ${said('breusch_pagan.p')}`;
  return {
    kind: 'table',
    id: `${job.name}:${one.outcome}:detail`,
    title: `${words.details}${words.colon}${context.labelOf(one.outcome)}`,
    columns: [
      { title: words.predictor, align: 'left' },
      ...shown
        .map((quantity) => (quantity === 'ci' ? words.ci(formatPlain(job.confidence * 100)) : titleOf(context, quantity)))
        .map((title) => ({ title, align: 'number' as const })),
    ],
    rows,
    notes: [
      `${words.rmse} ${said('rmse')}; ${words.aic} ${said('aic')}; ${words.bic} ${said('bic')}; ${words.durbinWatson} ` +
        `${said('durbin_watson')}${tested}.`,
    ],
  };
}
