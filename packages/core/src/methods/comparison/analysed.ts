// What was analysed differently: indices, comparisons, regressions, hypotheses and rules for data that studies state otherwise than the
// first one, clause by clause. What was asked differently is asked.ts.
import type { Condition } from '../../contract/variables.ts';
import type { Job, Plan } from '../plan.ts';
import { writeCondition } from '../../data/condition.ts';
import type { ComparedStudy } from './study.ts';

export interface AnalysedDifference {
  /** A declaration; null for the data block. */
  readonly name: string | null;
  readonly kind: Job['kind'] | 'hypothesis' | 'data';
  /** A clause as it is written (`weight`, `by`, `where`); null where the study has no such declaration, or the first has none. */
  readonly clause: string | null;
  /** One text a study; null where it has no such declaration. */
  readonly studies: readonly (string | null)[];
}

/** The clause of each field of a job; null: says nothing of how it is computed. */
type Clauses<J> = { readonly [K in keyof Required<J>]: string | null };
type JobOf<K extends Job['kind']> = Extract<Job, { readonly kind: K }>;
const clauses: { readonly [K in Job['kind']]: Clauses<JobOf<K>> } = {
  index: {
    kind: null,
    name: null,
    label: null,
    defaults: null,
    unweighted: 'unweighted',
    items: 'of',
    groups: null,
    missing: 'missing',
    where: 'where',
    correlations: 'correlations',
    score: 'score',
    extract: 'extract',
    keep: 'keep',
    rotate: 'rotate',
    components: 'component',
    compose: 'compose',
    weight: 'weight',
    rescale: 'rescale',
    goalposts: 'goalposts',
  },
  composite: {
    kind: null,
    name: null,
    label: null,
    defaults: null,
    members: 'of',
    groups: null,
    score: 'score',
    needs: 'needs',
    normalize: 'normalize',
    turned: null,
    where: 'where',
    unweighted: 'unweighted',
    weight: 'weight',
    aggregate: 'aggregate',
    rescale: 'rescale',
    goalposts: 'goalposts',
  },
  compare: {
    kind: null,
    name: null,
    label: null,
    defaults: null,
    unweighted: 'unweighted',
    outcomes: 'of',
    categories: null,
    options: null,
    by: 'by',
    factors: 'by',
    adjust: 'adjust',
    with: 'with',
    against: 'against',
    where: 'where',
    missing: 'missing',
    postHoc: 'post_hoc',
  },
  correlate: {
    kind: null,
    name: null,
    label: null,
    defaults: null,
    unweighted: 'unweighted',
    variables: 'of',
    controls: 'control',
    where: 'where',
    method: 'method',
    missing: 'missing',
  },
  measurement: {
    kind: null,
    name: null,
    label: null,
    defaults: null,
    factors: 'of',
    cross: 'free',
    residuals: 'free',
    second: 'factor',
    by: 'by',
    where: 'where',
    estimator: 'estimator',
    missing: 'missing',
    unweighted: 'unweighted',
  },
  deprivation: {
    kind: null,
    name: null,
    label: null,
    defaults: null,
    unweighted: 'unweighted',
    dimensions: 'of',
    by: 'by',
    where: 'where',
    cutoff: 'cutoff',
  },
  mediation: {
    kind: null,
    name: null,
    label: null,
    defaults: null,
    unweighted: 'unweighted',
    outcome: 'explain',
    predictor: 'by',
    mediators: 'through',
    covariates: 'with',
    where: 'where',
    errors: 'errors',
    confidence: null,
  },
  regression: {
    kind: null,
    name: null,
    label: null,
    defaults: null,
    unweighted: 'unweighted',
    show: null,
    outcomes: 'explain',
    terms: 'by',
    where: 'where',
    missing: 'missing',
    copies: 'missing',
    errors: 'errors',
    method: 'method',
    random: 'random',
    center: 'center',
    slopes: 'slopes',
    confidence: 'confidence',
  },
};

/** Every declaration that some studies compute otherwise than the first, in its order of declaration; then the rules for data. */
export function analysedDifferently(studies: readonly ComparedStudy[]): AnalysedDifference[] {
  return [...jobs(studies), ...hypotheses(studies), ...dataRules(studies)];
}

function jobs(studies: readonly ComparedStudy[]): AnalysedDifference[] {
  const all = new Map(studies.flatMap((study) => study.plan.jobs.map((job) => [`${job.kind} ${job.name}`, job] as const)));
  return [...all.values()].flatMap(({ kind, name }): AnalysedDifference[] => {
    const own = studies.map((study) => study.plan.jobs.find((job) => job.kind === kind && job.name === name) ?? null);
    if (own.some((job) => job === null)) return [{ name, kind, clause: null, studies: own.map((job) => (job === null ? null : name)) }];
    return Object.entries(clauses[kind] as Readonly<Record<string, string | null>>).flatMap(([field, clause]) => {
      if (clause === null) return [];
      const texts = own.map((job) => valueText((job as unknown as Readonly<Record<string, unknown>>)[field], field));
      return texts.every((text) => text === texts[0]) ? [] : [{ name, kind, clause, studies: texts }];
    });
  });
}

function hypotheses(studies: readonly ComparedStudy[]): AnalysedDifference[] {
  const names = [...new Set(studies.flatMap((study) => study.plan.hypotheses.map((one) => one.name)))];
  return names.flatMap((name): AnalysedDifference[] => {
    const texts = studies.map(
      (study) =>
        study.plan.hypotheses
          .find((one) => one.name === name)
          ?.claims.map((claim) => claim.text)
          .join('; ') ?? null,
    );
    return texts.every((text) => text === texts[0])
      ? []
      : [{ name, kind: 'hypothesis', clause: texts.includes(null) ? null : 'claims', studies: texts }];
  });
}

/** Only what decides which answers count: files and codes differ by nature, and single variables' codes are told with the variables. */
function dataRules(studies: readonly ComparedStudy[]): AnalysedDifference[] {
  const rules: readonly (readonly [string, (data: NonNullable<Plan['data']>) => string])[] = [['out of range', (data) => data.outOfRange]];
  return rules.flatMap(([clause, text]): AnalysedDifference[] => {
    const texts = studies.map((study) => (study.plan.data === null ? null : text(study.plan.data)));
    return texts.every((one) => one === texts[0]) ? [] : [{ name: null, kind: 'data', clause, studies: texts }];
  });
}

/** A clause's value as it might stand in a spec. */
function valueText(value: unknown, field: string): string {
  if (value === null || value === undefined) return '—';
  if (typeof value !== 'object') return String(value);
  if (field === 'where') return writeCondition(value as Condition);
  if (field === 'terms') return (value as readonly { readonly term: readonly string[] }[]).map((one) => one.term.join(' * ')).join(', ');
  if (field === 'components')
    return (value as readonly { readonly name: string; readonly marker: string }[])
      .map((one) => `${one.name} marked by ${one.marker}`)
      .join(', ');
  if (Array.isArray(value)) return value.map((one) => valueText(one, field)).join(', ');
  const { kind, ...rest } = value as Readonly<Record<string, unknown>>;
  const parts = Object.entries(rest).map(([name, one]) => {
    if (one === true || one === false) return one ? name : `not ${name}`;
    return Array.isArray(one)
      ? `{ ${one.map((entry) => (Array.isArray(entry) ? entry.join(' = ') : String(entry))).join(', ')} }`
      : String(one);
  });
  return [kind, ...parts].filter((one) => one !== undefined).join(' ');
}
