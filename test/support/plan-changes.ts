// A study that uses every field of a plan, and how one field of it is changed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { afterAll } from 'vitest';
import {
  auditKey,
  auditOf,
  codeAnswers,
  noMemo,
  type CompareJob,
  type CorrelateJob,
  type DataPlan,
  type HypothesisPlan,
  type IndexJob,
  type Job,
  type MappedColumn,
  type Memo,
  type Plan,
  type Problem,
  type PublishedFigure,
  type PublishedPlan,
  type RegressionJob,
  type StudyResults,
  type VariablePlan,
} from '@studyspec/core';
import { compile } from '@studyspec/dsl';
import { studyMemos } from '../../packages/cli/src/lsp/compute-memo.ts';
import type { StampedFile } from '../../packages/cli/src/lsp/compute-protocol.ts';
import { dataReader } from '../../packages/cli/src/lsp/data-reading.ts';
import { diskSource } from '../../packages/cli/src/lsp/node/disk-source.ts';
import { executeAll } from './execute-all.ts';

export const folder = mkdtempSync(pathOf(tmpdir(), 'studyspec-memo-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

export const answer = (i: number, k: number): number | '' =>
  (i * 7 + k * 5) % 41 === 0
    ? ''
    : Math.max(1, Math.min(5, Math.round(3 + Math.sin(i * 1.7 + 1) + Math.sin(i * 0.31) + 0.8 * Math.sin(i * 1.3 * (k + 2)))));
export const head = 'id,other_id,a,b,c,d,e,f,sex,place,site,age,town\n';
export const row = (i: number, shift: number): string =>
  [
    `r${i}`,
    `r${i % 80}`,
    ...[0, 1, 2, 3, 4, 5].map((k) => (i === 40 && k === 0 ? 9 : answer(i + shift, k))),
    1 + (i % 2),
    1 + ((i * 7) % 3),
    `s${(i * 11) % 9}`,
    i % 11 === 4 ? '' : 18 + ((i * 13) % 50),
    `Z${i % 4}`,
  ].join(',');
export const rows = (shift: number): string => Array.from({ length: 90 }, (_, i) => row(i, shift)).join('\n');
export const places = (extra: number): string => `place,area,code\n1,${10 + extra},2\n2,20.5,3\n3,-9,1\n`;
export const files: Readonly<Record<string, string | Uint8Array>> = {
  'd.csv': `${head}${rows(0)}\n`,
  'other.csv': `${head}${rows(3)}\n`,
  'places.csv': places(0),
  'places2.csv': places(5),
  // The last column holds a sign that Latin-1 and UTF-8 write differently.
  'latin.csv': Uint8Array.from([...`${head}${rows(0)}\n`].map((character) => (character === 'Z' ? 0xe9 : character.charCodeAt(0)))),
};
for (const [name, content] of Object.entries(files)) writeFileSync(pathOf(folder, name), content);

export const spec = `study "S"
source "Somebody" doi "10.1000/182"
data "d.csv" { id id  cluster site  missing blank | 4  out of range kept  join "places.csv" on place }
scale s 1..5 "no" .. "yes"
dimension p on s { indicator a  indicator b  indicator c reversed }
block extra of d, e, a
dimension q on s { indicator d  indicator e  indicator f }
category sex { male = 1  female = 2 }
category place { one = 1  two = 2  three = 3 }
category generation from age { young = ..30  middle = 31..50  old = 51.. }
category town2 from town2 { here = "north" | "Z1"  there = "south" | "Z3" | "é1" | "é3" }
number age
number area
number decade = age / 10
block who of sex, decade
index i { of p, q  missing mean  keep 2  component x marked by a  component y marked by d  weight given { x = 3, y = 1 } }
index j { of a, b, d, e  keep 1 }
index u { of p, q  missing listwise  keep 2 }
compare k { of i, x, p  by sex, place }
correlate n { of j, a, b  where age > 20 }
correlate o { of i, x, c  control area  method spearman }
compare l { of j  by generation  where age > 20 }
regression r { explain i, x, y  by who, e, area  missing mean  show b }
regression t { explain j, q  by place, decade  where sex is male }
regression v { explain a  by b, age  errors cluster site  where town is not "Z1" }
compare m { of j  by sex, place  post_hoc holm }
hypothesis h { i.kmo > 0.5  r.i.b(e) > r.i.b(decade) }
published "Paper" { i.kmo = 0.61  r.i.b(e) = 0.30 **  a.mean = 3.1  b.mean = 3.0 }
`;
export const compiled = compile({ entry: 'x.study', texts: new Map([['x.study', spec]]) });
export const plain = compiled.plan!;
/** What a map line makes: a column under another name, with texts for its values. */
export const town2: MappedColumn = {
  name: 'town2',
  from: 'town',
  missing: null,
  values: [
    {
      text: 'north',
      codes: [
        { kind: 'text', text: 'Z0' },
        { kind: 'text', text: 'Z1' },
      ],
    },
    { text: 'south', codes: [{ kind: 'text', text: 'Z3' }] },
  ],
};
/** What the joined file has for no answer. */
export const joins = plain.data!.joins.map((one) => ({ ...one, missing: [{ kind: 'number', value: -9 }] as const }));
/** Without mapped columns: what is read of the files stays the same objects, whatever else changes. */
export const unmapped: Plan = {
  ...plain,
  data: { ...plain.data!, joins },
  variables: plain.variables.filter((one) => one.name !== 'town2'),
};
export const original: Plan = { ...plain, data: { ...plain.data!, joins, columns: [town2] } };

export interface Computed {
  readonly results: StudyResults | null;
  readonly problems: readonly Problem[];
  readonly dataProblems: unknown;
  readonly audited: readonly Problem[];
}

/** The steps of the computing thread. */
export function computed(plan: Plan, read: ReturnType<typeof dataReader>, memo: Memo): Computed {
  const stamped = [plan.data!.file, ...[...plan.data!.joins, ...(plan.data!.appends ?? [])].map((one) => one.file)].map(
    (name): StampedFile => ({ name, path: pathOf(folder, name), stamp: '1' }),
  );
  const data = read(plan, stamped);
  const audited = memo.recall(`audit ${auditKey(plan)}`, () => auditOf(plan).problems);
  if (data.frame === null) return { results: null, problems: data.problems, dataProblems: data.dataProblems, audited };
  const { frame } = data;
  const coded = codeAnswers(plan, { ...data, frame }, memo);
  return {
    results: executeAll(plan, coded, frame, memo),
    problems: [...data.problems, ...coded.problems],
    dataProblems: coded.dataProblems,
    audited,
  };
}
export const cold = (plan: Plan): Computed => computed(plan, dataReader(diskSource), noMemo);
export const warmth = (): ((plan: Plan) => Computed) => {
  const [read, memos] = [dataReader(diskSource), studyMemos()];
  return (plan) => {
    const found = computed(
      plan,
      read,
      memos.of('x', () => false),
    );
    memos.done('x');
    return found;
  };
};
export const numbersOf = ({ results }: Computed): unknown => results?.quantities;

/** Another value of a field; `numbers` says whether any number of the study follows from it. */
export interface Change<T, K extends keyof T> {
  readonly to: (old: T) => T[K] | undefined;
  readonly numbers: boolean /** What else must change so that the plan stays whole. */;
  readonly also?: (plan: Plan, old: T) => Plan;
}
/** Every field has changes, or a reason why it has none. */
export type Changes<T> = {
  readonly [K in keyof Required<T>]: readonly [Change<T, K & keyof T>, ...Change<T, K & keyof T>[]] | { readonly fixed: string };
};
export type Lens<T> = (plan: Plan, change: (one: T) => T) => Plan;
export interface Edit {
  readonly name: string;
  readonly apply: (plan: Plan) => Plan;
  /** Null: it depends. */ readonly numbers: boolean | null;
  /** Only a study with mapped columns has it. */ readonly mapped: boolean;
}

/** `secondary`: the same changes on another declaration, where some of them may change nothing or make no sense. */
export function editsOf<T extends object>(what: string, lens: Lens<T>, changes: Changes<T>, secondary = false): Edit[] {
  type Listed = readonly Change<T, keyof T>[] | { readonly fixed: string };
  return (Object.entries(changes) as [string, Listed][]).flatMap(([field, list]) =>
    'fixed' in list
      ? []
      : list.map(
          (change, at): Edit => ({
            name: `${what}.${field}${list.length > 1 ? ` ${at + 1}` : ''}`,
            numbers: secondary ? null : change.numbers,
            mapped: /^MappedColumn|^DataPlan\.columns/u.test(`${what}.${field}`),
            apply: (plan) => {
              let old: T | null = null;
              const changed = lens(plan, (one) => {
                old = one;
                const value = change.to(one);
                const { [field as keyof T]: _old, ...rest } = one;
                return (value === undefined ? rest : { ...one, [field]: value }) as T;
              });
              return change.also === undefined || old === null ? changed : change.also(changed, old);
            },
          }),
        ),
  );
}

export const label = (text: string) => [{ lang: null, text }] as const;
export const relabelled = { to: () => label('Another label'), numbers: false } as const;
export const number = (value: number) => ({ kind: 'number', value }) as const;
/** The same plan with another name wherever it stands. */
export const renamed =
  (from: string, to: string) =>
  (plan: Plan): Plan =>
    JSON.parse(JSON.stringify(plan), (_key, value: unknown) => (value === from ? to : value)) as Plan;
export const where = (variable: string, value: number) => ({ kind: 'compare', variable, operator: '>', value }) as const;

export const variable =
  <T extends VariablePlan>(name: string): Lens<T> =>
  (plan, change) => ({ ...plan, variables: plan.variables.map((one) => (one.name === name ? change(one as T) : one)) });
export const job =
  <T extends Job>(name: string): Lens<T> =>
  (plan, change) => ({ ...plan, jobs: plan.jobs.map((one) => (one.name === name ? change(one as T) : one)) });
export const dataOf: Lens<DataPlan> = (plan, change) => ({ ...plan, data: change(plan.data!) });
export const at =
  <T, E>(of: Lens<T>, list: (one: T) => readonly E[], put: (one: T, list: readonly E[]) => T, place: number): Lens<E> =>
  (plan, change) =>
    of(plan, (one) =>
      put(
        one,
        list(one).map((entry, index) => (index === place ? change(entry) : entry)),
      ),
    );
export const whole: Lens<Plan> = (plan, change) => change(plan);
export const published: Lens<PublishedPlan> = at(
  whole,
  (plan) => plan.published,
  (plan, list) => ({ ...plan, published: list }),
  0,
);
export const figure: Lens<PublishedFigure> = at(
  published,
  (one) => one.figures,
  (one, figures) => ({ ...one, figures }),
  1,
);
export const hypothesis: Lens<HypothesisPlan> = at(
  whole,
  (plan) => plan.hypotheses,
  (plan, list) => ({ ...plan, hypotheses: list }),
  0,
);

/** Only in a study with a design do weights matter. */
const unweighted = {
  to: () => true as const,
  numbers: true,
  also: (plan: Plan): Plan => ({ ...plan, data: { ...plan.data!, design: { weight: 'trips' } } }),
} as const;

export const indexChanges: Changes<IndexJob> = {
  kind: { fixed: 'another kind is another job' },
  unweighted: [unweighted],
  name: [{ to: () => 'whole', numbers: true, also: (plan, old) => renamed(old.name, 'whole')(plan) }],
  label: [relabelled],
  groups: [{ to: () => [], numbers: false }],
  defaults: [{ to: () => [], numbers: false }],
  items: [
    { to: (one) => one.items.filter((item) => item !== 'f'), numbers: true },
    { to: (one) => [...one.items].reverse(), numbers: true },
  ],
  missing: [
    { to: () => 'listwise', numbers: true },
    { to: () => 'pairwise', numbers: true },
  ],
  keep: [
    { to: () => ({ kind: 'fixed', count: 3 }), numbers: true },
    { to: () => ({ kind: 'eigenvalue', above: 0.5 }), numbers: true },
    { to: () => ({ kind: 'variance', percent: 80 }), numbers: true },
    { to: () => ({ kind: 'parallel' }), numbers: true },
    { to: () => ({ kind: 'eigenvalue', above: 99 }), numbers: true },
  ],
  where: [
    { to: () => where('area', 15), numbers: true },
    { to: () => where('area', 1e9), numbers: true },
  ],
  score: [
    {
      to: () => 'bartlett',
      numbers: true,
      also: (plan, old) => job<IndexJob>(old.name)(plan, (one) => ({ ...one, extract: { kind: 'ml' } })),
    },
  ],
  correlations: [
    { to: () => ({ kind: 'spearman' }), numbers: true },
    { to: () => ({ kind: 'polychoric' }), numbers: true },
  ],
  extract: [
    { to: () => ({ kind: 'axis' }), numbers: true },
    { to: () => ({ kind: 'minres' }), numbers: true },
    { to: () => ({ kind: 'ml' }), numbers: true },
  ],
  rotate: [
    { to: () => ({ kind: 'none' }), numbers: true },
    { to: () => ({ kind: 'oblimin', kaiser: true }), numbers: true },
    { to: () => ({ kind: 'promaxTo', kappa: 3, kaiser: true }), numbers: true },
    { to: () => ({ kind: 'varimax', kaiser: false }), numbers: true },
    { to: () => ({ kind: 'quartimax', kaiser: true }), numbers: true },
  ],
  components: { fixed: 'ComponentPlan, below' },
  compose: [
    { to: () => ['x'], numbers: true },
    { to: () => ['y'], numbers: true },
  ],
  weight: [
    { to: () => ({ kind: 'explained' }), numbers: true },
    { to: () => ({ kind: 'equal' }), numbers: true },
    {
      to: () => ({
        kind: 'given',
        weights: [
          ['x', 1],
          ['y', 5],
        ],
      }),
      numbers: true,
    },
  ],
  rescale: [
    { to: () => ({ kind: 'none' }), numbers: true },
    { to: () => ({ kind: 't' }), numbers: true },
    { to: () => ({ kind: 'range', low: 0, high: 10 }), numbers: true },
    { to: () => ({ kind: 'components', low: 0, high: 100 }), numbers: true },
  ],
  goalposts: [
    { to: () => ({ kind: 'scale' }), numbers: true },
    { to: () => ({ kind: 'range', low: -4, high: 4 }), numbers: true },
  ],
};

export const correlateChanges: Changes<CorrelateJob> = {
  kind: { fixed: 'another kind is another job' },
  name: [{ to: (one) => `${one.name}_too`, numbers: true }],
  label: [relabelled],
  defaults: [{ to: () => [], numbers: false }],
  unweighted: [unweighted],
  variables: [
    { to: () => ['a', 'j'], numbers: true },
    { to: () => ['p', 'd', 'e'], numbers: true },
  ],
  controls: [{ to: () => ['f'], numbers: true }],
  where: [
    { to: () => where('area', 15), numbers: true },
    { to: () => where('age', 25), numbers: true },
  ],
  method: [
    { to: () => 'kendall', numbers: true },
    { to: (one) => (one.method === 'pearson' ? 'spearman' : 'pearson'), numbers: true },
  ],
  missing: [
    { to: () => 'pairwise', numbers: true, also: (plan, old) => job<CorrelateJob>(old.name)(plan, (one) => ({ ...one, controls: [] })) },
  ],
};

/** Another field of the same comparison, without which the change would say nothing. */
const comparing =
  (fields: Partial<CompareJob>) =>
  (plan: Plan, old: CompareJob): Plan =>
    job<CompareJob>(old.name)(plan, (one) => ({ ...one, ...fields }));

export const compareChanges: Changes<CompareJob> = {
  kind: { fixed: 'another kind is another job' },
  unweighted: [unweighted],
  name: [{ to: (one) => `${one.name}_too`, numbers: true }],
  label: [relabelled],
  defaults: [{ to: () => [], numbers: false }],
  outcomes: [
    { to: () => ['j', 'a'], numbers: true },
    { to: () => ['p'], numbers: true },
  ],
  categories: [{ to: () => ['generation'], numbers: true, also: comparing({ outcomes: ['generation'], by: ['sex'] }) }],
  factors: [{ to: () => ['sex', 'place'], numbers: true, also: comparing({ outcomes: ['j'], by: [] }) }],
  adjust: [{ to: () => ['age'], numbers: true, also: comparing({ outcomes: ['j'], by: ['sex'] }) }],
  with: [{ to: () => ['a'], numbers: true, also: comparing({ outcomes: ['j'], by: [] }) }],
  against: [{ to: () => 3, numbers: true, also: comparing({ outcomes: ['j'], by: [] }) }],
  options: [{ to: () => ['decade'], numbers: true, also: comparing({ outcomes: ['decade'], by: ['sex'] }) }],
  by: [
    { to: () => ['sex'], numbers: true },
    { to: () => ['generation', 'place'], numbers: true },
  ],
  where: [
    { to: () => null, numbers: true },
    { to: () => where('area', 15), numbers: true },
    { to: () => where('i', 50), numbers: true },
    { to: () => ({ kind: 'is', variable: 'place', not: true, levels: ['two'], values: null }), numbers: true },
  ],
  missing: [
    {
      to: () => 'listwise',
      numbers: true,
      also: (plan, old) => job<CompareJob>(old.name)(plan, (one) => ({ ...one, outcomes: ['a', 'b'] })),
    },
  ],
  postHoc: [
    { to: () => 'games_howell', numbers: true },
    { to: () => 'bonferroni', numbers: true },
    { to: () => 'holm', numbers: true },
  ],
};

export const regressionChanges: Changes<RegressionJob> = {
  kind: { fixed: 'another kind is another job' },
  unweighted: [unweighted],
  name: [{ to: (one) => `${one.name}_too`, numbers: true }],
  label: [relabelled],
  defaults: [{ to: () => [], numbers: false }],
  outcomes: [
    { to: () => ['j'], numbers: true },
    { to: () => ['a', 'j', 'q'], numbers: true },
  ],
  terms: [
    { to: (one) => one.terms.slice(1), numbers: true },
    { to: (one) => [...one.terms, { term: ['place', 'decade'], block: null, step: 0 }], numbers: true },
    { to: (one) => one.terms.map((entry) => ({ ...entry, block: 'who' })), numbers: false },
  ],
  where: [
    { to: () => null, numbers: true },
    { to: () => where('age', 30), numbers: true },
    { to: () => where('i', 40), numbers: true },
  ],
  missing: [
    { to: () => 'pairwise', numbers: true },
    { to: () => 'mean', numbers: true },
    { to: () => 'multiple', numbers: true },
  ],
  // Does something where gaps are filled in.
  copies: [{ to: () => 5, numbers: false }],
  confidence: [
    { to: () => 0.9, numbers: true },
    { to: () => 0.99, numbers: true },
  ],
  errors: [
    { to: () => ({ kind: 'cluster', column: 'site' }), numbers: true },
    { to: () => ({ kind: 'cluster', column: 'place' }), numbers: true },
    { to: () => ({ kind: 'hc0' }), numbers: true },
    { to: () => ({ kind: 'hc1' }), numbers: true },
    { to: () => ({ kind: 'hc2' }), numbers: true },
    { to: () => ({ kind: 'hc3' }), numbers: true },
    { to: () => ({ kind: 'hc4' }), numbers: true },
  ],
  show: [{ to: () => ['b', 'se', 'intervals'], numbers: false }],
  method: [
    { to: () => ({ kind: 'tobit', low: 20, high: 80 }), numbers: true },
    { to: () => ({ kind: 'mixed', site: 'site', ml: false }), numbers: true },
    { to: () => ({ kind: 'mixed', site: 'site', ml: true }), numbers: true },
  ],
  // Random slopes do something in a mixed model, which a plan has by `method`.
  random: [{ to: () => ['age'], numbers: false }],
  center: [{ to: () => [], numbers: false }],
  slopes: { fixed: 'they are of a product of the model, which these have not: test/numbers/linear-by-address.test.ts' },
};
