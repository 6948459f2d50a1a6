// What the editor features answer with: plain values on UTF-16 offsets. How each is found out is in the file of its feature.
import type { Edit, Place, Problem, Span } from '@studyspec/core';
import type { Kind } from '../syntax/vocabulary.ts';

export type { Edit, Place, Problem, Span };

/** What a completion stands for; an editor chooses the icon by it. */
export type CompletionKind =
  | 'kind'
  | 'clause'
  | 'option'
  | 'declaration'
  | 'level'
  | 'component'
  | 'quantity'
  | 'column'
  | 'code'
  | 'argument'
  | 'language';

export interface Completion {
  readonly kind: CompletionKind;
  readonly label: string;
  /** In one short phrase, beside the label: `1..5, 323 answers`. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What is written; with `snippet`, in the common snippet form (`${1:name}`, `$0`; `$`, `}` and `\` escaped). */
  readonly insert: string;
  readonly snippet: boolean;
  /** The half-typed word that it replaces; empty at the offset when there is none. */
  readonly replace: Span;
  /** Sorts as text. */
  readonly sort: string;
}

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

export interface Hint {
  readonly offset: number;
  /** Stands before the word at the offset; otherwise behind the one that ends there. */
  readonly before: boolean;
  /** Short; the tooltip has the long form. */
  readonly text: string;
  /** Markdown. */
  readonly tooltip: string;
  /** Of an earlier text: shown paler. */
  readonly stale: boolean;
  readonly tone: 'plain' | 'good' | 'bad';
}

/** `begin`: above an empty file, what it can become. */
export type LensCommand = 'preview' | 'run' | 'report' | 'begin';

/** An editor words the title (and translates it) by its command: Preview, Run, Open report. */
export interface Lens {
  readonly span: Span;
  readonly command: LensCommand /** Declaration; null for the study. */;
  readonly name: string | null;
}

export interface SymbolNode {
  readonly name: string;
  /** The label in the language first stated. */
  readonly detail: string;
  readonly kind: Kind | 'level' | 'row' | 'claim';
  readonly span: Span;
  /** Of the name alone; within `span`. */
  readonly nameSpan: Span;
  readonly children: readonly SymbolNode[];
}

export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: Kind | 'level';
  readonly detail: string /** Dimension, index or category it stands in. */;
  readonly container: string | null;
  readonly place: Place;
}

export interface Fold {
  readonly span: Span;
  readonly kind: 'block' | 'comment';
}

export interface SemanticToken {
  readonly span: Span;
  readonly type: number /** Bits, by position in `semanticModifiers`. */;
  readonly modifiers: number;
}

/** Kinds of word, in the names that editors' themes know. */
export const semanticTypes = [
  'keyword',
  'class',
  'property',
  'enum',
  'enumMember',
  'variable',
  'namespace',
  'function',
  'parameter',
  'type',
  'number',
  'string',
  'operator',
  'comment',
] as const;
export const semanticModifiers = ['declaration', 'readonly', 'deprecated'] as const;

export type Rename = readonly Edit[] | { readonly refused: string };

export interface SignatureHelp {
  readonly signatures: readonly {
    readonly label: string;
    readonly documentation: string /** Places of the parameters in `label`. */;
    readonly parameters: readonly { readonly span: Span; readonly documentation: string }[];
  }[];
  readonly activeSignature: number;
  readonly activeParameter: number;
}

export interface CodeFix {
  readonly title: string;
  readonly edits: readonly Edit[] /** What it mends. */;
  readonly problem?: Problem;
  readonly preferred: boolean;
  readonly kind: 'quickfix' | 'refactor';
}

/** `target` is a path as specs join them (relative to the same root as the file's own). */
export interface Link {
  readonly span: Span;
  readonly target: string;
  readonly role: 'data' | 'table' | 'study';
}

/** A file or a folder that gets another path; both as specs join them. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** A study in the call hierarchy of `replicates`; `places` are the `replicates` clauses that make the connection. */
export interface StudyCall {
  readonly path: string;
  readonly title: string /** The header's title. */;
  readonly place: Place;
  readonly places: readonly Place[];
}

/** A minimal edit in the snapshot's file. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}
