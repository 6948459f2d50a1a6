// The numbers of a table of correlations: each variable's, and each pair's in either order.
import { within } from '../../contract/ranges.ts';
import { quantities } from '../../contract/declared-quantity.ts';
import { caseQuantities } from '../cases.ts';
import type { CorrelateResult } from '../results.ts';
import type { CorrelateJob } from './job.ts';

export type CorrelateNumbers = CorrelateResult & {
  /** Respondents. */
  readonly rows: number;
  readonly reason: string;
  /** Of each variable: digits of its mean. */
  readonly formats: readonly ('mean' | 'score')[];
};

const sources = {
  pearson: 'Pearson 1896; IBM SPSS Statistics Algorithms, CORRELATIONS',
  spearman: 'Spearman 1904, American Journal of Psychology 15:72–101',
  kendall: 'Kendall 1938, Biometrika 30:81–93; tau-b: Kendall 1945, Biometrika 33:239–251',
} as const;
const controlled = (job: CorrelateJob | null): boolean => (job?.controls.length ?? 0) > 0;
const method = (job: CorrelateJob | null): CorrelateJob['method'] => job?.method ?? 'pearson';

const position = ({ job }: CorrelateNumbers, name: string): number => job.variables.indexOf(name);
const ofVariable = (part: 'n' | 'mean' | 'sd') => ({
  over: ({ job }: CorrelateNumbers): readonly [string][] => job.variables.map((name): [string] => [name]),
  value: (one: CorrelateNumbers, name: string) => one.variables[position(one, name)]?.[part],
  why: ({ reason }: CorrelateNumbers) => (reason === '' ? 'fewer than two cases' : reason),
});
const ofPair = (part: 'n' | 'r' | 'p' | 'holm' | 'low' | 'high') => ({
  over: ({ job }: CorrelateNumbers): readonly [string, string][] =>
    job.variables.flatMap((a) => job.variables.flatMap((b): [string, string][] => (a === b ? [] : [[a, b]]))),
  value: (one: CorrelateNumbers, a: string, b: string) => one.pairs[position(one, a)]?.[position(one, b)]?.[part],
  why: ({ reason, job }: CorrelateNumbers) =>
    reason !== ''
      ? reason
      : job.method === 'kendall' && (part === 'low' || part === 'high')
        ? 'Kendall’s tau has no interval here'
        : 'too few cases, or one of the two does not vary',
});

const cases = caseQuantities<CorrelateNumbers>(({ job, n }) => (job.missing === 'listwise' ? n : null));

export const correlateQuantities = quantities<CorrelateNumbers, CorrelateJob>()({
  'n(variable)': {
    range: within.count,
    doc: 'cases of a variable that take part',
    label: 'N',
    format: 'count',
    formula: (job) => ({
      formula: job?.missing === 'pairwise' ? 'cases that have the variable' : 'cases that have every variable of the table',
      source: sources.pearson,
    }),
    ...ofVariable('n'),
  },
  'mean(variable)': {
    range: 'scale',
    doc: 'mean of a variable over these cases',
    label: 'M',
    format: 'mean',
    formula: 'x̄ = Σxᵢ / n',
    source: sources.pearson,
    ...ofVariable('mean'),
  },
  'sd(variable)': {
    range: 'spread',
    doc: 'standard deviation of a variable over these cases (n − 1)',
    label: 'SD',
    format: 'mean',
    formula: 's = √(Σ(xᵢ − x̄)² / (n − 1))',
    source: sources.pearson,
    ...ofVariable('sd'),
  },
  'r(variable, variable)': {
    range: within.correlation,
    doc: 'correlation of two variables; with `control`, what is left of it',
    label: 'r',
    format: 'coefficient',
    formula: (job) => {
      const plain = {
        pearson: 'Σ(xᵢ − x̄)(yᵢ − ȳ) / √(Σ(xᵢ − x̄)² · Σ(yᵢ − ȳ)²)',
        spearman: 'Pearson’s r of the ranks, ties with their mean rank',
        kendall: '(C − D) / √((n₀ − n₁)(n₀ − n₂)): concordant less discordant pairs, n₀ all, n₁ and n₂ those tied in one',
      }[method(job)];
      return {
        formula: controlled(job) ? `−r^ij / √(r^ii · r^jj) of the inverse of the table with the controls; r: ${plain}` : plain,
        source: sources[method(job)],
      };
    },
    ...ofPair('r'),
  },
  'n(variable, variable)': {
    range: within.count,
    doc: 'cases of a pair',
    label: 'N',
    format: 'count',
    formula: (job) => ({
      formula: job?.missing === 'pairwise' ? 'cases that have both' : 'cases that have every variable of the table',
      source: sources.pearson,
    }),
    ...ofPair('n'),
  },
  'p(variable, variable)': {
    range: within.probability,
    doc: 'its p-value, two-sided',
    label: 'p',
    format: 'p',
    formula: (job) =>
      method(job) === 'kendall'
        ? {
            formula: controlled(job)
              ? '2·P(Z > |τ| / √(2(2m + 5)/(9m(m − 1)))), m = n − number of controls'
              : '2·P(Z > |S| / √var(S)), the variance with ties',
            source: controlled(job)
              ? 'Kim 2015, Communications for Statistical Applications and Methods 22:665–674'
              : 'Kendall 1970, Rank Correlation Methods, equation 5.3',
          }
        : {
            formula: `2·P(T > |r|·√(df/(1 − r²))), df = n − 2${controlled(job) ? ' − number of controls' : ''}`,
            source: 'IBM SPSS Statistics Algorithms, CORRELATIONS',
          },
    ...ofPair('p'),
  },
  'p.holm(variable, variable)': {
    range: within.probability,
    doc: 'its p-value after Holm’s correction over all pairs of the table',
    label: 'p (Holm)',
    format: 'p',
    formula: 'p from the smallest times m, m − 1, …, never less than the one before, m the number of pairs',
    source: 'Holm 1979, Scandinavian Journal of Statistics 6:65–70',
    ...ofPair('holm'),
  },
  'low(variable, variable)': {
    range: null,
    doc: 'lower end of its 95 % interval; none of Kendall’s',
    label: 'Low',
    format: 'coefficient',
    formula: (job) => interval(job, '−'),
    ...ofPair('low'),
  },
  'high(variable, variable)': {
    range: null,
    doc: 'upper end of its 95 % interval; none of Kendall’s',
    label: 'High',
    format: 'coefficient',
    formula: (job) => interval(job, '+'),
    ...ofPair('high'),
  },
  ...cases,
  lost: { ...cases.lost, why: ({ reason }: CorrelateNumbers) => (reason === '' ? 'pairwise: each pair has cases of its own' : reason) },
});

function interval(job: CorrelateJob | null, sign: '−' | '+'): { readonly formula: string; readonly source: string } {
  const ranks = method(job) === 'spearman' && !controlled(job);
  const se = ranks ? '√((1 + r²/2)/(n − 3))' : `1/√(n − 3${controlled(job) ? ' − number of controls' : ''})`;
  return {
    formula: `tanh(artanh r ${sign} 1.96 · ${se})`,
    source: ranks ? 'Bonett & Wright 2000, Psychometrika 65:23–28' : 'Fisher 1921, Metron 1:3–32',
  };
}
