// How respondents were drawn, in the language: what a weight changes and what it leaves, what has no weighted form, what stands in place of
// numbers where a design can tell nothing. The numbers themselves are held against R in test/numbers/survey-by-address.test.ts.
import { describe, expect, it } from 'vitest';
import { reportOf, renderText, tell, type Problem } from '@studyspec/core';
import { runProject, type Ran } from '../support/project.ts';

interface Row {
  readonly a: number | '';
  readonly b: number;
  readonly c: number;
  readonly sex: number;
  readonly wt: number | '';
  readonly county: string;
  readonly village: string;
  readonly units: number;
}
const base: readonly Row[] = Array.from({ length: 48 }, (_, i) => ({
  a: i % 13 === 5 ? '' : 1 + ((i * 7 + (i % 5)) % 5),
  b: 1 + ((i * 3 + (i % 4)) % 5),
  c: 1 + ((i * 5 + (i % 7)) % 5),
  sex: 1 + ((i * 11) % 3 === 0 ? 1 : 0),
  wt: 1 + ((i * 5) % 4) / 2,
  county: `c${i % 4}`,
  village: `v${i % 12}`,
  units: 30,
}));
const csv = (rows: readonly Row[]): string =>
  `a,b,c,sex,wt,county,village,units\n${rows.map((row) => Object.values(row).join(',')).join('\n')}\n`;
const BODY = `
scale s 1..5
dimension p on s { indicator a  indicator b  indicator c }
category sex { male = 1  female = 2 }
index i { of p  keep 1  rescale none }
compare k { of b  by sex }
regression r { explain b  by c, sex }
`;
const run = (design: string, rows: readonly Row[] = base, more = '', body = BODY, files: Readonly<Record<string, string>> = {}): Ran =>
  runProject({ 'x.study': `study "S"\ndata "d.csv" { ${design} }\n${body}${more}`, 'd.csv': csv(rows), ...files }, 'x.study');
const at = ({ results }: Ran, address: string): number | null | undefined => results!.quantities.get(address)?.value;
const codes = ({ problems }: Ran, severity?: Problem['severity']): readonly string[] => [
  ...new Set(problems.filter((one) => severity === undefined || one.severity === severity).map((one) => one.code)),
];
const printed = (ran: Ran, language: string): string => renderText(reportOf(ran.results!, { language }), { width: 250 });
const numbers = (ran: Ran): ReadonlyMap<string, number | null> =>
  new Map([...ran.results!.quantities.values()].map((one) => [one.address, one.value]));

describe('a weight', () => {
  it('of two is a case twice: the same estimates, other n and errors', () => {
    const twice = base.map((row, i) => ({ ...row, wt: 1 + (i % 2) }));
    const weighted = run('weight wt', twice);
    const repeated = run(
      '',
      twice.flatMap((row) => (row.wt === 2 ? [row, row] : [row])),
    );
    for (const address of [
      'b.mean',
      'a.mean',
      'sex.male.percent',
      'a.percent(3)',
      'i.eigenvalue(1)',
      'r.b.b(c)',
      'r.b.r2',
      'k.b.mean(sex.female)',
    ])
      expect(at(weighted, address), address).toBeCloseTo(at(repeated, address)!, 11);
    expect([at(weighted, 'b.n'), at(repeated, 'b.n')]).toEqual([48, 72]);
    expect(at(weighted, 'b.se')).not.toBeCloseTo(at(repeated, 'b.se')!, 3);
    expect(at(weighted, 'b.n.kish')).toBeCloseTo(72 ** 2 / (24 + 24 * 4), 11);
  });

  it('that is the same for all changes no estimate, and none of its unit matters', () => {
    const even = run(
      'weight wt',
      base.map((row) => ({ ...row, wt: 2.5 })),
    );
    const plain = run('');
    for (const address of ['b.mean', 'b.sd', 'a.median', 'p.alpha', 'i.kmo', 'i.mean', 'r.b.b(sex.female)', 'r.b.beta(c)', 'k.b.eta2'])
      expect(at(even, address), address).toBeCloseTo(at(plain, address)!, 10);
    expect(codes(even)).toContain('SS522');
    const [one, thousand] = [
      run('weight wt'),
      run(
        'weight wt',
        base.map((row) => ({ ...row, wt: Number(row.wt) * 1000 })),
      ),
    ];
    for (const [address, value] of numbers(one))
      if (value !== null && !/deff|weights/u.test(address)) expect(at(thousand, address), address).toBeCloseTo(value, 8);
  });

  it('without one every number is what it was: neither a cluster nor `lonely` changes any', () => {
    const plain = numbers(run(''));
    const clustered = numbers(run('cluster village  lonely adjust'));
    expect([...clustered]).toEqual([...plain]);
    expect([...plain.keys()].filter((address) => /deff|kish|sample\.(?:df|psus)/u.test(address))).toEqual([]);
  });

  it('leaves what says `unweighted` as it is without, and its tables say so in both languages', () => {
    const plain = run('');
    const body = BODY.replace('keep 1', 'keep 1  unweighted')
      .replace('by sex }', 'by sex  unweighted }')
      .replace('c, sex }', 'c, sex  unweighted }');
    const left = run('weight wt', base, '', body);
    for (const [address, value] of numbers(plain)) if (/^(?:i|k|r)\./u.test(address)) expect(at(left, address), address).toBe(value);
    expect(at(left, 'b.mean')).not.toBe(at(plain, 'b.mean'));
    expect(printed(left, 'en')).toContain('Unweighted: every case counts once here.');
    expect(printed(left, 'zh')).toContain('未加权');
  });

  it('is named among the facts of the sample, in both languages', () => {
    const drawn = run('weight wt  stratum county  cluster village');
    const text = printed(drawn, 'en');
    for (const part of ['Design of the sample', 'Primary sampling units', 'Kish n', 'design’s (Taylor']) expect(text).toContain(part);
    expect(printed(drawn, 'zh')).toContain('抽样设计');
  });
});

describe('strata and units', () => {
  it('nest: a village’s id may come again in another county', () => {
    const named = run(
      'weight wt  stratum county  cluster village',
      base.map((row, i) => ({ ...row, village: `${row.county}-${i % 12}` })),
    );
    const again = run(
      'weight wt  stratum county  cluster village',
      base.map((row, i) => ({ ...row, village: `v${Math.floor((i % 12) / 4)}` })),
    );
    expect(at(named, 'sample.psus')).toBe(12);
    expect(at(again, 'sample.psus')).toBe(12);
    expect(at(again, 'b.se')).toBeCloseTo(at(named, 'b.se')!, 12);
  });

  it('stay where nobody of a domain is: t has the degrees of freedom of those that have one', () => {
    const whole = run('weight wt  stratum county  cluster village', base, 'regression w { explain b  by c  where sex is male }\n');
    expect([at(whole, 'r.b.df2'), at(whole, 'sample.df')]).toEqual([8, 8]);
    expect(at(whole, 'w.b.df2')!).toBeLessThanOrEqual(8);
  });

  it('of which everybody was asked leave nothing to chance', () => {
    const asked = run('weight wt  stratum county  cluster village  population 3');
    expect(at(asked, 'b.se')).toBeCloseTo(0, 12);
    expect(codes(asked, 'error')).toEqual([]);
  });

  it('one alone in its stratum is an error with a way out, and no standard errors until it is taken', () => {
    const alone = base.map((row) => (row.village === 'v3' ? { ...row, county: 'c9' } : row));
    const refused = run('weight wt  stratum county  cluster village', alone);
    expect(codes(refused, 'error')).toEqual(['SS525']);
    expect([at(refused, 'b.se'), at(refused, 'r.b.se(c)'), at(refused, 'k.b.p')]).toEqual([null, null, null]);
    expect(refused.results!.quantities.get('b.se')!.reason).toMatch(/single sampling unit|too few/u);
    expect(at(refused, 'b.mean')).toBeCloseTo(at(run('weight wt'), 'b.mean')!, 12);
    for (const rule of ['adjust', 'certainty', 'average']) {
      const taken = run(`weight wt  stratum county  cluster village  lonely ${rule}`, alone);
      expect(codes(taken, 'error'), rule).toEqual([]);
      expect(at(taken, 'b.se'), rule).toBeGreaterThan(0);
    }
  });
});

describe('what a design can tell nothing of is a problem, and no number', () => {
  it.each([
    ['weight wt', base.map((row, i) => (i === 3 ? { ...row, wt: -1 } : row)), 'SS520'],
    ['weight wt', base.map((row, i) => (i < 3 ? { ...row, wt: '' as const } : row)), 'SS521'],
    ['weight wt', base.map((row) => ({ ...row, wt: 0 })), 'SS523'],
    ['weight wt', base.map((row) => ({ ...row, wt: '' as const })), 'SS523'],
    ['weight wt  stratum county  cluster village  population 2', base, 'SS524'],
    ['weight wt  stratum county  population units', base.map((row, i) => ({ ...row, units: 30 + (i % 8 === 0 ? 1 : 0) })), 'SS524'],
    ['weight wt  cluster village', base.map((row) => ({ ...row, village: 'v' })), 'SS526'],
    ['weight wt  stratum village', base.slice(0, 12), 'SS526'],
    ['weight wt', base.slice(0, 1), 'SS526'],
  ] as const)('%s, case %#', (design, rows, code) => {
    const ran = run(design, rows);
    expect(codes(ran)).toContain(code);
    for (const [address, value] of numbers(ran)) expect(value === null || Number.isFinite(value), address).toBe(true);
    if (['SS523', 'SS524', 'SS526'].includes(code))
      for (const address of ['b.se', 'r.b.se(c)', 'k.b.f']) expect(at(ran, address) ?? null, address).toBeNull();
    for (const problem of ran.problems) expect(tell(problem, 'en').help).not.toBe('');
  });

  it.each([2, 3, 4])('%i cases', (count) => {
    const ran = run('weight wt', base.slice(0, count));
    for (const [address, value] of numbers(ran)) expect(value === null || Number.isFinite(value), address).toBe(true);
  });

  it('something without variation', () => {
    const ran = run(
      'weight wt  stratum county  cluster village',
      base.map((row) => ({ ...row, b: 3 })),
    );
    expect([at(ran, 'b.mean'), at(ran, 'b.se'), at(ran, 'b.deff')]).toEqual([3, 0, null]);
    expect([at(ran, 'r.b.b(c)'), at(ran, 'k.b.f')]).toEqual([null, null]);
  });
});

describe('what has no weighted form', () => {
  it.each([
    ['regression q { explain b  by c  errors hc3 }', 'errors hc3'],
    ['regression q { explain b  by c  errors classical }', 'errors classical'],
    ['regression q { explain b  by c  missing pairwise }', 'missing pairwise'],
    ['measurement q { of p }', 'measurement'],
    ['mediation q { explain b  by c  through a }', 'mediation'],
    ['index q { of p  keep 1  correlations spearman }', 'correlations spearman'],
    ['compare q { of b  by sex  post_hoc tukey }', 'post_hoc tukey'],
    ['compare q { of b  by sex  post_hoc games_howell }', 'post_hoc games_howell'],
    ['regression q { explain sex  by c  method logit firth event female }', 'method logit firth'],
    ['regression q { explain sex  by c  method probit event female }', 'method probit'],
  ])('%s is refused, unless it is unweighted', (text, word) => {
    const refused = run('weight wt', base, `${text}\n`);
    expect(codes(refused, 'error')).toEqual(['SS529']);
    expect(tell(refused.problems.find((one) => one.code === 'SS529')!, 'en').message).toContain(word);
    expect(codes(run('weight wt', base, `${text.replace(/ \}$/u, '  unweighted }')}\n`), 'error')).toEqual([]);
  });

  it('errors of a design need one', () => {
    expect(codes(run('cluster village', base, 'regression q { explain b  by c  errors survey }\n'), 'error')).toEqual(['SS530']);
  });
});

describe('margins', () => {
  const margins = (text: string, design = 'weight wt  calibrate sex from "m.csv"'): Ran => run(design, base, '', BODY, { 'm.csv': text });
  it('by lines and by columns are the same', () => {
    const [lines, columns] = [
      margins('category,level,population\nsex,male,600\nsex,female,400\n'),
      margins('sex,population\nmale,600\nfemale,400\n'),
    ];
    expect(at(lines, 'sex.male.percent')).toBeCloseTo(60, 12);
    expect([at(lines, 'sex.male.population'), at(lines, 'sex.population')]).toEqual([600, 1000]);
    expect(at(lines, 'sex.male.sampled')).toBeCloseTo((100 * at(lines, 'sex.male.count')!) / 600, 12);
    expect([...numbers(columns)]).toEqual([...numbers(lines)]);
    // What is fixed does not vary.
    expect(at(lines, 'sex.male.se')).toBeCloseTo(0, 10);
  });

  it('need no weight, and take labels and codes for levels', () => {
    const labelled = BODY.replace('male = 1', 'male "Men" = 1');
    const ran = run('calibrate sex from "m.csv"', base, '', labelled, { 'm.csv': 'sex,n\nMen,600\n2,400\n' });
    expect(codes(ran, 'error')).toEqual([]);
    expect(at(ran, 'sex.female.percent')).toBeCloseTo(40, 12);
  });

  it.each([
    ['', 'SS528'],
    ['category,level,population\nage,young,3\n', 'SS528'],
    ['category,level,population\nsex,male,600\n', 'SS528'],
    ['category,level,population\nsex,male,many\nsex,female,1\n', 'SS528'],
    ['category,level,population\nsex,men,1\nsex,female,1\n', 'SS528'],
    ['category,level,population\nsex,male,600\nsex,female,0\n', 'SS527'],
  ])('%j is a problem', (text, code) => {
    expect(codes(margins(text), 'error')).toEqual([code]);
  });

  it('tell the sampling rate of each site where it is the stratum', () => {
    const body = `${BODY}category place from county { north = "c0"  south = "c1"  east = "c2"  west = "c3" }\n`;
    const ran = run('weight wt  stratum place  population units', base, '', body);
    expect([at(ran, 'place.north.population'), at(ran, 'place.population'), at(ran, 'place.north.sampled')]).toEqual([30, 120, 40]);
    expect(printed(ran, 'en')).toContain('Population');
  });
});

it('a population of sampling units is not told as one of people', () => {
  const body = `${BODY}category place from county { ${[0, 1, 2, 3].map((k) => `p${k} = "c${k}"`).join('  ')} }\n`;
  const asked = (design: string) => at(run(design, base, '', body), 'place.p0.population');
  expect(asked('stratum place  population units')).toBe(30);
  expect(asked('stratum place  cluster village  population units') ?? null).toBeNull();
});
