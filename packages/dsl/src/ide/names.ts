// What is declared in a study's files, read off the trees alone: it stands even while the spec cannot be compiled.
// Which word of a text means which of these is uses.ts'.
import type { Span } from '@studyspec/core';
import { standardFrameworks } from '../stdlib/frameworks.ts';
import type { DeclarationNode, ItemNode, LabelNode } from '../syntax/ast.ts';
import { parse } from '../syntax/parse.ts';
import type { Snapshot, SourceFile, StudyFiles } from './snapshot.ts';

export interface Site {
  readonly file: string;
  readonly span: Span;
  readonly node: DeclarationNode;
  readonly quoted: boolean;
}
export interface LevelSite {
  readonly file: string;
  readonly span: Span;
  readonly node: ItemNode;
  readonly quoted: boolean;
}

export interface Declaration {
  readonly name: string;
  readonly kind: string;
  /** Dimension of an indicator, index of a component, as first declared. */
  readonly parent: string | null;
  /** Where it is declared and refined, from the first original on. */
  readonly sites: Site[];
  /** Of a category: by name, in order. */
  readonly levels: Map<string, LevelSite[]>;
  /** Indicators of a dimension, components of an index. */
  readonly members: string[];
}

export interface Names {
  readonly named: ReadonlyMap<string, Declaration>;
  readonly scales: ReadonlyMap<string, Declaration>;
  readonly sources: readonly SourceFile[];
}

const inside: Readonly<Record<string, string>> = { dimension: 'indicator', index: 'component' };
const nameless = new Set([
  'study',
  'framework',
  'source',
  'data',
  'published',
  'table',
  'map',
  'without',
  'studyspec',
  'seed',
  'report',
  'accept',
]);

const memo = new WeakMap<StudyFiles['compiled'], Names>();

/** Names of a study; the chain's files in order, as far as their texts are known. */
export function namesOf(study: StudyFiles, sources: ReadonlyMap<string, SourceFile>): Names {
  const files = study.chain.flatMap((path) => sources.get(path) ?? standardSource(path) ?? []);
  const known = memo.get(study.compiled);
  if (known !== undefined && known.sources.length === files.length && files.every((file, at) => file.parsed === known.sources[at]!.parsed))
    return known;
  const names = read(files);
  memo.set(study.compiled, names);
  return names;
}

const standard = new Map<string, SourceFile>();

/** A framework of the language's own, read once: its text never changes. */
function standardSource(path: string): SourceFile | null {
  const text = standardFrameworks.get(path);
  if (text === undefined) return null;
  const known = standard.get(path) ?? { path, text, parsed: parse(text, path) };
  standard.set(path, known);
  return known;
}

/** Files that no one may edit. */
export function isStandard(path: string): boolean {
  return standardFrameworks.has(path);
}

/** Names of the snapshot's study; of its file alone when the chain is not known. */
export function namesOfSnapshot(s: Snapshot): Names {
  return s.study.chain.includes(s.file.path) ? namesOf(s.study, s.sources) : read([s.file]);
}

function read(files: readonly SourceFile[]): Names {
  const named = new Map<string, Declaration>();
  const scales = new Map<string, Declaration>();
  for (const file of files) {
    const declare = (node: DeclarationNode, parent: string | null): void => {
      if (nameless.has(node.kind)) return;
      for (const address of node.names) {
        const name = address.path.map((part) => part.text).join('.');
        const table = node.kind === 'scale' ? scales : named;
        let declaration = table.get(name);
        if (declaration === undefined) {
          declaration = { name, kind: node.kind, parent, sites: [], levels: new Map(), members: [] };
          table.set(name, declaration);
        }
        if (declaration.kind !== node.kind) continue;
        declaration.sites.push({ file: file.path, span: address.span, node, quoted: address.path[0]?.quoted === true });
        for (const entry of node.body ?? []) {
          if (entry.type === 'item' && (node.kind === 'category' || node.kind === 'choices')) addLevel(declaration, file.path, entry);
          if (entry.type !== 'declaration' || entry.kind !== inside[node.kind]) continue;
          declare(entry, name);
          for (const member of entry.names) {
            const text = member.path.map((part) => part.text).join('.');
            if (!declaration.members.includes(text)) declaration.members.push(text);
          }
        }
      }
    };
    for (const node of file.parsed.file.declarations) declare(node, null);
  }
  return { named, scales, sources: files };
}

function addLevel(declaration: Declaration, file: string, node: ItemNode): void {
  const first = node.subject.address?.path[0];
  if (first === undefined || node.subject.address!.path.length > 1) return;
  const sites = declaration.levels.get(first.text) ?? [];
  sites.push({ file, span: first.span, node, quoted: first.quoted });
  declaration.levels.set(first.text, sites);
}

/** The label of a declaration: the last one stated along its chain. */
export function labelNode(declaration: Declaration): LabelNode | null {
  return declaration.sites.map((site) => site.node.label).findLast((label) => label !== null) ?? null;
}

/** Components of an index, those it has by `like` included. */
export function componentsOf(names: Names, index: string, seen: readonly string[] = []): string[] {
  const declaration = names.named.get(index);
  if (declaration === undefined || seen.includes(index)) return [];
  const like = likeOf(declaration);
  return [...new Set([...declaration.members, ...(like === null ? [] : componentsOf(names, like, [...seen, index]))])];
}

/** What a declaration is `like`. */
function likeOf(declaration: Declaration): string | null {
  for (const site of declaration.sites) {
    const clause = site.node.clauses.find((candidate) => candidate.word === 'like');
    const atom = clause?.shape === 'choices' ? clause.choices[0]?.atoms[0] : undefined;
    if (atom?.kind === 'address') return atom.path.map((part) => part.text).join('.');
  }
  return null;
}
