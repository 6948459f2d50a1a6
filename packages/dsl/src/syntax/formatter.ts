// The formatter. It keeps the author's lines and comments, and sets what stands between words: indents, blanks, plain signs for
// full-width ones, columns of neighbouring lines. A line with a problem stays as it is. It checks itself: a text whose
// tree it would change, or that it would not leave alone the second time, is given back untouched.
import { tooDeep } from '@studyspec/core';
import type { EntryNode, FileNode } from './ast.ts';
import { alignLines, type Line } from './formatter-align.ts';
import { lex } from './lexer.ts';
import { parse, type Parsed } from './parse.ts';
import * as T from './tokens.ts';
import { endOf, type Token } from './tokens.ts';
import { comparatorOf, plainNumber, textOf } from './values.ts';

/** Formats a text; the result ends with one line end. */
export function formatText(text: string): string {
  const given = text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');
  if (given.trim() === '') return '';
  const before = parse(given, '');
  // Indents of so many braces would be longer than all the rest.
  if (before.problems.some((problem) => problem.code === tooDeep.code)) return given;
  let current = given;
  for (let round = 0; round < 4; round += 1) {
    const next = formatOnce(current, round === 0 ? before : parse(current, ''));
    if (next === current) return sameMeaning(before, parse(current, '')) ? current : given;
    current = next;
  }
  return given;
}

function sameMeaning(a: Parsed, b: Parsed): boolean {
  return (
    shapeOf(a.file) === shapeOf(b.file) &&
    a.problems.map((problem) => problem.code).join() === b.problems.map((problem) => problem.code).join() &&
    a.comments.map((comment) => comment.text.trimEnd()).join('\n') === b.comments.map((comment) => comment.text.trimEnd()).join('\n')
  );
}

/** A tree without its places. */
export function shapeOf(file: FileNode): string {
  return JSON.stringify(file.declarations, (key, value: unknown) => (key === 'span' || key.endsWith('Span') ? undefined : value));
}

function formatOnce(text: string, parsed: Parsed): string {
  const { tokens, comments } = lex(text);
  const starts = entryStarts(parsed.file);
  const sources = text.split('\n');
  const offsets: number[] = [];
  let offset = 0;
  for (const source of sources) {
    offsets.push(offset);
    offset += source.length + 1;
  }
  const broken = linesUnder(
    offsets,
    parsed.problems.flatMap(({ place }) => (place === undefined ? [] : [place.span])),
  );
  const commentAt = new Map(comments.map((comment) => [lineOf(offsets, comment.span.start), comment.text.trimEnd()]));
  const byLine = new Map<number, Token[]>();
  for (const token of tokens) {
    const line = byLine.get(token.line);
    if (line === undefined) byLine.set(token.line, [token]);
    else line.push(token);
  }
  const lines: Line[] = [];
  let depth = 0;
  let round = 0;
  let verbatim = false;
  for (const [number, source] of sources.entries()) {
    const here = byLine.get(number) ?? [];
    const comment = commentAt.get(number) ?? null;
    const first = here[0];
    verbatim = broken[number]! || here.some((token) => token.payload === 'unclosed');
    if (here.length === 0 && comment === null) {
      lines.push({ kind: 'blank', depth, cells: [], text: '' });
      continue;
    }
    const closes = first !== undefined && first.tokenType === T.RBrace;
    const begins = first === undefined || closes || starts.has(first.startOffset) || first.tokenType === T.LBrace;
    const level = Math.max(0, depth - (closes ? 1 : 0)) + (begins && round <= 0 ? 0 : 1);
    if (verbatim) lines.push({ kind: 'verbatim', depth: level, cells: [], text: source.trimEnd() });
    else if (here.length === 0) lines.push({ kind: 'comment', depth: level, cells: [], text: comment ?? '' });
    else lines.push({ kind: 'code', depth: level, ...lineOfTokens(here, starts), comment });
    for (const token of here) {
      if (token.tokenType === T.LBrace) depth += 1;
      else if (token.tokenType === T.RBrace) depth = Math.max(0, depth - 1);
      else if (token.tokenType === T.LParen) round += 1;
      else if (token.tokenType === T.RParen) round -= 1;
    }
    if (round < 0) round = 0;
  }
  return `${withoutExtraBlanks(alignLines(lines)).join('\n').trimEnd()}\n`;
}

/** Which lines a span lies on, the ends of lines belonging to them. */
function linesUnder(offsets: readonly number[], spans: readonly { readonly start: number; readonly end: number }[]): readonly boolean[] {
  const changes = new Int32Array(offsets.length + 1);
  for (const { start, end } of spans) {
    changes[lineOf(offsets, start)]! += 1;
    changes[lineOf(offsets, end) + 1]! -= 1;
  }
  let depth = 0;
  return offsets.map((_, line) => {
    depth += changes[line]!;
    return depth > 0;
  });
}

/** Offsets at which an entry of a block begins. */
function entryStarts(file: FileNode): ReadonlySet<number> {
  const starts = new Set<number>();
  const visit = (entry: EntryNode): void => {
    starts.add(entry.span.start);
    for (const child of entry.body ?? []) visit(child);
    if (entry.type !== 'clause') for (const clause of entry.clauses) for (const child of clause.body ?? []) visit(child);
  };
  for (const declaration of file.declarations) visit(declaration);
  return starts;
}

function lineOf(offsets: readonly number[], at: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** One line's text, and where its parts begin that neighbouring lines may align. */
function lineOfTokens(tokens: readonly Token[], starts: ReadonlySet<number>): Pick<Line, 'cells' | 'text'> {
  const cells: { text: string; type: 'word' | 'text' | 'lang' | 'sign' | 'number' | 'other' }[] = [];
  let text = '';
  for (const [at, token] of tokens.entries()) {
    const gap = at === 0 ? '' : gapBefore(tokens, at, starts);
    const image = plainImage(token);
    text += gap + image;
    const type =
      token.tokenType === T.Text
        ? 'text'
        : token.tokenType === T.Equals
          ? 'sign'
          : token.tokenType === T.NumberToken
            ? 'number'
            : token.tokenType === T.Name || token.tokenType === T.QuotedName
              ? 'word'
              : 'other';
    const last = cells.at(-1);
    if (gap === '' && last !== undefined)
      cells[cells.length - 1] = { text: last.text + image, type: last.type === 'number' || type === 'other' ? last.type : 'other' };
    else cells.push({ text: image, type });
  }
  return { cells, text };
}

const plainSigns = new Map([
  [T.Comma, ','],
  [T.Semicolon, ';'],
  [T.Bar, '|'],
  [T.Dot, '.'],
  [T.Colon, ':'],
  [T.LParen, '('],
  [T.RParen, ')'],
  [T.LBrace, '{'],
  [T.RBrace, '}'],
  [T.ListOpen, '{'],
  [T.ListClose, '}'],
  [T.Slash, '/'],
  [T.Plus, '+'],
  [T.Minus, '-'],
  [T.Equals, '='],
  [T.Percent, '%'],
]);

/** A token in plain signs. What stands inside texts, names and comments is never touched. */
function plainImage(token: Token): string {
  const type = token.tokenType;
  if (type === T.NumberToken) return plainNumber(token.image);
  if (type === T.Stars) return '*'.repeat([...token.image].length);
  if (type === T.Compare) return comparatorOf(token.image);
  if (type !== T.Text) return plainSigns.get(type) ?? token.image;
  const inner = textOf(token.image);
  return inner.includes('"') ? token.image : `"${inner}"`;
}

const braces: ReadonlySet<unknown> = new Set([T.LBrace, T.RBrace, T.ListOpen, T.ListClose]);

/** Words that touched stay so, but for a comma and the signs that want air; words that did not get one blank, entries of one line two. */
function gapBefore(tokens: readonly Token[], at: number, starts: ReadonlySet<number>): string {
  const before = tokens[at - 1] as Token;
  const token = tokens[at] as Token;
  const type = token.tokenType;
  if (type === T.Comma || type === T.Semicolon) return '';
  if (starts.has(token.startOffset) && before.tokenType !== T.LBrace && before.tokenType !== T.Comma && before.tokenType !== T.Semicolon)
    return '  ';
  if (
    braces.has(type) ||
    before.tokenType === T.LBrace ||
    before.tokenType === T.ListOpen ||
    before.tokenType === T.Comma ||
    before.tokenType === T.Semicolon
  )
    return ' ';
  if (type === T.Equals || before.tokenType === T.Equals || type === T.Bar || before.tokenType === T.Bar) return ' ';
  if (type === T.RParen || before.tokenType === T.LParen) return '';
  return endOf(before) === token.startOffset ? '' : ' ';
}

/** At most one blank line in a row; none after an opening brace or before a closing one, or at the top. */
function withoutExtraBlanks(lines: readonly string[]): string[] {
  const out: string[] = [];
  const following: (string | undefined)[] = [];
  for (let at = lines.length - 1; at > 0; at -= 1) following[at - 1] = lines[at] === '' ? following[at] : lines[at];
  for (const [at, line] of lines.entries()) {
    if (line === '') {
      const next = following[at];
      const before = out.at(-1);
      if (before === undefined || before === '' || next === undefined || next.trim().startsWith('}') || /\{\s*$/u.test(before)) continue;
    }
    out.push(line);
  }
  return out;
}
