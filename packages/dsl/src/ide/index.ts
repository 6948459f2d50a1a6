// The editor service: every feature, on plain offsets. Each takes a snapshot and answers at once; none reads, waits or throws.
import type { Span } from '@studyspec/core';
import type { Snapshot } from './snapshot.ts';
import type { CodeFix, SignatureHelp } from './types.ts';

export * from './snapshot.ts';
export * from './types.ts';
export { problemsByFile, problemsOf } from './problems.ts';
export { definitionAt, highlightsAt, prepareRenameAt, referencesAt, renameAt } from './references.ts';
export { foldsOf, lensesOf, linksOf, previewTargetAt, selectionRangesAt, symbolsOf, workspaceSymbols } from './outline.ts';
export { semanticTokensOf } from './semantic-tokens.ts';
export { formatEdits, formatOnType, formatRangeEdits } from './format-edits.ts';
export { replicatedBy, replicates, studyAt } from './calls.ts';

export { completionsAt } from './completion.ts';
export { phrases } from './phrases.ts';
export { clauseSnippets, kindSnippets } from './snippets.ts';
export { hoverAt } from './hover.ts';
export { hintsOf } from './hints.ts';
export function signatureAt(_s: Snapshot, _offset: number): SignatureHelp | null { return null; }
export function fixesAt(_s: Snapshot, _span: Span): CodeFix[] { return []; }
