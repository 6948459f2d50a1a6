// Two tests that nobody has to write for a new option: every clause of every declaration says something about garbage, and every word of every option
// either changes the plan or is refused. They walk the vocabulary, so that a clause that nothing reads cannot hide.
import { describe, expect, it } from 'vitest';
import { optionsOf, waysOf } from '@studyspec/core';
import { compile, kinds, options, type ClauseWord, type Kind } from '@studyspec/dsl';

/** A study in which one declaration of every kind can be refined by one more clause. */
const before = `study "S"
data "d.csv" { id id }
scale agreement 1..5
dimension ties on agreement { indicator a  indicator b  indicator c  indicator d }
category sex { male = 1  female = 2 }
number age
`;
const holders: Readonly<Partial<Record<Kind, (clause: string) => string>>> = {
  source: (clause) => `${before}source "P" ${clause}`,
  data: (clause) => before.replace('id id', `id id  ${clause}`),
  dimension: (clause) => `${before.replace('dimension ties on agreement {', `dimension ties ${clause.startsWith('on ') ? '' : 'on agreement '}{ ${clause} `)}`,
  indicator: (clause) => before.replace('indicator a ', `indicator a { ${clause} } `),
  category: (clause) => before.replace('category sex {', `category sex { ${clause} `),
  number: (clause) => before.replace('number age', `number age { ${clause} }`),
  block: (clause) => `${before}block k { ${clause.startsWith('of ') ? '' : 'of a, b '} ${clause} }`,
  index: (clause) => `${before}index i { ${clause.startsWith('of ') ? '' : 'of ties '} ${clause.startsWith('keep ') ? '' : 'keep 1 '} component x marked by a  ${clause} }`,
  component: (clause) => `${before}index i { of ties  keep 1  component x { ${clause} } }`,
  compare: (clause) => `${before}compare k { ${clause.startsWith('of ') ? '' : 'of a '} ${clause.startsWith('by ') ? '' : 'by sex '} ${clause} }`,
  regression: (clause) => `${before}regression r { ${clause.startsWith('explain ') ? '' : 'explain a '} ${clause.startsWith('by ') ? '' : 'by b, age '} ${clause} }`,
  published: (clause) => `${before}published "P" { ${clause}  sample = 3 }`,
  report: (clause) => `${before}report { ${clause} }`,
};
const compiled = (text: string) => compile({ entry: 'x.study', texts: new Map([['x.study', text]]) });
const planOf = (text: string): string => JSON.stringify(compiled(text).plan);

/** Any text, name or file may stand there: whether it exists is known when the data are. */
const anyText: readonly string[] = ['data id', 'data cluster', 'data stratum', 'data weight', 'data sheet', 'data encoding', 'data join', 'indicator from', 'category from', 'number from', 'regression errors', 'source doi'];
const anyNumber: readonly string[] = ['indicator missing', 'category missing', 'number missing', 'data missing'];
const anyLabel = anyNumber;
const flags: readonly string[] = ['reversed', 'absent'];
/** Found by this test; each is a fault of its own. Nothing may be added here. */
const known: readonly string[] = ['dimension missing', 'compare missing', 'published stars', 'report decimals', 'dimension on', 'indicator on', 'dimension like', 'indicator like', 'category like', 'number like', 'index like', 'compare like', 'regression like'];

const pairs = Object.values(kinds).flatMap(({ kind, clauses }) => (holders[kind] === undefined ? [] : clauses.filter((word) => !flags.includes(word)).map((word) => [`${kind} ${word}`, kind, word] as const)));

describe('nothing is read and ignored', () => {
  it('walks every declaration that has clauses', () => { expect(pairs.length).toBeGreaterThan(40); });

  it.each(pairs.filter(([name]) => !anyText.includes(name)))('%s: garbage is a problem', (name, kind, word) => {
    const silent = ['zzqx', '"zzqx"', 'zzqx zzqy', '99999'].some((garbage) => (garbage !== '99999' || !anyNumber.includes(name)) && (garbage !== '"zzqx"' || !anyLabel.includes(name)) && compiled(holders[kind]!(`${word} ${garbage}`)).problems.length === 0);
    expect(silent, known.includes(name) ? 'mended? then take it off the list' : 'read and ignored').toBe(known.includes(name));
  });

  const words = Object.entries(options).flatMap(([block, of]) => Object.entries(of).flatMap(([word, list]) => (holders[block as Kind] === undefined ? [] : [[`${block} ${word}`, block as Kind, word as ClauseWord, list] as const])));
  it.each(words)('%s: a word too much is a problem', (name, kind, word, list) => {
    const first = list[0]!;
    const { problems } = compiled(holders[kind]!(`${word} ${first} zzqx`));
    expect(problems.length > 0 || known.includes(name)).toBe(true);
  });
});

describe('every word of every option does something', () => {
  const ways = Object.entries(optionsOf).flatMap(([block, of]) => (holders[block as Kind] === undefined ? [] : Object.values(of).flatMap((option) => waysOf(option).map((way) => [`${block} ${option.word} ${way.text}`, block as Kind, option, way] as const))));
  it.each(ways)('%s', (_name, kind, option, way) => {
    const text = holders[kind]!(`${option.word} ${way.text.replace('site', 'sex')}`);
    const { problems } = compiled(text);
    if (way.notYet) { expect(problems.map((problem) => problem.name)).toEqual(['not-yet']); return; }
    expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    const plain = planOf(holders[kind]!(''));
    const changed = JSON.parse(planOf(text)) as { jobs: { defaults: string[] }[] };
    // The default says nothing new but that it was said.
    expect(changed.jobs[0]!.defaults.some((line) => line.startsWith(`${option.word} `))).toBe(false);
    const strip = (plan: string): string => plan.replace(/"defaults":\[[^\]]*\]/gu, '');
    expect(strip(planOf(text)) === strip(plain)).toBe(way.text === option.default);
  });

  it('two alternatives where one is meant are not read as the first', () => {
    for (const clause of ['rotate varimax, none', 'rotate varimax | none']) expect(compiled(holders.index!(clause)).problems.map((problem) => problem.name)).toEqual(['unknown-option']);
    expect(compiled(holders.regression!('errors clasical')).problems.map((problem) => problem.message)).toEqual([expect.stringContaining('clasical')]);
  });
});
