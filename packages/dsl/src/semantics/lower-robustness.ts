// Robustness: a number, and what it rests on under every combination of the alternatives that the block names. Each declaration is lowered
// anew with other clauses, as if the author had written them, so that nothing here knows what an option does.
import {
  MOST_SPECIFICATIONS,
  declaredQuantities,
  idleAlternatives,
  missingClause,
  optionNamed,
  optionsOfKind,
  raise,
  repeatedMember,
  robustnessOfRobustness,
  severalNumbers,
  signatureOf,
  formatAddress,
  specificationsOf,
  tooManySpecifications,
  unexpectedBlock,
  unknownOption,
  nearest,
  waysOf,
  type Address,
  type Alternative,
  type AnyOption,
  type Changes,
  type DesignPlan,
  type Job,
  type Problem,
  type RobustnessPlan,
  type Way,
} from '@studyspec/core';
import type { AddressNode, ClauseNode } from '../syntax/ast.ts';
import { leaveOut, losingAddress, loserOf } from './absences.ts';
import { alternativesOf, atomText, clauseOf, declaredLabel } from './clauses.ts';
import { giveUp, type Context } from './context.ts';
import { placeOf, type Declared, type Located } from './declared.ts';
import { designedJob } from './lower-design.ts';
import { lowerCompare } from './lower-compare.ts';
import { lowerIndex } from './lower-index.ts';
import { lowerDeprivation } from './lower-deprivation.ts';
import { lowerMediation } from './lower-mediation.ts';
import { lowerMeasurement } from './lower-measurement.ts';
import { lowerRegression } from './lower-models.ts';
import { readOption } from './read-option.ts';
import { resolveAddress } from './resolve-address.ts';

/** How a declaration of a kind that is computed is lowered. */
const lowerings: Readonly<Record<string, (context: Context, declared: Declared) => Job | null>> = {
  index: lowerIndex,
  compare: lowerCompare,
  measurement: lowerMeasurement,
  mediation: lowerMediation,
  deprivation: lowerDeprivation,
  regression: lowerRegression,
};

export function lowerRobustness(context: Context, design: DesignPlan | undefined): readonly RobustnessPlan[] {
  const plans: RobustnessPlan[] = [];
  for (const declared of context.merged.named.values()) {
    if (declared.kind !== 'robustness') continue;
    context.origins.set(declared.name, declared.place);
    const plan = lowered(context, declared, design);
    if (plan !== null) {
      context.robustness.set(plan.name, plan);
      plans.push(plan);
    }
  }
  return plans;
}

/** An option of the block with its ways, each as a clause of its own. */
interface Tried {
  readonly word: string;
  readonly ways: readonly { readonly text: string; readonly clause: Located<ClauseNode> }[];
  /** The declarations that it concerns, and which of its ways each can read. */
  readonly takers: ReadonlyMap<string, readonly boolean[]>;
}

function lowered(context: Context, declared: Declared, design: DesignPlan | undefined): RobustnessPlan | null {
  const { name } = declared;
  if (declared.broken || context.merged.broken.has(name)) return giveUp(context, name);
  const before = context.problems.length;
  const number = numberOf(context, declared);
  if (context.absences.has(name)) return null;
  if (number === null) return giveUp(context, name);
  const rests = restsOn(context, number);
  const grid = rests.find((one) => one.kind === 'robustness');
  if (grid !== undefined) {
    context.problems.push(
      raise(robustnessOfRobustness, { name, number: formatAddress(number.address), robustness: grid.name }, { place: declared.place }),
    );
    return giveUp(context, name);
  }
  const below = rests.filter((one) => Object.hasOwn(lowerings, one.kind));
  const tried: Tried[] = [];
  for (const [word, clause] of declared.clauses) {
    context.origins.set(`${name}/${word}`, placeOf(clause.file, clause.node.span));
    if (optionNamed('robustness', word) === null || clause.node.shape === 'broken') continue;
    const found = triedBy(context, declared, word, clause, below);
    if (found !== null) tried.push(found);
  }
  if (context.problems.slice(before).some((problem) => problem.severity === 'error')) return giveUp(context, name);
  if (tried.length === 0) {
    if ([...declared.clauses.values()].some(({ node }) => node.shape === 'broken')) return giveUp(context, name);
    context.problems.push(
      raise(missingClause, { name, kind: 'robustness', clause: null, says: 'alternatives' }, { place: declared.place }),
    );
    return giveUp(context, name);
  }
  const count = specificationsOf(tried.map((one) => ({ alternatives: one.ways })));
  if (count > MOST_SPECIFICATIONS) {
    context.problems.push(
      raise(
        tooManySpecifications,
        { name, count, most: MOST_SPECIFICATIONS, options: tried.map((one) => `${one.word} (${one.ways.length})`) },
        { place: declared.place },
      ),
    );
    return giveUp(context, name);
  }
  const names = namesOf(tried);
  const changes = changesOf(context, tried, design);
  if (context.problems.slice(before).some((problem) => problem.severity === 'error')) return giveUp(context, name);
  return {
    name,
    label: declaredLabel(declared),
    number: number.address,
    axes: tried.map(({ word, ways }, axis) => ({
      word,
      alternatives: ways.map(({ text }, at): Alternative => ({ name: names[axis]![at]!, text })),
    })),
    changes,
  };
}

/** The one number that `of` names. */
function numberOf(context: Context, declared: Declared): { readonly address: Address; readonly node: AddressNode } | null {
  const { name } = declared;
  const of = clauseOf(declared, 'of');
  const [node, extra] = of === null ? [] : (alternativesOf(of.node)[0] ?? []);
  if (of === null || node?.kind !== 'address' || extra !== undefined || alternativesOf(of.node).length > 1) {
    if (of?.node.shape === 'broken') return null;
    const place = of === null ? declared.place : placeOf(of.file, of.node.span);
    context.problems.push(raise(missingClause, { name, kind: 'robustness', clause: 'of', says: 'number' }, { place }));
    return null;
  }
  const lost = losingAddress(context, node, loserOf(declared));
  if (lost !== null) return leaveOut(context, declared, lost);
  const addresses = resolveAddress(context, node, of.file);
  if (addresses === null) return null;
  const [address, ...more] = addresses;
  if (address !== undefined && more.length === 0) return { address, node };
  const written = context.texts.get(of.file)?.slice(node.span.start, node.span.end) ?? '';
  context.problems.push(
    raise(severalNumbers, { address: written, numbers: addresses.map(formatAddress), name }, { place: placeOf(of.file, node.span) }),
  );
  return null;
}

/** The clause that lists outcomes, where each has a model of its own. */
const outcomesIn: Readonly<Record<string, string>> = { regression: 'explain', compare: 'of' };

/** Everything declared that an address names, and what that names in turn: some of it has options that can move the number. */
function restsOn(
  context: Context,
  { address, node: written }: { readonly address: Address; readonly node: AddressNode },
): readonly Declared[] {
  const { named } = context.merged;
  const found = new Map<string, Declared>();
  const visit = (name: string): void => {
    const declared = named.get(name);
    if (declared === undefined || found.has(name)) return;
    found.set(name, declared);
    if (declared.parent !== null) visit(declared.parent);
    // Of several outcomes each has its own model: those of the number's declaration that it is not of move nothing.
    const apart = name === address.path[0] ? outcomesIn[declared.kind] : undefined;
    for (const [word, { node }] of declared.clauses) if (word !== 'like' && word !== apart) walk(node);
    for (const { node } of declared.items.values()) walk(node);
    if (declared.formula !== null) walk(declared.formula.node);
    for (const member of context.groups.get(name)?.members ?? []) visit(member);
  };
  /** Whatever a tree holds, its addresses are names; of dotted ones each front part may be. */
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      node.forEach(walk);
      return;
    }
    const one = node as { readonly kind?: unknown; readonly path?: readonly { readonly text: string }[] };
    if (one.kind === 'address' && one.path !== undefined) {
      const path = one.path.map((part) => part.text);
      for (let end = 1; end <= path.length; end += 1) visit(path.slice(0, end).join('.'));
    }
    Object.values(node).forEach(walk);
  };
  walk(written);
  for (let end = 2; end <= address.path.length; end += 1) visit(address.path.slice(1, end).join('.'));
  return [...named.values()].filter((one) => found.has(one.name));
}

function triedBy(
  context: Context,
  declared: Declared,
  word: string,
  clause: Located<ClauseNode>,
  below: readonly Declared[],
): Tried | null {
  const { node, file } = clause;
  const place = placeOf(file, node.span);
  const concerned = below.flatMap((one) => {
    const option = optionNamed(one.kind, word);
    return option === null ? [] : [{ one, option }];
  });
  if (concerned.length === 0) {
    const words = [...new Set(below.flatMap((one) => wordsTried(one.kind)))];
    context.problems.push(
      raise(
        idleAlternatives,
        { name: declared.name, word, declarations: below.map((one) => one.name), words },
        { place: placeOf(file, node.wordSpan) },
      ),
    );
    return null;
  }
  if (node.shape !== 'choices') return null;
  const ways: Tried['ways'][number][] = [];
  const reads = new Map(concerned.map(({ one }) => [one.name, [] as boolean[]]));
  for (const choice of node.choices) {
    const text = choice.atoms.map(atomText).join(' ');
    if (ways.some((way) => way.text === text)) {
      context.problems.push(raise(repeatedMember, { name: text, list: { is: 'clause', word } }, { place: placeOf(file, choice.span) }));
      return null;
    }
    const own: Located<ClauseNode> = { node: { ...node, choices: [choice], separator: null, body: bodyFor(text, node, concerned) }, file };
    const read = concerned.map(({ one, option }) => {
      const scratch = apart(context);
      return readOption(scratch, { clauses: new Map([[word, own]]) }, option) === null
        ? { one, problems: scratch.problems }
        : { one, problems: null };
    });
    if (read.every(({ problems }) => problems !== null)) {
      // What one declaration finds wrong with it is what there is to say.
      const said = read[0]!.problems!;
      if (said.length > 0) context.problems.push(...said);
      else context.problems.push(raise(unknownOption, unknownWay(word, text, concerned[0]!.option), { place }));
      return null;
    }
    for (const { one, problems } of read) reads.get(one.name)!.push(problems === null);
    ways.push({ text, clause: own });
  }
  if (node.body !== null && ways.every((way) => way.clause.node.body === null)) {
    context.problems.push(raise(unexpectedBlock, { word: `${word} ${ways.map(({ text }) => text).join(' | ')}` }, { place }));
    return null;
  }
  return { word, ways, takers: reads };
}

const wordsTried = (kind: string): readonly string[] =>
  Object.values(optionsOfKind(kind)).flatMap((option) => (option.takes === 'one' ? [option.word] : []));

function unknownWay(word: string, value: string, option: AnyOption) {
  const options = waysOf(option).map((way) => way.text);
  return { value, clause: { is: 'clause' as const, word }, options, nearest: nearest(value, options) };
}

/** Braces belong to the alternative that asks for some. */
function bodyFor(text: string, node: ClauseNode, concerned: readonly { readonly option: AnyOption }[]): ClauseNode['body'] {
  const asks = concerned.some(({ option }) => waysOf(option).some((way) => way.body && way.text === text));
  return asks ? node.body : null;
}

/** A context whose problems are nobody's, and whose marks are gone with it; with these declarations. */
function apart(context: Context, named: Context['merged']['named'] = context.merged.named): Context {
  return {
    ...context,
    problems: [],
    origins: new Map(),
    absences: new Map(context.absences),
    missed: new Set(context.missed),
    merged: {
      ...context.merged,
      broken: new Set(context.merged.broken),
      named,
    },
  };
}

/** Each declaration under every combination of the alternatives that concern it, and under each one alone. */
function changesOf(context: Context, tried: readonly Tried[], design: DesignPlan | undefined): readonly Changes[] {
  const names = [...new Set(tried.flatMap((one) => [...one.takers.keys()]))];
  return names.map((declaration): Changes => {
    const declared = context.merged.named.get(declaration)!;
    const axes = tried.flatMap((one, axis) => (one.takers.has(declaration) ? [axis] : []));
    const counts = axes.map((axis) => tried[axis]!.ways.length);
    let grid: (number | null)[][] = [[]];
    for (const count of counts) grid = grid.flatMap((front) => Array.from({ length: count }, (_, at) => [...front, at]));
    const alone =
      axes.length < 2
        ? []
        : counts.flatMap((count, axis) => Array.from({ length: count }, (_, at) => counts.map((__, own) => (own === axis ? at : null))));
    const told = new Map<Way, readonly Problem[]>();
    const named = new Map(context.merged.named);
    const ways = [...grid, ...alone].map((chosen): Way => {
      const clauses = new Map(declared.clauses);
      for (const [own, at] of chosen.entries()) {
        const { word, ways: all, takers } = tried[axes[own]!]!;
        // A declaration that does not know a way of another one keeps its own.
        if (at !== null && takers.get(declaration)![at] === true) clauses.set(word, all[at]!.clause);
      }
      const changed = { ...declared, clauses };
      named.set(declaration, changed);
      const scratch = apart(context, named);
      const plain = lowerings[declared.kind]!(scratch, changed);
      const job = plain === null ? null : designedJob(scratch, plain, design);
      const wrong = scratch.problems.find((problem) => problem.severity === 'error');
      const way = job === null || wrong !== undefined ? { chosen, job: null, refused: wrong?.code ?? '' } : { chosen, job, refused: null };
      told.set(way, scratch.problems);
      return way;
    });
    // What can be written in no combination is a mistake of the block, not a specification without the number.
    for (const [own, count] of counts.entries())
      for (let at = 0; at < count; at += 1) {
        const having = ways.filter(({ chosen }) => chosen[own] === at);
        if (having.every(({ job }) => job === null)) context.problems.push(...told.get(having[0]!)!);
      }
    return {
      declaration,
      axes,
      ways,
    };
  });
}

/** Names that numbers of the robustness itself have. */
const taken: readonly string[] = Object.keys(declaredQuantities['robustness']!).map((key) => signatureOf(key).name);

/** How an alternative may be called in an address, best first: `critic`, `by_critic`, `weight_by_critic`. */
function callingsOf(word: string, text: string): readonly string[] {
  const joined = (texts: readonly string[]): string =>
    texts
      .map((one) => one.replace(/[^\p{L}\p{N}_]+/gu, ''))
      .filter((one) => one !== '')
      .join('_');
  const texts = text.split(' ');
  const option = optionNamed('robustness', word);
  const way = option === null ? undefined : waysOf(option).find((one) => one.text === text || one.pattern?.test(text) === true);
  const stated = way === undefined ? '' : (option!.choices[way.kind]!.calledAs ?? way.kind);
  const all = [stated, joined(texts[0] === 'by' ? texts.slice(1) : texts), texts.at(-1) ?? '', joined(texts), joined([word, ...texts])];
  return [...new Set(all)].filter((one) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(one));
}

/** One name each, the first that no other alternative may have. */
function namesOf(tried: readonly Tried[]): readonly (readonly string[])[] {
  const all = tried.map(({ word, ways }) => ways.map(({ text }) => callingsOf(word, text)));
  return all.map((ways, axis) =>
    ways.map((names, at) => {
      const others = new Set([...taken, ...all.flatMap((own, i) => own.flatMap((calls, j) => (i === axis && j === at ? [] : calls)))]);
      return names.find((name) => !others.has(name)) ?? `${tried[axis]!.word}_${at + 1}`;
    }),
  );
}

/** The alternative that a name means; null where there is none, or more than one. */
export function alternativeCalled({ axes }: RobustnessPlan, text: string): string | null {
  const all = axes.flatMap(({ word, alternatives }) => alternatives.map((one) => ({ word, ...one })));
  const exact = all.find(({ name }) => name === text);
  if (exact !== undefined || taken.includes(text)) return exact?.name ?? null;
  const called = all.filter((one) => callingsOf(one.word, one.text).includes(text));
  return called.length === 1 ? called[0]!.name : null;
}
