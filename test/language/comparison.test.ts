// A file that compares studies: what it names, what its addresses mean, what is wrong with it. Values are those of `compareStudies` itself,
// which are held against R in test/numbers/comparison-by-address.test.ts; here it is shown that the file has the same ones under its names.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  compareStudies,
  comparisonJson,
  comparisonQuantities,
  comparisonReportOf,
  tell,
  type Block,
  type TableBlock,
} from '@studyspec/core';
import { comparedListsOf, comparedOf, openStudy, resultsOf } from '@studyspec/dsl';
import { tablesIn } from '../support/cells.ts';
import { worldOf } from '../support/project.ts';

const read = (name: string): string => readFileSync(new URL(`../numbers/data/comparison-${name}.csv`, import.meta.url), 'utf8');
const study = (name: string): string => `study "${name}"
data "${name}.csv"
scale s 1..7
dimension p on s { indicator a  indicator b  indicator c  indicator d }
dimension q on s { indicator e  indicator f  indicator g  indicator h }
number age
number school
number y
index li { of p, q  keep 2  rotate varimax  component lx marked by a  component ly marked by e  rescale 0..100 }
regression full { explain y  by age, school }
`;
const files = {
  'one.study': study('one'),
  'two.study': study('two'),
  'three.study': study('three'),
  'one.csv': read('one'),
  'two.csv': read('two'),
  'three.csv': read('three'),
};
const head = `comparison c "All three" zh "三地" {
  first "The first" zh "第一" = "one.study"
  second = "two.study"
  third = "three.study"
}
`;
const opened = (text: string, more: Readonly<Record<string, string>> = {}) =>
  openStudy('x.study', worldOf({ ...files, 'x.study': text, ...more }));
const told = (text: string, more: Readonly<Record<string, string>> = {}): readonly string[] =>
  comparedListsOf(opened(text, more), null).problems.map((one) => {
    const source = one.place === undefined ? '' : ({ ...files, ...more, 'x.study': text } as Record<string, string>)[one.place.file]!;
    return `${one.code} ${one.place?.file} ${source.slice(one.place?.span.start, one.place?.span.end)}`;
  });
const messages = (text: string, more: Readonly<Record<string, string>> = {}): string =>
  opened(text, more)
    .problems.map((one) => `${tell(one, 'en').message} ${tell(one, 'en').help}`)
    .join('\n');
const tableOf = (blocks: readonly Block[], id: string): TableBlock => tablesIn(blocks).find(({ table }) => table.id === id)!.table;
const drawn = { replications: 20 };

describe('a file that compares studies', () => {
  const text = `${head}quantity gap "Gap" = c.li.frozen.mean(second) - c.li.frozen.mean(first)
quantity more = 2 * gap
hypothesis near { c.li.congruence(lx, second) > 0.5  gap = c.li.frozen.difference(second) }
hypothesis far  { c.a.n(first) < 0  c.a.n(first) > 0 }
report { language zh  decimals 2 }
`;
  const file = opened(text);
  const results = comparedOf(file, drawn)!;
  const plain = compareStudies(
    file.members.map((member, at) => ({
      name: ['first', 'second', 'third'][at]!,
      plan: member.compiled.plan!,
      coded: member.coded!,
      frame: member.frame!,
      results: resultsOf(member)!,
    })),
    drawn,
  );

  it('has every number of the comparison under its own name', () => {
    expect(file.problems).toEqual([]);
    const own = [...results.quantities.values()].filter(({ address }) => address.startsWith('c.'));
    const expected = [...comparisonQuantities(plain).values()].map(({ address, value }) => [`c.${address}`, value]);
    expect(own.map(({ address, value }) => [address, value])).toEqual(expected);
    expect(expected.length).toBeGreaterThan(300);
  });

  it('makes figures of its figures, in whatever order they are declared', () => {
    const mean = (name: string): number => results.quantities.get(`c.li.frozen.mean(${name})`)!.value!;
    expect(results.quantities.get('gap')!.value).toBe(mean('second') - mean('first'));
    expect(results.quantities.get('more')!.value).toBe(2 * (mean('second') - mean('first')));
  });

  it('has verdicts on its claims, each told at its line when it fails', () => {
    expect(results.hypotheses.map(({ plan, verdict }) => [plan.name, verdict])).toEqual([
      ['near', 'holds'],
      ['far', 'partly'],
    ]);
    const [failed] = comparedListsOf(file, results).problems;
    expect(failed).toMatchObject({ name: 'claim-fails', place: { file: 'x.study' } });
    expect(text.slice(failed!.place!.span.start, failed!.place!.span.end)).toBe('c.a.n(first) < 0');
  });

  it('is written in its own language, with its labels and decimals', () => {
    const report = comparisonReportOf(results.comparison, { of: results });
    expect([report.title, report.language]).toEqual(['三地', 'zh']);
    const items = tableOf(report.blocks, 'items');
    expect(new Set(items.columns.flatMap(({ group }) => group ?? []))).toEqual(new Set(['第一', 'second', 'third']));
    const cells = items.rows.flat().flatMap((cell) => (cell !== null && 'address' in cell ? [cell.address] : []));
    expect(cells.length).toBeGreaterThan(20);
    for (const address of cells) expect(results.quantities.has(address!), address).toBe(true);
    const gap = tableOf(report.blocks, 'quantities').rows[0]!;
    expect(gap).toMatchObject([{ text: 'Gap' }, { address: 'gap' }, {}]);
    expect(tablesIn(report.blocks).map(({ table }) => table.id)).toContain('claims');
  });

  it('shows a part of the report when asked for one', () => {
    const ids = (only: readonly string[]): string[] =>
      comparisonReportOf(results.comparison, { of: results, only }).blocks.map((block) => (block.kind === 'section' ? block.id : ''));
    expect(ids(['items'])).toEqual(['items']);
    expect(ids(['gap'])).toEqual(['quantities']);
    expect(ids(['hypotheses'])).toEqual(['claims']);
  });

  it('says in JSON what it is, what it claims and what it was made of', () => {
    const json = JSON.parse(
      comparisonJson(results.comparison, '0', { results, inputs: new Map([['one.study', 'abc']]), problems: [] }),
    ) as {
      comparison: { name: string };
      claims: { name: string; verdict: string }[];
      inputs: Record<string, string>;
      quantities: { address: string; value: number | null }[];
    };
    expect(json.comparison.name).toBe('c');
    expect(json.claims.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['near', 'holds'],
      ['far', 'partly'],
    ]);
    expect(json.inputs).toEqual({ 'one.study': 'abc' });
    expect(json.quantities.map(({ address, value }) => [address, value])).toEqual(
      [...results.quantities.values()].map(({ address, value }) => [address, value]),
    );
  });
});

describe('every address that the comparison has', () => {
  it('may be claimed', () => {
    const results = comparedOf(opened(head), drawn)!;
    const addresses = [...results.quantities.keys()].filter((address) => !/\.form\.|\((?!lx)\w+, \w+, |c\.[b-h]\./u.test(address));
    expect(addresses.length).toBeGreaterThan(200);
    expect(told(`${head}hypothesis all {\n${addresses.map((address) => `  ${address} > 0`).join('\n')}\n}\n`)).toEqual([]);
  });
});

describe('what is wrong with a comparison', () => {
  const claim = (address: string): string => `${head}hypothesis h { ${address} > 0 }\n`;
  it.each([
    ['an unknown name', claim('c.lii.congruence(lx, second)'), 'SS201 x.study lii', 'Did you mean "li"?'],
    ['an unknown number', claim('c.li.congruense(lx, second)'), 'SS206 x.study congruense', 'Did you mean "congruence"?'],
    ['an unknown study', claim('c.a.d(secnd)'), 'SS201 x.study secnd', 'Did you mean "second"?'],
    ['an unknown component', claim('c.li.congruence(lz, second)'), 'SS201 x.study lz', 'Did you mean "lx"?'],
    ['an unknown item', claim('c.li.moved(aa, second)'), 'SS201 x.study aa', 'Did you mean "a"?'],
    ['the first study against itself', claim('c.a.d(first)'), 'SS207 x.study first', 'which the others are held against'],
    ['too many in brackets', claim('c.a.d(second, third)'), 'SS207 x.study c.a.d(second, third)', 'a study of the comparison'],
    ['nothing in brackets', claim('c.a.d'), 'SS207 x.study c.a.d', 'a study of the comparison'],
    ['an outcome that is none', claim('c.full.z.joint.p'), 'SS218 x.study z', 'y'],
    ['a term that is none', claim('c.full.y.b(agge, second)'), 'SS216 x.study agge', 'Did you mean "age"?'],
    ['the comparison alone', claim('c'), 'SS206 x.study c', 'which of its numbers is meant'],
    ['a number of a study', claim('li.kmo'), 'SS201 x.study li', 'Nothing is called'],
    ['the size of a sample', claim('sample'), 'SS201 x.study sample', 'Nothing is called'],
  ])('%s', (_, text, expected, words) => {
    expect(told(text)).toEqual([expected]);
    expect(messages(text)).toContain(words);
  });

  it('a study that cannot be read', () => {
    expect(told('comparison c { a = "one.study"  b = "twwo.study" }\n')).toEqual(['SS221 x.study "twwo.study"']);
  });
  it('a study with errors, which are told too, once', () => {
    const broken = { 'two.study': study('two').replace('keep 2', 'keep two') };
    const found = told(`${head}hypothesis h { c.li.congruence(lx, third) > 0  c.nothing.d(third) > 0 }\n`, broken);
    expect(found.filter((one) => one.includes('x.study'))).toEqual(['SS282 x.study "two.study"']);
    expect(found.some((one) => one.includes(' two.study '))).toBe(true);
    const without = told(head, { 'two.study': study('two').replace('"two.csv"', '"none.csv"') });
    expect(without.map((one) => one.slice(0, 18))).toEqual(expect.arrayContaining(['SS282 x.study "two', 'SS301 two.study "n']));
    expect(without).toHaveLength(2);
  });
  it('a comparison among the studies, itself too', () => {
    expect(told('comparison c { a = "one.study"  b = "x.study" }\n')).toEqual(['SS282 x.study "x.study"']);
    expect(told('comparison c { a = "one.study"  b = "y.study" }\n', { 'y.study': head })).toEqual(['SS282 x.study "y.study"']);
  });
  it('a study twice, under whatever name', () => {
    expect(told('comparison c { a = "one.study"  b = "./one.study" }\n')).toEqual(['SS283 x.study "./one.study"']);
    expect(told('comparison c { a = "one.study"  a = "two.study"  b = "three.study" }\n').map((one) => one.slice(0, 5))).toEqual(['SS202']);
  });
  it('fewer than two studies', () => {
    expect(told('comparison c { a = "one.study" }\n')).toEqual(['SS281 x.study c']);
    expect(told('comparison c\n')).toEqual(['SS281 x.study c']);
  });
  it('no file, or several', () => {
    expect(told('comparison c { a = "one.study"  b = two }\n')).toEqual(['SS282 x.study two']);
    expect(told('comparison c { a = "one.study"  b = "two.study" | "three.study" }\n')).toEqual(['SS282 x.study "three.study"']);
  });
  it.each([
    ['data "one.csv"', 'data'],
    ['scale s 1..5', 'scale'],
    ['index li { of a, b  keep 1 }\nhypothesis h { li.mean > 0 }', 'index'],
    ['regression r { explain a  by b }\nhypothesis h { r.a.r2 > 0 }', 'regression'],
    ['comparison d { a = "one.study"  b = "two.study" }', 'comparison'],
    ['published "P" { sample = 3 }', 'published'],
  ])('what may not stand beside it: %s', (more, kind) => {
    expect(told(`${head}${more}\n`)).toEqual([`SS280 x.study ${kind}`]);
  });
  it('a comparison in the file of a study', () => {
    expect(told(`${study('one')}${head.replace('comparison c', 'comparison all')}hypothesis no { all.a.d(second) > 0 }\n`)).toEqual([
      'SS280 x.study comparison',
    ]);
  });
});
