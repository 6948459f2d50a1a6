// Results as tables for programs, with the column names of R's broom: `tidy` has a row an estimate, `glance` a row a model. Numbers have
// their full precision. Every estimate that has a standard error, an interval or a test is one; nothing here computes.
import { csvOf, type Csv } from '../data/writers/csv-rows.ts';
import { formatAddress } from '../contract/quantity.ts';
import { comparePath } from '../methods/compare/job.ts';
import { contextOf } from '../methods/context.ts';
import { partNames, type Job } from '../methods/plan.ts';
import { partOf, type StudyResults } from '../methods/results.ts';

type Row = readonly (string | number | null)[];

export interface TidyOptions {
  /** Of the labels. */
  readonly language: string;
  /** Names of declarations. */
  readonly only?: readonly string[];
}

export const tidyColumns = [
  'model',
  'outcome',
  'term',
  'level',
  'estimate',
  'std.error',
  'statistic',
  'df',
  'p.value',
  'conf.low',
  'conf.high',
  'label',
] as const;
export const glanceColumns = [
  'model',
  'outcome',
  'r.squared',
  'adj.r.squared',
  'sigma',
  'statistic',
  'p.value',
  'df',
  'df.residual',
  'logLik',
  'AIC',
  'BIC',
  'nobs',
  'cfi',
  'tli',
  'rmsea',
  'srmr',
  'label',
] as const;

/** Where the numbers of one outcome stand. */
interface Model {
  readonly job: Job;
  readonly outcome: string;
  /** The category of the groups; null where there are none. */
  readonly by: string | null;
  readonly path: readonly string[];
}

function modelsOf(results: StudyResults): Model[] {
  const own = (job: Job, outcome = ''): Model => ({ job, outcome, by: null, path: [job.name] });
  return [
    ...results.comparisons.flatMap(({ job, cells, others }) =>
      [
        ...cells.map(({ outcome, category }) => ({ outcome, by: category.name })),
        ...others.map(({ outcome, by }) => ({ outcome, by })),
      ].map(({ outcome, by }) => ({ job, outcome, by, path: comparePath(job, outcome, by ?? '').filter((name) => name !== '') })),
    ),
    ...results.regressions.flatMap(({ job, outcomes }) =>
      outcomes.map(({ outcome }) => ({ job, outcome, by: null, path: [job.name, outcome] })),
    ),
    ...results.mediations.map(({ job }) => own(job, job.outcome)),
    ...results.measurements.map(({ job }) => own(job)),
  ];
}

/** The numbers under a path, by what follows it. */
type Numbers = ReadonlyMap<string, number | null>;

function partsOf(results: StudyResults, { only, language }: TidyOptions) {
  const whole = only === undefined ? results : partOf(results, partNames(results.plan, only));
  const prefixOf = ({ path }: Model): string => `${formatAddress({ path, args: null })}.`;
  const models = modelsOf(whole);
  const under = new Map(models.map((model) => [prefixOf(model), new Map<string, number | null>()]));
  for (const quantity of whole.quantities.values()) {
    const { address } = quantity;
    for (let at = address.indexOf('.'); at >= 0; at = address.indexOf('.', at + 1))
      under.get(address.slice(0, at + 1))?.set(address.slice(at + 1), quantity.value);
  }
  return {
    models: models.map((model) => ({ model, numbers: under.get(prefixOf(model)) as Numbers })),
    context: contextOf(whole, { language }),
  };
}

/** `beta.low(age.middle)` → `beta.low` and `(age.middle)`. */
function splitName(key: string): readonly [name: string, args: string] {
  const at = key.indexOf('(');
  return at < 0 ? [key, ''] : [key.slice(0, at), key.slice(at)];
}

/** Those whose standard errors, tests and intervals stand under names of their own: `se(term)`, not `b.se(term)`. */
const BARE = new Set(['b', 'mean']);
const SMALL = ['se', 't', 'z', 'df', 'p', 'low', 'high'] as const;

export const tidyCsv = (results: StudyResults, options: TidyOptions): Csv => csvOf(tidyRows(results, options));

/** The names of the columns, and a row an estimate. */
export function tidyRows(results: StudyResults, options: TidyOptions): readonly Row[] {
  const { models, context } = partsOf(results, options);
  const labelOf = (name: string): string => context.labelOf(name.replaceAll('`', ''));
  const rows: Row[] = models.flatMap(({ model, numbers }) => [...omnibus(model, numbers), ...estimates(model, numbers)]);
  return [tidyColumns, ...rows];

  /** The test of all groups of a comparison. */
  function omnibus({ job, outcome, by }: Model, numbers: Numbers): Row[] {
    if (job.kind !== 'compare' || !numbers.has('p') || by === null) return [];
    const [statistic, df] = [numbers.get('f') ?? numbers.get('chi2') ?? null, numbers.get('df1') ?? numbers.get('df') ?? null];
    return [[job.name, outcome, by, '', null, null, statistic, df, numbers.get('p') ?? null, null, null, labelOf(by)]];
  }

  function estimates({ job, outcome }: Model, numbers: Numbers): Row[] {
    return [...numbers].flatMap(([key, estimate]): Row[] => {
      const [name, args] = splitName(key);
      const bare = BARE.has(name) && args !== '' && numbers.has(`se${args}`);
      const part = (one: (typeof SMALL)[number]): number | null => numbers.get(`${bare ? one : `${name}.${one}`}${args}`) ?? null;
      const has = (one: (typeof SMALL)[number]): boolean => numbers.has(`${bare ? one : `${name}.${one}`}${args}`);
      if (!has('se') && !has('p') && !has('low')) return [];
      const [term, level] = namesOf(job, name, args);
      return [
        [
          job.name,
          outcome,
          term,
          level,
          estimate,
          part('se'),
          part('t') ?? part('z'),
          part('df'),
          part('p'),
          part('low'),
          part('high'),
          told(job, term, args),
        ],
      ];
    });
  }

  /** In the language of the report: predictors and levels by their labels. */
  function told(job: Job, term: string, args: string): string {
    if (args === '' || term === INTERCEPT) return '';
    return args
      .slice(1, -1)
      .split(/, | × /u)
      .map((one) =>
        one
          .split(':')
          .map((factor) => {
            const [variable, level] = levelOf(factor);
            if (level === '') return labelOf(variable);
            return job.kind === 'regression' ? `${labelOf(variable)}${context.words.colon}${labelOf(factor)}` : labelOf(factor);
          })
          .join(' × '),
      )
      .join(' – ');
  }
}

/** As broom has it. */
const INTERCEPT = '(Intercept)';

/** Of a regression the predictor and its level; of others what is estimated, and of which groups, items or ways. */
function namesOf(job: Job, name: string, args: string): readonly [term: string, level: string] {
  const inside = args.slice(1, -1);
  if (job.kind !== 'regression') return [name, inside];
  const coefficient = name === 'b' ? '' : `${name} `;
  if (inside === 'intercept') return [`${coefficient}${INTERCEPT}`, ''];
  const comma = inside.indexOf(', ');
  if (comma >= 0)
    return [`${coefficient}${inside.slice(0, comma) === 'intercept' ? INTERCEPT : inside.slice(0, comma)}`, inside.slice(comma + 2)];
  if (inside === '' || inside.includes(':')) return [coefficient + inside, ''];
  const [variable, level] = levelOf(inside);
  return [coefficient + variable, level];
}

/** `age.middle` → `age`, `middle`. */
function levelOf(text: string): readonly [string, string] {
  const found = /^(`[^`]*`|[^.`]+)\.(`[^`]*`|[^.`]+)$/u.exec(text);
  return found === null ? [text, ''] : [found[1]!, found[2]!];
}

export function glanceCsv(results: StudyResults, options: TidyOptions): Csv {
  const { models, context } = partsOf(results, options);
  const rows: Row[] = models.map(({ model: { job, outcome, by }, numbers }) => {
    const first = (...names: readonly string[]): number | null => {
      const found = names.find((name) => numbers.has(name) && numbers.get(name) !== null);
      return found === undefined ? null : numbers.get(found)!;
    };
    return [
      job.name,
      outcome,
      first('r2'),
      first('adjusted_r2'),
      first('rmse', 'sigma'),
      first('f', 'chi2', 't'),
      first('p'),
      first('df1', 'df'),
      first('df2'),
      first('loglik'),
      first('aic'),
      first('bic'),
      first('n', 'n(all)'),
      first('cfi'),
      first('tli'),
      first('rmsea'),
      first('srmr'),
      [job.name, ...(by === null ? [] : [by]), ...(outcome === '' ? [] : [outcome])].map((name) => context.labelOf(name)).join(' · '),
    ];
  });
  return csvOf([glanceColumns, ...rows]);
}
