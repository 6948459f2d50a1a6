// Common factors, oblique rotations, bases of correlation and scores against R, at their addresses.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatAddress, lookUp, tell } from '@studyspec/core';
import { parseAddress, toAddress } from '@studyspec/dsl';
import { runProject } from '../support/project.ts';
import { agree, readReference } from './studies.ts';

const golden = readReference<{
  readonly tolerance: Readonly<Record<'default' | 'polychoric', { readonly abs: number; readonly rel: number }>>;
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
${index('sb', 'extract axis  rotate promax  score bartlett')}
${index('sa', 'extract ml  score anderson_rubin')}
${index('mi', 'extract minres')}
`;
const ten = ['A', 'N'].flatMap((letter) => [1, 2, 3, 4, 5].map((number) => `${letter}${number}`));
const two = (name: string, clauses: string): string =>
  `index ${name} { of ${ten.join(', ')}  ${clauses}  rescale none  component ${name}_agree marked by A3 ` +
  `component ${name}_calm marked by N1 }\n`;
const persons = `study "Persons"
data "bfi.csv" { missing blank }
scale points 1..6
${ten.map((item) => `indicator ${item} on points`).join('\n')}
number gender
${two('sp', 'correlations spearman  extract axis  rotate promax')}
${two('po', 'correlations polychoric  extract minres  rotate oblimin')}
${two('me', 'extract axis  where gender = 1')}
`;
const files = {
  'abilities.study': abilities,
  'persons.study': persons,
  'hs1939.csv': read('hs1939'),
  'bfi.csv': read('bfi').split('\n').slice(0, 601).join('\n'),
};
const studies = [runProject(files, 'abilities.study'), runProject(files, 'persons.study')];
const problems = studies.flatMap((study) => study.problems);

describe('factors of an index, at their addresses', () => {
  it('come of a spec without mistakes', () => {
    expect(problems.filter(({ severity }) => severity === 'error').map((problem) => tell(problem, 'en').message)).toEqual([]);
  });

  it('equal R', () => {
    const differences = Object.entries(golden.values).flatMap(([address, wanted]) => {
      const node = toAddress(parseAddress(address)!);
      const found = studies.map(({ results }) => lookUp(results!.quantities, node)).find((one) => one !== null);
      return agree(found?.value, wanted, golden.tolerance[/^po[._]/u.test(address) ? 'polychoric' : 'default'])
        ? []
        : [`${formatAddress(node)}: R ${wanted}, here ${String(found?.value)} ${found?.reason ?? ''}`];
    });
    expect(differences).toEqual([]);
    expect(Object.keys(golden.values).length).toBeGreaterThan(400);
  });
});
