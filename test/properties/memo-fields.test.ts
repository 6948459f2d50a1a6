// A warm memory gives what a cold one gives, whatever changes: every field of everything in a plan is changed, in the order of steps that
// the computing thread takes (reading, joining, coding, executing, auditing). A field that is new in a plan does not compile here until it
// has a change of its own.
import { isDeepStrictEqual } from 'node:util';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { auditKey, auditOf, codeStudy, executeAll, noMemo, type CategoryPlan, type ClaimPlan, type CompareJob, type ComponentPlan, type Condition, type DataPlan, type GroupPlan, type HypothesisPlan, type IndexJob, type IndicatorPlan, type Job, type JoinPlan,
  type LevelPlan, type MappedColumn, type Memo, type NumberPlan, type Plan, type PrintedFigure, type Problem, type PublishedFigure, type PublishedPlan, type RegressionJob, type ReportPlan, type ScalePlan, type StudyResults, type VariablePlan } from '@studyspec/core';
import { compile } from '@studyspec/dsl';
import { studyMemos } from '../../packages/cli/src/lsp/compute-memo.ts';
import type { StampedFile } from '../../packages/cli/src/lsp/compute-protocol.ts';
import { dataReader } from '../../packages/cli/src/lsp/data-reading.ts';

const folder = mkdtempSync(pathOf(tmpdir(), 'studyspec-memo-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

const answer = (i: number, k: number): number | '' => ((i * 7 + k * 5) % 41 === 0 ? '' : Math.max(1, Math.min(5, Math.round(3 + Math.sin(i * 1.7 + 1) + Math.sin(i * 0.31) + 0.8 * Math.sin(i * 1.3 * (k + 2))))));
const head = 'id,other_id,a,b,c,d,e,f,sex,place,site,age,town\n';
const row = (i: number, shift: number): string => [`r${i}`, `r${i % 80}`, ...[0, 1, 2, 3, 4, 5].map((k) => (i === 40 && k === 0 ? 9 : answer(i + shift, k))), 1 + (i % 2), 1 + ((i * 7) % 3), `s${(i * 11) % 9}`, i % 11 === 4 ? '' : 18 + ((i * 13) % 50), `Z${i % 4}`].join(',');
const rows = (shift: number): string => Array.from({ length: 90 }, (_, i) => row(i, shift)).join('\n');
const places = (extra: number): string => `place,area,code\n1,${10 + extra},2\n2,20.5,3\n3,-9,1\n`;
const files: Readonly<Record<string, string | Uint8Array>> = {
  'd.csv': `${head}${rows(0)}\n`, 'other.csv': `${head}${rows(3)}\n`, 'places.csv': places(0), 'places2.csv': places(5),
  // The last column holds a sign that Latin-1 and UTF-8 write differently.
  'latin.csv': Uint8Array.from([...`${head}${rows(0)}\n`].map((character) => (character === 'Z' ? 0xe9 : character.charCodeAt(0)))),
};
for (const [name, content] of Object.entries(files)) writeFileSync(pathOf(folder, name), content);

const spec = `study "S"
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
compare l { of j  by generation  where age > 20 }
regression r { explain i, x, y  by who, e, area  missing mean  show b }
regression t { explain j, q  by place, decade  where sex is male }
regression v { explain a  by b, age  errors cluster site  where town is not "Z1" }
compare m { of j  by sex, place  post_hoc holm }
hypothesis h { i.kmo > 0.5  r.i.b(e) > r.i.b(decade) }
published "Paper" { i.kmo = 0.61  r.i.b(e) = 0.30 **  a.mean = 3.1  b.mean = 3.0 }
`;
const compiled = compile({ entry: 'x.study', texts: new Map([['x.study', spec]]) });
const plain = compiled.plan!;
/** What a map line makes: a column under another name, with texts for its values. */
const town2: MappedColumn = { name: 'town2', from: 'town', missing: null, values: [{ text: 'north', codes: [{ kind: 'text', text: 'Z0' }, { kind: 'text', text: 'Z1' }] }, { text: 'south', codes: [{ kind: 'text', text: 'Z3' }] }] };
/** What the joined file has for no answer. */
const joins = plain.data!.joins.map((one) => ({ ...one, missing: [{ kind: 'number', value: -9 }] as const }));
/** Without mapped columns: what is read of the files stays the same objects, whatever else changes. */
const unmapped: Plan = { ...plain, data: { ...plain.data!, joins }, variables: plain.variables.filter((one) => one.name !== 'town2') };
const original: Plan = { ...plain, data: { ...plain.data!, joins, columns: [town2] } };

interface Computed { readonly results: StudyResults | null; readonly problems: readonly Problem[]; readonly dataProblems: unknown; readonly audited: readonly Problem[] }

/** The steps of the computing thread. */
function computed(plan: Plan, read: ReturnType<typeof dataReader>, memo: Memo): Computed {
  const stamped = [plan.data!.file, ...plan.data!.joins.map((one) => one.file)].map((name): StampedFile => ({ name, path: pathOf(folder, name), stamp: '1' }));
  const data = read(plan, stamped);
  const audited = memo.recall(`audit ${auditKey(plan)}`, () => auditOf(plan).problems);
  if (data.frame === null) return { results: null, problems: data.problems, dataProblems: data.dataProblems, audited };
  const own = codeStudy(plan, data.frame, memo);
  const coded = { ...own, dataProblems: [...data.dataProblems, ...own.dataProblems] };
  return { results: executeAll(plan, coded, data.frame, memo), problems: [...data.problems, ...own.problems], dataProblems: coded.dataProblems, audited };
}
const cold = (plan: Plan): Computed => computed(plan, dataReader(), noMemo);
const warmth = (): ((plan: Plan) => Computed) => {
  const [read, memos] = [dataReader(), studyMemos()];
  return (plan) => { const found = computed(plan, read, memos.of('x', () => false)); memos.done('x'); return found; };
};
const numbersOf = ({ results }: Computed): unknown => results?.quantities;

/** Another value of a field; `numbers` says whether any number of the study follows from it. */
interface Change<T,
K extends keyof T> { readonly to: (old: T) => T[K] | undefined; readonly numbers: boolean; /** What else must change so that the plan stays whole. */ readonly also?: (plan: Plan, old: T) => Plan }
/** Every field has changes, or a reason why it has none. */
type Changes<T> = { readonly [K in keyof Required<T>]: readonly [Change<T, K & keyof T>, ...Change<T, K & keyof T>[]] | { readonly fixed: string } };
type Lens<T> = (plan: Plan, change: (one: T) => T) => Plan;
interface Edit {
  readonly name: string; readonly apply: (plan: Plan) => Plan;
  /** Null: it depends. */ readonly numbers: boolean | null;
  /** Only a study with mapped columns has it. */ readonly mapped: boolean;
}

/** `secondary`: the same changes on another declaration, where some of them may change nothing or make no sense. */
function editsOf<T extends object>(what: string, lens: Lens<T>, changes: Changes<T>, secondary = false): Edit[] {
  type Listed = readonly Change<T, keyof T>[] | { readonly fixed: string };
  return (Object.entries(changes) as [string, Listed][]).flatMap(([field, list]) => ('fixed' in list ? [] : list.map((change, at): Edit => ({
    name: `${what}.${field}${list.length > 1 ? ` ${at + 1}` : ''}`, numbers: secondary ? null : change.numbers,
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
  }))));
}

const label = (text: string) => [{ lang: null, text }] as const;
const relabelled = { to: () => label('Another label'), numbers: false } as const;
const number = (value: number) => ({ kind: 'number', value }) as const;
/** The same plan with another name wherever it stands. */
const renamed = (from: string, to: string) => (plan: Plan): Plan => JSON.parse(JSON.stringify(plan), (_key, value: unknown) => (value === from ? to : value)) as Plan;
const where = (variable: string, value: number) => ({ kind: 'compare', variable, operator: '>', value }) as const;

const variable = <T extends VariablePlan>(name: string): Lens<T> => (plan, change) => ({ ...plan, variables: plan.variables.map((one) => (one.name === name ? change(one as T) : one)) });
const job = <T extends Job>(name: string): Lens<T> => (plan, change) => ({ ...plan, jobs: plan.jobs.map((one) => (one.name === name ? change(one as T) : one)) });
const dataOf: Lens<DataPlan> = (plan, change) => ({ ...plan, data: change(plan.data!) });
const at = <T,
E>(of: Lens<T>, list: (one: T) => readonly E[], put: (one: T, list: readonly E[]) => T, place: number): Lens<E> => (plan, change) => of(plan, (one) => put(one, list(one).map((entry, index) => (index === place ? change(entry) : entry))));
const whole: Lens<Plan> = (plan, change) => change(plan);
const published: Lens<PublishedPlan> = at(whole, (plan) => plan.published, (plan, list) => ({ ...plan, published: list }), 0);
const figure: Lens<PublishedFigure> = at(published, (one) => one.figures, (one, figures) => ({ ...one, figures }), 1);
const hypothesis: Lens<HypothesisPlan> = at(whole, (plan) => plan.hypotheses, (plan, list) => ({ ...plan, hypotheses: list }), 0);

const indexChanges: Changes<IndexJob> = {
  kind: { fixed: 'another kind is another job' }, name: [{ to: () => 'whole', numbers: true, also: (plan, old) => renamed(old.name, 'whole')(plan) }],
  label: [relabelled], groups: [{ to: () => [], numbers: false }], defaults: [{ to: () => [], numbers: false }],
  items: [
    { to: (one) => one.items.filter((item) => item !== 'f'), numbers: true }, { to: (one) => [...one.items].reverse(), numbers: true },
  ],
  missing: [{ to: () => 'listwise', numbers: true }, { to: () => 'pairwise', numbers: true }],
  keep: [
    { to: () => ({ kind: 'fixed', count: 3 }), numbers: true }, { to: () => ({ kind: 'eigenvalue', above: 0.5 }), numbers: true },
    { to: () => ({ kind: 'variance', percent: 80 }), numbers: true }, { to: () => ({ kind: 'parallel' }), numbers: true },
    { to: () => ({ kind: 'eigenvalue', above: 99 }), numbers: true },
  ],
  rotate: [
    { to: () => ({ kind: 'none' }), numbers: true }, { to: () => ({ kind: 'varimax', kaiser: false }), numbers: true },
    { to: () => ({ kind: 'quartimax', kaiser: true }), numbers: true },
  ],
  components: { fixed: 'ComponentPlan, below' }, compose: [{ to: () => ['x'], numbers: true }, { to: () => ['y'], numbers: true }],
  weight: [
    { to: () => ({ kind: 'explained' }), numbers: true }, { to: () => ({ kind: 'equal' }), numbers: true },
    { to: () => ({ kind: 'given', weights: [['x', 1], ['y', 5]] }), numbers: true },
  ],
  rescale: [
    { to: () => ({ kind: 'none' }), numbers: true }, { to: () => ({ kind: 't' }), numbers: true },
    { to: () => ({ kind: 'range', low: 0, high: 10 }), numbers: true },
    { to: () => ({ kind: 'components', low: 0, high: 100 }), numbers: true },
  ],
};

const compareChanges: Changes<CompareJob> = {
  kind: { fixed: 'another kind is another job' }, name: [{ to: (one) => `${one.name}_too`, numbers: true }], label: [relabelled],
  defaults: [{ to: () => [], numbers: false }],
  outcomes: [{ to: () => ['j', 'a'], numbers: true }, { to: () => ['p'], numbers: true }],
  by: [{ to: () => ['sex'], numbers: true }, { to: () => ['generation', 'place'], numbers: true }],
  where: [
    { to: () => null, numbers: true }, { to: () => where('area', 15), numbers: true }, { to: () => where('i', 50), numbers: true },
    { to: () => ({ kind: 'is', variable: 'place', not: true, levels: ['two'], values: null }), numbers: true },
  ],
  missing: [{ to: () => 'listwise', numbers: true, also: (plan, old) => job<CompareJob>(old.name)(plan, (one) => ({ ...one, outcomes: ['a', 'b'] })) }],
  postHoc: [{ to: () => 'games_howell', numbers: true }, { to: () => 'bonferroni', numbers: true }, { to: () => 'holm', numbers: true }],
};

const regressionChanges: Changes<RegressionJob> = {
  kind: { fixed: 'another kind is another job' }, name: [{ to: (one) => `${one.name}_too`, numbers: true }], label: [relabelled],
  defaults: [{ to: () => [], numbers: false }],
  outcomes: [{ to: () => ['j'], numbers: true }, { to: () => ['a', 'j', 'q'], numbers: true }],
  terms: [
    { to: (one) => one.terms.slice(1), numbers: true },
    { to: (one) => [...one.terms, { term: ['place', 'decade'], block: null, step: 0 }], numbers: true },
    { to: (one) => one.terms.map((entry) => ({ ...entry, block: 'who' })), numbers: false },
  ],
  where: [{ to: () => null, numbers: true }, { to: () => where('age', 30), numbers: true }, { to: () => where('i', 40), numbers: true }],
  missing: [{ to: () => 'pairwise', numbers: true }, { to: () => 'mean', numbers: true }],
  confidence: [{ to: () => 0.9, numbers: true }, { to: () => 0.99, numbers: true }],
  errors: [{ to: () => ({ kind: 'cluster', column: 'site' }), numbers: true }, { to: () => ({ kind: 'cluster', column: 'place' }), numbers: true }, { to: () => ({ kind: 'hc0' }), numbers: true }, { to: () => ({ kind: 'hc1' }), numbers: true }, { to: () => ({ kind: 'hc2' }), numbers: true },
    { to: () => ({ kind: 'hc3' }), numbers: true }, { to: () => ({ kind: 'hc4' }), numbers: true }],
  show: [{ to: () => ['b', 'se', 'intervals'], numbers: false }],
};

const edits: readonly Edit[] = [
  ...editsOf<Plan>('Plan', whole, {
    revision: { fixed: 'there is one' },
    title: [relabelled], source: [{ to: () => null, numbers: false }, { to: () => ({ text: 'Somebody else', doi: null }), numbers: false }],
    data: { fixed: 'DataPlan, below; null is a framework, which is not executed' },
    variables: [
      { to: (plan) => [...plan.variables].reverse(), numbers: false },
      {
        to: (plan) => plan.variables.filter((one) => one.name !== 'generation'),
        also: (plan) => ({ ...plan, jobs: plan.jobs.filter((one) => one.name !== 'l') }), numbers: true,
      },
    ],
    groups: [{ to: (plan) => plan.groups.filter((one) => one.name !== 'who'), numbers: false }],
    jobs: [{ to: (plan) => plan.jobs.filter((one) => one.name !== 'v'), numbers: true }],
    hypotheses: [{ to: () => [], numbers: false }], published: [{ to: () => [], numbers: false }],
    report: { fixed: 'ReportPlan, below' }, guesses: [{ to: () => ['a'], numbers: false }], accepted: [{ to: () => [{ code: 'SS613', reason: [{ lang: null, text: 'known' }], at: 'accept/SS613' }], numbers: false }], seed: [{ to: (plan) => plan.seed + 1, numbers: true }],
  }),
  ...editsOf<DataPlan>('DataPlan', dataOf, {
    file: [{ to: () => 'other.csv', numbers: true }, { to: () => 'none.csv', numbers: true }],
    from: [{ to: () => 'elsewhere/x.study', numbers: false }],
    encoding: [
      { to: () => 'gb18030', numbers: false },
      { to: () => 'windows-1252', numbers: true, also: (plan) => ({ ...plan, data: { ...plan.data!, file: 'latin.csv' } }) },
    ],
    id: [{ to: () => 'other_id', numbers: false }, { to: () => undefined, numbers: false }],
    cluster: [{ to: () => 'place', numbers: false }, { to: () => undefined, numbers: false }],
    missing: [
      { to: () => [{ kind: 'blank' }], numbers: true }, { to: (data) => [...data.missing, { kind: 'text', text: 'Z0' }], numbers: true },
      { to: (data) => [...data.missing, number(25)], numbers: true },
    ],
    outOfRange: [{ to: () => 'dropped', numbers: true }],
    joins: [{ to: () => [], numbers: true }, { to: (data) => data.joins.map((one) => ({ ...one, file: 'places2.csv' })), numbers: true }],
    columns: [{ to: () => undefined, numbers: true }],
    header: [{ to: () => ({ names: 1, last: 3 }), numbers: true }],
    decimal: [{ to: () => ',', numbers: true, also: (plan) => ({ ...plan, data: { ...plan.data!, file: 'commas.csv' } }) }],
  }),
  ...editsOf<JoinPlan>('JoinPlan', at(dataOf, (data) => data.joins, (data, joins) => ({ ...data, joins }), 0), {
    file: [{ to: () => 'places2.csv', numbers: true }],
    on: [{ to: () => 'sex', numbers: true, also: (plan) => ({ ...plan, data: { ...plan.data!, joins: plan.data!.joins.map((one) => ({ ...one, key: 'place' })) } }) }],
    key: [{ to: () => 'code', numbers: true }],
    missing: [{ to: () => undefined, numbers: true }, { to: () => [{ kind: 'number', value: 20.5 }], numbers: true }],
    encoding: [{ to: () => 'gb18030', numbers: false }],
    header: [{ to: () => ({ names: 1, last: 2 }), numbers: true }],
    // The joined file holds whole numbers: read either way they are the same.
    decimal: [{ to: () => ',', numbers: false }],
  }),
  ...editsOf<MappedColumn>('MappedColumn', at(dataOf, (data) => data.columns ?? [], (data, columns) => ({ ...data, columns }), 0), {
    name: [{ to: () => 'town3', numbers: true }], from: [{ to: () => 'site', numbers: true }],
    missing: [{ to: () => [{ kind: 'text', text: 'Z3' }], numbers: true }],
    values: [{ to: () => null, numbers: true }, { to: (column) => column.values!.slice(0, 1), numbers: true }],
    broken: [{ to: () => true, numbers: true }],
  }),
  ...editsOf<IndicatorPlan>('IndicatorPlan', variable('a'), {
    kind: { fixed: 'another kind is another variable' }, name: [{ to: () => 'renamed', numbers: true, also: renamed('a', 'renamed') }],
    label: [relabelled], column: [{ to: () => 'f', numbers: true }],
    scale: [{ to: () => null, numbers: true }],
    askedOn: [{ to: () => ({ low: 0, high: 10 }), numbers: true }, { to: () => ({ low: 1, high: 9 }), numbers: true }],
    reversed: [{ to: (one) => !one.reversed, numbers: true }],
    missing: [{ to: () => [number(5)], numbers: true }], dropped: [{ to: () => ({ codes: [number(2)], from: 'the data block' }), numbers: false }],
  }),
  ...editsOf<ScalePlan>('ScalePlan', (plan, change) => variable<IndicatorPlan>('c')(plan, (one) => ({ ...one, scale: change(one.scale!) })), {
    name: [{ to: () => 'another', numbers: false }], low: [{ to: () => 0, numbers: true }], high: [{ to: () => 6, numbers: true }],
    lowLabel: [relabelled], highLabel: [relabelled],
    points: [{ to: () => [{ value: 3, label: label('so so') }], numbers: false }],
  }),
  ...editsOf<NumberPlan>('NumberPlan', variable('age'), {
    kind: { fixed: 'another kind is another variable' }, name: [{ to: () => 'years', numbers: true, also: renamed('age', 'years') }],
    label: [relabelled], column: [{ to: () => 'a', numbers: true }],
    formula: [{ to: () => ({ kind: 'variable', name: 'area' }), numbers: true, also: (plan) => variable<NumberPlan>('age')(plan, (one) => ({ ...one, column: null })) }],
    missing: [{ to: () => [number(31)], numbers: true }], dropped: [{ to: () => ({ codes: [number(2)], from: 'the data block' }), numbers: false }],
  }),
  ...editsOf<NumberPlan>('NumberPlan by formula', variable('decade'), {
    kind: { fixed: 'another kind is another variable' }, name: { fixed: 'as age' }, label: [relabelled], column: { fixed: 'as age' },
    formula: [{ to: (one) => ({ kind: 'call', name: 'log', arguments: [one.formula!] }), numbers: true }],
    missing: [{ to: () => [number(3.1)], numbers: true }], dropped: [{ to: () => ({ codes: [number(2)], from: 'the data block' }), numbers: false }],
  }),
  ...editsOf<CategoryPlan>('CategoryPlan', variable('sex'), {
    kind: { fixed: 'another kind is another variable' }, name: [{ to: () => 'gender', numbers: true, also: renamed('sex', 'gender') }],
    label: [relabelled], column: [{ to: () => 'place', numbers: true }],
    variable: [{ to: () => 'age', numbers: true, also: (plan) => variable<CategoryPlan>('sex')(plan, (one) => ({ ...one, column: null, levels: one.levels.map((level, index) => ({ ...level, codes: [{ kind: 'range', low: { value: index * 40, open: false }, high: { value: index * 40 + 39, open: false } }] })) })) }],
    missing: [{ to: () => [number(1)], numbers: true }],
    dropped: [{ to: () => ({ codes: [number(2)], from: 'the data block' }), numbers: false }],
    levels: [
      { to: (one) => one.levels.slice(0, 1), numbers: true },
      {
        to: (one) => one.levels.map((level) => (level.name === 'male' ? { ...level, codes: [number(1), number(2)] } : level)),
        numbers: true,
      },
    ],
    reference: [{ to: () => 'female', numbers: true }],
  }),
  ...editsOf<LevelPlan>('LevelPlan', at(variable<CategoryPlan>('place'), (one) => one.levels, (one, levels) => ({ ...one, levels }), 1), {
    name: [{ to: () => 'middle', numbers: true, also: renamed('two', 'middle') }], label: [relabelled],
    codes: [{ to: () => [number(7)], numbers: true }],
  }),
  ...editsOf<GroupPlan>('GroupPlan', (plan, change) => ({ ...plan, groups: plan.groups.map((one) => (one.name === 'q' ? change(one) : one)) }), {
    kind: [{ to: () => 'block', numbers: true }], name: [{ to: () => 'second', numbers: true, also: renamed('q', 'second') }],
    label: [relabelled],
    members: [{ to: (one) => one.members.slice(1), numbers: true }, { to: (one) => [...one.members, 'b'], numbers: true }],
  }),
  ...editsOf<IndexJob>('IndexJob i', job('i'), indexChanges),
  ...editsOf<IndexJob>('IndexJob u', job('u'), indexChanges, true),
  ...editsOf<ComponentPlan>('ComponentPlan', at(job<IndexJob>('i'), (one) => one.components, (one, components) => ({ ...one, components }), 1), {
    name: [{ to: () => 'second', numbers: true, also: renamed('y', 'second') }], label: [relabelled],
    marker: [{ to: () => 'f', numbers: false }, { to: () => 'e', numbers: false }, { to: () => 'a', numbers: true }],
  }),
  ...editsOf<CompareJob>('CompareJob l', job('l'), compareChanges),
  ...editsOf<CompareJob>('CompareJob m', job('m'), compareChanges, true),
  ...editsOf<RegressionJob>('RegressionJob t', job('t'), regressionChanges),
  ...editsOf<RegressionJob>('RegressionJob v', job('v'), regressionChanges, true),
  ...editsOf<PublishedPlan>('PublishedPlan', published, { label: [relabelled], stars: [{ to: () => [0.5, 0.3, 0.2], numbers: false }], starsStated: [{ to: (one) => !one.starsStated, numbers: false }], figures: [{ to: (one) => one.figures.slice(1), numbers: false }] }),
  ...editsOf<PublishedFigure>('PublishedFigure', figure, {
    table: [{ to: () => 'Table 9', numbers: false }], row: [{ to: () => 'x', numbers: false }], column: [{ to: () => 'y', numbers: false }],
    address: [{ to: () => ({ path: ['i', 'alpha'], args: null }), numbers: false }],
    operator: [{ to: () => '<', numbers: false }], printed: { fixed: 'PrintedFigure, below' },
    at: [{ to: () => 'published/elsewhere', numbers: false }],
  }),
  ...editsOf<PrintedFigure>('PrintedFigure', (plan, change) => figure(plan, (one) => ({ ...one, printed: change(one.printed) })), {
    value: [{ to: () => 0.9, numbers: false }], text: [{ to: () => '.30', numbers: false }], decimals: [{ to: () => 0, numbers: false }],
    percent: [{ to: () => true, numbers: false }],
    stars: [{ to: () => '***', numbers: false }, { to: () => 'ns', numbers: false }, { to: () => null, numbers: false }],
  }),
  ...editsOf<HypothesisPlan>('HypothesisPlan', hypothesis, { name: [{ to: () => 'other', numbers: false }], label: [relabelled], claims: [{ to: (one) => one.claims.slice(1), numbers: false }] }),
  ...editsOf<ClaimPlan>('ClaimPlan', at(hypothesis, (one) => one.claims, (one, claims) => ({ ...one, claims }), 0), {
    left: [{ to: () => ({ path: ['i', 'alpha'], args: null }), numbers: false }], operator: [{ to: () => '<', numbers: false }],
    right: [{ to: () => ({ kind: 'number', value: 0.99 }), numbers: false }], text: [{ to: () => 'in other words', numbers: false }],
    at: [{ to: () => 'h/9', numbers: false }],
  }),
  ...editsOf<ReportPlan>('ReportPlan', (plan, change) => ({ ...plan, report: change(plan.report) }), {
    language: [{ to: () => 'zh', numbers: false }], decimals: [{ to: () => 2, numbers: false }],
    tables: [{ to: () => 'none', numbers: false }], figures: [{ to: () => 'none', numbers: false }],
    stars: [{ to: () => [0.05, 0.01, 0.001], numbers: false }],
  }),
];

/** Each edit that can be made of a plan, with what comes of it from cold. */
const made = (base: Plan): readonly { readonly edit: Edit; readonly plan: Plan; readonly wanted: Computed }[] => edits.flatMap((edit) => {
  const plan = edit.apply(base);
  return (edit.mapped && base !== original) || isDeepStrictEqual(plan, base) || !isWhole(plan) ? [] : [{ edit, plan, wanted: cold(plan) }];
});

describe.each([['without mapped columns', unmapped], ['with a mapped column', original]])('a warm memory, %s', (_name, base) => {
  const first = cold(base);
  const all = made(base);

  it('starts from a study that computes everything, and everything can be changed', () => {
    expect(compiled.problems.filter((problem) => problem.severity === 'error').map((problem) => problem.message)).toEqual([]);
    expect(first.results!.regressions.flatMap((one) => one.outcomes.flatMap((outcome) => outcome.reason ?? []))).toEqual([]);
    expect(first.results!.comparisons.flatMap((one) => one.cells.flatMap((cell) => cell.reason ?? []))).toEqual([]);
    expect(first.results!.indices.map((one) => one.kept)).toEqual([2, 1, 2]);
    const without = edits.filter((edit) => edit.numbers !== null && !all.some((one) => one.edit === edit)).map((edit) => edit.name);
    expect(without).toEqual(base === original ? [] : edits.filter((edit) => edit.mapped).map((edit) => edit.name));
  });

  it.each(all.map((one) => [one.edit.name, one] as const))('%s changes there and back as it does from cold', (_field, { edit, plan, wanted }) => {
    const warm = warmth();
    warm(base);
    if (edit.numbers !== null) expect(isDeepStrictEqual(numbersOf(wanted), numbersOf(first))).toBe(!edit.numbers);
    expect(isDeepStrictEqual(warm(plan), wanted)).toBe(true);
    expect(isDeepStrictEqual(warm(base), first)).toBe(true);
  });

  it('gives what a cold one gives from one change to the next', () => {
    const warm = warmth();
    expect(all.filter(({ plan, wanted }) => !isDeepStrictEqual(warm(plan), wanted)).map((one) => one.edit.name)).toEqual([]);
  });

  it('gives what a cold one gives after any changes', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...edits), { minLength: 2, maxLength: 6 }), (chain) => {
      const warm = warmth();
      let plan = base;
      for (const { apply } of chain) {
        const next = apply(plan);
        // A change may no longer make sense behind another one: a marker that is no item of the index any more.
        if (!isWhole(next)) continue;
        plan = next;
        expect(isDeepStrictEqual(warm(plan), cold(plan)), chain.map((one) => one.name).join(', ')).toBe(true);
      }
    }), { seed: 20240914, numRuns: 15 });
  });
});

const spoken = (condition: Condition): readonly string[] => ('parts' in condition ? condition.parts.flatMap(spoken) : [condition.variable]);

/** Every name that a job speaks of is there. */
function isWhole(plan: Plan): boolean {
  const indices = plan.jobs.filter((one) => one.kind === 'index');
  const names = new Set(['town', ...[...plan.variables, ...plan.groups, ...indices, ...indices.flatMap((one) => one.components)].map((one) => one.name)]);
  const known = (list: readonly string[]): boolean => list.every((name) => names.has(name));
  return plan.groups.every((one) => known(one.members)) && plan.jobs.every((one) => {
    switch (one.kind) {
      case 'index': return known(one.items) && one.components.every(({ marker }) => one.items.includes(marker)) && one.compose.every((name) => one.components.some((component) => component.name === name))
        && (one.weight.kind !== 'given' || one.compose.every((name) => (one.weight as { readonly weights: readonly (readonly [string, number])[] }).weights.some(([component]) => component === name)));
      case 'compare': return known(one.outcomes) && known(one.by) && (one.where === null || spoken(one.where).every((name) => names.has(name)));
      case 'regression': return known(one.outcomes) && one.terms.every(({ term }) => known(term)) && (one.where === null || spoken(one.where).every((name) => names.has(name)));
    }
  });
}
