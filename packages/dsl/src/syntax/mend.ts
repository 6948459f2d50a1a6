// Mends the tokens of one value before the grammar reads it: signs that other programs use, lists without commas, words
// written twice. Every mend is reported; what cannot be mended the grammar refuses.
import { type SignRole } from '@studyspec/core';
import { extraComma, missingComma, missingParenthesis, repeatedWord, strayPunctuation, wrongSign } from '@studyspec/core';
import type { Scan } from './draft.ts';
import * as T from './tokens.ts';
import { endOf, isName, retype, virtualToken, type Token } from './tokens.ts';
import type { ClauseShape } from './vocabulary.ts';

export type ValueShape = ClauseShape | 'codes' | 'cells' | 'formula';

export function mend(scan: Scan, given: readonly Token[], shape: ValueShape, word: string | null): Token[] {
  let tokens = dropEnd(scan, given);
  tokens = dropRepeated(scan, tokens, word, shape);
  tokens = closeParentheses(scan, tokens);
  switch (shape) {
    case 'terms':
      return mendTerms(scan, tokens);
    case 'choices':
      return mendChoices(scan, mendRanges(scan, tokens), word);
    case 'codes':
      return mendCodes(scan, mendRanges(scan, tokens));
    case 'condition':
      return mendCondition(scan, mendRanges(scan, tokens));
    default:
      return tokens;
  }
}

function instead(scan: Scan, token: Token, meant: string, role: SignRole): void {
  scan.reports.add(wrongSign, { found: token.image, meant, role }, token, {
    fixes: [scan.reports.fix({ do: 'write', text: meant }, [token.startOffset, endOf(token), meant])],
  });
}

/** A full stop after a complete value. */
function dropEnd(scan: Scan, tokens: readonly Token[]): Token[] {
  const last = tokens.at(-1);
  if (last === undefined || tokens.length < 2 || (last.tokenType !== T.FullStop && last.tokenType !== T.Dot)) return [...tokens];
  scan.reports.add(strayPunctuation, { found: last.image }, last, {
    fixes: [scan.reports.fix({ do: 'delete' }, [last.startOffset, endOf(last), ''])],
  });
  return tokens.slice(0, -1);
}

function dropRepeated(scan: Scan, tokens: Token[], word: string | null, shape: ValueShape): Token[] {
  const [first, second] = tokens;
  if (first === undefined || second === undefined || word === null || first.image !== word || first.first) return tokens;
  const whole = isName(second) || second.tokenType === T.NumberToken || second.tokenType === T.Text;
  if (!whole || (shape === 'condition' && (second.image === 'is' || second.tokenType === T.Is))) return tokens;
  scan.reports.add(repeatedWord, { word }, first, {
    fixes: [scan.reports.fix({ do: 'delete' }, [first.startOffset, second.startOffset, ''])],
  });
  return tokens.slice(1);
}

function closeParentheses(scan: Scan, tokens: Token[]): Token[] {
  let depth = 0;
  for (const token of tokens) depth += token.tokenType === T.LParen ? 1 : token.tokenType === T.RParen ? -1 : 0;
  if (depth <= 0) return tokens;
  const last = tokens.at(-1) as Token;
  scan.reports.add(missingParenthesis, { sign: ')', found: last.image }, last, {
    fixes: [scan.reports.fix({ do: 'add', text: ')' }, [endOf(last), endOf(last), ')'])],
  });
  return [...tokens, ...Array.from({ length: depth }, () => virtualToken(T.RParen, ')', endOf(last), last))];
}

function mendTerms(scan: Scan, tokens: Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const before = out.at(-1);
    const complete = before !== undefined && (isName(before) || before.tokenType === T.RParen);
    if (complete && token.tokenType === T.Name && (token.image === 'and' || token.image === 'und') && isName(tokens[at + 1])) {
      instead(scan, token, ',', 'the list');
      out.push(virtualToken(T.Comma, ',', token.startOffset, token));
    } else if (
      complete &&
      (token.tokenType === T.Plus || token.tokenType === T.Bar || token.tokenType === T.Semicolon || token.tokenType === T.Slash)
    ) {
      instead(scan, token, ',', 'a list');
      out.push(virtualToken(T.Comma, ',', token.startOffset, token));
    } else if (token.tokenType === T.Ellipsis || token.tokenType === T.Tilde) {
      instead(scan, token, '..', 'name run');
      retype(token, T.Range);
      out.push(token);
    } else {
      if (complete && isName(token)) {
        scan.reports.add(missingComma, { before: before.image, after: token.image }, token, {
          fixes: [scan.reports.fix({ do: 'add comma' }, [endOf(before), endOf(before), ','])],
        });
        out.push(virtualToken(T.Comma, ',', endOf(before), before));
      }
      out.push(token);
    }
  }
  return dropLastComma(scan, out);
}

function dropLastComma(scan: Scan, tokens: Token[]): Token[] {
  const last = tokens.at(-1);
  const before = tokens.at(-2);
  if (last === undefined || before === undefined || last.tokenType !== T.Comma) return tokens;
  scan.reports.add(extraComma, { before: before.image }, last, {
    fixes: [scan.reports.fix({ do: 'delete comma' }, [last.startOffset, endOf(last), ''])],
  });
  return tokens.slice(0, -1);
}

/** `1-5`, `1–5`, `1~5`, `1…5`, `...18` for `1..5`, `..18`. */
function mendRanges(scan: Scan, tokens: Token[]): Token[] {
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const between = tokens[at - 1]?.tokenType === T.NumberToken && tokens[at + 1]?.tokenType === T.NumberToken;
    const dash = between && (token.tokenType === T.Minus || token.tokenType === T.Dash);
    if (!dash && token.tokenType !== T.Tilde && token.tokenType !== T.Ellipsis) continue;
    instead(scan, token, '..', 'range');
    tokens[at] = virtualToken(T.Range, '..', token.startOffset, token);
  }
  return tokens;
}

function mendChoices(scan: Scan, tokens: Token[], word: string | null): Token[] {
  const mended = tokens.map((token, at) => {
    if (token.tokenType !== T.Slash || at === 0 || word === 'cutoff') return token;
    instead(scan, token, '|', 'alternatives');
    return virtualToken(T.Bar, '|', token.startOffset, token);
  });
  return dropLastComma(scan, mended);
}

/** Codes of a level or the figure of a claim, without the operator. */
function mendCodes(scan: Scan, tokens: Token[]): Token[] {
  const [first, second, third] = tokens;
  if (
    first?.tokenType === T.NumberToken &&
    second?.tokenType === T.Comma &&
    third?.tokenType === T.NumberToken &&
    third.touches &&
    tokens.length === 3
  ) {
    const thousands = /^[-+−]?[1-9]\d{0,2}$/.test(first.image) && /^\d{3}$/.test(third.image);
    const meant = thousands ? first.image + third.image : `${first.image}.${third.image}`;
    scan.reports.add(wrongSign, { found: `${first.image}${second.image}${third.image}`, meant, role: 'number' }, second, {
      span: { start: first.startOffset, end: endOf(third) },
      fixes: [scan.reports.fix({ do: 'write', text: meant }, [first.startOffset, endOf(third), meant])],
    });
    const number = virtualToken(T.NumberToken, meant, first.startOffset, first);
    return [number];
  }
  if (first?.tokenType === T.Compare && second?.tokenType === T.NumberToken && tokens.length === 2) {
    const upward = /^[>＞≥]/.test(first.image);
    const strict = !/[=≤≥]/.test(first.image);
    const meant = upward ? `${second.image}${strict ? '<..' : '..'}` : `${strict ? '..<' : '..'}${second.image}`;
    scan.reports.add(wrongSign, { found: first.image, meant, role: 'open range' }, first, {
      fixes: [scan.reports.fix({ do: 'write', text: meant }, [first.startOffset, endOf(second), meant])],
    });
    const range = virtualToken(T.Range, upward ? (strict ? '<..' : '..') : strict ? '..<' : '..', first.startOffset, first);
    return upward ? [second, range] : [range, second];
  }
  return dropLastComma(
    scan,
    tokens.map((token, at) => {
      const wrong =
        token.tokenType === T.Slash ||
        (token.tokenType === T.Comma && at > 0 && at < tokens.length - 1) ||
        (token.tokenType === T.Or && at > 0);
      if (!wrong) return token;
      instead(scan, token, '|', 'codes');
      return virtualToken(T.Bar, '|', token.startOffset, token);
    }),
  );
}

function mendCondition(scan: Scan, tokens: Token[]): Token[] {
  return tokens
    .map((token, at) => {
      const next = tokens[at + 1];
      const words = next !== undefined && next.tokenType !== T.NumberToken;
      if (token.tokenType === T.Comma && at > 0) {
        instead(scan, token, 'and', 'joined conditions');
        return virtualToken(T.And, 'and', token.startOffset, token);
      }
      if (token.tokenType === T.DoubleEquals || (token.tokenType === T.Equals && words)) {
        instead(scan, token, words ? 'is' : '=', 'comparison');
        return virtualToken(words ? T.Is : T.Equals, words ? 'is' : '=', token.startOffset, token);
      }
      return token;
    })
    .flatMap((token) => {
      if (token.tokenType !== T.NotEquals) return [token];
      instead(scan, token, 'is not', 'comparison');
      return [virtualToken(T.Is, 'is', token.startOffset, token), virtualToken(T.Not, 'not', token.startOffset, token)];
    });
}
