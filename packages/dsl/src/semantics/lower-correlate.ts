// Tables of correlations.
import { controlsNeedComplete, correlatedAndControlled, correlateOptions, raise, type CorrelateJob } from '@studyspec/core';
import { leaveOut, loserOf } from './absences.ts';
import { clauseOf, declaredLabel } from './clauses.ts';
import { findAll, type Context } from './context.ts';
import { placeOf, type Declared } from './declared.ts';
import { readWhere } from './lower-condition.ts';
import { reportRepeats } from './lower-groups.ts';
import { listOf, OUTCOME_KINDS } from './lower-models.ts';
import { defaultsOfOptions, readOptions } from './read-option.ts';

export function lowerCorrelate(context: Context, declared: Declared): CorrelateJob | null {
  const of = listOf(context, declared, 'of', 'compared');
  const control = clauseOf(declared, 'control');
  const list = (terms: Parameters<typeof findAll>[1], file: string) =>
    findAll(context, terms, file, OUTCOME_KINDS, { is: 'correlated by', of: declared.name }, loserOf(declared));
  const variables = of === null ? null : list(of.terms, of.file);
  const controls = control?.node.shape === 'terms' ? list(control.node.terms, control.file) : null;
  const where = readWhere(context, declared);
  const chosen = readOptions(context, declared, correlateOptions);
  for (const found of [variables, controls])
    if (found !== null) reportRepeats(context, found.found, [], { is: 'correlations', of: declared.name });
  if (variables?.complete === true && variables.found.length < 2 && variables.absent.length > 0)
    return leaveOut(context, declared, variables.absent[0]!);
  if (variables === null || where === undefined || chosen === null || !variables.complete || controls?.complete === false) return null;
  if (control !== null && controls === null) return null;
  const wrong = (variable: string | null, place: Parameters<typeof raise>[2]): null => {
    context.problems.push(raise(correlatedAndControlled, { name: declared.name, variable }, place));
    return null;
  };
  if (variables.found.length < 2) {
    const clause = clauseOf(declared, 'of')!;
    return wrong(null, { place: placeOf(clause.file, clause.node.span) });
  }
  const both = controls?.found.find((one) => variables.found.some((other) => other.name === one.name));
  if (both !== undefined) return wrong(both.name, { place: both.place });
  const held = controls?.found.map((one) => one.name) ?? [];
  const missing = clauseOf(declared, 'missing');
  if (held.length > 0 && missing !== null && chosen.missing.kind === 'pairwise') {
    context.problems.push(raise(controlsNeedComplete, { name: declared.name }, { place: placeOf(missing.file, missing.node.span) }));
    return null;
  }
  return {
    kind: 'correlate',
    name: declared.name,
    label: declaredLabel(declared),
    variables: variables.found.map((one) => one.name),
    controls: held,
    where,
    method: chosen.method.kind,
    missing: chosen.missing.kind,
    defaults: defaultsOfOptions(declared, correlateOptions),
  };
}
