// Every picture of a small executed study: what stands in it, that it is well-formed and named, and what there is when there is nothing.
import { describe, expect, it } from 'vitest';
import type { Block, FigureBlock } from '../show/document.ts';
import { contextOf } from '../methods/context.ts';
import { previewOf } from './preview.ts';
import { coefficientPlot } from '../methods/regression/coefficient-plot.ts';
import { examplePlan, executed, faultsOf, HOSTILE } from './example-study.ts';
import { loadingsMap } from '../methods/index/loadings-map.ts';
import { meansPlots } from '../methods/compare/means-plot.ts';
import { standaloneSvg } from '../draw/standalone.ts';
import { DARK, LIGHT } from '../draw/style.ts';

const plan = examplePlan();
const results = executed(plan);
const NAMES = [null, 'i', 'p', 'k', 'r', 'one', 'who', 'a', 'age', 'sex', 'sex.f', 'h', 'hypotheses', 'published'] as const;
const figuresIn = (blocks: readonly Block[]): FigureBlock[] => blocks.filter((block): block is FigureBlock => block.kind === 'figure');
const only = (name: string | null, language = 'en'): FigureBlock => figuresIn(previewOf(plan, results, name, { language }))[0]!;
const count = (svg: string, pattern: RegExp): number => [...svg.matchAll(pattern)].length;

describe('every picture', () => {
  it.each(NAMES.flatMap((name) => ['en', 'zh'].map((language) => [name, language] as const)))(
    'of %s in %s is well-formed, named, and has its numbers',
    (name, language) => {
      const figures = figuresIn(previewOf(plan, results, name, { language }));
      expect(figures.length).toBeGreaterThan(0);
      for (const figure of figures) {
        expect(faultsOf(figure.svg), figure.id).toEqual([]);
        expect(faultsOf(standaloneSvg(figure.svg)), figure.id).toEqual([]);
        expect(figure.alternative.length).toBeGreaterThan(10);
        expect(`${figure.alternative}${figure.title}`).not.toMatch(/NaN|undefined|Infinity|\[object/u);
        expect(figure.table!.rows.length).toBeGreaterThan(0);
        expect(
          figure.table!.rows.every(
            (row) =>
              row.length === figure.table!.columns.length || (row[0]?.kind === 'text' && row[0].span === figure.table!.columns.length),
          ),
        ).toBe(true);
      }
    },
  );

  it('is drawn in classes only, so that a page themes it', () => {
    for (const name of NAMES)
      for (const figure of figuresIn(previewOf(plan, results, name)))
        expect(figure.svg).not.toMatch(/(?:fill|stroke)="|style=|<style|#[0-9a-f]{3}/u);
  });

  it.each(['light', 'dark'] as const)(
    'as a file has literal colours of its own on every mark, and nothing that a program has to know: %s',
    (theme) => {
      const [own, other] = theme === 'light' ? [LIGHT, DARK] : [DARK, LIGHT];
      for (const name of NAMES) {
        for (const figure of figuresIn(previewOf(plan, results, name))) {
          const file = standaloneSvg(figure.svg, theme);
          expect(file, figure.id).not.toMatch(/var\(|--ss|currentColor|<style|style="|class="|@media|paint-order|\binherit\b/u);
          for (const [, what, value] of file.matchAll(/ (fill|stroke)="([^"]*)"/gu))
            expect([...Object.values(own), 'none'], `${figure.id} ${what}`).toContain(value);
          expect(
            Object.values(other).filter((colour) => !Object.values(own).includes(colour) && file.includes(colour)),
            figure.id,
          ).toEqual([]);
          // Every mark says what it is painted with; letters inherit the ink of the whole.
          for (const [tag] of file.matchAll(/<(?:rect|circle|path|line|polygon)\b[^>]*>/gu)) expect(tag).toMatch(/ (?:fill|stroke)="/u);
          // As many marks and texts as in the page, but for the ground and the rims of letters.
          const marks = (svg: string): number => count(svg, /<(?:rect|circle|path|line|polygon)\b/gu);
          expect(marks(file)).toBe(marks(figure.svg) + 1);
          expect(count(file, /<text/gu)).toBe(count(figure.svg, /<text/gu) + count(figure.svg, /ss-halo/gu));
        }
      }
    },
  );

  it.each([310, 445, 605, 865])('keeps to a room of %i pixels, and cuts nothing there', (room) => {
    const long = (text: string): string => `${text} ${'Donaudampfschifffahrtsgesellschaft'.repeat(3)} ${'一个很长的标签'.repeat(6)}`;
    const labelled = <T extends { readonly name: string; readonly label: typeof plan.title }>(one: T): T => ({
      ...one,
      label: [{ lang: null, text: long(one.name) }],
    });
    const own = {
      ...plan,
      variables: plan.variables.map(labelled),
      groups: plan.groups.map(labelled),
      jobs: plan.jobs.map(labelled),
      hypotheses: plan.hypotheses.map(labelled),
    };
    let drawn = 0;
    for (const studied of [plan, own]) {
      for (const name of NAMES) {
        for (const figure of figuresIn(previewOf(studied, { ...results, plan: studied }, name, { room }))) {
          drawn += 1;
          expect(Number(/ width="([\d.]+)"/u.exec(figure.svg)![1]), figure.id).toBeLessThanOrEqual(room);
          expect(
            [...figure.svg.matchAll(/>([^<]*…)</gu)].map((match) => match[1]),
            figure.id,
          ).toEqual([]);
          expect(faultsOf(figure.svg), figure.id).toEqual([]);
        }
      }
    }
    expect(drawn).toBeGreaterThan(25);
  });

  it('is the same every time', () => {
    const draw = (): string => JSON.stringify(NAMES.map((name) => previewOf(plan, executed(plan), name)));
    expect(draw()).toBe(draw());
  });

  it('survives hostile labels', () => {
    const hostile = examplePlan((name) => `${HOSTILE} ${name}`);
    const found = executed(hostile);
    for (const name of NAMES) {
      for (const figure of figuresIn(previewOf(hostile, found, name))) {
        expect(faultsOf(figure.svg), figure.id).toEqual([]);
        expect(figure.svg).not.toContain('<script');
      }
    }
  });

  it('survives labels of 400 characters, and keeps the whole of what it cuts', () => {
    const long = examplePlan((name) => `${'A label without an end '.repeat(18)}${name}`);
    const figure = figuresIn(previewOf(long, executed(long), 'one'))[0]!;
    expect(faultsOf(figure.svg)).toEqual([]);
    expect(Number(/ width="(\d+)"/u.exec(figure.svg)![1])).toBeLessThan(1000);
    expect(figure.svg).toContain(`<title>${'A label without an end '.repeat(18)}a</title>`);
  });
});

describe('the loadings map', () => {
  it('has a cell a loading with its number, and flags the markers', () => {
    const { svg, table } = only('i');
    expect(count(svg, /class="ss-cell ss-(?:high|low)" fill-opacity/gu)).toBe(4 * 2 + 9);
    expect(count(svg, /class="ss-outline"/gu)).toBe(2);
    const loading = results.indices[0]!.loadings[0]![results.indices[0]!.components[0]!.position]!;
    expect(svg).toContain(`>${loading.toFixed(2)}°<`);
    // The items, and what the components explain.
    expect(table!.rows).toHaveLength(4 + 1);
  });

  it('mutes what is under .4', () => {
    const small = results.indices[0]!.loadings.flat().filter((value) => Math.abs(value) < 0.4).length;
    expect(small).toBeGreaterThan(0);
    expect(count(only('i').svg, /text-anchor="middle" class="ss-small ss-pale">−?0\.\d\d</gu)).toBe(small);
  });

  it('is a note where nothing was kept', () => {
    expect(loadingsMap(contextOf(results, {}), { ...results.indices[0]!, kept: 0 })).toMatchObject({ kind: 'note', tone: 'plain' });
  });

  it('leaves out a loading that is not a number', () => {
    const figure = loadingsMap(contextOf(results, {}), {
      ...results.indices[0]!,
      loadings: [
        [NaN, 1],
        [0, Infinity],
        [0, 0],
        [0, 0],
      ],
    });
    expect(figure.kind === 'figure' && faultsOf(figure.svg)).toEqual([]);
  });
});

it('the scree plot fills the kept components and leaves the others hollow', () => {
  const scree = figuresIn(previewOf(plan, results, 'i'))[1]!;
  // One more of each explains them.
  expect([count(scree.svg, /<circle[^>]*ss-solid/gu), count(scree.svg, /<circle[^>]*ss-hollow/gu)]).toEqual([2 + 1, 2 + 1]);
  expect(count(scree.svg, /<path[^>]*class="ss-(?:curve|dash|dots)"/gu)).toBe(3);
  expect(scree.alternative).toContain('2 are kept');
});

describe('the coefficient plot', () => {
  it('has a mark and an interval a term and outcome, and names the reference', () => {
    const { svg, table } = only('r');
    // Nobody is of level x: it has no coefficient. Three more explain the marks.
    const terms = results.regressions[0]!.terms.length - 1;
    expect(count(svg, /<circle[^>]*r="3.5"/gu)).toBe(terms * 2 + 3);
    expect(svg).toContain('reference: Label of m');
    expect(table!.notes).toHaveLength(1);
  });

  it('scales the interval of b to units of beta', () => {
    const found = results.regressions[0]!.outcomes[0]!.fit!.coefficients.find((one) => one.term === 'age')!;
    const row = only('r').table!.rows.find((cells) => cells[0]?.kind === 'text' && cells[0].text === 'Label of age')!;
    const [, beta, ends] = row;
    if (beta?.kind !== 'number' || ends?.kind !== 'interval') throw new Error('no coefficient with its interval');
    expect(beta.value).toBeCloseTo(found.beta!, 12);
    // An interval of b·s(x)/s(y) is the interval of b times the same factor.
    expect((ends.high! - ends.low!) / (found.high! - found.low!)).toBeCloseTo(found.beta! / found.b, 12);
    expect((ends.low! + ends.high!) / 2).toBeCloseTo(found.beta!, 9);
  });

  it('says why where nothing was fitted', () => {
    const none = coefficientPlot(contextOf(results, {}), {
      ...results.regressions[0]!,
      outcomes: [
        { outcome: 'i', fit: null, model: null, levels: [], reason: 'too few cases', steps: [], slopes: null, importance: null, filled: 0 },
      ],
    });
    expect(none).toEqual({ kind: 'note', tone: 'plain', text: 'Label of i was not fitted: too few cases' });
  });

  it('keeps one huge interval from flattening the others', () => {
    const first = results.regressions[0]!;
    const fit = first.outcomes[0]!.fit!;
    const wide = coefficientPlot(contextOf(results, {}), {
      ...first,
      outcomes: [
        {
          ...first.outcomes[0]!,
          fit: { ...fit, coefficients: fit.coefficients.map((one) => (one.term === 'age' ? { ...one, low: -1e9, high: 1e9 } : one)) },
        },
      ],
    });
    expect(wide.kind === 'figure' && count(wide.svg, /<path[^>]*class="ss-high"/gu)).toBe(2);
  });
});

describe('the means plot', () => {
  it('has a mark a group with answers and an outcome, and n', () => {
    const { svg } = only('k');
    expect(count(svg, /<circle/gu)).toBe(2 * 3);
    expect(svg).toContain('>n = 30<');
    expect(svg).not.toContain('Label of x');
  });

  it('is a note where nothing could be compared', () => {
    const cells = results.comparisons[0]!.cells.map((cell) => ({ ...cell, comparison: null, reason: 'one group only' }));
    expect(meansPlots(contextOf(results, {}), { ...results.comparisons[0]!, cells })).toMatchObject([
      { kind: 'note', text: expect.stringContaining('one group only') as string },
    ]);
  });
});

describe('answers', () => {
  it('are bars whose shares are those of the results, the neutral one halved over the middle', () => {
    const { svg, table } = only('one');
    expect(table!.columns).toHaveLength(1 + 5 + 2 + 1);
    const shares = results.variables[0]!.frequencies!.rows.map((row) => row.validPercent);
    expect(table!.rows[0]!.slice(1, 6).map((cell) => (cell?.kind === 'number' ? cell.value : null))).toEqual(shares);
    expect(svg).toContain('5 Label of high');
    const middle = Number(/<line x1="([\d.]+)"[^>]*class="ss-zero"/u.exec(svg)![1]);
    for (const [, x, width] of svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"[^>]*class="ss-cell ss-middle"/gu)) {
      if (Number(width) !== 12) expect(Number(x) + Number(width) / 2).toBeCloseTo(middle, 1);
    }
  });

  it('of a number are a histogram of all of them, of an indicator a bar a point', () => {
    const total = (name: string): number =>
      only(name).table!.rows.reduce((sum, row) => sum + (row[1]?.kind === 'number' ? row[1].value! : 0), 0);
    expect([total('age'), total('a')]).toEqual([60, 60]);
    expect(only('a').table!.rows).toHaveLength(5);
  });

  it('of a category are a bar a level with count and per cent', () => {
    expect(only('sex').svg).toContain('>30 (50.0%)<');
    expect(only('sex').table!.rows).toHaveLength(1 + 3);
  });

  it('that nobody gave are a note', () => {
    const empty = executed(plan, ['1,2,3,4,1,20', ',,,,,', ',,,,,']);
    const none = { ...empty, variables: executed(plan, ['1,,3,4,,', '2,,4,5,,', '1,,2,3,,']).variables };
    for (const name of ['b', 'sex', 'age'])
      expect(previewOf(plan, none, name)[0], name).toMatchObject({
        kind: 'note',
        text: expect.stringContaining('Nobody answered') as string,
      });
  });
});

it('the framework needs no results, and leads from what is asked to what comes out', () => {
  const [figure, ...rest] = previewOf(plan, null, null);
  expect(rest).toEqual([]);
  expect(
    figure!.kind === 'figure' && [
      count(figure!.svg, /class="ss-card"/gu),
      count(figure!.svg, /class="ss-step"/gu),
      count(figure!.svg, /class="ss-goal"/gu),
    ],
  ).toEqual([4, 2, 2]);
  expect(figure!.kind === 'figure' && figure!.svg).toContain('Label of c (reversed)');
});

it('of a study whose jobs have no card of their own it shows what is asked', () => {
  const correlate = {
    kind: 'correlate',
    name: 'm',
    label: [],
    variables: ['a', 'b'],
    controls: [],
    where: null,
    method: 'pearson',
    missing: 'pairwise',
    defaults: [],
  } as const;
  const [figure] = previewOf({ ...plan, jobs: [correlate] }, null, null);
  expect(figure!.kind === 'figure' && count(figure!.svg, /class="ss-card"/gu)).toBe(plan.groups.length);
});

it('an empty study has a note instead of a framework', () => {
  expect(previewOf({ ...plan, variables: [], groups: [], jobs: [] }, null, null)).toMatchObject([{ kind: 'note' }]);
});

it('claims show the verdict as sign and word', () => {
  const { svg, title } = only('h');
  expect(title).toContain('holds in part');
  expect([svg.includes('✓ holds'), svg.includes('✗ fails')]).toEqual([true, true]);
  expect([count(svg, /class="ss-solid"/gu), count(svg, /class="ss-against"/gu)]).toEqual([1, 1]);
});

it('printed figures are round where they agree and square where they differ; bounds are counted', () => {
  const { svg, alternative } = only('published');
  expect([count(svg, /<circle/gu), count(svg, /<rect[^>]*ss-low/gu)]).toEqual([1 + 1, 1 + 1]);
  expect(alternative).toContain('Single figures: agrees; Label of table: 1 of 2 differs.');
  expect(svg).toContain('1 printed as bounds');
});

describe('a preview', () => {
  it.each(NAMES.filter((name) => name !== null))('of %s waits where nothing is computed', (name) => {
    expect(previewOf(plan, null, name)).toMatchObject([{ kind: 'note', tone: 'plain' }]);
  });

  it('of a name that is none says so', () => {
    expect(previewOf(plan, results, 'nobody')).toEqual([{ kind: 'note', tone: 'plain', text: 'There is no picture of nobody.' }]);
  });

  it('waits for a declaration that the results do not know yet', () => {
    const more = { ...plan, groups: [...plan.groups, { kind: 'dimension' as const, name: 'three', label: [], members: ['a'] }] };
    expect(previewOf(more, results, 'three')).toMatchObject([{ kind: 'note' }]);
  });

  it('holds the tables of its declaration only', () => {
    const titles = previewOf(plan, results, 'one').flatMap((block) =>
      block.kind === 'table' ? block.rows.map((row) => (row[0]?.kind === 'text' ? row[0].text : '')) : [],
    );
    expect(titles).toContain('Label of a');
    expect(titles).not.toContain('Label of c');
  });
});
