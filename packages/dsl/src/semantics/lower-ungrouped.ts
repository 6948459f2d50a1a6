// Comparisons without groups: two measurements of the same cases, and means held against a value.
import { compareOptions, notTogether, notUnderstood, raise, type CompareJob, type NotTogether, type Place } from '@studyspec/core';
import { leaveOut, loserOf } from './absences.ts';
import { alternativesOf, atomText, clauseOf, declaredLabel } from './clauses.ts';
import { findAll, type Context } from './context.ts';
import { pathText, placeOf, type Declared } from './declared.ts';
import { readWhere } from './lower-condition.ts';
import { reportRepeats } from './lower-groups.ts';
import { listOf, OUTCOME_KINDS } from './lower-models.ts';
import { defaultsOfOptions, readOptions } from './read-option.ts';

/** `by none`, unless a category is called so. */
function saysNone(context: Context, declared: Declared): boolean {
  const by = clauseOf(declared, 'by');
  if (by?.node.shape !== 'terms' || by.node.terms.length !== 1 || context.merged.named.has('none')) return false;
  const [{ factors, to }] = by.node.terms as [(typeof by.node.terms)[0]];
  return factors.length === 1 && to === null && pathText(factors[0]!) === 'none';
}

export const isUngrouped = (context: Context, declared: Declared): boolean =>
  clauseOf(declared, 'with') !== null || clauseOf(declared, 'against') !== null || saysNone(context, declared);

export function lowerUngrouped(context: Context, declared: Declared): CompareJob | null {
  const of = listOf(context, declared, 'of', 'compared');
  const role = { is: 'compared by', of: declared.name } as const;
  const list = (terms: Parameters<typeof findAll>[1], file: string): ReturnType<typeof findAll> =>
    findAll(context, terms, file, [...OUTCOME_KINDS, 'category', 'choices'], role, loserOf(declared));
  const outcomes = of === null ? null : list(of.terms, of.file);
  const paired = clauseOf(declared, 'with');
  const value = clauseOf(declared, 'against');
  const by = clauseOf(declared, 'by');
  if (outcomes !== null) reportRepeats(context, outcomes.found, [], { is: 'comparison', of: declared.name });
  const where = readWhere(context, declared);
  const chosen = readOptions(context, declared, compareOptions);
  const refuse = (found: NotTogether, place: Place): null => {
    context.problems.push(raise(notTogether, { name: declared.name, found }, { place }));
    return null;
  };
  const placed = (clause: NonNullable<typeof by>): Place => placeOf(clause.file, clause.node.span);
  const word = paired === null ? 'against' : 'with';
  if (by !== null && !saysNone(context, declared)) return refuse({ is: 'beside', clause: 'by', other: word }, placed(by));
  if (paired !== null && value !== null) return refuse({ is: 'beside', clause: 'against', other: 'with' }, placed(value));
  if (paired === null && value === null) return refuse({ is: 'no value' }, placed(by!));
  for (const clause of ['adjust', 'post_hoc']) {
    const other = clauseOf(declared, clause);
    if (other !== null) return refuse({ is: 'beside', clause, other: word }, placed(other));
  }
  const second = paired?.node.shape === 'terms' ? list(paired.node.terms, paired.file) : null;
  if (outcomes?.complete === true && outcomes.found.length === 0 && outcomes.absent.length > 0)
    return leaveOut(context, declared, outcomes.absent[0]!);
  // Pairs are by place: without one of them nobody knows which belong together.
  if (paired !== null && outcomes !== null && outcomes.absent.length > 0) return leaveOut(context, declared, outcomes.absent[0]!);
  if (second !== null && second.absent.length > 0) return leaveOut(context, declared, second.absent[0]!);
  if (outcomes === null || !outcomes.complete || where === undefined || chosen === null) return null;
  if (paired !== null && second?.complete !== true) return null;
  const share = [...outcomes.found, ...(second?.found ?? [])].find(({ declared: { kind } }) => kind === 'category' || kind === 'choices');
  if (share !== undefined) return refuse({ is: 'no mean', outcome: share.name, clause: word }, share.place);
  if (second !== null && second.found.length !== outcomes.found.length)
    return refuse({ is: 'lists', of: outcomes.found.length, with: second.found.length }, placed(paired!));
  const itself = second?.found.find((one, at) => one.name === outcomes.found[at]!.name);
  if (itself !== undefined) return refuse({ is: 'paired', variable: itself.name }, itself.place);
  const against = value === null ? null : readAgainst(context, value);
  if (value !== null && against === null) return null;
  return {
    kind: 'compare',
    name: declared.name,
    label: declaredLabel(declared),
    outcomes: outcomes.found.map((one) => one.name),
    by: [],
    ...(second === null ? {} : { with: second.found.map((one) => one.name) }),
    ...(against === null ? {} : { against }),
    where,
    missing: chosen.missing.kind,
    postHoc: chosen.postHoc.kind,
    defaults: defaultsOfOptions(declared, compareOptions).filter((line) => !line.startsWith('post_hoc ')),
  };
}

/** One plain number. */
function readAgainst(context: Context, clause: NonNullable<ReturnType<typeof clauseOf>>): number | null {
  const { node, file } = clause;
  if (node.shape === 'broken') return null;
  const alternatives = alternativesOf(node);
  const [figure, ...more] = alternatives.flat();
  if (figure?.kind === 'figure' && more.length === 0 && !figure.percent && figure.stars === null) return figure.value;
  const found = alternatives.map((one) => one.map(atomText).join(' ')).join(', ');
  context.problems.push(
    raise(
      notUnderstood,
      { found, what: { is: 'one value after', word: 'against' }, example: 'against 60' },
      { place: placeOf(file, node.span) },
    ),
  );
  return null;
}
