// Specs as people save them: other encodings, Windows paths, names of encodings, and codes that contradict the codebook. Cases of public
// reports of users of other programs (b14, b44, b55), with others of their kind.
import { tellElsewhere } from '@studyspec/core';
import { formatText } from '@studyspec/dsl';
import { describe, expect, it } from 'vitest';
import { bytes, csvOf, joinBytes, runCase, utf16, type Case } from './support.ts';

const data = 'id,q,sex\n1,3,1\n2,4,2\n3,5,1\n4,2,2\n';
const text = 'study "案例"\ndata "d.csv" { id id  missing blank }\nindicator q "问题" on 1..5\nindicator z on 1..5\n';
const gbk = joinBytes(
  'study "',
  bytes('B0 B8 C0 FD'),
  '"\ndata "d.csv" { id id  missing blank }\nindicator q "',
  bytes('CE CA CC E2'),
  '" on 1..5\nindicator z on 1..5\n',
);

describe('a spec that is not in UTF-8', () => {
  it.each([
    ['gb18030', gbk, true],
    ['utf-16le', utf16(text), false],
    ['utf-16be', utf16(text, { big: true }), false],
    ['utf-16le', utf16(text, { mark: false }), true],
  ])('is read, and says that it is in %s', (encoding, content, guessed) => {
    const found = runCase({ 'd.csv': data, 's.study': content });
    expect(found.codes).toEqual(['SS262', 'SS320']);
    expect(found.message('SS262')).toMatch(
      new RegExp(
        `s.study" is in ${encoding}, not in UTF-8${guessed ? ' .that is what its letters look like.' : ''}; it is read as ${encoding}`,
        'u',
      ),
    );
    expect(found.study.compiled.plan!.title).toEqual([{ lang: null, text: '案例' }]);
    // Lines and columns are those of the text.
    const { place } = found.problems.find((problem) => problem.code === 'SS320')!;
    expect(text.slice(0, place!.span.start).split('\n')).toHaveLength(4);
    expect(text.slice(place!.span.start, place!.span.end)).toBe('z');
  });

  it.each([
    ['a byte order mark', `\ufeff${text}`],
    ['Windows line ends', text.replaceAll('\n', '\r\n')],
    ['old Macintosh line ends', text.replaceAll('\n', '\r')],
  ])('is told from one with %s', (_, content) => {
    expect(runCase({ 'd.csv': data, 's.study': content }).codes).toEqual(['SS320']);
  });

  it('that is replicated, and a printed table, are recognised too', () => {
    const found = runCase({
      'd.csv': data,
      'o.study': joinBytes('framework "', bytes('B0 B8 C0 FD'), '"\nindicator q on 1..5\n'),
      't.csv': joinBytes(bytes('C1 D0'), ',mean\nq,3.5\n'),
      's.study': 'study "S" replicates "o.study"\ndata "d.csv" { id id }\npublished "P" { table "T" row.column from "t.csv" }\n',
    });
    expect(found.codes.filter((code) => code === 'SS262')).toHaveLength(2);
    expect(found.value('q.mean')).toBe(3.5);
  });

  it('whose letters an editor has lost says so', () => {
    expect(
      runCase({ 'd.csv': data, 's.study': 'study "\ufffd\ufffd"\ndata "d.csv" { id id }\nindicator q on 1..5\n' }).help('SS262'),
    ).toContain('Reopen with Encoding');
  });
});

describe('backslashes between folders', () => {
  it.each([
    ['.\\d.csv', 'd.csv'],
    ['data\\d.csv', 'data/d.csv'],
    ['.\\data\\d.csv', 'data/d.csv'],
  ])('%s is read as %s, and told', (written, meant) => {
    const spec = `study "S"\ndata "${written}" { id id }\nindicator q on 1..5\n`;
    const found = runCase({ [meant]: data, 's.study': spec });
    expect([found.codes, found.value('q.n')]).toEqual([['SS261'], 4]);
    expect(found.help('SS261')).toContain(`Write "${meant}"`);
    const [edit] = found.problems[0]!.fixes![0]!.edits;
    expect(`${spec.slice(0, edit!.span.start)}${edit!.text}${spec.slice(edit!.span.end)}`).toBe(spec.replace(written, meant));
  });

  it('are told of joins, tables and originals too', () => {
    const found = runCase({
      'x/d.csv': data,
      'x/j.csv': 'sex,h\n1,5\n2,6\n',
      'x/o.study': 'framework "O"\nindicator q on 1..5\n',
      'x/t.csv': 'x,mean\nq,3.5\n',
      's.study':
        'study "S" replicates "x\\o.study"\ndata "x/d.csv" { id id  join "x\\j.csv" on sex }\npublished "P" { table "T" ' +
        'row.column from "x\\t.csv" }\n',
    });
    expect(found.codes).toEqual(['SS261', 'SS261', 'SS261']);
  });
});

describe('the name of an encoding', () => {
  const read = (encoding: string, content: Uint8Array): Case =>
    runCase({ 'd.csv': content, 's.study': `study "S"\ndata "d.csv" {\n  id id\n  encoding ${encoding}\n}\nindicator q on 1..5\n` });
  const western = joinBytes('id,q,ville\n1,3,Orl', bytes('E9'), 'ans\n2,4,Ch', bytes('E2'), 'lons\n');

  it('is one word, with or without quotation marks', () => {
    for (const name of ['windows-1252', '"windows-1252"', 'iso-8859-1', 'iso-8859-15', 'latin1', 'Windows-1252', 'cp1252'])
      expect(read(name, western).codes, name).toEqual([]);
    for (const name of ['utf-16le', '"utf-16le"', 'utf-16', 'UTF-16LE'])
      expect(read(name, utf16('id,q\n1,3\n2,4\n', { mark: false })).codes, name).toEqual([]);
    for (const name of ['utf-8', 'UTF-8', 'utf8']) expect(read(name, joinBytes(data)).codes, name).toEqual([]);
  });

  it('may stand on one line with the clauses around it', () => {
    const found = runCase({
      'd.csv': western,
      's.study': 'study "S"\ndata "d.csv" { id id  encoding windows-1252  missing 9 }\nindicator q on 1..5\n',
    });
    expect([found.codes, found.study.compiled.plan!.data]).toMatchObject([[], { encoding: 'windows-1252', missing: [{ value: 9 }] }]);
    expect(
      runCase({ 'd.csv': western, 's.study': 'study "S"\ndata "d.csv" { encoding windows-1252 }\nindicator q on 1..5\n' }).codes,
    ).toEqual([]);
  });

  it('that a problem proposes makes it go when it is pasted', () => {
    for (const content of [
      western,
      utf16('id,q,g\n1,3,男\n2,4,女\n', { mark: false }),
      joinBytes('id,q,g\n1,3,', bytes('A8 6B'), '\n2,4,', bytes('A4 6B'), '\n'),
      joinBytes('id,q,g\n1,3,', bytes('C4 D0'), '\n2,4,', bytes('C5 AE'), '\n'),
    ]) {
      const found = runCase({ 'd.csv': content, 's.study': 'study "S"\ndata "d.csv" {\n  id id\n}\nindicator q on 1..5\n' });
      const proposed = /`encoding ([^`]+)`/u.exec(found.help('SS372'))![1]!;
      expect(read(proposed, content).codes, proposed).toEqual([]);
    }
  });

  it('is left alone by the formatter, and a wrong one is told with the nearest', () => {
    const spec = 'study "S"\n\ndata "d.csv" {\n  encoding windows-1252\n}\n';
    expect(formatText(spec)).toBe(spec);
    expect(read('windows-125', western).help('SS306')).toContain('windows-125');
    expect(read('windows-1252 gbk', western).codes).toHaveLength(1);
  });
});

describe('missing codes that are answers', () => {
  const study = (missing: string, declared: string): Case =>
    runCase({
      'd.csv': csvOf({ sat: [9, 8, 9, 5, 10, 0], trust: [1, 2, 9, 4, 5, 9], g: [1, 2, 9] }),
      's.study': `study "S"\ndata "d.csv" { id id  missing ${missing} }\n${declared}\n`,
    });
  const spec = 'indicator sat on 0..10\nindicator trust on 1..5';

  it('are told at the clause, before any data are read', () => {
    const found = study('9', spec);
    expect(found.study.compiled.problems.map((problem) => problem.code)).toEqual(['SS263']);
    expect(found.message('SS263')).toBe(
      '9 stands for "no answer" in the whole study, and is also a point of the scale 0..10 of sat: such answers are missing.',
    );
    const { place } = found.problems[0]!;
    expect(found.study.texts.get(place!.file)!.slice(place!.span.start, place!.span.end)).toBe('missing 9');
    expect(found.problems[0]!.related!.map((one) => tellElsewhere(one.says, 'en'))).toEqual(['9 is a point of the scale 0..10 here']);
    // The way out that it names.
    const mended = study('9', 'indicator sat on 0..10 missing blank\nindicator trust on 1..5');
    expect([mended.codes, mended.value('sat.mean')]).toEqual([[], expect.closeTo(41 / 6, 12)]);
  });

  it('are one problem a clause, however many items they touch', () => {
    const many = study('0 | 9', Array.from({ length: 12 }, (_, at) => `indicator s${at} from sat on 0..10`).join('\n'));
    expect(many.study.compiled.problems.map((problem) => problem.code)).toEqual(['SS263']);
    expect(many.message('SS263')).toContain('of s0, a point of the scale 0..10 of s1, a point of the scale 0..10 of s2 and of 9 more');
  });

  it.each([
    ['a range', '5..9', spec],
    ['a range without an end', '..0', spec],
    ['a text that is a number', '"9"', spec],
    ['the own clause of an item', 'blank', 'indicator trust on 1..5 missing 5'],
    ['the code of a level', '9', 'category g { a = 1  b = 2  c = 9 }'],
    ['a text', '"x"', 'category g { a = 1  b = "x" }'],
    ['a range of codes with two ends', '9', 'category g { a = 1..2  b = 3..9 }'],
    ['the scale it was asked on', '7', 'dimension d on 1..5 { indicator sat on 1..7 }'],
  ])('are found in %s', (_, missing, declared) => {
    expect(study(missing, declared).study.compiled.problems.map((problem) => problem.code)).toEqual(['SS263']);
  });

  it.each([
    ['outside the scale', '99 | -1 | "refused"', spec],
    ['above an open end', '99', 'category g { young = ..30  old = 31.. }'],
    ['of a number, which has no scale', '9', 'number sat'],
    ['blank', 'blank', 'category g { a = 1  b = blank }'],
    ['of a scale without that point', '9', 'indicator trust on 1..5'],
  ])('are not found %s', (_, missing, declared) => {
    expect(study(missing, declared).study.compiled.problems).toEqual([]);
  });
});
