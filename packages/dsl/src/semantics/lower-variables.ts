// Scales, indicators, numbers and categories: what was asked and how answers are coded.
import { cyclicDefinition, impossibleNumber, missingClause, nearest, noCodes, noScale, notYet, overlappingCodes, raise, unknownName, unknownOption, unknownReference,
  type CategoryPlan, type Code, type Formula, type IndicatorPlan, type LevelPlan, type NumberPlan, type ScalePlan, type ValueSet } from '@studyspec/core';
import type { AtomNode, ClauseNode, FigureNode, FormulaNode } from '../syntax/ast.ts';
import { addressesOf, atomText, clauseOf, codeOf, codeText, columnName, declaredLabel, labelOf, rangeOf, valueSetOf } from './clauses.ts';
import { giveUp, type Context } from './context.ts';
import { pathText, placeOf, type Declared, type Located } from './declared.ts';

const FUNCTIONS: readonly string[] = ['log', 'log10', 'exp', 'sqrt', 'abs', 'round'];

export function lowerScales(context: Context): void {
  for (const declared of context.merged.scales.values()) {
    const scale = lowerScale(context, declared);
    if (scale !== null) context.scales.set(declared.name, scale);
  }
}

function lowerScale(context: Context, declared: Declared): ScalePlan | null {
  const points: { value: number; label: ReturnType<typeof labelOf> }[] = [];
  for (const { node } of declared.items.values()) {
    const code = node.codes?.[0];
    if (code?.kind === 'number') points.push({ value: code.figure.value, label: labelOf(node.subject.label) });
  }
  const range = declared.range;
  if (range === null || range.node.high === null) {
    if (!declared.broken) context.problems.push(raise(missingClause, { name: declared.name, kind: 'scale', clause: '1..5', says: 'from where to where it goes' }, { place: declared.place }));
    return null;
  }
  const { low, high } = range.node;
  if (!checkAscending(context, low, high, range.file, `The scale ${declared.name}`)) return null;
  return { name: declared.name, low: low.value, high: high.value, lowLabel: labelOf(range.node.lowLabel), highLabel: labelOf(range.node.highLabel), points };
}

function checkAscending(context: Context, low: FigureNode, high: FigureNode, file: string, what: string): boolean {
  if (low.value < high.value) return true;
  context.problems.push(raise(impossibleNumber, { found: `${low.text}..${high.text}`, expected: 'the first number must be smaller than the second', what }, { place: placeOf(file, { start: low.span.start, end: high.span.end }) }));
  return false;
}

/** An `on` clause: a named scale, or a range of its own. */
function readOn(context: Context, on: Located<ClauseNode>, owner: string): { scale: ScalePlan | null; range: { low: number; high: number } | null; failed: boolean } {
  const range = rangeOf(on.node);
  if (range !== null) {
    const fine = checkAscending(context, range.low, range.high, on.file, `The scale of ${owner}`);
    return { scale: null, range: fine ? { low: range.low.value, high: range.high.value } : null, failed: !fine };
  }
  const address = addressesOf(on.node)[0];
  if (address === undefined) return { scale: null, range: null, failed: true };
  const name = pathText(address);
  const scale = context.scales.get(name);
  if (scale === undefined && !context.merged.scales.has(name)) {
    const known = [...context.merged.scales.keys()];
    context.problems.push(raise(unknownName, { name, role: 'a scale', nearest: nearest(name, known), known }, { place: placeOf(on.file, address.span) }));
  }
  return { scale: scale ?? null, range: null, failed: scale === undefined };
}

function readMissing(context: Context, declared: Declared): ValueSet | null {
  const clause = clauseOf(declared, 'missing');
  return clause === null ? null : checkedValues(context, clause);
}

/** A `missing` clause of data block or variable. */
export function checkedValues(context: Context, clause: Located<ClauseNode>): ValueSet {
  const unknown: AtomNode[] = [];
  const values = valueSetOf(clause.node, unknown);
  for (const atom of unknown) {
    context.problems.push(raise(unknownOption, { value: atomText(atom), clause: clause.node.word, options: ['blank', '99', '97..99', '"refused"'], nearest: nearest(atomText(atom), ['blank']) }, { place: placeOf(clause.file, atom.span) }));
  }
  return values;
}

/** The dimension (if any) that gives an indicator its scale: the one it stands in, or the one that lists it. */
export function scaleGivers(context: Context): ReadonlyMap<string, Declared> {
  const givers = new Map<string, Declared>();
  for (const declared of context.merged.named.values()) {
    if (declared.kind !== 'dimension' || !declared.clauses.has('on')) continue;
    for (const member of declared.members) givers.set(member, declared);
    const of = clauseOf(declared, 'of');
    if (of?.node.shape !== 'terms') continue;
    const indicators = [...context.merged.named.values()].filter((candidate) => candidate.kind === 'indicator').map((candidate) => candidate.name);
    for (const term of of.node.terms) {
      const first = indicators.indexOf(pathText(term.factors[0]!));
      const last = term.to === null ? first : indicators.indexOf(pathText(term.to));
      if (first >= 0) for (const name of indicators.slice(first, Math.max(first, last) + 1)) givers.set(name, declared);
    }
  }
  return givers;
}

export function lowerVariables(context: Context): void {
  const givers = scaleGivers(context);
  const failedGivers = new Set<Declared>();
  for (const declared of context.merged.named.values()) {
    if (declared.kind !== 'indicator' && declared.kind !== 'number' && declared.kind !== 'category') continue;
    context.origins.set(declared.name, declared.place);
    for (const [word, clause] of declared.clauses) context.origins.set(`${declared.name}/${word}`, placeOf(clause.file, clause.node.span));
    if (declared.clauses.has('absent')) {
      context.problems.push(raise(notYet, { what: `"absent" (${declared.name} was not asked)` }, { place: context.origins.get(`${declared.name}/absent`)! }));
      giveUp(context, declared.name);
      continue;
    }
    const plan = declared.kind === 'indicator' ? lowerIndicator(context, declared, givers.get(declared.name) ?? null, failedGivers)
      : declared.kind === 'number' ? lowerNumber(context, declared) : lowerCategory(context, declared);
    if (plan === null) giveUp(context, declared.name);
    else context.variables.set(declared.name, plan);
  }
  checkFormulaCycles(context);
}

function lowerIndicator(context: Context, declared: Declared, giver: Declared | null, failedGivers: Set<Declared>): IndicatorPlan | null {
  const from = clauseOf(declared, 'from');
  const own = clauseOf(declared, 'on');
  const ownScale = own === null ? null : readOn(context, own, declared.name);
  if (ownScale?.failed === true) return null;
  let given: ReturnType<typeof readOn> | null = null;
  if (giver !== null && (ownScale === null || ownScale.range !== null)) {
    // A scale that the dimension fails to name is reported once, at the dimension.
    if (failedGivers.has(giver)) return null;
    const before = context.problems.length;
    given = readOn(context, clauseOf(giver, 'on')!, giver.name);
    if (given.failed) { failedGivers.add(giver); if (context.problems.length > before + 1) context.problems.length = before + 1; return null; }
  }
  const anonymous = (range: { low: number; high: number }): ScalePlan => ({ name: null, ...range, lowLabel: [], highLabel: [], points: [] });
  const target = given === null ? null : given.scale ?? (given.range === null ? null : anonymous(given.range));
  const scale = ownScale?.scale ?? target ?? (ownScale?.range == null ? null : anonymous(ownScale.range));
  const askedOn = ownScale?.range != null && target !== null && (ownScale.range.low !== target.low || ownScale.range.high !== target.high) ? ownScale.range : null;
  const reversed = clauseOf(declared, 'reversed');
  if (reversed !== null && scale === null) {
    context.problems.push(raise(noScale, { name: declared.name }, { place: placeOf(reversed.file, reversed.node.wordSpan) }));
    return null;
  }
  return { kind: 'indicator', name: declared.name, label: declaredLabel(declared), column: from === null ? declared.name : columnName(from.node) ?? declared.name, scale, askedOn, reversed: reversed !== null, missing: readMissing(context, declared) };
}

function lowerNumber(context: Context, declared: Declared): NumberPlan | null {
  const from = clauseOf(declared, 'from');
  const formula = declared.formula === null ? null : lowerFormula(context, declared.formula.node, declared.formula.file);
  if (declared.formula !== null && formula === null) return null;
  return { kind: 'number', name: declared.name, label: declaredLabel(declared), column: formula !== null ? null : from === null ? declared.name : columnName(from.node) ?? declared.name, formula, missing: readMissing(context, declared) };
}

function lowerFormula(context: Context, node: FormulaNode, file: string): Formula | null {
  switch (node.kind) {
    case 'number': return { kind: 'number', value: node.value };
    case 'negate': {
      const operand = lowerFormula(context, node.operand, file);
      return operand === null ? null : { kind: 'negate', operand };
    }
    case 'binary': {
      const left = lowerFormula(context, node.left, file);
      const right = lowerFormula(context, node.right, file);
      return left === null || right === null ? null : { kind: 'binary', operator: node.operator, left, right };
    }
    case 'address': {
      const name = pathText(node.address);
      if (node.address.args === null) return { kind: 'variable', name };
      if (!FUNCTIONS.includes(name)) {
        context.problems.push(raise(unknownOption, { value: name, clause: 'a function in a formula', options: FUNCTIONS, nearest: nearest(name, FUNCTIONS) }, { place: placeOf(file, node.address.span) }));
        return null;
      }
      const inner = node.address.args.map((argument): Formula | null => argument.kind === 'number' ? { kind: 'number', value: argument.value }
        : argument.parts.length === 1 ? lowerFormula(context, { kind: 'address', address: argument.parts[0]!, span: argument.span }, file) : null);
      return inner.some((part) => part === null) ? null : { kind: 'call', name, arguments: inner as Formula[] };
    }
  }
}

export function variablesOf(formula: Formula): readonly string[] {
  switch (formula.kind) {
    case 'number': return [];
    case 'variable': return [formula.name];
    case 'call': return formula.arguments.flatMap(variablesOf);
    case 'negate': return variablesOf(formula.operand);
    case 'binary': return [...variablesOf(formula.left), ...variablesOf(formula.right)];
  }
}

function checkFormulaCycles(context: Context): void {
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): boolean => {
    if (done.has(name)) return false;
    const at = path.indexOf(name);
    const plan = context.variables.get(name);
    if (at >= 0) {
      const declared = context.merged.named.get(name)!;
      context.problems.push(raise(cyclicDefinition, { chain: [...path.slice(at), name], what: 'computed numbers' }, { place: declared.formula === null ? declared.place : placeOf(declared.formula.file, declared.formula.node.span) }));
      for (const member of path.slice(at)) { context.variables.delete(member); giveUp(context, member); done.add(member); }
      return true;
    }
    const uses = plan?.kind === 'number' && plan.formula !== null ? variablesOf(plan.formula) : plan?.kind === 'category' && plan.variable !== null ? [plan.variable] : [];
    // A name that is both a number and its own column (`income = income / 1000`) means the column.
    for (const used of uses) if (used !== name && context.variables.has(used) && visit(used, [...path, name])) break;
    done.add(name);
    return false;
  };
  for (const name of [...context.variables.keys()]) visit(name, []);
}

function lowerCategory(context: Context, declared: Declared): CategoryPlan | null {
  const from = clauseOf(declared, 'from');
  const source = from === null ? declared.name : columnName(from.node) ?? declared.name;
  const sourceKind = source === declared.name ? null : context.merged.named.get(source)?.kind ?? null;
  const levels: LevelPlan[] = [];
  let complete = true;
  if (declared.items.size === 0) {
    if (!declared.broken) context.problems.push(raise(noCodes, { name: declared.name, category: null }, { place: declared.place }));
    return null;
  }
  for (const [name, { node, file }] of declared.items) {
    context.origins.set(`${declared.name}/level/${name}`, placeOf(file, node.subject.span));
    if (node.codes === null || node.codes.length === 0) {
      if (!node.broken) context.problems.push(raise(noCodes, { name, category: declared.name }, { place: placeOf(file, node.subject.span) }));
      complete = false;
      continue;
    }
    const codes: Code[] = [];
    for (const code of node.codes) {
      const lowered = codeOf(code);
      if (lowered === null) {
        const text = code.kind === 'address' ? pathText(code.address) : '';
        context.problems.push(raise(unknownOption, { value: text, clause: `the codes of ${name}`, options: ['1', '1 | 2', '19..45', `"${text}"`], nearest: null }, { place: placeOf(file, code.span) }));
        complete = false;
      } else if (lowered.kind === 'range' && lowered.low !== null && lowered.high !== null && lowered.low.value > lowered.high.value) {
        context.problems.push(raise(impossibleNumber, { found: codeText(lowered), expected: 'the first number must not be larger than the second', what: `The range of ${name}` }, { place: placeOf(file, code.span) }));
        complete = false;
      } else codes.push(lowered);
    }
    levels.push({ name, label: labelOf(node.subject.label), codes });
  }
  complete = checkOverlaps(context, declared, levels) && complete;
  const reference = clauseOf(declared, 'reference');
  const names = [...declared.items.keys()];
  let referenceName = names[0]!;
  if (reference !== null) {
    const asked = columnName(reference.node);
    if (asked !== null && !names.includes(asked)) {
      const address = addressesOf(reference.node)[0];
      context.problems.push(raise(unknownReference, { level: asked, category: declared.name, levels: names, nearest: nearest(asked, names) }, { place: placeOf(reference.file, address?.span ?? reference.node.span) }));
      return null;
    }
    referenceName = asked ?? referenceName;
  }
  if (!complete) return null;
  const variable = sourceKind === 'number' || sourceKind === 'indicator' ? source : null;
  return { kind: 'category', name: declared.name, label: declaredLabel(declared), column: variable === null ? source : null, variable, missing: readMissing(context, declared), levels, reference: referenceName };
}

function checkOverlaps(context: Context, declared: Declared, levels: readonly LevelPlan[]): boolean {
  let fine = true;
  for (let second = 1; second < levels.length; second++) {
    for (let first = 0; first < second; first++) {
      for (const a of levels[first]!.codes) {
        for (const b of levels[second]!.codes) {
          if (!overlap(a, b)) continue;
          const item = declared.items.get(levels[second]!.name)!;
          context.problems.push(raise(overlappingCodes, { category: declared.name, first: levels[first]!.name, second: levels[second]!.name, codes: a.kind === 'range' && b.kind !== 'range' ? codeText(b) : a.kind === 'range' && b.kind === 'range' ? `Part of ${codeText(b)}` : codeText(a) },
            { place: placeOf(item.file, item.node.subject.span) }));
          fine = false;
        }
      }
    }
  }
  return fine;
}

function overlap(a: Code, b: Code): boolean {
  if (a.kind === 'blank' || b.kind === 'blank') return a.kind === b.kind;
  if (a.kind === 'text' || b.kind === 'text') return a.kind === 'text' && b.kind === 'text' && a.text === b.text;
  const interval = (code: Extract<Code, { kind: 'number' | 'range' }>) => code.kind === 'number'
    ? { low: code.value, lowOpen: false, high: code.value, highOpen: false }
    : { low: code.low?.value ?? -Infinity, lowOpen: code.low?.open ?? true, high: code.high?.value ?? Infinity, highOpen: code.high?.open ?? true };
  const x = interval(a);
  const y = interval(b);
  const low = Math.max(x.low, y.low);
  const high = Math.min(x.high, y.high);
  if (low > high) return false;
  if (low < high) return true;
  const closed = (side: typeof x) => !(side.low === low && side.lowOpen) && !(side.high === high && side.highOpen);
  return closed(x) && closed(y);
}
