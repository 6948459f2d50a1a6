// Formatting as small edits: what the formatter would write, against what stands there, line by line.
import type { Span } from '@studyspec/core';
import { formatText } from '../syntax/formatter.ts';
import type { Parsed } from '../syntax/parse.ts';
import type { Snapshot } from './snapshot.ts';
import { lineAt } from './tree.ts';
import type { TextEdit } from './types.ts';

const memo = new WeakMap<Parsed, readonly TextEdit[]>();

export function formatEdits(s: Snapshot): TextEdit[] {
  const { text, parsed } = s.file;
  let edits = memo.get(parsed);
  if (edits === undefined) {
    edits = lineEdits(text, formatText(text));
    memo.set(parsed, edits);
  }
  return [...edits];
}

/** Only what changes within the lines of the span. */
export function formatRangeEdits(s: Snapshot, span: Span): TextEdit[] {
  const { text } = s.file;
  const from = lineAt(text, Math.min(span.start, text.length)).start;
  const last = span.end > span.start && span.end <= text.length && text.charAt(span.end - 1) === '\n' ? span.end - 1 : span.end;
  const to = lineAt(text, Math.min(last, text.length)).end;
  return formatEdits(s).filter((edit) => edit.span.start >= from && edit.span.end <= to);
}

/** After a line end the line before it is set right; after `}` the block that it closes. */
export function formatOnType(s: Snapshot, offset: number, character: string): TextEdit[] {
  const { text } = s.file;
  if (character === '\n') {
    const before = text.charAt(offset - 1) === '\n' ? offset - 1 : offset;
    const line = lineAt(text, Math.max(0, text.charAt(before - 1) === '\r' ? before - 1 : before));
    return line.end > line.start ? formatRangeEdits(s, line) : [];
  }
  if (character !== '}' || text.charAt(offset - 1) !== '}') return [];
  const closed = s.file.parsed.file.declarations.findLast((node) => node.span.start < offset && offset <= node.span.end);
  return closed === undefined ? [] : formatRangeEdits(s, { start: closed.span.start, end: offset });
}

interface Lines {
  readonly texts: readonly string[];
  readonly starts: readonly number[];
}

/** Lines with their line ends. */
function linesOf(text: string): Lines {
  const texts = text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
  const starts: number[] = [];
  let at = 0;
  for (const line of texts) {
    starts.push(at);
    at += line.length;
  }
  return { texts, starts: [...starts, at] };
}

/** Edits that turn one text into the other, each within one line where lines correspond. Carriage returns are kept. */
function lineEdits(before: string, after: string): TextEdit[] {
  const crlf = /\r\n/u.test(before);
  const given = linesOf(before);
  const wanted = linesOf(crlf ? after.replace(/\n/gu, '\r\n') : after);
  const edits: TextEdit[] = [];
  // Lines are set, joined by nothing and never reordered: apart from blank lines, the n-th is the n-th.
  let a = 0;
  let b = 0;
  const blank = (line: string | undefined): boolean => line === undefined || line.trim() === '';
  while (a < given.texts.length || b < wanted.texts.length) {
    const [from, blankBefore] = [a, b];
    while (a < given.texts.length && blank(given.texts[a])) a += 1;
    while (b < wanted.texts.length && blank(wanted.texts[b])) b += 1;
    pushEdit(edits, before, given.starts[from]!, given.starts[a]!, wanted.texts.slice(blankBefore, b).join(''));
    if (a < given.texts.length || b < wanted.texts.length) {
      pushEdit(edits, before, given.starts[a]!, given.starts[Math.min(a + 1, given.texts.length)]!, wanted.texts[b] ?? '');
      a = Math.min(a + 1, given.texts.length);
      b = Math.min(b + 1, wanted.texts.length);
    }
  }
  return edits;
}

/** Leaves out what both have in common at either end. */
function pushEdit(edits: TextEdit[], before: string, start: number, end: number, text: string): void {
  const old = before.slice(start, end);
  if (old === text) return;
  let front = 0;
  while (front < old.length && front < text.length && old.charAt(front) === text.charAt(front)) front += 1;
  let back = 0;
  while (
    back < old.length - front &&
    back < text.length - front &&
    old.charAt(old.length - 1 - back) === text.charAt(text.length - 1 - back)
  )
    back += 1;
  // Never between the halves of one character.
  if (front > 0 && /[\uD800-\uDBFF]/u.test(old.charAt(front - 1))) front -= 1;
  if (back > 0 && /[\uDC00-\uDFFF]/u.test(old.charAt(old.length - back))) back -= 1;
  const last = edits.at(-1);
  const edit = { span: { start: start + front, end: end - back }, text: text.slice(front, text.length - back) };
  if (last !== undefined && last.span.end >= edit.span.start)
    edits[edits.length - 1] = { span: { start: last.span.start, end: edit.span.end }, text: last.text + edit.text };
  else edits.push(edit);
}
