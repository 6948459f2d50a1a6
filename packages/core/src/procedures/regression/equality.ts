// Whether coefficients of the same model are equal in independent studies: Wald tests, coefficient by coefficient and together.
import { hypotenuse, square } from '../../numerics/powers.ts';
import { chiSquareUpper, normalUpper } from '../../numerics/distributions.ts';
import { inverseSymmetric, multiply, type Matrix } from '../../numerics/linear-algebra.ts';
import { benjaminiHochbergAdjusted } from '../compare/false-discovery.ts';
import { holmAdjusted } from '../compare/pairs.ts';
import { atOrigin, type LinearFit } from './ols.ts';

/** A study's coefficients. `covariance` of all of them, in their order; without it only single coefficients are tested. */
export interface StudyCoefficients {
  readonly name: string;
  readonly terms: readonly string[];
  readonly b: readonly number[];
  readonly se: readonly (number | null)[];
  readonly covariance: Matrix | null;
}

export interface CoefficientPair {
  readonly first: string;
  readonly second: string;
  readonly difference: number;
  readonly se: number;
  readonly z: number;
  readonly p: number;
  readonly holm: number;
  readonly benjaminiHochberg: number;
}

export interface CoefficientEquality {
  readonly term: string;
  /** Studies that have the term with a standard error, and theirs. */
  readonly studies: readonly { readonly study: string; readonly b: number; readonly se: number }[];
  /** All studies equal: Σw(b − b̄)², w = 1/se². Null with fewer than two. */
  readonly chi2: number | null;
  readonly df: number;
  readonly p: number | null;
  /** Corrected over the terms of the family. */
  readonly holm: number | null;
  readonly benjaminiHochberg: number | null;
  /** Significantly different signs: two studies whose coefficients are of opposite sign, each with p below 1 − confidence. */
  readonly opposite: readonly { readonly first: string; readonly second: string }[];
  /** Every pair, first minus second; corrected over all pairs of all terms. */
  readonly pairs: readonly CoefficientPair[];
}

export interface EqualityOfCoefficients {
  readonly terms: readonly CoefficientEquality[];
  /** All coefficients that every study has, without the intercept unless asked: null without covariances, or when they are singular. */
  readonly joint: { readonly chi2: number; readonly df: number; readonly p: number; readonly terms: readonly string[] } | null;
  /** Terms that some studies lack. */
  readonly incomplete: readonly { readonly term: string; readonly missingIn: readonly string[] }[];
}

export interface EqualityOptions {
  /** Whether the intercept belongs to the family; no unless said. */
  readonly intercept?: boolean;
  readonly confidence?: number;
}

/** What the tests need of a fitted model. */
export function coefficientsOf(name: string, fit: LinearFit): StudyCoefficients {
  const variance = fit.ssResidual / fit.df2;
  return {
    name,
    terms: fit.coefficients.map((one) => one.term),
    b: fit.coefficients.map((one) => one.b),
    se: fit.coefficients.map((one) => one.se),
    covariance: atOrigin(fit.unscaledCovariance, fit.offsets).map((row) => row.map((value) => value * variance)),
  };
}

/**
 * Wald tests between independent samples: z = (b₁ − b₂)/√(se₁² + se₂²) (Clogg, Petkova & Haritou 1995, American Journal of Sociology
 * 100:1261–1293), χ² of k studies with k − 1 df, and jointly W = Σ b′V⁻¹b − (ΣV⁻¹b)′(ΣV⁻¹)⁻¹(ΣV⁻¹b) with (k − 1)·(terms) df. Large-sample
 * tests: they let residual variances differ, which Chow's does not. p-values corrected by Holm and by Benjamini & Hochberg.
 */
export function equalityOfCoefficients(studies: readonly StudyCoefficients[], options: EqualityOptions = {}): EqualityOfCoefficients {
  const alpha = 1 - (options.confidence ?? 0.95);
  const family = [...new Set(studies.flatMap((study) => study.terms))].filter((term) => options.intercept === true || term !== 'intercept');
  const tested = family.map((term) => ({ term, ...testTerm(studies, term, alpha) }));
  const adjust = (values: readonly (number | null)[]) => ({ holm: holmAdjusted(values), bh: benjaminiHochbergAdjusted(values) });
  const overTerms = adjust(tested.map((one) => one.p));
  const overPairs = adjust(tested.flatMap((one) => one.pairs.map((pair) => pair.p)));
  let at = 0;
  const terms = tested.map(
    (one, i): CoefficientEquality => ({
      ...one,
      holm: overTerms.holm[i]!,
      benjaminiHochberg: overTerms.bh[i]!,
      pairs: one.pairs.map((pair) => {
        const index = at++;
        return { ...pair, holm: overPairs.holm[index]!, benjaminiHochberg: overPairs.bh[index]! };
      }),
    }),
  );
  const incomplete = family
    .map((term) => ({ term, missingIn: studies.filter((study) => !study.terms.includes(term)).map((study) => study.name) }))
    .filter((one) => one.missingIn.length > 0);
  return {
    terms,
    joint: jointTest(
      studies,
      family.filter((term) => studies.every((study) => study.terms.includes(term))),
    ),
    incomplete,
  };
}

type Tested = Omit<CoefficientEquality, 'term' | 'holm' | 'benjaminiHochberg' | 'pairs'> & {
  readonly pairs: readonly Omit<CoefficientPair, 'holm' | 'benjaminiHochberg'>[];
};

function testTerm(all: readonly StudyCoefficients[], term: string, alpha: number): Tested {
  const studies = all.flatMap((study) => {
    const at = study.terms.indexOf(term);
    const se = at < 0 ? null : study.se[at]!;
    return se !== null && se > 0 && Number.isFinite(se) && Number.isFinite(study.b[at]!)
      ? [{ study: study.name, b: study.b[at]!, se }]
      : [];
  });
  const pairs: Omit<CoefficientPair, 'holm' | 'benjaminiHochberg'>[] = [];
  const opposite: { first: string; second: string }[] = [];
  const significant = (one: { b: number; se: number }): boolean => 2 * normalUpper(Math.abs(one.b / one.se)) < alpha;
  for (const [i, first] of studies.entries()) {
    for (const second of studies.slice(i + 1)) {
      const difference = first.b - second.b;
      const se = hypotenuse(first.se, second.se);
      pairs.push({
        first: first.study,
        second: second.study,
        difference,
        se,
        z: difference / se,
        p: 2 * normalUpper(Math.abs(difference / se)),
      });
      if (first.b * second.b < 0 && significant(first) && significant(second)) opposite.push({ first: first.study, second: second.study });
    }
  }
  const df = Math.max(0, studies.length - 1);
  if (df === 0) return { studies, chi2: null, df, p: null, opposite, pairs };
  const weight = studies.reduce((sum, one) => sum + 1 / square(one.se), 0);
  const mean = studies.reduce((sum, one) => sum + one.b / square(one.se), 0) / weight;
  const chi2 = studies.reduce((sum, one) => sum + square((one.b - mean) / one.se), 0);
  return { studies, chi2, df, p: chiSquareUpper(chi2, df), opposite, pairs };
}

function jointTest(studies: readonly StudyCoefficients[], terms: readonly string[]): EqualityOfCoefficients['joint'] {
  if (studies.length < 2 || terms.length === 0) return null;
  let precision: number[][] = terms.map(() => terms.map(() => 0));
  let weighted: number[][] = terms.map(() => [0]);
  let chi2 = 0;
  for (const study of studies) {
    const at = terms.map((term) => study.terms.indexOf(term));
    const own = study.covariance === null ? null : inverseSymmetric(at.map((i) => at.map((j) => study.covariance![i]![j]!)));
    if (own === null) return null;
    const b = at.map((i) => [study.b[i]!]);
    const product = multiply(own, b);
    chi2 += b.reduce((sum, row, i) => sum + row[0]! * product[i]![0]!, 0);
    precision = precision.map((row, i) => row.map((value, j) => value + own[i]![j]!));
    weighted = weighted.map((row, i) => [row[0]! + product[i]![0]!]);
  }
  const inverse = inverseSymmetric(precision);
  if (inverse === null) return null;
  const common = multiply(inverse, weighted);
  const statistic = Math.max(0, chi2 - weighted.reduce((sum, row, i) => sum + row[0]! * common[i]![0]!, 0));
  const df = (studies.length - 1) * terms.length;
  return Number.isFinite(statistic) ? { chi2: statistic, df, p: chiSquareUpper(statistic, df), terms } : null;
}
