// Changes that an author may want where the caret stands, without anything being wrong.
import { formatAddress, formatPlain, formatQuantity, type Quantity, type Span } from '@studyspec/core';
import { toAddress } from '../syntax/address.ts';
import type { AddressNode, DeclarationNode, EntryNode, LabelNode } from '../syntax/ast.ts';
import { addEntry, insertAt } from './edits.ts';
import { referenceEdit, reverseFix } from './fix-data.ts';
import { namesOfSnapshot } from './names.ts';
import type { Snapshot } from './snapshot.ts';
import { childrenOf, nameOf, overlaps, pathAt } from './tree.ts';
import type { CodeFix } from './types.ts';
import { useAt, usesOf } from './uses.ts';
import { wordsOf } from './words.ts';

const refactor = (title: string, edits: CodeFix['edits']): CodeFix => ({ title, edits, preferred: false, kind: 'refactor' });

export function refactorings(s: Snapshot, span: Span): CodeFix[] {
  const path = pathAt(s.file.parsed.file, span.start);
  const owner = path.findLast((entry): entry is DeclarationNode => entry.type === 'declaration');
  return [...references(s, path, span), ...reversals(s, owner, span), ...published(s, path, span), ...labels(s, path)];
}

/** A level under the caret becomes the reference. */
function references(s: Snapshot, path: readonly EntryNode[], span: Span): CodeFix[] {
  const use = useAt(usesOf(s.file, namesOfSnapshot(s)), span.start);
  const inner = path.at(-1);
  if (use?.sense.kind !== 'level' || !use.declares || inner?.type !== 'item') return [];
  const { category, level } = use.sense;
  const variable = s.study.compiled.context?.variables.get(category);
  if (variable?.kind !== 'category' || variable.reference === level) return [];
  const edit = referenceEdit(s, category, level);
  return edit === null ? [] : [refactor(wordsOf(s).mends.reference(level), [edit])];
}

/** Without a problem of its own an item that runs against the others can still be turned round. */
function reversals(s: Snapshot, owner: DeclarationNode | undefined, span: Span): CodeFix[] {
  if (owner?.kind !== 'indicator' || !owner.names.some((name) => overlaps(name.span, span))) return [];
  const fix = reverseFix(s, nameOf(owner));
  return fix === null ? [] : [{ ...fix, preferred: false }];
}

/** The number as a paper would print it, with its sign. Thousands are not parted: a spec's figures are plain. */
function printed({ value, format }: Quantity): string | null {
  if (value === null) return null;
  if (format === 'count' || format === 'df') return `= ${formatPlain(value)}`;
  const text = formatQuantity(value, format);
  return text.startsWith('<') || text.startsWith('>') ? `${text.charAt(0)} ${text.slice(1)}` : `= ${text}`;
}

/** A number that a claim is about is written down as a published figure. */
function published(s: Snapshot, path: readonly EntryNode[], span: Span): CodeFix[] {
  const item = path.at(-1);
  const owner = path.at(-2);
  if (item?.type !== 'item' || owner?.type !== 'declaration' || owner.kind !== 'hypothesis' || s.numbers === null || s.numbers.stale)
    return [];
  const nodes: readonly AddressNode[] = [
    ...(item.subject.address === null ? [] : [item.subject.address]),
    ...(item.codes ?? []).flatMap((code) => (code.kind === 'address' ? [code.address] : [])),
  ];
  const node = nodes.find((one) => overlaps(one.span, span)) ?? nodes[0];
  const quantity = node === undefined ? undefined : s.numbers.results.quantities.get(formatAddress(toAddress(node)));
  const text = quantity === undefined ? null : printed(quantity);
  if (node === undefined || quantity === undefined || text === null) return [];
  const entry = `${s.file.text.slice(node.span.start, node.span.end)} ${text}`;
  const block = s.file.parsed.file.declarations.find((one) => one.kind === 'published');
  const source =
    s.file.parsed.file.declarations.find((one) => one.kind === 'source')?.label?.texts[0]?.text ?? wordsOf(s).written.published;
  const gap = s.file.text.endsWith('\n') ? '\n' : '\n\n';
  const edit =
    block === undefined
      ? insertAt(s.file, s.file.text.length, `${gap}published "${source}" {\n  ${entry}\n}\n`)
      : addEntry(s.file, block, entry);
  return [refactor(wordsOf(s).mends.recordPublished, [edit])];
}

/** Languages that other labels of the file have, and this one lacks. */
function labels(s: Snapshot, path: readonly EntryNode[]): CodeFix[] {
  const inner = path.at(-1);
  const label = inner?.type === 'declaration' ? inner.label : inner?.type === 'item' ? inner.subject.label : null;
  if (label === null || label === undefined) return [];
  const known = new Set<string>();
  const collect = (entry: EntryNode): void => {
    const own: LabelNode | null = entry.type === 'declaration' ? entry.label : entry.type === 'item' ? entry.subject.label : null;
    for (const { lang } of own?.texts ?? []) if (lang !== null) known.add(lang);
    for (const child of childrenOf(entry)) collect(child);
  };
  for (const declaration of s.file.parsed.file.declarations) collect(declaration);
  return [...known]
    .filter((lang) => !label.texts.some((text) => text.lang === lang))
    .map((lang) => refactor(wordsOf(s).mends.addLabel(lang), [insertAt(s.file, label.span.end, ` ${lang} ""`)]));
}
