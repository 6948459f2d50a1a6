// The colours of words, by what they mean: keywords, names by kind, levels, columns, quantities, options.
import type { Span } from '@studyspec/core';
import type { ClauseNode } from '../syntax/ast.ts';
import { namesOfSnapshot } from './names.ts';
import type { Snapshot } from './snapshot.ts';
import { overlaps, walk } from './tree.ts';
import { semanticModifiers, semanticTypes, type SemanticToken } from './types.ts';
import { usesOf, type Use } from './uses.ts';

type Type = (typeof semanticTypes)[number];

const ofKind: Readonly<Record<string, Type>> = {
  dimension: 'class',
  index: 'class',
  block: 'namespace',
  component: 'property',
  indicator: 'variable',
  number: 'variable',
  category: 'enum',
  compare: 'function',
  correlate: 'function',
  mediation: 'function',
  deprivation: 'function',
  regression: 'function',
  hypothesis: 'function',
  quantity: 'variable',
};

/** In order of text, never overlapping. Comments, texts and numbers are left to the editor's grammar. */
export function semanticTokensOf(s: Snapshot, span?: Span): SemanticToken[] {
  const names = namesOfSnapshot(s);
  const found: SemanticToken[] = [];
  const add = (at: Span, type: Type, ...modifiers: (typeof semanticModifiers)[number][]): void => {
    if (at.end > at.start && (span === undefined || overlaps(at, span)))
      found.push({
        span: at,
        type: semanticTypes.indexOf(type),
        modifiers: modifiers.reduce((bits, one) => bits | (1 << semanticModifiers.indexOf(one)), 0),
      });
  };
  walk(s.file.parsed.file, (entry) => {
    if (entry.type === 'declaration') {
      add(entry.kindSpan, 'keyword');
      if (entry.engine !== null) add(entry.engine.span, 'keyword');
    }
    if (entry.type === 'clause') {
      add(entry.wordSpan, 'keyword');
      options(entry, add);
    }
  });
  for (const use of usesOf(s.file, names)) {
    const [type, readonly] = typeOf(use, (name) => names.named.get(name)?.kind);
    if (type !== null) add(use.span, type, ...(use.declares ? ['declaration' as const] : []), ...(readonly ? ['readonly' as const] : []));
  }
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return found.filter((token, at) => at === 0 || token.span.start >= found[at - 1]!.span.end);
}

function typeOf({ sense }: Use, kindOf: (name: string) => string | undefined): readonly [Type | null, boolean] {
  switch (sense.kind) {
    case 'declaration':
      return [ofKind[kindOf(sense.name) ?? ''] ?? null, false];
    case 'scale':
      return ['type', false];
    case 'level':
      return ['enumMember', true];
    case 'column':
      return ['parameter', false];
    case 'quantity':
      return ['property', true];
    case 'placeholder':
      return ['parameter', true];
    case 'function':
      return ['function', true];
  }
}

/** Words of an option: what is no name. */
function options(clause: ClauseNode, add: (at: Span, type: Type, ...modifiers: 'readonly'[]) => void): void {
  if (
    clause.shape !== 'choices' ||
    ['on', 'from', 'like', 'reference', 'id', 'cluster', 'stratum', 'population', 'text'].includes(clause.word)
  )
    return;
  for (const { atoms } of clause.choices)
    for (const atom of atoms) if (atom.kind === 'address' && atom.args === null) add(atom.span, 'enumMember', 'readonly');
}
