// Findings with one cause are one finding: one wrong n, one shifted column, one wrong cell; and two causes are two.
import { tell } from '@studyspec/core';
import { describe, expect, it } from 'vitest';
import { audited, placedProblems } from './support.ts';

const head = 'study "S"\nscale s 1..5\n';
const published = (body: string): string => `published "P" {\n${body}\n}\n`;
const terms = Array.from({ length: 8 }, (_, i) => `x${i + 1}`);
const model = (outcomes: readonly string[]): string =>
  `${head}${[...outcomes, ...terms].map((name) => `indicator ${name} on s\n`).join('')}regression m ` +
  `{\n  explain ${outcomes.join(', ')}\n  by ${terms.join(', ')}\n  missing listwise\n  errors classical\n}\n`;

/** b, SE, t and p of eight terms with 194 degrees of freedom. */
const ROWS = [
  [0.312, 0.121, 2.58, 0.011],
  [-0.214, 0.091, -2.35, 0.02],
  [0.083, 0.064, 1.3, 0.196],
  [0.411, 0.152, 2.7, 0.007],
  [-0.052, 0.083, -0.63, 0.532],
  [0.174, 0.071, 2.45, 0.015],
  [0.231, 0.132, 1.75, 0.082],
  [-0.121, 0.111, -1.09, 0.277],
] as const;
const rows = (move: Partial<Record<number, (i: number) => number>> = {}): string =>
  ROWS.map(
    (row, i) =>
      `${terms[i]!} ${row
        .map((_, column) => {
          const from = move[column]?.(i) ?? i;
          return ROWS[from]![column]!.toFixed(column === 2 ? 2 : 3);
        })
        .join(' ')}`,
  ).join('\n');
const table = (body: string): string => `table "T" m.y.column(row) {\ncolumns b se t p\n${body}\n}`;

describe('a wrong n', () => {
  it('of five outcomes is one finding, with the n that would do', () => {
    const outcomes = ['y', 'z', 'u', 'v', 'w'];
    const fit = (n: number): string =>
      `table "F" m.column.row {\ncolumns ${outcomes.join(' ')}\nn ${outcomes.map(() => n).join(' ')}\nr2 0.311 0.204 0.158 0.272 ` +
      `0.118\nadjusted_r2 0.283 0.171 0.123 0.242 0.082\nf 10.946 6.215 4.550 9.061 3.244\n}`;
    expect(audited(model(outcomes) + published(fit(203))).audit.findings).toEqual([]);
    const paper = audited(model(outcomes) + published(fit(303)));
    expect(paper.audit.findings.length).toBe(1);
    expect(paper.audit.findings[0]!.consistent).toContain('203');
    expect(paper.audit.findings[0]!.at.slice(0, 5).map((at) => paper.cell(at))).toEqual(outcomes.map(() => '303'));
  });

  it('of one outcome is one finding, for fit and all p-values together', () => {
    const figures = (n: number): string => published(`m.y.n = ${n}\nm.y.r2 = 0.311\nm.y.f = 10.946\n${table(rows())}`);
    expect(audited(model(['y']) + figures(203)).audit.findings).toEqual([]);
    const paper = audited(model(['y']) + figures(23));
    expect(paper.audit.findings.length).toBe(1);
    expect(paper.cell(paper.audit.findings[0]!.at[0]!)).toBe('23');
    expect(paper.audit.findings[0]!.also.map((one) => one.check)).toContain('tests');
  });
});

describe('a column that slipped', () => {
  const slipped = (columns: readonly number[]) =>
    audited(
      model(['y']) +
        published(
          `m.y.n = 203\n${table(
            rows(Object.fromEntries(columns.map((column) => [column, (i: number) => (i >= 1 && i <= 5 ? (i === 5 ? 1 : i + 1) : i)]))),
          )}`,
        ),
    );
  it('by a row is one finding with its mend', () => {
    expect(audited(model(['y']) + published(`m.y.n = 203\n${table(rows())}`)).audit.findings).toEqual([]);
    for (const columns of [[2], [3], [2, 3]]) {
      const paper = slipped(columns);
      expect(paper.audit.findings.map((one) => one.message).length, columns.join()).toBe(1);
      expect(paper.audit.findings[0]!.message).toMatch(/slipped by 1 row between x2 and x6/u);
      expect(placedProblems(paper)[0]!.fixes![0]!.edits.length).toBe(5);
    }
  });

  it('is told as two rows exchanged where there are two', () => {
    const paper = audited(model(['y']) + published(`m.y.n = 203\n${table(rows({ 2: (i) => (i === 1 ? 3 : i === 3 ? 1 : i) }))}`));
    expect(paper.of('tests').length).toBeGreaterThan(0);
    const neighbours = audited(model(['y']) + published(`m.y.n = 203\n${table(rows({ 2: (i) => (i === 1 ? 2 : i === 2 ? 1 : i) }))}`));
    expect(neighbours.audit.findings.map((one) => one.message)).toEqual([
      expect.stringContaining('the figures of t of x2 and x3 are exchanged'),
    ]);
  });

  it('of percentages runs through all categories of the table', () => {
    const categories =
      `${head}category sex { f = 1  m = 2 }\ncategory region { n = 1  s = 2  w = 3 }\ncategory age { young = 1 ` + ` old = 2 }\n`;
    const names = ['sex.f', 'sex.m', 'region.n', 'region.s', 'region.w', 'age.young', 'age.old'];
    const counts = [118, 190, 81, 140, 92, 211, 97];
    const percents = ['38.3', '61.7', '25.9', '44.7', '29.4', '68.5', '31.5'];
    const spec = (shift: boolean): string =>
      categories +
      published(
        `table "T" row.column {\ncolumns ` +
          `count percent\n${names.map((name, i) => `${name} ${counts[i]!} ${percents[shift ? (i + 1) % 7 : i]!}`).join('\n')}\n}`,
      );
    expect(audited(spec(false)).audit.findings).toEqual([]);
    const [only, ...others] = audited(spec(true)).audit.findings;
    expect([others, only!.message.includes('has slipped by 1 row between sex.f and age.old'), only!.repairs.length]).toEqual([[], true, 7]);
  });

  it('of communalities is one finding', () => {
    const index =
      `${head}${'abcdef'.replace(/./gu, 'indicator $& on s\n')}index i {\n  of a, b, c, d, e, f\n  keep 2\n  rotate varimax\n  ` +
      `component x marked by a\n  component y marked by d\n}\n`;
    const loadings = [
      [0.81, 0.12],
      [0.72, 0.23],
      [0.64, 0.05],
      [0.11, 0.93],
      [0.24, 0.61],
      [0.07, 0.79],
    ] as const;
    const h = loadings.map(([x, y]) => (x * x + y * y).toFixed(2));
    const spec = (shift: boolean): string =>
      index +
      published(
        `table "T" i.loading(row, column) {\ncolumns x y communality = ` +
          `i.communality(row)\n${loadings
            .map(([x, y], i) => `${'abcdef'[i]!} ${x} ${y} ${h[shift && i > 0 && i < 5 ? (i === 4 ? 1 : i + 1) : i]!}`)
            .join('\n')}\n}`,
      );
    expect(audited(spec(false)).audit.findings).toEqual([]);
    expect(audited(spec(true)).audit.findings.map((one) => one.message)).toEqual([
      expect.stringContaining('communality has slipped by 1 row between b and e'),
    ]);
  });
});

describe('a wrong cell', () => {
  it('is told once, with all relations that it breaks, and its own row only', () => {
    const body = rows().replace(' 2.58 ', ' 5.28 ');
    const paper = audited(model(['y']) + published(`m.y.n = 203\n${table(body)}`));
    const [only, ...others] = paper.audit.findings;
    expect([others, paper.cell(only!.at[0]!), only!.also.length]).toEqual([[], '5.28', 1]);
    const [problem] = placedProblems(paper);
    expect(tell(problem!, 'en').message).toContain('The same cause:');
    expect(tell(problem!, 'en').help).toMatch(/^First compare with the paper: were 5\.28/u);
  });

  it('does not swallow another: two wrong cells of one table are two findings', () => {
    const paper = audited(
      model(['y']) + published(`m.y.n = 203\n${table(rows().replace(' 2.58 ', ' 5.28 ').replace(' 1.75 ', ' 3.75 '))}`),
    );
    expect(paper.audit.findings.map((one) => paper.cell(one.at[0]!)).sort()).toEqual(['3.75', '5.28']);
  });

  it('in a table of loadings is told with its column', () => {
    const index =
      `${head}indicator a on s\nindicator b on s\nindicator c on s\nindicator d on s\nindex i {\n  of a, b, c, d\n  keep 2\n  ` +
      `rotate varimax\n  component x marked by a\n  component y marked by c\n}\n`;
    const body = (first: string): string =>
      published(
        `table "T" i.loading(row, column) {\ncolumns x y communality = i.communality(row)\na ${first} 0.12 0.67\nb 0.72 0.23 ` +
          `0.57\nc 0.11 0.93 0.88\nd 0.24 0.61 0.43\n}\ni.explained(x) = 31.14\ni.explained(y) = 32.62`,
      );
    expect(audited(index + body('0.81')).audit.findings).toEqual([]);
    const paper = audited(index + body('0.61'));
    const [only, ...others] = paper.audit.findings;
    expect([others, paper.cell(only!.at[0]!), only!.also[0]!.check]).toEqual([[], '0.61', 'explained-variance']);
  });
});
