// What may be written at the caret. Nothing is offered that would be an error there; what is offered says what it is, with its numbers.
import { completeAddress, completeHeads, templateOf } from './complete-address.ts';
import { completeClause, completeCodes } from './complete-clause.ts';
import { completeEntry, completeHead } from './complete-entry.ts';
import { completeColumns, isColumnValue } from './complete-names.ts';
import { callAround, cursorAt, headsOf, type Cursor } from './cursor.ts';
import * as T from '../syntax/tokens.ts';
import { isName } from '../syntax/tokens.ts';
import { standardFrameworks } from '../stdlib/frameworks.ts';
import type { Snapshot } from './snapshot.ts';
import type { Completion, CompletionKind } from './types.ts';

export interface Offered {
  readonly kind: CompletionKind;
  readonly label: string;
  readonly insert?: string;
  readonly snippet?: boolean;
  readonly detail?: string;
  readonly documentation?: string;
  readonly commit?: readonly string[];
  /** Groups, the likeliest first; within a group in the order in which they come. */
  readonly rank: number;
}
export type Offer = (one: Offered) => void;

export function completionsAt(s: Snapshot, offset: number): Completion[] {
  const inComment = s.file.parsed.comments.some(({ span }) => span.start < offset && offset <= span.end);
  const cursor = cursorAt(s.file.text, offset, inComment);
  if (cursor === null) return [];
  const found = new Map<string, Completion>();
  const digits = /^[\d０-９]/u.test(cursor.prefix);
  const offer: Offer = ({ kind, label, insert = label, snippet = false, detail, documentation, commit, rank }) => {
    if (found.has(label) || (digits && !insert.startsWith(cursor.prefix))) return;
    found.set(label, {
      kind, label, insert, snippet, replace: cursor.replace, sort: `${rank}${String(found.size).padStart(4, '0')}`,
      ...(detail === undefined || detail === '' ? {} : { detail }), ...(documentation === undefined || documentation === '' ? {} : { documentation }), ...(commit === undefined ? {} : { commit }),
    });
  };
  complete(s, cursor, offer);
  return [...found.values()];
}

function complete(s: Snapshot, cursor: Cursor, offer: Offer): void {
  const { spot } = cursor;
  switch (spot.kind) {
    case 'text':
      if (isColumnValue(cursor, spot.before)) completeColumns(s, offer, true);
      else if (spot.before.at(-1)?.image === 'replicates') for (const name of standardFrameworks.keys()) offer({ kind: 'argument', label: name, insert: `"${name}"`, detail: 'a framework of the language', rank: 1 });
      return;
    case 'head': completeHead(s, cursor, offer, spot.declaration, spot.before); return;
    case 'clause': completeClause(s, cursor, offer, spot.clause, spot.before); return;
    case 'item': completeItem(s, cursor, offer); return;
    case 'entry': completeEntry(s, cursor, offer, spot.after);
  }
}

function completeItem(s: Snapshot, cursor: Cursor, offer: Offer): void {
  const { spot, block } = cursor;
  if (spot.kind !== 'item') return;
  // A word alone: it may become a level, a clause, a row.
  if (spot.item.head.length === 1) { completeEntry(s, cursor, offer, []); return; }
  // What follows a comma is another entry, unless the comma stands in brackets.
  const before = callAround(cursor.tokens, cursor.at) === null ? spot.before.slice(spot.before.findLastIndex((token) => token.tokenType === T.Comma) + 1) : spot.before;
  const operator = before.some((token) => token.tokenType === T.Equals || token.tokenType === T.DoubleEquals || token.tokenType === T.Compare);
  switch (block.items) {
    case 'claim':
      if (before.at(-1)?.tokenType === T.NumberToken) return;
      if (operator && block.name === 'published' && cursor.tokens[cursor.at - 1]?.tokenType === T.Equals) return;
      completeAddress(s, cursor, offer, false);
      return;
    case 'row': if (before.every((token) => isName(token) || token.tokenType === T.Dot)) completeHeads(s, cursor, offer, 'row', templateOf(cursor), headsOf(cursor)); return;
    case 'level': case 'map': case 'weight':
      if (operator && block.items === 'level') completeCodes(s, cursor, offer);
      else if (!operator && before.length === 0) completeEntry(s, cursor, offer, []);
      return;
    case null: return;
  }
}
