// Kinds whose numbers are held against R in files of their own, for the list in by-address.test.ts.
import { quantitiesOf } from '@studyspec/core';

const held = <T extends object>(of: T, file = 'tables-by-address.test.ts'): { readonly [K in keyof T]: `none: ${string}` } =>
  Object.fromEntries(Object.keys(of).map((key) => [key, `none: held against R in ${file}`])) as {
    readonly [K in keyof T]: `none: ${string}`;
  };

export const comparedElsewhere = {
  mediation: held(quantitiesOf.mediation, 'mediation-by-address.test.ts'),
  composite: held(quantitiesOf.composite, 'composites.test.ts'),
  correlate: held(quantitiesOf.correlate),
  'category of compare': held(quantitiesOf['category of compare']),
  'option of compare': held(quantitiesOf['option of compare']),
  'adjusted outcome of compare': held(quantitiesOf['adjusted outcome of compare']),
  'crossed outcome of compare': held(quantitiesOf['crossed outcome of compare']),
  'paired outcome of compare': held(quantitiesOf['paired outcome of compare']),
  'single outcome of compare': held(quantitiesOf['single outcome of compare']),
} as const;

const splitHalf = 'none: held against R and PSPP in split-half.test.ts';
export const halves = {
  'split.r': splitHalf,
  'split.spearman_brown': splitHalf,
  'split.horst': splitHalf,
  'split.guttman': splitHalf,
} as const;
