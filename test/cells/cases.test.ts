// The cases that cells went wrong by, as they were found: a… by attacking the program, b… in public reports of users of other programs.
// Each folder of cases/ holds its files and what is right (expected.txt); others of each kind are in the files beside this one.
import { tell } from '@studyspec/core';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCase, type Case, type Files } from './support.ts';

const root = fileURLToPath(new URL('cases/', import.meta.url));
const filesOf = (folder: string): Files =>
  Object.fromEntries(readdirSync(`${root}${folder}`).map((name) => [name, readFileSync(`${root}${folder}/${name}`)]));
const run = (folder: string, entry: string): Case => runCase(filesOf(folder), entry);
const near = (value: number): unknown => expect.closeTo(value, 12);

describe('a case as it was found', () => {
  it('a02: keys of 18 digits join by all of them', () => {
    const found = run('a02-join-18-digit-keys', 's.study');
    expect([found.value('green.n'), found.codes]).toEqual([20, ['SS331']]);
    for (const key of ['110101199001012231', '110101199001014231', '110101199001016231', '110101199001018231'])
      expect(found.message('SS331')).toContain(`${key} (5×)`);
  });

  it('a07: decimal commas beside a declared text lose nothing', () => {
    const found = run('a07-decimal-comma-with-text', 's.study');
    expect([found.value('x.n'), found.value('x.mean'), found.codes]).toEqual([25, near(3.2), ['SS340']]);
    expect(found.problems.map((problem) => tell(problem, 'en').help).join()).not.toContain('missing');
  });

  it('a29: the survey’s missing codes do not touch a joined file', () => {
    const found = run('a29-missing-code-in-joined-file', 's.study');
    expect([found.value('green.n'), found.value('R.x.n'), found.codes]).toEqual([40, 40, []]);
  });

  it('b02: several answers in a cell are never 2.3', () => {
    for (const entry of ['s.study', 'u.study']) {
      const found = run('b02-multiselect', entry);
      expect([found.value('q.n'), found.value('q.mean'), found.codes], entry).toEqual([3, 2, ['SS337']]);
      expect(found.message('SS337')).toContain('q: "2,3" holds several answers');
    }
    const thousands = run('b02-multiselect', 't.study');
    expect([thousands.value('q.max'), thousands.codes]).toEqual([2345, ['SS340']]);
  });

  it('b03: long keys are texts as join keys, codes, clusters and ids', () => {
    expect(run('b03-long-keys', 's.study').value('green.mean')).toBe(25);
    const levels = run('b03-long-keys', 't.study');
    expect([0, 1, 2, 3].map((at) => levels.value(`place.s${at}.count`))).toEqual([6, 6, 6, 6]);
    expect(run('b03-long-keys', 'v.study').value('m.q.df2')).toBe(3);
    for (const entry of ['s.study', 't.study', 'v.study', 'w.study']) expect(run('b03-long-keys', entry).codes, entry).toEqual([]);
  });

  it('b06: rows of headings are no respondents', () => {
    const found = run('b06-header-rows', 's.study');
    expect([found.value('Q1.n'), found.value('Q1.mean'), found.codes]).toEqual([3, 3, ['SS317']]);
    expect(found.message('SS317')).toMatch(/^Rows 1-2 .*look like rows of headings/u);
    const chinese = run('b06-header-rows', 't.study');
    expect([chinese.value('Q1.n'), chinese.value('Q2.mean'), chinese.codes]).toEqual([3, 3, ['SS317']]);
  });

  it('b08: odd blanks, full-width digits and the minus of print', () => {
    const found = run('b08-odd-space', 's.study');
    expect([
      found.value('q.mean'),
      found.value('r.n'),
      found.value('r.mean'),
      found.value('s.n'),
      found.value('s.mean'),
      [...found.codes].sort(),
    ]).toEqual([3.5, 3, near(11 / 3), 5, 3, ['SS321', 'SS340']]);
  });

  it('b12: rows of sums, and means filled in among answers', () => {
    const found = run('b12-summary-row', 's.study');
    expect([found.value('q.n'), found.value('q.mean'), found.codes]).toEqual([4, 3.5, ['SS318']]);
    expect(found.message('SS318')).toContain('"平均", 3.5, 4');
    expect(run('b12-summary-row', 't.study').codes).toEqual(['SS318', 'SS339', 'SS339']);
  });

  it('b14: a missing code that is an answer', () => {
    expect(run('b14-missing-inside', 's.study').message('SS263')).toContain(
      '9 stands for "no answer" in the whole study, and is also a point of the scale 0..10 of sat',
    );
    expect(run('b14-missing-inside', 't.study').message('SS263')).toContain('0, 9 stand for "no answer"');
  });

  it('b15: labels instead of numbers', () => {
    const found = run('b15-labelled', 's.study');
    expect([found.value('q.mean'), found.codes]).toEqual([3, ['SS338', 'SS338']]);
    expect(found.problems.map((problem) => tell(problem, 'en').help).join()).not.toContain('missing');
    const unit = run('b15-labelled', 't.study');
    expect([unit.value('q.mean'), unit.codes]).toEqual([4, ['SS340']]);
  });

  it('b44: specs of Notepad, and of Windows', () => {
    expect(run('b44-spec-encodings', 'bom.study').codes).toEqual([]);
    expect(run('b44-spec-encodings', 'cr.study').codes).toEqual([]);
    expect(run('b44-spec-encodings', 'gbk.study').message('SS262')).toContain('is in gb18030');
    expect(run('b44-spec-encodings', 'u16.study').message('SS262')).toContain('is in utf-16le');
    expect(run('b44-spec-encodings', 'slash.study').help('SS261')).toContain('Write "d.csv"');
    for (const entry of ['bom.study', 'cr.study', 'gbk.study', 'u16.study', 'slash.study'])
      expect(run('b44-spec-encodings', entry).value('q.n'), entry).toBe(4);
  });

  it('b48: other encodings are found and named, and a damaged byte by its place', () => {
    expect(run('b48-bad-bytes', 'b.study').message('SS372')).toContain('they are read as big5');
    expect(run('b48-bad-bytes', 'j.study').message('SS372')).toContain('they are read as shift_jis');
    for (const entry of ['c.study', 'c2.study'])
      expect(run('b48-bad-bytes', entry).message('SS319'), entry).toContain('damaged at row 2: what begins at byte 20 (E5 A5)');
    // All of its bytes are letters of UTF-8: the one that stands there is a code that no level lists.
    expect(run('b48-bad-bytes', 'm.study').message('SS323')).toContain('Ů');
  });

  it('b55: the line that a problem proposes makes it go', () => {
    for (const entry of ['l.study', 'u.study']) expect(run('b55-encoding-word', entry).codes, entry).toEqual([]);
    for (const entry of ['n.study', 'v.study']) {
      const files = filesOf('b55-encoding-word');
      const proposed = /`(encoding [^`]+)`/u.exec(run('b55-encoding-word', entry).help('SS372'))![1]!;
      const mended = new TextDecoder().decode(files[entry] as Uint8Array).replace('id id', `id id\n  ${proposed}`);
      expect(runCase({ ...files, [entry]: mended }, entry).codes, entry).toEqual([]);
    }
  });
});
