// NIST's certified univariate and analysis-of-variance data sets. They lie beside the project, not in it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe as group, expect, test } from 'vitest';
import { codesOfNumbers, compareGroups, describe } from '@studyspec/core';
import { readOracleData } from '../oracles/read-data.ts';

interface Certified {
  readonly id: string;
  readonly dataset: string;
  readonly options: Record<string, string>;
  readonly values: Record<string, string | number>;
  readonly tolerance: { readonly min_lre: number };
}

const folder = fileURLToPath(new URL('../../../shared/oracles/', import.meta.url));
const documents = existsSync(folder)
  ? readdirSync(`${folder}golden`)
      .filter((name) => /^pub-nist-(univ|anova)-/.test(name))
      .map((name) => JSON.parse(readFileSync(`${folder}golden/${name}`, 'utf8')) as Certified)
  : [];

/** Digits that agree: −log₁₀ of the relative error. */
function digits(found: number | null, certified: string | number): number {
  const expected = Number(certified);
  if (found === expected) return 99;
  return found === null ? -99 : -Math.log10(expected === 0 ? Math.abs(found) : Math.abs(found / expected - 1));
}

function valuesOf({ dataset, options }: Certified): Record<string, number | null> {
  const data = readOracleData(`${folder}data`, dataset);
  const read = (name: string): Float64Array => {
    const column = data.column(name);
    return column.kind === 'number' ? column.values : new Float64Array(0);
  };
  if (options.variable !== undefined) {
    const found = describe(read(options.variable));
    return { n: found.n, mean: found.mean, sd: found.sd };
  }
  const { codes, levels } = codesOfNumbers(read(options.factor!));
  const found = compareGroups(read(options.dependent!), codes, levels)!;
  return {
    n: found.n,
    groups: found.groups.length,
    ss_between: found.anova.ssBetween,
    ss_within: found.anova.ssWithin,
    df_between: found.anova.df1,
    df_within: found.anova.df2,
    F: found.anova.f,
    r2: found.eta2,
  };
}

group('NIST', () => {
  if (documents.length === 0) {
    test('the certified data sets are not beside this project; Longley, in the regression tests, stands for them', () => {
      expect(existsSync(`${folder}golden`)).toBe(false);
    });
    return;
  }
  test.each(documents.map((document) => [document.id, document] as const))('%s', (_, document) => {
    const found = valuesOf(document);
    const short = Object.entries(found)
      .map(([name, value]) => [name, digits(value, document.values[name]!)] as const)
      .filter(([, agree]) => agree < document.tolerance.min_lre);
    expect(short).toEqual([]);
  });
});
