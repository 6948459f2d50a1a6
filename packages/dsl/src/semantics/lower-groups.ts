// Dimensions and blocks: named lists of variables.
import { missingClause, raise, repeatedMember, type GroupPlan } from '@studyspec/core';
import { clauseOf, declaredLabel } from './clauses.ts';
import { findAll, giveUp, membersOf, type Context, type Found } from './context.ts';
import { placeOf, type Declared } from './declared.ts';

export const PREDICTOR_KINDS: readonly string[] = ['indicator', 'number', 'category', 'dimension', 'block'];

export function lowerGroups(context: Context): void {
  for (const kind of ['dimension', 'block'] as const) {
    for (const declared of context.merged.named.values()) {
      if (declared.kind !== kind) continue;
      context.origins.set(declared.name, declared.place);
      for (const [word, clause] of declared.clauses) context.origins.set(`${declared.name}/${word}`, placeOf(clause.file, clause.node.span));
      const plan = lowerGroup(context, declared, kind);
      if (plan === null) giveUp(context, declared.name);
      else context.groups.set(declared.name, plan);
    }
  }
}

function lowerGroup(context: Context, declared: Declared, kind: 'dimension' | 'block'): GroupPlan | null {
  const of = clauseOf(declared, 'of');
  const kinds = kind === 'dimension' ? ['indicator'] : ['indicator', 'number', 'category', 'dimension'];
  const listed = of?.node.shape === 'terms' ? findAll(context, of.node.terms, of.file, kinds, `a member of ${declared.name}`) : { found: [], complete: of === null };
  if (of !== null && (of.node.shape === 'broken')) return null;
  const nested = declared.members.filter((member) => context.variables.has(member));
  const members: string[] = [...nested];
  reportRepeats(context, listed.found, nested, `${declared.kind} ${declared.name}`);
  for (const { name } of listed.found) {
    for (const member of kind === 'block' ? membersOf(context, name) : [name]) if (!members.includes(member)) members.push(member);
  }
  if (members.length === 0) {
    const lost = !listed.complete || declared.broken || declared.members.length > 0;
    if (!lost) context.problems.push(raise(missingClause, { name: declared.name, kind, clause: 'of', says: 'which variables belong to it' }, { place: declared.place }));
    return null;
  }
  if (!listed.complete || nested.length < declared.members.length) return null;
  return { kind, name: declared.name, label: declaredLabel(declared), members };
}

/** Complains about a name that is listed twice, or that stands in the braces and in the list. */
export function reportRepeats(context: Context, found: readonly Found[], before: readonly string[], list: string): void {
  const seen = new Set(before);
  for (const { name, place } of found) {
    if (seen.has(name)) context.problems.push(raise(repeatedMember, { name, list }, { place }));
    seen.add(name);
  }
}
