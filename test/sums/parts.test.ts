// Parts of the answers, counted apart and made one: the same bytes as of the whole, for any number of parts, in any order, of rows in any
// order. A part twice, and parts of another spec, are no parts.
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { execute, mergeSums, readSums, relativeVariables, studyOfSums, sumsText, tablesFor, type CountedSums } from '@studyspec/core';
import { runExample } from '../support/examples.ts';
import { countedOf, frameOf, mergedOf, parted, planOf, rowsOf, textOf } from './studies.ts';

const SPEC = `study "S"
data "d.csv" { missing 9 }
scale s 1..5
dimension p on s { indicator a  indicator b  indicator c reversed }
category sex { male = 1  female = 2 }
category site { one = 1  two = 2  three = 3 }
number age
index i { of p  missing mean }
compare k { of i, p  by sex, site }
compare l { of p  by site  where sex is male }
regression r { explain i  by sex, b }
regression t { explain c  by a, sex  errors cluster town cr2 }
`;
const plan = planOf(SPEC);
const row = fc.tuple(
  ...['a', 'b', 'c'].map(() => fc.constantFrom('1', '2', '3', '4', '5', '', '9', 'x')),
  fc.constantFrom('1', '2', ''),
  fc.constantFrom('1', '2', '3'),
  fc.constantFrom('17.5', '30', '', '44'),
  fc.constantFrom('n', 's', 'e', ''),
);
const csv = (rows: readonly (readonly string[])[]): string => `a,b,c,sex,site,age,town\n${rows.map((one) => one.join(',')).join('\n')}\n`;
const frames = fc.array(row, { minLength: 8, maxLength: 40 }).map((rows) => frameOf(csv(rows)));

describe('parts of the answers', () => {
  it.each([
    [2, 'anshun/anshun'],
    [3, 'bijie/bijie'],
    [7, 'anshun/anshun'],
  ] as const)('are the whole, byte for byte, when they are %i in order (%s)', (many, name) => {
    const { compiled, frame } = runExample(`examples/${name}.study`);
    const own = compiled.plan!;
    const all = rowsOf(frame!, parted(frame!.rows, 1)[0]!);
    const parts = parted(all.rows, many).map((rows) => countedOf(own, rowsOf(all, rows)));
    const whole = countedOf(own, all);
    const merged = mergedOf(parts);
    expect(textOf(merged)).toBe(textOf(whole));
    expect(merged.parts).toEqual(parts.map(({ rows }) => rows).sort((x, y) => x - y));
    expect(whole.parts).toEqual([all.rows]);
  });

  it('are the whole however they are cut, in whatever order rows and parts come', () => {
    fc.assert(
      fc.property(frames, fc.integer({ min: 1, max: 7 }), fc.infiniteStream(fc.nat()), (frame, many, keys) => {
        const shuffled = parted(frame.rows, 1)[0]!
          .map((at) => [keys.next().value as number, at] as const)
          .sort(([x], [y]) => x - y);
        const mixed = rowsOf(
          frame,
          shuffled.map(([, at]) => at),
        );
        const whole = textOf(countedOf(plan, rowsOf(frame, parted(frame.rows, 1)[0]!)));
        expect(textOf(countedOf(plan, mixed))).toBe(whole);
        const parts = parted(frame.rows, many).map((rows) => countedOf(plan, rowsOf(mixed, rows)));
        fc.pre(new Set(parts.map(({ sources }) => sources[0])).size === many);
        const merged = mergedOf(parts);
        expect(textOf(merged)).toBe(whole);
        expect(sumsText(mergedOf([...parts].reverse()))).toBe(sumsText(merged));
        const [first, ...others] = parts;
        // Some of them made one before the rest is known.
        if (others.length > 1) expect(sumsText(mergedOf([mergedOf(others), first!]))).toBe(sumsText(merged));
      }),
      { numRuns: 25 },
    );
  });

  it('are the whole where numbers have many values, of very different size and digits', () => {
    const own = planOf(
      `study "S"\ndata "d.csv"\nscale s 1..5\nindicator a on s\nnumber x\nnumber y\ncategory site { one = 1  two = 2 }\n` +
        'compare k { of x, a  by site }\nregression r { explain x  by y, a, site  errors cluster town }\n',
    );
    const digits = fc
      .tuple(fc.integer({ min: -99_999, max: 99_999_999 }), fc.nat(6))
      .map(([units, places]) => String(units / 10 ** places));
    const many = fc
      .array(
        fc.tuple(
          fc.constantFrom('1', '2', '3', '5', ''),
          fc.oneof(
            digits,
            fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((x) => (Math.abs(x) < 1e-3 ? '0' : String(x))),
          ),
          fc.oneof({ weight: 20, arbitrary: digits }, { weight: 1, arbitrary: fc.constant('') }),
          fc.constantFrom('1', '2', ''),
          fc.constantFrom('n', 's'),
        ),
        { minLength: 300, maxLength: 340 },
      )
      .map((rows) => frameOf(`a,x,y,site,town\n${rows.map((one) => one.join(',')).join('\n')}\n`));
    fc.assert(
      fc.property(many, fc.integer({ min: 2, max: 5 }), fc.infiniteStream(fc.nat()), (frame, parts, keys) => {
        const rows = parted(frame.rows, 1)[0]!
          .map((at) => [keys.next().value as number, at] as const)
          .sort(([x], [y]) => x - y)
          .map(([, at]) => at);
        const mixed = rowsOf(frame, rows);
        const whole = textOf(countedOf(own, rowsOf(frame, parted(frame.rows, 1)[0]!)));
        const counted = parted(frame.rows, parts).map((some) => countedOf(own, rowsOf(mixed, some)));
        expect(whole).toContain('"kind":"measure"');
        expect(textOf(mergedOf(counted))).toBe(whole);
        expect(textOf(mergedOf([mergedOf(counted.slice(1)), counted[0]!]))).toBe(whole);
      }),
      { numRuns: 6 },
    );
  });

  it('are refused twice, however they come, and no others are', () => {
    fc.assert(
      fc.property(frames, fc.constantFrom(0, 3, 5), fc.constantFrom(0, 3, 5), (frame, one, other) => {
        const [east, west] = parted(frame.rows, 2).map((rows) => rowsOf(frame, rows));
        const [a, again, b] = [countedOf(plan, east!, one), countedOf(plan, east!, other), countedOf(plan, west!, one)];
        fc.pre(a.sources[0] !== '' && again.sources[0] !== '' && a.sources[0] !== b.sources[0]);
        const both = a.tables.some(({ frequencies }, at) =>
          frequencies.some((counts, i) => counts !== null && again.tables[at]!.frequencies[i] !== null),
        );
        if (both) expect(mergeSums([a, again])).toBe('same part');
        expect(typeof mergeSums([a, b])).toBe('object');
        expect(mergeSums([mergedOf([a, b]), a])).toBe('same part');
        expect(mergeSums([mergedOf([a, b]), mergedOf([a, b])])).toBe('same part');
      }),
      { numRuns: 8 },
    );
  });

  it('of which nothing is told are not taken for the same', () => {
    const nobody = countedOf(plan, frameOf(csv([['1', '1', '1', '1', '1', '30', 'n']])), 5);
    expect(nobody.sources).toEqual(['']);
    expect(mergedOf([nobody, nobody]).rows).toBe(2);
  });

  it('of which one has too many different values are the whole all the same', () => {
    const own = planOf(`study "S"\ndata "d.csv"\nscale s 1..5\nindicator a on s\nnumber x\nregression r { explain a  by x }\n`);
    const of = (from: number, many: number): string =>
      `a,x\n${Array.from({ length: many }, (_, at) => `${(at % 5) + 1},${from + at}`).join('\n')}\n`;
    for (const [first, second] of [
      [of(0, 200), of(200, 200)],
      [of(0, 300), of(300, 20)],
      [of(0, 20), of(20, 300)],
    ] as const) {
      const merged = mergedOf([countedOf(own, frameOf(first)), countedOf(own, frameOf(second))]);
      expect(textOf(merged)).toBe(textOf(countedOf(own, frameOf(first + second.slice('a,x\n'.length)))));
      expect([merged.lacking, merged.columns.map(({ kind }) => kind)]).toEqual([[], ['number', 'measure']]);
    }
  });

  it('of which one has a number too large to be added up lack it', () => {
    const own = planOf(`study "S"\ndata "d.csv"\nscale s 1..5\nindicator a on s\nnumber x\nregression r { explain a  by x }\n`);
    const of = (from: number, many: number, more = ''): string =>
      `a,x\n${Array.from({ length: many }, (_, at) => `${(at % 5) + 1},${from + at}`).join('\n')}\n${more}`;
    for (const [first, second] of [
      [of(0, 300, '1,1e30\n'), of(0, 20)],
      [of(0, 20), of(5, 300, '1,1e30\n')],
      [of(0, 200, '1,1e-30\n'), of(205, 200)],
    ] as const)
      expect(mergedOf([countedOf(own, frameOf(first)), countedOf(own, frameOf(second))]).lacking).toEqual([['x', expect.any(String)]]);
  });

  it('know nothing of values that depend on all rows together, and say so; one part alone knows them', () => {
    const own =
      planOf(`study "S"\ndata "d.csv"\nscale s 1..5\nindicator a on s\nnumber x\nnumber z from x rescale 0..1\nnumber m from x per g
number twice = z * 2\ncategory g { one = 1  two = 2 }\ncategory half from x quantiles 2 { low = 1  high = 2 }
compare k { of a, x, z, m, twice  by g, half }\ncompare l { of a  by g  where half is low }\n`);
    const rows = (from: number): string => Array.from({ length: 40 }, (_, at) => `${(at % 5) + 1},${from + at},${(at % 2) + 1}`).join('\n');
    const parts = [1, 30].map((from) => countedOf(own, frameOf(`a,x,g\n${rows(from)}\n`)));
    expect([...relativeVariables(own)].sort()).toEqual(['half', 'm', 'twice', 'z']);
    const merged = mergeSums(parts, relativeVariables(own));
    if (typeof merged === 'string') throw new Error(merged);
    const valueOf = (sums: CountedSums, address: string): number | null => {
      const study = studyOfSums(own, sums, []);
      return execute(own, study.coded, study.frame).quantities.get(address)!.value;
    };
    for (const address of ['z.mean', 'm.sd', 'twice.mean', 'half.low.count', 'a.mean(half.low)']) {
      expect(valueOf(parts[0]!, address), address).not.toBeNull();
      expect(valueOf(merged, address), address).toBeNull();
    }
    expect(valueOf(merged, 'x.mean')).toBe(35);
    expect(valueOf(merged, 'a.mean(g.one)')).toBe(3);
  });

  it('are refused when a count, a column or the first line was edited, or a line lost', () => {
    const frame = frameOf(
      csv([
        ['1', '2', '3', '1', '2', '30', 's'],
        ['2', '2', '4', '2', '1', '44', 'n'],
      ]),
    );
    const text = sumsText(countedOf(plan, frame));
    expect(readSums(text)).toMatchObject({ holds: 'counts' });
    const lines = text.split('\n');
    const edits = [
      text.replace(/("frequencies":\[\[)(\d+)/u, (_, before: string, count: string) => `${before}${Number(count) + 1}`),
      text.replace('"threshold":0', '"threshold":5'),
      text.replace('"unusable":0', '"unusable":1'),
      text.replace('"values":[1,2]', '"values":[1,3]'),
      text.replace(/"check":"./u, '"check":"x'),
      text.replace(/,"check":"[^"]+"/u, ''),
      [...lines.slice(0, -3), ...lines.slice(-2)]
        .join('\n')
        .replace(/"tables":(\d+)/u, (_, many: string) => `"tables":${Number(many) - 1}`),
    ];
    for (const edited of edits) {
      expect(edited).not.toBe(text);
      expect(readSums(edited)).toEqual({ refusal: { is: 'edited' } });
    }
    for (const version of ['0', '-1', '1.5', '"1"'])
      expect(readSums(text.replace('"version":1', `"version":${version}`))).toEqual({ refusal: { is: 'foreign' } });
  });

  it('of another spec are refused', () => {
    const frame = frameOf(csv([['1', '2', '3', '1', '2', '30', 's']]));
    const other = planOf(SPEC.replace('1..5', '1..6'));
    expect(mergeSums([countedOf(plan, frame), countedOf(other, frame)])).toBe('other data part');
    const more = planOf(`${SPEC}compare m { of p  by sex  where site is one }\n`);
    const parts = [countedOf(plan, frame), countedOf(more, frameOf(csv([['2', '2', '3', '1', '2', '30', 's']])))];
    // What both have counted serves the study that asks for no more.
    const both = mergeSums(parts.map((one) => tablesFor(plan, one)));
    if (typeof both === 'string') throw new Error(both);
    const alike = countedOf(plan, frameOf(csv([['2', '2', '3', '1', '2', '30', 's']])));
    expect(textOf(both)).toBe(textOf(mergedOf([parts[0]!, alike])));
    expect(mergeSums(parts.map((one) => tablesFor(more, one)))).toBe('other tables');
    expect(mergeSums([countedOf(plan, frame), countedOf(more, frameOf(csv([['2', '2', '3', '1', '2', '30', 's']])))])).toBe('other tables');
  });
});
