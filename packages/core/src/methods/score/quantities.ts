// The numbers of anything that has a value a respondent: an index, a component, the mean of a dimension's items, an indicator, a number. By
// level of any category, and over everyone.
import type { CompositeJob } from '../composite/job.ts';
import type { IndexJob } from '../index/job.ts';

type ScoreJob = IndexJob | CompositeJob;
import type { ScoreSummary } from '../results.ts';
import { within } from '../../contract/ranges.ts';
import { quantities, type FormulaText, type LevelPath } from '../../contract/declared-quantity.ts';

export interface ScoreNumbers {
  readonly whole: ScoreSummary | undefined;
  readonly levels: readonly LevelPath[];
  readonly at: (level: LevelPath) => ScoreSummary | undefined;
  readonly format: 'mean' | 'score';
  /** Why there are no scores. */
  readonly reason: string;
}

const spss = 'IBM SPSS Statistics Algorithms, DESCRIPTIVES';
const interval = 'Student 1908, Biometrika 6:1–25';

const fromGoalposts = ({ goalposts }: ScoreJob): string => {
  if (goalposts.kind === 'range') return `from ${goalposts.low}..${goalposts.high}`;
  return goalposts.kind === 'scale' ? 'from what its scales allow' : 'from its own range';
};

/** What the scores of an index without components are. */
function composed(job: CompositeJob): string {
  const common = {
    range: 'x′ = (x − min)/(max − min)',
    scale: 'x′ = (x − low)/(high − low) of its scale',
    z: 'x′ = (x − x̄)/s',
    rank: 'x′ = (rank − 1)/(n − 1)',
    none: 'x′ = x',
  }[job.normalize];
  const raw = {
    mean: `mean of its answers, of at least ${job.needs}`,
    sum: job.needs < job.members.length ? `k · mean of its answers, of at least ${job.needs}` : 'Σx of its answers',
    members: job.aggregate === 'geometric' ? `Πx′ⱼ^wⱼ, ${common}` : `Σwⱼx′ⱼ, ${common}`,
  }[job.score];
  if (job.rescale.kind === 'none') return `, y = ${raw}`;
  if (job.rescale.kind === 't') return `, y = 50 + 10·(u − ū)/s(u), u = ${raw}`;
  return `, y = u brought ${fromGoalposts(job)} to ${job.rescale.low}..${job.rescale.high}, u = ${raw}`;
}

/** What the scores of an index and of its components are, as its rule has them. */
const scored = (job: ScoreJob | null): string => {
  if (job?.kind === 'composite') return composed(job);
  switch (job?.rescale.kind) {
    case undefined:
      return '';
    case 'range':
      return job.goalposts.kind === 'observed'
        ? `, z = Σwₖfₖ brought from its own range to ${job.rescale.low}..${job.rescale.high}: y = low + (high − low)(z − min ` +
            `z)/(max z − min z)`
        : `, z = Σwₖfₖ brought ${fromGoalposts(job)} to ${job.rescale.low}..${job.rescale.high}`;
    case 'components':
      return `, y = Σwₖfₖ, each fₖ first brought ${fromGoalposts(job)} to ${job.rescale.low}..${job.rescale.high}`;
    case 'none':
      return ', y = Σwₖfₖ of the z-scores';
    case 't':
      return ', y = 50 + 10·(z − z̄)/s(z), z = Σwₖfₖ';
  }
};
const of =
  (formula: string, source = spss) =>
  (job: ScoreJob | null): FormulaText => ({ formula: `${formula}${scored(job)}`, source });
const why = (summary: ScoreSummary | undefined, reason: string): string =>
  summary === undefined ? reason : summary.n === 0 ? 'no case' : 'a single case, or no variation';

type Part = 'n' | 'mean' | 'sd' | 'se' | 'low' | 'high' | 'min' | 'max';
const whole = (part: Part) => ({ value: (one: ScoreNumbers) => one.whole?.[part], why: (one: ScoreNumbers) => why(one.whole, one.reason) });
const atLevel = (part: Part) => ({
  over: (one: ScoreNumbers): readonly [LevelPath][] => one.levels.map((level): [LevelPath] => [level]),
  value: (one: ScoreNumbers, level: LevelPath) => one.at(level)?.[part],
  why: (one: ScoreNumbers, level: LevelPath) => why(one.at(level), one.reason),
});
const format = (one: ScoreNumbers): 'mean' | 'score' => one.format;

/** Of an index or a component, over everyone who has a score. */
export const scoreQuantities = quantities<ScoreNumbers, ScoreJob>()({
  n: {
    range: within.count,
    doc: 'number of scores',
    label: 'N',
    format: 'count',
    formula: of('number of cases with a score'),
    ...whole('n'),
  },
  mean: {
    range: 'scale',
    doc: 'mean of the scores',
    label: 'Mean',
    format,
    formula: of('ȳ = Σyᵢ / n'),
    ...whole('mean'),
  },
  sd: {
    range: 'spread',
    doc: 'standard deviation of the scores (n − 1)',
    label: 'SD',
    format,
    formula: of('√(Σ(yᵢ − ȳ)² / (n − 1))'),
    ...whole('sd'),
  },
  se: {
    range: within.spread,
    doc: 'standard error of the mean',
    label: 'SE',
    format,
    formula: of('s / √n'),
    ...whole('se'),
  },
  low: {
    range: null,
    doc: 'lower end of the 95 % interval of the mean',
    label: 'Low',
    format,
    formula: of('ȳ − t₀.₉₇₅(n − 1) · s/√n', interval),
    ...whole('low'),
  },
  high: {
    range: null,
    doc: 'upper end of the 95 % interval of the mean',
    label: 'High',
    format,
    formula: of('ȳ + t₀.₉₇₅(n − 1) · s/√n', interval),
    ...whole('high'),
  },
  min: { range: 'scale', doc: 'lowest score', label: 'Min', format, formula: of('min yᵢ'), ...whole('min') },
  max: { range: 'scale', doc: 'highest score', label: 'Max', format, formula: of('max yᵢ'), ...whole('max') },
});

/** By level, of whatever has a value a respondent. */
export const levelQuantities = quantities<ScoreNumbers, ScoreJob>()({
  'n(level)': {
    range: within.count,
    doc: 'cases at a level that have a value',
    label: 'N',
    format: 'count',
    formula: of('nⱼ: cases of the level with a value'),
    ...atLevel('n'),
  },
  'mean(level)': {
    range: 'scale',
    doc: 'mean at a level',
    label: 'Mean',
    format,
    formula: of('ȳⱼ = Σyᵢ / nⱼ over the cases of the level'),
    ...atLevel('mean'),
  },
  'sd(level)': {
    range: 'spread',
    doc: 'standard deviation at a level (n − 1)',
    label: 'SD',
    format,
    formula: of('sⱼ = √(Σ(yᵢ − ȳⱼ)² / (nⱼ − 1))'),
    ...atLevel('sd'),
  },
  'se(level)': {
    range: within.spread,
    doc: 'standard error of the mean at a level',
    label: 'SE',
    format,
    formula: of('sⱼ / √nⱼ'),
    ...atLevel('se'),
  },
  'low(level)': {
    range: null,
    doc: 'lower end of the 95 % interval of the mean at a level',
    label: 'Low',
    format,
    formula: of('ȳⱼ − t₀.₉₇₅(nⱼ − 1) · sⱼ/√nⱼ', interval),
    ...atLevel('low'),
  },
  'high(level)': {
    range: null,
    doc: 'upper end of the 95 % interval of the mean at a level',
    label: 'High',
    format,
    formula: of('ȳⱼ + t₀.₉₇₅(nⱼ − 1) · sⱼ/√nⱼ', interval),
    ...atLevel('high'),
  },
});

/** Only scores have their ends by level as well. */
export const extremeQuantities = quantities<ScoreNumbers, ScoreJob>()({
  'min(level)': {
    range: 'scale',
    doc: 'lowest score at a level',
    label: 'Min',
    format,
    formula: of('min yᵢ over the cases of the level'),
    ...atLevel('min'),
  },
  'max(level)': {
    range: 'scale',
    doc: 'highest score at a level',
    label: 'Max',
    format,
    formula: of('max yᵢ over the cases of the level'),
    ...atLevel('max'),
  },
});
