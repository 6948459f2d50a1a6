// Numbers: read from a column, computed by a formula, or 1 and 0 by a condition; what they can be, and whose mean they are.
import {
  impossibleNumber,
  noEffect,
  numberOptions,
  raise,
  type DroppedCodes,
  type Formula,
  type NumberPlan,
  type Place,
  type ValueSet,
  type Within,
} from '@studyspec/core';
import type { ClauseNode } from '../syntax/ast.ts';
import { addressesOf, askedClause, clauseOf, codeText, columnName, declaredLabel, sourceColumn, valueSetOf } from './clauses.ts';
import { find, type Context } from './context.ts';
import { placeOf, type Declared, type Located } from './declared.ts';
import { lowerCondition, testedIn } from './lower-condition.ts';
import { lowerOption } from './lower-choices.ts';
import { lowerFormula, namesIn } from './lower-formula.ts';
import { readOption, readOptions } from './read-option.ts';

/** What reading a variable needs from whoever asks for it. */
export interface Reading {
  readonly mark: (path: string, place: Place) => void;
  /** Where its missing codes come from; a computed one has no cells, so only its own clause can be meant. */
  readonly read: (own: Located<ClauseNode> | null, cells: boolean) => { missing: ValueSet | null; dropped?: DroppedCodes };
}

type Source = Pick<NumberPlan, 'column' | 'formula' | 'when'>;

/** Null when part of it could not be read (reported). */
export function lowerNumber(context: Context, declared: Declared, { mark, read }: Reading): NumberPlan | null {
  const question = declared.parent === null ? undefined : context.merged.named.get(declared.parent);
  if (question?.kind === 'choices') return lowerOption(context, question, declared, { mark, read });
  const source = lowerSource(context, declared, mark);
  const within = lowerWithin(context, declared);
  const per = lowerPer(context, declared);
  const rescaled = lowerRescale(context, declared);
  if (source === null || within === null || per === null || rescaled === null) return null;
  const needs = clauseOf(declared, 'needs');
  if (needs !== null && source.formula === null && declared.asking === null) {
    const place = placeOf(needs.file, needs.node.span);
    context.problems.push(raise(noEffect, { found: { is: 'needed' }, says: { is: 'one function', names: COUNTED } }, { place }));
    return null;
  }
  const reversed = clauseOf(declared, 'reversed');
  const ends = rescaled.rescale ?? (within.within?.low != null && within.within.high !== null ? within.within : null);
  if (reversed !== null && ends === null) {
    // An index that normalises it knows the ends; whether there is one is known when indices are.
    context.turned.set(declared.name, placeOf(reversed.file, reversed.node.wordSpan));
  }
  return {
    kind: 'number',
    name: declared.name,
    label: declaredLabel(declared),
    ...source,
    ...within,
    ...rescaled,
    ...(reversed === null || ends === null ? {} : { reversed: true as const }),
    ...per,
    ...read(askedClause(declared, 'missing'), source.column !== null),
  };
}

function lowerSource(context: Context, declared: Declared, mark: Reading['mark']): Source | null {
  const { name } = declared;
  const from = askedClause(declared, 'from');
  // A survey may hold as a column what the original computed.
  const computed = declared.asking === null;
  const when = computed ? clauseOf(declared, 'when') : null;
  if (when !== null) {
    if (when.node.shape !== 'condition') return null;
    for (const tested of testedIn(when.node.condition)) mark(`${name}/when/${tested.name}`, placeOf(when.file, tested.span));
    const condition = lowerCondition(context, { node: when.node.condition, file: when.file });
    return condition === null ? null : { column: null, formula: null, when: condition };
  }
  const stated = computed ? declared.formula : null;
  if (stated !== null) {
    const formula = withNeeds(context, declared, lowerFormula(context, stated.node, stated.file));
    for (const { name: used, span } of namesIn(stated.node)) mark(`${name}/formula/${used}`, placeOf(stated.file, span));
    return formula === null ? null : { column: null, formula };
  }
  // A formula that could not be read (reported) is no column of the number's name.
  if (from === null && declared.broken && computed) return null;
  const { column, either } = sourceColumn(from, name);
  const kind = computed && column !== name && clauseOf(declared, 'per') !== null ? context.merged.named.get(column)?.kind : undefined;
  if (from === null || kind === undefined || !NUMERIC.includes(kind))
    return { column, formula: null, ...(either === undefined ? {} : { either }) };
  // The mean of what is declared, as it is coded.
  const formula: Formula = { kind: 'variable', name: column };
  mark(`${name}/formula/${column}`, placeOf(from.file, from.node.span));
  return { column: null, formula };
}

/** What has a value for each respondent. */
export const NUMERIC: readonly string[] = ['indicator', 'number', 'dimension', 'index', 'component'];

function lowerWithin(context: Context, declared: Declared): Pick<NumberPlan, 'within'> | null {
  const clause = clauseOf(declared, 'within');
  if (clause === null) return {};
  const within = rangeIn(clause.node);
  if (within === null) return null;
  const { low, high } = within;
  if (low === null || high === null || low.value < high.value) return { within };
  context.problems.push(
    raise(
      impossibleNumber,
      { found: codeText({ kind: 'range', low, high }), expected: { is: 'rising' }, what: { is: 'range of', of: declared.name } },
      { place: placeOf(clause.file, clause.node.span) },
    ),
  );
  return null;
}

const COUNTED = ['sum', 'mean', 'min', 'max'];

/** `needs k` is of a formula that is one function of several values. */
function withNeeds(context: Context, declared: Declared, formula: Formula | null): Formula | null {
  const clause = clauseOf(declared, 'needs');
  if (clause === null || formula === null) return formula;
  const chosen = readOption(context, declared, numberOptions.needs);
  if (chosen === null) return null;
  if (chosen.kind === 'function') return formula;
  const place = placeOf(clause.file, clause.node.span);
  if (formula.kind !== 'call' || !COUNTED.includes(formula.name)) {
    context.problems.push(raise(noEffect, { found: { is: 'needed' }, says: { is: 'one function', names: COUNTED } }, { place }));
    return null;
  }
  // How many columns a run has is known when the data are.
  const most = formula.arguments.some((one) => one.kind === 'run') ? Infinity : formula.arguments.length;
  if (chosen.count >= 1 && chosen.count <= most) return { ...formula, needs: chosen.count };
  context.problems.push(
    raise(
      impossibleNumber,
      {
        found: String(chosen.count),
        expected: { is: 'whole within', low: 1, high: formula.arguments.length },
        what: { is: 'needed values' },
      },
      { place },
    ),
  );
  return null;
}

/** Goalposts alone bring to 0..100. */
function lowerRescale(context: Context, declared: Declared): Pick<NumberPlan, 'rescale'> | null {
  const chosen = readOptions(context, declared, numberOptions);
  if (chosen === null) return null;
  const { rescale, goalposts } = chosen;
  if (rescale.kind === 'none' && (goalposts.kind === 'observed' || declared.clauses.has('rescale'))) return {};
  const { low, high } = rescale.kind === 'none' ? { low: 0, high: 100 } : rescale;
  return { rescale: { low, high, goalposts: goalposts.kind === 'observed' ? null : { low: goalposts.low, high: goalposts.high } } };
}

/** `0..100`, `0..`, `..100`; null when it is none (reported). */
function rangeIn(clause: ClauseNode): Within | null {
  const [code] = valueSetOf(clause, []);
  return code?.kind === 'range' ? { low: code.low, high: code.high } : null;
}

function lowerPer(context: Context, declared: Declared): Pick<NumberPlan, 'per'> | null {
  const clause = clauseOf(declared, 'per');
  if (clause === null) return {};
  const name = columnName(clause.node);
  if (name === null) return null;
  const place = placeOf(clause.file, addressesOf(clause.node)[0]?.span ?? clause.node.span);
  if (context.merged.named.has(name)) {
    const role = { is: 'grouped by', of: declared.name } as const;
    if (find(context, name, place, ['category', 'number', 'indicator'], role) === null) return null;
  }
  return { per: name };
}
