// Joined files: what is said of the survey does not hold in them (case a29), and what is said of a join does.
import { howToRead, tell } from '@studyspec/core';
import { compile, formatText, kinds, type Compiled } from '@studyspec/dsl';
import { describe, expect, it } from 'vitest';
import { wantsName } from '../../packages/dsl/src/syntax/vocabulary.ts';
import { bytes, csvOf, joinBytes, runCase, type Case, type Files } from './support.ts';

const sites = 'site,green\nA,50\nB,99\nC,120\nD,140\n';
const survey = csvOf({ a: [1, 4, 2, 5, 3], x: [0, 7, 1, 8, 2, 9, 3], site: ['A', 'B', 'C', 'D'] });
const study = (data: string, declared = 'number green\nnumber x\nindicator a on 1..5\nregression R { explain x by green }\n'): string =>
  `study "S"\ndata "d.csv" { id id  ${data} }\n${declared}`;
const run = (data: string, files: Files = {}, declared?: string): Case =>
  runCase({ 'd.csv': survey, 'j.csv': sites, ...files, 's.study': study(data, declared) });

describe('missing codes', () => {
  it('of the survey do not touch a joined file', () => {
    const found = runCase({
      'd.csv': csvOf({
        a: [1, 4, 2, 5, 3, 2, 4, 1, 5, 3],
        x: Array.from({ length: 40 }, (_, row) => (row * 7) % 13),
        site: ['A', 'B', 'C', 'D'],
      }),
      'j.csv': sites,
      's.study': study('missing blank | 99\n join "j.csv" on site'),
    });
    expect([found.value('green.n'), found.value('R.x.n'), found.codes]).toEqual([40, 40, []]);
  });

  it('of a join hold there and nowhere else, in numbers, categories, conditions and formulas', () => {
    const data = 'join "j.csv" on site { missing 99 }';
    expect(run(data).value('green.n')).toBe(5);
    expect(run(data, {}, 'number g2 = green * 2\n').value('g2.n')).toBe(5);
    expect(run(data, {}, 'category size from green { small = ..60  large = 61.. }\n').value('size.n')).toBe(5);
    expect(run(data, {}, 'number x\nindicator a on 1..5\nregression R { explain x by a  where green > 0 }\n').value('R.x.n')).toBe(5);
    expect(run(data, { 'd.csv': csvOf({ a: [1, 2], x: [99, 1], site: ['A'] }) }, 'number x\n').value('x.n')).toBe(2);
  });

  it('of a declaration replace those of the join', () => {
    expect(run('join "j.csv" on site { missing 99 }', {}, 'number green missing 50\n').value('green.n')).toBe(5);
    expect(run('join "j.csv" on site { missing 99 }', {}, 'number green missing blank\n').value('green.n')).toBe(7);
  });

  it('and the encoding of one join are not those of another', () => {
    const found = run(
      'encoding utf-8  join "j.csv" on site { missing 99  encoding gb18030 }  join "k.csv" on site',
      {
        'j.csv': joinBytes('site,green,', bytes('B1 EA'), '\nA,50,', bytes('C4 D0'), '\nB,99,', bytes('C5 AE'), '\n'),
        'k.csv': 'site,people\nA,99\nB,5\nC,1\nD,2\n',
      },
      'number green\nnumber people\n',
    );
    expect([found.value('green.n'), found.value('people.n')]).toEqual([2, 7]);
    expect(found.study.frame!.columns.map((column) => column.name)).toContain('标');
  });
});

describe('a key of another name', () => {
  it('is joined by `=`', () => {
    const found = run('join "j.csv" on site = code', { 'j.csv': sites.replace('site', 'code') });
    expect([found.value('green.n'), found.codes]).toEqual([7, []]);
    expect(found.study.frame!.columns.map((column) => column.name)).toEqual(['id', 'a', 'x', 'site', 'green']);
    expect(run('join "j.csv" on site = `the code`', { 'j.csv': sites.replace('site', 'the code') }).value('green.n')).toBe(7);
  });

  it('that the file does not have is told at its word', () => {
    const found = run('join "j.csv" on site = cod', { 'j.csv': sites.replace('site', 'code') });
    expect(found.codes).toEqual(['SS330', 'SS320']);
    expect(found.message('SS330')).toContain('"j.csv" has no column "cod"');
    const { place } = found.problems.find((problem) => problem.code === 'SS330')!;
    expect(study('join "j.csv" on site = cod').slice(place!.span.start, place!.span.end)).toBe('cod');
  });

  it('keeps a column of the answers that has the name of the key there', () => {
    const found = run('join "j.csv" on site = x', { 'j.csv': sites.replace('site', 'x') });
    expect([found.value('green.n'), found.value('x.n')]).toEqual([7, 7]);
  });
});

describe('words', () => {
  const plan = (data: string): NonNullable<Compiled['plan']> =>
    compile({ entry: 's.study', texts: new Map([['s.study', study(data)]]) }).plan!;
  const told = (data: string): string[] =>
    compile({ entry: 's.study', texts: new Map([['s.study', study(data)]]) }).problems.map(
      (problem) => `${problem.code} ${tell(problem, 'en').message}`,
    );

  it('of the data block are columns after `on` and `=`, and clauses of the block elsewhere', () => {
    for (const word of kinds.data.clauses.filter((one) => !one.includes(' '))) {
      expect(plan(`join "j.csv" on ${word} missing 9`), word).toMatchObject({
        data: { joins: [{ on: word }], missing: [{ value: 9 }], id: 'id' },
      });
      expect(plan(`join "j.csv" on site = ${word} missing 9`), word).toMatchObject({
        data: { joins: [{ on: 'site', key: word }], missing: [{ value: 9 }], id: 'id' },
      });
    }
  });

  it('that want a name are marked where an option declares them', () => {
    expect([wantsName('join', 'on'), wantsName('errors', 'cluster'), wantsName('rotate', 'varimax')]).toEqual([true, true, false]);
    for (const word of ['show', 'missing', 'method', 'where', 'by']) {
      const text =
        `study "S"\ndata "d.csv" { id id }\nnumber x\nindicator a on 1..5\nregression R { explain x by a  errors cluster ${word} ` +
        ` missing mean }\n`;
      expect(compile({ entry: 's.study', texts: new Map([['s.study', text]]) }).plan!.jobs[0], word).toMatchObject({
        errors: { kind: 'cluster', column: word },
        missing: 'mean',
      });
    }
  });

  it('of a join are checked: other clauses, garbage, twice the same', () => {
    expect(told('join "j.csv" on site { id x }')).toEqual([expect.stringMatching(/^SS1/u)]);
    expect(told('join "j.csv" on site { missing banana }')).toEqual([expect.stringContaining('banana')]);
    expect(told('join "j.csv" on site { missing 9  missing 8 }')).toEqual([expect.stringMatching(/^SS208/u)]);
    expect(told('join "j.csv" on site { encoding gbk gb18030 }')).toHaveLength(1);
    expect(told('join "j.csv" on site code')).toHaveLength(1);
    expect(told('join "j.csv" on site > code')).toHaveLength(1);
    expect(told('join "j.csv"')).toHaveLength(1);
  });

  it('are formatted and read again alike', () => {
    const text =
      'study "S"\n\ndata "d.csv" {\n  id id\n  encoding windows-1252\n  join "j.csv" on site = code { missing 99 encoding utf-16le }\n}\n';
    const once = formatText(text);
    expect(once).toContain('join "j.csv" on site = code { missing 99  encoding utf-16le }');
    expect(once).toContain('encoding windows-1252');
    expect(formatText(once)).toBe(once);
  });
});

describe('a joined file', () => {
  const two = 'join "k.csv" on site = code  join "j.csv" on site';
  it('that cannot be read is told at its own join', () => {
    const found = run(two);
    expect(found.codes).toEqual(['SS301']);
    const { place } = found.problems[0]!;
    const text = found.study.texts.get(place!.file)!;
    expect(text.slice(place!.span.start, text.indexOf('\n', place!.span.start))).toMatch(/^(?:join )?"k\.csv"/u);
  });

  it('is read by the columns that the join and the maps need, beside those that are declared', () => {
    const spec = study(two, 'number green\nnumber x\nnumber run = mean(x..y)\n').replace('id id', 'id id  cluster site');
    const { plan } = compile({ entry: 's.study', texts: new Map([['s.study', spec]]) });
    const mapped = { name: 'north', from: 'place', missing: null, values: null };
    const [answers] = howToRead({ ...plan!, data: { ...plan!.data!, columns: [mapped] } });
    expect(answers!.columns).toEqual(['code', 'green', 'id', 'north', 'place', 'site', 'x', 'y']);
    expect(answers!.runs).toEqual([['x', 'y']]);
  });
});
