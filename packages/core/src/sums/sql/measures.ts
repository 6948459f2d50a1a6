// Numbers of more texts than are counted, as expressions of SQL: whole multiples of a power of ten, which every engine adds up alike. What
// their texts look like is asked with the texts themselves: every digit as 0.
import { missingIn } from '../../data/frame.ts';
import { numberOf, setMatchesText } from '../../data/values.ts';
import type { Bound, Code, NumberPlan, ValueSet, VariablePlan } from '../../contract/variables.ts';
import type { Plan } from '../../methods/plan.ts';
import { decimalOf } from '../../numerics/decimals.ts';
import { among, MOST_TEXTS, type Dictionary } from './dictionary.ts';
import type { Dialect } from './dialects.ts';

/** More digits than this are not exact as doubles, and engines add up 38 at most. */
const MOST_DIGITS = 15;

/** As many answers that could not be used are listed of a variable, and so are counted of a file. */
export const MOST_LISTED = 20_000;

export interface MeasureColumn {
  readonly places: number;
  /** Whether a row has it, as 1 and 0. */
  readonly there: string;
  /** Its multiple of the power of ten, where there is one. */
  readonly units: string;
  /** Whether it is one that the number cannot be; null where it can be any. */
  readonly outside: string | null;
}

/** The column that a number is read from as it stands; null of anything else. */
function columnOfNumber(variable: VariablePlan): string | null {
  if (variable.kind !== 'number' || variable.column === null) return null;
  const { formula, when, chosen, either, rescale, reversed, per } = variable;
  return [when, chosen, either, rescale, reversed, per].every((one) => one === undefined) && formula === null ? variable.column : null;
}

/** Under what what the texts of a column look like stands in a dictionary: no column's name begins so. */
const shapesOf = (column: string): string => `\n${column}`;

/** What the texts of columns that may be added up look like: names and expressions, to be asked with the texts. */
export function shapesAsked(
  plan: Plan,
  texts: ReadonlyMap<string, string>,
  { shape }: Pick<Dialect, 'shape'>,
): readonly (readonly [name: string, expression: string])[] {
  const columns = new Set(plan.variables.map(columnOfNumber).filter((name) => name !== null && texts.has(name)));
  return [...columns].map((name) => [shapesOf(name!), shape(texts.get(name!)!)] as const);
}

const PLAIN = /^-?(0+)(?:\.(0+))?$/u;

/** Null where it cannot be added up there, or has few enough texts to be counted. */
export function measureIn(
  variable: VariablePlan,
  plan: Plan,
  { columns }: Dictionary,
  texts: ReadonlyMap<string, string>,
  dialect: Dialect,
): MeasureColumn | null {
  const name = columnOfNumber(variable);
  const shapes = columns.get(shapesOf(name ?? ''))?.texts;
  if (name === null || shapes === undefined || shapes.length > MOST_TEXTS || columns.get(name)!.texts.length <= MOST_TEXTS) return null;
  const { missing: own, within } = variable as NumberPlan;
  const missing = own ?? missingIn({ kind: 'number', name, values: new Float64Array(0) }, plan.data?.missing ?? []);
  const plain: string[] = [];
  let [whole, places] = [0, 0];
  for (const shape of shapes) {
    const found = shape === null ? null : PLAIN.exec(shape);
    if (found !== null) {
      plain.push(shape!);
      whole = Math.max(whole, found[1]!.length);
      places = Math.max(places, found[2]?.length ?? 0);
      // A text without a digit is what it looks like.
    } else if (shape !== null && shape.trim() !== '' && (shape.includes('0') || !setMatchesText(missing, shape))) return null;
  }
  const limits = [
    ...missing.flatMap((code) => (code.kind === 'range' ? endsOf(code) : (numberIn(code) ?? []))),
    ...(within === undefined ? [] : endsOf(within)),
  ];
  places = Math.max(places, ...limits.map((limit) => decimalOf(limit).places));
  if (whole + places > MOST_DIGITS) return null;
  const text = texts.get(name)!;
  const read = plain.length === shapes.length ? `${text} IS NOT NULL` : among(plain, dialect.shape(text), dialect);
  const units = dialect.units(text, read, places);
  const at = (limit: number): string => {
    const { units: own, places: less } = decimalOf(limit);
    return dialect.whole(`${own}${'0'.repeat(places - less)}`);
  };
  const isIn = (low: Bound, high: Bound): string =>
    [
      '1 = 1',
      ...(low === null ? [] : [`${units} ${low.open ? '>' : '>='} ${at(low.value)}`]),
      ...(high === null ? [] : [`${units} ${high.open ? '<' : '<='} ${at(high.value)}`]),
    ].join(' AND ');
  const gone = goneOf(missing, isIn);
  const known = [read, ...gone.map((one) => `NOT (${one})`)].map((one) => `(${one})`).join(' AND ');
  const inside = within === undefined ? null : isIn(within.low, within.high);
  const flag = (condition: string): string => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;
  const kept = plan.data?.outOfRange === 'kept';
  return {
    places,
    units,
    there: flag(inside === null || kept ? known : `${known} AND (${inside})`),
    outside: inside === null ? null : flag(`${known} AND NOT (${inside})`),
  };
}

const endsOf = ({ low, high }: { readonly low: Bound; readonly high: Bound }): number[] =>
  [low, high].flatMap((bound) => (bound === null ? [] : [bound.value]));

/** Codes for no answer, as conditions on the number. */
const goneOf = (missing: ValueSet, isIn: (low: Bound, high: Bound) => string): readonly string[] =>
  missing.flatMap((code) => {
    if (code.kind === 'range') return [isIn(code.low, code.high)];
    const value = numberIn(code);
    return value === null ? [] : [isIn({ value, open: false }, { value, open: false })];
  });

const numberIn = (code: Code): number | null => (code.kind === 'number' ? code.value : code.kind === 'text' ? numberOf(code.text) : null);
