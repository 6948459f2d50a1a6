// Common factors, oblique rotations, bases of correlation and scores against R, at their addresses.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatAddress, lookUp, tell } from '@studyspec/core';
import { parseAddress, toAddress } from '@studyspec/dsl';
import { runProject } from '../support/project.ts';
import { agree, readReference } from './studies.ts';

const golden = readReference<{
  readonly tolerance: { readonly default: { readonly abs: number; readonly rel: number } };
  readonly values: Readonly<Record<string, number>>;
}>('exploratory');
const read = (name: string): string => readFileSync(new URL(`data/${name}.csv`, import.meta.url), 'utf8');

/** Three abilities, named so in each index, since a name is one thing's. */
const index = (name: string, clauses: string): string =>
  `index ${name} { of x1..x9  ${clauses}  rescale none  component ${name}_visual marked by x1  component ${name}_textual marked by x4 ` +
  `component ${name}_speed marked by x8 }\n`;
const abilities = `study "Abilities"
data "hs1939.csv" { missing blank }
${Array.from({ length: 9 }, (_, i) => `number x${i + 1}`).join('\n')}
${index('ax', 'extract axis  rotate oblimin')}
${index('pr', 'extract principal axis  rotate promax')}
${index('p3', 'rotate promax 3')}
${index('ob', 'rotate oblimin -0.5 raw')}
${index('ml', 'extract ml  rotate quartimax')}
index mo { of x1..x9  extract ml  rotate oblimin  rescale none  component mo_textual marked by x4  component mo_rest marked by x7 }
${index('mi', 'extract minres')}
`;
const { results, problems } = runProject({ 'x.study': abilities, 'hs1939.csv': read('hs1939') }, 'x.study');

describe('factors of an index, at their addresses', () => {
  it('come of a spec without mistakes', () => {
    expect(problems.filter(({ severity }) => severity === 'error').map((problem) => tell(problem).message)).toEqual([]);
  });

  it('equal R', () => {
    const differences = Object.entries(golden.values).flatMap(([address, wanted]) => {
      const node = toAddress(parseAddress(address)!);
      const found = lookUp(results!.quantities, node);
      return agree(found?.value, wanted, golden.tolerance.default)
        ? []
        : [`${formatAddress(node)}: R ${wanted}, here ${String(found?.value)} ${found?.reason ?? ''}`];
    });
    expect(differences).toEqual([]);
    expect(Object.keys(golden.values).length).toBeGreaterThan(400);
  });
});
