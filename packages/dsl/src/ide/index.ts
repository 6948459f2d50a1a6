// The editor service: every feature, on plain offsets. Each takes a snapshot and answers at once; none reads, waits or throws.
import type { Span } from '@studyspec/core';
import type { Snapshot, StudyFiles } from './snapshot.ts';
import type { CodeFix, Completion, Fold, Hint, Hover, Lens, Link, Place, Problem, Rename, SemanticToken, SignatureHelp, StudyCall, SymbolNode, TextEdit, WorkspaceSymbol } from './types.ts';

export * from './snapshot.ts';
export * from './types.ts';

/** Problems of the snapshot's file, each once: of the text, of the data, of the results. */
export function problemsOf(_s: Snapshot): Problem[] { return []; }
/** The same for every file of the study's chain that has any, by path. */
export function problemsByFile(_s: Snapshot): Map<string, Problem[]> { return new Map(); }
export function completionsAt(_s: Snapshot, _offset: number): Completion[] { return []; }
export function hoverAt(_s: Snapshot, _offset: number): Hover | null { return null; }
export function hintsOf(_s: Snapshot, _span?: Span): Hint[] { return []; }
export function lensesOf(_s: Snapshot): Lens[] { return []; }
export function definitionAt(_s: Snapshot, _offset: number): Place[] { return []; }
export function referencesAt(_s: Snapshot, _offset: number, _withDeclaration?: boolean): Place[] { return []; }
export function highlightsAt(_s: Snapshot, _offset: number): { readonly span: Span; readonly write: boolean }[] { return []; }
export function prepareRenameAt(_s: Snapshot, _offset: number): { readonly span: Span; readonly name: string } | null { return null; }
export function renameAt(_s: Snapshot, _offset: number, _newName: string): Rename { return []; }
export function symbolsOf(_s: Snapshot): SymbolNode[] { return []; }
export function workspaceSymbols(_studies: readonly StudyFiles[], _query: string): WorkspaceSymbol[] { return []; }
export function foldsOf(_s: Snapshot): Fold[] { return []; }
/** From the innermost to the whole file. */
export function selectionRangesAt(_s: Snapshot, _offset: number): Span[] { return []; }
export function semanticTokensOf(_s: Snapshot, _span?: Span): SemanticToken[] { return []; }
export function formatEdits(_s: Snapshot): TextEdit[] { return []; }
export function formatRangeEdits(_s: Snapshot, _span: Span): TextEdit[] { return []; }
/** After `}` or a line end was typed: `offset` is behind it. */
export function formatOnType(_s: Snapshot, _offset: number, _character: string): TextEdit[] { return []; }
export function signatureAt(_s: Snapshot, _offset: number): SignatureHelp | null { return null; }
export function fixesAt(_s: Snapshot, _span: Span): CodeFix[] { return []; }
export function linksOf(_s: Snapshot): Link[] { return []; }
/** The declaration to draw: null stands for the study as a whole. */
export function previewTargetAt(_s: Snapshot, _offset: number): string | null { return null; }
/** The study itself, for the call hierarchy. */
export function studyAt(_s: Snapshot, _offset: number): StudyCall | null { return null; }
/** Studies that replicate this one (by path), and the one it replicates. */
export function replicatedBy(_studies: readonly StudyFiles[], _path: string): StudyCall[] { return []; }
export function replicates(_studies: readonly StudyFiles[], _path: string): StudyCall[] { return []; }
