// Files that are renamed or moved, and the specs that name them: what has to be written in their place. Folders take along what is in them.
import type { Span } from '@studyspec/core';
import { joinPath } from '../semantics/paths.ts';
import { isStandard } from './names.ts';
import { linksIn } from './outline.ts';
import type { SourceFile } from './snapshot.ts';
import type { Edit, Move } from './types.ts';

/**
 * Edits in the specs as they lie before the move: every name of a file in them leads afterwards to the file that it led to. A spec that
 * moves along with its data keeps its words.
 */
export function editsForMoves(sources: Iterable<SourceFile>, moves: readonly Move[]): Edit[] {
  const edits: Edit[] = [];
  for (const source of sources) {
    if (isStandard(source.path)) continue;
    const home = after(source.path, moves);
    for (const { span, target } of linksIn(source)) {
      const written = source.text.slice(span.start, span.end);
      const wanted = after(target, moves);
      if (joinPath(home, plain(written)) === wanted) continue;
      edits.push({ file: source.path, ...rewritten(source, span, named(home, wanted, plain(written))) });
    }
  }
  return edits;
}

/** Where a path leads once everything has moved; the innermost folder that moves counts. */
function after(path: string, moves: readonly Move[]): string {
  const found = moves.filter(({ from }) => path === from || path.startsWith(`${from}/`)).sort((a, b) => b.from.length - a.from.length)[0];
  return found === undefined ? path : `${found.to}${path.slice(found.from.length)}`;
}

const isAbsolute = (name: string): boolean => name.startsWith('/') || /^[A-Za-z]:\//u.test(name);
const plain = (name: string): string => name.replaceAll('\\', '/');

/** A file as a spec names it: beside itself, unless the name was absolute or there is no way from the one to the other. */
function named(spec: string, target: string, before: string): string {
  const [from, to] = [spec.split('/').slice(0, -1), target.split('/')];
  if (isAbsolute(before) || (isAbsolute(target) && from[0] !== to[0])) return target;
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  const relative = [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
  return before.startsWith('./') && !relative.startsWith('../') ? `./${relative}` : relative;
}

/** Within quotation marks there is no way to write one of the same kind: a name that holds a straight one stands between curved ones. */
function rewritten({ text }: SourceFile, span: Span, name: string): { readonly span: Span; readonly text: string } {
  return /["＂]/u.test(name) && /["＂]/u.test(text.charAt(span.start - 1))
    ? { span: { start: span.start - 1, end: span.end + 1 }, text: `“${name}”` }
    : { span, text: name };
}
