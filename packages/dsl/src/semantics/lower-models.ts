// Comparisons of groups, and regressions. Measurement models: lower-measurement.ts.
import { type Essential } from '@studyspec/core';
import {
  errors,
  regressionOptions,
  explainsItself,
  importanceOfProducts,
  missingClause,
  multipleStandsAlone,
  needsResiduals,
  notUnderstood,
  raise,
  repeatedMember,
  wrongKind,
  type RegressionJob,
  type Term,
} from '@studyspec/core';
import type { TermNode } from '../syntax/ast.ts';
import { leaveOut, losing, loserOf, noteLoss, type Absence } from './absences.ts';
import { clauseOf, declaredLabel } from './clauses.ts';
import { find, findAll, giveUp, membersOf, run, type Context } from './context.ts';
import { pathText, placeOf, type Declared } from './declared.ts';
import { readWhere } from './lower-condition.ts';
import { reportRepeats } from './lower-groups.ts';
import { lowerCompare } from './lower-compare.ts';
import { lowerCorrelate } from './lower-correlate.ts';
import { lowerDeprivation } from './lower-deprivation.ts';
import { lowerMediation } from './lower-mediation.ts';
import { lowerMeasurement } from './lower-measurement.ts';
import { readModeration } from './lower-moderation.ts';
import { conditionNames } from './map.ts';
import { explainsLevels, holdToMethod, readRandom, refuseSteps, shownBy } from './lower-method.ts';
import { defaultsOfOptions, readOptions } from './read-option.ts';

export const OUTCOME_KINDS = ['index', 'component', 'indicator', 'number', 'dimension'];
const PREDICTOR_KINDS = ['indicator', 'number', 'category', 'choices', 'block', 'dimension', 'index', 'component'];

const MODELS: ReadonlySet<string> = new Set(['compare', 'regression', 'measurement', 'correlate', 'mediation', 'deprivation']);

export function lowerModels(context: Context): void {
  for (const declared of context.merged.named.values()) {
    if (!MODELS.has(declared.kind)) continue;
    context.origins.set(declared.name, declared.place);
    for (const [word, clause] of declared.clauses) context.origins.set(`${declared.name}/${word}`, placeOf(clause.file, clause.node.span));
    const before = context.problems.length;
    const cause = absentInCondition(context, declared);
    if (cause !== null) {
      leaveOut(context, declared, cause);
      continue;
    }
    const job = context.merged.broken.has(declared.name)
      ? null
      : declared.kind === 'compare'
        ? lowerCompare(context, declared)
        : declared.kind === 'correlate'
          ? lowerCorrelate(context, declared)
          : declared.kind === 'measurement'
            ? lowerMeasurement(context, declared)
            : declared.kind === 'mediation'
              ? lowerMediation(context, declared)
              : declared.kind === 'deprivation'
                ? lowerDeprivation(context, declared)
                : lowerRegression(context, declared);
    if (context.absences.has(declared.name)) continue;
    if (job === null || context.problems.slice(before).some((problem) => problem.severity === 'error')) giveUp(context, declared.name);
    else if (job.kind === 'compare') context.compares.set(declared.name, job);
    else if (job.kind === 'correlate') context.correlates.set(declared.name, job);
    else if (job.kind === 'measurement') context.measurements.set(declared.name, job);
    else if (job.kind === 'mediation') context.mediations.set(declared.name, job);
    else if (job.kind === 'deprivation') context.deprivations.set(declared.name, job);
    else context.regressions.set(declared.name, job);
  }
}

/** Cases that are chosen by something that was not asked cannot be chosen. */
function absentInCondition(context: Context, declared: Declared): Absence | null {
  const clause = clauseOf(declared, 'where');
  const names = new Set<string>();
  if (clause?.node.shape === 'condition') conditionNames(clause.node.condition, names);
  for (const name of names) {
    const absence = losing(context, name, loserOf(declared));
    if (absence !== null) return absence;
  }
  return null;
}

/** The list a clause holds, or null when the clause is missing (reported) or broken (reported by the parser). */
export function listOf(
  context: Context,
  declared: Declared,
  word: string,
  says: Essential,
): { terms: readonly TermNode[]; file: string } | null {
  const clause = clauseOf(declared, word);
  if (clause === null) {
    if (!declared.broken)
      context.problems.push(
        raise(missingClause, { name: declared.name, kind: declared.kind, clause: word, says }, { place: declared.place }),
      );
    return null;
  }
  return clause.node.shape === 'terms' ? { terms: clause.node.terms, file: clause.file } : null;
}

export function lowerRegression(context: Context, declared: Declared): RegressionJob | null {
  refuseThen(context, declared);
  const chosen = readOptions(context, declared, regressionOptions);
  const method = chosen?.method ?? { kind: 'linear' as const };
  const explain = listOf(context, declared, 'explain', 'explained');
  const outcomes =
    explain === null
      ? null
      : findAll(
          context,
          explain.terms,
          explain.file,
          explainsLevels(method.kind) ? [...OUTCOME_KINDS, 'category'] : OUTCOME_KINDS,
          { is: 'outcome', of: declared.name },
          loserOf(declared),
        );
  if (outcomes !== null) reportRepeats(context, outcomes.found, [], { is: 'outcomes', of: declared.name });
  const by = listOf(context, declared, 'by', 'explaining');
  const terms = by === null ? null : readTerms(context, declared, by.terms, by.file);
  const where = readWhere(context, declared);
  if (terms !== null) refuseSteps(context, declared, method.kind, terms);
  const moderation = readModeration(context, declared, terms ?? [], { method: method.kind, missing: chosen?.missing.kind ?? 'listwise' });
  const random = readRandom(context, declared, method.kind, terms ?? []);
  if (outcomes?.complete === true && outcomes.found.length === 0 && outcomes.absent.length > 0)
    return leaveOut(context, declared, outcomes.absent[0]!);
  if (
    random === null ||
    moderation === null ||
    outcomes === null ||
    terms === null ||
    !outcomes.complete ||
    where === undefined ||
    chosen === null
  )
    return null;
  for (const outcome of outcomes.found) {
    if (!terms.some(({ term }) => term.includes(outcome.name))) continue;
    context.problems.push(raise(explainsItself, { name: outcome.name, regression: declared.name }, { place: outcome.place }));
  }
  if (errors.choices[chosen.errors.kind].estimate !== null && chosen.missing.kind === 'pairwise') {
    const clause = clauseOf(declared, 'errors')!;
    context.problems.push(
      raise(needsResiduals, { regression: declared.name, errors: chosen.errors.kind }, { place: placeOf(clause.file, clause.node.span) }),
    );
  }
  if (chosen.missing.kind === 'multiple') {
    const drawn = /^(?:wild|bootstrap|bca)$/u.test(chosen.errors.kind);
    const other = terms.some(({ step }) => step > 0)
      ? 'by … then …'
      : moderation.slopes !== undefined
        ? 'slopes'
        : drawn
          ? `errors ${chosen.errors.kind === 'wild' ? 'cluster … wild' : 'bootstrap'}`
          : chosen.show.includes('importance')
            ? 'show importance'
            : null;
    if (other !== null) {
      const clause = clauseOf(declared, 'missing')!;
      context.problems.push(
        raise(multipleStandsAlone, { regression: declared.name, other }, { place: placeOf(clause.file, clause.node.span) }),
      );
    }
  }
  const product = terms.find(({ term }) => term.length > 1)?.term.join(' * ');
  if (product !== undefined && chosen.show.includes('importance')) {
    const clause = clauseOf(declared, 'show')!;
    context.problems.push(
      raise(importanceOfProducts, { regression: declared.name, product }, { place: placeOf(clause.file, clause.node.span) }),
    );
  }
  holdToMethod(
    context,
    declared,
    chosen,
    outcomes.found.map((one) => one.name),
  );
  return {
    kind: 'regression',
    name: declared.name,
    label: declaredLabel(declared),
    outcomes: outcomes.found.map((one) => one.name),
    terms,
    where,
    missing: chosen.missing.kind,
    ...(chosen.missing.kind === 'multiple' ? { copies: chosen.missing.copies } : {}),
    errors: chosen.errors,
    method,
    random,
    ...moderation,
    show: shownBy(declared, chosen),
    confidence: 0.95,
    defaults: defaultsOfOptions(
      declared,
      regressionOptions,
      method.kind === 'linear' ? {} : { show: `show ${shownBy(declared, chosen).join(', ')}` },
    ),
  };
}

/** Only the predictors of a regression enter in steps: elsewhere `then` is no comma. */
export function refuseThen(context: Context, declared: Declared): void {
  for (const word of declared.kind === 'regression' ? ['explain'] : ['by', 'explain', 'of', 'with']) {
    const clause = clauseOf(declared, word);
    if (clause === null || clause.node.shape !== 'terms') continue;
    const { terms } = clause.node;
    for (const [at, term] of terms.entries()) {
      if (at === 0 || term.step === terms[at - 1]!.step) continue;
      const place = placeOf(clause.file, { start: terms[at - 1]!.span.end, end: term.span.start });
      context.problems.push(
        raise(
          notUnderstood,
          { found: 'then', what: { is: 'comma' }, example: `${word} a, b` },
          { place, fixes: [{ act: { do: 'write comma' }, edits: [{ ...place, text: ', ' }] }] },
        ),
      );
    }
  }
}

export function readTerms(context: Context, declared: Declared, nodes: readonly TermNode[], file: string): RegressionJob['terms'] | null {
  const terms: { term: Term; block: string | null; step: number }[] = [];
  const seen = new Set<string>();
  let complete = true;
  let missed: Absence | null = null;
  /** Skips what was not asked, and notes the loss. */
  const asked = (one: Declared): boolean => {
    const absence = losing(context, one.name, loserOf(declared));
    for (const lost of context.thinned.get(one.name) ?? []) noteLoss(lost, loserOf(declared));
    missed ??= absence;
    return absence === null;
  };
  const add = (term: Term, block: string | null, node: TermNode, step: number): void => {
    const key = [...term].sort().join(':');
    if (seen.has(key))
      context.problems.push(
        raise(
          repeatedMember,
          { name: term.join(' * '), list: { is: 'predictors', of: declared.name } },
          { place: placeOf(file, node.span) },
        ),
      );
    else terms.push({ term, block, step });
    seen.add(key);
  };
  for (const node of nodes) {
    const factors: Declared[] = [];
    for (const factor of node.factors) {
      const found = find(context, pathText(factor), placeOf(file, factor.span), PREDICTOR_KINDS, { is: 'predictor', of: declared.name });
      if (found === null) complete = false;
      else factors.push(found);
    }
    if (factors.length < node.factors.length) continue;
    if (node.to !== null) {
      const end = find(context, pathText(node.to), placeOf(file, node.to.span), PREDICTOR_KINDS, { is: 'predictor', of: declared.name });
      if (end === null) {
        complete = false;
        continue;
      }
      for (const one of run(context, factors[0]!, end, ['indicator', 'number', 'category']))
        if (asked(one)) add([one.name], null, node, node.step);
    } else if (factors.length === 1) {
      const [one] = factors as [Declared];
      if (!asked(one)) continue;
      const isGroup = context.groups.has(one.name);
      for (const member of membersOf(context, one.name)) add([member], isGroup ? one.name : null, node, node.step);
    } else {
      // In a product a dimension is a number, its mean score; a block is only a list.
      const group = factors.find((factor) => context.groups.get(factor.name)?.kind === 'block' || factor.kind === 'choices');
      if (group !== undefined) {
        context.problems.push(
          raise(
            wrongKind,
            {
              name: group.name,
              found: group.kind,
              expected: ['indicator', 'number', 'category', 'dimension', 'index', 'component'],
              role: { is: 'factor' },
            },
            { place: placeOf(file, node.span) },
          ),
        );
        complete = false;
        continue;
      }
      // A product comes with its main effects.
      const present = factors.filter(asked);
      for (const factor of present) if (!seen.has(factor.name)) add([factor.name], null, node, node.step);
      if (present.length === factors.length)
        add(
          factors.map((factor) => factor.name),
          null,
          node,
          node.step,
        );
    }
  }
  if (complete && terms.length === 0 && missed !== null) return leaveOut(context, declared, missed);
  return complete ? terms : null;
}
