// Every clause that may stand in `report` of a file that compares studies does something to what comes of the comparison, or is refused;
// and every kind of declaration is one of the comparison's or refused. Clauses and their words are walked as they are declared, so that one
// that is added and not heeded cannot hide.
import { describe, expect, it } from 'vitest';
import { comparisonJson, comparisonReportOf, comparisonSections, optionsOf, waysOf, type AnyOption } from '@studyspec/core';
import { comparedListsOf, comparedOf, kinds, openStudy } from '@studyspec/dsl';
import { worldOf } from '../support/project.ts';

const study = (name: string): string => `study "${name}"
data "${name}.csv" { id id }
scale s 1..5
dimension p on s { indicator a  indicator b  indicator c }
number age
number far
regression full { explain far  by age, a }
`;
const rows = (by: number): string =>
  ['id,a,b,c,age,far']
    .concat(
      Array.from({ length: 60 }, (_, i) =>
        [
          `r${by}${i}`,
          1 + (i % 5),
          1 + ((i * 3 + by) % 5),
          1 + ((i * i) % 5),
          20 + ((i * 7 + by) % 31),
          20 + ((i * 7 + by) % 31) + ((i * i + by) % 23),
        ].join(','),
      ),
    )
    // An answer that is none is told with the id of who gave it.
    .concat(`first${by},x,1,1,30,1`)
    .join('\n');
const files = { 'one.study': study('one'), 'two.study': study('two'), 'one.csv': rows(1), 'two.csv': rows(2) };
const head = 'comparison c { one = "one.study"  two = "two.study" }\nquantity gap = c.a.mean(one) - c.a.mean(two)\n';
const opened = (more: string) =>
  openStudy('x.study', worldOf({ ...files, 'x.study': `${head}hypothesis h { c.a.n(one) > 1 }\n${more}\n` }));
const codes = (more: string): readonly string[] => opened(more).problems.map(({ code }) => code);
/** Everything that leaves the program: the report in every form is made of its document. */
function output(clause: string): string {
  const file = opened(`report { ${clause} }`);
  expect(file.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const results = comparedOf(file, { replications: 20 })!;
  const lists = comparedListsOf({ ...file, problems: [...file.problems, ...file.members.flatMap(({ problems }) => problems)] }, results);
  const json = comparisonJson(results.comparison, '0', { results, inputs: new Map(), problems: [] });
  return JSON.stringify([comparisonReportOf(results.comparison, { of: results }), lists, json]);
}

describe('the report of a file that compares studies', () => {
  const plain = output('');
  /** What takes numbers, and what names the sections. */
  const stated: Readonly<Record<string, readonly string[]>> = {
    tables: ['none', ...comparisonSections],
    stars: ['0.05'],
    cells: ['100'],
    decimals: ['1', '0'],
  };
  const clauses = Object.values(optionsOf.report as Readonly<Record<string, AnyOption>>).flatMap((option) => {
    const ways = waysOf(option).flatMap(({ kind, text }) => (kind === option.default ? [] : [text]));
    return (stated[option.word] ?? ways).map((text) => `${option.word} ${text}`);
  });

  it('has clauses', () => {
    expect(clauses.length).toBeGreaterThan(20);
    expect(new Set(clauses.map((one) => one.split(' ')[0])).size).toBe(Object.keys(optionsOf.report).length);
  });
  it.each(clauses)('heeds %s', (clause) => {
    expect(output(clause)).not.toBe(plain);
  });
  it('shows the sections that are named, in this order', () => {
    const of = (clause: string): string[] => {
      const results = comparedOf(opened(`report { ${clause} }`), { replications: 20 })!;
      return comparisonReportOf(results.comparison, { of: results }).blocks.flatMap((one) => (one.kind === 'section' ? [one.id] : []));
    };
    expect(of('tables hypotheses, items, glance')).toEqual(['claims', 'items', 'glance']);
    expect(of('tables all').length).toBeGreaterThan(6);
  });
  it('has no parts of a study', () => {
    for (const part of ['sample', 'descriptives', 'full', 'p']) expect(codes(`report { tables ${part} }`), part).toEqual(['SS210']);
    expect(codes('report { tables items, items }')).toEqual(['SS215']);
    expect(codes('report { tables all, items }')).toEqual(['SS210']);
  });
});

describe('a declaration in a file that compares studies', () => {
  const allowed = ['studyspec', 'comparison', 'quantity', 'hypothesis', 'report'];
  it.each(Object.entries(kinds).filter(([kind]) => !allowed.includes(kind) && !['component', 'factor', 'table'].includes(kind)))(
    '%s belongs to a study',
    (_, { example }) => {
      const found = codes(example);
      expect(found, example).toContain('SS280');
    },
  );
});
