// The numbers of a mediation: paths, effects, and of each an error, a test and an interval.
import { quantities, type FormulaText, type QuantityEntry } from '../../contract/declared-quantity.ts';
import { within } from '../../contract/ranges.ts';
import { caseQuantities } from '../cases.ts';
import { betweenMediators, waysThrough, type MediationJob } from './job.ts';
import type { Effect, MediationEffects, MediationResult } from './run.ts';

export type MediationNumbers = MediationResult & { readonly rows: number };

type Entry<S extends string> = QuantityEntry<MediationNumbers, MediationJob, S>;
type Part = 'value' | 'se' | 'z' | 'p' | 'low' | 'high';

const baron = 'Baron & Kenny 1986, Journal of Personality and Social Psychology 51:1173–1182';
const hayes = 'Hayes 2022, Introduction to Mediation, Moderation, and Conditional Process Analysis, ch. 3–5';
const sobel = 'Sobel 1982, Sociological Methodology 13:290–312';
const efron =
  'Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 13 and 14; Preacher & Hayes 2008, Behavior Research Methods 40:879–891';
const drawn = (job: MediationJob | null): boolean => (job?.errors.kind ?? 'delta') !== 'delta';

const titles: Readonly<Record<Exclude<Part, 'value'>, string>> = {
  se: 'SE',
  z: 't or z',
  p: 'p',
  low: 'Low',
  high: 'High',
};
const says: Readonly<Record<Exclude<Part, 'value'>, (of: string) => string>> = {
  se: (of) => `standard error of ${of}`,
  z: (of) => `test statistic of ${of}`,
  p: (of) => `p-value of ${of}, two-sided`,
  low: (of) => `lower end of the 95 % interval of ${of}`,
  high: (of) => `upper end of the 95 % interval of ${of}`,
};
const ofLeastSquares: Readonly<Record<Exclude<Part, 'value'>, string>> = {
  se: '√(MSres · [(X′X)⁻¹]ⱼⱼ)',
  z: 't = b / se',
  p: '2·P(T > |t|), df = n − k − 1',
  low: 'b − t₀.₉₇₅ · se',
  high: 'b + t₀.₉₇₅ · se',
};

/** An effect in one equation: a coefficient. */
interface Of<S extends string> {
  readonly of: string;
  readonly label: string;
  readonly formula: string;
  readonly over?: Entry<S>['over'];
  readonly pick: (found: MediationEffects, job: MediationJob, ...names: string[]) => Effect | undefined;
}
const value = <S extends string>({ pick }: Of<S>, part: Part) =>
  ((one: MediationNumbers, ...names: string[]) =>
    one.found === null ? null : pick(one.found, one.job, ...names)?.[part]) as unknown as Entry<S>['value'];
const why =
  (part: Part) =>
  (one: MediationNumbers, ..._names: readonly unknown[]) =>
    one.reason !== ''
      ? one.reason
      : part === 'z' && drawn(one.job)
        ? 'drawn: the samples are the test'
        : drawn(one.job)
          ? 'in most of the samples an equation could not be fitted, or all lie on one side'
          : 'not defined';
const range = (part: Part) => (part === 'p' ? within.probability : part === 'se' ? within.spread : null);
const format = (part: Part) => (part === 'p' ? ('p' as const) : part === 'z' ? ('statistic' as const) : ('coefficient' as const));

const coefficient = <S extends string>(part: Part, of: Of<S>): Entry<S> => ({
  range: range(part),
  doc: part === 'value' ? of.of : says[part](of.of),
  label: part === 'value' ? of.label : titles[part],
  format: format(part),
  formula: part === 'value' ? of.formula : ofLeastSquares[part],
  source: part === 'value' ? baron : hayes,
  value: value(of, part),
  why: why(part),
  ...(of.over === undefined ? {} : { over: of.over }),
});

const product = <S extends string>(part: Part, of: Of<S>, delta: string): Entry<S> => ({
  ...coefficient(part, of),
  formula: (job): FormulaText => {
    if (part === 'value') return { formula: of.formula, source: hayes };
    if (drawn(job)) {
      const ends =
        job?.errors.kind === 'bca' ? 'the quantile of the samples at Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z)))' : 'the sample quantile (type 6)';
      const texts = {
        se: 'SD of the products of the samples, cases drawn with replacement',
        z: 'none: the samples are the test',
        p: '2·(1 + the fewer of #{ab* ≤ 0} and #{ab* ≥ 0})/(1 + samples), at most 1',
        low: ends,
        high: ends,
      };
      return {
        formula: texts[part],
        source: part === 'p' ? 'Davison & Hinkley 1997, Bootstrap Methods and their Application, eq. 4.11' : efron,
      };
    }
    const texts = { se: delta, z: 'z = effect / se', p: '2·P(Z > |z|)', low: 'effect − 1.96 · se', high: 'effect + 1.96 · se' };
    return { formula: texts[part], source: sobel };
  },
});

const names = (one: MediationNumbers): readonly [string][] => one.job.mediators.map(({ name }) => [name]);
const place = (job: MediationJob, name: string): number => job.mediators.findIndex((one) => one.name === name);
const paths = {
  a: {
    of: 'what the predictor does to a mediator',
    label: 'a',
    formula: 'b of the predictor, in the equation of the mediator: on the predictor, the mediators of earlier steps and the covariates',
    over: names,
    pick: (found, job, name) => found.a[place(job, name!)],
  } satisfies Of<'a(variable)'>,
  b: {
    of: 'what a mediator does to the outcome',
    label: 'b',
    formula: 'b of the mediator, in the equation of the outcome: on the predictor, all mediators and the covariates',
    over: names,
    pick: (found, job, name) => found.b[place(job, name!)],
  } satisfies Of<'b(variable)'>,
  between: {
    of: 'what one mediator does to one of a later step',
    label: 'd',
    formula: 'b of the earlier mediator, in the equation of the later one',
    over: ({ job }) => betweenMediators(job.mediators).map(([from, to]): [string, string] => [from, to]),
    pick: (found, _, from, to) => found.between.find((one) => one.from === from && one.to === to)?.effect,
  } satisfies Of<'between(variable, variable)'>,
  total: {
    of: 'the total effect',
    label: 'Total effect',
    formula: 'c: b of the predictor, in the equation of the outcome without the mediators',
    pick: (found) => found.total,
  } satisfies Of<'total'>,
  direct: {
    of: 'the direct effect',
    label: 'Direct effect',
    formula: 'c′: b of the predictor, in the equation of the outcome with all mediators',
    pick: (found) => found.direct,
  } satisfies Of<'direct'>,
  sum: {
    of: 'the sum of all indirect effects',
    label: 'Indirect effects together',
    formula: 'Σ of the products of all ways: total − direct',
    pick: (found) => found.sum,
  } satisfies Of<'indirect.total'>,
};
/** The products of the ways through so many mediators. */
const through = <S extends string>(count: 1 | 2 | 3): Of<S> => ({
  of: ['an indirect effect: a way through one mediator', 'a way through two mediators in a row', 'a way through three in a row'][
    count - 1
  ]!,
  label: 'Indirect effect',
  formula: ['a·b', 'a·d·b: through the first mediator, then the second', 'a·d·d·b: through three mediators in turn'][count - 1]!,
  over: (({ job }: MediationNumbers) => waysThrough(job.mediators).filter((way) => way.length === count)) as unknown as Entry<S>['over'] &
    object,
  pick: (found, _, ...way) => found.indirect.find((one) => one.way.join() === way.join())?.effect,
});
const DELTA = '√Σ(product of the other coefficients)²·se²: √(a²·se(b)² + b²·se(a)²) for one mediator';
const SUM = '√(g′Vg), with the covariances within an equation and between those of one step';
const one = (part: Part) => product<'indirect(variable)'>(part, through(1), DELTA);
const two = (part: Part) => product<'indirect(variable, variable)'>(part, through(2), DELTA);
const three = (part: Part) => product<'indirect(variable, variable, variable)'>(part, through(3), DELTA);
const standardised = <S extends string>(count: 1 | 2 | 3): Entry<S> => ({
  range: null,
  doc: 'an indirect effect in standard deviations',
  label: 'β',
  format: 'coefficient',
  formula: 'effect · SD(predictor)/SD(outcome)',
  source: 'Preacher & Kelley 2011, Psychological Methods 16:93–115',
  value: ((found: MediationNumbers, ...way: string[]) =>
    found.found?.indirect.find((each) => each.way.join() === way.join())?.standardised) as unknown as Entry<S>['value'],
  over: through<S>(count).over!,
});
const cases = caseQuantities<MediationNumbers>(({ found, n }) => (found === null ? null : n));

export const mediationQuantities = quantities<MediationNumbers, MediationJob>()({
  n: {
    range: within.count,
    doc: 'cases that have every variable of the equations',
    label: 'N',
    format: 'count',
    formula: 'cases that the condition lets in and that have every variable',
    source: 'the data',
    value: ({ n }) => n,
  },
  ...cases,
  total: coefficient('value', paths.total),
  'total.se': coefficient('se', paths.total),
  'total.t': coefficient('z', paths.total),
  'total.p': coefficient('p', paths.total),
  'total.low': coefficient('low', paths.total),
  'total.high': coefficient('high', paths.total),
  direct: coefficient('value', paths.direct),
  'direct.se': coefficient('se', paths.direct),
  'direct.t': coefficient('z', paths.direct),
  'direct.p': coefficient('p', paths.direct),
  'direct.low': coefficient('low', paths.direct),
  'direct.high': coefficient('high', paths.direct),
  'a(variable)': coefficient('value', paths.a),
  'a.se(variable)': coefficient('se', paths.a),
  'a.t(variable)': coefficient('z', paths.a),
  'a.p(variable)': coefficient('p', paths.a),
  'a.low(variable)': coefficient('low', paths.a),
  'a.high(variable)': coefficient('high', paths.a),
  'b(variable)': coefficient('value', paths.b),
  'b.se(variable)': coefficient('se', paths.b),
  'b.t(variable)': coefficient('z', paths.b),
  'b.p(variable)': coefficient('p', paths.b),
  'b.low(variable)': coefficient('low', paths.b),
  'b.high(variable)': coefficient('high', paths.b),
  'between(variable, variable)': coefficient('value', paths.between),
  'between.se(variable, variable)': coefficient('se', paths.between),
  'between.t(variable, variable)': coefficient('z', paths.between),
  'between.p(variable, variable)': coefficient('p', paths.between),
  'between.low(variable, variable)': coefficient('low', paths.between),
  'between.high(variable, variable)': coefficient('high', paths.between),
  'indirect(variable)': one('value'),
  'indirect.se(variable)': one('se'),
  'indirect.z(variable)': one('z'),
  'indirect.p(variable)': one('p'),
  'indirect.low(variable)': one('low'),
  'indirect.high(variable)': one('high'),
  'indirect.beta(variable)': standardised<'indirect.beta(variable)'>(1),
  'indirect(variable, variable)': two('value'),
  'indirect.se(variable, variable)': two('se'),
  'indirect.z(variable, variable)': two('z'),
  'indirect.p(variable, variable)': two('p'),
  'indirect.low(variable, variable)': two('low'),
  'indirect.high(variable, variable)': two('high'),
  'indirect.beta(variable, variable)': standardised<'indirect.beta(variable, variable)'>(2),
  'indirect(variable, variable, variable)': three('value'),
  'indirect.se(variable, variable, variable)': three('se'),
  'indirect.z(variable, variable, variable)': three('z'),
  'indirect.p(variable, variable, variable)': three('p'),
  'indirect.low(variable, variable, variable)': three('low'),
  'indirect.high(variable, variable, variable)': three('high'),
  'indirect.beta(variable, variable, variable)': standardised<'indirect.beta(variable, variable, variable)'>(3),
  'indirect.total': product('value', paths.sum, SUM),
  'indirect.total.se': product('se', paths.sum, SUM),
  'indirect.total.z': product('z', paths.sum, SUM),
  'indirect.total.p': product('p', paths.sum, SUM),
  'indirect.total.low': product('low', paths.sum, SUM),
  'indirect.total.high': product('high', paths.sum, SUM),
  mediated: {
    range: null,
    doc: 'the share of the total effect that is indirect; outside 0..1 where direct and indirect effects have different signs',
    label: 'Share mediated',
    format: 'coefficient',
    formula: 'indirect.total / total',
    source: 'Alwin & Hauser 1975, American Sociological Review 40:37–47',
    value: ({ found }) => found?.mediated.value,
    why: ({ reason }) => (reason === '' ? 'the total effect is 0' : reason),
  },
  'mediated.low': share('low'),
  'mediated.high': share('high'),
});

function share(end: 'low' | 'high'): Entry<'mediated.low'> {
  return {
    range: null,
    doc: `${end === 'low' ? 'lower' : 'upper'} end of the 95 % interval of the share; of samples only`,
    label: titles[end],
    format: 'coefficient',
    formula: 'the quantile of the shares of the samples',
    source: efron,
    value: ({ found }) => found?.mediated[end],
    why: ({ reason, job }) => (reason !== '' ? reason : drawn(job) ? 'not defined' : 'needs `errors bootstrap`'),
  };
}
