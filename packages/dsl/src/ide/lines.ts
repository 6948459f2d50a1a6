// Lines of a text: where each ends, not counting a comment. Built once a text.
import type { Parsed } from '../syntax/parse.ts';
import type { SourceFile } from './snapshot.ts';

export interface Lines {
  /** Number of the line that holds an offset. */
  at(offset: number): number;
  /** Where a note about a line stands: behind its last word, before a comment. */
  noteAt(line: number): number;
  startOf(line: number): number;
  readonly count: number;
}

const memo = new WeakMap<Parsed, Lines>();

export function linesOf(source: SourceFile): Lines {
  const known = memo.get(source.parsed);
  if (known !== undefined) return known;
  const { text, parsed } = source;
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10) || code === 0x2028 || code === 0x2029) starts.push(at + 1);
  }
  const find = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const comments = new Map(parsed.comments.map((comment) => [find(comment.span.start), comment.span.start]));
  const lines: Lines = {
    at: find,
    noteAt: (line) => {
      let end = comments.get(line) ?? (starts[line + 1] ?? text.length + 1) - 1;
      while (end > starts[line]! && /\s/u.test(text.charAt(end - 1))) end -= 1;
      return end;
    },
    startOf: (line) => starts[line]!,
    count: starts.length,
  };
  memo.set(parsed, lines);
  return lines;
}
