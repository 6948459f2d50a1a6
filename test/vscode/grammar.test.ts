// The TextMate grammar at chosen places: what a word is coloured as where no server has answered yet.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { clauseWords, kinds } from '@studyspec/dsl';
import { loadGrammar, tokensOf, type ScopedToken } from './tokens.ts';

const file = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

/** Innermost scope, without the language's name, of the n-th token that is exactly `word`. */
function scopeOf(tokens: readonly ScopedToken[], word: string, nth = 0): string {
  const found = tokens.filter((token) => token.text.trim() === word)[nth];
  if (found === undefined) throw new Error(`no token "${word}" (${nth})`);
  return found.scopes.at(-1)!.replace(/\.studyspec$/u, '');
}
const scopes = (text: string, ...words: string[]): string[] => {
  const tokens = tokensOf(grammar, text);
  const seen = new Map<string, number>();
  return words.map((word) => {
    const nth = seen.get(word) ?? 0;
    seen.set(word, nth + 1);
    return scopeOf(tokens, word, nth);
  });
};

describe('the Anshun example', () => {
  it.each([
    ['study', 0, 'keyword.declaration.study'],
    ['zh', 0, 'storage.modifier.language'],
    ['doi', 0, 'keyword.control.clause'],
    ['out of range', 0, 'keyword.control.clause'],
    ['kept', 0, 'constant.language.option'],
    ['blank', 0, 'constant.language.option'],
    ['agreement', 0, 'entity.name.type.scale'],
    ['economy', 0, 'entity.name.type.dimension'],
    ['psy_enjoy', 0, 'entity.name.variable.indicator'],
    ['psy_enjoy', 1, 'variable.other'],
    ['female', 0, 'variable.other.enummember'],
    ['varimax', 0, 'constant.language.option'],
    ['19.433', 0, 'constant.numeric'],
    ['marked by', 0, 'keyword.control.clause'],
    ['full', 0, 'entity.name.function.regression'],
    ['beta', 0, 'support.function.quantity'],
    ['is', 0, 'keyword.operator.logical'],
    ['***', 0, 'keyword.operator.significance'],
    ['by_mode', 0, 'entity.name.function.compare'],
    ['integration', 0, 'entity.name.type.index'],
    ['published', 0, 'keyword.declaration.published'],
    ['kmo', 0, 'support.function.quantity'],
    ['..', 0, 'keyword.operator.range'],
    ['weight', 0, 'keyword.control.clause'],
  ])('%s (%i) is %s', (word, nth, scope) => {
    expect(scopeOf(tokensOf(grammar, file('examples/anshun/anshun.study')), word, nth)).toBe(scope);
  });

  it('leaves every declaration at its end: each keyword stands where declarations stand', () => {
    for (const token of tokensOf(grammar, file('examples/anshun/anshun.study')).filter(({ text }) =>
      /^(?:study|data|scale|category|block|index|compare|regression|hypothesis|published)$/u.test(text),
    )) {
      if (token.scopes.at(-1)!.startsWith('keyword.declaration'))
        expect(token.scopes.slice(0, -1), `line ${token.line + 1}`).toEqual([
          'source.studyspec',
          `meta.declaration.${token.text}.studyspec`,
        ]);
    }
  });
});

describe('soft words', () => {
  it('a word behind a clause, a comma or a dot is a name', () => {
    expect(scopes('data "d.csv" {\n  id id\n  cluster cluster\n}', 'id', 'id', 'cluster', 'cluster')).toEqual([
      'keyword.control.clause',
      'variable.other',
      'keyword.control.clause',
      'variable.other',
    ]);
    expect(scopes('index i { of index, mean, keep\n keep 2 }', 'keep', 'keep')).toEqual(['variable.other', 'keyword.control.clause']);
  });
  it('a level may be called as a clause is, and a clause of another block is none', () => {
    expect(scopes('category c { of = 1  rotate = 2 }', 'of', 'rotate')).toEqual(['variable.other.enummember', 'variable.other.enummember']);
    expect(scopes('category c {\n  rotate "Rotates" = 1\n}', 'rotate')).toEqual(['variable.other.enummember']);
  });
  it('a level that is called as a quantity is a level', () => {
    expect(scopes('published "P" {\n  education.high 31 9.6\n  i.alpha = 0.7\n}', 'high', 'alpha')).toEqual([
      'variable.other',
      'support.function.quantity',
    ]);
  });
});

describe('Chinese', () => {
  it('names, full-width punctuation and digits', () => {
    expect(scopes('scale 满意度 １..７ “低” .. “高”', '满意度', '１', '低')).toEqual([
      'entity.name.type.scale',
      'constant.numeric',
      'string.quoted.double',
    ]);
    expect(
      scopes('category 性别 from q2 ｛\n  男 "男" ＝ 1\n｝\nindex 融入 { of 心理、经济 }', '性别', '男', '＝', '融入', '心理'),
    ).toEqual([
      'entity.name.variable.category',
      'variable.other.enummember',
      'keyword.operator.assignment',
      'entity.name.type.index',
      'variable.other',
    ]);
  });
});

describe('half-typed text', () => {
  it('a text without its end stops at the line', () => {
    expect(scopes('indicator a "no end\nindicator b "B"', 'indicator', 'indicator', 'b')).toEqual([
      'keyword.declaration.indicator',
      'keyword.declaration.indicator',
      'entity.name.variable.indicator',
    ]);
  });
  it('a missing brace costs the declaration it is missing from, not the next one', () => {
    expect(scopes('regression r {\n  explain a\ncategory sex { m = 1 }', 'category')[0]).toMatch(
      /^(?:keyword\.declaration\.category|variable\.other)$/u,
    );
    expect(scopes('dimension d "D" on s\nindex i {\n  keep 2\n}', 'index', 'keep')).toEqual([
      'keyword.declaration.index',
      'keyword.control.clause',
    ]);
  });
});

describe('the vocabulary', () => {
  it('every kind and every clause of every kind is coloured in its own example', () => {
    const missing: string[] = [];
    for (const { kind, example } of Object.values(kinds)) {
      const parent = kind === 'component' ? `index i {\n${example}\n}` : kind === 'table' ? `published "P" {\n${example}\n}` : example;
      if (scopeOf(tokensOf(grammar, parent), kind) !== `keyword.declaration.${kind}`) missing.push(kind);
    }
    expect(missing).toEqual([]);
    expect(clauseWords.length).toBeGreaterThan(30);
    for (const { kind, clauses } of Object.values(kinds)) {
      for (const word of clauses) {
        const text = `${kind} x {\n  ${word} value\n}`;
        const inside =
          kind === 'component'
            ? `index i {\n${text}\n}`
            : kind === 'table'
              ? `published "P" {\ntable "T" row.column {\n  ${word} value\n}\n}`
              : text;
        const last = tokensOf(grammar, inside)
          .filter((token) => token.text.trim() === word)
          .at(-1);
        if (last?.scopes.at(-1) !== 'keyword.control.clause.studyspec') missing.push(`${kind}.${word}`);
      }
    }
    expect(missing).toEqual([]);
  });
});
