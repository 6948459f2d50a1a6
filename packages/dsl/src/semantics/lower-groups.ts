// Dimensions and blocks: named lists of variables.
import { type MemberList } from '@studyspec/core';
import { missingClause, nothingAsked, raise, repeatedMember, type GroupPlan } from '@studyspec/core';
import { leaveOut, losing, loserOf, type Absence } from './absences.ts';
import { addressesOf, clauseOf, declaredLabel } from './clauses.ts';
import { findAll, giveUp, membersOf, type Context, type Found } from './context.ts';
import { pathText, placeOf, type Declared } from './declared.ts';
import { lowerChoices } from './lower-choices.ts';

export const PREDICTOR_KINDS: readonly string[] = ['indicator', 'number', 'category', 'dimension', 'block'];

export function lowerGroups(context: Context): void {
  lowerChoices(context);
  for (const kind of ['dimension', 'block'] as const) {
    for (const declared of context.merged.named.values()) {
      if (declared.kind !== kind) continue;
      context.origins.set(declared.name, declared.place);
      for (const [word, clause] of declared.clauses)
        context.origins.set(`${declared.name}/${word}`, placeOf(clause.file, clause.node.span));
      const plan = lowerGroup(context, declared, kind);
      if (plan === null) {
        if (!context.absences.has(declared.name)) giveUp(context, declared.name);
      } else context.groups.set(declared.name, plan);
    }
  }
}

function lowerGroup(context: Context, declared: Declared, kind: 'dimension' | 'block'): GroupPlan | null {
  const of = clauseOf(declared, 'of');
  const kinds = kind === 'dimension' ? ['indicator'] : ['indicator', 'number', 'category', 'choices', 'dimension'];
  const listed =
    of?.node.shape === 'terms'
      ? findAll(context, of.node.terms, of.file, kinds, { is: 'member', of: declared.name }, loserOf(declared))
      : { found: [], complete: of === null, absent: [] };
  if (of !== null && of.node.shape === 'broken') return null;
  const nested = declared.members.filter((member) => context.variables.has(member));
  const members = new Set(nested);
  const lost: Absence[] = [...listed.absent];
  for (const member of declared.members) {
    const absence = losing(context, member, loserOf(declared));
    if (absence !== null) lost.push(absence);
  }
  reportRepeats(context, listed.found, nested, { is: kind, of: declared.name });
  for (const { name } of listed.found) {
    for (const member of kind === 'block' ? membersOf(context, name) : [name]) members.add(member);
  }
  if (lost.length > 0) context.thinned.set(declared.name, lost);
  if (members.size === 0 && lost.length > 0 && listed.complete) {
    // A block is only a list of predictors; a dimension is part of what the index means.
    if (kind === 'block') return leaveOut(context, declared, lost[0]!);
    const users = [...context.merged.named.values()].filter(
      (user) =>
        user.kind === 'index' &&
        [user.clauses.get('of')?.node].some(
          (clause) => clause !== undefined && addressesOf(clause).some((address) => pathText(address) === declared.name),
        ),
    );
    context.problems.push(
      raise(
        nothingAsked,
        { name: declared.name, items: lost.map((absence) => absence.name), users: users.map((user) => user.name) },
        { place: lost[0]!.place, related: [{ says: { is: 'dimension' }, place: declared.place }] },
      ),
    );
    return null;
  }
  if (members.size === 0) {
    const unread = !listed.complete || declared.broken || declared.members.length > 0;
    if (!unread)
      context.problems.push(raise(missingClause, { name: declared.name, kind, clause: 'of', says: 'members' }, { place: declared.place }));
    return null;
  }
  if (!listed.complete || nested.length < declared.members.filter((member) => !context.absences.has(member)).length) return null;
  return { kind, name: declared.name, label: declaredLabel(declared), members: [...members] };
}

/** Complains about a name that is listed twice, or that stands in the braces and in the list. */
export function reportRepeats(context: Context, found: readonly Found[], before: readonly string[], list: MemberList): void {
  const seen = new Set(before);
  for (const { name, place } of found) {
    if (seen.has(name)) context.problems.push(raise(repeatedMember, { name, list }, { place }));
    seen.add(name);
  }
}
