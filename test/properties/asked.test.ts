// What is asked for is computed, and nothing else; and whatever the order in which things are asked for, the answers are those of computing
// everything.
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { execute, executeRead, formatAddress, noMemo, reportOf, type Block, type Quantity, type SectionBlock } from '@studyspec/core';
import { EXAMPLES, runExample } from '../support/examples.ts';
import { watched } from '../support/watched.ts';
import { executeAll } from '../support/execute-all.ts';

const plain = ({ address, value, format, reason }: Quantity) => ({ address, value, format, ...(reason === undefined ? {} : { reason }) });
const studies = EXAMPLES.map((name) => [name, runExample(name)] as const).filter(([, ran]) => ran.results !== null);

describe.each(studies)('%s', (_name, { compiled: { plan }, coded, frame }) => {
  const whole = executeAll(plan!, coded!, frame!, noMemo);

  it('has no address twice, and the same numbers one by one as all together', () => {
    const execution = execute(plan!, coded!, frame!, noMemo);
    for (const [address, quantity] of [...whole.quantities].toReversed())
      expect(plain(execution.asked.get(address)!), address).toEqual(plain(quantity));
    expect([...execution.quantities.values()].map(plain)).toEqual([...whole.quantities.values()].map(plain));
    expect(execution.asked.get('no.such.address')).toBeUndefined();
  });

  it('hands an editor all but the numbers by level and by pair that the study does not read', () => {
    const { quantities, ...rest } = executeRead(plan!, coded!, frame!, noMemo);
    const { quantities: all, ...others } = whole;
    expect(rest).toEqual(others);
    for (const [address, quantity] of quantities) expect(plain(quantity), address).toEqual(plain(all.get(address)!));
    const byLevel = [...plan!.variables, ...plan!.groups].flatMap(({ name }) => [`${name}.mean(all)`, `${name}.se(all)`]);
    const claimed = new Set(
      [
        ...plan!.published.flatMap((block) => block.figures.map((figure) => figure.address)),
        ...plan!.hypotheses.flatMap((one) =>
          one.claims.flatMap(({ left, right }) => [left, ...(right.kind === 'address' ? [right.address] : [])]),
        ),
      ].map(formatAddress),
    );
    const heads = new Set([...claimed].map((address) => address.replace(/\.\w+\(.*$/u, '')));
    for (const address of all.keys()) {
      if (claimed.has(address)) expect(quantities.has(address), address).toBe(true);
      else if (byLevel.includes(address) && !heads.has(address.replace(/\.\w+\(all\)$/u, '')))
        expect(quantities.has(address), address).toBe(false);
      else if (!/\.(?:n|mean|sd|se|low|high|min|max|correlation)\(/u.test(address)) expect(quantities.has(address), address).toBe(true);
    }
  });

  it('answers alike in whatever order one asks', () => {
    const parts = [
      'variables',
      'groups',
      'indices',
      'comparisons',
      'regressions',
      'published',
      'hypotheses',
      'quantities',
      'problems',
    ] as const;
    fc.assert(
      fc.property(fc.shuffledSubarray([...parts], { minLength: parts.length }), (order) => {
        const execution = execute(plan!, coded!, frame!, noMemo);
        for (const part of order) void execution[part];
        expect(execution.problems).toEqual(whole.problems);
        expect(execution.raised()).toEqual(whole.problems);
        expect(execution.hypotheses).toEqual(whole.hypotheses);
        expect(execution.published).toEqual(whole.published);
      }),
      { numRuns: 4 },
    );
  });
});

describe('one number', () => {
  const {
    compiled: { plan },
    coded,
    frame,
  } = runExample('examples/anshun/anshun.study');
  const asking = (address: string): string[] => {
    const { memo, steps } = watched();
    expect(execute(plan!, coded!, frame!, memo).asked.get(address)?.value, address).toEqual(expect.any(Number));
    return steps;
  };

  it('computes what it is of, and what that rests on', () => {
    expect(asking('integration.kmo').filter((step) => ['regression', 'compare', 'group', 'variable', 'fit'].includes(step))).toEqual([]);
    expect(asking('mode.cities.count').filter((step) => ['index', 'regression', 'compare'].includes(step))).toEqual([]);
    const full = asking('full.integration.r2');
    expect(full.filter((step) => step === 'regression')).toHaveLength(1);
    expect(full).toContain('index');
    expect(full.filter((step) => ['compare', 'group', 'variable'].includes(step))).toEqual([]);
    expect(asking('by_mode.integration.f').filter((step) => step === 'regression')).toEqual([]);
    expect(asking('sample')).toEqual([]);
  });

  it('tells only of what was computed for it', () => {
    const execution = execute(plan!, coded!, frame!, noMemo);
    expect(execution.raised()).toEqual([]);
    execution.asked.get('integration.kmo');
    expect(
      execution
        .raised()
        .every(
          (problem) => problem.at === undefined || /^(?:integration|psychological|economic|communicative|cultural)\b/u.test(problem.at),
        ),
    ).toBe(true);
  });
});

describe('a part of the report', () => {
  const {
    compiled: { plan },
    coded,
    frame,
  } = runExample('examples/anshun/anshun.study');
  const whole = reportOf(execute(plan!, coded!, frame!, noMemo));
  const numberless = (block: Block): unknown =>
    block.kind === 'section'
      ? { ...block, blocks: block.blocks.flatMap(unfolded).map(numberless) }
      : { ...block, number: 0, series: undefined };
  // In the whole report some of it is folded behind the rest.
  const unfolded = (block: Block): readonly Block[] =>
    block.kind === 'section' && block.folded === true
      ? block.blocks.flatMap(unfolded)
      : // Who is counted is a part of its own, and stands under the sample in the whole.
        'id' in block && block.id.startsWith('flow:')
        ? []
        : [block];
  const byId = (block: unknown): unknown => {
    const { blocks, ...own } = block as SectionBlock;
    return { ...own, blocks: [...blocks].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))) };
  };
  const JOBS = ['index', 'regression', 'compare'];
  const sections: readonly (readonly [name: string, jobs: readonly string[]])[] = [
    ['sample', []],
    ['reliability', ['index']],
    ['descriptives', []],
    ['integration', ['index']],
    // What compares or explains scores rests on the index that makes them.
    ['full', ['index', 'regression']],
    ['by_mode', ['compare', 'index']],
  ];

  it.each(sections)('%s is what it is in the whole, and runs nothing else', (name, jobs) => {
    const { memo, steps } = watched();
    const execution = execute(plan!, coded!, frame!, memo);
    const part = reportOf(execution, { only: [name] });
    expect(part.blocks.map(numberless).map(byId)).toEqual(
      whole.blocks
        .filter((block) => 'id' in block && block.id === name)
        .map(numberless)
        .map(byId),
    );
    expect(part.blocks).toHaveLength(1);
    const run = [...new Set(steps.filter((step) => JOBS.includes(step)))].sort();
    expect(run.filter((job) => !jobs.includes(job))).toEqual([]);
    expect(steps.filter((step) => step === 'regression').length).toBeLessThanOrEqual(1);
    if (jobs.length > 0) expect(run).toEqual([...jobs].sort());
  });
});
