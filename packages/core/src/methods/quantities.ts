// Every number that a study has, by what it is a number of: the only list. Addresses, look-up, completion, hovers, the reference page and
// the test that each has a reference value are made of it. How one is computed is beside its declaration.
import type { CompareJob } from './compare/job.ts';
import type { CompositeJob } from './composite/job.ts';
import type { CorrelateJob } from './correlate/job.ts';
import type { IndexJob } from './index/job.ts';
import type { MeasurementJob } from './measurement/job.ts';
import type { DeprivationJob } from './deprivation/job.ts';
import type { MediationJob } from './mediation/job.ts';
import type { RegressionJob } from './regression/job.ts';
import type { QuantityFormat } from '../contract/quantity.ts';
import type { QuantityRange } from '../contract/ranges.ts';
import { adjustedQuantities, crossedQuantities } from './compare/adjusted.ts';
import { pairedQuantities, singleQuantities } from './compare/dependent.ts';
import { categoryOutcomeQuantities, optionOutcomeQuantities } from './compare/associations.ts';
import { compareQuantities } from './compare/quantities.ts';
import { compositeQuantities } from './composite/quantities.ts';
import { correlateQuantities } from './correlate/quantities.ts';
import { choicesQuantities, optionQuantities } from './describe/choices.ts';
import {
  categoryQuantities,
  classQuantities,
  conditionQuantities,
  levelOfCategory,
  pointQuantities,
  sampleQuantities,
  variableQuantities,
} from './describe/quantities.ts';
import { drawnByLevel, drawnLevelQuantities, drawnQuantities, sampleDesignQuantities, siteQuantities } from './design/quantities.ts';
import { indexQuantities, indexReliability } from './index/quantities.ts';
import { formulaText, signatureOf, type FormulaText } from '../contract/declared-quantity.ts';
import { measurementQuantities } from './measurement/quantities.ts';
import { deprivationQuantities } from './deprivation/quantities.ts';
import { mediationQuantities } from './mediation/quantities.ts';
import { regressionQuantities } from './regression/quantities.ts';
import type { RobustnessPlan } from './robustness/plan.ts';
import { alternativeQuantities, robustnessQuantities } from './robustness/quantities.ts';
import { groupQuantities, groupReliability, itemQuantities } from './reliability/quantities.ts';
import { extremeQuantities, levelQuantities, scoreQuantities } from './score/quantities.ts';

const byLevel = { ...levelQuantities, ...drawnByLevel };
const group = { ...groupQuantities, ...groupReliability, ...byLevel };

/** `level`, `outcome of compare` and `outcome of regression` are parts of a declaration; `study` is the whole. */
export const quantitiesOf = {
  study: { ...sampleQuantities, ...sampleDesignQuantities },
  indicator: { ...variableQuantities, ...drawnQuantities, ...itemQuantities, ...pointQuantities, ...classQuantities, ...byLevel },
  number: { ...variableQuantities, ...conditionQuantities, ...drawnQuantities, ...classQuantities, ...byLevel },
  category: { ...categoryQuantities, ...siteQuantities },
  level: { ...levelOfCategory, ...drawnLevelQuantities, ...siteQuantities },
  choices: choicesQuantities,
  option: { ...variableQuantities, ...drawnQuantities, ...optionQuantities, ...classQuantities, ...byLevel },
  dimension: group,
  block: group,
  index: { ...scoreQuantities, ...drawnQuantities, ...indexQuantities, ...indexReliability, ...byLevel, ...extremeQuantities },
  /** An index without components. */
  composite: { ...scoreQuantities, ...drawnQuantities, ...compositeQuantities, ...indexReliability, ...byLevel, ...extremeQuantities },
  component: { ...scoreQuantities, ...drawnQuantities, ...byLevel, ...extremeQuantities },
  correlate: correlateQuantities,
  measurement: measurementQuantities,
  mediation: mediationQuantities,
  deprivation: deprivationQuantities,
  'outcome of compare': compareQuantities,
  'category of compare': categoryOutcomeQuantities,
  'option of compare': optionOutcomeQuantities,
  'adjusted outcome of compare': adjustedQuantities,
  'crossed outcome of compare': crossedQuantities,
  'paired outcome of compare': pairedQuantities,
  'single outcome of compare': singleQuantities,
  'outcome of regression': regressionQuantities,
  robustness: robustnessQuantities,
  'alternative of robustness': alternativeQuantities,
} as const;

export type QuantityKind = keyof typeof quantitiesOf;

/** What can be said of a quantity without a result. */
export interface DeclaredQuantity {
  readonly doc: string;
  readonly label: string;
  readonly format: QuantityFormat | ((result: never) => QuantityFormat);
  readonly range: QuantityRange;
  readonly formula: string | ((options: never) => FormulaText);
  readonly source?: string;
  readonly printedOnly?: true;
}

/** Every quantity by the text of its signature: `p` and `p(term)` live side by side. */
export const declaredQuantities: Readonly<Record<string, Readonly<Record<string, DeclaredQuantity>>>> = quantitiesOf;

/** The options that a formula may depend on: the job that the number is of. */
export type QuantityOptions =
  | IndexJob
  | CompositeJob
  | CompareJob
  | CorrelateJob
  | RegressionJob
  | MeasurementJob
  | MediationJob
  | DeprivationJob
  | RobustnessPlan
  | null;

/** Null when there is no such quantity. `args`: how many it takes in brackets; a name such as `p` is another number with a term. */
export function declarationOf(of: string, quantity: string, args: number): DeclaredQuantity | null {
  const table = Object.hasOwn(declaredQuantities, of) ? declaredQuantities[of]! : {};
  const key = Object.keys(table).find((one) => signatureOf(one).name === quantity && signatureOf(one).args.length === args);
  return key === undefined ? null : table[key]!;
}

/** The formula that holds under the job's options (null: the ordinary ones). */
export function formulaOf(of: string, quantity: string, args: number, options: QuantityOptions = null): FormulaText | null {
  const found = declarationOf(of, quantity, args);
  return found === null ? null : formulaText(found as Parameters<typeof formulaText>[0], options as never);
}
