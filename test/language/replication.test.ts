// The rules of replication, each with a small pair of studies: what is inherited, what a map line says, what is dropped, what is complained
// of and where. `places` of a complaint are the words it points at.
import { tell } from '@studyspec/core';
import { describe, expect, it } from 'vitest';
import type { Problem } from '@studyspec/core';
import { formatText, standardFrameworks } from '@studyspec/dsl';
import { runProject, type Ran } from '../support/project.ts';

const original = `study "Original"
data "original.csv" { id nr  cluster village  missing blank  out of range kept }
scale agreement 1..5
dimension trust "Trust" on agreement {
  indicator t1 "Most people can be trusted"
  indicator t2 "One has to be careful" reversed
  indicator t3 "People help each other" from c3 missing 9
  indicator t4 "People are fair" on 1..7
}
dimension wealth on agreement { indicator w1  indicator w2 }
category sex "Sex" { male "Male" = 1  female "Female" = 2 }
category age from years { young = ..40  old = 41.. }
category place from village { near = "A"  far = "B" | "C" }
number income
number persons
number per_head = income / persons
category rich from per_head { no = ..<10  yes = 10.. }
block people of sex, age
block means of per_head
index i "Index" { of trust, wealth  keep 2  component x "X" marked by t1  component y marked by w1 }
compare by_place { of i  by place }
regression r { explain i, t1  by people, means, w2 }
regression near like r { where place is near }
hypothesis h { r.i.beta(sex.female) > 0  r.i.beta(per_head) > 0 }
published "P" { i.alpha = 0.5 }
`;

const head = 'nr,village,t1,t2,c3,t4,w1,w2,sex,years,income,persons,q1,q2,q3,q4,q5,q6,q7,q8,q9,site';
const rows = Array.from({ length: 40 }, (_, i) => {
  const answer = (k: number, top = 5): number => 1 + ((i * k + Math.floor(i / (k + 2))) % top);
  return [
    i + 1,
    'ABC'[i % 3],
    answer(3),
    answer(5),
    answer(7),
    answer(4, 7),
    answer(2),
    answer(11),
    1 + (i % 2),
    20 + i,
    10 + ((i * 7) % 30),
    1 + (i % 4),
    answer(3),
    answer(5),
    answer(7),
    answer(9, 7),
    answer(2),
    answer(11),
    1 + ((i * 3) % 2),
    20 + i,
    'ABC'[i % 3],
    1 + (i % 3),
  ].join(',');
});
const csv = `${head}\n${rows.join('\n')}\n`;
const villages = 'village,green\nA,10\nB,20\nC,30\n';
const files = { 'original.study': original, 'original.csv': csv, 'data.csv': csv, 'villages.csv': villages };
const start = 'study "Copy" replicates "original.study"\ndata "data.csv" { id nr }\n';

const copy = (text: string, more: Readonly<Record<string, string>> = {}): Ran =>
  runProject({ ...files, ...more, 'copy.study': start + text }, 'copy.study', 'check');
const variable = (ran: Ran, name: string) => ran.compiled.plan!.variables.find((one) => one.name === name);
const job = (ran: Ran, name: string) => ran.compiled.plan!.jobs.find((one) => one.name === name);
/** Code and the words under the place, of every problem in the study's own file. */
const told = (ran: Ran, text: string): string[] =>
  ran.problems
    .filter((problem) => problem.place?.file === 'copy.study')
    .map((problem) => `${problem.code} ${wordsAt(problem, start + text)}`);
const wordsAt = (problem: Problem, text: string): string => text.slice(problem.place!.span.start, problem.place!.span.end);
const errors = (ran: Ran): string[] =>
  ran.problems.filter((problem) => problem.severity === 'error').map((problem) => tell(problem, 'en').message);

describe('what is inherited', () => {
  it('is everything but `data` and `published`', () => {
    const ran = copy('');
    expect(errors(ran)).toEqual([]);
    const plan = ran.compiled.plan!;
    expect(plan.jobs.map((one) => one.name)).toEqual(['i', 'by_place', 'r', 'near']);
    expect(plan.hypotheses.map((one) => one.name)).toEqual(['h']);
    expect(plan.published).toEqual([]);
    expect(plan.data).toMatchObject({ file: 'data.csv', outOfRange: 'dropped', missing: [] });
    expect(plan.data!.cluster).toBeUndefined();
  });

  it('is refined clause by clause: what is not named stays', () => {
    const ran = copy(
      'indicator t3 "Helpful"\nindex i { rotate none }\ncategory sex { reference female }\nregression r { missing mean }\nblock ' +
        'people of sex\n',
    );
    expect(variable(ran, 't3')).toMatchObject({
      column: 'c3',
      label: [{ lang: null, text: 'Helpful' }],
      missing: [{ kind: 'number', value: 9 }],
    });
    expect(job(ran, 'i')).toMatchObject({
      rotate: { kind: 'none' },
      keep: { kind: 'fixed', count: 2 },
      items: ['t1', 't2', 't3', 't4', 'w1', 'w2'],
    });
    expect(variable(ran, 'sex')).toMatchObject({ reference: 'female', levels: [{ name: 'male' }, { name: 'female' }] });
    expect(job(ran, 'r')).toMatchObject({ missing: 'mean', outcomes: ['i', 't1'] });
    expect(job(ran, 'near')).toMatchObject({ missing: 'mean' });
    expect(ran.compiled.plan!.groups.find((one) => one.name === 'people')!.members).toEqual(['sex']);
  });

  it('goes through chains of any length; each file sees what the one before it made', () => {
    const ran = runProject(
      {
        ...files,
        'b.study': `${start}map { t1 from q1 reversed }\nregression r { missing mean }\nwithout near\n`,
        'c.study': 'study "C" replicates "b.study"\ndata "data.csv" { id nr }\nregression r { show b }\nindicator t1 from q2\n',
        'd.study': 'study "D" replicates "c.study"\ndata "data.csv" { id nr }\nmap { t1 from q3 }\n',
      },
      'd.study',
      'check',
    );
    expect(errors(ran)).toEqual([]);
    expect(job(ran, 'r')).toMatchObject({ missing: 'mean', show: ['b'] });
    expect(job(ran, 'near')).toBeUndefined();
    expect(variable(ran, 't1')).toMatchObject({ column: 'q3', reversed: false });
    const third = runProject(
      {
        ...files,
        'b.study': `${start}map { t1 from q1 reversed }\n`,
        'c.study': 'study "C" replicates "b.study"\ndata "data.csv" { id nr }\nindicator t1 from q2\n',
      },
      'c.study',
      'check',
    );
    expect(variable(third, 't1')).toMatchObject({ column: 'q2', reversed: true });
  });

  it('can come from a framework, which has no data and cannot have any', () => {
    const framework = original.replace('study "Original"', 'framework "Original"').replace(/^data.*\n/mu, '');
    const checked = runProject({ 'f.study': framework }, 'f.study', 'check');
    expect(checked.problems).toEqual([]);
    expect(checked.compiled.plan!.data).toBeNull();
    expect(errors(copy('', { 'original.study': framework }))).toEqual([]);
    expect(
      runProject({ ...files, 'f.study': `framework "F"\ndata "data.csv"\nindicator q1 on 1..5\n` }, 'f.study', 'check').problems.map(
        (problem) => problem.code,
      ),
    ).toEqual(['SS250']);
  });

  it('does not hold what `without` drops; what still needs it is complained of there', () => {
    expect(errors(copy('without near, by_place\n'))).toEqual([]);
    const text = 'without people\n';
    const ran = copy(text);
    expect(told(ran, text)).toEqual(['SS248 people']);
    expect(ran.problems.find((problem) => problem.code === 'SS248')!.related?.[0]?.place.file).toBe('original.study');
  });
});

describe('a map line', () => {
  it('states all facts of asking: what it omits is not inherited', () => {
    const ran = copy('map {\n  t2 from q2\n  t3 from t3\n  t4 from q4\n  sex from q7 { male = 2, female = 1 }\n}\n');
    // Asked on 1..7 and read on 1..5: a quarter of the answers is lost.
    expect(errors(ran)).toEqual(['"data.csv" has no column "t3".', expect.stringContaining('t4: 7 is outside 1..5')]);
    expect(variable(ran, 't2')).toMatchObject({ column: 'q2', reversed: false });
    expect(variable(ran, 't3')).toMatchObject({ column: 't3', missing: null });
    expect(variable(ran, 't4')).toMatchObject({ column: 'q4', askedOn: null });
    expect(variable(ran, 'sex')).toMatchObject({
      column: 'q7',
      label: [{ lang: null, text: 'Sex' }],
      levels: [
        { name: 'male', label: [{ lang: null, text: 'Male' }], codes: [{ kind: 'number', value: 2 }] },
        { name: 'female', codes: [{ kind: 'number', value: 1 }] },
      ],
    });
  });

  it('reads the column of its own name when it has no `from`', () => {
    const ran = copy('map {\n  sex { male = 2, female = 1 }\n  w1 reversed\n  w2 missing 5\n}\n');
    expect(errors(ran)).toEqual([]);
    expect(variable(ran, 'sex')).toMatchObject({ column: 'sex', levels: [{ codes: [{ value: 2 }] }, { codes: [{ value: 1 }] }] });
    expect([variable(ran, 'w1'), variable(ran, 'w2')]).toMatchObject([
      { column: 'w1', reversed: true },
      { column: 'w2', missing: [{ value: 5 }] },
    ]);
  });

  it('keeps the indicator’s scale: `on` says only on which it was asked here', () => {
    const ran = copy('map { t1 from q4 on 1..7 reversed }\n');
    expect(variable(ran, 't1')).toMatchObject({ scale: { low: 1, high: 5 }, askedOn: { low: 1, high: 7 }, reversed: true });
    const raw = rows.map((row) => Number(row.split(',')[15]));
    expect([...ran.coded!.numbers.get('t1')!].map((value) => value.toFixed(12))).toEqual(
      raw.map((x) => (6 - (1 + ((x - 1) * 4) / 6)).toFixed(12)),
    );
  });

  it('may bin a number, take several codes for a level, and have missing codes of its own', () => {
    const ran = copy(
      'map {\n  age from q8 missing 59 | blank { young = ..39, old = 40.. }\n  place from q9 { near = "A" | "B", far = "C" }\n}\n',
    );
    expect(errors(ran)).toEqual([]);
    const ages = ran.coded!.categories.get('age')!;
    expect([ages[19], ages[20], ages[39]]).toEqual([0, 1, -1]);
  });

  it('reads as a column what the original computed', () => {
    const ran = copy('map { per_head from q3 }\n');
    expect(variable(ran, 'per_head')).toMatchObject({ column: 'q3', formula: null });
  });

  it('may be about a column that something names: the column is renamed or recoded', () => {
    const text = 'map {\n  village from site { "A" = 1, "B" = 2 | 3 }\n  place from village { near = "A", far = "B" }\n}\n';
    const ran = copy(text);
    expect(errors(ran)).toEqual([]);
    expect(ran.compiled.plan!.data!.columns).toMatchObject([{ name: 'village', from: 'site', values: [{ text: 'A' }, { text: 'B' }] }]);
    expect([...ran.coded!.categories.get('place')!].slice(0, 3)).toEqual([0, 1, 1]);
  });

  it.each<[rule: string, lines: string, expected: readonly string[]]>([
    ['a name that the original does not ask', 'tt1 from q1', ['SS240 tt1']],
    ['a declaration that is not asked', 'trust from q1', ['SS204 trust']],
    ['a column that the data do not have', 't1 from q11', ['SS320 q11']],
    ['a level that the category does not have', 'sex from q7 { male = 1, femal = 2 }', ['SS205 femal']],
    ['a level that no code reaches', 'sex from q7 { male = 1 | 2 }', ['SS243 sex']],
    ['a code for two levels', 'sex from q7 { male = 1 | 2, female = 2 }', ['SS214 2']],
    ['a column read twice', 't1 from q1\n  t2 from q1', ['SS244 q1']],
    ['a category without levels', 'sex from q7', ['SS213 sex']],
    ['a direction for a category', 'sex from q7 reversed { male = 1, female = 2 }', ['SS242 reversed']],
    ['levels for an indicator', 't1 from q1 { low = 1 }', ['SS242 low']],
    ['ranges of numbers on texts', 'age from q9 { young = ..40, old = 41.. }', ['SS334 q9']],
    ['an absent marker', 't1 absent', ['SS245 absent']],
    ['a dimension of which nothing is left', 'w1 absent\n  w2 absent', ['SS246 absent']],
    ['a code that no level lists', 'place from q9 { near = "A", far = "B" }', ['SS323 place']],
    ['two lines for one name', 't1 from q1\n  t1 from q2', ['SS202 t1']],
  ])('complains of %s, at the smallest place', (_, lines, expected) => {
    const text = `map {\n  ${lines}\n}\n`;
    const codes = new Set(expected.map((one) => one.split(' ')[0]));
    const found = told(copy(text), text);
    expect(found.filter((one) => codes.has(one.split(' ')[0]))).toEqual(expected);
    expect(found.filter((one) => !codes.has(one.split(' ')[0]) && !one.startsWith('SS247'))).toEqual([]);
  });

  it('offers the nearest name', () => {
    const [misspelt] = copy('map { incom from q1 }\n').problems;
    expect(tell(misspelt!, 'en').help).toContain('"income"');
    expect(misspelt).toMatchObject({ fixes: [{ act: { do: 'write word', text: 'income' }, edits: [{ text: 'income' }] }] });
    expect(tell(copy('map { t1 from vilage }\n').problems[0]!, 'en').help).toContain('"village"');
  });

  it('may not stand beside the same fact in a declaration of the same file', () => {
    const text = 'indicator t1 from q2\nmap { t1 from q1 }\n';
    expect(told(copy(text), text)).toEqual(['SS208 t1']);
  });
});

describe('what was not asked', () => {
  const lost = (ran: Ran): string[] =>
    ran.problems.filter((problem) => problem.code === 'SS247').map((problem) => tell(problem, 'en').message);

  it('is dropped from all that use it, and that is said', () => {
    const ran = copy('map { t3 absent }\n');
    expect(errors(ran)).toEqual([]);
    expect(lost(ran)).toEqual(['t3 was not asked here; it is dropped from dimension trust and index i.']);
    expect(job(ran, 'i')).toMatchObject({ items: ['t1', 't2', 't4', 'w1', 'w2'] });
    expect(variable(ran, 't3')).toBeUndefined();
  });

  it('takes along what is computed from it, blocks of nothing else, and claims about it', () => {
    const ran = copy('map { income absent }\n');
    expect(errors(ran)).toEqual([]);
    expect(lost(ran)[0]).toMatch(/number per_head \(left out\), category rich \(left out\), block means \(left out\)/u);
    expect(lost(ran)[0]).toContain('regression r');
    expect(lost(ran)[0]).toContain('hypothesis h');
    expect(job(ran, 'r')).toMatchObject({ terms: [{ term: ['sex'] }, { term: ['age'] }, { term: ['w2'] }] });
    expect(ran.compiled.plan!.hypotheses[0]!.claims.map((claim) => claim.text)).toEqual(['r.i.beta(sex.female) > 0']);
  });

  it('leaves out a comparison without groups and a model whose cases cannot be chosen', () => {
    const ran = copy('map { place absent }\n');
    expect(errors(ran)).toEqual([]);
    expect(job(ran, 'by_place')).toBeUndefined();
    expect(job(ran, 'near')).toBeUndefined();
    expect(job(ran, 'r')).toBeDefined();
  });

  it('leaves out an outcome, and a model without outcomes or predictors', () => {
    const one = copy('index i { component x marked by t2 }\nmap { t1 absent }\n');
    expect(errors(one)).toEqual([]);
    expect(job(one, 'r')).toMatchObject({ outcomes: ['i'] });
    const none = copy('regression r { explain t3  by income }\nhypothesis h { r.t3.r2 > 0 }\nmap { t3 absent }\n');
    expect(errors(none)).toEqual([]);
    expect(job(none, 'r')).toBeUndefined();
    expect(none.compiled.plan!.hypotheses).toEqual([]);
    const bare = copy('regression r { explain i  by w2 }\nhypothesis h { r.i.r2 > 0 }\nmap { w2 absent }\n');
    expect(job(bare, 'r')).toBeUndefined();
  });

  it('drops a product but keeps the main effect that was asked', () => {
    const ran = copy('regression r { by sex * w2, age }\nmap { w2 absent }\n');
    expect(job(ran, 'r')).toMatchObject({ terms: [{ term: ['sex'] }, { term: ['age'] }] });
  });

  it('can be asked again further down a chain', () => {
    const ran = runProject(
      {
        ...files,
        'b.study': `${start}map { t3 absent }\n`,
        'c.study': 'study "C" replicates "b.study"\ndata "data.csv" { id nr }\nmap { t3 from q3 }\n',
      },
      'c.study',
      'check',
    );
    expect(variable(ran, 't3')).toMatchObject({ column: 'q3' });
  });
});

describe('a joined file', () => {
  const joined = (data: string, other = villages, map = ''): Ran =>
    runProject(
      { ...files, 'villages.csv': other, 'copy.study': `study "Copy" replicates "original.study"\n${data}\nnumber green\n${map}` },
      'copy.study',
      'check',
    );
  const data = 'data "data.csv" { id nr  join "villages.csv" on village }';

  it('gives every row the columns of the one row with its key', () => {
    const ran = joined(data);
    expect(errors(ran)).toEqual([]);
    expect([...ran.coded!.numbers.get('green')!].slice(0, 4)).toEqual([10, 20, 30, 10]);
  });

  it('may be joined by a mapped column', () => {
    const ran = joined(
      data,
      'village,green\none,1\nother,2\n',
      'map { village from site { "one" = 1, "other" = 2..3 }\nplace from village { near = "one", far = "other" } }\n',
    );
    expect(errors(ran)).toEqual([]);
    expect([...ran.coded!.numbers.get('green')!].slice(0, 4)).toEqual([1, 2, 2, 1]);
  });

  it.each<[string, string, string, readonly string[]]>([
    ['a key that it does not list, with row and value', data, 'village,green\nA,10\nB,20\n', ['SS331']],
    ['a key that it lists twice', data, 'village,green\nA,10\nB,20\nB,30\nC,1\n', ['SS332', 'SS320']],
    ['a key column that it lacks', data, 'vilage,green\nA,10\n', ['SS330', 'SS320']],
    ['a key column that the answers lack', data.replace('on village', 'on town'), villages, ['SS330', 'SS330', 'SS320']],
    ['a column that both have', data, 'village,green,t1\nA,10,1\nB,20,1\nC,30,1\n', ['SS333']],
  ])('is complained of for %s', (_, block, other, codes) => {
    const ran = joined(block, other);
    expect(
      ran.problems
        .filter((problem) => problem.place?.file === 'copy.study')
        .map((problem) => problem.code)
        .sort(),
    ).toEqual([...codes].sort());
  });

  it('lists unmatched keys among the data problems', () => {
    expect(joined(data, 'village,green\nA,10\nB,20\n').coded!.dataProblems.filter((one) => one.kind === 'unmatched-key')[0]).toMatchObject({
      row: 3,
      id: '3',
      value: 'C',
      column: 'village',
    });
  });
});

describe('the language’s own frameworks', () => {
  it.each([...standardFrameworks])('%s is a framework without problems, formatted', (name, text) => {
    expect(formatText(text)).toBe(text);
    const ran = runProject({ 'mine.study': `framework "Mine" replicates "${name}"\n` }, 'mine.study', 'check');
    expect(ran.problems).toEqual([]);
    expect(ran.compiled.plan!.jobs.length).toBeGreaterThan(2);
  });

  it('are named with the nearest when there is none of that name', () => {
    const ran = runProject({ 'mine.study': 'framework "Mine" replicates "std:social-integratio"\n' }, 'mine.study', 'check');
    expect(ran.problems.map((problem) => [problem.code, tell(problem, 'en').help.slice(0, 43)])).toEqual([
      ['SS249', 'Did you mean "std:social-integration"? Buil'],
    ]);
  });
});

describe('one mistake', () => {
  it('in the map line of a column is not told again by what reads the column', () => {
    const text = 'map {\n  village from site { "A" = 1, "B" = 1 | 2 }\n  place from village { near = "A", far = "B" }\n}\n';
    expect(told(copy(text), text)).toEqual(['SS214 1']);
    const broken = 'map {\n  village from site { "A" 1, "B" = 2 | 3 }\n  place from village { near = "A", far = "B" }\n}\n';
    expect(told(copy(broken), broken).length).toBe(1);
    const level = 'map { sex from q7 { male 2, female = 1 } }\n';
    expect(told(copy(level), level).length).toBe(1);
  });

  it('in the name of the original is not told again by everything that it would have declared', () => {
    const text =
      'study "Copy" replicates "orginal.study"\ndata "data.csv" { id nr }\nmap { t1 from q1 }\nregression r { missing mean ' +
      '}\nwithout near\n';
    const ran = runProject({ ...files, 'copy.study': text }, 'copy.study', 'check');
    expect(ran.problems.map((problem) => `${problem.code} ${wordsAt(problem, text)}`)).toEqual(['SS221 "orginal.study"']);
  });
});
