// A replication that says the same in other words gives the same numbers: columns mapped to themselves, refinements in any order, columns
// renamed, scales turned round twice.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { tell, writeValueSet, type VariablePlan } from '@studyspec/core';
import { runProject } from '../support/project.ts';

const seed = 20240914;
const folder = fileURLToPath(new URL('../../examples/anshun/', import.meta.url));
const original = readFileSync(`${folder}anshun.study`, 'utf8').replace(/^published [^]*$/mu, '');
const answers = readFileSync(`${folder}anshun_2020.csv`, 'utf8');
const data = 'data "d.csv" { id id  cluster site  missing blank }\n';

function results(spec: string, csv = answers): Map<string, number | null> {
  const { results: found, problems } = runProject(
    { 'anshun.study': original, 'd.csv': csv, 'copy.study': `study "Copy" replicates "anshun.study"\n${data}${spec}` },
    'copy.study',
  );
  expect(problems.filter((problem) => problem.severity === 'error').map((problem) => tell(problem, 'en').message)).toEqual([]);
  return new Map([...found!.quantities.values()].map((quantity) => [quantity.address, quantity.value]));
}

const plan = runProject(
  { 'anshun.study': original, 'd.csv': answers, 'copy.study': `study "Copy" replicates "anshun.study"\n${data}` },
  'copy.study',
  'check',
).compiled.plan!;
const columnOfVariable = (variable: VariablePlan): string => variable.column ?? variable.name;

/** A variable mapped to itself: its own column and codes. `from` may name the column otherwise. */
function lineOf(variable: VariablePlan, column = columnOfVariable(variable)): string {
  const levels =
    variable.kind === 'category'
      ? ` { ${variable.levels.map((level) => `${level.name} = ${writeValueSet(level.codes)}`).join(', ')} }`
      : '';
  return `  ${variable.name} from ${column}${variable.kind === 'indicator' && variable.reversed ? ' reversed' : ''}${levels}`;
}

const OF_PLACES = /\.(?:population|sampled)$/u;

describe('a replication', () => {
  const wanted = results('');

  it('that maps any columns to themselves, in any order, gives identical results', () => {
    expect(wanted.size).toBeGreaterThan(1000);
    expect(plan.variables.length).toBe(28);
    // How many there are of each place is said of the original's places: another survey's are others, even under the same names.
    const expected = (variables: readonly VariablePlan[]): ReadonlyMap<string, number | null> =>
      new Map([...wanted].filter(([address]) => !variables.some(({ name }) => OF_PLACES.test(address) && address.startsWith(`${name}.`))));
    const mapped = (variables: readonly VariablePlan[]) => results(`map {\n${variables.map((variable) => lineOf(variable)).join('\n')}\n}`);
    expect(mapped(plan.variables)).toEqual(expected(plan.variables));
    expect(expected(plan.variables).size).toBe(wanted.size - 12);
    fc.assert(
      fc.property(fc.shuffledSubarray([...plan.variables], { minLength: 1 }), (variables) => {
        expect(mapped(variables)).toEqual(expected(variables));
      }),
      { seed, numRuns: 6 },
    );
  });

  it('of the same answers under other names of columns gives identical results', () => {
    const [head, ...body] = answers.trimEnd().split('\n');
    const renamed = head!.split(',').map((name) => (name === 'id' || name === 'site' ? name : `q_${name}`));
    const csv = [renamed.join(','), ...body].join('\n');
    const lines = plan.variables
      .filter((variable) => columnOfVariable(variable) !== 'site')
      .map((variable) => lineOf(variable, `q_${columnOfVariable(variable)}`));
    expect(results(`map {\n${lines.join('\n')}\n}`, csv)).toEqual(wanted);
  });

  it('of answers that were turned round, and are mapped as reversed, gives identical results', () => {
    const [head, ...body] = answers.trimEnd().split('\n');
    const names = head!.split(',');
    const turned = plan.variables.filter((variable) => variable.kind === 'indicator').filter((_, at) => at % 3 === 0);
    const at = new Set(turned.map((variable) => names.indexOf(variable.column!)));
    const csv = [
      head!,
      ...body.map((line) =>
        line
          .split(',')
          .map((cell, column) => (at.has(column) && cell !== '' ? String(6 - Number(cell)) : cell))
          .join(','),
      ),
    ].join('\n');
    expect(
      results(`map {\n${turned.map((variable) => `  ${variable.name} from ${variable.column!} reversed`).join('\n')}\n}`, csv),
    ).toEqual(wanted);
  });

  it('means the same in whatever order its refinements stand', () => {
    const refinements = [
      'index integration { rescale t }',
      'regression full { missing listwise }',
      'regression lean like full { by policy, community }',
      'category age { reference young }',
      'block policy of pol_training, com_access',
      'block community of com_amenity, com_housing, com_security',
      'without towns',
      `map {\n${lineOf(plan.variables[0]!)}\n}`,
      `map {\n${lineOf(plan.variables.at(-1)!)}\n}`,
    ];
    const first = results(refinements.join('\n'));
    expect(first).not.toEqual(wanted);
    fc.assert(
      fc.property(fc.shuffledSubarray(refinements, { minLength: refinements.length }), (order) => {
        expect(results(order.join('\n'))).toEqual(first);
      }),
      { seed, numRuns: 6 },
    );
  });
});
