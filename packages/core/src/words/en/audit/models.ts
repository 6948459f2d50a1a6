// What is said of regressions and comparisons: fit, cases, tests, stars, the F of groups.
import type { FitFigure, FitName, FitOption, ModelFinding, ShownRange, StarsOfTerm, TestOfT } from '../../../contract/audit-facts/index.ts';
import { either, list, show, showInterval } from '../../../text/digits.ts';
import type { FindingCatalogue } from '../../audit-words.ts';
import { movedBack, number, oneOf, range, runs, slipped, withDegreesOfFreedom } from './phrases.ts';

const FIT: { readonly [K in FitName]: string } = { r2: 'R²', adjusted: 'adjusted R²', f: 'F' };

function r2Of({ name, printed, low, high }: FitFigure, n: number, k: number): string {
  const df = n - k - 1;
  const r2 = showInterval(low, high, 4);
  if (name === 'f') return `R² = ${k}·${printed}/(${k}·${printed} + ${df}) = ${r2}`;
  return name === 'r2' ? `R² = ${printed}` : `R² = 1 − (1 − ${printed})·${df}/${n - 1} = ${r2}`;
}

interface Against {
  readonly n: number;
  readonly coefficients: number;
  readonly against: readonly [FitFigure, FitFigure];
}
const againstEachOther = ({ against, n, coefficients }: Against): string =>
  `${against.map((one) => r2Of(one, n, coefficients)).join('; ')}.`;

const WHOLE_SAMPLE = ' (the whole sample: missing values were replaced)';

function fitOption(option: FitOption): string {
  switch (option.of) {
    case 'texts':
      return `${FIT[option.name]} = ${oneOf(option.texts)}`;
    case 'range':
      return `${FIT[option.name]} = ${range(option.range)}`;
    case 'cases': {
      const { listwise } = option;
      const how = option.wholeSample ? WHOLE_SAMPLE : listwise === null ? '' : ` (listwise: ${listwise.name} has ${listwise.n} answers)`;
      return `n = ${runs(option.fits)}${how}`;
    }
  }
}

const ofF = (fact: { readonly df1: number; readonly df2: number; readonly f: string; readonly range: ShownRange }): string =>
  `F(${fact.df1}, ${fact.df2}) = ${fact.f} has p = ${showInterval(fact.range.low, fact.range.high, 4)}`;
const ofT = ({ source, df, p }: TestOfT): string => `${source} ${withDegreesOfFreedom(df)} has p = ${range(p)}.`;

const starMessage = (job: string, { term, alone, lowest, highest }: StarsOfTerm): string =>
  alone
    ? `${job}: ${term} on ${lowest.outcome}, ${lowest.printed}, is too small for its stars.`
    : `${job}: the stars of ${term} on ${lowest.outcome} (${lowest.printed}) and ` +
      `${highest.outcome} (${highest.printed}) contradict each other.`;

function starArithmetic({ df, alone, lowest, highest }: StarsOfTerm): string {
  const other = alone
    ? ', and no tolerance is above 1'
    : `; ${highest.printed} with R² = ${show(highest.r2, 3)} and |t| < ${show(highest.t ?? Infinity, 3)} ` +
      `needs tol ≤ ${show(highest.tolerance ?? Infinity, 3)}; but one predictor has one tolerance`;
  return (
    `|t| = |β|·√(tol·${df}/(1 − R²)): ${lowest.printed} with R² = ${show(lowest.r2, 3)} and ` +
    `|t| ≥ ${show(lowest.t ?? Infinity, 3)} needs tol ≥ ${show(lowest.tolerance ?? Infinity, 3)}${other}.`
  );
}

const starPair = ({ term, alone, lowest, highest }: StarsOfTerm): string =>
  alone
    ? `${term} (${lowest.outcome} ${lowest.printed})`
    : `${term} (${lowest.outcome} ${lowest.printed}, ${highest.outcome} ${highest.printed})`;

export const modelWords: Pick<FindingCatalogue, ModelFinding['kind']> = {
  'too-few-cases': {
    message: ({ model, coefficients, n }) => `${model} has ${coefficients} coefficients and only ${n} cases.`,
    arithmetic: ({ coefficients, n }) => `${n} − ${coefficients} − 1 = ${n - coefficients - 1} degrees of freedom.`,
    consistent: ({ coefficients }) => `More than ${coefficients + 1} cases.`,
  },
  fit: {
    message: ({ model, n, coefficients, figures }) =>
      `${figures.map((one) => `${FIT[one.name]} ${one.printed}`).join(', ')} of ${model} ` +
      `do not go together with n = ${n} and ${coefficients} coefficients.`,
    arithmetic: againstEachOther,
    consistent: ({ options }) => (options.length === 0 ? '' : `${either(options.map(fitOption))} would do.`),
  },
  'fit-of-models': {
    message: ({ models, n, coefficients }) =>
      `F, R² and adjusted R² of ${list(models)} do not go together with n = ${n} and ${coefficients} coefficients.`,
    arithmetic: againstEachOther,
    consistent: ({ fits, wholeSample, all }) => `n = ${runs(fits)}${wholeSample ? WHOLE_SAMPLE : ''} would make all ${all} models fit.`,
  },
  'f-of-zero': {
    message: ({ model, printed, coefficients }) =>
      `F of ${model} is printed as ${printed}, which cannot be` +
      `${coefficients > 0 ? `: ${coefficients} of its coefficients are not 0` : ''}.`,
    arithmetic: ({ largest, adjusted }) => {
      const but = largest === null ? '' : `, but ${largest.term} is ${largest.printed}`;
      const parts = [`F = (R²/k)/((1 − R²)/(n − k − 1)) is 0 only if R² = 0, and then every coefficient is 0${but}`];
      if (adjusted !== null) {
        const { k, df, value, printed } = adjusted;
        parts.push(`adjusted R² would be −${k}/${df} = ${number(value)}${printed === null ? '' : `, not ${printed}`}`);
      }
      return `${parts.join('; ')}.`;
    },
    consistent: ({ emptyCell, adjusted, rest }) =>
      emptyCell
        ? 'A bare 0 among figures with digits after the point may be an empty cell: write a dot for it.'
        : adjusted === null || adjusted.printed === null || rest === null
          ? 'An F above 0.'
          : `With an adjusted R² of 0, R² = ${adjusted.k}/${rest} and F = 1; with F below 1, adjusted R² is negative.`,
  },
  'p-of-f': {
    message: ({ model, p, f }) => `p of ${model}, printed ${p}, is not that of F = ${f}.`,
    arithmetic: (fact) => `${ofF(fact)}.`,
    consistent: (fact) => `p = ${range(fact.range)} would do.`,
  },
  'stars-of-f': {
    message: ({ model, f, stars }) => `The stars of F of ${model}, ${f}${stars}, are not those of its p.`,
    arithmetic: (fact) =>
      `${ofF(fact)}; ${fact.stars} means p < ${fact.below}${fact.notBelow === null ? '' : ` and not below ${fact.notBelow}`}.`,
    consistent: () => '',
  },
  'kept-by-means': {
    message: ({ job, sample, n }) => `${job} replaces missing values by means, so it has all ${sample} cases; printed is n = ${n}.`,
    arithmetic: ({ sample, n }) => `Mean substitution keeps everybody: n = ${sample} ≠ ${n}.`,
    consistent: ({ sample }) => `n = ${sample}; or cases with missing values were left out (missing listwise).`,
  },
  'more-than-complete': {
    message: ({ job, n, most, predictor, certain, stated }) =>
      `${job} rests on ${n} cases though only ${most} answered ${predictor}: missing values were ${certain ? '' : 'probably '}` +
      `replaced by means, not left out${stated === null ? '' : ` as the study says (missing ${stated})`}.`,
    arithmetic: ({ n, most, predictor, coefficients, single, models, fits }) =>
      fits.length > 0
        ? `F, R² and k = ${coefficients} of ${single ? 'the model' : `its ${models} models`} go together ` +
          `only with n = ${runs(fits)}; leaving cases out gives at most ${most}.`
        : `n = ${n} > ${most}, the answers to ${predictor}.`,
    consistent: () => 'missing mean in the regression; or an n of at most the valid answers.',
  },
  ratio: {
    message: ({ name, t }) => `${name}: t, printed ${t}, is not b/SE.`,
    arithmetic: ({ b, se, ratio }) => `${b}/${se} = ${showInterval(ratio.low, ratio.high, ratio.decimals + 1)}.`,
    consistent: ({ ratio, options }) =>
      options.length === 0
        ? `t = ${range(ratio)} would do.`
        : `${options.map((one) => `${one.name} = ${oneOf(one.texts)}`).join(', or ')} would do.`,
  },
  'ratios-slipped': {
    message: ({ model, failing, slip }) => `${model}: t is not b/SE in ${failing} rows: ${slipped(slip)}.`,
    arithmetic: ({ first }) => `${first.term}: ${first.b}/${first.se} = ${range(first.ratio)}, printed ${first.t}.`,
    consistent: ({ block }) => movedBack(block),
  },
  'p-of-t': {
    message: ({ name, p }) => `${name}: p, printed ${p}, is not that of its t.`,
    arithmetic: ({ test }) => ofT(test),
    consistent: ({ test, decimals }) => `p = ${showInterval(test.p.low, test.p.high, decimals)} would do.`,
  },
  'ps-slipped': {
    message: ({ model, failing, slip }) => `${model}: p is not that of t in ${failing} rows: ${slipped(slip)}.`,
    arithmetic: ({ test }) => ofT(test),
    consistent: ({ block }) => movedBack(block),
  },
  'ps-with-other-n': {
    message: ({ model, terms, n }) => `${model}: p of ${list(terms)} is not that of t with n = ${n}.`,
    arithmetic: ({ test }) => ofT(test),
    consistent: ({ fits }) => `n = ${runs(fits)} would make all of them fit.`,
  },
  'stars-of-t': {
    message: ({ name, printed, stars, right }) =>
      `${name}: ${printed} is printed with ${stars ?? 'no star'}, but its t says ${right === '' ? 'none' : right}.`,
    arithmetic: ({ test }) => ofT(test),
    consistent: ({ printed, right, test }) => (test.df === null ? '' : `${printed}${right} would do.`),
  },
  'middle-of-interval': {
    message: ({ name, b }) => `${name}: b, printed ${b}, is not the middle of its interval.`,
    arithmetic: ({ low, high, middle }) => `(${low} + ${high})/2 = ${number(middle)}.`,
    consistent: () => '',
  },
  'end-of-interval': {
    message: ({ name, end }) => `${name}: an end of the interval, printed ${end}, does not follow from b and SE.`,
    arithmetic: ({ b, se, quantile, wanted }) => `${b} ± ${show(quantile, 3)}·${se} gives ${range(wanted)}.`,
    consistent: ({ wanted }) => `${range(wanted)} would do.`,
  },
  stars: {
    message: ({ job, of }) => starMessage(job, of),
    arithmetic: ({ of }) => starArithmetic(of),
    consistent: ({ strays }) =>
      strays.length === 0
        ? 'A misprinted coefficient or other stars in one of the two would do.'
        : `Other stars (or another figure) at ${strays
            .map((one) => `${one.outcome} ${one.printed} (${one.starred ? 'with its stars' : 'without a star'})`)
            .join(', or ')} would do.`,
  },
  'stars-of-terms': {
    message: ({ job, terms }) => `${job}: the stars of ${terms.length} predictors contradict each other: ${list(terms.map(starPair), 8)}.`,
    arithmetic: ({ terms: [first] }) => (first === undefined ? '' : `${first.term}: ${starArithmetic(first)}`),
    consistent: () =>
      'Other than classical standard errors, or levels, would explain all of them; else other stars or figures at these cells would do.',
  },
  'f-of-groups': {
    message: ({ address, printed }) => `${address}, ${printed}, does not follow from the groups' n, means and SDs.`,
    arithmetic: ({ between, within, f }) => `MSB/MSW = ${range(between)} / ${range(within)} = ${range(f)}.`,
    consistent: ({ f }) => `F = ${range(f)} would do.`,
  },
};
