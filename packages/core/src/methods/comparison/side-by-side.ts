// Studies column by column: items, reliability, verdicts on the same hypotheses. Nothing is estimated anew here.
import { independentTest } from '../../procedures/compare/t-test.ts';
import { describe } from '../../procedures/describe/describe.ts';
import { holmAdjusted } from '../../procedures/compare/pairs.ts';
import type { HypothesisResult } from '../results.ts';
import { addressFor } from '../../contract/declared-quantity.ts';
import { indicatorOf, isFewIn, onOneScale, type ComparedStudy } from './study.ts';

interface OfFew {
  /** Fewer respondents gave it than the study shows: there is no number. */
  readonly few?: true;
}
export interface ItemInStudy extends OfFew {
  readonly n: number | null;
  readonly mean: number | null;
  readonly sd: number | null;
  /**
   * Against the first study: standardised difference (this one's mean minus the first's, over the pooled SD), Welch's p, and p after Holm
   * over all items and studies.
   */
  readonly d: number | null;
  readonly p: number | null;
  readonly pHolm: number | null;
}
/** `studies[k]` is null where the study did not ask it. */
export interface ComparedItem {
  readonly name: string;
  readonly studies: readonly (ItemInStudy | null)[];
}

/**
 * Indicators that at least two studies have; tested where they are on the first study's scale. Cohen's d with the pooled SD; Welch (1947);
 * Holm (1979).
 */
export function comparedItems(studies: readonly ComparedStudy[]): ComparedItem[] {
  const names = [
    ...new Set(studies.flatMap((study) => study.plan.variables.filter((one) => one.kind === 'indicator').map((one) => one.name))),
  ];
  const shared = names.filter((name) => studies.filter((study) => indicatorOf(study, name) !== null).length > 1);
  const raw = shared.map((name) => {
    const columns = studies.map((study) => (indicatorOf(study, name) === null ? null : (study.coded.numbers.get(name) ?? null)));
    const first = columns[0] ?? null;
    return {
      name,
      studies: columns.map((column, k) => {
        if (column === null) return null;
        const { n, mean, sd } = describe(column);
        const hidden = { mean: null, sd: null, d: null, p: null };
        if (isFewIn(studies[k]!, n)) return { n: null, few: true as const, ...hidden };
        if (isHiddenMean(studies[k]!, name)) return { n, ...hidden };
        const test =
          k === 0 ||
          first === null ||
          isFewIn(studies[0]!, describe(first).n) ||
          isHiddenMean(studies[0]!, name) ||
          !onOneScale(indicatorOf(studies[k]!, name), indicatorOf(studies[0]!, name))
            ? null
            : independentTest(column, first);
        return { n, mean, sd, d: test?.cohenD ?? null, p: test?.welch.p ?? null };
      }),
    };
  });
  const family = raw.flatMap((item) => item.studies.map((one) => one?.p ?? null));
  const corrected = holmAdjusted(family);
  let at = 0;
  return raw.map(({ name, studies: cells }) => ({
    name,
    studies: cells.map((cell) => {
      const pHolm = corrected[at++]!;
      return cell === null ? null : { ...cell, pHolm };
    }),
  }));
}

/** The mean of two answers, one of which few gave: nobody is held against it. */
const isHiddenMean = (study: ComparedStudy, name: string): boolean =>
  study.results.quantities.get(addressFor([name], 'mean'))?.hidden !== undefined;

export interface ReliabilityInStudy extends OfFew {
  readonly items: number;
  readonly n: number | null;
  readonly alpha: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly standardized: number | null;
  readonly omega: number | null;
}
export interface ComparedReliability {
  readonly name: string;
  readonly studies: readonly (ReliabilityInStudy | null)[];
}

/** Dimensions, blocks and indices that have an alpha somewhere. Items may differ between studies: `items` says how many there were. */
export function comparedReliability(studies: readonly ComparedStudy[]): ComparedReliability[] {
  const found = studies.map(
    (study) =>
      new Map([
        ...study.results.groups.flatMap((one) => (one.reliability === null ? [] : [[one.group.name, one.reliability] as const])),
        ...study.results.indices.flatMap((one) => (one.reliability === null ? [] : [[one.job.name, one.reliability] as const])),
      ]),
  );
  return [...new Set(found.flatMap((map) => [...map.keys()]))].map((name) => ({
    name,
    studies: found.map((map, k) => {
      const one = map.get(name);
      if (one !== undefined && isFewIn(studies[k]!, one.n))
        return { items: one.k, n: null, few: true, alpha: null, low: null, high: null, standardized: null, omega: null };
      return one === undefined
        ? null
        : {
            items: one.k,
            n: one.n,
            alpha: one.alpha,
            low: one.feldt?.[0] ?? null,
            high: one.feldt?.[1] ?? null,
            standardized: one.standardized,
            omega: one.omega,
          };
    }),
  }));
}

export interface ComparedHypothesis {
  readonly name: string;
  readonly studies: readonly (HypothesisResult | null)[];
}

/** Claims × studies: each study's verdict on the hypotheses that it states or inherits. */
export function comparedHypotheses(studies: readonly ComparedStudy[]): ComparedHypothesis[] {
  const names = [...new Set(studies.flatMap((study) => study.results.hypotheses.map((one) => one.plan.name)))];
  return names.map((name) => ({
    name,
    studies: studies.map((study) => study.results.hypotheses.find((one) => one.plan.name === name) ?? null),
  }));
}
