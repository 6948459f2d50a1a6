// Regressions by other methods than least squares: coefficients with odds ratios and effects, lines of fit, effects by level, and the
// classification table.
import { inLanguage } from '../../words/words.ts';
import type { Block, Cell, TableBlock, TableColumn } from '../../show/document.ts';
import type { RegressionResult } from '../results.ts';
import { columnsOf } from '../../contract/option.ts';
import { addressFor } from '../../contract/declared-quantity.ts';
import { formatPlain, formatQuantity } from '../../show/format.ts';
import { bandsNote } from '../bands.ts';
import {
  addressCell,
  categoryOf,
  conditionText,
  headingRow,
  intervalCell,
  textCell,
  type CellLooks,
  type ReportContext,
} from '../context.ts';
import { defaultsNote } from '../index/tables.ts';
import { errors } from './errors.ts';
import type { MethodKind } from './method.ts';
import { methodHas } from './by-method.ts';
import { regressionQuantities, type RegressionQuantity } from './quantities.ts';
import { linesOf, termLabel } from './tables.ts';

type Outcome = RegressionResult['outcomes'][number];

const said: Readonly<Record<MethodKind, string>> = {
  linear: '',
  logit: 'Logistic regression by maximum likelihood.',
  probit: 'Probit regression by maximum likelihood.',
  ordered: 'Ordered regression by maximum likelihood: P(Y ≤ j) = F(τⱼ − x′b), so that b > 0 goes with higher levels.',
  multinomial: 'Multinomial logit by maximum likelihood.',
  poisson: 'Poisson regression by maximum likelihood.',
  tobit: 'Tobit regression by maximum likelihood.',
  tobitFrom: 'Tobit regression by maximum likelihood.',
  tobitTo: 'Tobit regression by maximum likelihood.',
  mixed: 'Linear mixed model with an intercept a group; t with Satterthwaite’s degrees of freedom.',
};
const words = {
  drawn:
    'Weighted logistic regression (weighted estimating equations); standard errors of the design (Taylor linearisation), t on ' +
    'sampling units less strata.',
  firth: 'With Firth’s penalty.',
  restricted: 'Restricted maximum likelihood.',
  ordinary: 'Ordinary maximum likelihood.',
  event: '{outcome}: the event is {event}.',
  base: '{outcome}: against {base}.',
  effects: 'Average marginal effects',
  classification: 'Classification table',
  observed: 'Observed',
  predicted: 'Predicted {level}',
  others: 'others',
  cut: 'Predicted to have the event when p ≥ 0.5.',
  variance: 'Variance of {part}',
  intercept: 'the intercept between groups ({site})',
  residual: 'the residuals',
  effectsNote: 'Of a number the mean derivative of the probability, of a level the mean change from the reference.',
} satisfies Readonly<Record<string, string>>;

/** What stands in English in these tables, told through the language's texts. */
export const tableTexts: readonly string[] = [...Object.values(said), ...Object.values(words)];

export function modelBlocks(context: ReportContext, result: RegressionResult): readonly Block[] {
  const fitted = result.outcomes.filter((one) => one.model !== null);
  return [
    coefficientsTable(context, result),
    ...(result.job.show.includes('margins') && methodHas(result.job.method.kind, 'margin(term, outcome)')
      ? fitted.map((one) => effectsTable(context, result, one))
      : []),
    ...fitted.filter((one) => one.model!.classification !== null).map((one) => classificationTable(context, result, one)),
  ];
}

const titleOf = (context: ReportContext, quantity: RegressionQuantity): string =>
  inLanguage(context.language, regressionQuantities[quantity].label);
const textOf = (context: ReportContext, word: keyof typeof words, filled: Readonly<Record<string, string>> = {}): string =>
  inLanguage(context.language, words[word], filled);
const levelLabel = (context: ReportContext, { outcome }: Outcome, level: string): string =>
  categoryOf(context, outcome) === null ? level : context.labelOf(`${outcome}.${level}`);

/** By the weights of a design: nothing of it is a likelihood's. */
const isWeighted = ({ errors: { kind } }: RegressionResult['job']): boolean => kind === 'survey';

/** An outcome, and of a multinomial one each of its equations: what stands side by side. */
interface Equation {
  readonly one: Outcome;
  readonly level: string | null;
  readonly title: string;
}

function equationsOf(context: ReportContext, { job, outcomes }: RegressionResult): Equation[] {
  return outcomes.flatMap((one): Equation[] => {
    const title = context.labelOf(one.outcome);
    if (job.method.kind !== 'multinomial' || one.model === null) return [{ one, level: null, title }];
    return one.model.equations.map(({ level }) => ({
      one,
      level,
      title: `${title}${context.words.colon}${levelLabel(context, one, level!)}`,
    }));
  });
}

function coefficientsTable(context: ReportContext, result: RegressionResult): TableBlock {
  const { words: report } = context;
  const { job } = result;
  const { kind } = job.method;
  const shown = job.show;
  const ratio = methodHas(kind, 'rate_ratio(term)') ? 'rate_ratio' : 'odds';
  const exponents = shown.includes('odds');
  const ownInterval = shown.includes('intervals') && (shown.includes('b') || !exponents);
  const ratioInterval = shown.includes('intervals') && exponents;
  const drawn = isWeighted(job);
  // By the design of the sample the statistic is t, at the address that the method has for it.
  const statistic = kind === 'mixed' ? 't' : 'z';
  const margins = shown.includes('margins') && methodHas(kind, 'margin(term)');
  type Part = 'b' | 'se' | 'z' | 't' | 'p' | 'interval' | 'ratio' | 'ratioInterval' | 'margin' | 'margin.se';
  const parts: readonly Part[] = [
    ...(shown.includes('b') || !(exponents || margins) ? (['b'] as const) : []),
    ...(shown.includes('se') ? (['se'] as const) : []),
    ...(shown.includes('t') ? [statistic as Part] : []),
    ...(shown.includes('p') ? (['p'] as const) : []),
    ...(ownInterval ? (['interval'] as const) : []),
    ...(exponents ? (['ratio'] as const) : []),
    ...(ratioInterval ? (['ratioInterval'] as const) : []),
    ...(margins ? (['margin', ...(drawn ? [] : (['margin.se'] as const))] as const) : []),
  ];
  const ci = report.ci(formatPlain(job.confidence * 100));
  const titles: Readonly<Record<Part, string>> = {
    b: titleOf(context, 'b(term)'),
    se: titleOf(context, 'se(term)'),
    z: titleOf(context, drawn ? 't(term)' : 'z(term)'),
    t: titleOf(context, 't(term)'),
    p: titleOf(context, 'p(term)'),
    interval: ci,
    ratio: titleOf(context, `${ratio}(term)`),
    ratioInterval: ci,
    margin: titleOf(context, 'margin(term)'),
    'margin.se': titleOf(context, 'margin.se(term)'),
  };
  const equations = equationsOf(context, result);
  const columns: TableColumn[] = [
    { title: report.predictor, align: 'left' },
    ...equations.flatMap(({ title }) => parts.map((part) => ({ title: titles[part], align: 'number' as const, group: title }))),
  ];
  const at = ({ one, level }: Equation, name: string, term: string): string =>
    level === null
      ? addressFor([job.name, one.outcome], `${name}(term)`, [term])
      : addressFor([job.name, one.outcome], `${name}(term, outcome)`, [term, level]);
  const absent = (equation: Equation): boolean => equation.level === null && kind === 'multinomial';
  const cellsOf = (equation: Equation, term: string): Cell[] =>
    parts.map((part, place): Cell => {
      if (absent(equation)) return null;
      const constant = term === 'intercept';
      const looks: CellLooks =
        place === 0 && part !== 'p' ? { starredBy: at(equation, part.startsWith('margin') ? 'margin.p' : 'p', term) } : {};
      switch (part) {
        case 'interval':
          return intervalCell(context, [at(equation, 'low', term), at(equation, 'high', term)]);
        case 'ratio':
          return constant ? null : addressCell(context, at(equation, ratio, term), looks);
        case 'ratioInterval':
          return constant ? null : intervalCell(context, [at(equation, `${ratio}.low`, term), at(equation, `${ratio}.high`, term)]);
        case 'margin':
        case 'margin.se':
          return constant ? null : addressCell(context, at(equation, part, term), { ...looks, small: true });
        default:
          return addressCell(context, at(equation, part, term), { ...looks, ...(part === 'b' || part === 'se' ? { small: true } : {}) });
      }
    });
  const rows: (readonly Cell[])[] = [];
  const breaks: number[] = [];
  const blocks = result.terms.some((term) => term.block !== null);
  for (const line of linesOf(context, result.terms)) {
    if (!('heading' in line)) {
      rows.push([
        textCell(termLabel(context, line.term), { indent: line.indent }),
        ...equations.flatMap((one) => cellsOf(one, line.term.text)),
      ]);
      continue;
    }
    if (line.level === 0 && rows.length > 0) breaks.push(rows.length);
    rows.push(
      line.level === 0
        ? headingRow(line.heading, columns.length, line.aside)
        : [
            textCell(line.heading, {
              indent: blocks ? 1 : 0,
              span: columns.length,
              ...(line.aside === undefined ? {} : { aside: line.aside }),
            }),
          ],
    );
  }
  if (kind !== 'ordered' && parts.some((part) => !part.startsWith('ratio') && !part.startsWith('margin')))
    rows.push([textCell(report.intercept), ...equations.flatMap((one) => cellsOf(one, 'intercept'))]);
  rows.push(...thresholdRows(context, result, equations, parts));
  breaks.push(rows.length);
  rows.push(...fitRows(context, result, equations, parts.length));
  return {
    kind: 'table',
    id: `${job.name}:coefficients`,
    title: context.labelOf(job.name),
    columns,
    rows,
    parts: breaks,
    notes: notesOf(context, result),
  };
}

/** Of ordered outcomes: between which levels, in the columns of b and its standard error. */
function thresholdRows(
  context: ReportContext,
  { job }: RegressionResult,
  equations: readonly Equation[],
  parts: readonly string[],
): (readonly Cell[])[] {
  if (job.method.kind !== 'ordered' || !parts.includes('b')) return [];
  const most = Math.max(0, ...equations.map(({ one }) => one.levels.length - 1));
  return Array.from({ length: most }, (_, k): readonly Cell[] => {
    const names = equations.map(({ one }) =>
      one.levels[k + 1] === undefined
        ? ''
        : `${levelLabel(context, one, one.levels[k]!)} | ${levelLabel(context, one, one.levels[k + 1]!)}`,
    );
    const same = names.every((name) => name === names[0]);
    return [
      textCell(same ? names[0]! : `${titleOf(context, 'threshold(number)')} ${k + 1}`),
      ...equations.flatMap(({ one }) =>
        parts.map((part): Cell => {
          if (one.levels[k + 1] === undefined || (part !== 'b' && part !== 'se')) return null;
          return addressCell(
            context,
            addressFor([job.name, one.outcome], part === 'b' ? 'threshold(number)' : 'threshold.se(number)', [k + 1]),
            {
              small: true,
            },
          );
        }),
      ),
    ];
  });
}

const lines = [
  'n',
  'events',
  'groups',
  'censored.low',
  'censored.high',
  'loglik',
  'chi2',
  'mcfadden',
  'nagelkerke',
  'sigma',
  'icc',
  'aic',
  'bic',
] as const satisfies readonly RegressionQuantity[];

function fitRows(context: ReportContext, { job }: RegressionResult, equations: readonly Equation[], width: number): (readonly Cell[])[] {
  // Once an outcome: under the first of its equations.
  const across = (of: (one: Outcome) => Cell): Cell[] =>
    equations.flatMap(({ one }, place) =>
      Array.from({ length: width }, (_, at): Cell => (at === 0 && equations[place - 1]?.one !== one ? of(one) : null)),
    );
  const rows = lines
    .filter((quantity) => methodHas(job.method.kind, quantity) && !(quantity === 'icc' && job.random.length > 0))
    .filter((quantity) => !isWeighted(job) || quantity === 'n' || quantity === 'events')
    .map((quantity): readonly Cell[] => [
      textCell(titleOf(context, quantity)),
      ...across((one) =>
        addressCell(
          context,
          addressFor([job.name, one.outcome], quantity),
          quantity === 'chi2' ? { starredBy: addressFor([job.name, one.outcome], 'p') } : {},
        ),
      ),
    ]);
  if (job.method.kind !== 'mixed') return rows;
  const { site } = job.method;
  const parts = [
    { part: site, label: textOf(context, 'intercept', { site: context.labelOf(site) }) },
    ...job.random.map((part) => ({ part, label: context.labelOf(part) })),
    { part: 'residual', label: textOf(context, 'residual') },
  ];
  return [
    ...rows,
    ...parts.map(({ part, label }): readonly Cell[] => [
      textCell(textOf(context, 'variance', { part: label })),
      ...across((one) => addressCell(context, addressFor([job.name, one.outcome], 'variance(source)', [part]))),
    ]),
  ];
}

function notesOf(context: ReportContext, { job, outcomes }: RegressionResult): string[] {
  const { words: report } = context;
  const { method } = job;
  return [
    isWeighted(job) ? textOf(context, 'drawn') : inLanguage(context.language, said[method.kind]),
    ...(method.kind === 'logit' && method.firth ? [textOf(context, 'firth')] : []),
    ...(method.kind === 'mixed' ? [textOf(context, method.ml ? 'ordinary' : 'restricted')] : []),
    ...outcomes.flatMap((one) => {
      const event = one.model?.events == null ? null : one.model.levels[1]!;
      const base = one.model?.base ?? null;
      const outcome = context.labelOf(one.outcome);
      if (event !== null) return [textOf(context, 'event', { outcome, event: levelLabel(context, one, event) })];
      return base === null ? [] : [textOf(context, 'base', { outcome, base: levelLabel(context, one, base) })];
    }),
    bandsNote(context),
    ...(job.where === null ? [] : [report.whereNote(conditionText(context, job.where))]),
    ...(job.errors.kind === 'classical' || isWeighted(job)
      ? []
      : [
          inLanguage(context.language, errors.choices[job.errors.kind].note, {
            column: columnsOf(errors, job.errors).map(context.labelOf).join(''),
            clusters: formatQuantity(Math.max(0, ...outcomes.map((one) => one.model?.clusters ?? 0)), 'count'),
          }),
        ]),
    report.missingNote[job.missing],
    ...outcomes.filter((one) => one.model === null).map((one) => report.notFitted(context.labelOf(one.outcome), one.reason ?? '')),
    ...defaultsNote(context, job.defaults),
  ];
}

/** Effects on the probability of every level. */
function effectsTable(context: ReportContext, result: RegressionResult, one: Outcome): TableBlock {
  const { job } = result;
  const { levels } = one.model!;
  const shown = ['margin(term, outcome)', 'margin.se(term, outcome)'] as const;
  return {
    kind: 'table',
    id: `${job.name}:${one.outcome}:effects`,
    title: `${textOf(context, 'effects')}${context.words.colon}${context.labelOf(one.outcome)}`,
    columns: [
      { title: context.words.predictor, align: 'left' },
      ...levels.flatMap((level) =>
        shown.map((quantity) => ({ title: titleOf(context, quantity), align: 'number' as const, group: levelLabel(context, one, level) })),
      ),
    ],
    rows: linesOf(context, result.terms).map((line): readonly Cell[] =>
      'heading' in line
        ? [textCell(line.heading, { span: 1 + shown.length * levels.length, ...(line.aside === undefined ? {} : { aside: line.aside }) })]
        : [
            textCell(termLabel(context, line.term), { indent: line.indent }),
            ...levels.flatMap((level) =>
              shown.map((quantity, at): Cell => {
                const of = (name: RegressionQuantity): string => addressFor([job.name, one.outcome], name, [line.term.text, level]);
                return addressCell(context, of(quantity), {
                  small: true,
                  ...(at === 0 ? { starredBy: of('margin.p(term, outcome)') } : {}),
                });
              }),
            ),
          ],
    ),
    notes: [textOf(context, 'effectsNote'), bandsNote(context)],
  };
}

function classificationTable(context: ReportContext, { job }: RegressionResult, one: Outcome): TableBlock {
  const [rest, event] = one.model!.levels as [string, string];
  const name = (level: string): string => (level === '' ? textOf(context, 'others') : levelLabel(context, one, level));
  const cell = (quantity: RegressionQuantity): Cell => addressCell(context, addressFor([job.name, one.outcome], quantity));
  return {
    kind: 'table',
    id: `${job.name}:${one.outcome}:classification`,
    title: `${textOf(context, 'classification')}${context.words.colon}${context.labelOf(one.outcome)}`,
    columns: [
      { title: textOf(context, 'observed'), align: 'left' },
      ...[rest, event].map((level) => ({ title: textOf(context, 'predicted', { level: name(level) }), align: 'number' as const })),
    ],
    rows: [
      [textCell(name(rest)), cell('classification.true_negative'), cell('classification.false_positive')],
      [textCell(name(event)), cell('classification.false_negative'), cell('classification.true_positive')],
      [textCell(titleOf(context, 'classification')), cell('classification'), null],
      [textCell(titleOf(context, 'classification.sensitivity')), cell('classification.sensitivity'), null],
      [textCell(titleOf(context, 'classification.specificity')), cell('classification.specificity'), null],
      [textCell(titleOf(context, 'auc')), cell('auc'), null],
    ],
    notes: [textOf(context, 'cut')],
  };
}
