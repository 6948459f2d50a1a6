// What structure hands to the grammar: entries with their tokens sorted into parts, before any shape is checked.
import type { Reports } from './report.ts';
import type { Token } from './tokens.ts';
import type { ClauseEntry, ItemSort, KindEntry } from './vocabulary.ts';

export interface ClauseDraft {
  readonly type: 'clause';
  readonly entry: ClauseEntry;
  /** The clause's own words: first and last. */
  readonly first: Token;
  readonly last: Token;
  value: Token[];
  body: Draft[] | null;
  end: number;
  broken: boolean;
}

export interface DeclarationDraft {
  readonly type: 'declaration';
  readonly entry: KindEntry;
  readonly word: Token;
  /** Names, label, range, template, formula. */
  head: Token[];
  readonly clauses: ClauseDraft[];
  body: Draft[] | null;
  end: number;
  broken: boolean;
}

export interface ItemDraft {
  readonly type: 'item';
  readonly sort: ItemSort;
  readonly head: Token[];
  readonly clauses: ClauseDraft[];
  body: Draft[] | null;
  end: number;
  broken: boolean;
}

export type Draft = DeclarationDraft | ClauseDraft | ItemDraft;

/** The text under way. Passes may insert tokens, never remove what they have not reported. */
export interface Scan {
  readonly text: string;
  readonly tokens: Token[];
  readonly reports: Reports;
  /** The first token of what follows a part of a text that is read by itself: looked at, never read (reread.ts). */
  readonly stop?: Token;
}
