// An address as written → the addresses it stands for. `each` fills a slot with everything that fits; a dimension, block or category
// stands for its members; `a..b` is a run in order of declaration; `all` is everyone.
import { type ProblemKind } from '@studyspec/core';
import {
  nearest,
  notAnOutcome,
  notAPredictor,
  raise,
  referenceCoefficient,
  unknownLevel,
  unknownName,
  unknownQuantity,
  wrongArguments,
  wrongKind,
  type Address,
  type AddressArgument,
  type Place,
  type RegressionJob,
} from '@studyspec/core';
import { toAddress } from '../syntax/address.ts';
import type { AddressNode, ArgumentNode } from '../syntax/ast.ts';
import { kindOf, levelsOf as levelsOfCategory, membersOf, ofKinds, reportDropped, run, type Context } from './context.ts';
import { mended, placeOf } from './declared.ts';
import { shortName } from './merge.ts';
import { alternativeCalled } from './lower-robustness.ts';
import { resolveMember } from './resolve-member.ts';
import { partNamesOf, partsOf, resolveEffect, resolveHypothesis, resolveOption } from './resolve-part.ts';
import { resolveCompared } from './resolve-compared.ts';
import { hasItems, itemsOfGroup, runOfItems } from './items-of.ts';
import { pairsIn, resolveVariable } from './resolve-variable.ts';
import { isSlopeValue, ofMethod, resolveOutcome, resolveSource } from './resolve-outcome.ts';
import { signatures, type ArgumentKind, type Signature } from './quantities.ts';

/** What the front of a path means. */
interface Entity {
  readonly kind: string;
  readonly name: string;
  readonly path: readonly string[];
  readonly rest: readonly string[];
  readonly regression: RegressionJob | null;
  readonly index: string | null;
  /** Of a part of a regression or comparison. */
  readonly outcome?: string;
}

/** Every concrete address, or null when there is something wrong (reported) or a name is known to be broken (not reported again). */
export function resolveAddress(context: Context, node: AddressNode, file: string): readonly Address[] | null {
  const place = placeOf(file, node.span);
  const path = node.path.map((name) => name.text);
  if (path[0] === 'sample' && context.comparison === null && !context.merged.named.has('sample'))
    return ofStudy(context, path, node, place);
  if (context.comparison?.name === path[0] && !context.merged.broken.has(path[0]!))
    return resolveCompared(context, context.comparison!, node, file, (own, regression, argument) => {
      const paths = argument.parts.map((part) => part.path.map((name) => name.text));
      return resolveTerm(own, regression, argument, paths, placeOf(file, argument.span));
    });
  const entities = entitiesOf(context, node, path, file, place);
  if (entities === null) return null;
  const out: Address[] = [];
  for (const entity of entities) {
    if (entity.kind === 'quantity') {
      out.push({ path: entity.path, args: null });
      continue;
    }
    const addresses = ofEntity(context, entity, node, file, place);
    if (addresses === null) return null;
    out.push(...addresses);
  }
  return out;
}

/** Numbers of the whole: `sample`, `sample.unusable`. */
function ofStudy(context: Context, path: readonly string[], node: AddressNode, place: Place): readonly Address[] | null {
  const text = path.join('.');
  const known = [...new Set(signatures['study']!.map((one) => one.name))];
  if (!known.includes(text))
    return complain(
      context,
      unknownQuantity,
      { quantity: path.slice(1).join('.'), of: 'sample', kind: 'study', nearest: nearest(text, known), known },
      place,
      nearest(text, known),
    );
  const lists = signatures['study']!.flatMap((one) => (one.name === text ? [one.args] : []));
  const given = toAddress(node).args;
  const fits = lists.some((list) => list.length === (given ?? []).length && (given ?? []).every((one) => one.kind === 'number'));
  if (!fits || given?.length === 0)
    return complain(
      context,
      wrongArguments,
      { quantity: text, expected: { is: 'lists', lists }, found: { is: given === null ? 'no brackets' : 'brackets' } },
      place,
    );
  return [{ path, args: given }];
}

/** `meant`: what the place's word should be, where it is a single word. */
function complain<F>(context: Context, kind: ProblemKind<string, F>, facts: NoInfer<F>, place: Place, meant: string | null = null): null {
  context.problems.push(raise(kind, facts, mended(place, meant)));
  return null;
}

function entitiesOf(context: Context, node: AddressNode, path: readonly string[], file: string, place: Place): readonly Entity[] | null {
  const first = path[0]!;
  // A component of a copied index has a dotted name of its own: `second.economic`.
  const dotted = path.length > 1 ? `${first}.${path[1]!}` : null;
  if (dotted !== null && context.components.has(dotted)) return [entityOf('component', dotted, [dotted], path.slice(2), context)];
  if (dotted !== null && kindOf(context, first) === 'choices' && context.merged.named.has(dotted) && !context.merged.broken.has(first))
    return [entityOf('option', dotted, [dotted], path.slice(2), context)];
  const kind = kindOf(context, first);
  if (kind === null || context.merged.broken.has(first) || context.absences.has(first)) {
    if (context.merged.broken.has(first) || context.absences.has(first)) return null;
    if (reportDropped(context, first, place, { is: 'part of address' })) return null;
    const near = nearest(first, ofKinds(context, 'all').names);
    return complain(
      context,
      unknownName,
      { name: first, role: { is: 'with numbers' }, nearest: near, known: [] },
      placeOf(file, node.path[0]!.span),
      near,
    );
  }
  if (kind === 'category' && path.length > 1) {
    const levels = levelsOf(context, first);
    if (path[1] === 'each') return levels.map((level) => entityOf('level', first, [first, level], path.slice(2), context));
    if (levels.includes(path[1]!)) return [entityOf('level', first, [first, path[1]!], path.slice(2), context)];
    if (!signatures['category']!.some((one) => one.name === path[1]))
      return complain(
        context,
        unknownLevel,
        { level: path[1]!, category: first, levels, nearest: nearest(path[1]!, levels) },
        placeOf(file, node.path[1]!.span),
        nearest(path[1]!, levels),
      );
  }
  if (kind === 'regression' || kind === 'compare') {
    const parts = partsOf(context, path);
    const outcome = path[1];
    if (parts.length > 0)
      return parts.map((part) => ({
        kind: part.kind,
        name: first,
        path: part.path,
        rest: path.slice(part.taken),
        regression: context.regressions.get(first) ?? null,
        index: null,
        outcome: part.outcome,
      }));
    const outcomes = partNamesOf((kind === 'regression' ? context.regressions.get(first) : context.compares.get(first))!);
    const near = outcome === undefined ? null : nearest(outcome, outcomes);
    return complain(
      context,
      notAnOutcome,
      { name: outcome ?? '', declaration: first, outcomes, nearest: near },
      outcome === undefined ? place : placeOf(file, node.path[1]!.span),
      near,
    );
  }
  const alternative = kind === 'robustness' && path.length > 1 ? alternativeCalled(context.robustness.get(first)!, path[1]!) : null;
  if (alternative !== null) return [entityOf('alternative of robustness', first, [first, alternative], path.slice(2), context)];
  if (kind === 'quantity' && (path.length > 1 || node.args !== null))
    return path.length > 1
      ? complain(
          context,
          unknownQuantity,
          { quantity: path.slice(1).join('.'), of: first, kind, nearest: null, known: [''] },
          placeOf(file, { start: node.path[1]!.span.start, end: node.path.at(-1)!.span.end }),
        )
      : complain(context, wrongArguments, { quantity: first, expected: { is: 'lists', lists: [[]] }, found: { is: 'brackets' } }, place);
  if (kind === 'hypothesis' || kind === 'scale' || kind === 'comparison')
    return complain(
      context,
      wrongKind,
      { name: first, found: kind, expected: [{ is: 'with numbers' }], role: { is: 'address' } },
      placeOf(file, node.path[0]!.span),
    );
  return [entityOf(kind, first, [first], path.slice(1), context)];
}

function entityOf(kind: string, name: string, path: readonly string[], rest: readonly string[], context: Context): Entity {
  return {
    // An index without components has other numbers.
    kind: kind === 'index' && context.composites.has(name) ? 'composite' : kind,
    name,
    path,
    rest,
    regression: null,
    index: kind === 'index' ? name : kind === 'component' ? (context.components.get(name) ?? null) : null,
  };
}

const NONE: readonly string[] = [];

function levelsOf(context: Context, category: string): readonly string[] {
  const variable = context.variables.get(category);
  return variable?.kind === 'category' ? levelsOfCategory(variable) : NONE;
}

/** Quantities by what they are of, then by name: thousands of addresses are looked up at every keystroke. */
const byName: ReadonlyMap<string, ReadonlyMap<string, readonly Signature[]>> = new Map(
  Object.entries(signatures).map(([kind, all]) => [
    kind,
    new Map([...new Set(all.map((one) => one.name))].map((name) => [name, all.filter((one) => one.name === name)])),
  ]),
);

function ofEntity(context: Context, entity: Entity, node: AddressNode, file: string, place: Place): readonly Address[] | null {
  const quantity = entity.rest.join('.');
  const usable = entity.kind !== 'block' || quantity === '' || hasItems(context, entity.name);
  const named = usable ? (byName.get(entity.kind)?.get(quantity) ?? []) : [];
  if (named.length === 0) {
    const names = [...(byName.get(entity.kind)?.keys() ?? [])].filter((name) => usable || name === '');
    return complain(
      context,
      unknownQuantity,
      { quantity, of: entity.path.join('.'), kind: entity.kind, nearest: quantity === '' ? null : nearest(quantity, names), known: names },
      quantity === '' ? place : placeOf(file, { start: node.path.at(-entity.rest.length)!.span.start, end: node.path.at(-1)!.span.end }),
      quantity === '' ? null : nearest(quantity, names),
    );
  }
  const given = node.args ?? [];
  const fitting = named.find((one) => one.args.length === given.length && (node.args !== null || one.args.length === 0));
  if (fitting === undefined) {
    const expected = { is: 'lists' as const, lists: named.map((one) => one.args) };
    return complain(
      context,
      wrongArguments,
      {
        quantity,
        expected,
        found:
          node.args === null
            ? { is: 'no brackets' as const }
            : given.length === 0
              ? { is: 'empty brackets' as const }
              : { is: 'entries' as const, count: given.length },
      },
      place,
    );
  }
  if (entity.regression !== null && !ofMethod(context, entity.regression, fitting, place)) return null;
  const path = [...entity.path, ...(fitting.name === '' ? [] : fitting.name.split('.'))];
  if (fitting.args.length === 0) return [{ path, args: null }];
  let combinations: AddressArgument[][] = [[]];
  for (const [at, kind] of fitting.args.entries()) {
    const choices = resolveArgument(context, entity, fitting, kind, given[at]!, file, at);
    if (choices === null) return null;
    combinations = combinations.flatMap((before) => choices.map((choice) => [...before, choice]));
  }
  return pairsIn(context, entity, path, combinations, place);
}

const term = (...parts: (readonly string[])[]): AddressArgument => ({ kind: 'term', parts });

function resolveArgument(
  context: Context,
  entity: Entity,
  signature: Signature,
  kind: ArgumentKind,
  node: ArgumentNode,
  file: string,
  at: number,
): readonly AddressArgument[] | null {
  const place = placeOf(file, node.span);
  const wrong = (): null =>
    complain(
      context,
      wrongArguments,
      {
        quantity: signature.name,
        expected: { is: 'lists' as const, lists: [signature.args] },
        found: node.kind === 'number' ? { is: 'number' as const, value: node.value } : { is: 'something else' as const },
      },
      place,
    );
  if (kind === 'outcome') return resolveOutcome(context, entity, node, file, wrong);
  if (kind === 'number') return node.kind === 'number' ? [node.value].map((value) => ({ kind: 'number' as const, value })) : wrong();
  // A component need not have a name: the first of the rotated solution is 1.
  if (node.kind === 'number')
    return (kind === 'component' || kind === 'part') && Number.isInteger(node.value) && node.value >= 1
      ? [{ kind: 'number', value: node.value }]
      : wrong();
  // Brackets within brackets would be read by nobody.
  if (node.parts.some((part) => part.args !== null) || (node.to?.args ?? null) !== null) return wrong();
  const paths = node.parts.map((part) => part.path.map((name) => name.text));
  const text = paths.map((path) => path.join('.')).join(':');
  if (kind === 'term')
    return entity.regression === null
      ? resolveEffect(context, entity.name, text, place)
      : resolveTerm(context, entity.regression, node, paths, place);
  if (paths.length !== 1) return wrong();
  const path = paths[0]!;
  if (kind === 'level') {
    if (isSlopeValue(entity.regression, text)) return [term([text])];
    const category = comparedCategory(context, entity, at, text);
    // Of what is compared by one category its levels need not name it.
    return category !== null && path.length === 1 && levelsOf(context, text).length === 0 && levelsOf(context, category).includes(text)
      ? [term([category, text])]
      : resolveLevel(context, path, text, node, file);
  }
  if (kind === 'hypothesis') return resolveHypothesis(context, text, place);
  if (kind === 'variable') return resolveVariable(context, entity.name, text, place);
  if (kind === 'option') return resolveOption(context, entity.name, text, place);
  if (kind === 'factor' || kind === 'member' || (kind === 'item' && entity.kind === 'measurement'))
    return resolveMember(context, entity.name, kind, text, placeOf(file, node.parts[0]!.span));
  if (kind === 'source') return resolveSource(context, entity.regression!, text, placeOf(file, node.parts[0]!.span));
  const index = context.indices.get(entity.index ?? '');
  const composite = context.composites.get(entity.name);
  const owner =
    index ?? (composite === undefined ? itemsOfGroup(context, entity.name) : { name: composite.name, items: composite.members });
  if (owner === null) return wrong();
  const isPart =
    index !== undefined && kind === 'part' && index.components.some(({ name }) => name === text || shortName(name, index.name) === text);
  if (kind === 'component' || isPart || (kind === 'part' && text === 'each')) {
    if (index === undefined) return wrong();
    const names = index.components.map((one) => one.name);
    if (text === 'each') return names.map((name) => term([name]));
    const found = names.find((name) => name === text || shortName(name, index.name) === text);
    if (found !== undefined) return [term([found])];
    if (context.merged.broken.has(text)) return null;
    return complain(
      context,
      unknownName,
      { name: text, role: { is: 'component', of: index.name }, nearest: nearest(text, names), known: names },
      placeOf(file, node.parts[0]!.span),
      nearest(text, names),
    );
  }
  const last = node.to?.path.map((name) => name.text).join('.');
  const items =
    text === 'each'
      ? owner.items
      : context.groups.has(text) && !owner.items.includes(text)
        ? membersOf(context, text)
        : last !== undefined
          ? runOfItems(owner.items, text, last)
          : [text];
  const foreign = items.find((item) => !owner.items.includes(item));
  if (foreign === undefined) return items.map((item) => term([item]));
  if (context.merged.broken.has(foreign)) return null;
  return complain(
    context,
    unknownName,
    { name: foreign, role: { is: 'item', of: owner.name }, nearest: nearest(foreign, owner.items), known: owner.items },
    foreign === text ? placeOf(file, node.parts[0]!.span) : place,
    foreign === text ? nearest(foreign, owner.items) : null,
  );
}

/** The category whose levels a comparison's numbers are of; null for what is no comparison. Of what is a category itself the first. */
function comparedCategory(context: Context, { kind, name, path, outcome }: Entity, at: number, level: string): string | null {
  if (kind === 'deprivation') return context.deprivations.get(name)?.by ?? null;
  if (!kind.endsWith('of compare')) return null;
  if (kind === 'category of compare' && at === 0 && outcome !== undefined) return outcome;
  const by = context.compares.get(name)?.by ?? [];
  const crossed = (context.compares.get(name)?.factors ?? []).filter((factor) => levelsOf(context, factor).includes(level));
  if (crossed.length === 1) return crossed[0]!;
  return by.length === 1 ? by[0]! : (by.find((one) => one === path[2]) ?? null);
}

function resolveLevel(
  context: Context,
  path: readonly string[],
  text: string,
  node: Extract<ArgumentNode, { kind: 'term' }>,
  file: string,
): readonly AddressArgument[] | null {
  if (text === 'all') return [term(['all'])];
  const [category, level] = [path[0]!, path[1]];
  const levels = levelsOf(context, category);
  if (levels.length === 0) {
    if (context.merged.broken.has(category)) return null;
    const known = [...context.variables.values()].filter((one) => one.kind === 'category').map((one) => one.name);
    return complain(
      context,
      unknownName,
      { name: category, role: { is: 'category' }, nearest: nearest(category, known), known },
      placeOf(file, node.parts[0]!.path[0]!.span),
      nearest(category, known),
    );
  }
  if (level === undefined || level === 'each') return levels.map((one) => term([category, one]));
  if (!levels.includes(level) || path.length > 2)
    return complain(
      context,
      unknownLevel,
      { level, category, levels, nearest: nearest(level, levels) },
      placeOf(file, node.parts[0]!.path[1]!.span),
      nearest(level, levels),
    );
  return [term([category, level])];
}

/** A term of a regression: a predictor, a level, a product, or something that stands for several of them. */
function resolveTerm(
  context: Context,
  regression: RegressionJob,
  node: Extract<ArgumentNode, { kind: 'term' }>,
  paths: readonly (readonly string[])[],
  place: Place,
): readonly AddressArgument[] | null {
  const text = paths.map((path) => path.join('.')).join(':');
  const fail = (name: string): null => {
    if (context.merged.broken.has(name.split('.')[0]!)) return null;
    const single = node.parts.length === 1 && node.to === null;
    const known = regression.terms.flatMap((one) =>
      one.term.length > 1
        ? [one.term.join(':')]
        : [one.term[0]!, ...levelsOf(context, one.term[0]!).map((level) => `${one.term[0]!}.${level}`)],
    );
    return complain(
      context,
      notAPredictor,
      { term: name, regression: regression.name, known, nearest: nearest(name, known) },
      single ? placeOf(place.file, node.parts[0]!.span) : place,
      single ? nearest(name, known) : null,
    );
  };
  if (text === 'intercept') return [term(['intercept'])];
  if (text === 'each') return regression.terms.flatMap((one) => columnsOf(context, one.term));
  if (paths.length === 1) {
    const path = paths[0]!;
    const first = path[0]!;
    if (
      path.length === 1 &&
      node.to === null &&
      context.groups.has(first) &&
      !regression.terms.some((one) => one.term.length === 1 && one.term[0] === first)
    ) {
      const members = membersOf(context, first);
      const outside = members.find((member) => !regression.terms.some((one) => one.term.length === 1 && one.term[0] === member));
      return outside !== undefined ? fail(outside) : members.flatMap((member) => columnsOf(context, [member]));
    }
    if (node.to !== null) {
      const end = node.to.path.map((name) => name.text);
      if (path.length === 2 && end.length === 2 && first === end[0]) {
        const levels = levelsOf(context, first);
        return levels
          .slice(levels.indexOf(path[1]!), levels.indexOf(end[1]!) + 1)
          .filter((level) => level !== referenceOf(context, first))
          .map((level) => term([first, level]));
      }
      const from = context.merged.named.get(first);
      const to = context.merged.named.get(end[0]!);
      if (from === undefined || to === undefined) return fail(from === undefined ? first : end[0]!);
      return run(context, from, to, ['indicator', 'number', 'category']).flatMap((one) => columnsOf(context, [one.name]));
    }
    // An option of a question with several answers has a dotted name of its own: `needs.food`.
    const dotted = path.join('.');
    if (path.length > 1 && regression.terms.some((one) => one.term.length === 1 && one.term[0] === dotted)) return [term([dotted])];
    const entry = regression.terms.find((one) => one.term.length === 1 && one.term[0] === first);
    if (entry === undefined) return fail(path.join('.'));
    if (path.length === 1) return columnsOf(context, entry.term);
    const levels = levelsOf(context, first);
    const level = path[1]!;
    if (!levels.includes(level))
      return levels.length === 0
        ? fail(path.join('.'))
        : complain(
            context,
            unknownLevel,
            { level, category: first, levels, nearest: nearest(level, levels) },
            placeOf(place.file, node.parts[0]!.path[1]!.span),
            nearest(level, levels),
          );
    if (level === referenceOf(context, first))
      return complain(
        context,
        referenceCoefficient,
        { term: path.join('.'), category: first, others: levels.filter((one) => one !== level).map((one) => `${first}.${one}`) },
        place,
      );
    return [term(path)];
  }
  const names = paths.map((path) => path[0]!);
  const entry = regression.terms.find((one) => one.term.length === names.length && one.term.every((name) => names.includes(name)));
  if (entry === undefined) return fail(text);
  const ordered = entry.term.map((name) => paths.find((path) => path[0] === name)!);
  const all = columnsOf(context, entry.term);
  return all.filter(
    (one) => one.kind === 'term' && one.parts.every((part, at) => ordered[at]!.length === 1 || part[1] === ordered[at]![1]),
  );
}

function referenceOf(context: Context, category: string): string | null {
  const variable = context.variables.get(category);
  return variable?.kind === 'category' ? variable.reference : null;
}

function columnsOf(context: Context, names: readonly string[]): readonly AddressArgument[] {
  const each = names.map((name): readonly (readonly string[])[] => {
    const levels = levelsOf(context, name);
    return levels.length === 0 ? [[name]] : levels.filter((level) => level !== referenceOf(context, name)).map((level) => [name, level]);
  });
  let parts: (readonly string[])[][] = [[]];
  for (const choices of each) parts = parts.flatMap((before) => choices.map((choice) => [...before, choice]));
  return parts.map((one) => term(...one));
}
