// How far a value reaches: where the list, phrase, condition, formula or codes that begin at a token end. On the way
// words get their roles (`then`, `is`, a language …). A word is a keyword only where what stands before it is complete.
import type { TokenType } from 'chevrotain';
import * as T from './tokens.ts';
import { endOf, isName, retype, virtualToken, type Token } from './tokens.ts';
import { insteadOf } from './beyond.ts';
import type { Scan } from './draft.ts';
import { pastAddress, pastLabel, pastNames, pastOwnList } from './reach.ts';
import { anyClauseAt, clauseAt, kindAt, looksLikeItem } from './starts.ts';
import { likeLevels, wantsName, type Block, type ClauseEntry, type ClauseWord } from './vocabulary.ts';

/** The blocks whose words end a value: its own (the clauses that may follow) and, on a head line, the one around it. */
export interface Around {
  readonly inner: Block;
  readonly outer: Block | null;
}

/** Whether the word at `at` begins something else, when what stands before it is complete. */
function ends(scan: Scan, at: number, around: Around): boolean {
  if (clauseAt(scan, at, around.inner) !== null || insteadOf(around.inner.name, scan.tokens[at]!.image) !== null) return true;
  const block = around.outer ?? around.inner;
  return (
    (around.outer !== null && clauseAt(scan, at, around.outer) !== null) ||
    kindAt(scan, at, block) !== null ||
    (block.items !== null && looksLikeItem(scan, at, block))
  );
}

/** Whether a line that a list seems to go on with begins an entry after all: a word with a value of its own behind it. */
function beginsEntry(scan: Scan, at: number, around: Around): boolean {
  const { tokens } = scan;
  const block = around.outer ?? around.inner;
  if (kindAt(scan, at, block) !== null) return true;
  if (block.items !== null && looksLikeItem(scan, at, block)) return true;
  const clause = clauseAt(scan, at, around.inner) ?? (around.outer === null ? null : clauseAt(scan, at, around.outer));
  if (clause === null) return false;
  const value = tokens[at + clause.parts.length];
  return value !== undefined && !value.first && startsValue(value) && value.image !== 'then' && value.image !== 'and';
}

/** A clause of another block, with its value behind it on the line: a list without its comma would not look so. */
function belongsElsewhere(scan: Scan, at: number): boolean {
  const clause = anyClauseAt(scan, at);
  const value = clause === null ? undefined : scan.tokens[at + clause.parts.length];
  return clause !== null && clause.shape !== 'flag' && value !== undefined && !value.first && startsValue(value);
}

function startsValue(token: Token): boolean {
  const type = token.tokenType;
  return type === T.Name || type === T.QuotedName || type === T.NumberToken || type === T.Text || type === T.Range;
}

/** Index after the value of a clause whose word(s) end before `from`. */
export function pastValue(scan: Scan, from: number, { word, shape }: Pick<ClauseEntry, 'word' | 'shape'>, around: Around): number {
  switch (shape) {
    case 'flag':
      return from;
    case 'terms':
      return pastTerms(scan, from, around);
    case 'choices':
      return word === 'encoding' ? pastEncoding(scan, from) : pastChoices(scan, from, around, word);
    case 'condition':
      return pastCondition(scan, from, around);
    case 'columns':
      return pastColumns(scan, from);
  }
}

const stops = (token: Token): boolean => token.tokenType === T.LBrace || token.tokenType === T.RBrace || token.tokenType === T.Semicolon;

function pastTerms(scan: Scan, from: number, around: Around): number {
  const { tokens } = scan;
  const word = tokens[from - 1];
  let complete = false;
  let at = from;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    const type = token.tokenType;
    if (stops(token)) break;
    if (token.first && at === from) {
      const listed = tokens[at + 1]?.tokenType === T.Comma;
      if (!isName(token) || (!listed && token.indent <= (word?.indent ?? 0)) || beginsEntry(scan, at, around)) break;
    } else if (token.first && complete) {
      if (type !== T.Comma && !(token.image === 'then' && isName(tokens[at + 1]))) break;
    } else if (token.first && beginsEntry(scan, at, around)) break;
    if (isName(token)) {
      if (!complete) {
        at = pastAddress(scan, at);
        if (around.inner.name === 'deprivation' && word?.image === 'of') at = pastOwnList(scan, at);
        complete = true;
        continue;
      }
      // `slopes income at mode` pairs them as a product does.
      if (type === T.Name && token.image === 'at' && word?.image === 'slopes' && isName(tokens[at + 1])) {
        retype(token, T.Times);
        complete = false;
        at += 1;
        continue;
      }
      if (type === T.Name && token.image === 'then') {
        retype(token, T.Then);
        complete = false;
        at += 1;
        continue;
      }
      if (ends(scan, at, around) || belongsElsewhere(scan, at)) break;
    } else if (type === T.Comma || type === T.Range) complete = false;
    else if (type === T.Stars) {
      if (token.image.length === 1) retype(token, T.Times);
      complete = false;
    } else if (type === T.Text) complete = true;
    else if (type === T.Plus || type === T.Ellipsis || type === T.Tilde) complete = false;
    at += 1;
  }
  return at;
}

/** `windows-1252`, `utf-16le`: the name of an encoding is one word, whatever it is made of. */
function pastEncoding(scan: Scan, from: number): number {
  const { tokens } = scan;
  const first = tokens[from];
  if (first === undefined || first.first || stops(first)) return from;
  let at = from + 1;
  if (first.tokenType === T.Text || first.tokenType === T.SingleText) return at;
  for (let next = tokens[at]; next !== undefined && next.touches && !next.first && !stops(next); next = tokens[at]) at += 1;
  if (at > from + 1) {
    const last = tokens[at - 1] as Token;
    const word = virtualToken(T.Name, scan.text.slice(first.startOffset, endOf(last)), first.startOffset, first);
    word.endOffset = endOf(last) - 1;
    word.touches = first.touches;
    tokens.splice(from, at - from, word);
  }
  return from + 1;
}

function pastChoices(scan: Scan, from: number, around: Around, word: ClauseWord): number {
  const { tokens } = scan;
  let open = true;
  let at = from;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    const type = token.tokenType;
    if (stops(token)) break;
    if (token.first && (at === from || !open || beginsEntry(scan, at, around) || !startsValue(token))) break;
    if (isName(token)) {
      if (!open && type === T.Name && !wantsName(word, token.image) && ends(scan, at, around)) break;
      at = pastAddress(scan, at);
      // `on missing`: whoever says `on` says by what.
      open = type === T.Name && wantsName(word, token.image) && tokens[at]?.first === false;
      continue;
    }
    if (type === T.Text) {
      if (!open && around.outer === null && around.inner.items !== null && looksLikeItem(scan, at, around.inner)) break;
      at = pastLabel(scan, at);
      open = false;
      continue;
    }
    if (type === T.Comma) {
      const next = tokens[at + 1];
      if (
        next === undefined ||
        stops(next) ||
        (isName(next) && beginsEntry(scan, at + 1, around)) ||
        (next.first && isName(next) && ends(scan, at + 1, around))
      )
        break;
      open = true;
    } else open = type === T.Bar || type === T.Equals;
    at += 1;
  }
  return at;
}

function pastColumns(scan: Scan, from: number): number {
  const { tokens } = scan;
  let at = from;
  while (at < tokens.length && tokens[at]?.first === false && !stops(tokens[at] as Token)) at += 1;
  return at;
}

const comparing = (token: Token): boolean =>
  token.tokenType === T.Compare || token.tokenType === T.Equals || token.tokenType === T.DoubleEquals || token.tokenType === T.NotEquals;

function pastCondition(scan: Scan, from: number, around: Around): number {
  const { tokens } = scan;
  const word = tokens[from - 1];
  let state: 'operand' | 'operator' | 'value' | 'done' = 'operand';
  let depth = 0;
  let at = from;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    const type = token.tokenType;
    if (stops(token)) break;
    const joins = type === T.Name && (token.image === 'and' || token.image === 'or');
    if (token.first) {
      if (at === from) {
        if (token.indent <= (word?.indent ?? 0) || beginsEntry(scan, at, around)) break;
      } else if (state === 'operand') {
        if (beginsEntry(scan, at, around)) break;
      } else if (!(state === 'done' && (joins || type === T.Bar || (type === T.RParen && depth > 0)))) break;
    }
    if (isName(token)) {
      if (state === 'operand') {
        at = pastAddress(scan, at);
        state = 'operator';
        continue;
      }
      if (state === 'value') {
        at = pastAddress(scan, at);
        state = 'done';
        continue;
      }
      if (state === 'operator' && token.image === 'is') {
        retype(token, T.Is);
        const not = tokens[at + 1];
        if (not !== undefined && not.tokenType === T.Name && not.image === 'not' && !not.first && negates(tokens, at + 1)) {
          retype(not, T.Not);
          at += 1;
        }
        state = 'value';
      } else if (state === 'done' && joins) {
        retype(token, token.image === 'and' ? T.And : T.Or);
        state = 'operand';
      } else if (state === 'done' && ends(scan, at, around)) break;
    } else if (type === T.LParen) {
      if (state === 'operand') depth += 1;
    } else if (type === T.RParen) depth -= 1;
    else if (type === T.Bar) state = 'value';
    else if (comparing(token)) state = 'value';
    else if (type === T.Comma) {
      if (isName(tokens[at + 1]) && beginsEntry(scan, at + 1, around)) break;
      state = 'operand';
    } else if (type === T.NumberToken || type === T.Text || type === T.Range) state = 'done';
    at += 1;
  }
  return at;
}

/** `is not b` negates; in `is not and b is …` the word `not` is a level's name. */
function negates(tokens: readonly Token[], at: number): boolean {
  const value = tokens[at + 1];
  if (value === undefined || value.first || !startsValue(value)) return false;
  if (value.tokenType !== T.Name || (value.image !== 'and' && value.image !== 'or')) return true;
  const operator = tokens[at + 3];
  return !(isName(tokens[at + 2]) && operator !== undefined && (operator.image === 'is' || operator.tokenType === T.Compare));
}

/** Past a formula that begins at `from`; a signed number after an operand is an operator and a number. */
export function pastFormula(scan: Scan, from: number, around: Around): number {
  const { tokens } = scan;
  let complete = false;
  let depth = 0;
  let at = from;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    let type = token.tokenType;
    if (stops(token)) break;
    if (type === T.Stars && token.image.length === 1) {
      retype(token, T.Times);
      type = T.Times;
    }
    const operator = type === T.Plus || type === T.Minus || type === T.Times || type === T.Slash;
    if (token.first && (complete ? !operator || tokens[at + 1]?.first !== false : at === from || beginsEntry(scan, at, around))) break;
    if (type === T.Comma && complete && depth <= 0) break;
    if (isName(token)) {
      if (complete && ends(scan, at, around)) break;
      at = pastNames(scan, at);
      complete = true;
      continue;
    }
    if (type === T.NumberToken) {
      if (complete && /^[-+−–－]/.test(token.image)) {
        splitSign(tokens, at);
        complete = false;
      } else complete = true;
    } else if (operator || type === T.Comma || type === T.Range) complete = false;
    else if (type === T.LParen) {
      depth += 1;
      complete = false;
    } else if (type === T.RParen) {
      depth -= 1;
      complete = true;
    }
    at += 1;
  }
  return at;
}

function splitSign(tokens: Token[], at: number): void {
  const token = tokens[at] as Token;
  const sign: Token = { ...token, image: token.image.charAt(0), endOffset: token.startOffset };
  retype(sign, token.image.startsWith('+') || token.image.startsWith('＋') ? T.Plus : T.Minus);
  const number = virtualToken(T.NumberToken, token.image.slice(1), token.startOffset + 1, token);
  number.endOffset = endOf(token) - 1;
  number.touches = true;
  tokens.splice(at, 1, sign, number);
}

/** Past the codes of a level or the figure of a claim, from its operator on. */
export function pastCodes(scan: Scan, from: number, block: Block): number {
  const { tokens } = scan;
  let complete = false;
  let at = from + 1;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    const type = token.tokenType;
    if (stops(token)) break;
    if (token.first && !(tokens[at - 1]?.tokenType === T.Bar && (type === T.NumberToken || type === T.Text))) break;
    const ns = complete ? notSignificantAt(tokens, at) : 0;
    if (ns > 0 && !token.touches && !followedByValue(tokens[at + ns])) {
      joinTokens(tokens, at, ns, T.NotSignificant);
      at += 1;
      continue;
    }
    if (isName(token)) {
      if (complete && !token.touches) break;
      at = pastAddress(scan, at);
      complete = true;
      continue;
    }
    if (type === T.Text && complete && likeLevels(block.items)) break;
    if (type === T.Comma) {
      const next = tokens[at + 1];
      if (
        next === undefined ||
        next.first ||
        isName(next) ||
        stops(next) ||
        (next.tokenType === T.Text && likeLevels(block.items) && looksLikeItem(scan, at + 1, block))
      )
        break;
    }
    complete = type === T.NumberToken || type === T.Text || type === T.Range || type === T.Percent || type === T.Stars;
    at += 1;
  }
  return at;
}

function followedByValue(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    !token.first &&
    (comparing(token) || token.tokenType === T.Colon || token.tokenType === T.Text || (token.tokenType === T.Dot && token.touches))
  );
}

/** Past the cells of a table row: to the end of its line. Words and signs get their roles: blanks, `ns`, the `p` of `p < .001`. */
export function pastCells(scan: Scan, from: number): number {
  const { tokens } = scan;
  let at = from;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.first || stops(token)) break;
    if (token.tokenType === T.Name) readWord(tokens, at);
    else if (!token.touches && isBlank(tokens, at)) retype(tokens[at] as Token, T.Blank);
  }
  return at;
}

/** `ns` and `n.s.`, `NA`, and the `p` before a sign. */
function readWord(tokens: Token[], at: number): void {
  const token = tokens[at] as Token;
  const word = token.image.toLowerCase();
  const next = tokens[at + 1];
  const length = notSignificantAt(tokens, at);
  if (length > 0) joinTokens(tokens, at, length, T.NotSignificant);
  else if (token.image === 'NA') retype(token, T.Blank);
  else if (word === 'p' && next !== undefined && !next.first && (next.tokenType === T.Compare || next.tokenType === T.Equals))
    retype(token, T.PValue);
}

/** How many tokens spell `ns` or `n.s.` from here; 0 when none does. */
export function notSignificantAt(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token?.tokenType === T.NotSignificant) return 1;
  if (token?.tokenType !== T.Name) return 0;
  if (/^ns$/iu.test(token.image)) return 1;
  const [dot, letter, last] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (
    !/^n$/iu.test(token.image) ||
    dot?.tokenType !== T.Dot ||
    !dot.touches ||
    letter?.tokenType !== T.Name ||
    !letter.touches ||
    !/^s$/iu.test(letter.image)
  )
    return 0;
  return last?.tokenType === T.Dot && last.touches ? 4 : 3;
}

/** Makes one token of several. */
function joinTokens(tokens: Token[], at: number, length: number, type: TokenType): void {
  const parts = tokens.slice(at, at + length);
  const joined: Token = { ...parts[0]!, image: parts.map((part) => part.image).join(''), endOffset: endOf(parts.at(-1)!) - 1 };
  retype(joined, type);
  tokens.splice(at, length, joined);
}

/** `.`, `—`, `–`, `-`, `--`, `…`, `/` with nothing at either side. */
function isBlank(tokens: Token[], at: number): boolean {
  const type = tokens[at]!.tokenType;
  if (type === T.Dot || type === T.Dash) return true;
  let last = at;
  if (type === T.Minus) while (tokens[last + 1]?.tokenType === T.Minus && tokens[last + 1]!.touches) last += 1;
  else if (type !== T.Ellipsis && type !== T.Slash) return false;
  const after = tokens[last + 1];
  if (after !== undefined && after.touches && !after.first && after.tokenType !== T.Comma && after.tokenType !== T.Semicolon) return false;
  if (last > at) joinTokens(tokens, at, last - at + 1, T.Minus);
  return true;
}
