// Indices: items, how many components, rotation, names of components, composite.
import { type WeightFault, type GivenWeights } from '@studyspec/core';
import {
  absentMarker,
  badWeights,
  correlatedScores,
  cyclicDefinition,
  foreignMarker,
  impossibleNumber,
  indexOptions,
  isOblique,
  missingClause,
  nearest,
  raise,
  repeatedMember,
  tooManyComponents,
  unknownName,
  wrongKind,
  type Chosen,
  type ComponentPlan,
  type CompositeJob,
  type Condition,
  type IndexJob,
  type KeepRule,
  type Place,
  type RescaleRule,
  type Span,
  type WeightRule,
} from '@studyspec/core';
import type { ClauseNode } from '../syntax/ast.ts';
import { losing, loserOf } from './absences.ts';
import { addressesOf, clauseOf, declaredLabel, figureOf } from './clauses.ts';
import { find, findAll, giveUp, membersOf, type Context } from './context.ts';
import { mended, pathText, placeOf, type Declared, type Located } from './declared.ts';
import { lowerComposite, sortOfIndex } from './lower-composite.ts';
import { readWhere, testedIn } from './lower-condition.ts';
import { reportRepeats } from './lower-groups.ts';
import { chainToScore } from './lower-respondents.ts';
import { shortName } from './merge.ts';
import { defaultsOfOptions, readOptions } from './read-option.ts';

export function lowerIndices(context: Context): void {
  for (const declared of context.merged.named.values()) {
    if (declared.kind !== 'index') continue;
    context.origins.set(declared.name, declared.place);
    for (const [word, clause] of declared.clauses) context.origins.set(`${declared.name}/${word}`, placeOf(clause.file, clause.node.span));
    const before = context.problems.length;
    const lowered = context.merged.broken.has(declared.name) && declared.broken === false ? null : lowerIndex(context, declared);
    if (lowered === null || context.problems.slice(before).some((problem) => problem.severity === 'error')) {
      giveUp(context, declared.name);
      for (const member of declared.members) giveUp(context, member);
      continue;
    }
    if (lowered.kind === 'composite') {
      context.composites.set(declared.name, lowered);
      continue;
    }
    context.indices.set(declared.name, lowered);
    for (const component of lowered.components) context.components.set(component.name, declared.name);
  }
}

export function lowerIndex(context: Context, declared: Declared): IndexJob | CompositeJob | null {
  const of = clauseOf(declared, 'of');
  if (of === null) {
    if (!declared.broken)
      context.problems.push(
        raise(missingClause, { name: declared.name, kind: 'index', clause: 'of', says: 'items' }, { place: declared.place }),
      );
    return null;
  }
  const listed =
    of.node.shape === 'terms'
      ? findAll(
          context,
          of.node.terms,
          of.file,
          ['indicator', 'dimension', 'block', 'number', 'index', 'component'],
          { is: 'item', of: declared.name },
          loserOf(declared),
        )
      : { found: [], complete: false, absent: [] };
  reportRepeats(context, listed.found, [], { is: 'index', of: declared.name });
  const chosen = readOptions(context, declared, indexOptions);
  const where = readIndexWhere(context, declared);
  const sort = chosen === null || !listed.complete ? null : sortOfIndex(context, declared, chosen, listed.found);
  if (chosen !== null && (sort === 'answers' || sort === 'members')) {
    const job = lowerComposite(context, declared, chosen, sort, listed.found);
    return job === null || where === undefined ? null : { ...job, where };
  }
  if (chosen !== null && listed.complete && sort === null) return null;
  const items: string[] = [];
  const groups: string[] = [];
  for (const { name, declared: found, place } of listed.found) {
    const isGroup = found.kind === 'dimension' || found.kind === 'block';
    if (isGroup && !groups.includes(name)) groups.push(name);
    for (const member of membersOf(context, name)) {
      const variable = context.variables.get(member);
      if (variable?.kind === 'category')
        context.problems.push(
          raise(
            wrongKind,
            { name: member, found: 'category', expected: ['indicator', 'number'], role: { is: 'item', of: declared.name } },
            { place },
          ),
        );
      else if (!items.includes(member)) items.push(member);
      else if (isGroup || listed.found.some((other) => other.name !== name && membersOf(context, other.name).includes(member))) {
        if (!listed.found.some((other) => other.name === name && other.place !== place))
          context.problems.push(raise(repeatedMember, { name: member, list: { is: 'index', of: declared.name } }, { place }));
      }
    }
  }
  if (listed.complete && items.length < 2) {
    context.problems.push(
      raise(
        impossibleNumber,
        { found: `${items.length} item`, expected: { is: 'two items' }, what: { is: 'index', of: declared.name } },
        { place: placeOf(of.file, of.node.span) },
      ),
    );
    return null;
  }
  // What names and counts say cannot be judged while an item is unknown.
  if (!listed.complete) return null;
  const components = lowerComponents(context, declared, items);
  const keep = chosen === null ? null : checkKeep(context, declared, chosen.keep, items.length, components);
  const compose = readCompose(context, declared, components);
  const weight = compose === null || chosen === null ? null : weightRule(context, declared, chosen.weight, compose);
  if (where === undefined || chosen === null || components === null || keep === null || compose === null || weight === null) return null;
  const { kind } = chosen.score;
  const score = kind === 'bartlett' || kind === 'anderson_rubin' ? kind : 'regression';
  if (score === 'anderson_rubin' && isOblique(chosen.rotate)) {
    const clause = clauseOf(declared, 'score')!;
    const place = placeOf(clause.file, clause.node.span);
    context.problems.push(raise(correlatedScores, { index: declared.name, rotation: chosen.rotate.kind.replace(/To$/u, '') }, { place }));
    return null;
  }
  const named = components.length > 0 ? { keep: `keep ${components.length} (as many as are named)` } : {};
  // Of members and answers nothing is said where there are components; goalposts are of a range.
  const ranged = ['range', 'components', 'componentsTo'].includes(chosen.rescale.kind);
  const lines = defaultsOfOptions(declared, indexOptions, named).filter(
    (line) => !/^(?:score|needs|normalize|aggregate) /u.test(line) && (ranged || !line.startsWith('goalposts ')),
  );
  const composed = declared.clauses.has('compose') ? [] : ['compose every named component'];
  return {
    kind: 'index',
    name: declared.name,
    label: declaredLabel(declared),
    items,
    groups,
    where,
    missing: chosen.missing.kind,
    correlations: chosen.correlations,
    score,
    keep,
    ...asManyAsKept(context, keep, components, compose, weight),
    rescale: rescaleRule(chosen.rescale),
    goalposts: chosen.goalposts,
    extract: chosen.extract,
    rotate: chosen.rotate,
    defaults: [
      ...lines.filter((line) => !/^(?:weight|rescale) /u.test(line)),
      ...composed,
      ...lines.filter((line) => /^(?:weight|rescale) /u.test(line)),
    ],
  };
}

/**
 * More components named than kept has been reported, and nothing runs. An editor shows what the rest gives: those that the index is
 * composed of first, the others in order, as many as are kept.
 */
function asManyAsKept(
  context: Context,
  keep: KeepRule,
  components: readonly ComponentPlan[],
  compose: readonly string[],
  weight: WeightRule,
): Pick<IndexJob, 'components' | 'compose' | 'weight'> {
  if (keep.kind !== 'fixed' || components.length <= keep.count) return { components, compose, weight };
  const names = [...new Set([...compose, ...components.map((component) => component.name)])].slice(0, keep.count);
  for (const { name } of components) if (!names.includes(name)) giveUp(context, name);
  const rest = compose.filter((name) => names.includes(name));
  return {
    components: components.filter((component) => names.includes(component.name)),
    compose: rest,
    weight: weight.kind !== 'given' ? weight : { kind: 'given', weights: weight.weights.filter(([name]) => rest.includes(name)) },
  };
}

/** Scores are made of the answers of those whom `where` lets in: no score can choose them. Undefined: it cannot be read (reported). */
function readIndexWhere(context: Context, declared: Declared): Condition | null | undefined {
  const clause = clauseOf(declared, 'where');
  if (clause?.node.shape === 'condition')
    for (const { name, span } of testedIn(clause.node.condition)) {
      const chain = chainToScore(context, name);
      if (chain === null) continue;
      const place = placeOf(clause.file, span);
      context.problems.push(raise(cyclicDefinition, { chain: [declared.name, ...chain, declared.name], what: 'computed' }, { place }));
      return undefined;
    }
  return readWhere(context, declared);
}

function lowerComponents(context: Context, declared: Declared, items: readonly string[]): readonly ComponentPlan[] | null {
  const plans: ComponentPlan[] = [];
  let complete = true;
  for (const name of declared.members) {
    const component = context.merged.named.get(name);
    if (component === undefined || component.kind !== 'component') {
      complete = false;
      continue;
    }
    const at = `${declared.name}/component/${shortName(name, declared.name)}`;
    context.origins.set(at, component.place);
    context.origins.set(name, component.place);
    context.origins.set(`${declared.name}/component/${name}`, component.place);
    const marked = clauseOf(component, 'marked by');
    const address = marked === null ? undefined : addressesOf(marked.node)[0];
    if (marked === null || address === undefined) {
      if (!component.broken && marked?.node.shape !== 'broken')
        context.problems.push(
          raise(missingClause, { name, kind: 'component', clause: 'marked by', says: 'marker' }, { place: component.place }),
        );
      complete = false;
      continue;
    }
    const marker = pathText(address);
    const place = placeOf(marked.file, address.span);
    context.origins.set(`${at}/marked by`, place);
    if (losing(context, marker, loserOf(declared)) !== null) {
      context.problems.push(
        raise(
          absentMarker,
          { marker, component: shortName(name, declared.name), index: declared.name, items },
          { place: context.absences.get(marker)!.place, related: [{ says: { is: 'marked', name }, place }] },
        ),
      );
      complete = false;
    } else if (items.includes(marker)) plans.push({ name, label: declaredLabel(component), marker });
    else {
      if (find(context, marker, place, ['indicator', 'number'], { is: 'marker', of: name }) !== null) {
        context.problems.push(
          raise(
            foreignMarker,
            { marker, component: name, index: declared.name, nearest: nearest(marker, items), items },
            mended(place, nearest(marker, items)),
          ),
        );
      }
      complete = false;
    }
  }
  return complete ? plans : null;
}

/** How many there can be, and how many are named. */
function checkKeep(
  context: Context,
  declared: Declared,
  rule: KeepRule,
  items: number,
  components: readonly ComponentPlan[] | null,
): KeepRule | null {
  const clause = clauseOf(declared, 'keep');
  if (clause === null) return (components?.length ?? 1) > 0 ? { kind: 'fixed', count: components?.length ?? 1 } : rule;
  if (rule.kind !== 'fixed') return rule;
  const figure = figureOf(clause.node)!;
  const place = placeOf(clause.file, figure.span);
  if (rule.count < 1 || rule.count > items) {
    context.problems.push(
      raise(
        impossibleNumber,
        { found: figure.text, expected: { is: 'counted items', low: 1, high: items }, what: { is: 'number of components' } },
        { place },
      ),
    );
    return null;
  }
  if (components !== null && components.length > rule.count)
    context.problems.push(raise(tooManyComponents, { named: components.length, kept: rule.count, index: declared.name }, { place }));
  return rule;
}

function readCompose(context: Context, declared: Declared, components: readonly ComponentPlan[] | null): readonly string[] | null {
  const clause = clauseOf(declared, 'compose');
  if (components === null) return null;
  if (clause === null) return components.map((component) => component.name);
  if (clause.node.shape !== 'terms') return clause.node.shape === 'broken' ? null : [];
  const composed: string[] = [];
  let complete = true;
  for (const term of clause.node.terms) {
    const address = term.factors[0]!;
    const text = pathText(address);
    const place = placeOf(clause.file, address.span);
    const names = term.to === null ? [text] : runOfComponents(components, declared.name, text, pathText(term.to));
    for (const name of names) {
      const component = components.find((candidate) => candidate.name === name || shortName(candidate.name, declared.name) === name);
      if (component === undefined) {
        const known = components.map((candidate) => shortName(candidate.name, declared.name));
        const other = context.merged.named.get(name);
        if (other !== undefined && !context.merged.broken.has(name))
          context.problems.push(
            raise(
              wrongKind,
              { name, found: other.kind, expected: [{ is: 'component', of: declared.name }], role: { is: 'composed' } },
              { place },
            ),
          );
        else if (!context.merged.broken.has(name))
          context.problems.push(
            raise(
              unknownName,
              { name, role: { is: 'component', of: declared.name }, nearest: nearest(name, known), known },
              name === text ? mended(place, nearest(name, known)) : { place },
            ),
          );
        complete = false;
      } else if (composed.includes(component.name)) {
        context.problems.push(raise(repeatedMember, { name, list: { is: 'composite', of: declared.name } }, { place }));
        complete = false;
      } else composed.push(component.name);
    }
  }
  return complete ? composed : null;
}

function runOfComponents(components: readonly ComponentPlan[], index: string, first: string, last: string): readonly string[] {
  const names = components.map((component) => shortName(component.name, index));
  const [from, to] = [names.indexOf(first), names.indexOf(last)];
  return from < 0 || to < 0 ? [first, last] : names.slice(Math.min(from, to), Math.max(from, to) + 1);
}

function weightRule(
  context: Context,
  declared: Declared,
  rule: Chosen<typeof indexOptions.weight>,
  compose: readonly string[],
): WeightRule | null {
  if (rule.kind === 'given') return readGivenWeights(context, declared, clauseOf(declared, 'weight')!, compose);
  // By entropy and the like are members weighted, and this index has none.
  return rule.kind === 'equal' ? { kind: 'equal' } : { kind: 'explained' };
}

function rescaleRule(rule: Chosen<typeof indexOptions.rescale>): RescaleRule {
  if (rule.kind === 'components') return { kind: 'components', low: 0, high: 100 };
  return rule.kind === 'componentsTo' ? { kind: 'components', low: rule.low, high: rule.high } : rule;
}

function readGivenWeights(
  context: Context,
  declared: Declared,
  clause: Located<ClauseNode>,
  compose: readonly string[],
): WeightRule | null {
  const weights = new Map<string, { readonly value: number; readonly place: Place }>();
  const complain = (found: WeightFault, expected: GivenWeights, span: Span = clause.node.span, first: Place | null = null): null => {
    context.problems.push(
      raise(
        badWeights,
        { found, expected },
        { place: placeOf(clause.file, span), ...(first === null ? {} : { related: [{ says: { is: 'first given' }, place: first }] }) },
      ),
    );
    return null;
  };
  for (const entry of clause.node.body ?? []) {
    if (entry.type !== 'item' || entry.subject.address === null) continue;
    if (entry.broken) return null;
    const { address, span } = entry.subject;
    const text = pathText(address);
    const name = compose.find((candidate) => candidate === text || shortName(candidate, declared.name) === text);
    if (name === undefined)
      return complain(
        { is: 'not composed', name: text },
        { is: 'these', names: compose.map((one) => shortName(one, declared.name)) },
        span,
      );
    const twin = weights.get(name);
    if (twin !== undefined) return complain({ is: 'twice', name: text }, { is: 'each' }, span, twin.place);
    const [code] = entry.codes ?? [];
    if (code?.kind !== 'number' || !(code.figure.value > 0)) {
      return complain({ is: 'not positive', name: text }, { is: 'each' }, entry.span);
    }
    weights.set(name, { value: code.figure.value, place: placeOf(clause.file, span) });
  }
  const absent = compose.filter((name) => !weights.has(name));
  if (absent.length > 0)
    return complain({ is: 'none', names: absent.map((name) => shortName(name, declared.name)) }, { is: 'each composed' });
  return { kind: 'given', weights: [...weights].map(([name, { value }]) => [name, value] as const) };
}
