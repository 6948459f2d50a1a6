// Numbers of a comparison about measurement: each study's own factor model, and the levels of invariance. One entry each.
import type { ComparedInvariance } from './invariance.ts';
import { each, type InStudies } from './quantities-items.ts';
import type { InvarianceStep } from '../../procedures/invariance/invariance.ts';
import type { MultiGroupFit } from '../../procedures/invariance/fit.ts';
import type { ScoreTest } from '../../procedures/invariance/score-tests.ts';
import { within } from '../../contract/ranges.ts';
import { quantities } from '../../contract/declared-quantity.ts';

/** A level of an index's invariance; `change` against the level before. */
export interface LevelNumbers {
  readonly step: InvarianceStep;
  readonly studies: readonly string[];
  readonly reason: string;
}
type Forms = InStudies<ComparedInvariance>;
const formIn = ({ of }: Forms, study: string): MultiGroupFit | null => of.own.find((one) => one.study === study)?.structure.fit ?? null;
const noForm = (): string => 'the model could not be fitted to this study by itself';
const bollen = 'Bollen 1989, Structural Equations with Latent Variables';
const steiger = 'Steiger 1998, Structural Equation Modeling 5:411–419 (groups)';
const bentler = 'Bentler 1990, Psychological Bulletin 107:238–246';
const chen = 'Chen 2007, Structural Equation Modeling 14:464–504';
const chi2 = 'Σ n · F of maximum likelihood with means';
const rmsea = '√G · √max(0, (χ² − df)/(N · df))';
const cfi = '1 − max(0, χ² − df) / max(χ² − df, χ²₀ − df₀, 0)';
const srmr = '√ of the mean squared standardised residual';

export const comparedFormQuantities = quantities<Forms, never>()({
  'form.n(study)': {
    range: within.count,
    doc: 'complete cases of a study’s own factor model',
    label: 'N',
    format: 'count',
    formula: 'number of complete cases',
    source: bollen,
    over: each,
    why: noForm,
    value: (all, study) => formIn(all, study)?.n,
  },
  'form.chi2(study)': {
    range: within.squares,
    doc: 'χ² of the declared dimensions in a study’s own answers',
    label: 'χ²',
    format: 'statistic',
    formula: chi2,
    source: bollen,
    over: each,
    why: noForm,
    value: (all, study) => formIn(all, study)?.chi2,
  },
  'form.df(study)': {
    range: within.df,
    doc: 'its degrees of freedom',
    label: 'df',
    format: 'df',
    formula: 'moments less parameters',
    source: bollen,
    over: each,
    why: noForm,
    value: (all, study) => formIn(all, study)?.df,
  },
  'form.cfi(study)': {
    range: within.share,
    doc: 'its CFI',
    label: 'CFI',
    format: 'coefficient',
    formula: cfi,
    source: bentler,
    over: each,
    why: noForm,
    value: (all, study) => formIn(all, study)?.cfi,
  },
  'form.rmsea(study)': {
    range: within.spread,
    doc: 'its RMSEA',
    label: 'RMSEA',
    format: 'coefficient',
    formula: '√max(0, (χ² − df)/(n · df))',
    source: steiger,
    over: each,
    why: noForm,
    value: (all, study) => formIn(all, study)?.rmsea,
  },
  'form.srmr(study)': {
    range: within.spread,
    doc: 'its SRMR',
    label: 'SRMR',
    format: 'coefficient',
    formula: srmr,
    source: bentler,
    over: each,
    why: noForm,
    value: (all, study) => formIn(all, study)?.srmr,
  },
});

const FIRST = 'the first level has none before it';
const noChange = ({ step, reason }: LevelNumbers): string => (step.difference === null ? FIRST : reason);
const testOf = ({ step }: LevelNumbers, item: string): ScoreTest | undefined => step.scoreTests.find((one) => one.item === item);
const tested = ({ step }: LevelNumbers): readonly [string][] => step.scoreTests.map((one) => [one.item]);
const lagrange = 'Sörbom 1989, Psychometrika 54:371–384';

export const comparedLevelQuantities = quantities<LevelNumbers, never>()({
  chi2: {
    range: within.squares,
    doc: 'χ² of a level of invariance',
    label: 'χ²',
    format: 'statistic',
    formula: chi2,
    source: bollen,
    value: ({ step }) => step.fit.chi2,
  },
  df: {
    range: within.df,
    doc: 'its degrees of freedom',
    label: 'df',
    format: 'df',
    formula: 'moments less parameters',
    source: bollen,
    value: ({ step }) => step.fit.df,
  },
  cfi: {
    range: within.share,
    doc: 'its CFI',
    label: 'CFI',
    format: 'coefficient',
    formula: cfi,
    source: bentler,
    value: ({ step }) => step.fit.cfi,
  },
  rmsea: {
    range: within.spread,
    doc: 'its RMSEA',
    label: 'RMSEA',
    format: 'coefficient',
    formula: rmsea,
    source: steiger,
    value: ({ step }) => step.fit.rmsea,
  },
  srmr: {
    range: within.spread,
    doc: 'its SRMR',
    label: 'SRMR',
    format: 'coefficient',
    formula: srmr,
    source: bentler,
    value: ({ step }) => step.fit.srmr,
  },
  'change.chi2': {
    range: null,
    doc: 'change of χ² from the level before (with what was let go there)',
    label: 'Δχ²',
    format: 'statistic',
    formula: 'χ² − χ² of the level before',
    source: bollen,
    why: noChange,
    value: ({ step }) => step.difference?.chi2,
  },
  'change.df': {
    range: within.df,
    doc: 'change of its degrees of freedom',
    label: 'Δdf',
    format: 'df',
    formula: 'df − df of the level before',
    source: bollen,
    why: noChange,
    value: ({ step }) => step.difference?.df,
  },
  'change.p': {
    range: within.probability,
    doc: 'p of the change of χ²',
    label: 'p',
    format: 'p',
    formula: 'P(χ²(Δdf) > Δχ²)',
    source: bollen,
    why: noChange,
    value: ({ step }) => step.difference?.p,
  },
  'change.cfi': {
    range: null,
    doc: 'change of CFI',
    label: 'ΔCFI',
    format: 'coefficient',
    formula: 'CFI − CFI of the level before',
    source: chen,
    why: noChange,
    value: ({ step }) => step.difference?.cfi,
  },
  'change.rmsea': {
    range: null,
    doc: 'change of RMSEA',
    label: 'ΔRMSEA',
    format: 'coefficient',
    formula: 'RMSEA − RMSEA of the level before',
    source: chen,
    why: noChange,
    value: ({ step }) => step.difference?.rmsea,
  },
  'free.chi2(item)': {
    range: within.squares,
    doc: 'score test of letting an item’s parameter differ between all studies',
    label: 'χ²',
    format: 'statistic',
    formula: 'T = s′I⁻¹s of the departures, expected information',
    source: lagrange,
    over: tested,
    value: (all, item) => testOf(all, item)?.chi2,
  },
  'free.df(item)': {
    range: within.df,
    doc: 'its degrees of freedom',
    label: 'df',
    format: 'df',
    formula: 'studies − 1',
    source: lagrange,
    over: tested,
    value: (all, item) => testOf(all, item)?.df,
  },
  'free.holm(item)': {
    range: within.probability,
    doc: 'its p after Holm over the level’s tests',
    label: 'p Holm',
    format: 'p',
    formula: 'P(χ²(df) > T), corrected',
    source: 'Holm 1979, Scandinavian Journal of Statistics 6:65–70',
    over: tested,
    value: (all, item) => testOf(all, item)?.adjustedP,
  },
  'free.change(item, study)': {
    range: null,
    doc: 'how far an item’s parameter would move in a study, let go alone there',
    label: 'Expected change',
    format: 'coefficient',
    formula: 'I⁻¹s of that study’s departure',
    source: lagrange,
    over: ({ step, studies }) => step.scoreTests.flatMap((one) => studies.slice(1).map((study): [string, string] => [one.item, study])),
    why: () => 'the answers do not identify its release',
    value: (all, item, study) => testOf(all, item)?.groups.find((one) => one.group === study)?.expectedChange,
  },
});
