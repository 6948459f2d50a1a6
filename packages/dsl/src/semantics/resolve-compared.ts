// Addresses of a comparison: `three.integration.congruence(social, bijie)`. What follows its name is what `compare` has, read by what the
// studies' texts declare. Values are core's (methods/comparison).
import {
  againstFirst,
  comparisonQuantitiesOf,
  nearest,
  notAnOutcome,
  raise,
  signatureOf,
  unknownName,
  unknownQuantity,
  wrongArguments,
  type Address,
  type AddressArgument,
  type ArgumentsFound,
  type ComparisonQuantityKind,
  type Place,
  type Plan,
  type RegressionJob,
  type ArgumentKind,
} from '@studyspec/core';
import type { AddressNode, ArgumentNode } from '../syntax/ast.ts';
import type { Context } from './context.ts';
import { mended, placeOf } from './declared.ts';
import type { LoweredComparison } from './lower-comparison.ts';

/** Levels of invariance: each a part of its index, `integration.metric.cfi`. */
const LEVELS: readonly string[] = ['configural', 'metric', 'scalar', 'strict'];

export interface ComparedSignature {
  readonly name: string;
  readonly args: readonly ArgumentKind[];
  readonly doc: string;
  readonly of: ComparisonQuantityKind;
  /** Under which it is declared there. */
  readonly key: string;
  /** Of every study but the first. */
  readonly later: boolean;
}

const ofKind = (kind: ComparisonQuantityKind): ComparedSignature[] =>
  Object.entries(comparisonQuantitiesOf[kind]).map(([key, { doc }]) => {
    const { name, args } = signatureOf(key);
    return { name, args, doc, of: kind, key, later: againstFirst(kind, key) };
  });
const levelsOf = (front: string): ComparedSignature[] =>
  LEVELS.flatMap((level) => ofKind('level of invariance').map((one) => ({ ...one, name: `${front}${level}.${one.name}` })));

/** Everything that a thing of a kind may have. */
export const comparedSignatures = {
  item: ofKind('item'),
  scale: ofKind('scale'),
  index: [
    ...ofKind('scale'),
    ...ofKind('structure of an index'),
    ...ofKind('form of an index'),
    ...levelsOf(''),
    ...levelsOf('without.'),
    ...ofKind('scores of an index'),
  ],
  regression: [] as readonly ComparedSignature[],
  outcome: ofKind('outcome of regression'),
} as const;
export type ComparedKind = keyof typeof comparedSignatures;

export interface ComparedThing {
  readonly name: string;
  readonly kind: ComparedKind;
}

const plansOf = ({ members }: LoweredComparison): readonly Plan[] => members.flatMap(({ compiled }) => compiled?.plan ?? []);

const rememberedThings = new WeakMap<LoweredComparison, readonly ComparedThing[]>();

/** What has numbers in a comparison, as far as texts tell: what at least two studies have, the first one's indices if all have them. */
export function comparedThings(comparison: LoweredComparison): readonly ComparedThing[] {
  const before = rememberedThings.get(comparison);
  if (before !== undefined) return before;
  const plans = plansOf(comparison);
  const first = plans[0];
  const counts = new Map<string, number>();
  const count = (name: string): void => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  const scales = new Set<string>();
  for (const plan of plans) {
    const indicators = new Set(plan.variables.flatMap((one) => (one.kind === 'indicator' ? [one.name] : [])));
    for (const name of indicators) count(name);
    for (const { name, members } of plan.groups) if (members.some((member) => indicators.has(member))) scales.add(name);
    for (const job of plan.jobs) {
      if (job.kind === 'index') scales.add(job.name);
      if (job.kind !== 'compare') count(`${job.kind} ${job.name}`);
    }
  }
  const indices = (first?.jobs ?? []).flatMap((job) =>
    job.kind === 'index' && counts.get(`index ${job.name}`) === plans.length ? [job.name] : [],
  );
  const regressions = [...counts].flatMap(([key, many]) => (key.startsWith('regression ') && many > 1 ? [key.slice(11)] : []));
  const items = [...counts].flatMap(([key, many]) => (many > 1 && !key.includes(' ') ? [key] : []));
  const things = [
    ...indices.map((name): ComparedThing => ({ name, kind: 'index' })),
    ...regressions.map((name): ComparedThing => ({ name, kind: 'regression' })),
    ...[...scales].filter((name) => !indices.includes(name)).map((name): ComparedThing => ({ name, kind: 'scale' })),
    ...items.map((name): ComparedThing => ({ name, kind: 'item' })),
  ];
  rememberedThings.set(comparison, things);
  return things;
}

/** Outcomes of a regression in any of the studies. */
export const comparedOutcomes = (comparison: LoweredComparison, regression: string): readonly string[] => [
  ...new Set(
    plansOf(comparison).flatMap((plan) =>
      plan.jobs.flatMap((job) => (job.kind === 'regression' && job.name === regression ? job.outcomes : [])),
    ),
  ),
];

/** What the front of an address behind the comparison's name means; `taken` names of it. */
export function comparedThing(
  comparison: LoweredComparison,
  path: readonly string[],
): { readonly thing: ComparedThing; readonly taken: number; readonly outcome: string | null } | null {
  const thing = comparedThings(comparison).find((one) => one.name === path[0]);
  if (thing === undefined) return null;
  if (thing.kind !== 'regression') return { thing, taken: 1, outcome: null };
  const outcomes = comparedOutcomes(comparison, thing.name);
  const longer = path.slice(1, 3).join('.');
  if (path.length > 2 && outcomes.includes(longer)) return { thing: { ...thing, kind: 'outcome' }, taken: 3, outcome: longer };
  return path[1] !== undefined && outcomes.includes(path[1])
    ? { thing: { ...thing, kind: 'outcome' }, taken: 2, outcome: path[1] }
    : { thing, taken: 1, outcome: null };
}

/** Reads a term as the first study that has the regression reads it. */
type TermReader = (context: Context, regression: RegressionJob, node: ArgumentNode & { kind: 'term' }) => readonly AddressArgument[] | null;

/** Every address that one of a comparison stands for; null where something is wrong (reported), or a study's text is (told there). */
export function resolveCompared(
  context: Context,
  comparison: LoweredComparison,
  node: AddressNode,
  file: string,
  readTerm: TermReader,
): readonly Address[] | null {
  const path = node.path.map((name) => name.text);
  const place = placeOf(file, node.span);
  // What a study with errors, or none, would declare is not known: its errors are told, and nothing that may follow from them.
  const whole = comparison.members.every(
    ({ compiled }) => compiled?.plan != null && !compiled.problems.some((problem) => problem.severity === 'error'),
  );
  const things = comparedThings(comparison);
  const spanFrom = (at: number): Place => placeOf(file, { start: node.path[at]!.span.start, end: node.path.at(-1)!.span.end });
  const found = comparedThing(comparison, path.slice(1));
  if (found === null) {
    if (!whole) return null;
    const name = path[1] ?? '';
    const names = things.map((one) => one.name);
    const near = name === '' ? null : nearest(name, names);
    context.problems.push(
      name === ''
        ? raise(unknownQuantity, { quantity: '', of: comparison.name, kind: 'comparison', nearest: null, known: names }, { place })
        : raise(
            unknownName,
            { name, role: { is: 'compared', of: comparison.name }, nearest: near, known: names },
            mended(placeOf(file, node.path[1]!.span), near),
          ),
    );
    return null;
  }
  const { thing, taken, outcome } = found;
  if (thing.kind === 'regression') {
    if (!whole) return null;
    const outcomes = comparedOutcomes(comparison, thing.name);
    const given = path[2] ?? '';
    const near = given === '' ? null : nearest(given, outcomes);
    context.problems.push(
      raise(
        notAnOutcome,
        { name: given, declaration: thing.name, outcomes, nearest: near },
        mended(given === '' ? place : placeOf(file, node.path[2]!.span), near),
      ),
    );
    return null;
  }
  const front = path.slice(0, 1 + taken);
  const quantity = path.slice(1 + taken).join('.');
  const signatures = comparedSignatures[thing.kind];
  const named = signatures.filter((one) => one.name === quantity);
  if (named.length === 0) {
    if (!whole) return null;
    const known = [...new Set(signatures.map((one) => one.name))];
    const near = quantity === '' ? null : nearest(quantity, known);
    context.problems.push(
      raise(
        unknownQuantity,
        { quantity, of: front.join('.'), kind: thing.kind === 'outcome' ? 'outcome of regression' : thing.kind, nearest: near, known },
        quantity === '' ? { place } : mended(spanFrom(1 + taken), near),
      ),
    );
    return null;
  }
  const given = node.args ?? [];
  const wrong = (says: ArgumentsFound, at: Place = place): null => {
    const expected = { is: 'lists' as const, lists: named.map((one) => one.args) };
    context.problems.push(raise(wrongArguments, { quantity, expected, found: says }, { place: at }));
    return null;
  };
  const signature = named.find((one) => one.args.length === given.length && (node.args !== null || one.args.length === 0));
  if (signature === undefined)
    return wrong(
      node.args === null ? { is: 'no brackets' } : given.length === 0 ? { is: 'empty brackets' } : { is: 'entries', count: given.length },
    );
  const full = [...front, ...quantity.split('.')];
  if (signature.args.length === 0) return [{ path: full, args: null }];
  let all: AddressArgument[][] = [[]];
  for (const [at, kind] of signature.args.entries()) {
    const choices = argumentOf(given[at]!, kind);
    if (choices === null) return null;
    all = all.flatMap((before) => choices.map((choice) => [...before, choice]));
  }
  return all.map((args) => ({ path: full, args }));

  function argumentOf(argument: ArgumentNode, kind: ArgumentKind): readonly AddressArgument[] | null {
    const at = placeOf(file, argument.span);
    if (argument.kind === 'number')
      return (kind === 'component' || kind === 'part') && Number.isInteger(argument.value) && argument.value >= 1
        ? [{ kind: 'number', value: argument.value }]
        : wrong({ is: 'number', value: argument.value }, at);
    if (kind === 'term') {
      for (const { compiled } of comparison.members) {
        const job = compiled?.context?.regressions.get(thing.name);
        if (job === undefined || outcome === null || !job.outcomes.includes(outcome)) continue;
        return readTerm({ ...compiled!.context!, problems: context.problems }, job, argument);
      }
      return null;
    }
    const [part, more] = argument.parts;
    if (part === undefined || more !== undefined || argument.to !== null || part.args !== null) return wrong({ is: 'something else' }, at);
    const text = part.path.map((name) => name.text).join('.');
    const known = namesFor(comparison, thing.name, kind, signature!.later);
    if (text === 'each') return known.map((name) => ({ kind: 'term', parts: [[name]] }));
    if (known.includes(text)) return [{ kind: 'term', parts: [[text]] }];
    if (kind === 'study' && text === comparison.members[0]?.name) return wrong({ is: 'first study', name: text }, at);
    if (!whole && kind !== 'study') return null;
    const near = nearest(text, known);
    const role =
      kind === 'study'
        ? ({ is: 'compared study' } as const)
        : ({ is: kind === 'component' ? ('component' as const) : ('item' as const), of: thing.name } as const);
    context.problems.push(raise(unknownName, { name: text, role, nearest: near, known }, mended(at, near)));
    return null;
  }
}

/** What may stand in brackets; terms of a regression are read by its own study. */
export function namesFor(comparison: LoweredComparison, thing: string, kind: ArgumentKind, later: boolean): readonly string[] {
  if (kind === 'study') return comparison.members.slice(later ? 1 : 0).map((one) => one.name);
  const job = plansOf(comparison)[0]?.jobs.find((one) => one.kind === 'index' && one.name === thing);
  if (job?.kind !== 'index') return [];
  const components = job.components.map((one) => one.name);
  return kind === 'component' ? components : kind === 'item' ? job.items : kind === 'part' ? [...components, ...job.items] : [];
}
