// Reads a text again after an edit, and answers what `parse` would: the text is cut at its top-level declarations, and a part whose text
// was there before is not read again, only moved. Why that is the same: lines are lexed by themselves, entries are islands, and nothing
// before a declaration at the margin looks further than its line. Where braces do not balance, indentation closes everything before such
// a line, and how many braces are then too many is all that the next part must know. Where a part reaches over its end, the whole is read.
import type { Problem } from '@studyspec/core';
import type { DeclarationNode } from './ast.ts';
import { asBraces, countBraces, repairBraces, surplusOf, type BraceCount } from './braces.ts';
import { buildEntries, mendTexts } from './build.ts';
import type { Scan } from './draft.ts';
import { lex, type Comment } from './lexer.ts';
import { DEEPEST, parse, type Parsed } from './parse.ts';
import { reportsOf } from './report.ts';
import { kindAt } from './starts.ts';
import { structure } from './structure.ts';
import { LBrace, RBrace, type Token } from './tokens.ts';
import { blockNamed } from './vocabulary.ts';

interface Segment {
  readonly text: string;
  readonly braces: BraceCount;
  readonly deepest: number /** Depth at its end. */;
  readonly left: number /** A declaration of the file begins here, whatever stands before. */;
  readonly begins: boolean;
}
interface Content {
  readonly declarations: readonly DeclarationNode[];
  readonly problems: readonly Problem[];
  readonly comments: readonly Comment[];
}
/** `content` is null where the part reached over its end. `excess`: braces too many after it. */
interface Part {
  readonly content: Content | null;
  readonly excess: number /** Where in the text it stands, as its spans have it. */;
  at: number;
  spans: readonly MutableSpan[] | null;
}
interface MutableSpan {
  start: number;
  end: number;
}

const file = blockNamed('file');
const starts = new RegExp(`^(?:${[...file.declarations].join('|')})(?=[\\s"“＂'‘\`{｛])`, 'gmu');

/** A reader for one file. It remembers the parts of the last text that it read; what it gave then is moved and no longer good. */
export function rereader(path: string): (text: string) => Parsed {
  let segments = new Map<string, Segment>();
  let parts = new Map<string, Part>();
  return (text) => {
    const known = segments;
    segments = new Map();
    const cut: Segment[] = [];
    for (const piece of pieces(text)) {
      const segment = segments.get(piece) ?? known.get(piece) ?? segmentOf(piece);
      segments.set(piece, segment);
      cut.push(segment);
    }
    const before = parts;
    parts = new Map();
    return (
      assemble(path, text, cut, (likeness, read) => {
        // The same text may stand in several places, and each has spans of its own.
        let key = likeness;
        for (let twin = 2; parts.has(key); twin += 1) key = `${likeness}\n${twin}`;
        const part = before.get(key) ?? read();
        parts.set(key, part);
        return part;
      }) ?? parse(text, path)
    );
  };
}

function pieces(text: string): string[] {
  const out: string[] = [];
  let from = 0;
  for (const { index } of text.matchAll(starts)) {
    if (index > from) out.push(text.slice(from, index));
    from = index;
  }
  out.push(text.slice(from));
  return out;
}

function segmentOf(text: string): Segment {
  const { tokens } = lex(text);
  const scan: Scan = { text, tokens, reports: reportsOf('', text.length) };
  const depth = depthOf(tokens);
  asBraces(scan);
  return { text, braces: countBraces(tokens), ...depth, begins: kindAt(scan, 0, file) !== null };
}

function depthOf(tokens: readonly Token[]): { readonly deepest: number; readonly left: number } {
  let depth = 0;
  let deepest = 0;
  for (const token of tokens) {
    if (token.tokenType === LBrace) depth += 1;
    else if (token.tokenType === RBrace) depth = Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return { deepest, left: depth };
}

function assemble(
  path: string,
  text: string,
  segments: readonly Segment[],
  recall: (key: string, read: () => Part) => Part,
): Parsed | null {
  let deepest = 0;
  for (const segment of segments) deepest += segment.deepest;
  // Only a text that might nest too deep is looked at as a whole.
  if (deepest > DEEPEST && segments.some((segment) => segment.left !== 0 || segment.deepest > DEEPEST)) return null;
  const surplus = surplusOf(segments.map((segment) => segment.braces));
  const chunks = join(segments, surplus === null);
  const declarations: DeclarationNode[] = [];
  const problems: Problem[] = [];
  const comments: Comment[] = [];
  let excess = surplus ?? 0;
  let offset = 0;
  for (const [at, chunk] of chunks.entries()) {
    const next = firstLine(chunks[at + 1] ?? '');
    const mode = surplus === null ? 'balanced' : String(excess);
    const part = recall(`${mode}\n${next}\n${chunk}`, () => readPart(path, chunk, next, surplus === null ? null : excess));
    if (part.content === null) return null;
    move(part, offset);
    declarations.push(...part.content.declarations);
    problems.push(...part.content.problems);
    comments.push(...part.content.comments);
    excess = part.excess;
    offset += chunk.length;
  }
  return { file: { declarations, span: { start: 0, end: text.length } }, problems, comments };
}

/** Texts of the parts: each begins with a declaration, and where all braces balance each is balanced too. */
function join(segments: readonly Segment[], balanced: boolean): string[] {
  const chunks: string[] = [];
  let depth = 0;
  for (const segment of segments) {
    if (chunks.length === 0 || (segment.begins && (!balanced || depth === 0))) chunks.push(segment.text);
    else chunks[chunks.length - 1] += segment.text;
    depth += segment.braces.net;
  }
  return chunks;
}

function firstLine(text: string): string {
  const end = text.search(/[\r\n\u2028\u2029]/u);
  return end < 0 ? text : text.slice(0, end);
}

function readPart(path: string, chunk: string, next: string, surplus: number | null): Part {
  const { tokens, comments } = lex(chunk + next);
  const length = chunk.length;
  const at = tokens.findIndex((token) => token.startOffset >= length);
  const ahead = at < 0 ? [] : tokens.splice(at);
  const reports = reportsOf(path, length);
  const scan: Scan = { text: chunk + next, tokens, reports, ...(ahead[0] === undefined ? {} : { stop: ahead[0] }) };
  mendTexts(scan);
  asBraces(scan);
  const excess = surplus === null ? 0 : repairBraces(scan, surplus);
  tokens.push(...ahead);
  const drafts = structure(scan);
  const over = scan.stop !== undefined && drafts.some((draft) => draft.end > length);
  if (over) return { content: null, excess, at: 0, spans: null };
  const declarations = buildEntries(scan, drafts).filter((entry): entry is DeclarationNode => entry.type === 'declaration');
  return {
    content: { declarations, problems: reports.problems, comments: comments.filter((comment) => comment.span.start < length) },
    excess,
    at: 0,
    spans: null,
  };
}

/** Every span in it, each once: nodes share them. */
function spansOf(value: object, into: Set<MutableSpan>): Set<MutableSpan> {
  if ('start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number')
    return into.add(value as MutableSpan);
  for (const inner of Array.isArray(value) ? (value as unknown[]) : (Object.values(value) as unknown[]))
    if (typeof inner === 'object' && inner !== null) spansOf(inner, into);
  return into;
}

/** Where they stand: a copy of half a long text at every keystroke would be most of the work. */
function move(part: Part, to: number): void {
  const by = to - part.at;
  if (by === 0 || part.content === null) return;
  part.spans ??= [...spansOf([part.content.declarations, part.content.problems, part.content.comments], new Set())];
  for (const span of part.spans) {
    span.start += by;
    span.end += by;
  }
  part.at = to;
}
