// The editor service: every feature, on plain offsets. Each takes a snapshot and answers at once; none reads, waits or throws.
export * from './snapshot.ts';
export * from './types.ts';
export { replicatedBy, replicates, studyAt } from './calls.ts';
export { completionsAt } from './completion.ts';
export { fixesAt } from './fixes.ts';
export { formatEdits, formatOnType, formatRangeEdits } from './format-edits.ts';
export { hintsOf } from './hints.ts';
export { hoverAt } from './hover.ts';
export { foldsOf, lensesOf, linksOf, previewTargetAt, selectionRangesAt, symbolsOf, workspaceSymbols } from './outline.ts';
export { editsForMoves } from './moves.ts';
export { editorTexts, phrasesOf } from './phrases.ts';
export { problemList, problemsByFile, problemsOf, statedList } from './problems.ts';
export { definitionAt, highlightsAt, prepareRenameAt, referencesAt, renameAt } from './references.ts';
export { semanticTokensOf } from './semantic-tokens.ts';
export { signatureAt } from './signature.ts';
export { suggestionsAt, suggestionTriggers } from './suggestions.ts';
export { sameEntry, unfinishedAt, waitsForMore } from './unfinished.ts';
export { clauseSnippets, kindSnippets } from './snippets.ts';
