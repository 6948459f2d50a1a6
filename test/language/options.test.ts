// Tests that nobody has to write for a new clause or option: every clause of every declaration says something about garbage, everything
// that may be written behind it changes the plan or is refused, and nothing more may stand there. They walk the vocabulary, so that a
// clause that nothing reads cannot hide.
import { describe, expect, it } from 'vitest';
import { tell, optionNamed, optionsOf, renderText, reportOf, waysOf, type AnyOption } from '@studyspec/core';
import { clauseIn, kinds, mapClauses, options, type ClauseWord, type Kind } from '@studyspec/dsl';
import { besideClause, weightBody } from '../support/index-clauses.ts';
import { runProject } from '../support/project.ts';

const rows = Array.from({ length: 24 }, (_, i) =>
  [
    i + 1,
    1 + (i % 5),
    1 + ((i * 3) % 5),
    1 + ((i * i) % 5),
    1 + ((i * 7 + 2) % 5),
    1 + (i % 2),
    20 + i,
    'xyz'[i % 3],
    1 + (i % 5),
    ['z', 'x;y', 'y'][i % 3],
  ].join(','),
);
/** A study in which one declaration of every kind can be refined by one more clause. */
const before = `study "S"
data "d.csv" { id id }
scale agreement 1..5
scale other 1..5 "low" .. "high"
dimension ties on agreement { indicator a  indicator b  indicator c  indicator d }
indicator plain from e on 1..5 reversed
category sex { male = 1  female = 2 }
category twin from sex { one = 1  two = 2 }
number age
number years from age missing 21
`;
const files = {
  'd.csv': `id,a,b,c,d,sex,age,site,e,multi\n${rows.join('\n')}\n`,
  'sites.csv': 'site,area\nx,1\ny,2\nz,3\n',
  'second.csv': 'id,a,b\n1,2,3\n2,3,4\n',
  'margins.csv': 'category,level,population\nsex,male,40\nsex,female,60\n',
  'table.csv': 'item,mean\na,3\nb,3\n',
  'first.study': `framework "F"\nscale agreement 1..5\nindicator a on agreement\ncategory sex { male = 1  female = 2 }\n`,
};
const factors = `dimension rest on agreement { indicator p from e  indicator q from c  indicator r from d }
dimension more on agreement { indicator s from e  indicator t from c }
`;
type Holder = (clause: string) => string;
const without = (word: string, clause: string, text: string): string => (clause.startsWith(`${word} `) ? '' : text);
const holders: Readonly<Partial<Record<Kind | 'map', Holder>>> = {
  study: (clause) =>
    before
      .replace('study "S"', `study "S" ${clause}`)
      .replace('dimension ties on agreement { indicator a ', 'dimension ties on agreement { indicator a2 from a '),
  framework: (clause) => `framework "S" ${clause}\nindicator z on 1..5\n`,
  source: (clause) => `${before}source "P" ${clause}`,
  data: (clause) => before.replace('{ id id }', `{ ${without('id', clause, 'id id')}  ${clause} }`),
  dimension: (clause) =>
    before.replace(
      'dimension ties on agreement {',
      `dimension bonds { of a, b }\ndimension ties { ${without('on', clause, 'on agreement')} ${clause}\n `,
    ),
  indicator: (clause) => before.replace('indicator a ', `indicator a { ${clause} } `),
  category: (clause) => before.replace('category sex {', `category sex { ${clause}\n `),
  choices: (clause) => {
    const each = clause.startsWith('ticked');
    const options = each ? 'ex from sex  wy from e' : 'ex = "x" | 1..2  wy = "y" | 3  z = "z" | 4..5';
    const rest = each ? '' : `${without('split', clause, 'split ";"')}  ${without('from', clause, 'from multi')}`;
    return `${before}choices k { ${rest}  ${clause}\n ${options} }`;
  },
  number: (clause) =>
    before.replace(
      'number age\n',
      [
        `number age { ${clause === 'reversed ' ? 'within 0..99  ' : ''}${clause.startsWith('needs') ? '' : clause} }`,
        `number total = sum(b, c, d) { ${clause.startsWith('needs') ? clause : ''} }\n`,
      ].join('\n'),
    ),
  block: (clause) => `${before}block k { ${without('of', clause, 'of a, b')} ${clause} }`,
  index: (clause) =>
    `${before}index model { of a, b, c, d  keep 2  component m1 marked by a }\nindex i { ${without('of', clause, 'of ties')}  ` +
    `${besideClause(clause)}  ${clause} }`,
  component: (clause) => `${before}index i { of ties  keep 1  component x { ${clause} } }`,
  correlate: (clause) =>
    `${before}correlate model { of a, d  method kendall }\ncorrelate k { ${without('of', clause, 'of a, b')}  ${clause} }`,
  compare: (clause) =>
    `${before}compare model { of b  by twin  post_hoc holm }\ncompare k { ${without('of', clause, 'of a')}  ` +
    `${without('by', clause, 'by sex')}  ${clause} }`,
  regression: (clause) =>
    // Errors of a design need one.
    `${clause.startsWith('errors survey') ? before.replace('{ id id }', '{ id id  weight age }') : before}` +
    `regression model { explain c  by d  missing mean  ${clause.startsWith('errors survey') ? 'unweighted' : ''} }\n` +
    `regression r { ${without('explain', clause, 'explain a')}  ${without('by', clause, 'by b, age')}  ` +
    `${/^show (?:odds|margins)/u.test(clause) ? 'method logit event 3' : ''}  ${clause} }`,
  robustness: (clause) => {
    const number = clause.startsWith('post_hoc')
      ? 'k.i.f'
      : clause.startsWith('method')
        ? 'r.a.b(age)'
        : /^(?:estimator|missing fiml)/u.test(clause)
          ? 'mm.cfi'
          : 'r.i.b(age)';
    const of = without('of', clause, `of ${clause.startsWith('like') ? 'r.i.b(b)' : number}`);
    const rest = clause.startsWith('of') || clause === '' ? 'errors hc0 | hc1' : '';
    return (
      `${clause.startsWith('errors survey') ? before.replace('{ id id }', '{ id id  weight age }') : before}` +
      `index i { of ties  ${besideClause(clause.startsWith('keep') ? '' : clause)} }\ncompare k { of i  by sex }\n` +
      'regression r { explain i, a  by b, age }\n' +
      `measurement mm { of ties  unweighted }\n` +
      `robustness model of r.i.b(age) { rescale 0..100 | t }\nrobustness q { ${of}  ${rest}  ${clause} }`
    );
  },
  measurement: (clause) =>
    `${before}${factors}measurement model { of ties  estimator mlr }\n` +
    `measurement k { ${without('of', clause, 'of ties, rest')}  ${clause} }`,
  mediation: (clause) =>
    `${before}mediation model { explain c  by d  through b  errors bootstrap 200 }\n` +
    `mediation k { ${without('explain', clause, 'explain a')}  ${without('by', clause, 'by age')}  ` +
    `${without('through', clause, 'through b')}  ${clause} }`,
  deprivation: (clause) =>
    `${before}number poor when a < 3\nnumber young when age < 30\nnumber low when b < 3\n` +
    `deprivation model { of one { poor }  cutoff 1/2 }\n` +
    `deprivation k { ${without('of', clause, 'of one { poor }, two { young, low }')}  ${clause} }`,
  factor: (clause) =>
    `${before}${factors}measurement k { of ties, rest, more  factor top { ${without('of', clause, 'of ties, more, rest')} ${clause} } }`,
  published: (clause) => `${before}published "P" { ${clause}  sample = 24 }`,
  table: (clause) =>
    `${before}published "P" { table "T" ` +
    `row.column { ${without('columns', clause, clause.startsWith('from') ? '' : 'columns mean')} ` +
    `${clause}\n ${clause.startsWith('from') ? '' : 'a 3\n'} } }`,
  report: (clause) => `${before}report { ${clause} }`,
  map: (clause) => `study "S" replicates "first.study"\ndata "d.csv" { id id }\nmap {\n  a ${clause}\n}\n`,
};
const checked = (text: string) => runProject({ ...files, 'x.study': text }, 'x.study', 'check');
const problemsOf = (text: string): readonly string[] =>
  checked(text).problems.map((problem) => `${problem.code} ${tell(problem, 'en').message}`);
const planOf = (text: string): string => JSON.stringify(checked(text).compiled.plan).replace(/"defaults":\[[^\]]*\]/gu, '');

/** What may be written behind the clauses that name things: at least one way each. Those of options come from their declarations. */
const valid: Readonly<Record<string, readonly string[]>> = {
  'study replicates': ['"first.study"'],
  'framework replicates': ['"first.study"'],
  'source doi': ['"10.1057/s41599-024-03650-w"'],
  'data encoding': ['utf-8', 'gb18030', '"utf-16le"'],
  'data sheet': ['"Sheet1"', '"调查数据"'],
  'data table': ['"answers"', '"main.调查数据"'],
  'data id': ['site', '"site"'],
  'data cluster': ['site'],
  'data weight': ['age', '"age"'],
  'data stratum': ['site', 'sex'],
  'data population': ['200', 'age'],
  'data calibrate': ['sex from "margins.csv"'],
  'data missing': ['blank', '9', '8..9', '"x"', 'blank | 9'],
  'data append': ['"second.csv" as wave', '"second.csv"'],
  'data text': ['site', 'site, "age"'],
  'data where': ['age > 25', 'sex is male and age >= 30'],
  'data join': ['"sites.csv" on site'],
  'dimension on': ['other', '1..4'],
  'dimension of': ['plain'],
  'dimension like': ['bonds'],
  'dimension missing': ['9', '8..9', '"x"', 'blank | 9'],
  'indicator from': ['e', '"e"'],
  'indicator on': ['other', '1..4'],
  'indicator reversed': [''],
  'indicator missing': ['9', '8..9', '"x"'],
  'indicator absent': [''],
  'indicator like': ['plain'],
  'category from': ['e', 'b'],
  'category missing': ['9', '"x"'],
  'category reference': ['female'],
  'category absent': [''],
  'category like': ['twin'],
  'choices from': ['b', '"e"'],
  'choices split': ['","', '"┋"'],
  'choices ticked': ['2', '"1"'],
  'choices missing': ['9', '"x"'],
  'number from': ['e'],
  'number missing': ['9', '8..9'],
  'number reversed': [''],
  'number when': ['age > 25', 'sex is male', 'age >= 100/4 and sex is not male'],
  'number within': ['0..30', '25..', '..30'],
  'number per': ['site', 'sex'],
  'number absent': [''],
  'number like': ['years'],
  'block of': ['c', 'b..c'],
  'block missing': ['9', '8..9', '"x"'],
  'component marked by': ['b'],
  'index of': ['a, b', 'a..c'],
  'index where': ['age > 25', 'sex is male'],
  'index like': ['model'],
  'index compose': ['x'],
  'correlate unweighted': [''],
  'correlate of': ['b, c', 'a, ties, age'],
  'correlate control': ['age', 'c, age'],
  'correlate where': ['age > 25', 'sex is male'],
  'correlate like': ['model'],
  'measurement of': ['rest', 'rest, ties'],
  'measurement by': ['twin'],
  'measurement where': ['age > 25', 'sex is male'],
  'measurement free': ['a on rest', 'a with b', 'a with b, p on ties'],
  'measurement like': ['model'],
  'measurement unweighted': [''],
  'mediation explain': ['c'],
  'mediation by': ['c', 'sex'],
  'mediation through': ['c', 'b, c', 'b then c'],
  'mediation with': ['c', 'sex', 'c * d'],
  'mediation where': ['age > 25', 'sex is male'],
  'mediation like': ['model'],
  'mediation unweighted': [''],
  'deprivation of': ['one { poor, young }', 'one { young }, two { poor }'],
  'deprivation by': ['sex'],
  'deprivation where': ['age > 25', 'sex is male'],
  'deprivation like': ['model'],
  'deprivation unweighted': [''],
  'factor of': ['ties, rest, more'],
  'index unweighted': [''],
  'compare unweighted': [''],
  'regression unweighted': [''],
  'compare of': ['b', 'a, b'],
  'compare by': ['twin', 'sex, twin'],
  'compare with': ['b'],
  'compare adjust': ['age'],
  'compare against': ['3'],
  'compare where': ['age > 25', 'sex is male', 'sex is not male and age >= 21'],
  'compare like': ['model'],
  'regression explain': ['c', 'a, c'],
  'regression by': ['c', 'b * age', 'ties'].filter((one) => one !== 'ties'),
  'regression random': ['b'],
  'regression center': ['b'],
  'regression slopes': ['b at age'],
  'regression where': ['age > 25', 'sex is male'],
  'regression like': ['model'],
  'robustness of': ['r.i.b(b)', 'k.i.f'],
  'robustness like': ['model'],
  'table from': ['"table.csv"'],
  'table columns': ['sd'],
  'map from': ['b'],
  'map on': ['1..4'],
  'map reversed': [''],
  'map missing': ['9'],
  'map absent': [''],
  'map guess': [''],
};
/** Where the way that is written says what holds anyway. */
const sameAsLeftOut: readonly string[] = [
  'index compose x', // every named component is composed when the clause is left out
  'index score regression', // it is what scores of components are
];
/** Any code may stand for "no answer": whether one occurs is no matter of the language. */
const anyCode: readonly string[] = [
  // A population has any number of people.
  'data population',
  'data missing',
  'dimension missing',
  'block missing',
  'indicator missing',
  'category missing',
  'choices missing',
  'number missing',
  'map missing',
];

const pairs = [
  ...Object.values(kinds).flatMap(({ kind, clauses }) => clauses.map((word) => [`${kind} ${word}`, kind, word] as const)),
  ...mapClauses.map((word) => [`map ${word}`, 'map', word] as const),
];
const waysFor = (name: string, kind: string, word: string): readonly string[] => {
  const option = optionNamed(kind, word);
  return option === null
    ? (valid[name] ?? [])
    : waysOf(option).map((way) =>
        (way.body ? `${way.text} ${weightBody(way.text, kind)}` : way.text.replace('site', 'sex')).replace(/^4$/u, '2'),
      );
};

describe('nothing is read and ignored', () => {
  it('knows every clause of every declaration', () => {
    expect(pairs.length).toBeGreaterThan(60);
    for (const [name, kind, word] of pairs) {
      expect(holders[kind], name).toBeDefined();
      expect(waysFor(name, kind, word), name).not.toEqual([]);
      expect(clauseIn(kind, word).example.startsWith(word), name).toBe(true);
    }
  });

  it.each(Object.entries(holders))('%s: its holder is a study without problems', (kind, holder) => {
    const clause =
      {
        source: 'doi "10.1000/1"',
        component: 'marked by a',
        study: '',
        framework: '',
        map: 'from a\n  sex from sex { male = 1, female = 2 }',
      }[kind] ?? '';
    expect(problemsOf(holder!(clause))).toEqual([]);
  });

  const garbage = ['zzqx', '"zzqx"', 'zzqx zzqy', '99999'];
  it.each(pairs)('%s: garbage is a problem', (name, kind, word) => {
    const silent = garbage.filter(
      (one) =>
        !(anyCode.includes(name) && (one === '99999' || one === '"zzqx"')) && problemsOf(holders[kind]!(`${word} ${one}`)).length === 0,
    );
    expect(silent).toEqual([]);
  });

  it.each(pairs)('%s: garbage behind what may be written is a problem', (name, kind, word) => {
    for (const way of waysFor(name, kind, word)) {
      for (const one of ['zzqx', '"zzqx"', '99999', ', zzqx', '| zzqx', '{ zzqx = 1 }']) {
        // A number behind a lower limit is the upper one.
        if (word === 'method' && way.endsWith('..') && one === '99999') continue;
        // `… , zzqx` and `… | zzqx` of a list of codes ends in a bare word, which is no code.
        const text = holders[kind]!(`${word} ${way} ${one}`);
        expect(problemsOf(text), `${word} ${way} ${one}`).not.toEqual([]);
      }
    }
  });

  it.each(pairs)('%s: given twice is a problem', (name, kind, word) => {
    const [way] = waysFor(name, kind, word);
    if (word === 'join' || word === 'append') return;
    expect(problemsOf(holders[kind]!(`${word} ${way!}  ${word} ${way!}`))).not.toEqual([]);
  });
});

describe('everything that may be written does something', () => {
  it.each(pairs)('%s', (name, kind, word) => {
    const option = optionNamed(kind, word);
    for (const way of waysFor(name, kind, word)) {
      const clause = `${word} ${way}`;
      const text = holders[kind]!(clause);
      const errors = problemsOf(text).filter((problem) => !/^SS[36]/u.test(problem));
      const isDefault = option !== null && waysOf(option).some((one) => one.isDefault && one.text === way);
      // Beside what it is tried with, where that depends on the clause.
      const plain = kind === 'index' ? holders.index!('').replace(besideClause(''), besideClause(clause)) : holders[kind]!('');
      if (isDefault || sameAsLeftOut.includes(`${name} ${way}`)) expect(planOf(text) === planOf(plain), clause).toBe(true);
      else if (planOf(text) === planOf(plain)) expect(errors, clause).not.toEqual([]);
      if (option !== null) expect(errors, clause).toEqual([]);
    }
  });

  it('and what was said is no longer a default', () => {
    for (const [kind, of] of Object.entries(optionsOf)) {
      if (!['index', 'compare', 'correlate', 'regression', 'mediation'].includes(kind)) continue;
      for (const option of Object.values<AnyOption>(of)) {
        const way = waysFor(`${kind} ${option.word}`, kind, option.word)[0]!;
        // The holder needs it; another score is another index.
        if (option.word === 'keep' || option.word === 'score') continue;
        const beside = { needs: 'score mean', aggregate: 'normalize range' }[option.word] ?? '';
        if (option.word === 'normalize') {
          const { plan } = checked(`${before}index i { of ties  weight by entropy }`).compiled;
          expect(plan!.jobs.at(-1)!.defaults).toContain('normalize range');
          continue;
        }
        const lines = (clause: string): string =>
          JSON.stringify(
            checked(holders[kind as Kind]!(beside === '' ? clause : `${beside}  ${clause}`)).compiled.plan!.jobs.at(-1)!.defaults,
          );
        expect(lines(''), option.word).toContain(`"${option.word} `);
        expect(lines(`${option.word} ${way}`), option.word).not.toContain(`"${option.word} `);
      }
    }
  });
});

describe('the vocabulary', () => {
  it('offers the options that are declared, and no others', () => {
    for (const [kind, of] of Object.entries(optionsOf))
      for (const option of Object.values<AnyOption>(of)) expect(kinds[kind as Kind].clauses).toContain(option.word as ClauseWord);
    for (const [kind, of] of Object.entries(options))
      for (const word of Object.keys(of)) expect(optionNamed(kind, word), `${kind} ${word}`).not.toBeNull();
  });

  it('has the nearest word for a misspelt one', () => {
    for (const [clause, near] of [
      ['errors clasical', 'classical'],
      ['show intervalls', 'intervals'],
      ['missing listwse', 'listwise'],
    ] as const) {
      const [problem] = checked(holders.regression!(clause)).problems;
      expect([problem?.name, problem?.fixes?.[0]?.edits[0]?.text]).toEqual(['unknown-option', near]);
    }
  });

  it('has no words that nothing executes: they are unknown', () => {
    const words: readonly (readonly [Kind, string])[] = [
      ['index', 'extract image'],
      ['compare', 'post_hoc none'],
      ['compare', 'missing mean'],
      ['regression', 'errors bootstrap'],
      ['regression', 'explain a then c'],
      ['data', 'sheet "Sheet 1"'],
    ];
    for (const [kind, clause] of words) {
      const problems = problemsOf(holders[kind]!(clause));
      expect(problems, clause).toHaveLength(1);
      expect(problems[0], clause).not.toMatch(/later|not yet|yet\b|part of the language/u);
    }
  });
});

describe('data that tell nothing', () => {
  type Row = readonly (string | number)[];
  const many = (n: number, of: (i: number) => Row): readonly Row[] => Array.from({ length: n }, (_, i) => of(i));
  const usual = (i: number): Row => rows[i % rows.length]!.split(',').slice(1);
  const changed = (i: number, at: Readonly<Record<number, string | number>>): Row => usual(i).map((cell, k) => at[k] ?? cell);
  /** Columns a, b, c, d, sex, age, site, e, multi. */
  const data: Readonly<Record<string, readonly Row[]>> = {
    nobody: [],
    'one respondent': many(1, usual),
    'two respondents': many(2, usual),
    'no variance': many(24, () => usual(0)),
    'one column the other': many(24, (i) => changed(i, { 1: usual(i)[0]!, 2: usual(i)[0]!, 3: usual(i)[0]!, 5: usual(i)[0]! })),
    'no answers to a': many(24, (i) => changed(i, { 0: '' })),
    'one cluster, one level': many(24, (i) => changed(i, { 4: 1, 6: 'x' })),
    separated: many(24, (i) => changed(i, { 4: i < 12 ? 1 : 2, 5: i, 0: i < 12 ? 1 : 5, 1: i < 12 ? 2 : 4 })),
    'weights of 0 and less': many(24, (i) => changed(i, { 5: i % 4 === 0 ? -1 : i % 4 === 1 ? 0 : 2 })),
  };
  // A grid writes the words of other declarations, each of which is walked by itself.
  const noStatistic = [
    'robustness',
    'study',
    'framework',
    'source',
    'published',
    'table',
    'report',
    'map',
    'indicator',
    'dimension',
    'block',
  ];
  const noRule = (kind: string, word: string): boolean =>
    optionNamed(kind, word) === null &&
    /^(?:like|from|encoding|id|join|absent|missing|where|of|by|explain|when|per|within|reference|split|ticked|compose)$/u.test(word);
  const statistics = pairs.filter(([, kind, word]) => !noStatistic.includes(kind) && !noRule(kind, word));

  it.each(Object.entries(data))('%s: every number of every way is finite, or missing with its reason', (_, cells) => {
    const csv = `id,a,b,c,d,sex,age,site,e,multi\n${cells.map((cell, i) => `${i + 1},${cell.join(',')}\n`).join('')}`;
    const wrong: string[] = [];
    for (const [name, kind, word] of statistics)
      for (const way of waysFor(name, kind, word)) {
        const clause = `${word} ${way}`;
        const ran = runProject({ ...files, 'd.csv': csv, 'x.study': holders[kind]!(clause) }, 'x.study');
        if (ran.results === null) {
          if (!ran.problems.some((problem) => problem.severity === 'error')) wrong.push(`${kind} ${clause}: no results, and no error`);
          continue;
        }
        for (const [address, { value, reason }] of ran.results.quantities)
          if (value === null ? (reason ?? '') === '' : typeof value === 'number' && !Number.isFinite(value))
            wrong.push(`${kind} ${clause}: ${address} is ${value}`);
        const text = renderText(reportOf(ran.results), { width: 100 });
        const strange = /\bNaN\b|\bInfinity\b|\bundefined\b|\[object/u.exec(text);
        if (strange !== null) wrong.push(`${kind} ${clause}: ${text.slice(0, strange.index).split('\n').at(-1)}${strange[0]}`);
      }
    expect(wrong).toEqual([]);
  });
});
