// What may be wrong only because somebody has not finished typing: the entry under way and the heads of those around it. When such a
// problem is shown is the host's (cli/src/lsp/calm.ts).
import { missingHeader, noData, unknownName, type Problem, type Span } from '@studyspec/core';
import type { EntryNode } from '../syntax/ast.ts';
import type { SourceFile } from './snapshot.ts';
import { lineAt, pathAt } from './tree.ts';

/** Problems that a line further down mends: a name that is declared later, a title or data still to come. */
const mendedBelow: ReadonlySet<string> = new Set([unknownName.code, missingHeader.code, noData.code]);

/** The entries around an offset, outermost first; behind the last word of one (comments are none), that one too. */
function around({ text, parsed }: SourceFile, offset: number): EntryNode[] {
  let word = text.slice(0, offset).trimEnd().length;
  for (const { span } of parsed.comments.toReversed())
    if (span.start < word && word <= span.end) word = text.slice(0, span.start).trimEnd().length;
  const [here, before] = [pathAt(parsed.file, offset), pathAt(parsed.file, word)];
  return before.length > here.length && here.every((entry, at) => before[at] === entry) ? before : here;
}

/** Whether both offsets stand in the same line, or in the same innermost entry. */
export function sameEntry(file: SourceFile, a: number, b: number): boolean {
  const [one, other] = [around(file, a).at(-1), around(file, b).at(-1)];
  return lineAt(file.text, a).start === lineAt(file.text, b).start || (one !== undefined && one === other);
}

/** Tells the problems that whoever types at an offset may be about to mend. */
export function unfinishedAt(file: SourceFile, offset: number): (problem: Problem) => boolean {
  const entries = new Set(around(file, offset));
  const line = lineAt(file.text, offset);
  const inLine = ({ start, end }: Span): boolean => start <= line.end && line.start <= end;
  return ({ place }) => {
    if (place === undefined || place.file !== file.path) return false;
    if (inLine(place.span)) return true;
    const own = pathAt(file.parsed.file, place.span.start).at(-1);
    return own !== undefined && entries.has(own);
  };
}

/** Whether a problem may be mended by what is still to be written: somebody types at the end of the text. */
export function waitsForMore(file: SourceFile, offset: number, { code }: Pick<Problem, 'code'>): boolean {
  return mendedBelow.has(code) && /^[\s}｝]*$/u.test(file.text.slice(lineAt(file.text, offset).end));
}
