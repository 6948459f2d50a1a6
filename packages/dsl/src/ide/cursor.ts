// Where the caret stands, in texts that are not finished: a word of its own is put there, the text is cut into entries, and what
// holds the word says what is wanted. What may stand there is completion's.
import type { Span } from '@studyspec/core';
import type { ClauseDraft, DeclarationDraft, Draft, ItemDraft } from '../syntax/draft.ts';
import { draftsOf } from '../syntax/parse.ts';
import * as T from '../syntax/tokens.ts';
import { endOf, isName, type Token } from '../syntax/tokens.ts';
import { nameText } from '../syntax/values.ts';
import { blockNamed, isFurtherFile, type Block, type ClauseWord } from '../syntax/vocabulary.ts';
import { wordAt } from './outline.ts';

/** No word of the language, and none that looks like one. */
const HERE = 'ʜᴇʀᴇ';

export type Spot =
  /** Where an entry of the block may begin. `after`: the tokens of its line before the caret, when it does not begin the line. */
  | { readonly kind: 'entry'; readonly after: readonly Token[] }
  | { readonly kind: 'head'; readonly declaration: DeclarationDraft; readonly before: readonly Token[] }
  | { readonly kind: 'clause'; readonly clause: ClauseDraft; readonly before: readonly Token[] }
  | { readonly kind: 'item'; readonly item: ItemDraft; readonly before: readonly Token[] }
  /** Inside quotation marks; `before` as far as the text's own entry goes. */
  | { readonly kind: 'text'; readonly before: readonly Token[] };

export interface Cursor {
  /** What a completion replaces. */
  readonly replace: Span;
  /** As far as it is typed. */
  readonly prefix: string;
  readonly spot: Spot;
  /** The braces around the caret. */
  readonly block: Block;
  readonly owner: Draft | null;
  /** Declarations around the caret, outermost first; on a head line the declaration itself is the last. */
  readonly declarations: readonly DeclarationDraft[];
  readonly drafts: readonly Draft[];
  /** All tokens, and where the caret's is. */
  readonly tokens: readonly Token[];
  readonly at: number;
}

/** Null in comments and where nothing can be said. */
export function cursorAt(text: string, offset: number, inComment: boolean): Cursor | null {
  if (inComment) return null;
  const replace = typedAt(text, offset);
  const read = draftsOf(`${text.slice(0, replace.start)}${HERE}${text.slice(replace.end)}`);
  if (read === null) return null;
  const { tokens, drafts } = read;
  const at = tokens.findIndex((token) => token.image === HERE && token.startOffset === replace.start);
  const prefix = text.slice(replace.start, offset);
  if (at < 0) return inText(text, offset, tokens, drafts, replace.start);
  const token = tokens[at]!;
  const around = ownersOf(tokens, at, drafts);
  const owner = around.at(-1) ?? null;
  const block = owner === null ? blockNamed('file') : blockOf(owner);
  const declarations = around.filter((draft): draft is DeclarationDraft => draft.type === 'declaration');
  const holder = holderOf(owner === null ? drafts : bodyOf(owner), token);
  const base = { replace, prefix, block, owner, drafts, tokens, at };
  if (holder === null) return { ...base, declarations, spot: { kind: 'entry', after: lineBefore(tokens, at) } };
  const { draft, outer } = holder;
  const inner = outer === null ? declarations : [...declarations, outer];
  if (draft.type === 'declaration') {
    if (draft.word === token) return { ...base, declarations, spot: { kind: 'entry', after: lineBefore(tokens, at) } };
    return {
      ...base,
      declarations: [...declarations, draft],
      spot: { kind: 'head', declaration: draft, before: draft.head.slice(0, draft.head.indexOf(token)) },
    };
  }
  if (draft.type === 'clause') {
    const position = draft.value.indexOf(token);
    if (position < 0)
      return {
        ...base,
        declarations: inner,
        spot: outer === null ? { kind: 'entry', after: lineBefore(tokens, at) } : { kind: 'head', declaration: outer, before: outer.head },
      };
    return { ...base, declarations: inner, spot: { kind: 'clause', clause: draft, before: draft.value.slice(0, position) } };
  }
  return { ...base, declarations, spot: { kind: 'item', item: draft, before: draft.head.slice(0, draft.head.indexOf(token)) } };
}

/** The half-typed word, backquotes included. */
function typedAt(text: string, offset: number): Span {
  const from = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const quotes = [...text.slice(from, offset)].filter((sign) => sign === '`').length;
  if (quotes % 2 === 1) {
    const start = text.lastIndexOf('`', offset - 1);
    const rest = /^[^`\r\n\u2028\u2029]*`/u.exec(text.slice(offset));
    return { start, end: offset + (rest?.[0].length ?? 0) };
  }
  return wordAt(text, offset) ?? { start: offset, end: offset };
}

function inText(text: string, offset: number, tokens: readonly Token[], drafts: readonly Draft[], start: number): Cursor | null {
  const at = tokens.findIndex(
    (token) => token.tokenType === T.Text && token.startOffset < start && start < endOf(token) && token.image.includes(HERE),
  );
  const token = tokens[at];
  if (token === undefined) return null;
  const around = ownersOf(tokens, at, drafts);
  const owner = around.at(-1) ?? null;
  const closed = token.payload !== 'unclosed';
  const end = closed ? endOf(token) - HERE.length + (offset - start) + wordRest(text, offset) : offset;
  const holder = holderOf(owner === null ? drafts : bodyOf(owner), token);
  const before =
    holder?.draft.type === 'clause'
      ? [holder.draft.last, ...holder.draft.value.slice(0, holder.draft.value.indexOf(token))]
      : lineBefore(tokens, at);
  const declarations = around.filter((draft): draft is DeclarationDraft => draft.type === 'declaration');
  return {
    replace: { start: token.startOffset, end },
    prefix: text.slice(token.startOffset, offset),
    spot: { kind: 'text', before },
    block: owner === null ? blockNamed('file') : blockOf(owner),
    owner,
    declarations: holder?.outer == null ? declarations : [...declarations, holder.outer],
    drafts,
    tokens,
    at,
  };
}

function wordRest(text: string, offset: number): number {
  const word = wordAt(text, offset);
  return word === null ? 0 : word.end - offset;
}

/** Drafts whose braces hold the token, outermost first. */
function ownersOf(tokens: readonly Token[], at: number, drafts: readonly Draft[]): Draft[] {
  let depth = 0;
  const opens: Token[] = [];
  for (let index = at - 1; index >= 0; index -= 1) {
    const type = tokens[index]!.tokenType;
    if (type === T.RBrace) depth += 1;
    else if (type === T.LBrace) {
      if (depth === 0) opens.unshift(tokens[index]!);
      else depth -= 1;
    }
  }
  const owners: Draft[] = [];
  let level = drafts;
  for (const open of opens) {
    const owner = ownerOf(level, open);
    if (owner === null) break;
    owners.push(...owner);
    level = bodyOf(owner.at(-1)!);
  }
  return owners;
}

/** The draft whose brace opens at a token; a clause on a head line brings its declaration along. */
function ownerOf(level: readonly Draft[], open: Token): Draft[] | null {
  for (const draft of level) {
    if (startOf(draft) > open.startOffset || open.startOffset > draft.end) continue;
    const clauses: readonly Draft[] = draft.type === 'clause' ? [] : draft.clauses;
    const onHead = clauses.find((clause) => clause.body !== null && startOf(clause) <= open.startOffset && open.startOffset < clause.end);
    if (onHead !== undefined) return [draft, onHead];
    if (draft.body !== null && open.startOffset < draft.end) return [draft];
  }
  return null;
}

export function startOf(draft: Draft): number {
  return draft.type === 'declaration'
    ? draft.word.startOffset
    : draft.type === 'clause'
      ? draft.first.startOffset
      : (draft.head[0]?.startOffset ?? 0);
}

export function bodyOf(draft: Draft): readonly Draft[] {
  return draft.body ?? [];
}

function blockOf(owner: Draft): Block {
  if (owner.type === 'declaration') return blockNamed(owner.entry.kind);
  return blockNamed(owner.type !== 'clause' ? 'levels' : isFurtherFile(owner.entry.word) ? owner.entry.word : 'weights');
}

/** The draft that has the token among its own words. */
function holderOf(drafts: readonly Draft[], token: Token): { readonly draft: Draft; readonly outer: DeclarationDraft | null } | null {
  for (const draft of drafts) {
    if (startOf(draft) > token.startOffset || token.startOffset > draft.end) continue;
    if (draft.type === 'clause' ? draft.value.includes(token) || draft.first === token || draft.last === token : draft.head.includes(token))
      return { draft, outer: null };
    if (draft.type === 'declaration' && draft.word === token) return { draft, outer: null };
    const clause =
      draft.type === 'clause'
        ? undefined
        : draft.clauses.find((one) => one.value.includes(token) || one.first === token || one.last === token);
    if (clause !== undefined) return { draft: clause, outer: draft.type === 'declaration' ? draft : null };
  }
  return null;
}

function lineBefore(tokens: readonly Token[], at: number): Token[] {
  const before: Token[] = [];
  for (let index = at; index > 0 && !tokens[index]!.first; index -= 1) {
    const token = tokens[index - 1]!;
    if (token.tokenType === T.LBrace || token.tokenType === T.RBrace || token.tokenType === T.Semicolon) break;
    before.unshift(token);
  }
  return before;
}

/** The names of an address that ends right before a token: `full.integration.` before the caret gives both. */
export function pathBefore(tokens: readonly Token[], at: number): { readonly path: readonly string[]; readonly from: number } {
  const path: string[] = [];
  let from = at;
  while (
    tokens[from - 1]?.tokenType === T.Dot &&
    tokens[from]?.touches === true &&
    isName(tokens[from - 2]) &&
    tokens[from - 1]?.touches === true
  ) {
    path.unshift(nameText(tokens[from - 2]!.image));
    from -= 2;
  }
  return { path, from };
}

/** Behind the dot of an address, or between its brackets: something must follow. */
export function inAddress(cursor: Cursor): boolean {
  return callAround(cursor.tokens, cursor.at) !== null || pathBefore(cursor.tokens, cursor.at).path.length > 0;
}

export interface Call {
  readonly path: readonly string[];
  readonly argument: number /** Index of the callee's first token. */;
  readonly from: number;
}

/** The address whose brackets hold the caret. */
export function callAround(tokens: readonly Token[], at: number): Call | null {
  let depth = 0;
  let argument = 0;
  for (let index = at - 1; index >= 0; index -= 1) {
    const token = tokens[index]!;
    if (token.tokenType === T.RParen) depth += 1;
    else if (token.tokenType === T.Comma && depth === 0) argument += 1;
    else if (token.tokenType === T.LBrace || token.tokenType === T.RBrace) return null;
    else if (token.tokenType === T.LParen && (depth -= 1) < 0) {
      if (!isName(tokens[index - 1])) return null;
      const last = tokens[index - 1]!;
      const { path, from } = pathBefore(tokens, index - 1);
      return { path: [...path, nameText(last.image)], argument, from };
    }
    if (token.first) return null;
  }
  return null;
}

/** Names that a draft declares. */
export function namesOfDraft(draft: DeclarationDraft): string[] {
  const at = draft.head.findIndex(isName);
  return at === 0 ? [nameText(draft.head[0]!.image)] : [];
}

/** Clauses of a declaration that are there already. */
export function usedClauses(declaration: DeclarationDraft, caret: Token | undefined): ReadonlySet<ClauseWord> {
  const all = [...declaration.clauses, ...bodyOf(declaration).filter((draft): draft is ClauseDraft => draft.type === 'clause')];
  return new Set(all.filter((clause) => clause.first !== caret && clause.last !== caret).map((clause) => clause.entry.word));
}

/** What the entries around the caret are about: heads of rows, names with a weight, mapped names. The caret's own is not one. */
export function headsOf(cursor: Cursor): ReadonlySet<string> {
  const caret = cursor.tokens[cursor.at];
  const heads = new Set<string>();
  for (const draft of cursor.owner === null ? [] : bodyOf(cursor.owner)) {
    if (draft.type !== 'item') continue;
    const end = draft.head.findIndex((token) => !isName(token) && token.tokenType !== T.Dot);
    const head = draft.head.slice(0, end < 0 ? undefined : end).filter(isName);
    if (head.length > 0 && !head.includes(caret!)) heads.add(head.map((token) => nameText(token.image)).join('.'));
  }
  return heads;
}
