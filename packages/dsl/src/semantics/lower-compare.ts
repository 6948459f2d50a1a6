// Comparisons of groups.
import { compareOptions, notTogether, raise, type CompareJob, type NotTogether, type Where } from '@studyspec/core';
import { leaveOut, loserOf } from './absences.ts';
import { declaredLabel } from './clauses.ts';
import { findAll, membersOf, type Context } from './context.ts';
import { type Declared } from './declared.ts';
import { readWhere } from './lower-condition.ts';
import { reportRepeats } from './lower-groups.ts';
import { listOf, OUTCOME_KINDS } from './lower-models.ts';
import { defaultsOfOptions, readOptions } from './read-option.ts';

/** Categories and questions with several answers are told by counts and per cents. */
const COMPARED_KINDS = [...OUTCOME_KINDS, 'category', 'choices'];

export function lowerCompare(context: Context, declared: Declared): CompareJob | null {
  const of = listOf(context, declared, 'of', 'compared');
  const by = listOf(context, declared, 'by', 'groups');
  const outcomes =
    of === null ? null : findAll(context, of.terms, of.file, COMPARED_KINDS, { is: 'compared by', of: declared.name }, loserOf(declared));
  const groups =
    by === null ? null : findAll(context, by.terms, by.file, ['category'], { is: 'groups', of: declared.name }, loserOf(declared));
  const where = readWhere(context, declared);
  const chosen = readOptions(context, declared, compareOptions);
  if (outcomes !== null) reportRepeats(context, outcomes.found, [], { is: 'comparison', of: declared.name });
  if (groups !== null) reportRepeats(context, groups.found, [], { is: 'comparison', of: declared.name });
  for (const list of [outcomes, groups])
    if (list?.complete === true && list.found.length === 0 && list.absent.length > 0) return leaveOut(context, declared, list.absent[0]!);
  if (outcomes === null || groups === null || !outcomes.complete || !groups.complete || where === undefined || chosen === null) return null;
  const ofKind = (kind: string): readonly string[] =>
    outcomes.found
      .filter((one) => one.declared.kind === kind)
      .flatMap(({ name }) => (kind === 'choices' ? membersOf(context, name) : name));
  const [categories, options] = [ofKind('category'), ofKind('choices')];
  const refuse = (found: NotTogether, where: Where): null => {
    context.problems.push(raise(notTogether, { name: declared.name, found }, where));
    return null;
  };
  const itself = groups.found.find(({ name }) => categories.includes(name));
  if (itself !== undefined) return refuse({ is: 'itself', category: itself.name }, { place: itself.place });
  return {
    kind: 'compare',
    name: declared.name,
    label: declaredLabel(declared),
    outcomes: outcomes.found.flatMap((one) => (one.declared.kind === 'choices' ? membersOf(context, one.name) : [one.name])),
    ...(categories.length === 0 ? {} : { categories }),
    ...(options.length === 0 ? {} : { options }),
    by: groups.found.map((one) => one.name),
    where,
    missing: chosen.missing.kind,
    postHoc: chosen.postHoc.kind,
    defaults: defaultsOfOptions(declared, compareOptions),
  };
}
