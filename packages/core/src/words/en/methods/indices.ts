// How an index is made, in English sentences: one of components or factors, and one of answers or members.
import type { ToldNumber, ToldOf, ToldTurn } from '../../../contract/methods-facts.ts';
import { capital, inWords, list, pOf, some, told, was } from './grammar.ts';

const kaiser = ({ kaiser = true }: ToldTurn): string => (kaiser ? ' with Kaiser normalisation' : ' without normalisation');
const weights = (shares: readonly ToldNumber[]): string => (shares.length === 0 ? '' : ` (${list(shares.map(({ text }) => text))})`);

export const indexEnglish = {
  what: (index: string, items: number, groups: readonly string[], method: string, correlations: string) =>
    `${index} was built from ${some(items, 'item')}${groups.length === 0 ? '' : ` (${list(groups)})`} by ${method} of ${correlations}.`,
  extract: {
    components: 'principal components',
    axis: 'principal axis factoring, with iterated communalities,',
    principalAxis: 'principal axis factoring, with iterated communalities,',
    minres: 'factors of least squares residuals (minres)',
    ml: 'maximum-likelihood factors',
  },
  correlations: {
    pearson: 'their Pearson correlations',
    spearman: 'their rank correlations (Spearman)',
    polychoric: 'their polychoric correlations (two-step estimates)',
  },
  missing: {
    listwise: (n: ToldNumber | null, lost: ToldNumber | null, _filled: ToldNumber | null) =>
      (lost === null || lost.value === 0
        ? 'Nobody had to be left out for a missing answer'
        : `Respondents with a missing answer to any of the items were left out (${lost.text})`) + `${n === null ? '' : `; n = ${n.text}`}.`,
    pairwise: (n: ToldNumber | null, _lost: ToldNumber | null, _filled: ToldNumber | null) =>
      `Each correlation rested on those who answered both of its items${n === null ? '' : ` (smallest n = ${n.text})`}.`,
    mean: (n: ToldNumber | null, _lost: ToldNumber | null, filled: ToldNumber | null) =>
      (filled === null || filled.value === 0
        ? 'A missing answer would have been replaced by the mean of its item; there was none'
        : `Missing answers, ${filled.text} in all, were replaced by the mean of their item`) + `${n === null ? '' : ` (n = ${n.text})`}.`,
  },
  suited: (kmo: ToldNumber, chi2: ToldNumber, df: ToldNumber, p: ToldNumber) =>
    `The Kaiser–Meyer–Olkin measure was ${kmo.text}; Bartlett’s test of sphericity gave χ²(${df.text}) = ${chi2.text}, ${pOf(p)}.`,
  alpha: (alpha: ToldNumber) => `Cronbach’s α of all items together was ${alpha.text}.`,
  parts: {
    component: (count: number) => some(count, 'component'),
    factor: (count: number) => some(count, 'factor'),
  },
  keep: {
    fixed: (parts: string, _rule: { readonly count?: number }) =>
      `${capital(parts)} ${parts.startsWith('one ') ? 'was' : 'were'} kept, a number that the study states`,
    eigenvalue: (parts: string, { above }: { readonly above: number }) =>
      `${capital(parts)} ${parts.startsWith('one ') ? 'was' : 'were'} kept, as many as ` +
      `had an eigenvalue above ${above}${above === 1 ? ' (Kaiser’s criterion)' : ''}`,
    variance: (parts: string, { percent }: { readonly percent: number }) =>
      `${capital(parts)} ${parts.startsWith('one ') ? 'was' : 'were'} kept, as many as explained ${percent} % of the variance`,
    parallel: (parts: string, _rule: object) =>
      `${capital(parts)} ${parts.startsWith('one ') ? 'was' : 'were'} kept, as many as ` +
      `had an eigenvalue above the 95th percentile of random data (parallel analysis)`,
  },
  rules: (kaiser: ToldNumber | null, parallel: ToldNumber | null, replications: number) => {
    const would = [
      ...(kaiser === null ? [] : [`an eigenvalue above 1 would have kept ${kaiser.text}`]),
      ...(parallel === null ? [] : [`parallel analysis (${replications} random data sets) would have kept ${parallel.text}`]),
    ];
    return would.length === 0 ? '' : `; ${list(would)}`;
  },
  rotate: {
    varimax: (turn: ToldTurn) => `varimax${kaiser(turn)}`,
    none: null,
    quartimax: (turn: ToldTurn) => `quartimax${kaiser(turn)}`,
    equamax: (turn: ToldTurn) => `equamax${kaiser(turn)}`,
    promax: (turn: ToldTurn) => `promax (κ = 4)${kaiser(turn)}`,
    promaxTo: (turn: ToldTurn) => `promax (κ = ${turn.kappa})${kaiser(turn)}`,
    oblimin: (turn: ToldTurn) => `direct oblimin (δ = 0)${kaiser(turn)}`,
    obliminTo: (turn: ToldTurn) => `direct oblimin (δ = ${turn.delta})${kaiser(turn)}`,
  },
  rotated: (rotation: string | null, many: boolean, oblique: boolean, explained: ToldNumber | null) => {
    const turned =
      rotation === null
        ? many
          ? 'They were not rotated'
          : 'A single one is not rotated'
        : `They were rotated by ${rotation}${oblique ? ', so that they may correlate' : ''}`;
    const share = explained === null ? '' : `; ${many ? 'together they' : 'it'} explained ${explained.text} % of the variance`;
    return `${turned}${share}.`;
  },
  named: (pairs: readonly { readonly name: string; readonly marker: string }[]) =>
    pairs.length === 1
      ? `The one called ${pairs[0]!.name} is that on which ${pairs[0]!.marker} loaded highest, signed so that it loads positively.`
      : 'Each was named after an item that loaded highest on it, and signed so that this item loads positively: ' +
        `${list(pairs.map(({ name, marker }) => `${name} by ${marker}`))}.`,
  score: {
    regression: (of: string) => `Scores of ${of} were estimated by the regression method.`,
    components: (of: string) => `Scores of ${of} were estimated by the regression method.`,
    bartlett: (of: string) => `Scores of ${of} were estimated by Bartlett’s method.`,
    anderson_rubin: (of: string) => `Scores of ${of} were estimated by Anderson and Rubin’s method, so that they do not correlate.`,
  },
  scored: { component: 'the components', factor: 'the factors' },
  composed: (index: string, parts: readonly string[], weight: string, not: readonly string[]) =>
    (parts.length === 1 ? `${index} is the score of ${parts[0]}` : `${index} was composed as the sum of ${list(parts)}, ${weight}`) +
    `${not.length === 0 ? '' : `; ${list(not)} ${was(not.length)} left out of it`}.`,
  weight: {
    explained: (shares: readonly ToldNumber[]) => `weighted by their shares of the explained variance${weights(shares)}`,
    equal: (shares: readonly ToldNumber[]) => `weighted alike${weights(shares)}`,
    given: (shares: readonly ToldNumber[]) => `with weights of the author’s own, brought to a sum of 1${weights(shares)}`,
  },
  rescale: {
    range: (low: string, high: string, from: string) => `Scores were brought linearly to ${low}–${high}, from ${from}.`,
    components: (_low: string, _high: string, from: string) =>
      `Each part was brought to 0–100 first, from ${from}, and the index is the weighted mean of these.`,
    componentsTo: (low: string, high: string, from: string) =>
      `Each part was brought to ${low}–${high} first, from ${from}, and the index is the weighted mean of these.`,
    none: () => 'Scores were left as standard scores.',
    t: () => 'Scores were given as T scores (mean 50, SD 10).',
  },
  goalposts: {
    observed: 'the lowest and the highest score that occurred',
    scale: 'the lowest and the highest score that the answers’ scales allow',
    range: (low: string, high: string) => `the stated ends ${low} and ${high}`,
  },
};

const weighted = {
  equal: 'equal weights',
  entropy: 'entropy weights',
  critic: 'CRITIC weights',
  cv: 'coefficient-of-variation weights',
  ahp: 'weights by judgements of pairs (AHP)',
  given: 'weights of the author’s own, brought to a sum of 1',
};

export const compositeEnglish = {
  score: {
    mean: (index: string, of: string) => `${index} is each respondent’s mean of ${of}.`,
    sum: (index: string, of: string) => `${index} is each respondent’s sum of ${of}.`,
    members: (index: string, of: string) => `${index} was made of ${of}.`,
  },
  items: (items: number, groups: readonly string[]) =>
    `${groups.length === 0 ? some(items, 'answer') : `the ${inWords(items)} answers to ${list(groups)}`}`,
  needs: {
    all: (_needs: number, of: number) =>
      of === 1 ? 'A score needs it' : of === 2 ? 'A score needs both' : `A score needs all ${inWords(of)}`,
    count: (needs: number, of: number) =>
      needs === 1 ? `A score needs any of the ${inWords(of)}` : `A score needs at least ${inWords(needs)} of the ${inWords(of)}`,
  },
  prorated: ', and a sum of fewer than all is prorated',
  lost: (lost: ToldNumber) => `; ${told(lost, 'case')} fell short`,
  normalize: {
    range: 'Members were first brought to 0–1 from their smallest and largest values (min–max)',
    scale: 'Members were first brought to 0–1 from the lower and the upper end of their scales',
    z: 'Members were first standardised (mean 0, SD 1)',
    rank: 'Members were first replaced by their ranks, brought to 0–1',
    none: 'Members entered as they stand',
  },
  turned: (names: readonly string[]) => `, with ${list(names)} turned round,`,
  aggregate: {
    arithmetic: 'put together by a weighted arithmetic mean',
    geometric: 'put together by a weighted geometric mean',
  },
  combined: (normalize: string, aggregate: string, weight: string) => `${normalize} and ${aggregate} with ${weight}.`,
  weight: weighted,
  both: (first: string, second: string) => `the mean of ${first} and ${second}`,
  weights: (pairs: readonly ToldOf[]) => `The weights were ${list(pairs.map(({ of, number }) => `${number.text} (${of})`))}.`,
  consistency: (ratio: ToldNumber) => `The consistency ratio of the judgements was ${ratio.text}.`,
  alpha: (alpha: ToldNumber) => `Cronbach’s α of its parts was ${alpha.text}.`,
  rescale: {
    none: () => 'Its scores were not rescaled.',
    t: () => 'It was given as a T score (mean 50, SD 10).',
    range: (low: string, high: string, from: string) => `It was brought linearly to ${low}–${high}, from ${from}.`,
  },
};
