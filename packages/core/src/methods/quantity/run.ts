// A figure made of figures: `quantity gap = integration.mean(sex.female) - integration.mean(sex.male)`. A formula of addresses is read as
// one of columns is, over a single row. No standard error follows from it: its parts are not independent, and how they vary together is
// unknown.
import { evaluateFormula, formulaNames } from '../../data/formula.ts';
import type { Formula } from '../../contract/variables.ts';
import { formatName, TOO_FEW, type Quantity, type QuantityFormat, type QuantitySource } from '../../contract/quantity.ts';
import type { QuantityPlan } from '../plan.ts';

/** Null with a reason where a part is, whatever the function; and where the formula has no value (x / 0). */
export function runQuantity(plan: QuantityPlan, quantities: QuantitySource): Quantity {
  const address = formatName(plan.name);
  const parts = new Map(formulaNames(plan.formula).map((name) => [name, quantities.get(name)]));
  const format = formatOf(plan.formula, (name) => parts.get(name)?.format ?? 'coefficient') ?? 'coefficient';
  for (const [name, part] of parts) {
    if (part === undefined) return { address, value: null, reason: `${name} is not among the results`, format };
    if (part.hidden !== undefined) return { address, value: null, reason: TOO_FEW, format, hidden: { below: null } };
    if (part.value === null) return { address, value: null, reason: `${name}: ${part.reason ?? 'not defined'}`, format };
  }
  const value = evaluateFormula(plan.formula, 1, (name) => Float64Array.of(parts.get(name)!.value!)).values[0]!;
  return Number.isFinite(value) ? { address, value, format } : { address, value: null, reason: 'the formula has no defined value', format };
}

/** Functions whose value is in the units of what they take. */
const KEEPS: ReadonlySet<string> = new Set(['abs', 'round', 'mean', 'sum', 'min', 'max']);
/** Numbers of these kinds print as what they are only while nothing is computed from them, or whole ones are added. */
const WHOLE: readonly QuantityFormat[] = ['count', 'df'];

/** How the result prints: as its parts where it is in their units, else as a coefficient; null for a plain number. */
function formatOf(formula: Formula, of: (address: string) => QuantityFormat): QuantityFormat | null {
  switch (formula.kind) {
    case 'number':
    case 'run':
      return null;
    case 'variable':
      return of(formula.name);
    case 'negate':
      return signed(formatOf(formula.operand, of));
    case 'binary': {
      const [left, right] = [formatOf(formula.left, of), formatOf(formula.right, of)];
      if (formula.operator === '+' || formula.operator === '-') {
        const fraction = [formula.left, formula.right].some((side) => side.kind === 'number' && !Number.isInteger(side.value));
        return signed(common([left, right]), fraction);
      }
      // Twice a mean is in its units; one by the other, or a share of a count, is not.
      return left !== null && right !== null
        ? 'coefficient'
        : formula.operator === '/' && left === null
          ? 'coefficient'
          : signed(left ?? right, true);
    }
    case 'call':
      return KEEPS.has(formula.name)
        ? signed(common(formula.arguments.map((one) => formatOf(one, of))), formula.name === 'mean')
        : 'coefficient';
  }
}

/** A p-value that something was done to is none; a whole number that was divided is no longer whole. */
function signed(format: QuantityFormat | null, divided = false): QuantityFormat | null {
  if (format === null) return null;
  return format === 'p' || (divided && WHOLE.includes(format)) ? 'coefficient' : format;
}

function common(formats: readonly (QuantityFormat | null)[]): QuantityFormat | null {
  const known = [...new Set(formats.filter((one) => one !== null))];
  return known.length === 0 ? null : known.length === 1 ? known[0]! : 'coefficient';
}
