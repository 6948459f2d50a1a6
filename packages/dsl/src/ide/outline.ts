// The shape of a file for an editor: its outline, folds, selections, links, and the studies around it.
import { DATA_VIEW, printedTableName, type Span } from '@studyspec/core';
import type { ClauseNode, DeclarationNode, EntryNode, ItemNode, LabelNode } from '../syntax/ast.ts';
import { isFurtherFile, isKind } from '../syntax/vocabulary.ts';
import { labelOfClause } from '../semantics/project.ts';
import { joinPath } from '../semantics/paths.ts';
import type { Snapshot, SourceFile, StudyFiles } from './snapshot.ts';
import { childrenOf, clauseNamed, lineAt, nameOf, walk } from './tree.ts';
import { wordsOf } from './words.ts';
import type { Fold, Lens, LensCommand, Link, SymbolNode, WorkspaceSymbol } from './types.ts';

export function firstText(label: LabelNode | null): string {
  return label?.texts[0]?.text ?? '';
}

/** The outline: declarations, with indicators, components, levels, claims and rows inside them. */
export function symbolsOf(s: Snapshot): SymbolNode[] {
  return s.file.parsed.file.declarations.map((node) => symbolOf(s, node));
}

function symbolOf(s: Snapshot, node: DeclarationNode): SymbolNode {
  const name = wordsOf(s).list(node.names.map((one) => one.path.map((part) => part.text).join('.')));
  const label = firstText(node.label);
  const kind = wordsOf(s).kind(node.kind);
  const nameSpan =
    node.names.length > 0 ? { start: node.names[0]!.span.start, end: node.names.at(-1)!.span.end } : (node.label?.span ?? node.kindSpan);
  const children = (node.body ?? []).flatMap((entry): SymbolNode[] =>
    entry.type === 'declaration' ? [symbolOf(s, entry)] : entry.type === 'item' ? itemSymbol(entry, node) : [],
  );
  return {
    name: name || label || kind,
    detail: name === '' ? kind : label,
    kind: isKind(node.kind) ? node.kind : 'study',
    span: cover(node.span, nameSpan),
    nameSpan,
    children,
  };
}

function itemSymbol(node: ItemNode, owner: DeclarationNode): SymbolNode[] {
  const { address, label, span } = node.subject;
  const name = address === null ? firstText(label) : address.path.map((part) => part.text).join('.');
  if (name === '' || owner.kind === 'map') return [];
  const kind = owner.kind === 'table' ? 'row' : owner.kind === 'hypothesis' || owner.kind === 'published' ? 'claim' : 'level';
  const nameSpan = address?.span ?? span;
  return [{ name, detail: address === null ? '' : firstText(label), kind, span: cover(node.span, nameSpan), nameSpan, children: [] }];
}

const cover = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

/** Names of all studies that hold the letters of the query in their order; an empty query finds all. */
export function workspaceSymbols(studies: readonly StudyFiles[], query: string): WorkspaceSymbol[] {
  const wanted = [...query.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')];
  const fits = (...texts: string[]): boolean =>
    texts.some((text) => {
      let at = 0;
      for (const character of text.normalize('NFKC').toLowerCase()) if (character === wanted[at]) at += 1;
      return at >= wanted.length;
    });
  const found = new Map<string, WorkspaceSymbol>();
  const add = (symbol: WorkspaceSymbol): void => {
    if (fits(symbol.name, symbol.detail)) found.set(`${symbol.place.file} ${symbol.place.span.start} ${symbol.name}`, symbol);
  };
  for (const { compiled } of studies) {
    const merged = compiled.context?.merged;
    if (merged === undefined) continue;
    for (const one of [...merged.named.values(), ...merged.scales.values()]) {
      if (one.copied || !isKind(one.kind)) continue;
      add({ name: one.name, kind: one.kind, detail: one.label?.node.texts[0]?.text ?? '', container: one.parent, place: one.place });
      if (one.kind !== 'category') continue;
      for (const [name, { node, file }] of one.items)
        add({
          name,
          kind: 'level',
          detail: firstText(node.subject.label),
          container: one.name,
          place: { file, span: node.subject.address?.span ?? node.subject.span },
        });
    }
  }
  return [...found.values()];
}

/** Blocks of several lines, and runs of comment lines. */
export function foldsOf(s: Snapshot): Fold[] {
  const { text, parsed } = s.file;
  const folds: Fold[] = [];
  const manyLines = (span: Span): boolean => /[\r\n\u2028\u2029]/u.test(text.slice(span.start, span.end));
  walk(parsed.file, (entry) => {
    if (entry.type !== 'clause' || entry.body !== null) if (manyLines(entry.span)) folds.push({ span: entry.span, kind: 'block' });
  });
  let run: { start: number; end: number } | null = null;
  const close = (): void => {
    if (run !== null && manyLines(run)) folds.push({ span: run, kind: 'comment' });
    run = null;
  };
  for (const { span } of parsed.comments) {
    if (text.slice(lineAt(text, span.start).start, span.start).trim() !== '') {
      close();
      continue;
    }
    if (run !== null && /^(?:\r\n|[\r\n\u2028\u2029])[^\S\r\n\u2028\u2029]*$/u.test(text.slice(run.end, span.start)))
      run = { start: run.start, end: span.end };
    else {
      close();
      run = { ...span };
    }
  }
  close();
  return folds.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** From the word at the offset out to the whole file, each span larger than the one before. */
export function selectionRangesAt(s: Snapshot, offset: number): Span[] {
  const { text, parsed } = s.file;
  const spans: Span[] = [{ start: 0, end: text.length }];
  const enter = (span: Span): boolean => {
    const last = spans.at(-1)!;
    if (span.start > offset || offset > span.end || span.start < last.start || span.end > last.end) return false;
    if (span.start !== last.start || span.end !== last.end) spans.push({ start: span.start, end: span.end });
    return true;
  };
  let level: readonly EntryNode[] = parsed.file.declarations;
  let innermost: EntryNode | undefined;
  for (let next = level.findLast((entry) => enter(entry.span)); next !== undefined; next = level.findLast((entry) => enter(entry.span))) {
    innermost = next;
    level = childrenOf(next);
  }
  for (const span of innermost === undefined ? [] : partsOf(innermost)) enter(span);
  const word = wordAt(text, offset);
  if (word !== null) enter(word);
  return spans.reverse();
}

/** Spans inside an entry, larger ones first. */
function partsOf(entry: EntryNode): Span[] {
  const spans: Span[] = [];
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const one of value) collect(one);
      return;
    }
    if (typeof value !== 'object' || value === null || 'type' in value) return;
    if ('span' in value) spans.push(value.span as Span);
    for (const inner of Object.values(value)) collect(inner);
  };
  for (const value of Object.values(entry)) collect(value);
  return spans.sort((a, b) => b.end - b.start - (a.end - a.start));
}

const wordPart = /[\p{L}\p{M}\p{N}_]/u;

/** The word that touches an offset. */
export function wordAt(text: string, offset: number): Span | null {
  let start = offset;
  let end = offset;
  for (;;) {
    const before = start > 1 && /[\uDC00-\uDFFF]/u.test(text.charAt(start - 1)) ? text.slice(start - 2, start) : text.charAt(start - 1);
    if (start === 0 || !wordPart.test(before)) break;
    start -= before.length;
  }
  for (;;) {
    const next = String.fromCodePoint(text.codePointAt(end) ?? 32);
    if (end >= text.length || !wordPart.test(next)) break;
    end += next.length;
  }
  return start === end ? null : { start, end };
}

const lensKinds: Readonly<Record<string, readonly LensCommand[]>> = {
  study: ['preview', 'run', 'report'],
  index: ['preview', 'run'],
  compare: ['preview', 'run'],
  correlate: ['preview', 'run'],
  regression: ['preview', 'run'],
  measurement: ['preview', 'run'],
  mediation: ['preview', 'run'],
  deprivation: ['preview', 'run'],
};

/** Nothing is declared or even begun: blanks and comments at most. */
export function isEmpty({ parsed }: SourceFile): boolean {
  return parsed.file.declarations.length === 0 && parsed.problems.length === 0;
}

export function lensesOf(s: Snapshot): Lens[] {
  if (isEmpty(s.file)) return [{ span: { start: 0, end: 0 }, command: 'begin', name: null }];
  return s.file.parsed.file.declarations.flatMap((node): Lens[] => {
    const commands = lensKinds[node.kind] ?? [];
    const name = node.kind === 'study' ? null : nameOf(node);
    return name === '' ? [] : commands.map((command) => ({ span: node.kindSpan, command, name }));
  });
}

/** Files that a spec names: data, joined data, printed tables, the replicated spec. */
export function linksOf(s: Snapshot): Link[] {
  return linksIn(s.file);
}

export function linksIn(file: SourceFile): Link[] {
  const links: Link[] = [];
  const add = (span: Span, target: string, role: Link['role']): void => {
    // Inside the quotation marks.
    if (target.trim() !== '' && !target.startsWith('std:'))
      links.push({
        span: { start: span.start + 1, end: Math.max(span.start + 1, span.end - 1) },
        target: joinPath(file.path, target),
        role,
      });
  };
  const ofClause = (clause: ClauseNode | undefined, role: Link['role']): void => {
    const label = clause === undefined ? null : labelOfClause(clause);
    if (label !== null) add(label.span, label.text, role);
  };
  for (const node of file.parsed.file.declarations) {
    if (node.kind === 'data') {
      const text = node.label?.texts[0];
      if (text !== undefined) add(text.span, text.text, 'data');
      for (const clause of node.clauses) if (isFurtherFile(clause.word)) ofClause(clause, 'data');
    } else if (node.kind === 'study' || node.kind === 'framework') ofClause(clauseNamed(node, 'replicates'), 'study');
    else if (node.kind === 'comparison')
      for (const entry of node.body ?? []) {
        const file = entry.type === 'item' ? entry.codes?.[0] : undefined;
        if (file?.kind === 'text') add(file.span, file.text, 'study');
      }
    else if (node.kind === 'published')
      for (const entry of node.body ?? []) if (entry.type === 'declaration') ofClause(clauseNamed(entry, 'from'), 'table');
  }
  return links;
}

const drawn = new Set([
  'dimension',
  'indicator',
  'category',
  'number',
  'block',
  'index',
  'compare',
  'correlate',
  'regression',
  'measurement',
  'mediation',
  'deprivation',
  'hypothesis',
  'quantity',
  'robustness',
  'scale',
]);

/** The declaration around the offset that has a picture of its own; null for the study as a whole. */
export function previewTargetAt(s: Snapshot, offset: number): string | null {
  const line = lineAt(s.file.text, offset);
  const node = s.file.parsed.file.declarations.findLast((one) => one.span.start <= line.end && line.start <= one.span.end);
  if (node?.kind === 'published') {
    const whole = node.label?.texts[0]?.text ?? 'published';
    // The table that the caret stands in alone.
    const table = node.body?.find(
      (entry): entry is DeclarationNode =>
        entry.type === 'declaration' && entry.kind === 'table' && entry.span.start <= line.end && line.start <= entry.span.end,
    )?.label?.texts[0]?.text;
    return table === undefined ? whole : printedTableName(whole, table);
  }
  if (node?.kind === 'data') return DATA_VIEW;
  if (node === undefined || !drawn.has(node.kind) || node.kind === 'scale') return null;
  return nameOf(node) || null;
}
