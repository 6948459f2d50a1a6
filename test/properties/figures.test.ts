// Pictures of studies of any size: always well-formed, named, finite, the same every time, and a page can hold them all.
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fragmentCss, figuresIn, previewOf, renderFragment, renderHtml, renderText, reportOf } from '@studyspec/core';
import { runProject } from '../support/project.ts';
import { faultsOf } from '../../packages/core/src/pages/example-study.ts';

interface Size {
  readonly items: number;
  readonly points: number;
  readonly levels: number;
  readonly rows: number;
  readonly kept: number;
  readonly label: string;
  readonly holes: number;
  readonly seed: number;
}

/** A quoted text in the language: its own quotation marks are written twice or left out by the author; here they are left out. */
const quoted = (text: string): string => `"${text.replace(/["\\\r\n]/gu, '')}"`;

function studyOf(size: Size): { readonly files: Record<string, string>; readonly names: readonly (string | null)[] } {
  const items = Array.from({ length: size.items }, (_, k) => `v${k}`);
  const half = Math.ceil(items.length / 2);
  const dimension = (name: string, own: readonly string[]): string =>
    own.length === 0
      ? ''
      : `dimension ${name} ${quoted(size.label)} on s {\n` +
        `${own.map((item) => `  indicator ${item} ${quoted(`${size.label} ${item}`)}`).join('\n')}\n}\n`;
  const groups = ['one', ...(items.length > half ? ['two'] : [])];
  const spec = `study ${quoted(size.label)}\ndata "d.csv" { id id }\nscale s 1..${size.points} ${quoted(size.label)} .. \
"most"\n${dimension('one', items.slice(0, half))}${dimension('two', items.slice(half))}
category g ${quoted(size.label)} { ${Array.from({ length: size.levels }, (_, k) => `l${k} = ${k + 1}`).join('  ')} }
number x ${quoted(size.label)}
block who of g, x
${
  items.length > 1
    ? `index i ${quoted(size.label)} { of ${groups.join(
        ', ',
      )}  missing mean  keep ${Math.min(size.kept, items.length)}  component c marked by v0  compose c }`
    : ''
}
compare k { of one, x  by g }
regression r { explain one, x  by g, v0  show b }
hypothesis h { one.mean > 2  r.one.r2 < 0.5 }
published "Paper" { sample = ${size.rows}  one.mean = 3.00 }
`;
  let state = size.seed;
  const random = (): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  const cell = (value: number): string => (random() * 100 < size.holes ? '' : String(value));
  const rows = Array.from({ length: size.rows }, (_, row) =>
    [
      row,
      ...items.map(() => cell(1 + Math.floor(random() * size.points))),
      cell(1 + Math.floor(random() * size.levels)),
      cell(Math.round(random() * 1e6) / 100),
    ].join(','),
  );
  return {
    files: { 'x.study': spec, 'd.csv': `id,${items.join(',')},g,x\n${rows.join('\n')}\n` },
    names: [null, ...groups, 'who', 'g', 'x', 'v0', ...(items.length > 1 ? ['i'] : []), 'k', 'r', 'h', 'published'],
  };
}

const sizes: fc.Arbitrary<Size> = fc.record({
  items: fc.oneof({ weight: 7, arbitrary: fc.integer({ min: 1, max: 12 }) }, { weight: 1, arbitrary: fc.constant(40) }),
  points: fc.integer({ min: 2, max: 11 }),
  levels: fc.integer({ min: 2, max: 12 }),
  rows: fc.integer({ min: 1, max: 120 }),
  kept: fc.integer({ min: 1, max: 8 }),
  label: fc.oneof(
    fc.string({ maxLength: 120 }),
    fc.constantFrom("<script>alert(1)</script> & 'more'", '一个很长的标签'.repeat(18), 'Donaudampfschifffahrtsgesellschaft'.repeat(4)),
    fc.constant('Plain'),
  ),
  holes: fc.constantFrom(0, 10, 60, 100),
  seed: fc.integer({ min: 1, max: 1e6 }),
});

describe('pictures', () => {
  it('are sound at any size', () => {
    let drawn = 0;
    fc.assert(
      fc.property(sizes, (size) => {
        const { files, names } = studyOf(size);
        const { compiled, results } = runProject(files, 'x.study');
        if (compiled.plan === null) return;
        for (const name of names) {
          const blocks = previewOf(compiled.plan, results, name, { language: size.seed % 2 === 0 ? 'zh' : 'en' });
          expect(blocks.length, String(name)).toBeGreaterThan(0);
          for (const block of blocks) {
            if (block.kind !== 'figure') continue;
            drawn += 1;
            expect(faultsOf(block.svg), block.id).toEqual([]);
            expect(block.alternative).not.toMatch(/\bNaN\b|\bundefined\b|\bInfinity\b/u);
          }
          expect(renderFragment(blocks, { language: 'en' })).not.toMatch(
            /<(?:script|style|html|link|img)\b| style=| on[a-z]+="|(?:src|href)="(?!#)/u,
          );
        }
      }),
      { seed: 20261124, numRuns: 25 },
    );
    expect(drawn).toBeGreaterThan(100);
  });

  const { files } = studyOf({ items: 6, points: 5, levels: 3, rows: 60, kept: 2, label: 'A label', holes: 5, seed: 3 });
  const { results } = runProject(files, 'x.study');

  it('stand in the report where they belong, numbered on their own, and not where they are not wanted', () => {
    const html = renderHtml(reportOf(results!));
    expect([...html.matchAll(/<figure /gu)].length).toBe(figuresIn(reportOf(results!)).length);
    // Each for a page, and those that would be scaled on a telephone for that too.
    expect([...html.matchAll(/ (?:wide|slim)"><svg /gu)].length % 2).toBe(0);
    expect([...html.matchAll(/<svg /gu)].length).toBe([...html.matchAll(/<figure /gu)].length + html.split(' slim"><svg ').length - 1);
    const names = [...html.matchAll(/<b>Figure ([AS]?)(\d+)\.<\/b>/gu)];
    expect(names).toHaveLength(figuresIn(reportOf(results!)).length);
    for (const series of ['', 'A', 'S']) {
      const numbers = names.filter((match) => match[1] === series).map((match) => Number(match[2]));
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }
    const ids = [...html.matchAll(/<figure id="([^"]*)"|<div class="table" id="([^"]*:numbers)"/gu)].map((match) => match[1] ?? match[2]!);
    expect(new Set(ids).size).toBe(ids.length);
    const without = reportOf({ ...results!, plan: { ...results!.plan, report: { ...results!.plan.report, figures: 'none' } } });
    expect(figuresIn(without)).toEqual([]);
    expect(figuresIn(reportOf(results!, { figures: false }))).toEqual([]);
    // Text is the same with and without them.
    expect(renderText(reportOf(results!), { width: 100 })).toBe(renderText(without, { width: 100 }));
    const pictures = reportOf({ ...results!, plan: { ...results!.plan, report: { ...results!.plan.report, tables: 'none' } } });
    expect(figuresIn(pictures).length).toBe(figuresIn(reportOf(results!)).length);
  });

  it('have file names that every file system takes, each once', () => {
    const names = figuresIn(reportOf(results!)).map((file) => file.name);
    expect(names.every((name) => /^[\p{L}\p{N}_-]+\.svg$/u.test(name))).toBe(true);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  it('use only colours and classes that the style sheet knows', () => {
    const used = new Set(
      figuresIn(reportOf(results!))
        .flatMap(({ svg }) =>
          [...svg.replace(/<style>[^<]*<\/style>/u, '').matchAll(/class="([^"]*)"/gu)].flatMap((match) => match[1]!.split(' ')),
        )
        .filter((name) => name !== ''),
    );
    expect([...used].filter((name) => !fragmentCss.includes(`.${name} `))).toEqual([]);
    const properties = new Set([...fragmentCss.matchAll(/var\((--ss-[a-z]+)\)/gu)].map((match) => match[1]!));
    expect([...properties].filter((property) => fragmentCss.split(`${property}:`).length !== 5)).toEqual([]);
  });
});
