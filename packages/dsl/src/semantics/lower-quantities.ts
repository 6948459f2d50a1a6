// Figures made of figures: each address of the formula is resolved to one number; what is made of itself is given up.
import {
  cyclicDefinition,
  formatAddress,
  formulaNames,
  missingClause,
  raise,
  severalNumbers,
  type Formula,
  type QuantityPlan,
  type Lost,
} from '@studyspec/core';
import type { AddressNode, FormulaNode } from '../syntax/ast.ts';
import { leaveOut, losingAddress, loserOf, type Absence } from './absences.ts';
import { labelOf } from './clauses.ts';
import { giveUp, type Context } from './context.ts';
import { placeOf, type Declared } from './declared.ts';
import { lowerFormula } from './lower-formula.ts';
import { resolveAddress } from './resolve-address.ts';

export function lowerQuantities(context: Context): readonly QuantityPlan[] {
  const plans = new Map<string, QuantityPlan>();
  for (const declared of context.merged.named.values()) {
    if (declared.kind !== 'quantity') continue;
    context.origins.set(declared.name, declared.place);
    const plan = lowered(context, declared);
    if (plan !== null) plans.set(plan.name, plan);
  }
  dropCycles(context, plans);
  return [...plans.values()];
}

function lowered(context: Context, declared: Declared): QuantityPlan | null {
  const { name, formula } = declared;
  if (declared.broken) return giveUp(context, name);
  if (formula === null) {
    context.problems.push(
      raise(missingClause, { name, kind: 'quantity', clause: '= FORMULA', says: 'members' }, { place: declared.place }),
    );
    return giveUp(context, name);
  }
  const lost = absentIn(context, formula.node, loserOf(declared));
  if (lost !== null) return leaveOut(context, declared, lost);
  const resolved = lowerFormula(context, formula.node, formula.file, (node) => single(context, node, formula.file, name));
  return resolved === null ? giveUp(context, name) : { name, label: labelOf(declared.label?.node ?? null), formula: resolved };
}

/** The one number that an address of a formula stands for. */
function single(context: Context, node: AddressNode, file: string, name: string): Formula | null {
  const addresses = resolveAddress(context, node, file);
  if (addresses === null) return null;
  const texts = addresses.map(formatAddress);
  if (texts.length === 1) return { kind: 'variable', name: texts[0]! };
  const written = context.texts.get(file)?.slice(node.span.start, node.span.end) ?? '';
  context.problems.push(raise(severalNumbers, { address: written, numbers: texts, name }, { place: placeOf(file, node.span) }));
  return null;
}

function absentIn(context: Context, node: FormulaNode, loser: Lost): Absence | null {
  switch (node.kind) {
    case 'number':
    case 'run':
      return null;
    case 'address':
      return losingAddress(context, node.address, loser);
    case 'negate':
      return absentIn(context, node.operand, loser);
    case 'binary':
      return absentIn(context, node.left, loser) ?? absentIn(context, node.right, loser);
    case 'call':
      return node.args.map((one) => absentIn(context, one, loser)).find((one) => one !== null) ?? null;
  }
}

/** Gives up what is made of itself, with one problem a circle, and whatever is made of something given up. */
function dropCycles(context: Context, plans: Map<string, QuantityPlan>): void {
  const done = new Set<string>();
  const drop = (name: string): void => {
    plans.delete(name);
    giveUp(context, name);
  };
  const visit = (name: string, path: readonly string[]): void => {
    const plan = plans.get(name);
    if (plan === undefined || done.has(name)) return;
    const at = path.indexOf(name);
    if (at >= 0) {
      const chain = path.slice(at);
      const { formula, place } = context.merged.named.get(name)!;
      context.problems.push(
        raise(
          cyclicDefinition,
          { chain: [...chain, name], what: 'computed' },
          { place: formula === null ? place : placeOf(formula.file, formula.node.span) },
        ),
      );
      chain.forEach(drop);
      return;
    }
    for (const used of formulaNames(plan.formula)) visit(used, [...path, name]);
    done.add(name);
  };
  for (const name of [...plans.keys()]) visit(name, []);
  for (let before = -1; before !== plans.size; ) {
    before = plans.size;
    for (const { name, formula } of [...plans.values()])
      if (formulaNames(formula).some((used) => context.merged.named.get(used)?.kind === 'quantity' && !plans.has(used))) drop(name);
  }
}
