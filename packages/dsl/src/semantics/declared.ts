// A declaration as semantics sees it: one name with its clauses, wherever in a chain of replications and `like`s
// they were stated. No meaning yet; that is resolve.ts and lower/*.
import { formatName, type Place, type Span, type Where } from '@studyspec/core';
import type { AddressNode, ClauseNode, DeclarationNode, FormulaNode, ItemNode, LabelNode } from '../syntax/ast.ts';
import type { Asking } from './map.ts';

/** A node with the file it stands in: spans are offsets into that file. */
export interface Located<T> {
  readonly node: T;
  readonly file: string;
}

export interface Declared {
  readonly kind: string;
  readonly name: string;
  readonly place: Place;
  readonly label: Located<LabelNode> | null;
  /** By canonical word. A clause stated again in a refinement replaces the one before. */
  readonly clauses: ReadonlyMap<string, Located<ClauseNode>>;
  /** Levels of a category, scale points, claims: by the text of their subject, in order. */
  readonly items: ReadonlyMap<string, Located<ItemNode>>;
  /** Items without a usable subject (kept in order; claims have no unique subject). */
  readonly claims: readonly Located<ItemNode>[];
  /** Indicators of a dimension, components of an index: names, in order. */
  readonly members: readonly string[];
  readonly range: Located<NonNullable<DeclarationNode['range']>> | null;
  readonly formula: Located<FormulaNode> | null;
  /** Dimension of an indicator, index of a component. */
  readonly parent: string | null;
  /** Copied by `like`, not written: its own name has no place. */
  readonly copied: boolean;
  /** How this survey asked it, when a map says so: in place of the declaration's own columns, codes and directions. */
  readonly asking: Asking | null;
  /** A part could not be read and was reported: what seems missing may be in it. */
  readonly broken: boolean;
}

export function placeOf(file: string, span: Span): Place {
  return { file, span };
}

/**
 * The place of a wrong word, with the mend that writes the near one. The span is the word's alone; `written` is the mend as it stands in a
 * spec.
 */
export function mended(place: Place, meant: string | null, written: string | null = meant === null ? null : dotted(meant)): Where {
  return meant === null || written === null
    ? { place }
    : { place, fixes: [{ act: { do: 'write word', text: meant }, edits: [{ ...place, text: written }] }] };
}

function dotted(name: string): string {
  return name.split('.').map(formatName).join('.');
}

/** What stands behind a clause's word; the whole clause when nothing does. */
export function valueSpan(clause: ClauseNode): Span {
  const spans =
    clause.shape === 'choices'
      ? clause.choices.map((choice) => choice.span)
      : clause.shape === 'terms'
        ? clause.terms.map((term) => term.span)
        : [];
  return spans.length === 0 ? clause.span : { start: spans[0]!.start, end: spans.at(-1)!.end };
}

/** Text of a name path, `a.b`. */
export function pathText(address: AddressNode): string {
  return address.path.map((name) => name.text).join('.');
}

/** The single plain name an address is, or null. */
export function plainName(address: AddressNode): string | null {
  return address.path.length === 1 && address.args === null ? address.path[0]!.text : null;
}
