// From drafts to the tree: each part of an entry is mended, read by the grammar, and put in its place. A part that cannot
// be read is reported once and marked broken; its neighbours are kept.
import { type Wanted } from '@studyspec/core';
import {
  missingCode,
  missingName,
  missingParenthesis,
  missingValue,
  mixedConditions,
  notUnderstood,
  unclosedText,
  wrongSign,
} from '@studyspec/core';
import type { AddressNode, ClauseNode, Comparator, ConditionNode, DeclarationNode, EntryNode, FigureNode, ItemNode } from './ast.ts';
import type { ClauseDraft, DeclarationDraft, Draft, ItemDraft, Scan } from './draft.ts';
import { notSignificantAt } from './extent.ts';
import { parseBy, type Head } from './grammar.ts';
import { mend, type ValueShape } from './mend.ts';
import { spanFrom } from './report.ts';
import { pastSubject } from './starts.ts';
import type { KindEntry } from './vocabulary.ts';
import * as T from './tokens.ts';
import { endOf, isName, retype, virtualToken, type Token } from './tokens.ts';
import { comparatorOf } from './values.ts';

export function buildEntries(scan: Scan, drafts: readonly Draft[]): EntryNode[] {
  return drafts.map((draft) =>
    draft.type === 'declaration'
      ? buildDeclaration(scan, draft)
      : draft.type === 'clause'
        ? buildClause(scan, draft)
        : buildItem(scan, draft),
  );
}

/** Texts without their closing quote, and texts in single quotes, wherever they stand. */
export function mendTexts(scan: Scan): void {
  const { tokens, reports } = scan;
  for (const token of tokens) {
    if (token.tokenType === T.SingleText) {
      const meant = `"${token.image.slice(1, -1)}"`;
      reports.add(wrongSign, { found: token.image, meant, role: 'text' }, token, {
        fixes: [reports.fix({ do: 'write quotes' }, [token.startOffset, endOf(token), meant])],
      });
      retype(token, T.Text);
    } else if (token.payload === 'unclosed') {
      const quote = token.image.charAt(0) === '“' ? '”' : token.image.charAt(0);
      reports.add(unclosedText, { quote }, token, {
        fixes: [reports.fix({ do: 'add', text: quote }, [endOf(token), endOf(token), quote])],
      });
    }
  }
}

const wanted: Record<ValueShape | 'head' | 'subject', Wanted> = {
  flag: { is: 'nothing' },
  terms: { is: 'names' },
  choices: { is: 'value' },
  condition: { is: 'condition' },
  columns: { is: 'heads' },
  codes: { is: 'code' },
  cells: { is: 'cell' },
  formula: { is: 'formula' },
  head: { is: 'head' },
  subject: { is: 'name' },
};

function refuse(scan: Scan, wrong: Token | null, tokens: readonly Token[], what: Wanted, example: string | null): void {
  const token = wrong ?? tokens.at(-1);
  if (token === undefined) return;
  const facts = { found: wrong === null ? '' : wrong.image.slice(0, 40), what, example };
  scan.reports.add(notUnderstood, facts, token, wrong === null ? { span: { start: token.startOffset, end: endOf(token) } } : {});
}

const isEngineOf = ({ engines }: KindEntry, { path, args }: AddressNode): boolean =>
  path.length === 1 && args === null && engines.some((one) => one.word === path[0]!.text);

function buildDeclaration(scan: Scan, draft: DeclarationDraft): DeclarationNode {
  const { entry, word } = draft;
  const equals = entry.formula ? draft.head.findIndex((token) => token.tokenType === T.Equals || token.tokenType === T.DoubleEquals) : -1;
  const headTokens = equals < 0 ? draft.head : draft.head.slice(0, equals);
  let broken = draft.broken;
  let head: Head = { names: [], label: null, template: null, range: null };
  if (headTokens.length > 0) {
    const read = readHead(scan, headTokens, draft);
    head = read.head;
    broken ||= read.broken;
  }
  let formula: DeclarationNode['formula'] = null;
  if (equals >= 0) {
    const tokens = mend(scan, draft.head.slice(equals + 1), 'formula', null);
    const outcome = tokens.length === 0 ? null : parseBy('formula', tokens);
    if (outcome?.value != null) formula = outcome.value;
    else {
      broken = true;
      refuse(scan, outcome?.wrong ?? null, tokens.length === 0 ? draft.head : tokens, wanted.formula, entry.example);
    }
  }
  if (entry.names === 'one' && head.names.length === 0 && head.template !== null) {
    const { template } = head;
    refuse(
      scan,
      headTokens.find((token) => token.startOffset === template.span.start) ?? null,
      headTokens,
      { is: 'name before label' },
      entry.example,
    );
    head = { ...head, names: [template], template: null };
  }
  if (entry.names !== 'none' && head.names.length === 0) {
    if (!broken) scan.reports.add(missingName, { kind: entry.kind, example: entry.example }, word);
    broken = true;
  }
  let engine: AddressNode | null = null;
  const [place, ...further] = head.names;
  if (place !== undefined && further.length === 0 && head.label !== null && isEngineOf(entry, place)) {
    engine = place;
    head = { ...head, names: [] };
  }
  if (entry.names === 'none' && head.names.length > 0) {
    const [first, ...more] = head.names;
    if (entry.template && head.template === null && more.length === 0) head = { ...head, template: first ?? null, names: [] };
    else {
      refuse(scan, headTokens[0] ?? null, headTokens, { is: entry.range ? 'number' : 'text' }, entry.example);
      broken = true;
      head = { ...head, names: [] };
    }
  }
  if ((head.template !== null && !entry.template) || (head.range !== null && !entry.range)) {
    const start = (head.range?.low ?? head.template)?.span.start;
    refuse(scan, headTokens.find((token) => token.startOffset === start) ?? null, headTokens, { is: 'clause or brace' }, entry.example);
    broken = true;
  }
  const body = draft.body === null ? null : buildEntries(scan, draft.body);
  const clauses = draft.clauses.map((clause) => buildClause(scan, clause));
  const inside = (body ?? []).filter((node): node is ClauseNode => node.type === 'clause');
  const span = { start: word.startOffset, end: draft.end };
  return {
    type: 'declaration',
    kind: entry.kind,
    kindSpan: spanFrom(word, word),
    names: head.names,
    engine,
    label: head.label,
    template: entry.template ? head.template : null,
    range:
      head.range === null
        ? null
        : {
            ...head.range,
            span: { start: head.range.low.span.start, end: (head.range.highLabel ?? head.range.high ?? head.range.low).span.end },
          },
    formula,
    clauses: [...clauses, ...inside],
    body,
    span,
    broken,
  };
}

/** Reads a head; when it cannot be read as a whole, as much of its front as can. */
function readHead(scan: Scan, given: readonly Token[], draft: DeclarationDraft): { head: Head; broken: boolean } {
  const tokens = given.map((token) => mendHead(scan, token, draft));
  const outcome = parseBy('head', tokens);
  if (outcome.value !== null) return { head: outcome.value, broken: false };
  const { wrong } = outcome;
  const before = wrong === null ? undefined : tokens[tokens.indexOf(wrong) - 1];
  const joins =
    wrong !== null && before !== undefined && (wrong.tokenType === T.Minus || wrong.tokenType === T.NumberToken) && isName(before);
  refuse(scan, wrong, tokens, joins ? { is: 'one word' } : wanted.head, draft.entry.example);
  const limit = wrong === null ? tokens.length - 1 : tokens.indexOf(wrong);
  for (let length = Math.min(limit, 12); length > 0; length -= 1) {
    const part = parseBy('head', tokens.slice(0, length));
    if (part.value === null) continue;
    const label = part.value.label === null ? tokens.findIndex((token, at) => at >= length && token.tokenType === T.Text) : -1;
    return {
      head: label < 0 ? part.value : { ...part.value, label: parseBy('label', tokens.slice(label, label + 1)).value },
      broken: true,
    };
  }
  return { head: { names: [], label: null, template: null, range: null }, broken: true };
}

function mendHead(scan: Scan, token: Token, draft: DeclarationDraft): Token {
  const range =
    draft.entry.range &&
    (token.tokenType === T.Tilde || token.tokenType === T.Ellipsis || token.tokenType === T.Minus || token.tokenType === T.Dash);
  if (!range) return token;
  scan.reports.add(wrongSign, { found: token.image, meant: '..', role: 'range' }, token, {
    fixes: [scan.reports.fix({ do: 'write', text: '..' }, [token.startOffset, endOf(token), '..'])],
  });
  return virtualToken(T.Range, '..', token.startOffset, token);
}

function buildClause(scan: Scan, draft: ClauseDraft): ClauseNode {
  const { entry } = draft;
  const base = {
    type: 'clause' as const,
    word: entry.word,
    wordSpan: spanFrom(draft.first, draft.last),
    span: { start: draft.first.startOffset, end: draft.end },
    body: draft.body === null ? null : buildEntries(scan, draft.body),
  };
  if (entry.shape === 'flag') {
    if (draft.value.length === 0) return { ...base, shape: 'flag' };
    refuse(scan, draft.value[0] ?? null, draft.value, { is: 'nothing after', word: entry.word }, entry.example);
    return { ...base, shape: 'flag' };
  }
  if (draft.value.length === 0) {
    scan.reports.add(missingValue, { word: entry.word, example: entry.example }, draft.first, { span: base.wordSpan });
    return { ...base, shape: 'broken' };
  }
  const tokens = mend(scan, draft.value, entry.shape, entry.parts.at(-1) ?? null);
  const failed = (wrong: Token | null): ClauseNode => {
    refuse(scan, wrong, tokens, wanted[entry.shape], entry.example);
    return { ...base, shape: 'broken' };
  };
  switch (entry.shape) {
    case 'terms': {
      const read = parseBy('terms', tokens);
      return read.value === null ? failed(read.wrong) : { ...base, shape: 'terms', terms: read.value };
    }
    case 'choices': {
      const read = parseBy('choices', tokens);
      return read.value === null ? failed(read.wrong) : { ...base, shape: 'choices', ...read.value };
    }
    case 'columns': {
      const read = parseBy('columns', tokens);
      return read.value === null ? failed(read.wrong) : { ...base, shape: 'columns', columns: read.value };
    }
    case 'condition': {
      const read = parseBy('condition', tokens);
      if (read.value === null) return failed(read.wrong);
      if (isMixed(read.value)) {
        scan.reports.add(mixedConditions, {}, tokens[0] as Token, { span: read.value.span });
        return { ...base, shape: 'broken' };
      }
      return { ...base, shape: 'condition', condition: read.value };
    }
  }
}

function isMixed(condition: ConditionNode): boolean {
  return (condition.kind === 'and' || condition.kind === 'or') && (condition.mixed === true || condition.parts.some(isMixed));
}

function buildItem(scan: Scan, draft: ItemDraft): ItemNode {
  const head = splitArguments(scan, draft.head);
  const sub: Scan = { ...scan, tokens: head };
  const to = head.length === 0 ? 0 : pastSubject(sub, 0);
  const subjectTokens = head.slice(0, to);
  const span = { start: head[0]?.startOffset ?? draft.end, end: draft.end };
  const none: ItemNode['subject'] = { address: null, over: null, label: null, span };
  const read = subjectTokens.length === 0 ? null : parseBy('subject', subjectTokens);
  let broken = draft.broken;
  if (read === null || read.value === null) {
    broken = true;
    refuse(scan, read?.wrong ?? null, head, wanted.subject, null);
  }
  const item = {
    type: 'item' as const,
    subject: read?.value ?? none,
    operator: null,
    operatorSpan: null,
    codes: null,
    cells: null,
    clauses: draft.clauses.map((clause) => buildClause(scan, clause)),
    body: draft.body === null ? null : buildEntries(scan, draft.body),
    span,
  };
  const rest = head.slice(to);
  if (draft.sort === 'map') {
    const beside = item.subject.label !== null || item.subject.over !== null ? head[1] : rest[0];
    if (beside !== undefined && !broken) {
      refuse(scan, beside, head, { is: 'map clause' }, null);
      broken = true;
    }
    return { ...item, broken };
  }
  if (draft.sort === 'option' && draft.clauses.length > 0) {
    if (rest[0] !== undefined && !broken) refuse(scan, rest[0], head, { is: 'equals code' }, null);
    return { ...item, broken: broken || rest.length > 0 };
  }
  if (draft.sort === 'row') return buildRow(scan, item, rest, broken);
  const [sign, ...after] = rest;
  if (sign === undefined) {
    scan.reports.add(missingCode, { subject: head.map((token) => token.image).join(''), sort: draft.sort }, head[0] as Token, {
      span: item.subject.span,
    });
    return { ...item, broken: true };
  }
  const operator = operatorOf(scan, sign);
  if (operator === null) {
    refuse(scan, sign, rest, { is: draft.sort === 'claim' ? 'claim' : 'equals code' }, null);
    return { ...item, broken: true };
  }
  const operatorSpan = spanFrom(sign, sign);
  if (after.length === 0) {
    scan.reports.add(
      missingValue,
      {
        word: head
          .slice(0, to)
          .map((token) => token.image)
          .join(''),
        example: null,
      },
      sign,
      { span: { start: item.subject.span.start, end: operatorSpan.end } },
    );
    return { ...item, operator, operatorSpan, broken: true };
  }
  if (draft.sort === 'claim' && notSignificantAt(after, 0) === after.length) {
    return {
      ...item,
      operator,
      operatorSpan,
      codes: [{ kind: 'insignificant', span: spanFrom(after[0] as Token, after.at(-1) as Token) }],
      broken,
    };
  }
  const part = draft.sort === 'weight' ? fractionOf(after) : null;
  if (part !== null) return { ...item, operator, operatorSpan, codes: [{ kind: 'number', figure: part, span: part.span }], broken };
  const bounded = draft.sort === 'claim' && operator === '=' ? boundOf(after) : null;
  const tokens = mend(scan, bounded === null ? after : after.slice(bounded.words), 'codes', null);
  const codes = parseBy('codes', tokens);
  if (codes.value === null) {
    refuse(scan, codes.wrong, tokens, wanted.codes, null);
    broken = true;
  }
  return {
    ...item,
    operator: bounded?.operator ?? operator,
    operatorSpan: bounded === null ? operatorSpan : { start: operatorSpan.start, end: endOf(bounded.sign) },
    codes: codes.value,
    broken,
  };
}

/** A weight or a judgement may be a fraction: `1/6`. */
function fractionOf(tokens: readonly Token[]): FigureNode | null {
  const [first, slash, second] = tokens;
  if (tokens.length !== 3 || slash?.tokenType !== T.Slash) return null;
  const over = parseBy('figure', [first as Token]).value;
  const under = parseBy('figure', [second as Token]).value;
  if (over === null || under === null || under.value === 0) return null;
  return {
    ...over,
    value: over.value / under.value,
    text: `${over.text}/${under.text}`,
    span: { start: over.span.start, end: under.span.end },
  };
}

/** `= <.001`, `= p < .001`: as papers print a bound. How many tokens before the number say so. */
function boundOf(after: readonly Token[]): { readonly operator: Comparator; readonly sign: Token; readonly words: number } | null {
  const words = after[0]?.tokenType === T.Name && /^p$/iu.test(after[0].image) ? 2 : 1;
  const sign = after[words - 1];
  if (
    sign === undefined ||
    (sign.tokenType !== T.Compare && (words === 1 || sign.tokenType !== T.Equals)) ||
    after[words]?.tokenType !== T.NumberToken
  )
    return null;
  return { operator: comparatorOf(sign.image), sign, words };
}

function operatorOf(scan: Scan, sign: Token): ItemNode['operator'] {
  const type = sign.tokenType;
  if (type === T.Equals || type === T.Compare) return comparatorOf(sign.image);
  if (type !== T.Colon && type !== T.DoubleEquals) return null;
  scan.reports.add(wrongSign, { found: sign.image, meant: '=', role: 'equality' }, sign, {
    fixes: [scan.reports.fix({ do: 'write', text: '=' }, [sign.startOffset, endOf(sign), ' ='])],
  });
  return '=';
}

function buildRow(scan: Scan, item: Omit<ItemNode, 'broken'>, given: readonly Token[], broken: boolean): ItemNode {
  let rest = [...given];
  const first = rest[0];
  if (first !== undefined && (first.tokenType === T.Colon || first.tokenType === T.Equals)) {
    scan.reports.add(wrongSign, { found: first.image, meant: ' ', role: 'row' }, first, {
      fixes: [scan.reports.fix({ do: 'delete' }, [first.startOffset, endOf(first), ' '])],
    });
    rest = rest.slice(1);
  }
  if (rest.length === 0) return { ...item, cells: [], broken: true };
  const cells = parseBy('cells', rest);
  if (cells.value !== null) return { ...item, cells: cells.value, broken };
  refuse(scan, cells.wrong, rest, wanted.cells, null);
  return { ...item, broken: true };
}

/** `beta(com_amenity > 0`: closes the arguments before the operator. */
function splitArguments(scan: Scan, tokens: readonly Token[]): Token[] {
  let depth = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.tokenType === T.LParen) depth += 1;
    else if (token.tokenType === T.RParen) depth -= 1;
    const operator = token.tokenType === T.Equals || token.tokenType === T.Compare;
    if (depth > 0 && (operator || at === tokens.length - 1)) {
      const before = (operator ? tokens[at - 1] : token) as Token;
      scan.reports.add(missingParenthesis, { sign: ')', found: before.image }, before, {
        fixes: [scan.reports.fix({ do: 'add', text: ')' }, [endOf(before), endOf(before), ')'])],
      });
      const to = operator ? at : at + 1;
      return [
        ...tokens.slice(0, to),
        ...Array.from({ length: depth }, () => virtualToken(T.RParen, ')', endOf(before), before)),
        ...tokens.slice(to),
      ];
    }
  }
  return [...tokens];
}
