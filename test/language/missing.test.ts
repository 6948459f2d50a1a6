// Which codes stand for no answer: the innermost `missing` holds (data < dimension or block < declaration), replaces the outer ones, and
// says where it drops a code.
import { tell } from '@studyspec/core';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { VariablePlan } from '@studyspec/core';
import { runProject, type Ran } from '../support/project.ts';

const answers = readFileSync(new URL('missing.csv', import.meta.url), 'utf8');
const run = (spec: string, files: Readonly<Record<string, string>> = {}): Ran =>
  runProject({ 'd.csv': answers, ...files, 's.study': `study "S"\n${spec}` }, 's.study');
const at = ({ results }: Ran, address: string): number | null | undefined => results?.quantities.get(address)?.value;
/** But that a missing code is also a point of the scale: here it always is. */
const told = ({ problems }: Ran): string[] =>
  problems.filter((problem) => problem.code !== 'SS263').map((problem) => `${problem.code} ${tell(problem, 'en').message}`);
const missingOf = ({ compiled }: Ran, name: string): string =>
  JSON.stringify(
    (compiled.plan!.variables.find((one) => one.name === name) as VariablePlan).missing?.map((code) =>
      'value' in code ? code.value : code.kind,
    ) ?? null,
  );

describe('missing on a dimension', () => {
  // Synthetic (missing.csv): 40 answers 1..5 to each of three items, eight of every point.
  it('holds for its indicators, as the same clause on each', () => {
    const group = run('data "d.csv" { id id missing blank }\ndimension D on 1..5 missing 1 { indicator a\n indicator b\n indicator c }\n');
    const each = run(
      'data "d.csv" { id id missing blank }\ndimension D on 1..5 { indicator a missing 1\n indicator b missing 1\n indicator c ' +
        'missing 1 }\n',
    );
    for (const study of [group, each]) expect([at(study, 'a.n'), at(study, 'a.mean')]).toEqual([32, 3.5]);
    expect([...group.results!.quantities]).toEqual([...each.results!.quantities]);
    expect(told(group)).toEqual(told(each));
  });

  it('holds for indicators that it lists, runs unfolded', () => {
    const study = run(
      'data "d.csv" { id id }\nindicator a on 1..5\nindicator b on 1..5\nindicator c on 1..5\ndimension D missing 1 | 2 of a..b\n',
    );
    expect([at(study, 'a.n'), at(study, 'b.n'), at(study, 'c.n')]).toEqual([24, 24, 40]);
  });

  it('gives way to the clause of a declaration, which replaces it', () => {
    const study = run(
      'data "d.csv" { id id missing 5 }\ndimension D on 1..5 missing 1 { indicator a missing 2\n indicator b }\nindicator c on 1..5\n',
    );
    expect([missingOf(study, 'a'), missingOf(study, 'b'), missingOf(study, 'c')]).toEqual(['[2]', '[1]', 'null']);
    expect([at(study, 'a.n'), at(study, 'b.n'), at(study, 'c.n')]).toEqual([32, 32, 32]);
    expect(told(study)).toEqual([
      'SS345 1 is an answer of a (8 rows): its list of missing codes replaces that of dimension D.',
      'SS345 5 is an answer of b (8 rows): its list of missing codes replaces that of the data block.',
    ]);
  });

  it('says nothing where no code is dropped, or none occurs', () => {
    expect(
      told(run('data "d.csv" { id id missing blank | 9 }\nindicator a on 1..5 missing 1\nindicator b on 1..5 missing 1 | 8..9\n')),
    ).toEqual([]);
  });

  it('says nothing of `missing blank`: no other code is said in so many words', () => {
    const study = run('data "d.csv" { id id missing 1 }\nindicator a on 1..5 missing blank\nindicator b on 1..5\n');
    expect([told(study), at(study, 'a.n'), at(study, 'b.n')]).toEqual([[], 40, 32]);
  });

  it('is told once where it is also an answer, of all that it holds for', () => {
    const { problems } = run('data "d.csv" { id id }\ndimension D on 1..5 missing 1 { indicator a\n indicator b\n indicator c }\n');
    expect(problems.filter((problem) => problem.code === 'SS263').map((problem) => tell(problem, 'en').message)).toEqual([
      expect.stringMatching(/of a, .* of b, .* of c/u),
    ]);
  });

  it('leaves a blank missing whatever it says', () => {
    const study = run('data "d.csv" { id id }\ndimension D on 1..5 missing 9 { indicator a\n indicator b }\n', {
      'd.csv': answers.replace('\n1,1,', '\n1,,'),
    });
    expect(at(study, 'a.n')).toBe(39);
  });
});

describe('missing on a block', () => {
  it('holds for its indicators, numbers and categories, and for the items of a dimension', () => {
    const study = run(
      'data "d.csv" { id id }\ndimension D on 1..5 { indicator a\n indicator b }\nnumber x\ncategory c { one = 1  rest = 2..5 ' +
        '}\nblock K missing 1 of D, x, c\n',
    );
    expect([at(study, 'a.n'), at(study, 'b.n'), at(study, 'x.missing'), at(study, 'c.n')]).toEqual([32, 32, 1, 32]);
  });

  it('gives way to what a dimension says of its own items', () => {
    const study = run('data "d.csv" { id id }\ndimension D on 1..5 missing 2 { indicator a\n indicator b }\nblock K missing 1 of D\n');
    expect(missingOf(study, 'a')).toBe('[2]');
  });

  it('does not reach into computed numbers', () => {
    const study = run('data "d.csv" { id id }\nnumber x\nnumber y = x + 1\nblock K missing 1 of x, y\n');
    expect([missingOf(study, 'x'), missingOf(study, 'y')]).toEqual(['[1]', 'null']);
  });

  it('that another group contradicts is an error, unless the variable says it itself', () => {
    const spec = (own: string): string =>
      `data "d.csv" { id id }\nindicator a on 1..5 ${own}\nindicator b on 1..5\ndimension D missing 1 of a\nblock K missing 2 of a, b\n`;
    expect(told(run(spec('')))).toEqual([expect.stringMatching(/^SS232 a belongs to dimension D and to block K/u)]);
    for (const fine of [spec('missing 1 | 2'), spec('').replace('missing 2', 'missing 1 | 1')])
      expect(told(run(fine)).filter((one) => one.startsWith('SS2'))).toEqual([]);
  });
});

describe('missing through a chain of studies', () => {
  const original = 'framework "F"\ndimension D on 1..5 missing 1 { indicator a\n indicator b }\n';
  const replicate = (rest: string): Ran =>
    runProject(
      { 'd.csv': answers, 'f.study': original, 's.study': `study "S" replicates "f.study"\ndata "d.csv" { id id missing 5 }\n${rest}` },
      's.study',
    );

  it('is inherited with the dimension', () => {
    expect(missingOf(replicate(''), 'a')).toBe('[1]');
  });
  it('is refined by a later clause of the dimension', () => {
    expect(missingOf(replicate('dimension D missing 2 | 3\n'), 'a')).toBe('[2,3]');
  });
  it('is refined by a later clause of the item', () => {
    expect([missingOf(replicate('indicator a missing 4\n'), 'a'), missingOf(replicate('indicator a missing 4\n'), 'b')]).toEqual([
      '[4]',
      '[1]',
    ]);
  });
  // A map line states all facts of asking: the original's codes were its own survey's.
  it('does not hold for an item that a map asks anew', () => {
    const study = replicate('map { a from c }\n');
    expect([missingOf(study, 'a'), missingOf(study, 'b'), at(study, 'a.n')]).toEqual(['null', '[1]', 32]);
  });
  it('holds for a mapped item when this study says it of the dimension', () => {
    expect(missingOf(replicate('dimension D missing 2\nmap { a from c }\n'), 'a')).toBe('[2]');
  });
  it('gives way to what the map line says', () => {
    expect(missingOf(replicate('dimension D missing 2\nmap { a from c missing 3 }\n'), 'a')).toBe('[3]');
  });
  it('comes with `like`', () => {
    const study = run('data "d.csv" { id id }\ndimension D on 1..5 missing 1 { indicator a }\ndimension E like D { indicator b }\n');
    expect(missingOf(study, 'b')).toBe('[1]');
  });
});
