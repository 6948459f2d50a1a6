// Deprivations counted with two cutoffs.
import { deprivationDimensions, deprivationOptions, notUnderstood, raise, type DeprivationJob } from '@studyspec/core';
import type { AddressNode } from '../syntax/ast.ts';
import { leaveOut, losing, loserOf, type Absence } from './absences.ts';
import { clauseOf, declaredLabel } from './clauses.ts';
import { find, findAll, run, type Context } from './context.ts';
import { pathText, placeOf, type Declared } from './declared.ts';
import { readWhere } from './lower-condition.ts';
import { listOf, refuseThen } from './lower-models.ts';
import { defaultsOfOptions, readOptions } from './read-option.ts';

const KINDS = ['number', 'indicator'];

export function lowerDeprivation(context: Context, declared: Declared): DeprivationJob | null {
  refuseThen(context, declared);
  const of = listOf(context, declared, 'of', 'deprivations');
  const where = readWhere(context, declared);
  const chosen = readOptions(context, declared, deprivationOptions);
  const clause = clauseOf(declared, 'by');
  const by =
    clause?.node.shape === 'terms'
      ? findAll(context, clause.node.terms, clause.file, ['category'], { is: 'groups', of: declared.name }, loserOf(declared))
      : null;
  const second = by?.found[1];
  if (second !== undefined)
    context.problems.push(
      raise(
        notUnderstood,
        { found: second.name, what: { is: 'one category' }, example: `by ${by!.found[0]!.name}` },
        { place: second.place },
      ),
    );
  const read = of === null ? null : dimensionsOf(context, declared, of);
  if (read === null || where === undefined || chosen === null || second !== undefined) return null;
  if (clause !== null && by?.complete !== true) return null;
  if (read.dimensions.length === 0) return read.lost === null ? null : leaveOut(context, declared, read.lost);
  return {
    kind: 'deprivation',
    name: declared.name,
    label: declaredLabel(declared),
    dimensions: read.dimensions,
    by: by?.found[0]?.name ?? null,
    where,
    cutoff: chosen.cutoff,
    defaults: defaultsOfOptions(declared, deprivationOptions),
  };
}

/** `edu { a, b }` each; a dimension none of whose indicators was asked is left out. Null where something is wrong (reported). */
function dimensionsOf(
  context: Context,
  declared: Declared,
  { terms, file }: NonNullable<ReturnType<typeof listOf>>,
): { readonly dimensions: DeprivationJob['dimensions']; readonly lost: Absence | null } | null {
  const dimensions: { name: string; indicators: readonly string[] }[] = [];
  const taken = new Set<string>();
  let fine = true;
  let lost: Absence | null = null;
  const wrong = (what: { is: 'no indicators'; dimension: string } | { is: 'twice'; of: string }, span: AddressNode['span']): void => {
    fine = false;
    context.problems.push(raise(deprivationDimensions, { name: declared.name, what }, { place: placeOf(file, span) }));
  };
  const once = (name: string, span: AddressNode['span']): void => {
    if (taken.has(name)) wrong({ is: 'twice', of: name }, span);
    taken.add(name);
  };
  for (const term of terms) {
    const [head] = term.factors;
    if (head === undefined) continue;
    const name = pathText({ ...head, args: null });
    if (head.args === null || head.args.length === 0 || term.factors.length > 1 || term.to !== null) {
      wrong({ is: 'no indicators', dimension: name }, head.span);
      continue;
    }
    once(name, head.span);
    const indicators: string[] = [];
    for (const argument of head.args) {
      const [first] = argument.kind === 'term' ? argument.parts : [];
      if (argument.kind !== 'term' || first === undefined || argument.parts.length > 1) {
        wrong({ is: 'no indicators', dimension: name }, argument.span);
        continue;
      }
      const role = { is: 'member', of: declared.name } as const;
      const found = find(context, pathText(first), placeOf(file, first.span), KINDS, role);
      const end = argument.to === null ? found : find(context, pathText(argument.to), placeOf(file, argument.to.span), KINDS, role);
      if (found === null || end === null) {
        fine = false;
        continue;
      }
      for (const one of argument.to === null ? [found] : run(context, found, end, KINDS)) {
        const absence = losing(context, one.name, loserOf(declared));
        lost ??= absence;
        if (absence !== null) continue;
        once(one.name, first.span);
        indicators.push(one.name);
      }
    }
    if (indicators.length > 0) dimensions.push({ name, indicators });
  }
  return fine ? { dimensions, lost } : null;
}
