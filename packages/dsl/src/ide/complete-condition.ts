// Completion inside conditions and formulas.
import { formatName, formatQuantity, formulaFunctions } from '@studyspec/core';
import * as T from '../syntax/tokens.ts';
import { isName, type Token } from '../syntax/tokens.ts';
import { nameText } from '../syntax/values.ts';
import type { Offer } from './completion.ts';
import { completeAddress } from './complete-address.ts';
import { callAround, type Cursor } from './cursor.ts';
import { levelDetail, usableNames } from './entities.ts';
import { columnDetail } from './hover.ts';
import { namesOfSnapshot } from './names.ts';
import type { Snapshot } from './snapshot.ts';
import { inSnippet } from './snippets.ts';
import { told, wordsOf } from './words.ts';

const tested = new Set(['category', 'choices', 'indicator', 'number', 'index', 'component', 'dimension']);
const computable = new Set(['number', 'indicator', 'index', 'component', 'dimension']);
const plainName = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;

/** Whether what stands before the caret is a whole condition. */
export function completeCondition(s: Snapshot, offer: Offer, before: readonly Token[], next: Token | undefined): boolean {
  const words = wordsOf(s).completion;
  const last = before.at(-1);
  const type = last?.tokenType;
  if (last === undefined || type === T.And || type === T.Or || type === T.LParen) {
    offerVariables(s, offer, next?.tokenType === T.Compare);
    return false;
  }
  if (type === T.Is || type === T.Not || type === T.Bar) {
    offerValues(s, offer, before);
    return false;
  }
  if (type === T.Compare || type === T.Equals || type === T.Dot) return false;
  if (isName(last) && !isValue(before)) {
    offer({ kind: 'option', label: 'is', insert: 'is ', documentation: words.is, rank: 0 });
    offer({ kind: 'option', label: 'is not', insert: 'is not ', documentation: words.isNot, rank: 0 });
    return false;
  }
  if (!before.some((token) => token.tokenType === T.Or))
    offer({ kind: 'option', label: 'and', insert: 'and ', documentation: words.and, rank: 0 });
  if (!before.some((token) => token.tokenType === T.And))
    offer({ kind: 'option', label: 'or', insert: 'or ', documentation: words.or, rank: 0 });
  return true;
}

/** The last name is what a test compares with, not what it tests. */
function isValue(before: readonly Token[]): boolean {
  const test = before.slice(
    before.findLastIndex((token) => token.tokenType === T.And || token.tokenType === T.Or || token.tokenType === T.LParen) + 1,
  );
  return test.some((token) => token.tokenType === T.Is || token.tokenType === T.Compare || token.tokenType === T.Equals);
}

/** What is compared with a number has no levels. */
function offerVariables(s: Snapshot, offer: Offer, compared: boolean): void {
  const names = usableNames(s);
  for (const one of names)
    if (tested.has(one.kind) && !(compared && one.kind === 'category'))
      offer({
        kind: 'declaration',
        label: one.name,
        insert: formatName(one.name),
        detail: wordsOf(s).kind(one.kind),
        documentation: one.label,
        rank: one.kind === 'category' ? 0 : 1,
      });
  const declared = new Set(names.map((one) => one.name));
  for (const column of s.schema?.columns ?? [])
    if (!declared.has(column.name) && plainName.test(column.name))
      offer({ kind: 'column', label: column.name, detail: columnDetail(wordsOf(s), column), rank: 2 });
}

function offerValues(s: Snapshot, offer: Offer, before: readonly Token[]): void {
  const is = before.findLastIndex((token) => token.tokenType === T.Is);
  const variable = before[is - 1];
  if (variable === undefined || !isName(variable)) return;
  const name = nameText(variable.image);
  const taken = new Set(before.slice(is + 1).map((token) => nameText(token.image)));
  const declared = namesOfSnapshot(s).named.get(name);
  if (declared?.kind === 'category' || declared?.kind === 'choices') {
    for (const level of declared.levels.keys())
      if (!taken.has(level))
        offer({ kind: 'level', label: level, insert: formatName(level), detail: levelDetail(s, name, level), rank: 0 });
    return;
  }
  const plan = s.study.compiled.context?.variables.get(name);
  const column = s.schema?.columns.find((one) => one.name === (plan?.column ?? (declared === undefined ? name : '')));
  for (const [value, count] of column?.distinct ?? [])
    if (!taken.has(value))
      offer({
        kind: 'code',
        label: column!.kind === 'text' ? `"${value}"` : value,
        detail: wordsOf(s).completion.rows(count, formatQuantity(count, 'count')),
        rank: 0,
      });
}

/** Names that a formula may hold: numbers, indicators, columns, functions. Whether one must follow. */
export function completeFormula(s: Snapshot, cursor: Cursor, offer: Offer, last: Token | undefined): boolean {
  const open = last === undefined || [T.Equals, T.Plus, T.Minus, T.Times, T.Slash, T.LParen, T.Comma].includes(last.tokenType);
  if (!open) return false;
  const own = cursor.declarations.at(-1)?.head.find(isName);
  const self = own === undefined ? '' : nameText(own.image);
  const names = usableNames(s).filter((one) => computable.has(one.kind) && one.name !== self);
  for (const one of names)
    offer({
      kind: 'declaration',
      label: one.name,
      insert: formatName(one.name),
      detail: wordsOf(s).kind(one.kind),
      documentation: one.label,
      rank: 0,
    });
  const declared = new Set(usableNames(s).map((one) => one.name));
  for (const column of s.schema?.columns ?? [])
    if (column.kind === 'number' && (!declared.has(column.name) || column.name === self) && plainName.test(column.name))
      offer({ kind: 'column', label: column.name, detail: columnDetail(wordsOf(s), column), rank: 1 });
  for (const [name, { doc }] of formulaFunctions)
    offer({
      kind: 'quantity',
      label: `${name}(…)`,
      insert: `${inSnippet(name)}($1)$0`,
      snippet: true,
      documentation: told(s, doc),
      rank: 2,
    });
  return true;
}

/** What a quantity is made of: addresses, functions. Whether one must follow. */
export function completeFigures(s: Snapshot, cursor: Cursor, offer: Offer, last: Token | undefined): boolean {
  const within = callAround(cursor.tokens, cursor.at) !== null || last?.tokenType === T.Dot;
  const open = last === undefined || [T.Equals, T.Plus, T.Minus, T.Times, T.Slash, T.LParen, T.Comma].includes(last.tokenType);
  if (!within && !open) return false;
  const own = cursor.declarations.at(-1)?.head.find(isName);
  const self = own === undefined ? '' : nameText(own.image);
  completeAddress(
    s,
    cursor,
    (one) => {
      if (one.kind !== 'declaration' || one.label !== self) offer(one);
    },
    false,
  );
  if (!within)
    for (const [name, { doc }] of formulaFunctions)
      offer({
        kind: 'quantity',
        label: `${name}(…)`,
        insert: `${inSnippet(name)}($1)$0`,
        snippet: true,
        documentation: told(s, doc),
        rank: 6,
      });
  return true;
}
