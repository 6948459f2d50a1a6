// NIST's certified univariate, analysis-of-variance and linear data sets. They lie beside the project, not in it; Longley's stands in the
// tests of regression.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe as group, expect, test } from 'vitest';
import { codesOfNumbers, compareGroups, describe } from '@studyspec/core';
import olsNist from '../oracles/adapters/ols-nist.ts';
import { readOracleData } from '../oracles/read-data.ts';

interface Certified {
  readonly id: string;
  readonly dataset: string;
  readonly options: Record<string, string>;
  readonly values: Record<string, string | number | readonly string[]>;
  readonly tolerance: { readonly min_lre: number };
}

const folder = fileURLToPath(new URL('../../../shared/oracles/', import.meta.url));
const documents = existsSync(folder)
  ? readdirSync(`${folder}golden`)
      .filter((name) => /^pub-nist-(univ|anova|lm)-/.test(name))
      .map((name) => JSON.parse(readFileSync(`${folder}golden/${name}`, 'utf8')) as Certified)
  : [];

/** Digits that agree: −log₁₀ of the relative error. */
function digits(found: number | null, certified: string | number): number {
  const expected = Number(certified);
  if (found === expected) return 99;
  return found === null ? -99 : -Math.log10(expected === 0 ? Math.abs(found) : Math.abs(found / expected - 1));
}

/**
 * What R 4.2.2's lm has of these: digits of its worst coefficient, and of its worst standard error. Norris's values (338.4) are not exact
 * in doubles: least squares of these doubles in rational numbers has 14.00 digits of the certified errors, and lm's 14.11 are luck.
 */
const LM: Readonly<Record<string, readonly [b: number, se: number]>> = {
  'pub-nist-lm-longley': [12.98, 14.07],
  'pub-nist-lm-norris': [12.48, 14],
  'pub-nist-lm-wampler1': [9.83, 9.99],
  'pub-nist-lm-wampler3': [9.32, 13.61],
  'pub-nist-lm-wampler5': [5.47, 13.61],
};
/** Of others, whose inputs are exact in doubles. */
const LEAST = 12;

type Found = Record<string, number | null | readonly (number | null)[]>;
function valuesOf({ id, dataset, options }: Certified): Found {
  const data = readOracleData(`${folder}data`, dataset);
  if (id.startsWith('pub-nist-lm-')) {
    const { terms: _terms, F, ...rest } = olsNist(data, options);
    return { ...(rest as Record<string, number>), ...(typeof F === 'number' ? { F } : {}) };
  }
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
    const agreement = Object.entries(found).flatMap(([name, value]) => {
      const certified = document.values[name]!;
      return (Array.isArray(value) ? value : [value]).map(
        (one: number | null, i) => [name, digits(one, (Array.isArray(certified) ? certified[i] : certified) as string)] as const,
      );
    });
    expect(agreement.filter(([, agree]) => agree < document.tolerance.min_lre)).toEqual([]);
    if (!document.id.startsWith('pub-nist-lm-')) return;
    const least = (name: string): number => Math.min(...agreement.filter(([one]) => one === name).map(([, agree]) => agree));
    const [b, se] = LM[document.id] ?? [LEAST, LEAST];
    expect([least('b') >= Math.max(LEAST, b), least('se') >= Math.max(LEAST, se)]).toEqual([true, true]);
  });
});
