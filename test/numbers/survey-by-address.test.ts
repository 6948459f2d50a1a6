// Every number that a design changes, at its address, against R's survey package: a spec with weights, strata, sampling units and
// populations is compiled and executed, and each address is looked up. r/survey-by-address.R made the answers and the references.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatAddress, lookUp } from '@studyspec/core';
import { parseAddress, toAddress } from '@studyspec/dsl';
import { runProject } from '../support/project.ts';
import { agree, readReference } from './studies.ts';

const golden = readReference<{
  readonly tolerance: { readonly default: { readonly abs: number; readonly rel: number } };
  readonly values: Readonly<Record<string, number>>;
}>('survey-by-address');
const data = readFileSync(new URL('data/survey-by-address.csv', import.meta.url), 'utf8');

const body = `
scale s 1..5
dimension p on s { indicator a  indicator b  indicator c }
dimension q on s { indicator d  indicator e  indicator f }
number age
number hours
category sex { male = 1  female = 2 }
category edu { low = 1  mid = 2  high = 3 }
`;
const spec = `study "Drawn"
data "d.csv" { id id  weight wt  stratum county  cluster village  population units }
${body}
index i { of p, q  missing listwise  keep 2  rotate varimax  component x marked by a  component y marked by d }
index t { of p, q  keep 2  rescale t }
compare k { of hours  by edu }
compare kc { of edu  by sex }
compare k2 { of i  by sex }
compare k3 { of hours  by sex  where age > 30 }
regression r { explain hours  by age, sex, edu }
regression r2 { explain i  by age, hours }
regression lg { explain sex  by age, hours, edu  method logit event female }
regression lp { explain sex  by age * edu, hours  method logit event female }
regression r3 { explain hours  by age, sex  where edu is not low  errors survey }
`;
const raked = `study "Raked"
data "d.csv" { id id  weight wt  stratum county  cluster village  calibrate sex, edu from "margins.csv" }
${body}
regression m { explain hours  by age }
`;
const margins = 'category,level,population\nsex,male,300\nsex,female,260\nedu,low,200\nedu,mid,160\nedu,high,200\n';
const told = (run: ReturnType<typeof runProject>): string[] =>
  run.problems.filter((one) => one.severity === 'error').map((one) => one.code);
const drawn = runProject({ 'x.study': spec, 'd.csv': data }, 'x.study');
const calibrated = runProject({ 'x.study': raked, 'd.csv': data, 'margins.csv': margins }, 'x.study');

describe('a sample that was drawn by a design', () => {
  it('runs without an error, and tells of the two rows without a weight', () => {
    expect([told(drawn), told(calibrated)]).toEqual([[], []]);
    expect(drawn.problems.find((one) => one.code === 'SS521')?.facts).toMatchObject({ missing: 1, zero: 1, rows: 144 });
  });

  it.each(Object.entries(golden.values))('%s', (written, expected) => {
    const [study, text] = written.startsWith('raked:') ? [calibrated, written.slice(6)] : [drawn, written];
    const address = toAddress(parseAddress(text)!);
    const found = lookUp(study.results!.quantities, address);
    expect(found, formatAddress(address)).not.toBeNull();
    expect(agree(found!.value, expected, golden.tolerance.default), `${found!.value} for ${expected}`).toBe(true);
  });
});
