// A manuscript of forty addresses, two tables and a figure, as Markdown, Quarto, LaTeX and Word: one changed answer changes exactly the
// numbers that depend on it, by what `query` gives before and after; `--check` fails then and names them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answers, declared, models } from '../support/cli.ts';
import { call, madeFolder } from '../support/in-process.ts';
import { paragraph, partOf, run, textOf, wordManuscript } from '../support/word-manuscript.ts';

vi.mock('../../packages/cli/src/base/streams.ts', async (original) => (await import('../support/caught-streams.ts')).streamsInto(original));
// Painting takes seconds, and has tests of its own.
vi.mock('../../packages/cli/src/host/paint.ts', () => ({
  paintedDrawings: (drawings: readonly string[]) => Promise.resolve(new Map(drawings.map((svg) => [svg, Buffer.from(`points of ${svg}`)]))),
}));

const folder = madeFolder();
afterAll(folder.remove);
const fill = (manuscript: string, ...more: string[]) => call('fill', folder.at(manuscript), folder.at('s.study'), '--lang', 'en', ...more);
const numbers = async (): Promise<Record<string, number | null>> =>
  JSON.parse((await call('query', folder.at('s.study'), '--json')).out) as Record<string, number | null>;

let asked: readonly string[];
let old: Record<string, number | null>;
let now: Record<string, number | null>;
beforeAll(async () => {
  folder.write({ 's.study': declared() + models, 'd.csv': answers.replace('\n5,1,2,1,1,12.48,2', '\n5,1,2,1,1,3.2,2') });
  now = await numbers();
  folder.write({ 'd.csv': answers });
  old = await numbers();
  const all = Object.entries(old).filter(([, value]) => value !== null);
  const every = Math.floor(all.length / 40);
  asked = all.flatMap(([address], at) => (at % every === 0 ? [address] : [])).slice(0, 40);
});

const PARTS = ['{{ table:R }}', '{{ table:I:loadings }}', '{{ figure:scree }}'];
const sentence = (address: string): string => `{{ ${address} | 6 }} is ${address}`;
interface Form {
  readonly make: () => string | Uint8Array;
  /** What stands there, a line a sentence, without the record. */
  readonly lines: (name: string) => readonly string[];
  readonly table: RegExp;
  readonly picture: RegExp;
}
const asText = (name: string): string[] =>
  folder
    .read(name)
    .split(/\n(?:<!--|%) studyspec fill/u)[0]!
    .split('\n');
const markdown: Form = {
  make: () => `# Paper\n\n${asked.map((one) => `- ${sentence(one)}`).join('\n')}\n\n${PARTS.join('\n\n')}\n`,
  lines: asText,
  table: /\| :-- \| --: \|/u,
  picture: /\]\(<paper\.filled-figures\/I-scree-plot\.svg>\)/u,
};
const forms: Readonly<Record<string, Form>> = {
  md: markdown,
  qmd: { ...markdown, picture: /\]\(<paper\.filled-figures\/I-scree-plot\.svg>\)\{#fig-I-scree-plot\}/u },
  tex: {
    make: () => `\\begin{document}\n${asked.map(sentence).join('\n\n')}\n\n${PARTS.join('\n\n')}\n\\end{document}\n`,
    lines: asText,
    table: /\\begin\{tabular\}/u,
    picture: /\\includesvg/u,
  },
  docx: {
    make: () =>
      wordManuscript({
        body: asked.map((one) => paragraph(run(sentence(one)))).join('') + PARTS.map((one) => paragraph(run(one))).join(''),
      }),
    lines: (name) => textOf(partOf(readFileSync(folder.at(name)), 'word/document.xml')),
    table: /Table 1\. /u,
    picture: /Figure 1\. /u,
  },
};
/** Dashes of any kind, as a sentence has them. */
const plain = (line: string): string => line.replace(/−|\\ensuremath\{-\}/gu, '-').replace(/\\ensuremath\{<\}/gu, '<');

describe.each(Object.keys(forms))('a manuscript of forty addresses, tables and figures: .%s', (ending) => {
  const { make, lines, table, picture } = forms[ending]!;
  const [paper, out] = [`paper.${ending}`, `paper.filled.${ending}`];
  let before: readonly string[];
  let written: Buffer;

  it('is written whole, the same a second time, and `--check` agrees with it', async () => {
    folder.write({ 'd.csv': answers });
    writeFileSync(folder.at(paper), make());
    expect(asked).toHaveLength(40);
    expect(await fill(paper)).toMatchObject({ code: 0, err: expect.stringContaining(out) as string });
    before = lines(out);
    written = readFileSync(folder.at(out));
    expect(before.join('\n')).not.toContain('{{ ');
    expect(before.join('\n')).toMatch(table);
    expect(before.join('\n')).toMatch(picture);
    if (ending !== 'docx') expect(readFileSync(folder.at('paper.filled-figures/I-scree-plot.svg'), 'utf8')).toMatch(/^<\?xml[^>]*>\n<svg/u);
    for (const address of asked) {
      const line = before.find((one) => one.endsWith(` is ${address}`))!;
      // A small p stands as `<0.000001`, a count without digits.
      const shown = Number(/^(?:- )?<?(-?[\d.]+)/u.exec(plain(line))![1]);
      expect(Math.abs(shown - old[address]!), line).toBeLessThan(1.1e-6);
    }
    expect((await fill(paper)).code).toBe(0);
    expect(readFileSync(folder.at(out)).equals(written)).toBe(true);
    expect(await fill(paper, '--check')).toMatchObject({ code: 0 });
  });

  it('has other numbers after one answer has changed, exactly where they rest on it', async () => {
    folder.write({ 'd.csv': answers.replace('\n5,1,2,1,1,12.48,2', '\n5,1,2,1,1,3.2,2') });
    const said = await fill(paper, '--check');
    expect(said.code).toBe(1);
    expect(readFileSync(folder.at(out)).equals(written)).toBe(true);
    expect((await fill(paper)).code).toBe(0);
    const after = lines(out);
    const lineOf = (all: readonly string[], address: string): string => all.find((one) => one.endsWith(` is ${address}`))!;
    const differ = asked.filter((address) => lineOf(before, address) !== lineOf(after, address));
    expect(differ).toEqual(asked.filter((address) => old[address]?.toFixed(6) !== now[address]?.toFixed(6)));
    expect(differ.length).toBeGreaterThan(4);
    expect(differ.length).toBeLessThan(36);
    expect(differ.filter((address) => address.startsWith('I.'))).toEqual([]);
    // `--check` names these, the cells of tables that print them, and no other.
    const named = said.out.split('\n').flatMap((line) => /^ {2}(.*): .* → /u.exec(line)?.[1] ?? []);
    expect(named.filter((one) => !one.startsWith('table:')).sort()).toEqual(differ.map((one) => `${one} | 6`).sort());
    const cells = named.flatMap((one) => /^table:R:coefficients › (.*)$/u.exec(one)?.[1] ?? []);
    expect(cells).toContain('R.x.beta(a)');
    expect(named).toHaveLength(differ.length + cells.length);
    for (const cell of cells) expect(old[cell]).not.toBe(now[cell]);
    expect(said.out).not.toContain('table:I:loadings');
    expect(await fill(paper, '--check')).toMatchObject({ code: 0 });
  });
});

it('a Word file holds its pictures itself', () => {
  expect(existsSync(folder.at('paper.filled-figures'))).toBe(true);
  expect(partOf(readFileSync(folder.at('paper.filled.docx')), '[Content_Types].xml')).toContain('svg');
});
