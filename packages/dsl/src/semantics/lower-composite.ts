// Indices without components: which clauses make one, its members, what is needed of them, weights and judgements. Indices of components
// are lower-index.ts.
import {
  badJudgements,
  badWeights,
  endsOf,
  exp,
  impossibleNumber,
  inconsistentJudgements,
  indexOptions,
  judgedWeights,
  log,
  MOST_COMPARED,
  noEffect,
  noEnds,
  noScale,
  raise,
  ratiosOf,
  rawEnds,
  turnedElsewhere,
  twoKindsOfIndex,
  usedNames,
  weightsBroughtToOne,
  type Chosen,
  type ChosenOf,
  type CompositeJob,
  type Declarations,
  type MemberWeight,
  type Place,
  type SimpleWeight,
  type WeightSort,
} from '@studyspec/core';
import type { ClauseNode, ItemNode } from '../syntax/ast.ts';
import { alternativesOf, atomText, clauseOf, declaredLabel, figureOf } from './clauses.ts';
import { giveUp, membersOf, type Context, type Found } from './context.ts';
import { pathText, placeOf, type Declared, type Located } from './declared.ts';
import { defaultsOfOptions } from './read-option.ts';

type Choices = ChosenOf<typeof indexOptions>;
type Sort = 'components' | 'answers' | 'members';

/** A clause as it is written: `keep 2`. */
const written = ({ node }: Located<ClauseNode>): string => [node.word, ...(alternativesOf(node)[0] ?? []).map(atomText)].join(' ').trim();

/** A score of answers; null where the clause says how components are scored. */
const ofAnswers = ({ score: { kind } }: Choices): 'mean' | 'sum' | null => (kind === 'mean' || kind === 'sum' ? kind : null);

/** Of which sort an index is by its clauses and by what it is of; two sorts at once are told. */
export function sortOfIndex(context: Context, declared: Declared, chosen: Choices, found: readonly Found[]): Sort | null {
  const clause = (word: string): Located<ClauseNode> | null => clauseOf(declared, word);
  const said = (...words: readonly string[]): Located<ClauseNode>[] => words.flatMap((word) => clause(word) ?? []);
  const components = [
    ...said('extract', 'keep', 'rotate', 'compose'),
    ...(chosen.weight.kind === 'explained' ? said('weight') : []),
    ...(chosen.missing.kind === 'listwise' ? [] : said('missing')),
    ...(chosen.rescale.kind === 'components' || chosen.rescale.kind === 'componentsTo' ? said('rescale') : []),
    ...(ofAnswers(chosen) === null ? said('score') : []),
  ];
  const answers = ofAnswers(chosen) === null ? [] : said('score');
  const ofMembers = [
    ...said('aggregate'),
    ...(chosen.weight.kind.startsWith('by ') ? said('weight') : []),
    ...(declared.members.length === 0 && components.length === 0 && chosen.weight.kind === 'given' ? said('weight') : []),
  ];
  const makes = [...answers, ...said('normalize'), ...ofMembers];
  const clash = (first: string, second: string, of: 'components' | 'answers', place: Place): null => {
    context.problems.push(raise(twoKindsOfIndex, { index: declared.name, first, second, of }, { place }));
    return null;
  };
  const [maker] = makes;
  const [component] = declared.members.flatMap((name) => context.merged.named.get(name) ?? []);
  if (maker !== undefined) {
    const [other] = components;
    if (other !== undefined) return clash(written(maker), written(other), 'components', placeOf(other.file, other.node.span));
    if (component !== undefined) return clash(written(maker), `component ${component.name}`, 'components', component.place);
  }
  if (answers.length > 0) {
    const weighted = [...said('aggregate'), ...said('weight')][0];
    if (weighted !== undefined)
      return clash(written(answers[0]!), written(weighted), 'answers', placeOf(weighted.file, weighted.node.span));
    return 'answers';
  }
  const scores = found.some((one) => one.declared.kind === 'index' || one.declared.kind === 'component');
  const sort = makes.length > 0 || (scores && components.length === 0 && component === undefined) ? 'members' : 'components';
  const needs = clause('needs');
  if (sort === 'components' && needs !== null) {
    const place = placeOf(needs.file, needs.node.span);
    const names = ['score mean', 'score sum', 'normalize range'];
    context.problems.push(raise(noEffect, { found: { is: 'needed' }, says: { is: 'one function', names } }, { place }));
    return null;
  }
  return sort;
}

/** Null when part of it could not be read (reported). */
export function lowerComposite(
  context: Context,
  declared: Declared,
  chosen: Choices,
  sort: 'answers' | 'members',
  found: readonly Found[],
): Omit<CompositeJob, 'where'> | null {
  const of = clauseOf(declared, 'of')!;
  // A score of answers is of a dimension's items, and so are the members of an index of one dimension alone; beside others it is a
  // member, by its mean. A block is a list in any case.
  const opened = (one: Found): readonly string[] =>
    sort === 'answers' || found.length === 1 || one.declared.kind === 'block' ? membersOf(context, one.name) : [one.name];
  const members = [...new Set(found.flatMap(opened))];
  const groups = found.filter((one) => one.declared.kind === 'dimension' || one.declared.kind === 'block').map((one) => one.name);
  if (members.length < 2) {
    context.problems.push(
      raise(
        impossibleNumber,
        { found: `${members.length} item`, expected: { is: 'two members' }, what: { is: 'index', of: declared.name } },
        { place: placeOf(of.file, of.node.span) },
      ),
    );
    return null;
  }
  const score = ofAnswers(chosen) ?? 'members';
  const needs = needed(context, declared, chosen.needs, score, members.length);
  const weight = sort === 'answers' ? { kind: 'equal' as const } : readWeight(context, declared, chosen.weight, members);
  if (needs === null || weight === null) return null;
  const normalize = declared.clauses.has('normalize') || sort === 'answers' ? chosen.normalize.kind : 'range';
  const { rescale } = chosen;
  const named = {
    needs: `needs ${needs}`,
    weight: 'weight equal',
    normalize: `normalize ${normalize}`,
    rescale: 'rescale 0..100',
    goalposts: 'goalposts observed',
  };
  const spoken =
    sort === 'answers' ? ['needs', 'rescale', 'goalposts'] : ['needs', 'normalize', 'weight', 'aggregate', 'rescale', 'goalposts'];
  const silent = rescale.kind === 'range' ? spoken : spoken.filter((word) => word !== 'goalposts');
  return {
    kind: 'composite',
    name: declared.name,
    label: declaredLabel(declared),
    members,
    groups: [...new Set(groups)],
    score,
    needs,
    normalize,
    turned: members.filter((name) => context.turned.has(name)),
    weight,
    aggregate: chosen.aggregate.kind,
    rescale: rescale.kind === 'range' ? rescale : { kind: rescale.kind === 't' ? 't' : 'none' },
    goalposts: chosen.goalposts,
    defaults: defaultsOfOptions(declared, indexOptions, named).filter((line) => silent.includes(line.split(' ')[0]!)),
  };
}

/** A mean is content with one answer; a sum, and weighted members, need all. */
function needed(
  context: Context,
  declared: Declared,
  rule: Chosen<typeof indexOptions.needs>,
  score: CompositeJob['score'],
  most: number,
): number | null {
  if (rule.kind === 'all') return score === 'mean' && !declared.clauses.has('needs') ? 1 : most;
  if (rule.count >= 1 && rule.count <= most) return rule.count;
  const clause = clauseOf(declared, 'needs')!;
  context.problems.push(
    raise(
      impossibleNumber,
      { found: String(rule.count), expected: { is: 'whole within', low: 1, high: most }, what: { is: 'needed values' } },
      { place: placeOf(clause.file, figureOf(clause.node)?.span ?? clause.node.span) },
    ),
  );
  return null;
}

function readWeight(
  context: Context,
  declared: Declared,
  rule: Chosen<typeof indexOptions.weight>,
  members: readonly string[],
): MemberWeight | null {
  if (rule.kind === 'explained' || rule.kind === 'equal') return { kind: 'equal' };
  const clause = clauseOf(declared, 'weight')!;
  if (rule.kind === 'given') return readGiven(context, declared, clause, members);
  const sorts = rule.kind.slice('by '.length).split(' and ') as WeightSort[];
  const parts = sorts.map((kind): SimpleWeight | null => (kind === 'ahp' ? readJudgements(context, declared, clause, members) : { kind }));
  if (parts.some((part) => part === null)) return null;
  const [first, second] = parts as [SimpleWeight, SimpleWeight?];
  return second === undefined ? first : { kind: 'both', parts: [first, second] };
}

/** The entries between the braces of `weight`; null where one of them could not be read (reported). */
function entriesOf(clause: Located<ClauseNode>): readonly ItemNode[] | null {
  const items = (clause.node.body ?? []).filter((entry): entry is ItemNode => entry.type === 'item');
  return items.some((item) => item.broken) ? null : items;
}

function readGiven(context: Context, declared: Declared, clause: Located<ClauseNode>, members: readonly string[]): SimpleWeight | null {
  const entries = entriesOf(clause);
  if (entries === null) return null;
  const weights = new Map<string, { readonly value: number; readonly place: Place }>();
  for (const { subject, codes, span } of entries) {
    const name = subject.address === null ? (subject.label?.texts[0]?.text ?? '') : pathText(subject.address);
    const place = placeOf(clause.file, subject.span);
    if (!members.includes(name) || subject.over !== null) {
      context.problems.push(raise(badWeights, { found: { is: 'no member', name }, expected: { is: 'these', names: members } }, { place }));
      return null;
    }
    const twin = weights.get(name);
    if (twin !== undefined) {
      const related = [{ says: { is: 'first given' as const }, place: twin.place }];
      context.problems.push(raise(badWeights, { found: { is: 'twice', name }, expected: { is: 'each' } }, { place, related }));
      return null;
    }
    const [code] = codes ?? [];
    if (code?.kind !== 'number' || !(code.figure.value > 0)) {
      const facts = { found: { is: 'not positive' as const, name }, expected: { is: 'each' as const } };
      context.problems.push(raise(badWeights, facts, { place: placeOf(clause.file, span) }));
      return null;
    }
    weights.set(name, { value: code.figure.value, place });
  }
  const absent = members.filter((name) => !weights.has(name));
  if (absent.length > 0) {
    const facts = { found: { is: 'none' as const, names: absent }, expected: { is: 'each member' as const } };
    context.problems.push(raise(badWeights, facts, { place: placeOf(clause.file, clause.node.span) }));
    return null;
  }
  const given = members.map((name): readonly [string, number] => [name, weights.get(name)!.value]);
  const sum = given.reduce((total, [, weight]) => total + weight, 0);
  // Papers print shares as well as percentages.
  if (Math.abs(sum - 1) > 1e-9 && Math.abs(sum - 100) > 1e-7)
    context.problems.push(
      raise(
        weightsBroughtToOne,
        { index: declared.name, sum, weights: given.map(([name, weight]) => ({ name, weight: weight / sum })) },
        { place: placeOf(clause.file, clause.node.span) },
      ),
    );
  return { kind: 'given', weights: given };
}

/** Above it Saaty sends judgements back. */
const LEAST_CONSISTENT = 0.1;

function readJudgements(
  context: Context,
  declared: Declared,
  clause: Located<ClauseNode>,
  members: readonly string[],
): SimpleWeight | null {
  const entries = entriesOf(clause);
  if (entries === null) return null;
  const place = placeOf(clause.file, clause.node.span);
  function complain(
    found:
      | { is: 'missing'; pairs: readonly (readonly [string, string])[] }
      | { is: 'no pair' | 'not positive' | 'twice'; text: string }
      | { is: 'too many'; count: number },
    at: Place = place,
  ): null {
    context.problems.push(raise(badJudgements, { index: declared.name, found, members }, { place: at }));
    return null;
  }
  if (members.length > MOST_COMPARED) return complain({ is: 'too many', count: members.length });
  const judgements: (readonly [string, string, number])[] = [];
  for (const { subject, codes, span } of entries) {
    const [first, second] = [subject.address, subject.over].map((one) => (one === null ? '' : pathText(one))) as [string, string];
    const text = second === '' ? first : `${first} / ${second}`;
    const at = placeOf(clause.file, subject.span);
    if (!members.includes(first) || !members.includes(second) || first === second) return complain({ is: 'no pair', text }, at);
    if (judgements.some(([a, b]) => (a === first && b === second) || (a === second && b === first)))
      return complain({ is: 'twice', text }, at);
    const [code] = codes ?? [];
    if (code?.kind !== 'number' || !(code.figure.value > 0)) return complain({ is: 'not positive', text }, placeOf(clause.file, span));
    judgements.push([first, second, code.figure.value]);
  }
  const pairs = members.flatMap((first, at) => members.slice(at + 1).map((second): readonly [string, string] => [first, second]));
  const missing = pairs.filter(([a, b]) => !judgements.some(([x, y]) => (x === a && y === b) || (x === b && y === a)));
  if (missing.length > 0) return complain({ is: 'missing', pairs: missing });
  const ratios = ratiosOf(members, judgements);
  const { consistencyRatio } = judgedWeights(ratios);
  if (consistencyRatio > LEAST_CONSISTENT) {
    const fits = judgements.map(([first, second, said]) => ({
      pair: [first, second] as const,
      said,
      implied: impliedRatio(ratios, members.indexOf(first), members.indexOf(second)),
    }));
    const worst = fits.reduce((most, one) => (misfit(one) > misfit(most) ? one : most));
    context.problems.push(raise(inconsistentJudgements, { index: declared.name, ratio: consistencyRatio, ...worst }, { place }));
    return null;
  }
  return { kind: 'ahp', judgements };
}

/** What the other judgements make of a pair: the geometric mean of the ways from the first to the second through each third member. */
function impliedRatio(ratios: readonly (readonly number[])[], first: number, second: number): number {
  const ways = ratios.flatMap((row, third) =>
    third === first || third === second ? [] : [log(ratios[first]![third]!) + log(row[second]!)],
  );
  return exp(ways.reduce((total, way) => total + way, 0) / ways.length);
}

/** How many times too much, or too little. */
const misfit = ({ said, implied }: { readonly said: number; readonly implied: number }): number => Math.max(said / implied, implied / said);

/** What can be said when all indices are known: ends that are needed and not stated. */
export function checkEnds(context: Context): void {
  const all: Declarations = {
    variable: (name) => context.variables.get(name),
    group: (name) => context.groups.get(name),
    score: (name) => context.composites.get(name) ?? context.indices.get(context.components.get(name) ?? name),
  };
  for (const job of context.composites.values()) {
    const declared = context.merged.named.get(job.name)!;
    const tell = (members: readonly string[], word: 'normalize scale' | 'goalposts scale'): void => {
      const clause = clauseOf(declared, word.split(' ')[0]!);
      const place = clause === null ? declared.place : placeOf(clause.file, clause.node.span);
      context.problems.push(raise(noEnds, { index: job.name, members, clause: word }, { place }));
      giveUp(context, job.name);
    };
    const without = job.members.filter((name) => endsOf(name, all) === null);
    if (job.normalize === 'scale' && without.length > 0) tell(without, 'normalize scale');
    else if (job.goalposts.kind === 'scale' && job.rescale.kind === 'range' && rawEnds(job, all) === null)
      tell(job.normalize === 'none' ? without : [], 'goalposts scale');
  }
}

/** Numbers that are reversed without a range: turned round where they are normalised, and nowhere else. */
export function checkTurned(context: Context): void {
  for (const [name, place] of context.turned) {
    const indices = [...context.composites.values()].filter((job) => job.members.includes(name));
    if (indices.length === 0 || indices.some((job) => job.normalize === 'none')) {
      context.problems.push(raise(noScale, { name, number: true }, { place }));
      giveUp(context, name);
      continue;
    }
    const users = [
      ...[...context.variables.values()].filter((one) => one.name !== name && usedNames(one).includes(name)),
      ...[...context.indices.values()].filter((one) => one.items.includes(name)),
      ...[...context.compares.values()].filter((one) => one.outcomes.includes(name)),
      ...[...context.regressions.values()].filter(
        (one) => one.outcomes.includes(name) || one.terms.some(({ term }) => term.includes(name)),
      ),
    ].map((one) => one.name);
    if (users.length > 0)
      context.problems.push(raise(turnedElsewhere, { number: name, indices: indices.map((one) => one.name), users }, { place }));
  }
}
