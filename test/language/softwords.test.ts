// No word is reserved: every keyword as a name in every position gives the tree that an ordinary name gives.
import { tell } from '@studyspec/core';
import { describe, expect, it } from 'vitest';
import { clauseWords, clauses, kinds, kindWords, options, parse } from '@studyspec/dsl';

const words = [
  ...new Set([
    ...kindWords,
    ...clauseWords.flatMap((word) => clauses[word].parts),
    'then',
    'is',
    'not',
    'and',
    'or',
    'ns',
    'zh',
    'row',
    'column',
    'each',
    'all',
    'mean',
    'alpha',
    'blank',
  ]),
];

const positions: Readonly<Record<string, (word: string) => string>> = {
  'declared name': (w) => `indicator ${w} "L" on agreement`,
  'declared, bare': (w) => `dimension d {\n  indicator ${w}\n  indicator b\n}`,
  from: (w) => `indicator a "L" from ${w} reversed`,
  id: (w) => `data "x.csv" {\n  id ${w}\n  cluster ${w}\n}`,
  list: (w) => `index i {\n  of a, ${w}, b\n  missing mean\n}`,
  'list end': (w) => `index i {\n  of a, ${w}\n  missing mean\n}`,
  'list first': (w) => `index i {\n  of ${w}, b\n  missing mean\n}`,
  'list, continued line': (w) => `block b of a,\n  ${w}, c,\n  ${w}`,
  'index list, continued line': (w) => `index i {\n  of a,\n    ${w}, c\n  missing mean\n}`,
  'one-line body': (w) => `index i { of a, ${w}  missing mean }`,
  level: (w) => `category c {\n  ${w} "L" = 1\n  b = 2\n}`,
  'level bare': (w) => `category c { ${w} = 1, b = 2 }`,
  'map line': (w) => `map {\n  ${w} from q1\n  b from ${w}\n}`,
  row: (w) => `published "p" {\n  table row.column {\n    columns mean\n    ${w} 0.1\n  }\n}`,
  'column head': (w) => `published "p" {\n  table row.column {\n    columns ${w} sd ${w}\n    a 0.1 0.2 0.3\n  }\n}`,
  address: (w) => `published "p" {\n  ${w}.mean = 0.1\n  a.${w} = 1\n  a.b(${w}) = 1\n}`,
  'single claim': (w) => `published "p" {\n  ${w} = 0.1\n}`,
  where: (w) => `regression r {\n  where ${w} is b and ${w} is 3\n}`,
  'where value': (w) => `regression r {\n  where a is ${w} and b is not ${w}\n}`,
  formula: (w) => `number n = ${w} / ${w}`,
  'then list': (w) => `regression r {\n  by a then ${w} then c\n}`,
};

/** The tree without places, with the word itself made anonymous. */
function shape(text: string, word: string): string {
  const { file } = parse(text, 'x.study');
  return JSON.stringify(file.declarations, (key, value: unknown) =>
    key === 'span' || key.endsWith('Span') ? undefined : key === 'text' && (value === word || value === 'zzz') ? '·' : value,
  );
}

describe('words', () => {
  it('are names wherever a name is meant; only `not` in conditions and some words in the grids of tables take backquotes', () => {
    const needing: string[] = [];
    let uses = 0;
    for (const word of words) {
      for (const [position, write] of Object.entries(positions)) {
        uses += 1;
        const found = parse(write(word), 'x.study');
        if (found.problems.length === 0 && shape(write(word), word) === shape(write('zzz'), word)) continue;
        needing.push(`${position}: ${word}`);
        const quoted = parse(write(`\`${word}\``), 'x.study');
        expect(
          quoted.problems.map((problem) => tell(problem, 'en').message),
          `${position}: \`${word}\``,
        ).toEqual([]);
      }
    }
    expect(uses).toBeGreaterThan(1400);
    expect(needing.filter((use) => !/^(?:where|where value): not$|^(?:row|column head): (?:columns|from|stars)$/u.test(use))).toEqual([]);
    expect(needing.length).toBeLessThanOrEqual(6);
  });

  it('of an option are never clause words of its block, which would swallow the next line in silence', () => {
    const clashes = Object.entries(options).flatMap(([block, of]) =>
      Object.entries(of).flatMap(([clause, list]) => {
        const own = block in kinds ? kinds[block as keyof typeof kinds].clauses.map((word) => word.split(' ')[0]) : [];
        return list.filter((word) => own.includes(word)).map((word) => `${block} ${clause} ${word}`);
      }),
    );
    expect(Object.keys(options).length).toBeGreaterThan(4);
    expect(clashes).toEqual([]);
  });
});
