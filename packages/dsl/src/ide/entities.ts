// What the front of an address means, and what may come next: outcomes, levels, quantities, arguments. For completion and signatures,
// in texts that may not compile. Resolution with its complaints is semantics/resolve-address.ts.
import {
  effectsOf,
  formatAddress,
  formatName,
  labelText,
  type EditorWords,
  type GroupPlan,
  type PartOfAddress,
  type Quantity,
} from '@studyspec/core';
import type { LabelNode } from '../syntax/ast.ts';
import type { Context } from '../semantics/context.ts';
import { shortName } from '../semantics/merge.ts';
import { partNamesOf, partsOf } from '../semantics/resolve-part.ts';
import { signatures, type ArgumentKind, type Signature } from '../semantics/quantities.ts';
import { escape } from './markdown.ts';
import { componentsOf, labelNode, namesOfSnapshot, type Names } from './names.ts';
import type { Snapshot } from './snapshot.ts';
import { quantityAt, textOfQuantity } from './values.ts';
import { told, wordsOf, type Slot } from './words.ts';

/** A name that may be used, whatever file declares it. */
export interface Usable {
  readonly name: string;
  readonly kind: string /** As markdown. */;
  readonly label: string;
  readonly parent: string | null;
}

const labelIn = (s: Snapshot, label: LabelNode | null): string => labelText(label?.texts ?? [], s.language);

/** Names of the study in order, without those that it drops. */
export function usableNames(s: Snapshot): Usable[] {
  const names = namesOfSnapshot(s);
  const merged = s.study.compiled.context?.merged;
  const known = [...names.named.values()]
    .filter((one) => merged === undefined || merged.named.has(one.name) || one.sites.some((site) => site.file === s.file.path))
    .map((one): Usable => ({ name: one.name, kind: one.kind, label: escape(labelIn(s, labelNode(one))), parent: one.parent }));
  const copied =
    merged === undefined
      ? []
      : [...merged.named.values()]
          .filter((one) => one.copied && !names.named.has(one.name))
          .map(
            (one): Usable => ({ name: one.name, kind: one.kind, label: escape(labelIn(s, one.label?.node ?? null)), parent: one.parent }),
          );
  return [...known, ...copied];
}

export interface Entity {
  /** A key of `signatures`; `regression`, `compare` and `placeholder` want something between. */
  readonly kind: string;
  readonly name: string;
  /** Names of the path that it takes. */
  readonly path: readonly string[];
  /** What is left: the beginning of a quantity. */
  readonly rest: readonly string[];
  /** Of a part of a regression or comparison, by its declared name. */
  readonly outcome?: string;
}

/** Null when the first name is not known. */
export function entityOf(s: Snapshot, path: readonly string[]): Entity | null {
  const names = namesOfSnapshot(s);
  const first = path[0];
  if (first === undefined) return null;
  if (first === 'row' || first === 'column') {
    const both = path[1] === 'row' || path[1] === 'column';
    return { kind: 'placeholder', name: first, path: path.slice(0, both ? 2 : 1), rest: path.slice(both ? 2 : 1) };
  }
  const declared = names.named.get(first);
  if (declared === undefined) return first === 'sample' ? { kind: 'study', name: first, path: [], rest: path } : null;
  const second = path[1];
  if (declared.kind === 'choices' && second !== undefined && declared.levels.has(second))
    return { kind: 'option', name: `${first}.${second}`, path: [first, second], rest: path.slice(2) };
  if (declared.kind === 'category' && second !== undefined && (declared.levels.has(second) || second === 'each'))
    return { kind: 'level', name: first, path: [first, second], rest: path.slice(2) };
  if (declared.kind === 'index' && second !== undefined && isCopiedComponent(s, first, second))
    return { kind: 'component', name: `${first}.${second}`, path: [first, second], rest: path.slice(2) };
  if (declared.kind === 'regression' || declared.kind === 'compare') {
    if (second === undefined) return { kind: declared.kind, name: first, path: [first], rest: [] };
    const context = s.study.compiled.context;
    const [part] = context == null ? [] : partsOf(context, path);
    if (part !== undefined) return { kind: part.kind, name: first, path: part.path, rest: path.slice(part.taken), outcome: part.outcome };
    const taken = path[2] !== undefined && outcomesOf(s, names, first).includes(`${second}.${path[2]}`) ? 3 : 2;
    return { kind: `outcome of ${declared.kind}`, name: first, path: path.slice(0, taken), rest: path.slice(taken) };
  }
  if (declared.kind === 'robustness' && second !== undefined && alternativesOfRobustness(s, first).includes(second))
    return { kind: 'alternative of robustness', name: first, path: [first, second], rest: path.slice(2) };
  const without = declared.kind === 'index' && s.study.compiled.context?.composites.has(first) === true;
  return { kind: without ? 'composite' : declared.kind, name: first, path: [first], rest: path.slice(1) };
}

/** Names of the alternatives of a robustness, as compiled. */
function alternativesOfRobustness(s: Snapshot, name: string): readonly string[] {
  const plan = s.study.compiled.context?.robustness.get(name);
  return plan?.axes.flatMap((axis) => axis.alternatives.map((one) => one.name)) ?? [];
}

function isCopiedComponent(s: Snapshot, index: string, short: string): boolean {
  return s.study.compiled.context?.components.has(`${index}.${short}`) ?? false;
}

/** Outcomes of a comparison or regression: as compiled, or as far as the text says. */
function outcomesOf(s: Snapshot, names: Names, name: string): readonly string[] {
  const context = s.study.compiled.context;
  const job = context?.regressions.get(name) ?? context?.compares.get(name);
  if (job !== undefined) return partNamesOf(job);
  const site = names.named.get(name)?.sites.at(-1);
  const clause = site?.node.clauses.find((one) => one.word === 'explain' || (one.word === 'of' && site.node.kind === 'compare'));
  return clause?.shape === 'terms'
    ? clause.terms.map((term) => term.factors[0]?.path.map((part) => part.text).join('.') ?? '').filter((text) => names.named.has(text))
    : [];
}

export interface Candidate {
  readonly text: string;
  readonly kind: 'declaration' | 'level' | 'component' | 'quantity' | 'argument';
  readonly detail: string;
  readonly documentation?: string;
  readonly args?: readonly Slot[];
}

/** What may follow the dot behind an entity. */
export function nextParts(s: Snapshot, entity: Entity, inTemplate: boolean): Candidate[] {
  const names = namesOfSnapshot(s);
  const out: Candidate[] = [];
  const words = wordsOf(s);
  const { part } = words.completion;
  const placeholders = (): void => {
    if (inTemplate)
      for (const word of ['row', 'column'] as const) out.push({ text: word, kind: 'argument', detail: part(`the head of the ${word}`) });
  };
  if (entity.kind === 'placeholder') {
    placeholders();
    return [...out, ...genericQuantities(s, entity.rest)];
  }
  if (entity.kind === 'regression' || entity.kind === 'compare') {
    for (const name of outcomesOf(s, names, entity.name)) out.push({ text: name, kind: 'declaration', detail: part('outcome') });
    out.push({ text: 'each', kind: 'argument', detail: part('every outcome') });
    placeholders();
    return out;
  }
  if (entity.rest.length === 0) {
    if (entity.kind === 'category') {
      for (const level of names.named.get(entity.name)?.levels.keys() ?? [])
        out.push({ text: level, kind: 'level', detail: levelDetail(s, entity.name, level) });
      out.push({ text: 'each', kind: 'argument', detail: part('every level') });
    }
    if (entity.kind === 'robustness')
      for (const axis of s.study.compiled.context?.robustness.get(entity.name)?.axes ?? [])
        for (const { name, text } of axis.alternatives) out.push({ text: name, kind: 'level', detail: `${axis.word} ${text}` });
    if (entity.kind === 'index')
      for (const component of componentsOf(names, entity.name))
        if (isCopiedComponent(s, entity.name, component)) out.push({ text: component, kind: 'component', detail: part('component') });
    const job = entity.kind.endsWith(' of compare') ? s.study.compiled.context?.compares.get(entity.name) : undefined;
    if (job !== undefined && job.by.length > 1 && entity.path.length === 2)
      for (const by of job.by) out.push({ text: by, kind: 'declaration', detail: part('grouping') });
    placeholders();
  }
  return [...out, ...quantitiesOf(s, entity)];
}

function quantitiesOf(s: Snapshot, entity: Entity): Candidate[] {
  const begun = entity.rest.length === 0 ? '' : `${entity.rest.join('.')}.`;
  const quantities = s.numbers?.results.quantities;
  const words = wordsOf(s);
  return signaturesOf(s, entity)
    .filter((one) => one.name.startsWith(begun))
    .map((one): Candidate => {
      const value =
        one.args.length > 0 || quantities === undefined
          ? null
          : textOfQuantity(words, quantityAt(quantities, ...entity.path, ...one.name.split('.')));
      return {
        text: one.name.slice(begun.length),
        kind: 'quantity',
        detail: value ?? argumentList(words, one.args),
        documentation: told(s, one.doc),
        ...(one.args.length > 0 ? { args: one.args } : {}),
      };
    });
}

/** `(item, component)`; nothing for a quantity that takes nothing. */
export const argumentList = ({ completion }: EditorWords, args: readonly Slot[]): string =>
  args.length === 0 ? '' : `(${args.map(completion.argument).join(', ')})`;

/** Quantities of an entity; a block without items has none, an indicator without a dimension no item–total correlation. */
export function signaturesOf(s: Snapshot, entity: Entity): readonly Signature[] {
  const all = signatures[entity.kind] ?? [];
  const context = s.study.compiled.context;
  if (context == null) return all;
  if (entity.kind === 'block' || entity.kind === 'dimension') {
    const group = context.groups.get(entity.name);
    return group !== undefined && itemsOf(context, group).length === 0 ? [] : all;
  }
  if (entity.kind !== 'indicator') return all;
  const grouped = [...context.groups.values()].some((group) => group.members.includes(entity.name));
  return grouped ? all : all.filter((one) => !['item_total', 'smc', 'alpha_if_deleted'].includes(one.name));
}

function itemsOf(context: Context, group: GroupPlan): readonly string[] {
  return group.members.filter((member) => context.variables.get(member)?.kind === 'indicator');
}

/** Of a `row` or `column` whose kind is not known: every quantity that any entity has. */
function genericQuantities(s: Snapshot, rest: readonly string[]): Candidate[] {
  const begun = rest.length === 0 ? '' : `${rest.join('.')}.`;
  const seen = new Map<string, Candidate>();
  for (const kind of ['indicator', 'level', 'component', 'index', 'dimension']) {
    for (const one of signatures[kind] ?? [])
      if (one.name.startsWith(begun) && !seen.has(`${one.name}/${one.args.length}`))
        seen.set(`${one.name}/${one.args.length}`, {
          text: one.name.slice(begun.length),
          kind: 'quantity',
          detail: '',
          documentation: told(s, one.doc),
          ...(one.args.length > 0 ? { args: one.args } : {}),
        });
  }
  return [...seen.values()];
}

export function levelDetail(s: Snapshot, category: string, level: string): string {
  const quantities = s.numbers?.results.quantities;
  const words = wordsOf(s);
  const of = (quantity: string): string | null =>
    quantities === undefined ? null : textOfQuantity(words, quantityAt(quantities, category, level, quantity));
  const count = of('count');
  return count === null ? words.completion.levelOf(category) : words.completion.levelCount(count, of('percent'));
}

/** What fits a slot in brackets. `begun`: names before a dot in the slot itself. */
export function argumentsOf(
  s: Snapshot,
  entity: Entity,
  kind: ArgumentKind,
  begun: readonly string[],
  valueOf: (term: readonly string[]) => Quantity | null,
): Candidate[] {
  const context = s.study.compiled.context;
  const names = namesOfSnapshot(s);
  const words = wordsOf(s);
  const { completion } = words;
  const { part } = completion;
  const detail = (term: readonly string[], fallback: string): string => textOfQuantity(words, valueOf(term)) ?? fallback;
  const detailed = (term: readonly string[], fallback: PartOfAddress): string => detail(term, part(fallback));
  const each: Candidate = { text: 'each', kind: 'argument', detail: part('everything that fits') };
  const categories = (): string[] => [...names.named.values()].filter((one) => one.kind === 'category').map((one) => one.name);
  const levels = (category: string): string[] => [...(names.named.get(category)?.levels.keys() ?? [])];
  switch (kind) {
    case 'number':
      return [];
    case 'option':
      return begun.length > 0
        ? []
        : [
            ...levels(entity.name).map((option): Candidate => ({ text: option, kind: 'level', detail: detailed([option], 'option') })),
            each,
          ];
    case 'hypothesis':
      return [...names.named.values()].flatMap((one): Candidate[] =>
        one.kind === 'hypothesis' ? [{ text: one.name, kind: 'declaration', detail: detailed([one.name], 'hypothesis') }] : [],
      );
    case 'variable': {
      const variables =
        context?.correlates.get(entity.name)?.variables ??
        context?.mediations.get(entity.name)?.mediators.map((one) => one.name) ??
        context?.deprivations.get(entity.name)?.dimensions.flatMap((one) => [one.name, ...one.indicators]) ??
        context?.regressions.get(entity.name)?.terms.flatMap(({ term }) => (term.length === 1 ? [term[0]!] : []));
      if (variables === undefined || begun.length > 0) return [];
      return [...variables.map((name): Candidate => ({ text: name, kind: 'declaration', detail: detailed([name], 'variable') })), each];
    }
    case 'factor':
    case 'member': {
      const job = context?.measurements.get(entity.name);
      if (job === undefined || begun.length > 0) return [];
      const factors = job.factors.map((one) => one.name);
      const items = kind === 'member' ? job.factors.flatMap((one) => one.items) : [];
      return [
        ...items.map((item): Candidate => ({ text: item, kind: 'declaration', detail: detailed([item], 'item') })),
        ...[...factors, ...job.second.map((one) => one.name)].map(
          (factor): Candidate => ({ text: factor, kind: 'declaration', detail: detailed([factor], 'factor') }),
        ),
        each,
      ];
    }
    case 'part':
      return (['component', 'item'] as const).flatMap((one) =>
        argumentsOf(s, entity, one, begun, valueOf).filter(({ text }) => text !== each.text),
      );
    case 'item':
    case 'component': {
      const index = context?.indices.get(entity.kind === 'component' ? (context.components.get(entity.name) ?? '') : entity.name);
      const group = context?.groups.get(entity.name);
      if (group !== undefined && kind === 'item' && begun.length === 0)
        return [
          ...itemsOf(context!, group).map((item): Candidate => ({ text: item, kind: 'declaration', detail: detailed([item], 'item') })),
          each,
        ];
      const members = context?.composites.get(entity.name)?.members;
      if (members !== undefined && kind === 'item' && begun.length === 0)
        return [...members.map((member): Candidate => ({ text: member, kind: 'declaration', detail: detailed([member], 'member') })), each];
      if (begun.length > 0 || index === undefined) return [];
      if (kind === 'component')
        return [
          ...index.components.map(
            (one): Candidate => ({
              text: shortName(one.name, index.name),
              kind: 'component',
              detail: detail([one.name], completion.markedBy(one.marker)),
            }),
          ),
          each,
        ];
      return [
        ...index.items.map((item): Candidate => ({ text: item, kind: 'declaration', detail: detailed([item], 'item') })),
        ...index.groups.map((group): Candidate => ({ text: group, kind: 'declaration', detail: part('each of its items') })),
        each,
      ];
    }
    case 'level':
      if (begun.length === 1)
        return [
          ...levels(begun[0]!).map(
            (level): Candidate => ({ text: level, kind: 'level', detail: detail([begun[0]!, level], levelDetail(s, begun[0]!, level)) }),
          ),
          ...(levels(begun[0]!).length > 0 ? [each] : []),
        ];
      if (begun.length > 1) return [];
      return [
        ...categories().flatMap((category) =>
          levels(category).map(
            (level): Candidate => ({
              text: `${category}.${level}`,
              kind: 'level',
              detail: detail([category, level], levelDetail(s, category, level)),
            }),
          ),
        ),
        ...categories().map((category): Candidate => ({ text: category, kind: 'declaration', detail: part('each of its levels') })),
        { text: 'all', kind: 'argument', detail: detailed(['all'], 'every case') },
      ];
    case 'outcome': {
      const outcome = entity.path[1] ?? '';
      return begun.length > 0
        ? []
        : [...levels(outcome).map((level): Candidate => ({ text: level, kind: 'level', detail: completion.levelOf(outcome) })), each];
    }
    case 'source': {
      const job = context?.regressions.get(entity.name);
      if (job?.method.kind !== 'mixed' || begun.length > 0) return [];
      return [job.method.site, ...job.random, 'residual'].map(
        (source): Candidate => ({ text: source, kind: 'argument', detail: part('variance') }),
      );
    }
    case 'term': {
      const compare = context?.compares.get(entity.name);
      if (compare !== undefined && begun.length === 0)
        return [
          ...effectsOf(compare.adjust ?? [], compare.factors ?? compare.by).map(
            (name): Candidate => ({ text: name, kind: 'argument', detail: detailed([name], 'effect') }),
          ),
          each,
        ];
      const job = context?.regressions.get(entity.name);
      if (job === undefined) return [];
      const reference = (category: string): string | null => {
        const variable = context?.variables.get(category);
        return variable?.kind === 'category' ? variable.reference : null;
      };
      const dummies = (category: string): string[] => levels(category).filter((level) => level !== reference(category));
      if (begun.length === 1)
        return job.terms.some((one) => one.term.includes(begun[0]!))
          ? dummies(begun[0]!).map(
              (level): Candidate => ({ text: level, kind: 'level', detail: detail([begun[0]!, level], levelDetail(s, begun[0]!, level)) }),
            )
          : [];
      if (begun.length > 1) return [];
      const single = job.terms.filter((one) => one.term.length === 1).map((one) => one.term[0]!);
      const blocks = [...new Set(job.terms.flatMap((one) => one.block ?? []))];
      return [
        ...single.flatMap((name): Candidate[] =>
          reference(name) === null
            ? [{ text: name, kind: 'declaration', detail: detailed([name], 'predictor') }]
            : [
                ...dummies(name).map(
                  (level): Candidate => ({
                    text: `${name}.${level}`,
                    kind: 'level',
                    detail: detail([name, level], completion.against(reference(name)!)),
                  }),
                ),
                { text: name, kind: 'declaration', detail: part('each of its levels') },
              ],
        ),
        ...job.terms
          .filter((one) => one.term.length > 1)
          .map((one): Candidate => ({ text: one.term.map(formatName).join(':'), kind: 'argument', detail: part('product') })),
        ...blocks.map((block): Candidate => ({ text: block, kind: 'declaration', detail: part('each of its members') })),
        each,
        ...(['b', 'se', 't', 'p', 'low', 'high'].includes(entity.rest.join('.'))
          ? [{ text: 'intercept', kind: 'argument' as const, detail: detailed(['intercept'], 'the constant') }]
          : []),
      ];
    }
  }
}

/** Value of an address with one term in brackets. */
export function valueWith(s: Snapshot, path: readonly string[]): (term: readonly string[]) => Quantity | null {
  const quantities = s.numbers?.results.quantities;
  return (term) => quantities?.get(formatAddress({ path, args: [{ kind: 'term', parts: [term] }] })) ?? null;
}
