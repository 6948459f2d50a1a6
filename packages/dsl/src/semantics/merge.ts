// One table of declarations out of a chain of files: inherit, refine clause by clause, drop with `without`, copy with `like`.
import { raise, type Problem } from '@studyspec/core';
import { cyclicDefinition, duplicateClause, duplicateName, frameworkWithData, unknownName, wrongKind, type Place } from '@studyspec/core';
import { nearest } from '@studyspec/core';
import type { AddressNode, ClauseNode, DeclarationNode, ItemNode } from '../syntax/ast.ts';
import { checkVersion } from './check-version.ts';
import { mended, pathText, placeOf, plainName, type Declared, type Located } from './declared.ts';
import { ASKING, applyMaps, columnsUsed, type Asking } from './map.ts';
import { labelOfClause, type SourceFile } from './project.ts';

export interface Merged {
  /** From the first original to the file asked for. */
  readonly files: readonly string[];
  /** Everything with a name that other things may use, in order of declaration. */
  readonly named: Map<string, Declared>;
  /** Scales have names of their own: `on agreement` can mean nothing else. */
  readonly scales: Map<string, Declared>;
  readonly data: Located<DeclarationNode> | null;
  readonly source: Located<DeclarationNode> | null;
  readonly header: Located<DeclarationNode> | null;
  /** `accept`: of the study's own file. */
  readonly accepted: readonly Located<DeclarationNode>[];
  readonly published: readonly Located<DeclarationNode>[];
  readonly seed: Located<DeclarationNode> | null;
  readonly report: Map<string, Located<ClauseNode>>;
  /** Names whose declaration could not be read: their uses are not reported again. */
  readonly broken: Set<string>;
  /** Columns that a map renames or recodes: they have no declaration. */
  readonly columns: ReadonlyMap<string, Asking>;
  /** Names that a `without` dropped, with its place: what still needs them is reported there. */
  readonly dropped: ReadonlyMap<string, Place>;
}

const CONTAINERS: Readonly<Record<string, string>> = { dimension: 'indicator', index: 'component', measurement: 'factor' };

export function mergeChain(chain: readonly SourceFile[], problems: Problem[]): Merged {
  const named = new Map<string, Declared>();
  const scales = new Map<string, Declared>();
  const broken = new Set<string>();
  const report = new Map<string, Located<ClauseNode>>();
  let data: Located<DeclarationNode> | null = null;
  let source: Located<DeclarationNode> | null = null;
  let header: Located<DeclarationNode> | null = null;
  let seed: Located<DeclarationNode> | null = null;
  let version: Located<DeclarationNode> | null = null;
  let published: Located<DeclarationNode>[] = [];
  let accepted: Located<DeclarationNode>[] = [];
  const columns = new Map<string, Asking>();
  const dropped = new Map<string, Place>();
  const known = new Set<string>();

  for (const { path: file, tree, header: own } of chain) {
    // `data`, `published` and `accept` belong to the study that states them: a rule such as `out of range kept` must not travel, nor what
    // somebody knows of other data.
    data = null;
    published = [];
    accepted = [];
    const here = new Map<string, Declared>();
    const stated = new Map<string, Declared>();
    const maps: Located<DeclarationNode>[] = [];
    const declare = (node: DeclarationNode, parent: string | null): void => {
      for (const name of node.names) {
        const text = nameIn(node, name, parent);
        const place = placeOf(file, name.span);
        const table = node.kind === 'scale' ? scales : named;
        const local = `${node.kind === 'scale' ? 'scale ' : ''}${text}`;
        const twin = here.get(local);
        if (twin !== undefined) {
          problems.push(
            raise(
              duplicateName,
              { name: text, kind: node.kind, otherKind: twin.kind },
              { place, related: [{ says: { is: 'first declared', kind: twin.kind }, place: twin.place }] },
            ),
          );
          continue;
        }
        const inherited = table.get(text);
        if (inherited !== undefined && inherited.kind !== node.kind) {
          problems.push(
            raise(
              wrongKind,
              { name: text, found: node.kind, expected: [inherited.kind], role: { is: 'original' } },
              { place, related: [{ says: { is: 'declared', kind: inherited.kind }, place: inherited.place }] },
            ),
          );
          continue;
        }
        const declared = declarationOf(node, text, file, parent, problems);
        const merged = inherited === undefined ? declared : refine(inherited, declared, false);
        table.set(text, merged);
        here.set(local, merged);
        if (node.kind !== 'scale') {
          stated.set(text, declared);
          dropped.delete(text);
        }
        if (merged.broken) broken.add(text);
      }
      if (node.names.length !== 1) return;
      const owner = pathText(node.names[0]!);
      for (const entry of node.body ?? []) {
        if (entry.type === 'declaration' && entry.kind === CONTAINERS[node.kind]) declare(entry, owner);
      }
    };
    const withouts: AddressNode[] = [];
    for (const node of tree.declarations) {
      for (const column of columnsUsed(node)) known.add(column);
      switch (node.kind) {
        case 'study':
        case 'framework':
          header ??= null;
          header = { node, file };
          break;
        case 'source':
          reportSecond(source, node, file, problems);
          source = { node, file };
          break;
        case 'data':
          if (data !== null)
            problems.push(
              raise(
                duplicateName,
                { name: 'data', kind: 'data', otherKind: 'data' },
                {
                  place: placeOf(file, node.kindSpan),
                  related: [{ says: { is: 'first data block' }, place: placeOf(file, data.node.kindSpan) }],
                },
              ),
            );
          else data = { node, file };
          break;
        case 'published':
          published.push({ node, file });
          break;
        case 'accept':
          accepted.push({ node, file });
          break;
        case 'studyspec':
          reportSecond(version, node, file, problems);
          version = { node, file };
          checkVersion(version, problems);
          break;
        case 'seed':
          reportSecond(seed, node, file, problems);
          seed = { node, file };
          break;
        case 'report':
          for (const clause of node.clauses) {
            const twin = report.get(clause.word);
            // Twice in one block is said where clauses are looked at; in a second block of the same file, here.
            if (twin?.file === file && !node.clauses.includes(twin.node))
              problems.push(
                raise(
                  duplicateClause,
                  { word: clause.word, name: 'report' },
                  {
                    place: placeOf(file, clause.wordSpan),
                    related: [{ says: { is: 'first given' }, place: placeOf(file, twin.node.wordSpan) }],
                  },
                ),
              );
            report.set(clause.word, { node: clause, file });
          }
          break;
        case 'without':
          withouts.push(...node.names);
          break;
        case 'map':
          maps.push({ node, file });
          break;
        case 'table':
        case 'component':
        case 'factor':
          break; // outside its block: the parser has said so
        default:
          declare(node, null);
      }
    }
    const replicates = own?.clauses.find((clause) => clause.word === 'replicates');
    applyMaps(
      maps,
      { named, columns, known, stated, problems },
      replicates === undefined ? null : (labelOfClause(replicates)?.text ?? ''),
      own?.kind ?? 'study',
    );
    dropAll(withouts, file, named, dropped, problems);
    if (own?.kind === 'framework' && data !== null)
      problems.push(raise(frameworkWithData, {}, { place: placeOf(file, (data as Located<DeclarationNode>).node.kindSpan) }));
  }
  copyLikes(named, broken, problems);
  withOptions(named);
  return {
    files: chain.map(({ path }) => path),
    named,
    scales,
    data,
    source,
    header,
    published,
    accepted,
    seed,
    report,
    broken,
    columns,
    dropped,
  };
}

/** Options of a question with several answers are numbers of 1 and 0, behind their question: `needs.food`. */
function withOptions(named: Map<string, Declared>): void {
  if (![...named.values()].some((one) => one.kind === 'choices')) return;
  const all = [...named];
  named.clear();
  for (const [name, declared] of all) {
    named.set(name, declared);
    if (declared.kind !== 'choices') continue;
    for (const [option, item] of declared.items) {
      const { node, file } = item;
      named.set(`${name}.${option}`, {
        ...declared,
        kind: 'number',
        name: `${name}.${option}`,
        place: placeOf(file, node.subject.span),
        label: node.subject.label === null ? null : { node: node.subject.label, file },
        clauses: new Map(node.clauses.map((clause) => [clause.word, { node: clause, file }])),
        items: new Map([[option, item]]),
        parent: name,
        broken: declared.broken || node.broken,
      });
    }
  }
}

/** What a file says once. */
function reportSecond(first: Located<DeclarationNode> | null, node: DeclarationNode, file: string, problems: Problem[]): void {
  if (first?.file !== file) return;
  problems.push(
    raise(
      duplicateName,
      { name: node.kind, kind: node.kind, otherKind: node.kind },
      { place: placeOf(file, node.kindSpan), related: [{ says: { is: 'first given' }, place: placeOf(file, first.node.kindSpan) }] },
    ),
  );
}

interface Known {
  readonly name: string;
  readonly file: string;
  readonly parent: string | null;
  readonly declared: Declared;
}

/**
 * What was made of a declaration of which nothing had to be said. It holds nodes, whose spans move with the text, and no copy of a span.
 */
const remembered = new WeakMap<DeclarationNode, Known>();

function declarationOf(node: DeclarationNode, name: string, file: string, parent: string | null, problems: Problem[]): Declared {
  const before = remembered.get(node);
  if (before !== undefined && before.name === name && before.file === file && before.parent === parent) return before.declared;
  const told = problems.length;
  const declared = declaredOf(node, name, file, parent, problems);
  if (problems.length === told) remembered.set(node, { name, file, parent, declared });
  return declared;
}

function declaredOf(node: DeclarationNode, name: string, file: string, parent: string | null, problems: Problem[]): Declared {
  const clauses = new Map<string, Located<ClauseNode>>();
  for (const clause of node.clauses) {
    const before = clauses.get(clause.word);
    if (before !== undefined) {
      problems.push(
        raise(
          duplicateClause,
          { word: clause.word, name },
          { place: placeOf(file, clause.wordSpan), related: [{ says: { is: 'first given' }, place: placeOf(file, before.node.wordSpan) }] },
        ),
      );
      continue;
    }
    clauses.set(clause.word, { node: clause, file });
  }
  const items = new Map<string, Located<ItemNode>>();
  const claims: Located<ItemNode>[] = [];
  const members: string[] = [];
  for (const entry of node.body ?? []) {
    if (entry.type === 'item') {
      const subject = itemKey(entry);
      if (node.kind === 'hypothesis' || subject === null) claims.push({ node: entry, file });
      else if (items.has(subject)) {
        problems.push(
          raise(
            duplicateName,
            { name: subject, kind: node.kind === 'category' ? 'level' : 'entry', otherKind: node.kind === 'category' ? 'level' : 'entry' },
            {
              place: placeOf(file, entry.subject.span),
              related: [{ says: { is: 'first given' }, place: placeOf(file, items.get(subject)!.node.subject.span) }],
            },
          ),
        );
      } else items.set(subject, { node: entry, file });
    } else if (entry.type === 'declaration' && entry.kind === CONTAINERS[node.kind]) {
      for (const member of entry.names) members.push(nameIn(entry, member, name));
    }
  }
  return {
    kind: node.kind,
    name,
    place: placeOf(file, node.names.find((candidate) => nameIn(node, candidate, parent) === name)?.span ?? node.kindSpan),
    label: node.label === null ? null : { node: node.label, file },
    clauses,
    items,
    claims,
    members,
    range: node.range === null ? null : { node: node.range, file },
    formula: node.formula === null ? null : { node: node.formula, file },
    parent,
    copied: false,
    asking: null,
    broken: node.broken,
  };
}

/** A factor is known by its measurement, `scales.integration`: an index may have the same name. */
function nameIn(node: DeclarationNode, name: AddressNode, parent: string | null): string {
  return node.kind === 'factor' && parent !== null ? `${parent}.${pathText(name)}` : pathText(name);
}

/** What an item is about: a level's name, or the text of a scale point. */
function itemKey(item: ItemNode): string | null {
  if (item.subject.address !== null) return pathText(item.subject.address);
  return item.subject.label?.texts[0]?.text ?? null;
}

const SOURCES = ['from', 'when'];

/** Clause by clause: what the refinement states replaces what it names; the rest stays. */
function refine(base: Declared, own: Declared, copied: boolean): Declared {
  // A number has one source: what the refinement states takes the place of whatever the original had.
  const sourced = own.kind === 'number' && (own.formula !== null || SOURCES.some((word) => own.clauses.has(word)));
  return {
    kind: own.kind,
    name: own.name,
    place: own.place,
    label: own.label ?? (copied ? null : base.label),
    clauses: new Map([...base.clauses].filter(([word]) => !(sourced && SOURCES.includes(word))).concat([...own.clauses])),
    items: new Map([...base.items, ...own.items]),
    claims: own.claims.length > 0 ? own.claims : base.claims,
    members: [...new Set([...base.members, ...own.members])],
    range: own.range ?? base.range,
    formula: own.formula ?? (sourced ? null : base.formula),
    parent: own.parent ?? base.parent,
    copied: false,
    asking: refineAsking(base.asking, own),
    broken: base.broken || own.broken,
  };
}

/** What a later refinement states of how a thing was asked holds before an earlier study's map line. */
function refineAsking(asking: Asking | null, own: Declared): Asking | null {
  if (asking === null || own.asking !== null) return own.asking;
  const clauses = [...own.clauses].filter(([word]) => ASKING.includes(word));
  if (clauses.length === 0 && own.items.size === 0) return asking;
  return {
    ...asking,
    clauses: new Map([...asking.clauses, ...clauses]),
    items: asking.items === null && own.items.size === 0 ? null : new Map([...(asking.items ?? []), ...own.items]),
  };
}

function dropAll(
  names: readonly AddressNode[],
  file: string,
  named: Map<string, Declared>,
  dropped: Map<string, Place>,
  problems: Problem[],
): void {
  /** What was dropped of each parent so far. */
  const goneOf = new Map<string, Set<string>>();
  for (const name of names) {
    const text = pathText(name);
    const declared = named.get(text);
    if (declared === undefined) {
      const near = nearest(text, named.keys());
      problems.push(
        raise(unknownName, { name: text, role: { is: 'left out' }, nearest: near, known: [] }, mended(placeOf(file, name.span), near)),
      );
      continue;
    }
    const before = goneOf.get(text);
    for (const gone of [text, ...declared.members.filter((member) => before?.has(member) !== true)]) {
      named.delete(gone);
      dropped.set(gone, placeOf(file, name.span));
    }
    if (declared.parent === null) continue;
    const siblings = goneOf.get(declared.parent);
    if (siblings === undefined) goneOf.set(declared.parent, new Set([text]));
    else siblings.add(text);
  }
  for (const [name, gone] of goneOf) {
    const parent = named.get(name);
    if (parent !== undefined) named.set(name, { ...parent, members: parent.members.filter((member) => !gone.has(member)) });
  }
}

function copyLikes(named: Map<string, Declared>, broken: Set<string>, problems: Problem[]): void {
  const done = new Set<string>();
  const names = new Map<string, readonly string[]>();
  const namesOf = (kind: string): readonly string[] => {
    const known = names.get(kind) ?? [...named.values()].filter((candidate) => candidate.kind === kind).map((candidate) => candidate.name);
    names.set(kind, known);
    return known;
  };
  /** What a declaration is like, when that can be taken over; what cannot is reported. `path`: what led here. */
  const targetOf = (name: string, path: ReadonlySet<string>): string | null => {
    const own = named.get(name);
    const like = own?.clauses.get('like');
    if (own === undefined || like === undefined || done.has(name)) return null;
    const target = firstAddress(like.node);
    const targetName = target === null ? null : plainName(target);
    // What cannot be taken over (reported) leaves a declaration of which nobody knows what it says.
    if (target === null || targetName === null) {
      broken.add(name);
      return null;
    }
    const place = placeOf(like.file, target.span);
    const base = named.get(targetName);
    if (base !== undefined && base.kind === own.kind && !path.has(targetName) && targetName !== name) return targetName;
    if (base === undefined) {
      const near = nearest(targetName, namesOf(own.kind));
      if (!broken.has(targetName))
        problems.push(
          raise(
            unknownName,
            { name: targetName, role: { is: 'template', kind: own.kind }, nearest: near, known: namesOf(own.kind) },
            mended(place, near),
          ),
        );
    } else if (base.kind !== own.kind)
      problems.push(raise(wrongKind, { name: targetName, found: base.kind, expected: [own.kind], role: { is: 'like', name } }, { place }));
    else problems.push(raise(cyclicDefinition, { chain: [...path, name, targetName], what: 'like' }, { place }));
    broken.add(name);
    return null;
  };
  // Walked, not called by itself: a chain may be as long as the study.
  for (const start of [...named.keys()]) {
    const path = new Map<string, string>();
    const passed = new Set<string>();
    let name = start;
    for (let target = targetOf(name, passed); target !== null; target = targetOf(name, passed)) {
      path.set(name, target);
      passed.add(name);
      name = target;
    }
    done.add(name);
    for (const [member, target] of [...path].toReversed()) {
      const own = named.get(member)!;
      const resolved = named.get(target)!;
      if (broken.has(target)) broken.add(member);
      named.set(member, refine({ ...resolved, members: copyMembers(resolved, own, named) }, own, true));
      done.add(member);
    }
  }
}

/** Components of a copied index are its own: `second.economic`, not `economic`, which stays the first one's. */
function copyMembers(base: Declared, own: Declared, named: Map<string, Declared>): string[] {
  if (base.kind !== 'index' && base.kind !== 'measurement') return [...base.members];
  const copies: string[] = [];
  const stated = new Set(own.members.map((member) => shortName(member, own.name)));
  for (const member of base.members) {
    const short = shortName(member, base.name);
    if (stated.has(short)) continue;
    const component = named.get(member);
    const name = `${own.name}.${short}`;
    if (component !== undefined) named.set(name, { ...component, name, parent: own.name, copied: true });
    copies.push(name);
  }
  return copies;
}

/** A component's name inside its index: `economic` for both `economic` and `second.economic`. */
export function shortName(member: string, index: string): string {
  return member.startsWith(`${index}.`) ? member.slice(index.length + 1) : member;
}

function firstAddress(clause: ClauseNode): AddressNode | null {
  if (clause.shape === 'terms') return clause.terms[0]?.factors[0] ?? null;
  if (clause.shape === 'choices') {
    for (const atom of clause.choices[0]?.atoms ?? []) if (atom.kind === 'address') return atom;
  }
  return null;
}
