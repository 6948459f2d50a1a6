// What is said of what could not be checked.
import type { SkippedWhat, SkippedWhy } from '../../../contract/audit-facts/index.ts';
import { list } from '../../../text/digits.ts';
import { claimSide } from './claims.ts';

export function skippedWhat(what: SkippedWhat): string {
  switch (what.of) {
    case 'figure':
      return what.address;
    case 'communality':
    case 'fit':
    case 'rotation':
    case 'percentages':
    case 'stars':
      return `${what.of} of ${what.name}`;
    case 'missing-policy':
      return `missing policy of ${what.name}`;
    case 'correlations':
      return `correlations behind ${what.name}`;
    case 'sum-of-counts':
      return `the sum of the counts of ${what.name}`;
    case 'coefficients':
      return `${what.quantity} of ${what.model}`;
    case 'weights':
      return `weights of ${what.index} in ${what.job}`;
    case 'row':
      return `row ${what.term} of ${what.job}`;
    case 'groups':
      return `${what.score} by ${what.category}`;
    case 'claim':
      return `${what.hypothesis}: ${what.claim}`;
  }
}

type Plain = Exclude<
  SkippedWhy['of'],
  'rounding' | 'parts-not-printed' | 'too-few-rows' | 'other-cases' | 'every-mean' | 'mean-impossible' | 'several-answers' | 'no-value'
>;

const PLAIN: { readonly [K in Plain]: string } = {
  'claim-not-printed': 'what it speaks of is not printed',
  'loading-not-printed': 'one of its loadings is not printed',
  'cell-not-printed': 'one of its cells is not printed',
  'weights-too-open': 'the rows leave its weights too open',
  'shares-not-printed': 'the shares that it weights by are not printed',
  'not-computed': 'it could not be computed',
  'item-means-not-printed': 'not all means of its items are printed',
  'some-loadings-of-some-components': 'not all loadings of all kept components are printed',
  'cases-of-correlations-not-printed': 'the cases of the correlations are not printed',
  'groups-not-printed': 'means, SDs and cases of all groups are not all printed',
  'group-mean-not-printed': 'not every group has its mean printed',
  'cases-of-groups-not-printed': 'the cases of each group are not printed',
  'mean-of-all-not-printed': 'the mean of all cases is not printed',
  'number-of-all-not-printed': 'the number of all cases is not printed',
  'not-whole-answers': 'its answers are not declared to be whole numbers on a scale',
  'n-not-printed': 'neither its n nor the size of the sample is printed',
  'mean-not-printed': 'its mean is not printed',
  'predictors-not-printed': 'the valid answers of its predictors are not printed',
  'answers-of-whole-sample-only': 'valid answers are printed for the whole sample only',
  'cases-not-printed': 'the number of its cases is not printed',
  'levels-may-be-left-out': '`where` may leave out levels of its predictors, and its degrees of freedom are not printed',
  'one-figure-of-fit': 'only one of F, R² and adjusted R² is printed',
  'item-sds-not-printed': 'not all SDs of its items are printed',
  'loadings-not-printed': 'not all loadings are printed',
  'components-not-in-table': 'not every kept component is in the table',
  'counts-not-printed': 'not all counts of its levels are printed',
  'count-not-printed': 'its count is not printed',
  'errors-not-classical': 'its standard errors are not the classical ones',
  'no-single-n': 'its models do not have one printed number of cases',
  'other-respondents': 'its outcomes may have been answered by different people',
  'r2-not-printed': 'its R² is not printed, or does not go with its F',
};

export function skippedWhy(why: SkippedWhy): string {
  switch (why.of) {
    case 'rounding':
      return `rounding leaves it open (${claimSide(why.left)} against ${claimSide(why.right)})`;
    case 'parts-not-printed':
      return `the coefficients of ${list(why.parts)}, which it is composed of, are not printed`;
    case 'too-few-rows':
      return `${why.rows} rows are too few to find ${why.weights} weights and check them`;
    case 'other-cases':
      return `the groups hold ${why.groups} cases, all cases are ${why.all}`;
    case 'every-mean':
      return `with ${why.decimals} digits after the point, ${why.n} answers give every mean`;
    case 'mean-impossible':
      return `its mean is already impossible for n = ${why.n}`;
    case 'several-answers':
      return `they are shares of ${why.cases} cases each: several answers were allowed`;
    case 'no-value':
      return why.reason;
    default:
      return PLAIN[why.of];
  }
}
