// Walking the tree of a file: what stands at an offset, and every entry in order. Knows shapes only.
import type { Span } from '@studyspec/core';
import type { ClauseNode, DeclarationNode, EntryNode, FileNode } from '../syntax/ast.ts';

export function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** What stands directly inside an entry, in order of text. */
export function childrenOf(entry: EntryNode): readonly EntryNode[] {
  // A declaration's body repeats the clauses that stand in it.
  const children = [...new Set<EntryNode>([...(entry.type === 'clause' ? [] : entry.clauses), ...(entry.body ?? [])])];
  return children.sort((a, b) => a.span.start - b.span.start);
}

/** Entries around an offset, from the declaration of the file inwards. At a border the later entry counts. */
export function pathAt(file: FileNode, offset: number): EntryNode[] {
  const path: EntryNode[] = [];
  let level: readonly EntryNode[] = file.declarations;
  for (;;) {
    const next: EntryNode | undefined = level.findLast((entry) => contains(entry.span, offset));
    if (next === undefined) return path;
    path.push(next);
    level = childrenOf(next);
  }
}

/** The innermost declarations around an offset, outermost first. */
export function declarationsAt(file: FileNode, offset: number): DeclarationNode[] {
  return pathAt(file, offset).filter((entry): entry is DeclarationNode => entry.type === 'declaration');
}

/** Every entry with the declaration it stands in, in order of text. */
export function walk(file: FileNode, visit: (entry: EntryNode, owner: DeclarationNode | null) => void): void {
  const enter = (entry: EntryNode, owner: DeclarationNode | null): void => {
    visit(entry, owner);
    const inner = entry.type === 'declaration' ? entry : owner;
    for (const child of childrenOf(entry)) enter(child, inner);
  };
  for (const declaration of file.declarations) enter(declaration, null);
}

export function nameOf(node: DeclarationNode): string {
  return node.names[0]?.path.map((part) => part.text).join('.') ?? '';
}

export function clauseNamed(node: DeclarationNode, word: string): ClauseNode | undefined {
  return node.clauses.find((clause) => clause.word === word);
}

/** Start and end of the line that holds an offset, the line end not included. */
export function lineAt(text: string, offset: number): Span {
  const end = text.slice(offset).search(/[\r\n\u2028\u2029]/u);
  return { start: lineStart(text, offset), end: end < 0 ? text.length : offset + end };
}

export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !/[\r\n\u2028\u2029]/u.test(text.charAt(start - 1))) start -= 1;
  return start;
}
