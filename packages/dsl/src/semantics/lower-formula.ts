// Formulas: names, functions and how many arguments each takes; and what is computed from itself, through however many numbers and indices.
import { type ProblemKind } from '@studyspec/core';
import {
  cyclicDefinition,
  formulaFunctions,
  impossibleNumber,
  nearest,
  notUnderstood,
  raise,
  unknownOption,
  usedNames,
  wrongArguments,
  type Formula,
  type Span,
} from '@studyspec/core';
import type { AddressNode, FormulaNode } from '../syntax/ast.ts';
import { loserOf, noteLoss } from './absences.ts';
import { giveUp, membersOf, type Context } from './context.ts';
import { mended, pathText, placeOf, type Declared } from './declared.ts';

/** What an address in a formula is: a column or a declared name, unless the formula is made of figures. */
type Operand = (node: AddressNode) => Formula | null;

/** Null when part of it could not be read (reported). */
export function lowerFormula(context: Context, node: FormulaNode, file: string, figure: Operand | null = null): Formula | null {
  const complain = <F>(kind: ProblemKind<string, F>, facts: NoInfer<F>, span: Span): null => {
    context.problems.push(raise(kind, facts, { place: placeOf(file, span) }));
    return null;
  };
  switch (node.kind) {
    case 'number':
      return { kind: 'number', value: node.value };
    case 'negate': {
      const operand = lowerFormula(context, node.operand, file, figure);
      return operand === null ? null : { kind: 'negate', operand };
    }
    case 'binary': {
      const left = lowerFormula(context, node.left, file, figure);
      const right = lowerFormula(context, node.right, file, figure);
      return left === null || right === null ? null : { kind: 'binary', operator: node.operator, left, right };
    }
    case 'address': {
      if (figure !== null) return figure(node.address);
      if (node.address.args === null) return { kind: 'variable', name: pathText(node.address) };
      return complain(
        notUnderstood,
        { found: `${pathText(node.address)}(`, what: { is: 'function' }, example: 'log(income + 1)' },
        node.span,
      );
    }
    // Whether the columns are there, and in this order, is known when the data are.
    case 'run':
      if (figure !== null)
        return complain(wrongArguments, { quantity: null, expected: { is: 'formulas' }, found: { is: 'run' } }, node.span);
      return { kind: 'run', first: node.first.text, last: node.last.text };
    case 'call':
      return lowerCall(context, node, file, figure);
  }
}

function lowerCall(context: Context, node: Extract<FormulaNode, { kind: 'call' }>, file: string, figure: Operand | null): Formula | null {
  const name = node.name.text;
  const entry = formulaFunctions.get(name);
  if (entry === undefined) {
    const known = [...formulaFunctions.keys()];
    const near = nearest(name, known);
    context.problems.push(
      raise(
        unknownOption,
        { value: name, clause: { is: 'function' }, options: known, nearest: near },
        mended(placeOf(file, node.name.span), near),
      ),
    );
    return null;
  }
  const { args } = node;
  const open = entry.most === Infinity;
  const run = open ? undefined : args.find((one) => one.kind === 'run');
  if (args.length < entry.least || args.length > entry.most || run !== undefined) {
    // Too many are told at the first that is too much, too few at the function.
    const span = run?.span ?? (args.length > entry.most ? { start: args[entry.most]!.span.start, end: args.at(-1)!.span.end } : node.span);
    const found = run !== undefined ? { is: 'run' as const } : { is: 'entries' as const, count: args.length };
    context.problems.push(raise(wrongArguments, { quantity: name, expected: { is: entry.takes }, found }, { place: placeOf(file, span) }));
    return null;
  }
  const inner = args.flatMap((one): (Formula | null)[] => {
    const options = figure === null && open && one.kind === 'address' ? optionsNamed(context, pathText(one.address)) : null;
    return options?.map((option) => ({ kind: 'variable' as const, name: option })) ?? [lowerFormula(context, one, file, figure)];
  });
  if (inner.some((one) => one === null)) return null;
  const base = name === 'log' ? inner[1] : undefined;
  if (base?.kind === 'number' && (base.value <= 0 || base.value === 1)) {
    context.problems.push(
      raise(
        impossibleNumber,
        { found: String(base.value), expected: { is: 'base' }, what: { is: 'logarithm base' } },
        { place: placeOf(file, args[1]!.span) },
      ),
    );
    return null;
  }
  return { kind: 'call', name, arguments: inner as Formula[] };
}

/** The options of a question with several answers, as a list of numbers: `sum(needs)`. */
function optionsNamed(context: Context, name: string): readonly string[] | null {
  const declared = context.merged.named.get(name);
  return declared?.kind === 'choices' ? [...declared.items.keys()].map((option) => `${name}.${option}`) : null;
}

/** The names and runs of a formula, each with its place: what the data say of one is said there. */
export function namesIn(node: FormulaNode): { readonly name: string; readonly span: Span }[] {
  switch (node.kind) {
    case 'number':
      return [];
    case 'address':
      return [{ name: pathText(node.address), span: node.span }];
    case 'run':
      return [
        { name: node.first.text, span: node.first.span },
        { name: node.last.text, span: node.last.span },
        { name: `${node.first.text}..${node.last.text}`, span: node.span },
      ];
    case 'negate':
      return namesIn(node.operand);
    case 'binary':
      return [...namesIn(node.left), ...namesIn(node.right)];
    case 'call':
      return node.args.flatMap(namesIn);
  }
}

/** What a name is computed from, as far as it is declared: through formulas and bins, the items of an index, the members of a dimension. */
function sourcesOf(context: Context, name: string): readonly string[] {
  const variable = context.variables.get(name);
  // A name that is both a number and its own column (`income = income / 1000`) means the column.
  if (variable !== undefined) return usedNames(variable).filter((used) => used !== name);
  const index = context.indices.get(name) ?? context.indices.get(context.components.get(name) ?? '');
  if (index !== undefined) return index.items;
  return context.composites.get(name)?.members ?? (context.groups.has(name) ? membersOf(context, name) : []);
}

/**
 * Reports what is computed from itself and gives it up, with whatever needs it: in numbers and categories first, then once more when the
 * indices are known.
 */
export function checkCycles(context: Context): void {
  const done = new Set<string>();
  /** What is being looked at, each with what it is computed from: a list, since a chain may be as long as the study. */
  const path: { readonly name: string; readonly sources: readonly string[]; next: number }[] = [];
  const on = new Map<string, number>();
  const enter = (name: string): boolean => {
    if (done.has(name)) return true;
    const at = on.get(name);
    if (at === undefined) {
      on.set(name, path.length);
      path.push({ name, sources: sourcesOf(context, name), next: 0 });
      return true;
    }
    const chain = path.slice(at).map((one) => one.name);
    const computed =
      chain.map((member) => context.merged.named.get(member)).find((one): one is Declared => one?.formula != null) ??
      context.merged.named.get(name)!;
    context.problems.push(
      raise(
        cyclicDefinition,
        { chain: [...chain, name], what: 'computed' },
        { place: computed.formula === null ? computed.place : placeOf(computed.formula.file, computed.formula.node.span) },
      ),
    );
    for (const member of chain) {
      drop(context, member);
      done.add(member);
    }
    return false;
  };
  const computed = [...context.variables.values()].filter((one) => one.kind !== 'indicator').map((one) => one.name);
  for (const name of [...computed, ...context.indices.keys(), ...context.composites.keys()]) {
    enter(name);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const used = top.sources[top.next];
      top.next += 1;
      if (used !== undefined && enter(used)) continue;
      done.add(top.name);
      on.delete(top.name);
      path.pop();
    }
  }
  dropDependents(context);
}

/** Gives a name up; a score with its index and with all other scores of that. Returns all that was given up. */
function drop(context: Context, name: string): readonly string[] {
  const index = context.indices.has(name) ? name : (context.components.get(name) ?? name);
  const components = (context.indices.get(index)?.components ?? []).map((component) => component.name);
  for (const component of components) context.components.delete(component);
  context.indices.delete(index);
  context.composites.delete(index);
  context.variables.delete(name);
  const lost = [...components, name, ...(index === name ? [] : [index])];
  for (const one of lost) giveUp(context, one);
  return lost;
}

/**
 * What is computed from something broken is broken with it, and said nothing of; what is computed from something that lost a question lost
 * it too.
 */
function dropDependents(context: Context): void {
  const { broken, named } = context.merged;
  const users = new Map<string, string[]>();
  for (const name of [...context.variables.keys(), ...context.indices.keys(), ...context.composites.keys()]) {
    for (const used of sourcesOf(context, name)) {
      const known = users.get(used);
      if (known === undefined) users.set(used, [name]);
      else known.push(name);
    }
  }
  const waiting = [...users.keys()].filter((used) => broken.has(used) && named.has(used));
  const passed = new Set(waiting);
  for (let used = waiting.pop(); used !== undefined; used = waiting.pop()) {
    for (const user of users.get(used) ?? []) {
      for (const lost of drop(context, user))
        if (named.has(lost) && !passed.has(lost)) {
          passed.add(lost);
          waiting.push(lost);
        }
    }
  }
  if (context.thinned.size === 0) return;
  for (const [name, variable] of context.variables) {
    if (variable.kind !== 'number') continue;
    for (const used of usedNames(variable))
      for (const lost of context.thinned.get(used) ?? []) noteLoss(lost, loserOf(context.merged.named.get(name)!));
  }
}
