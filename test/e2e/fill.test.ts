// Manuscripts with numbers, tables and figures put in: what is asked for stands there and nowhere else, nothing of an author's is ever
// written over. Which numbers one changed answer moves is fill-moved.test.ts'.
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answers, declared, models } from '../support/cli.ts';
import { call, madeFolder } from '../support/in-process.ts';

vi.mock('../../packages/cli/src/base/streams.ts', async (original) => (await import('../support/caught-streams.ts')).streamsInto(original));

const folder = madeFolder();
afterAll(folder.remove);
const fill = (manuscript: string, ...more: string[]) => call('fill', folder.at(manuscript), folder.at('s.study'), ...more);
/** What is written, without the record at its end. */
const filled = (name: string): string => folder.read(name).split(/\n(?:<!--|%) studyspec fill/u)[0]!;
const numbers = async (): Promise<Record<string, number | null>> =>
  JSON.parse((await call('query', folder.at('s.study'), '--json')).out) as Record<string, number | null>;

beforeAll(() => {
  folder.write({ 's.study': declared() + models, 'd.csv': answers });
});

describe('numbers in a sentence', () => {
  it('are written as asked', async () => {
    folder.write({
      'one.md':
        '{{ I.kmo }} {{I.kmo|2}} {{ I.kmo | apa }}' +
        ' {{ R.I.p | apa }} {{ R.I.p | p }} {{ R.I.r2 | percent }} {{ R.I.r2 | percent 0 }} {{ R.I.n }} {{ R.I.f | apa 1 }}\n',
    });
    expect((await fill('one.md')).code).toBe(0);
    const all = await numbers();
    const [kmo, r2, f] = [all['I.kmo']!, all['R.I.r2']!, all['R.I.f']!];
    expect(filled('one.filled.md').trim()).toBe(
      `${kmo.toFixed(3)} ${kmo.toFixed(2)} ${kmo.toFixed(2).slice(1)} < .001 *p* < .001 ` +
        `${(r2 * 100).toFixed(1)}% ${(r2 * 100).toFixed(0)}% 40 ${f.toFixed(1)}`,
    );
  });

  it('are joined by the methods, a paragraph each, unless a declaration is called so', async () => {
    folder.write({ 'm.md': 'Before.\n\n{{ methods }}\n', 'm.tex': '{{ methods }}\n', 'm2.md': '{{ methods | apa }}\n' });
    expect((await fill('m.md')).code).toBe(0);
    const text = filled('m.filled.md');
    const run = await call('run', folder.at('s.study'), '--only', 'methods', '--format', 'json');
    const { methods } = JSON.parse(run.out) as { readonly methods: readonly string[] };
    expect(methods.length).toBeGreaterThan(3);
    expect(methods[0]).toMatch(/^The study rests on the answers of 40 respondents\./u);
    expect(text.trim().split('\n\n')).toHaveLength(1 + methods.length);
    expect(text).toContain('Everything was computed by StudySpec 0.1.0');
    expect((await call('fill', folder.at('m.md'), folder.at('s.study'), '--check')).code).toBe(0);
    expect((await fill('m.tex')).code).toBe(0);
    expect(filled('m.filled.tex')).toContain('\\ensuremath{\\chi}');
    expect((await fill('m2.md')).code).toBe(1);
  });

  it('leave code, comments, escaped braces, formulas and shortcodes alone', async () => {
    const text = [
      '```r\n{{ I.kmo }}\n```',
      '  ~~~~\n{{ I.kmo }}\n~~~\n~~~~',
      '`{{ I.kmo }}` and ``a ` {{ I.kmo }}``',
      '\\{{ I.kmo }}',
      '<!-- {{ I.kmo }} -->',
      '$\\frac{{a}}{{b}}$ {{< include x.md >}} {{{ x }}}',
      '',
    ].join('\n\n');
    folder.write({ 'code.md': text });
    expect((await fill('code.md')).code).toBe(0);
    expect(filled('code.filled.md')).toBe(text);
    const tex =
      '\\begin{verbatim}\n{{ I.kmo }}\n\\end{verbatim}\n% {{ I.kmo }}\n' +
      '\\verb|{{ I.kmo }}| \\{{ I.kmo }} \\textbf{{\\itshape x}} {{Title}}\n';
    folder.write({ 'code.tex': tex });
    expect((await fill('code.tex')).code).toBe(0);
    expect(filled('code.filled.tex')).toBe(tex);
  });

  it('keep the ends of lines and letters of all scripts', async () => {
    folder.write({ '文稿.md': '指数 {{ I.kmo | 2 }}。\r\n\r\n{{ table:C }}\r\n' });
    expect((await fill('文稿.md')).code).toBe(0);
    expect(folder.read('文稿.filled.md').replaceAll('\r\n', '')).not.toContain('\n');
  });
});

it('LaTeX has tables by booktabs: a float, or in the author’s own the tabular alone', async () => {
  folder.write({
    't.tex':
      '\\begin{document}\n$p$ {{ R.I.p | apa }}, {{ R.I.r2 | percent }}\n{{ table:R }}\n' +
      '\\begin{table}\n{{ table:I:loadings }}\n\\end{table}\n{{ figure:I:scree-plot }}\n\\end{document}\n',
  });
  expect((await fill('t.tex')).code).toBe(0);
  const text = filled('t.filled.tex');
  expect(text).toContain('$p$ \\ensuremath{<} .001, ');
  expect(text).toContain('\\%\n\\begin{table}[htbp]\n\\centering\n\\caption{');
  expect(text.match(/\\begin\{table\}/gu)).toHaveLength(2);
  expect(text.match(/\\toprule\n[^]*?\\midrule\n[^]*?\\bottomrule\n\\end\{tabular\}/gu)).toHaveLength(2);
  expect(text).toContain('\\includesvg[width=\\linewidth]{t.filled-figures/I-scree-plot}');
  // Every row has as many cells as there are columns, and every brace is closed.
  for (const [, columns, body] of text.matchAll(/\\begin\{tabular\}\{([lr]+)\}\n([^]*?)\\end\{tabular\}/gu)) {
    for (const row of body!.split('\n').filter((line) => line.endsWith('\\\\'))) {
      const spans = [...row.matchAll(/\\multicolumn\{(\d+)\}/gu)].reduce((sum, [, n]) => sum + Number(n) - 1, 0);
      expect(row.split(/(?<!\\)&/u).length + spans, row).toBe(columns!.length);
    }
  }
  expect(text.match(/(?<!\\)\{/gu)!.length).toBe(text.match(/(?<!\\)\}/gu)!.length);
});

it('Quarto has captions that it numbers', async () => {
  folder.write({ 'q.qmd': 'See @tbl-R-coefficients.\n\n{{ table:R }}\n\n{{ figure:scree }}\n' });
  expect((await fill('q.qmd')).code).toBe(0);
  expect(filled('q.filled.qmd')).toMatch(/\n\n: .* \{#tbl-R-coefficients\}\n/u);
  expect(filled('q.filled.qmd')).toContain('{#fig-I-scree-plot}');
});

describe('the study of a manuscript', () => {
  const alone = (manuscript: string) => call('fill', folder.at(manuscript), '--lang', 'en');
  it('is the one that it names, else the one beside it, else the one that is called as it is', async () => {
    folder.write({
      'sub/other.study': declared('../d.csv').replace('keep 2', 'keep 1'),
      'named.md': '---\nstudyspec: "sub/other.study"  # the short one\n---\n{{ I.kmo | 2 }}\n',
      'comment.md': '# T\n\n<!-- studyspec: sub/other.study -->\n\n{{ I.kmo | 2 }}\n',
      'named.tex': '% studyspec: sub\\other.study\n{{ I.kmo | 2 }}\n',
      'sub/beside.md': '{{ I.kmo | 2 }}\n',
      's.md': '{{ R.I.n }}\n',
    });
    // R is of the one in the folder only.
    folder.write({ 'wrong.md': '---\nstudyspec: sub/other.study\n---\n{{ R.I.n }}\n' });
    expect((await alone('wrong.md')).err).toContain('nothing is at R.I.n');
    for (const name of ['named.md', 'comment.md', 'named.tex', 'sub/beside.md']) expect(await alone(name), name).toMatchObject({ code: 0 });
    expect(await alone('s.md')).toMatchObject({ code: 0 });
    folder.write({ 't.study': declared(), 'none.md': '{{ R.I.n }}\n---\nstudyspec: s.study\n---\n' });
    expect((await alone('s.md')).code).toBe(0);
    expect(await alone('none.md')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/names no study.*\n?.*studyspec: FILE/u) as string,
    });
  });
});

describe('what cannot be filled', () => {
  it('is told with its place and what is near; nothing is written', async () => {
    folder.write({
      'bad.md':
        'ok {{ I.kmo }}\n中 {{ I.kmoo }} {{ I.kmo | apaa }}\n{{ table:nix }} {{ figure:nix }}\n' +
        '{{ C.I.tamhane }} {{ table:R | 2 }}\nopen {{ I.kmo\n\n{{ }} {{ R.I.clusters }}\n',
    });
    const { code, err } = await fill('bad.md');
    expect(code).toBe(1);
    expect(existsSync(folder.at('bad.filled.md'))).toBe(false);
    const lines = err.split('\n').map((line) => line.replace(/^.*bad\.md:/u, ''));
    expect(lines[0]).toBe('2:3: error: nothing is at I.kmoo. Did you mean I.kmo?');
    expect(lines[1]).toBe(
      '2:16: error: a number cannot be written as "apaa": plain, apa, p, percent, or the digits after its point (| 2). Did you mean apa?',
    );
    expect(lines[2]).toMatch(/^3:1: error: the study has no one table "nix"\. There are: .*R:coefficients/u);
    expect(lines[3]).toMatch(/^3:17: error: the study has no one figure "nix"\. There are: .*I:scree-plot/u);
    expect(lines[4]).toMatch(/^4:1: error: nothing is at C\.I\.tamhane\./u);
    expect(lines[5]).toBe('4:19: error: a table or figure has no format: leave out "| 2".');
    expect(lines[6]).toMatch(/^5:6: error: the braces that open here are not closed\./u);
    expect(lines[7]).toMatch(/^7:1: error: there is nothing between these braces\./u);
    expect(lines[8]).toBe('7:7: error: R.I.clusters has no value: the standard errors are not clustered.');
    const chinese = await fill('bad.md', '--lang', 'zh');
    expect(chinese.err).toContain('2:3: 错误：地址 `I.kmoo` 没有统计量。是否应为 `I.kmo`？');
    expect(chinese.err).not.toMatch(/error|Did you mean/u);
  });

  it('a name that stands for many numbers lists some of them', async () => {
    folder.write({ 'many.md': '{{ R.I.b }}' });
    expect((await fill('many.md')).err).toContain('Did you mean R.I.b(intercept), R.I.b(a)');
  });

  it('never writes over the manuscript, the study, or what somebody has changed', async () => {
    folder.write({ 'own.md': '{{ I.kmo }}\n' });
    expect((await fill('own.md', '-o', folder.at('own.md'))).err).toContain('is an input');
    expect((await fill('own.md', '-o', folder.at('s.study'))).code).toBe(2);
    expect((await fill('own.md')).code).toBe(0);
    const edited = folder.read('own.filled.md').replace(/^/u, 'By hand. ');
    folder.write({ 'own.filled.md': edited });
    const refused = await fill('own.md');
    expect([refused.code, folder.read('own.filled.md')]).toEqual([1, edited]);
    expect((await fill('own.md', '--check')).out).toContain('was changed since it was filled');
    expect((await fill('own.md', '--force')).code).toBe(0);
    expect(folder.read('own.filled.md')).not.toContain('By hand');
    expect(folder.read('own.md')).toBe('{{ I.kmo }}\n');
  });
});
