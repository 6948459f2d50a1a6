// What a replication leaves unsaid is mended in the replication: places and mends of questions that its map does not mention, lines that
// are guesses, and weights that came from elsewhere.
import { tell } from '@studyspec/core';
import { describe, expect, it } from 'vitest';
import { fixesAt } from '@studyspec/dsl';
import { applyEdits, snapshotOf } from './support.ts';
import { runProject } from '../support/project.ts';

const original = `framework "F"
scale s 1..5
dimension d on s { indicator a  indicator happy  indicator c }
index i { of d  keep 1  component one marked by a  weight given { one = 2 } }
`;
const answers = `id,a,happy2,c\n${Array.from(
  { length: 12 },
  (_, k) => `${k},${1 + (k % 5)},${1 + ((k * 2) % 5)},${1 + ((k * 3) % 5)}`,
).join('\n')}\n`;
const files = (main: string) => ({ 'original.study': original, 'main.study': main, 'd.csv': answers });
const head = 'study "S" replicates "original.study"\ndata "d.csv" { id id }\nindex i { weight equal }\n';
const problemsOf = (main: string) => runProject(files(main), 'main.study').problems;

describe('a question that the map does not mention', () => {
  it.each([
    ['with a map', `${head}map {\n  a from a\n}\n`, 'map'],
    ['without one', head, 'replicates "original.study"'],
  ])('%s: told in the replication, not in the original', (_, main, at) => {
    const [problem, ...more] = problemsOf(main).filter((one) => one.name === 'unknown-column');
    expect(more).toEqual([]);
    expect(problem!.place!.file).toBe('main.study');
    expect(main.slice(problem!.place!.span.start, problem!.place!.span.end)).toBe(at);
  });

  it.each([
    ['a map', `${head}map {\n  a from a\n}\n`],
    ['no map', head],
  ])('with %s: two mends, each of which makes it go', (_, main) => {
    const snapshot = snapshotOf(files(main), 'main.study');
    const place = problemsOf(main).find((one) => one.name === 'unknown-column')!.place!;
    const fixes = fixesAt(snapshot, { start: place.span.start, end: place.span.start }).filter(
      (fix) => fix.problem?.name === 'unknown-column',
    );
    expect(fixes.map((fix) => fix.title)).toEqual(['Map happy: read it from "happy2"', 'Map happy: it was not asked']);
    for (const fix of fixes) {
      expect(fix.edits.every((edit) => edit.file === 'main.study')).toBe(true);
      const mended = applyEdits(main, fix.edits);
      expect(
        problemsOf(mended)
          .filter((one) => one.severity === 'error')
          .map((one) => tell(one, 'en').message),
      ).toEqual([]);
    }
  });

  it('stays in the original where that is what is checked', () => {
    const own = original.replace('framework "F"', 'study "F"\ndata "d.csv" { id id }');
    const [problem] = runProject({ 'own.study': own, 'd.csv': answers }, 'own.study').problems.filter(
      (one) => one.name === 'unknown-column',
    );
    expect(own.slice(problem!.place!.span.start, problem!.place!.span.end)).toBe('happy');
  });
});

describe('guesses', () => {
  const guessed = (word: string) =>
    problemsOf(`${head}map {\n  a from a${word}\n  happy from happy2${word}\n}\n`).filter((one) => one.name === 'guessed-lines');
  it('are counted once a file until the word is taken out', () => {
    expect(guessed(' guess').map((one) => tell(one, 'en').message)).toEqual(['2 of 2 map lines are guesses: a, happy.']);
    expect(guessed(' guess')[0]!.related!.length).toBe(1);
    expect(guessed('')).toEqual([]);
  });
  it('are executed as they stand, and stand in the plan', () => {
    const ran = runProject(files(`${head}map {\n  happy from happy2 reversed guess\n}\n`), 'main.study');
    expect(ran.compiled.plan!.guesses).toEqual(['happy']);
    expect(ran.results!.quantities.get('happy.mean')!.value).not.toBeNull();
    expect(runProject(files(`${head}map {\n  happy from happy2\n}\n`), 'main.study').compiled.plan!.guesses).toBeUndefined();
  });
});

describe('weights that the original gives', () => {
  const told = (main: string) =>
    problemsOf(main)
      .filter((one) => one.name === 'inherited-weights')
      .map((one) => tell(one, 'en').message);
  it('are told where they are inherited without a word', () => {
    expect(told(head.replace('index i { weight equal }\n', '').concat('map {\n  happy from happy2\n}\n'))).toEqual([
      'i is weighted by constants of "original.study": one = 2.',
    ]);
  });
  it('are not where the study says what it weights by', () => {
    for (const weight of ['equal', 'by explained variance', 'given { one = 2 }'])
      expect(told(`${head.replace('weight equal', `weight ${weight}`)}map {\n  happy from happy2\n}\n`)).toEqual([]);
  });
});
