// Definition, references, highlights, rename: within a file, across a replication, in broken text, with names of any script.
import { describe, expect, it } from 'vitest';
import { definitionAt, highlightsAt, prepareRenameAt, referencesAt, renameAt, type Edit } from '@studyspec/dsl';
import { applyEdits, base, mark, project, snapshotOf, unmark } from './support.ts';

const original = `study "A"
data "survey.csv"
scale agreement 1..5
dimension ties on agreement {
  indicator friends
  indicator visits
}
category sex { male = 1  female = 2 }
indicator safe on agreement
index score { of ties, safe  keep 1  component social marked by friends }
regression model { explain score, social  by sex, safe }
hypothesis h { model.score.beta(sex.female) > 0 }
`;

/** Every use of the name at the caret, marked in its file. */
function check(files: Readonly<Record<string, string>>, expected: Readonly<Record<string, string>>): void {
  const [path, given] = Object.entries(files).find(([, text]) => text.includes('$0'))!;
  const { text, offset } = unmark(given);
  const plain = { ...files, [path]: text };
  const s = snapshotOf(plain, path);
  const places = referencesAt(s, offset);
  const found = Object.fromEntries(
    Object.keys(expected).map((file) => [
      file,
      mark(
        plain[file]!,
        places.filter((place) => place.file === file).map((place) => place.span),
      ),
    ]),
  );
  expect(found).toEqual(expected);
}

function rename(files: Readonly<Record<string, string>>, name: string): Record<string, string> | string {
  const [path, given] = Object.entries(files).find(([, text]) => text.includes('$0'))!;
  const { text, offset } = unmark(given);
  const plain: Record<string, string> = { ...files, [path]: text };
  const result = renameAt(snapshotOf(plain, path), offset, name);
  if ('refused' in result) return result.refused;
  return Object.fromEntries(
    [...new Set(result.map((edit: Edit) => edit.file))].map((file) => [
      file,
      applyEdits(
        plain[file]!,
        result.filter((edit) => edit.file === file),
      ),
    ]),
  );
}

describe('references', () => {
  it('finds every use, by its meaning and not by its letters', () => {
    check(
      {
        'm.study':
          'study "x"\nindicator safe$0\nscale safe 1..5\ncategory c { safe = 1 }\nnumber n = safe / 2\nregression r { explain n ' +
          'by safe, c.safe }\n',
      },
      {
        'm.study':
          'study "x"\nindicator «safe»\nscale safe 1..5\ncategory c { safe = 1 }\nnumber n = «safe» / 2\nregression r { explain ' +
          'n by «safe», c.safe }\n',
      },
    );
  });

  it('knows a level by its category', () => {
    check(
      {
        'm.study':
          'study "x"\ncategory a { low = 1 high = 2 reference hi$0gh }\ncategory b { low = 1 high = 2 }\ncompare k { of x by a ' +
          'where a is high | low and b is high }\nhypothesis h { a.high.count > 1  m.y.beta(a.high) > 0  m.y.beta(b.high) > 0 }\n',
      },
      {
        'm.study':
          'study "x"\ncategory a { low = 1 «high» = 2 reference «high» }\ncategory b { low = 1 high = 2 }\ncompare k { of x by a ' +
          'where a is «high» | low and b is high }\nhypothesis h { a.«high».count > 1  m.y.beta(a.«high») > 0  m.y.beta(b.high) ' +
          '> 0 }\n',
      },
    );
  });

  it('crosses a replication in both directions', () => {
    const replication =
      'study "B" replicates "a.study"\ndata "b.csv"\nregression model { by sex, safe, friends }\npublished "p" { ' +
      'model.score.beta(sex.female) = 0.1 }\n';
    const expected = {
      'a.study': original.replace('indicator friends', 'indicator «friends»').replace('marked by friends', 'marked by «friends»'),
      'b.study': replication.replace(', friends', ', «friends»'),
    };
    check({ 'a.study': original.replace('indicator friends', 'indicator fri$0ends'), 'b.study': replication }, expected);
    check({ 'a.study': original, 'b.study': replication.replace('friends', '$0friends') }, expected);
  });

  it('leaves studies alone that only use the same letters', () => {
    check(
      { 'a.study': 'study "A"\nindicator x$0y\n', 'b.study': 'study "B"\nindicator xy\n' },
      { 'a.study': 'study "A"\nindicator «xy»\n', 'b.study': 'study "B"\nindicator xy\n' },
    );
  });

  it('works in broken text, and in any script', () => {
    check(
      { 'm.study': 'study "🎓 x"\ndimension 融入 { indicator 朋友\n indicator\nindex i { of 融$0入, \n keep\n' },
      { 'm.study': 'study "🎓 x"\ndimension «融入» { indicator 朋友\n indicator\nindex i { of «融入», \n keep\n' },
    );
  });

  it('reads heads, templates and rows of printed tables', () => {
    const table = '  table "t" column.mean(row) {\n    columns n = score.n(row)  score\n    sex.male 1 2\n  }\n}\n';
    check(
      { 'm.study': `${original}published "p" {\n${table.replace('sex.male', 'sex.ma$0le')}` },
      { 'm.study': `${original.replace('male = 1', '«male» = 1')}published "p" {\n${table.replace('sex.male', 'sex.«male»')}` },
    );
  });
});

describe('definition and highlights', () => {
  it('goes to the declaration, from a quantity to what it is a number of', () => {
    const at = (needle: string, shift = 0): string => {
      const s = snapshotOf(project(base), 'main.study');
      return definitionAt(s, base.indexOf(needle) + shift)
        .map(({ span }) => base.slice(span.start - 10, span.end))
        .join();
    };
    expect(at('marked by friends', 12)).toBe('indicator friends');
    expect(at('ties.alpha', 7)).toBe('dimension ties');
    expect(at('on agreement', 5)).toBe(
      ')"\n'.slice(9) + base.slice(base.indexOf('scale agreement') - 4, base.indexOf('scale agreement') + 15),
    );
    expect(at('model.score.b', 7)).toContain('index score');
  });

  it('offers both places of a refined declaration, the refinement first', () => {
    const { text, offset } = unmark(
      'study "B" replicates "a.study"\nregression model { by safe }\nhypothesis g { mod$0el.score.r2 > 0 }\n',
    );
    const s = snapshotOf({ 'a.study': original, 'b.study': text }, 'b.study');
    expect(definitionAt(s, offset).map((place) => place.file)).toEqual(['b.study', 'a.study']);
  });

  it('tells the declaration from its uses', () => {
    const { text, offset } = unmark('study "x"\nindicator a$0\nblock b of a\n');
    expect(
      highlightsAt(snapshotOf({ 'm.study': text }, 'm.study'), offset).map(({ span, write }) => [text.slice(span.start, span.end), write]),
    ).toEqual([
      ['a', true],
      ['a', false],
    ]);
  });
});

describe('rename', () => {
  it('changes all uses in two files, and keeps the column', () => {
    const replication = 'study "B" replicates "a.study"\nregression model { by friends, sex }\n';
    expect(rename({ 'a.study': original.replace('friends', 'fri$0ends'), 'b.study': replication }, 'mates')).toEqual({
      'a.study': original.replace('indicator friends', 'indicator mates from friends').replace('marked by friends', 'marked by mates'),
      'b.study': replication.replace('friends', 'mates'),
    });
  });

  it('does not name a column twice', () => {
    expect(rename({ 'm.study': 'study "x"\nindicator a$0 "A" from q1\nblock b of a\n' }, 'c')).toEqual({
      'm.study': 'study "x"\nindicator c "A" from q1\nblock b of c\n',
    });
    expect(rename({ 'm.study': 'study "x"\nindicator a$0 "A" zh "甲" reversed\n' }, 'c')).toEqual({
      'm.study': 'study "x"\nindicator c "A" zh "甲" from a reversed\n',
    });
  });

  it('writes backquotes where a plain word will not do', () => {
    expect(rename({ 'm.study': 'study "x"\nblock b$0 of a\nindex i { of b }\n' }, 'my block')).toEqual({
      'm.study': 'study "x"\nblock `my block` of a\nindex i { of `my block` }\n',
    });
    expect(rename({ 'm.study': 'study "x"\nblock b$0 of a\nindex i { of b }\n' }, 'not')).toEqual({
      'm.study': 'study "x"\nblock `not` of a\nindex i { of `not` }\n',
    });
    expect(rename({ 'm.study': 'study "x"\nblock `b c`$0 of a\nindex i { of `b c` }\n' }, '社区')).toEqual({
      'm.study': 'study "x"\nblock 社区 of a\nindex i { of 社区 }\n',
    });
  });

  it('renames levels and scales', () => {
    expect(
      rename({ 'm.study': 'study "x"\ncategory a { lo$0w = 1 high = 2 }\nhypothesis h { a.low.percent > a.high.percent }\n' }, 'small'),
    ).toEqual({ 'm.study': 'study "x"\ncategory a { small = 1 high = 2 }\nhypothesis h { a.small.percent > a.high.percent }\n' });
    expect(rename({ 'm.study': 'study "x"\nscale a 1..5\nindicator a on $0a\n' }, 'b')).toEqual({
      'm.study': 'study "x"\nscale b 1..5\nindicator a on b\n',
    });
  });

  it('refuses what would clash or mean nothing, and says why', () => {
    expect(rename({ 'a.study': original.replace('friends', 'fri$0ends') }, 'visits')).toBe('"visits" is already declared, as indicator.');
    expect(rename({ 'a.study': original.replace('male', 'ma$0le') }, 'female')).toBe('sex already has a level "female".');
    expect(rename({ 'a.study': original.replace('friends', 'fri$0ends') }, 'a.b')).toContain('dot');
    expect(rename({ 'a.study': original.replace('friends', 'fri$0ends') }, ' ')).toContain('empty');
    expect(rename({ 'a.study': original.replace('beta', 'be$0ta') }, 'x')).toContain('declared');
    expect(
      rename(
        { 'a.study': original.replace('friends', 'fri$0ends'), 'b.study': 'study "B" replicates "a.study"\nindicator mates\n' },
        'mates',
      ),
    ).toBe('"mates" is already declared, as indicator in b.study.');
  });

  it('names the column on a map line that leaves it out, and never touches a built-in framework', () => {
    const replication =
      'study "B" replicates "a.study"\ndata "b.csv"\nmap {\n  friends reversed\n  sex from q1 { male = 0, female = 1 }\n}\n';
    expect(rename({ 'a.study': original.replace('friends', 'fri$0ends'), 'b.study': replication }, 'mates')).toEqual({
      'a.study': original.replace('indicator friends', 'indicator mates from friends').replace('marked by friends', 'marked by mates'),
      'b.study': replication.replace('friends reversed', 'mates from friends reversed'),
    });
    expect(rename({ 'a.study': original.replace('male', 'ma$0le'), 'b.study': replication }, 'man')).toMatchObject({
      'b.study': replication.replace('male = 0', 'man = 0'),
    });
    expect(rename({ 'b.study': 'study "B" replicates "std:social-integration"\nmap { psy_en$0joy from q1 }\n' }, 'enjoy')).toBe(
      '"psy_enjoy" belongs to the framework std:social-integration, which cannot be changed.',
    );
  });

  it('is prepared only where there is a name', () => {
    const s = snapshotOf({ 'a.study': original }, 'a.study');
    expect(prepareRenameAt(s, original.indexOf('friends') + 2)?.name).toBe('friends');
    expect(prepareRenameAt(s, original.indexOf('explain') + 2)).toBeNull();
    expect(prepareRenameAt(s, original.indexOf('beta') + 2)).toBeNull();
  });
});
