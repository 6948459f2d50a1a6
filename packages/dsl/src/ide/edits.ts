// Edits that put something into a declaration: a clause, a level, a word behind its label. Where, and with which indent.
import type { Edit, Span } from '@studyspec/core';
import type { DeclarationNode } from '../syntax/ast.ts';
import type { SourceFile } from './snapshot.ts';
import { lineAt } from './tree.ts';

export function editAt(source: SourceFile, span: Span, text: string): Edit {
  return { file: source.path, span, text };
}

export function insertAt(source: SourceFile, at: number, text: string): Edit {
  return editAt(source, { start: at, end: at }, text);
}

/** Where a head line ends, but for its brace. */
function headEnd(node: DeclarationNode, source: SourceFile): number {
  const brace = node.body === null ? node.span.end : openBrace(source.text, node);
  const ends = [
    node.kindSpan.end,
    ...node.names.map((name) => name.span.end),
    ...(node.label === null ? [] : [node.label.span.end]),
    ...(node.range === null ? [] : [node.range.span.end]),
    ...(node.formula === null ? [] : [node.formula.span.end]),
    ...node.clauses.map((clause) => clause.span.end),
  ];
  return Math.max(...ends.filter((end) => end <= brace));
}

/** Behind the label, or the name: where `from q1` goes. */
export function afterLabel(node: DeclarationNode): number {
  return node.label?.span.end ?? node.names.at(-1)?.span.end ?? node.kindSpan.end;
}

/** The brace that opens a body: not one in a text, a name or a comment. */
function openBrace(text: string, node: DeclarationNode): number {
  const pattern = /"[^"\r\n]*"|“[^”\r\n]*”|`[^`\r\n]*`|\/\/[^\r\n]*|[{｛]/gu;
  pattern.lastIndex = node.kindSpan.end;
  for (let match = pattern.exec(text); match !== null && match.index < node.span.end; match = pattern.exec(text))
    if (/^[{｛]/u.test(match[0])) return match.index;
  return node.span.end;
}

/** A clause put into a declaration: on a line of its own where its braces span lines, else on its line. */
export function addClause(source: SourceFile, node: DeclarationNode, clause: string): Edit {
  if (node.body === null) return insertAt(source, headEnd(node, source), ` ${clause}`);
  const brace = openBrace(source.text, node);
  return lineWithin(source, node, brace)
    ? insertAt(source, brace + 1, `\n${indentOf(source, node)}  ${clause}`)
    : insertAt(source, brace + 1, ` ${clause} `);
}

/** A last entry put into a declaration's braces. */
export function addEntry(source: SourceFile, node: DeclarationNode, entry: string): Edit {
  if (node.body === null) return insertAt(source, headEnd(node, source), ` { ${entry} }`);
  const brace = openBrace(source.text, node);
  const last = Math.max(brace + 1, ...node.body.map((one) => one.span.end));
  return lineWithin(source, node, brace)
    ? insertAt(source, last, `\n${indentOf(source, node)}  ${entry}`)
    : insertAt(source, last, `  ${entry}`);
}

function lineWithin(source: SourceFile, node: DeclarationNode, brace: number): boolean {
  return /[\r\n]/u.test(source.text.slice(brace, node.span.end));
}

function indentOf(source: SourceFile, node: DeclarationNode): string {
  const { start } = lineAt(source.text, node.span.start);
  return /^[^\S\r\n]*/u.exec(source.text.slice(start))?.[0] ?? '';
}

/** Takes a piece out, with its line when nothing else stands there, else with the blanks before it. */
export function takeOut(source: SourceFile, span: Span): Edit {
  const { text } = source;
  const first = lineAt(text, span.start);
  const last = lineAt(text, span.end);
  const alone = text.slice(first.start, span.start).trim() === '' && text.slice(span.end, last.end).trim() === '';
  if (alone) {
    const after = /^(?:\r\n|[\r\n])/u.exec(text.slice(last.end))?.[0].length ?? 0;
    return editAt(source, { start: first.start, end: last.end + after }, '');
  }
  let { start } = span;
  while (start > first.start && /[^\S\r\n]/u.test(text.charAt(start - 1))) start -= 1;
  return editAt(source, { start, end: span.end }, '');
}
