// What was asked differently: which variables each study has, and how their coding departs from the first study's.
// Answers are not looked at here.
import { writeCondition } from '../../data/condition.ts';
import { writeFormula } from '../../data/formula.ts';
import { writeValueSet } from '../../data/values.ts';
import type { CategoryPlan, IndicatorPlan, NumberPlan, ScalePlan, VariablePlan } from '../../contract/variables.ts';
import type { ComparedStudy } from './study.ts';

/** How a study's coding of one variable departs from the first study's. `own` and `first` are what is set side by side, as text. */
export type Difference =
  | { readonly kind: 'absent' }
  /** The first study does not have it. */
  | { readonly kind: 'added' }
  | { readonly kind: 'type'; readonly own: Sort; readonly first: Sort }
  | {
      readonly kind: 'asked-on' | 'scale' | 'direction' | 'levels' | 'reference' | 'binning' | 'formula' | 'condition';
      readonly own: string;
      readonly first: string;
    };

/** What a variable is, or where a number comes from. */
export type Sort = VariablePlan['kind'] | 'column' | 'formula' | 'condition';

export interface AskedVariable {
  readonly name: string;
  readonly kind: VariablePlan['kind'];
  /** One entry a study, in their order; the first study's list is empty unless it lacks the variable. */
  readonly studies: readonly { readonly column: string | null; readonly differences: readonly Difference[] }[];
}

/** Every declared variable of any study, in order of declaration, the first study's first. */
export function askedVariables(studies: readonly ComparedStudy[]): AskedVariable[] {
  const names = [...new Set(studies.flatMap((study) => study.plan.variables.map((variable) => variable.name)))];
  return names.map((name): AskedVariable => {
    const found = studies.map((study) => study.plan.variables.find((variable) => variable.name === name) ?? null);
    const first = found[0] ?? null;
    return {
      name,
      kind: (first ?? found.find((one) => one !== null)!).kind,
      studies: found.map((own) => ({ column: own === null ? null : columnOf(own), differences: differencesOf(first, own) })),
    };
  });
}

function columnOf(variable: VariablePlan): string | null {
  return variable.column ?? (variable.kind === 'category' ? variable.variable : null);
}

function differencesOf(first: VariablePlan | null, own: VariablePlan | null): Difference[] {
  if (own === null) return [{ kind: 'absent' }];
  if (first === null) return [{ kind: 'added' }];
  if (first === own) return [];
  if (own.kind !== first.kind) return [{ kind: 'type', own: own.kind, first: first.kind }];
  if (own.kind === 'indicator') return ofIndicator(first as IndicatorPlan, own);
  if (own.kind === 'category') return ofCategory(first as CategoryPlan, own);
  return ofNumber(first as NumberPlan, own);
}

const ends = (scale: { readonly low: number; readonly high: number } | null): string =>
  scale === null ? '—' : `${scale.low}..${scale.high}`;

function ofIndicator(first: IndicatorPlan, own: IndicatorPlan): Difference[] {
  const out: Difference[] = [];
  const asked = (one: IndicatorPlan): ScalePlan | { low: number; high: number } | null => one.askedOn ?? one.scale;
  // Without `on`, the scale is what it was asked on: said once.
  if ((own.askedOn !== null || first.askedOn !== null) && ends(asked(own)) !== ends(asked(first)))
    out.push({ kind: 'asked-on', own: ends(asked(own)), first: ends(asked(first)) });
  if (ends(own.scale) !== ends(first.scale)) out.push({ kind: 'scale', own: ends(own.scale), first: ends(first.scale) });
  if (own.reversed !== first.reversed) out.push({ kind: 'direction', own: direction(own), first: direction(first) });
  return out;
}

const direction = (one: IndicatorPlan): string => (one.reversed ? 'reversed' : 'as asked');

function ofCategory(first: CategoryPlan, own: CategoryPlan): Difference[] {
  const out: Difference[] = [];
  const names = (one: CategoryPlan): string => one.levels.map((level) => level.name).join(', ');
  if (names(own) !== names(first)) out.push({ kind: 'levels', own: names(own), first: names(first) });
  if (own.reference !== first.reference) out.push({ kind: 'reference', own: own.reference, first: first.reference });
  const codes = (one: CategoryPlan): string =>
    [
      ...(one.quantiles === undefined ? [] : [`quantiles ${one.quantiles}`]),
      ...one.levels.map((level) => `${level.name} = ${writeValueSet(level.codes)}`),
    ].join(', ');
  if (out.length === 0 && codes(own) !== codes(first)) out.push({ kind: 'binning', own: codes(own), first: codes(first) });
  return out;
}

function ofNumber(first: NumberPlan, own: NumberPlan): Difference[] {
  const sort = (one: NumberPlan): Sort => (one.when !== undefined ? 'condition' : one.formula === null ? 'column' : 'formula');
  if (sort(own) !== sort(first)) return [{ kind: 'type', own: sort(own), first: sort(first) }];
  const source = (one: NumberPlan): string | null =>
    one.when !== undefined ? writeCondition(one.when) : one.formula === null ? null : writeFormula(one.formula);
  const out: Difference[] = [];
  const [text, before] = [source(own), source(first)];
  if (text !== null && before !== null && text !== before)
    out.push({ kind: own.when === undefined ? 'formula' : 'condition', own: text, first: before });
  const [clauses, others] = [clausesOf(own), clausesOf(first)];
  if (clauses !== others) out.push({ kind: 'formula', own: clauses, first: others });
  return out;
}

/** What becomes of the values of a number, as it stands in a spec. */
function clausesOf({ within, per, rescale, reversed }: NumberPlan): string {
  const range = ({ low, high }: { readonly low: number; readonly high: number }): string => `${low}..${high}`;
  const clauses = [
    within === undefined ? [] : [`within ${writeValueSet([{ kind: 'range', ...within }])}`],
    per === undefined ? [] : [`per ${per}`],
    rescale === undefined ? [] : [`rescale ${range(rescale)}`],
    rescale?.goalposts == null ? [] : [`goalposts ${range(rescale.goalposts)}`],
    reversed === undefined ? [] : ['reversed'],
  ].flat();
  return clauses.length === 0 ? '—' : clauses.join(' ');
}
