// What may be written at the caret. Nothing is offered that would be an error there; what is offered says what it is, with its numbers.
import { completeAddress, completeHeads, templateOf } from './complete-address.ts';
import { beginningsOf } from './begin.ts';
import { completeClause, completeCodes } from './complete-clause.ts';
import { completeEntry, completeHead } from './complete-entry.ts';
import { completeColumns, isColumnValue } from './complete-names.ts';
import { callAround, cursorAt, headsOf, inAddress, type Cursor } from './cursor.ts';
import * as T from '../syntax/tokens.ts';
import { isName } from '../syntax/tokens.ts';
import { standardFrameworks } from '../stdlib/frameworks.ts';
import { relativePath } from '../semantics/paths.ts';
import type { Snapshot } from './snapshot.ts';
import type { Completion, CompletionKind } from './types.ts';
import { wordsOf } from './words.ts';

export interface Offered {
  readonly kind: CompletionKind;
  readonly label: string;
  readonly insert?: string;
  readonly snippet?: boolean;
  readonly detail?: string;
  readonly documentation?: string;
  /** Groups, the likeliest first; within a group in the order in which they come. */
  readonly rank: number;
}
export type Offer = (one: Offered) => void;

/** Everything that may stand at the caret: for a list that was asked for. What is shown unasked is suggestions.ts'. */
export function completionsAt(s: Snapshot, offset: number): Completion[] {
  const cursor = caretAt(s, offset);
  return cursor === null ? [] : completionsOf(s, cursor).items;
}

export function caretAt(s: Snapshot, offset: number): Cursor | null {
  const inComment = s.file.parsed.comments.some(({ span }) => span.start < offset && offset <= span.end);
  return cursorAt(s.file.text, offset, inComment);
}

/** `whole`: what stands before the caret may be left as it is; if not, something must follow. */
export function completionsOf(s: Snapshot, cursor: Cursor): { readonly items: Completion[]; readonly whole: boolean } {
  const found = new Map<string, Completion>();
  const digits = /^[\d０-９]/u.test(cursor.prefix);
  const offer: Offer = ({ kind, label, insert = label, snippet = false, detail, documentation, rank }) => {
    if (found.has(label) || (digits && !insert.startsWith(cursor.prefix))) return;
    found.set(label, {
      kind,
      label,
      insert,
      snippet,
      replace: cursor.replace,
      sort: `${rank}${String(found.size).padStart(4, '0')}`,
      ...(detail === undefined || detail === '' ? {} : { detail }),
      ...(documentation === undefined || documentation === '' ? {} : { documentation }),
    });
  };
  const whole = complete(s, cursor, offer);
  return { items: [...found.values()], whole };
}

/** Offers what may follow, and says whether nothing need to. */
function complete(s: Snapshot, cursor: Cursor, offer: Offer): boolean {
  const { spot } = cursor;
  switch (spot.kind) {
    case 'text':
      if (isColumnValue(cursor, spot.before)) completeColumns(s, offer, true);
      else if (spot.before.at(-1)?.image === 'replicates')
        for (const name of standardFrameworks.keys())
          offer({ kind: 'argument', label: name, insert: `"${name}"`, detail: wordsOf(s).completion.framework, rank: 1 });
      else if (cursor.block.items === 'study') completeStudies(s, offer);
      return false;
    case 'head':
      return completeHead(s, cursor, offer, spot.declaration, spot.before);
    case 'clause':
      return completeClause(s, cursor, offer, spot.clause, spot.before);
    case 'item':
      return completeItem(s, cursor, offer);
    case 'entry':
      if (cursor.block.name === 'file')
        for (const { title, detail, snippet } of beginningsOf(s))
          offer({ kind: 'kind', label: title, insert: snippet, snippet: true, detail, rank: 0 });
      completeEntry(s, cursor, offer, spot.after);
      return true;
  }
}

/** Files that a line of a comparison may name: every study known of that it does not name yet. */
function completeStudies(s: Snapshot, offer: Offer): void {
  const named = new Set(s.study.compiled.context?.comparison?.members.map((one) => one.path));
  for (const { entry, compiled } of s.studies) {
    if (entry === s.file.path || named.has(entry) || compiled.plan?.data == null) continue;
    const written = relativePath(s.file.path, entry);
    offer({
      kind: 'argument',
      label: written,
      insert: `"${written}"`,
      detail: compiled.plan.title[0]?.text ?? '',
      rank: 1,
    });
  }
}

function completeItem(s: Snapshot, cursor: Cursor, offer: Offer): boolean {
  const { spot, block } = cursor;
  if (spot.kind !== 'item') return true;
  // A word alone: it may become a level, a clause, a row.
  if (spot.item.head.length === 1) {
    completeEntry(s, cursor, offer, []);
    return true;
  }
  // What follows a comma is another entry, unless the comma stands in brackets.
  const before =
    callAround(cursor.tokens, cursor.at) === null
      ? spot.before.slice(spot.before.findLastIndex((token) => token.tokenType === T.Comma) + 1)
      : spot.before;
  const operator = before.some(
    (token) => token.tokenType === T.Equals || token.tokenType === T.DoubleEquals || token.tokenType === T.Compare,
  );
  const last = before.at(-1)?.tokenType;
  const open = last === T.Equals || last === T.DoubleEquals || last === T.Compare || last === T.Bar;
  switch (block.items) {
    case 'claim':
      if (last === T.NumberToken) return true;
      if (operator && block.name === 'published' && cursor.tokens[cursor.at - 1]?.tokenType === T.Equals) return false;
      completeAddress(s, cursor, offer, false);
      return !open && !inAddress(cursor);
    case 'row':
      if (before.every((token) => isName(token) || token.tokenType === T.Dot))
        completeHeads(s, cursor, offer, 'row', templateOf(cursor), headsOf(cursor));
      return !inAddress(cursor);
    case 'study':
      if (operator) completeStudies(s, offer);
      return !open;
    case 'level':
    case 'option':
    case 'map':
    case 'weight':
      if (operator && (block.items === 'level' || block.items === 'option')) completeCodes(s, cursor, offer);
      else if (!operator && before.length === 0) completeEntry(s, cursor, offer, []);
      return !open;
    case null:
      return true;
  }
}
