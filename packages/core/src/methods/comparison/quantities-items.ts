// Numbers of a comparison, item by item and scale by scale: one entry each; and what all its numbers are told by, the studies' names.
import type { ComparedItem, ComparedReliability, ItemInStudy, ReliabilityInStudy } from './side-by-side.ts';
import { within } from '../../contract/ranges.ts';
import { quantities } from '../../contract/declared-quantity.ts';

/** One thing in several studies: `studies` are their names in order. */
export interface InStudies<One> {
  readonly studies: readonly string[];
  readonly of: One;
  readonly reason: string;
}
type OneStudy = [study: string];

export const each = <One>({ studies }: InStudies<One>): readonly OneStudy[] => studies.map((study) => [study]);
export const later = <One>({ studies }: InStudies<One>): readonly OneStudy[] => studies.slice(1).map((study) => [study]);
const NOT_ASKED = 'the study did not ask it';

type Items = InStudies<ComparedItem>;
const itemIn = ({ studies, of }: Items, study: string): ItemInStudy | null => of.studies[studies.indexOf(study)] ?? null;
const noItem = (all: Items, study: string): string => (itemIn(all, study) === null ? NOT_ASKED : 'no answers vary');
const noTest = (all: Items, study: string): string =>
  itemIn(all, study) === null ? NOT_ASKED : 'not asked on the same scale in the first study, or no answers vary';

export const comparedItemQuantities = quantities<Items, never>()({
  'n(study)': {
    range: within.count,
    doc: 'valid answers in a study',
    label: 'N',
    format: 'count',
    formula: 'number of valid answers',
    source: 'the data',
    over: each,
    why: noItem,
    value: (all, study) => itemIn(all, study)?.n,
  },
  'mean(study)': {
    range: 'scale',
    doc: 'mean of the item in a study, on the first study’s scale',
    label: 'Mean',
    format: 'mean',
    formula: 'x̄ = Σx / n',
    source: 'IBM SPSS Statistics Algorithms, DESCRIPTIVES',
    over: each,
    why: noItem,
    value: (all, study) => itemIn(all, study)?.mean,
  },
  'sd(study)': {
    range: 'spread',
    doc: 'standard deviation of the item in a study',
    label: 'SD',
    format: 'mean',
    formula: '√(Σ(x − x̄)² / (n − 1))',
    source: 'IBM SPSS Statistics Algorithms, DESCRIPTIVES',
    over: each,
    why: noItem,
    value: (all, study) => itemIn(all, study)?.sd,
  },
  'd(study)': {
    range: null,
    doc: 'Cohen’s d of a study against the first',
    label: 'd',
    format: 'coefficient',
    formula: '(x̄ − x̄ of the first) / pooled SD',
    source: 'Cohen 1988, Statistical Power Analysis, ch. 2',
    over: later,
    why: noTest,
    value: (all, study) => itemIn(all, study)?.d,
  },
  'p(study)': {
    range: within.probability,
    doc: 'Welch’s test of a study’s mean against the first’s, p',
    label: 'p',
    format: 'p',
    formula: 'P(|t(ν)| > |t|), two-sided; variances not pooled',
    source: 'Welch 1947, Biometrika 34:28–35',
    over: later,
    why: noTest,
    value: (all, study) => itemIn(all, study)?.p,
  },
  'holm(study)': {
    range: within.probability,
    doc: 'the same p after Holm over all items and studies',
    label: 'p Holm',
    format: 'p',
    formula: 'max over smaller p of min(1, (m − rank + 1)·p)',
    source: 'Holm 1979, Scandinavian Journal of Statistics 6:65–70',
    over: later,
    why: noTest,
    value: (all, study) => itemIn(all, study)?.pHolm,
  },
});

type Scales = InStudies<ComparedReliability>;
const scaleIn = ({ studies, of }: Scales, study: string): ReliabilityInStudy | null => of.studies[studies.indexOf(study)] ?? null;
const noScale = (all: Scales, study: string): string =>
  scaleIn(all, study) === null ? 'the study has no such scale' : 'fewer than two items, or no answers vary';
const cronbach = 'Cronbach 1951, Psychometrika 16:297–334';

export const comparedScaleQuantities = quantities<Scales, never>()({
  'items(study)': {
    range: within.count,
    doc: 'items of the scale in a study',
    label: 'k',
    format: 'count',
    formula: 'k',
    source: cronbach,
    over: each,
    why: noScale,
    value: (all, study) => scaleIn(all, study)?.items,
  },
  'alpha(study)': {
    range: within.reliability,
    doc: 'Cronbach’s α of the scale in a study',
    label: 'α',
    format: 'coefficient',
    formula: 'k/(k − 1) · (1 − Σs²ᵢ / s²)',
    source: cronbach,
    over: each,
    why: noScale,
    value: (all, study) => scaleIn(all, study)?.alpha,
  },
  'alpha.low(study)': {
    range: within.reliability,
    doc: 'lower end of Feldt’s 95 % interval of α',
    label: 'α, low',
    format: 'coefficient',
    formula: '1 − (1 − α)·F₀.₉₇₅(n − 1, (n − 1)(k − 1))',
    source: 'Feldt, Woodruff & Salih 1987, Applied Psychological Measurement 11:93–103',
    over: each,
    why: noScale,
    value: (all, study) => scaleIn(all, study)?.low,
  },
  'alpha.high(study)': {
    range: within.reliability,
    doc: 'upper end',
    label: 'α, high',
    format: 'coefficient',
    formula: '1 − (1 − α)·F₀.₀₂₅(n − 1, (n − 1)(k − 1))',
    source: 'Feldt, Woodruff & Salih 1987, Applied Psychological Measurement 11:93–103',
    over: each,
    why: noScale,
    value: (all, study) => scaleIn(all, study)?.high,
  },
});
