// Comparisons of groups.
import { compareOptions, notTogether, raise, type CompareJob, type NotTogether, type Place } from '@studyspec/core';
import type { TermNode } from '../syntax/ast.ts';
import { leaveOut, loserOf } from './absences.ts';
import { clauseOf, declaredLabel } from './clauses.ts';
import { findAll, membersOf, type Context, type FoundList } from './context.ts';
import { placeOf, type Declared } from './declared.ts';
import { readWhere } from './lower-condition.ts';
import { reportRepeats } from './lower-groups.ts';
import { listOf, OUTCOME_KINDS } from './lower-models.ts';
import { isUngrouped, lowerUngrouped } from './lower-ungrouped.ts';
import { defaultsOfOptions, readOptions } from './read-option.ts';

/** Categories and questions with several answers are told by counts and per cents. */
const COMPARED_KINDS = [...OUTCOME_KINDS, 'category', 'choices'];

export function lowerCompare(context: Context, declared: Declared): CompareJob | null {
  if (isUngrouped(context, declared)) return lowerUngrouped(context, declared);
  const of = listOf(context, declared, 'of', 'compared');
  const by = listOf(context, declared, 'by', 'groups');
  const held = clauseOf(declared, 'adjust');
  const named = (
    list: { readonly terms: readonly TermNode[]; readonly file: string } | null,
    kinds: readonly string[],
  ): FoundList | null =>
    list === null ? null : findAll(context, list.terms, list.file, kinds, { is: 'compared by', of: declared.name }, loserOf(declared));
  const outcomes = named(of, COMPARED_KINDS);
  const crossing = by?.terms.find((term) => term.factors.length > 1) ?? null;
  const groups =
    by === null
      ? null
      : findAll(context, by.terms.flatMap(factorsOf), by.file, ['category'], { is: 'groups', of: declared.name }, loserOf(declared));
  const adjust = held?.node.shape === 'terms' ? named({ terms: held.node.terms, file: held.file }, OUTCOME_KINDS) : null;
  const where = readWhere(context, declared);
  const chosen = readOptions(context, declared, compareOptions);
  const refuse = (found: NotTogether, place: Place): null => {
    context.problems.push(raise(notTogether, { name: declared.name, found }, { place }));
    return null;
  };
  const beside = crossing === null ? undefined : by!.terms.find((term) => term !== crossing);
  if (beside !== undefined) return refuse({ is: 'crossed', with: beside.factors.map(textOf).join(' * ') }, placeOf(by!.file, beside.span));
  const twice = crossing === null ? undefined : groups?.found.find((one, at, all) => all.findIndex(({ name }) => name === one.name) < at);
  if (twice !== undefined) return refuse({ is: 'crossed twice', category: twice.name }, twice.place);
  for (const list of [outcomes, groups, adjust])
    if (list !== null) reportRepeats(context, list.found, [], { is: 'comparison', of: declared.name });
  for (const list of [outcomes, groups])
    if (list?.complete === true && list.found.length === 0 && list.absent.length > 0) return leaveOut(context, declared, list.absent[0]!);
  if (outcomes === null || groups === null || !outcomes.complete || !groups.complete || where === undefined || chosen === null) return null;
  if (held !== null && adjust?.complete !== true) return null;
  // A model of crossed categories without one of them is another model.
  if (crossing !== null && groups.absent.length > 0) return leaveOut(context, declared, groups.absent[0]!);
  const ofKind = (kind: string): readonly string[] =>
    outcomes.found
      .filter((one) => one.declared.kind === kind)
      .flatMap(({ name }) => (kind === 'choices' ? membersOf(context, name) : name));
  const [categories, options] = [ofKind('category'), ofKind('choices')];
  const itself = groups.found.find(({ name }) => categories.includes(name));
  if (itself !== undefined) return refuse({ is: 'itself', category: itself.name }, itself.place);
  const covariates = adjust?.found.map((one) => one.name) ?? [];
  const modelled = covariates.length > 0 || crossing !== null;
  const both = adjust?.found.find(({ name }) => outcomes.found.some((one) => one.name === name));
  if (both !== undefined) return refuse({ is: 'adjusted', variable: both.name }, both.place);
  const share = outcomes.found.find((one) => one.declared.kind === 'category' || one.declared.kind === 'choices');
  if (modelled && share !== undefined)
    return refuse({ is: 'no mean', outcome: share.name, clause: covariates.length > 0 ? 'adjust' : 'by a * b' }, share.place);
  const pairs = clauseOf(declared, 'post_hoc');
  if (modelled && pairs !== null && chosen.postHoc.kind === 'games_howell')
    return refuse({ is: 'pairs', method: 'games_howell' }, placeOf(pairs.file, pairs.node.span));
  const defaults = defaultsOfOptions(declared, compareOptions);
  return {
    kind: 'compare',
    name: declared.name,
    label: declaredLabel(declared),
    outcomes: outcomes.found.flatMap((one) => (one.declared.kind === 'choices' ? membersOf(context, one.name) : [one.name])),
    ...(categories.length === 0 ? {} : { categories }),
    ...(options.length === 0 ? {} : { options }),
    by: crossing === null ? groups.found.map((one) => one.name) : [],
    ...(crossing === null ? {} : { factors: groups.found.map((one) => one.name) }),
    ...(covariates.length === 0 ? {} : { adjust: covariates }),
    where,
    missing: chosen.missing.kind,
    // SPSS has Bonferroni's and Šidák's for adjusted means.
    postHoc: modelled && pairs === null ? 'bonferroni' : chosen.postHoc.kind,
    defaults: modelled ? defaults.map((line) => (line.startsWith('post_hoc ') ? 'post_hoc bonferroni' : line)) : defaults,
  };
}

const textOf = (address: TermNode['factors'][number]): string => address.path.map((name) => name.text).join('.');

/** Each factor of a product as a name of a list. */
const factorsOf = (term: TermNode): readonly TermNode[] =>
  term.factors.length < 2 ? [term] : term.factors.map((factor) => ({ ...term, factors: [factor], to: null, span: factor.span }));
