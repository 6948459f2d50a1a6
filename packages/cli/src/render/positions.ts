// Lines and columns of offsets in a text, and the width of text on a terminal.

import type { Place, PlaceInFile } from '@studyspec/core';

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Line and column from 1; columns count UTF-16 units, as editors and SARIF do. CR LF, LF and CR end a line. */
export interface Lines {
  readonly at: (offset: number) => Position;
  /** A line without its end. */
  readonly text: (line: number) => string;
  readonly start: (line: number) => number;
}

export function linesOf(text: string): Lines {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/gu)) starts.push(match.index + match[0].length);
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    at: (offset) => {
      const line = lineAt(Math.max(0, Math.min(offset, text.length)));
      return { line: line + 1, column: Math.max(0, Math.min(offset, text.length)) - starts[line]! + 1 };
    },
    text: (line) => text.slice(starts[line - 1] ?? text.length, starts[line] ?? text.length).replace(/[\r\n]+$/u, ''),
    start: (line) => starts[line - 1] ?? text.length,
  };
}

/** Places as programs read them: the file by another name, lines and columns of both ends where its text is known. */
export function placedIn(texts: ReadonlyMap<string, string | null>, name: (file: string) => string): (place: Place) => PlaceInFile {
  const known = new Map<string, Lines | null>();
  return ({ file, span }) => {
    const text = texts.get(file);
    const lines = known.get(file) ?? (typeof text === 'string' ? linesOf(text) : null);
    known.set(file, lines);
    const [from, to] = [lines?.at(span.start), lines?.at(span.end)];
    return {
      file: name(file),
      span,
      line: from?.line ?? null,
      column: from?.column ?? null,
      endLine: to?.line ?? null,
      endColumn: to?.column ?? null,
    };
  };
}
