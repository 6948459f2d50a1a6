// Mediations.
import { LONGEST_WAY, mediationOptions, mediationRoles, raise, type MediationJob, type MediationRole } from '@studyspec/core';
import type { TermNode } from '../syntax/ast.ts';
import { leaveOut, loserOf } from './absences.ts';
import { clauseOf, declaredLabel } from './clauses.ts';
import { categoryOf, findAll, type Context, type Found, type FoundList } from './context.ts';
import { placeOf, type Declared } from './declared.ts';
import { readWhere } from './lower-condition.ts';
import { reportRepeats } from './lower-groups.ts';
import { listOf, OUTCOME_KINDS, readTerms, refuseThen } from './lower-models.ts';
import { defaultsOfOptions, readOptions } from './read-option.ts';

export function lowerMediation(context: Context, declared: Declared): MediationJob | null {
  refuseThen(context, declared);
  const { name } = declared;
  const list = (word: 'explain' | 'by' | 'through', kinds: readonly string[]) => {
    const clause = listOf(context, declared, word, ({ explain: 'explained', by: 'explaining', through: 'mediating' } as const)[word]);
    if (clause === null) return null;
    const role = { is: word === 'explain' ? 'outcome' : word === 'by' ? 'predictor' : 'mediator', of: name } as const;
    const of = (terms: readonly TermNode[]): FoundList => findAll(context, terms, clause.file, kinds, role, loserOf(declared));
    const all = of(clause.terms);
    return { all, stepped: word === 'through' && all.complete ? inSteps(clause.terms, of) : [] };
  };
  const outcomes = list('explain', OUTCOME_KINDS);
  const predictors = list('by', [...OUTCOME_KINDS, 'category']);
  const through = list('through', OUTCOME_KINDS);
  const held = clauseOf(declared, 'with');
  const covariates = held?.node.shape === 'terms' ? readTerms(context, declared, held.node.terms, held.file) : held === null ? [] : null;
  const where = readWhere(context, declared);
  const chosen = readOptions(context, declared, mediationOptions);
  if (through !== null) reportRepeats(context, through.all.found, [], { is: 'mediators', of: name });
  for (const one of [outcomes, predictors, through])
    if (one?.all.complete === true && one.all.found.length === 0 && one.all.absent.length > 0)
      return leaveOut(context, declared, one.all.absent[0]!);
  if (outcomes === null || predictors === null || through === null || covariates === null || where === undefined || chosen === null)
    return null;
  if (![outcomes, predictors, through].every((one) => one.all.complete)) return null;
  const wrong = (what: MediationRole, place: Found['place']): null => {
    context.problems.push(raise(mediationRoles, { name, what }, { place }));
    return null;
  };
  for (const [clause, { all }] of [
    ['explain', outcomes],
    ['by', predictors],
  ] as const)
    if (all.found.length > 1) return wrong({ is: 'several', clause, names: all.found.map((one) => one.name) }, all.found[1]!.place);
  const [outcome, predictor] = [outcomes.all.found[0]!, predictors.all.found[0]!];
  const roles = [outcome, predictor, ...through.all.found];
  const twice = roles.find((one, at) => roles.findIndex((other) => other.name === one.name) < at);
  if (twice !== undefined) {
    // Repeats within `through` are told already.
    return through.all.found.filter((one) => one.name === twice.name).length > 1
      ? null
      : wrong({ is: 'twice', variable: twice.name }, twice.place);
  }
  const again = roles.find((one) => covariates.some(({ term }) => term.includes(one.name)));
  if (again !== undefined) return wrong({ is: 'twice', variable: again.name }, again.place);
  const levels = categoryOf(context, predictor.name)?.levels.length;
  if (levels !== undefined && levels !== 2) return wrong({ is: 'levels', category: predictor.name, levels }, predictor.place);
  const steps = new Set(through.stepped.map((one) => one.step)).size;
  if (steps > LONGEST_WAY) {
    const clause = clauseOf(declared, 'through')!;
    return wrong({ is: 'too long', steps, most: LONGEST_WAY }, placeOf(clause.file, clause.node.span));
  }
  return {
    kind: 'mediation',
    name,
    label: declaredLabel(declared),
    outcome: outcome.name,
    predictor: predictor.name,
    mediators: through.stepped,
    covariates: covariates.map((one) => ({ ...one, step: 0 })),
    where,
    errors: chosen.errors,
    confidence: 0.95,
    defaults: defaultsOfOptions(declared, mediationOptions),
  };
}

/** What a list names, with the number of `then`s before it, from 0; a step of which nothing was asked is none. */
function inSteps(terms: readonly TermNode[], of: (terms: readonly TermNode[]) => FoundList): MediationJob['mediators'] {
  const found = [...new Set(terms.map((term) => term.step))].map((step) => of(terms.filter((term) => term.step === step)).found);
  return found.filter((step) => step.length > 0).flatMap((step, at) => step.map(({ name }) => ({ name, step: at })));
}
