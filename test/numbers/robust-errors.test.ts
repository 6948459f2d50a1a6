// Standard errors of every kind against R's sandwich (vcovHC, vcovCL), and the one thing that no test may forget: every kind has a
// reference here.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { errors } from '@studyspec/core';
import { runProject } from '../support/project.ts';

const data = readFileSync(new URL('data/bfi.csv', import.meta.url), 'utf8');
const spec =
  `study "S"\ndata "bfi.csv" { missing blank }\nscale s 1..6\nindicator A1 on s\nindicator A2 on s\nindicator C1 on s\nnumber ` +
  `age\nregression classical { explain A1  by A2, age, C1 }\n`;
/** `m <- lm(A1 ~ A2 + age + C1)`: se of A2, p of age, Wald's F; R 4.2, sandwich 3.0. */
const reference: Readonly<Record<keyof typeof errors.choices, readonly [string, number, number, number] | null>> = {
  classical: null,
  cluster: null,
  // In linear-by-address.test.ts.
  cr2: null,
  wild: null,
  bootstrap: null,
  bca: null,
  // Of a study with a design: survey-by-address.test.ts.
  survey: null,
  hc0: ['hc0', 0.024620051865, 3.63552651631e-14, 121.573890895],
  hc1: ['hc1', 0.024638062147, 3.79213848074e-14, 121.396216228],
  hc2: ['hc2', 0.024659131215, 3.88069915644e-14, 121.206351274],
  hc3: ['hc3', 0.02469831486, 4.14216877228e-14, 120.839588343],
  hc4: ['hc4', 0.024729660527, 4.18523334454e-14, 120.590105624],
  hc4m: ['hc4m', 0.0247138701609, 4.2160399785e-14, 120.6953097],
};
const rows = Object.values(reference).flatMap((row) => (row === null ? [] : [row]));
const { results } = runProject(
  { 'x.study': spec + rows.map(([kind]) => `regression with_${kind} like classical { errors ${kind} }\n`).join(''), 'bfi.csv': data },
  'x.study',
);

it.each(rows)('errors %s', (kind, se, p, f) => {
  const at = (address: string): number => results!.quantities.get(`with_${kind}.A1.${address}`)!.value!;
  expect(at('se(A2)')).toBeCloseTo(se, 11);
  expect(at('p(age)') / p).toBeCloseTo(1, 8);
  expect(at('f')).toBeCloseTo(f, 7);
});
