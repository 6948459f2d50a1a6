// What is said of the word under the pointer.
import { describe, expect, it } from 'vitest';
import { formulaOf } from '@studyspec/core';
import { hoverAt, signatures } from '@studyspec/dsl';
import { base, project, snapshotOf, unmark, type Options } from './support.ts';

/** The hover at the caret: its word and what it says. */
function check(spec: string, options: Options = {}): { readonly word: string; readonly markdown: string } | null {
  const { text, offset } = unmark(spec);
  const hover = hoverAt(snapshotOf(project(text), 'main.study', options), offset);
  return hover === null ? null : { word: text.slice(hover.span.start, hover.span.end), markdown: hover.markdown };
}

describe('hovers of declarations', () => {
  it('an indicator: its words, coding, answers and numbers', () => {
    const found = check(base.replace('marked by friends', 'marked by fri$0ends'))!;
    expect(found.word).toBe('friends');
    expect(found.markdown).toContain('**indicator** `friends` · in `ties`');
    expect(found.markdown).toContain('Has friends  \nzh: 有朋友');
    expect(found.markdown).toContain('column `friends` · scale `agreement` 1..5 (no … yes) · missing: blank, `99`');
    expect(found.markdown).toMatch(/```text\n1 [█▏▎▍▌▋▊▉ ]+[\d.]+ % {2}no\n/u);
    expect(found.markdown).toMatch(/n 40 · missing 0 · mean \d\.\d{3} · SD \d\.\d{3}.*item–total r/u);
  });

  it('and in Chinese, with the labels that the study has in Chinese', () => {
    const s = { ...snapshotOf(project(base), 'main.study'), language: 'zh' };
    const at = (text: string): string => hoverAt(s, base.indexOf(text) + text.length - 1)!.markdown;
    expect(at('indicator friends')).toContain('**指标** `friends` · 属于 `ties`');
    expect(at('indicator friends')).toContain('列 `friends` · 评分量表 `agreement` 1～5（否 … 是） · 缺失值：空白、`99`');
    expect(at('category sex')).toMatch(/\| `male`（参照组） \| 男 \| `1` \| \d+ \| [\d.]+% \|/u);
    expect(at('index score')).toMatch(/^n=\d+ · KMO 值 [\d.]+ · Bartlett χ²\(\d+\)=[\d.]+，p(?:<0\.001|=0\.\d{3}) · α=[\d.]+$/mu);
  });

  it('a reversed indicator says so; without data the coding stays', () => {
    expect(check(base.replace('indicator alone', 'indicator al$0one'), { data: false })!.markdown).toBe(
      '**indicator** `alone` · in `ties`\n\nIs alone\n\ncolumn `alone` · scale `agreement` 1..5 (no … yes) · **reversed** (x ' +
        'becomes low + high − x) · missing: blank, `99`',
    );
  });

  it('a data file: how it was read, and what would change that; without data nothing', () => {
    const name = /data "([^"]+)"/u.exec(base)![1]!;
    const spec = base.replace(`data "${name}"`, `data "${name.slice(0, 2)}$0${name.slice(2)}"`);
    const found = check(spec)!;
    expect(found.word).toBe(`"${name}"`);
    expect(found.markdown).toMatch(/: CSV, UTF-8, names in row 1, commas between the cells, decimal point; 40 rows, \d+ columns/u);
    expect(found.markdown).toMatch(/to change that.*encoding.*header.*decimal/u);
    expect(check(spec, { data: false })?.markdown ?? '').not.toContain('UTF-8');
  });

  it('a category: levels with codes, counts and the reference; a level', () => {
    const found = check(base.replace('category sex', 'category se$0x'))!;
    expect(found.markdown).toMatch(/\| `male` \(reference\) \| Male \| `1` \| \d+ \| [\d.]+ % \|/u);
    expect(check(base.replace('south =', 'so$0uth ='))!.markdown).toMatch(
      /^\*\*level\*\* `south` of `region`\n\ncodes `"B"`, `"C"` · n \d+ \([\d.]+ % of the valid answers\)$/u,
    );
  });

  it('an index: checks, components, weights, and the defaults in force', () => {
    const { markdown } = check(base.replace('index score', 'index sc$0ore'))!;
    expect(markdown).toMatch(/n \d+ · KMO 0\.\d{3} · Bartlett χ² [\d.]+, df 10, p/u);
    expect(markdown).toMatch(/\| `social` \| `friends` \| [\d.]+ % \| 0\.\d{3} \|/u);
    expect(markdown).toContain(
      'Defaults in force: `missing listwise`, `correlations pearson`, `extract components`, `rotate varimax (Kaiser-normalised)`',
    );
  });

  it('dimensions, components, comparisons, regressions, hypotheses', () => {
    expect(check(base.replace('dimension ties', 'dimension t$0ies'))!.markdown).toMatch(
      /Cronbach’s α 0\.\d{3} .*\n\n\| item \| answers \|.*\n.*\n\| `friends` \| [▁▂▃▄▅▆▇█]{5} \|/u,
    );
    expect(check(base.replace('component social', 'component soc$0ial'))!.markdown).toMatch(
      /marked by `friends`.*\n\nexplains [\d.]+ % · weight 0\.\d{3}/u,
    );
    expect(check(base.replace('compare by_region', 'compare b$0y_region'))!.markdown).toMatch(
      /`score`, `social` by `region`\n\n\| outcome \| F \|/u,
    );
    expect(check(base.replace('regression model', 'regression mo$0del'))!.markdown).toMatch(
      /3 predictors · cases with a missing answer are left out.*\n\n\| outcome \| n \| R² \|[^]*Defaults in force: `missing listwise`/u,
    );
    expect(check(base.replace('hypothesis helps', 'hypothesis hel$0ps'))!.markdown).toContain('**✓ holds**');
  });

  it('scales and columns', () => {
    expect(check(base.replace('on agreement {', 'on agree$0ment {'))!.markdown).toContain(
      '**scale** `agreement` 1..5\n\n1 no / 否  \n5 yes / 是',
    );
    expect(check(base.replace('from site', 'from si$0te'))!.markdown).toMatch(
      /^\*\*column\*\* `site` · text · 3 different\n\n\| value \| rows \|/u,
    );
  });
});

describe('hovers of numbers and words', () => {
  it('a quantity: what it is, its value, formula and source', () => {
    expect(check(base.replace('ties.alpha', 'ties.al$0pha'))!.markdown).toMatch(
      new RegExp(
        String.raw`^\*\*Cronbach's alpha\*\* · \x60ties\.alpha\x60 = \*\*0\.\d{3}\*\*\n\n\x60α = k/\(k − 1\) · \(1 − Σsᵢ² / sₜ²\), ` +
          String.raw`over the respondents who answered every item\x60 {2}\n\*Cronbach 1951`,
        'u',
      ),
    );
  });

  it('a printed figure: printed against computed', () => {
    expect(check(base.replace('sample = 40', 'sample = 4$00'.replace('4$00', '4') + '$00'))!.markdown).toBe(
      '✓ `sample`: printed `40`, computed `40`',
    );
    expect(check(base.replace('ties.alpha = 0.5', 'ties.alpha = 0.$05'))!.markdown).toMatch(
      /^✗ `ties\.alpha`: printed `0\.5`, computed `0\.\d\d`$/u,
    );
  });

  it('keywords and options', () => {
    expect(check(base.replace('index score', 'in$0dex score'))!.markdown).toContain('How answers become one score.');
    expect(check(base.replace('explain score', 'exp$0lain score'))!.markdown).toContain('The outcomes, each with a model of its own.');
    expect(check(base.replace('keep 2', 'keep 2\n  rotate varimax r$0aw'))!).toEqual({
      word: 'varimax raw',
      markdown: '**rotate varimax raw**: Varimax without Kaiser normalisation.',
    });
  });

  it('says nothing where nothing is', () => {
    expect(check(base.replace('published', '\n$0\npublished'))).toBeNull();
    expect(check('study "x"\nindex i { of a$0 }')).toBeNull();
    expect(check('$0')).toBeNull();
  });

  it('has a formula for every quantity', () => {
    const without = Object.entries(signatures).flatMap(([of, list]) =>
      list.filter((one) => formulaOf(of, one.name, one.args.length) === null).map((one) => `${of}.${one.name}`),
    );
    expect(without).toEqual([]);
  });
});

it('says of a database before a label how it is reached', () => {
  const found = check('study "A"\ndata duck$0db "r.duckdb" { table "t" }', { data: false })!;
  expect(found.word).toBe('duckdb');
  expect(found.markdown).toContain('counted by SQL');
  expect(found.markdown).toContain('```study\ndata duckdb "register.duckdb"');
  expect(check('study "A"\ndata duckdb "r.duckdb" { ta$0ble "t" }', { data: false })!.markdown).toContain('of a DuckDB file');
});
