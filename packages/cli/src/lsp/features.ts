// The requests of the protocol, each answered by the editor service of dsl. Nothing is found out here: only asked and translated.
import { editorWords } from '@studyspec/core';
import {
  completionsAt,
  definitionAt,
  editsForMoves,
  fixesAt,
  foldsOf,
  formatEdits,
  formatOnType,
  formatRangeEdits,
  highlightsAt,
  hintsOf,
  hoverAt,
  lensesOf,
  linksOf,
  prepareRenameAt,
  referencesAt,
  renameAt,
  replicatedBy,
  replicates,
  selectionRangesAt,
  semanticTokensOf,
  signatureAt,
  studyAt,
  suggestionsAt,
  symbolsOf,
  workspaceSymbols,
  type Place,
  type Snapshot,
  type StudyCall,
} from '@studyspec/dsl';
import {
  CodeActionKind,
  DocumentHighlightKind,
  FoldingRangeKind,
  ResponseError,
  SymbolKind,
  CompletionTriggerKind,
  type CallHierarchyItem,
  type CodeAction,
  type CodeLens,
  type Connection,
  type Location,
  type SelectionRange,
  type TextDocumentIdentifier,
  type Position,
  type CancellationToken,
  LSPErrorCodes,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  completionItemOf,
  diagnosticOf,
  documentSymbolOf,
  encodeTokens,
  inlayHintOf,
  locationOf,
  markdown,
  rangeOf,
  spanOf,
  symbolKindOf,
  textEditsOf,
  workspaceEditOf,
} from './convert.ts';
import { tokenMemory } from './token-memory.ts';
import { typingMemory } from './typing-memory.ts';
import { nextMessage } from './turns.ts';
import { pathOf } from './uris.ts';
import type { Manuscripts } from './manuscripts.ts';
import type { Workspace } from './workspace.ts';

interface At {
  readonly snapshot: Snapshot;
  readonly document: TextDocument;
  readonly path: string;
}

/** What a request is answered with when it was given up, or when the text changed under it. */
const cancelled = (): ResponseError<void> => new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');

/** What an editor does itself when a lens is chosen; the arguments are the document's address and the declaration's name. */
const commands = { preview: 'studyspec.preview', run: 'studyspec.run', report: 'studyspec.openReport', begin: 'studyspec.begin' } as const;

/** A folder's address may end with a stroke. */
const trimmed = (path: string): string => (path.length > 1 ? path.replace(/\/+$/u, '') : path);

export interface Features {
  /** The text was changed up to here. */
  typed(path: string, version: number, offset: number): void;
  closed(path: string): void;
}

/** Answers every request; what it returns is told which documents were closed. */
export function answerFeatures(connection: Connection, workspace: Workspace, manuscripts: Manuscripts): Features {
  const tokens = tokenMemory();
  const typing = typingMemory();

  /** Lets newer messages in first (an edit, a cancellation), then answers by the state that they leave. */
  async function at<T>(
    document: TextDocumentIdentifier,
    token: CancellationToken,
    nothing: T,
    answer: (found: At) => T,
  ): Promise<T | ResponseError<void>> {
    await nextMessage();
    if (token.isCancellationRequested) return cancelled();
    workspace.lookAround();
    const path = pathOf(document.uri);
    // An empty file may become a replication of any of the others.
    if (workspace.documentOf(path)?.getText().trim() === '') workspace.readStudies();
    const snapshot = workspace.snapshot(path);
    const text = workspace.documentOf(path);
    return snapshot === null || text === null ? nothing : answer({ snapshot, document: text, path });
  }
  /** In a manuscript; null where it is none. */
  async function inManuscript<T>(document: TextDocumentIdentifier, token: CancellationToken, answer: (path: string) => T) {
    const path = pathOf(document.uri);
    if (!manuscripts.has(path)) return null;
    await nextMessage();
    if (token.isCancellationRequested) return cancelled();
    workspace.lookAround();
    return answer(path);
  }
  const offsetOf = (found: At, position: Position): number => found.document.offsetAt(position);
  const locations = (places: readonly Place[]): Location[] =>
    places.flatMap((place) => {
      const location = locationOf(workspace, place);
      return location === null ? [] : [location];
    });

  connection.onHover(async ({ textDocument, position }, token) =>
    manuscripts.has(pathOf(textDocument.uri))
      ? inManuscript(textDocument, token, (path) => manuscripts.hover(path, (document) => document.offsetAt(position)))
      : at(textDocument, token, null, (found) => {
          const hover = hoverAt(found.snapshot, offsetOf(found, position));
          return hover === null ? null : { contents: markdown(hover.markdown), range: rangeOf(found.document, hover.span) };
        }),
  );
  connection.onCompletion(async ({ textDocument, position, context }, token) => {
    if (manuscripts.has(pathOf(textDocument.uri)))
      return inManuscript(textDocument, token, (path) => ({
        // Asked again with every letter: what follows a dot is another list.
        isIncomplete: true,
        items: manuscripts.complete(path, (document) => document.offsetAt(position)),
      }));
    return at(textDocument, token, null, (found) => {
      const offset = offsetOf(found, position);
      const trigger = context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? (context.triggerCharacter ?? null) : null;
      const typed =
        trigger !== null ? offset : context === undefined ? null : typing.goesOn(found.path, found.document, offset, context.triggerKind);
      if (typed === null)
        return { isIncomplete: false, items: completionsAt(found.snapshot, offset).map((one) => completionItemOf(found.document, one)) };
      // Asked again with every letter, so that it closes as soon as the text may stand as it is.
      return {
        isIncomplete: true,
        items: suggestionsAt(found.snapshot, typed, trigger).map((one) => completionItemOf(found.document, one, true)),
      };
    });
  });
  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    at(textDocument, token, null, (found) =>
      hintsOf(found.snapshot, spanOf(found.document, range)).map((hint) => inlayHintOf(found.document, hint)),
    ),
  );
  connection.onCodeLens(({ textDocument }, token) =>
    at(textDocument, token, null, (found) =>
      lensesOf(found.snapshot).map(
        (lens): CodeLens => ({
          range: rangeOf(found.document, lens.span),
          command: {
            title: editorWords(found.snapshot.language).lenses[lens.command],
            command: commands[lens.command],
            arguments: [textDocument.uri, lens.name],
          },
        }),
      ),
    ),
  );
  connection.onDefinition(({ textDocument, position }, token) =>
    at(textDocument, token, null, (found) => locations(definitionAt(found.snapshot, offsetOf(found, position)))),
  );
  connection.onReferences(({ textDocument, position, context }, token) =>
    at(textDocument, token, null, (found) => {
      workspace.readStudies();
      return locations(
        referencesAt(workspace.snapshot(found.path) ?? found.snapshot, offsetOf(found, position), context.includeDeclaration),
      );
    }),
  );
  connection.onDocumentHighlight(({ textDocument, position }, token) =>
    at(textDocument, token, null, (found) =>
      highlightsAt(found.snapshot, offsetOf(found, position)).map(({ span, write }) => ({
        range: rangeOf(found.document, span),
        kind: write ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      })),
    ),
  );
  connection.onPrepareRename(({ textDocument, position }, token) =>
    at(textDocument, token, null, (found) => {
      const name = prepareRenameAt(found.snapshot, offsetOf(found, position));
      return name === null ? null : { range: rangeOf(found.document, name.span), placeholder: name.name };
    }),
  );
  connection.onRenameRequest(({ textDocument, position, newName }, token) =>
    at(textDocument, token, null, (found) => {
      workspace.readStudies();
      const rename = renameAt(workspace.snapshot(found.path) ?? found.snapshot, offsetOf(found, position), newName);
      if ('refused' in rename) throw new ResponseError(LSPErrorCodes.RequestFailed, rename.refused);
      return workspaceEditOf(workspace, rename);
    }),
  );
  connection.workspace.onWillRenameFiles(async ({ files }, token) => {
    await nextMessage();
    if (token.isCancellationRequested) return null;
    workspace.readStudies();
    const moves = files.map(({ oldUri, newUri }) => ({ from: trimmed(pathOf(oldUri)), to: trimmed(pathOf(newUri)) }));
    const edits = editsForMoves(workspace.engine.sources(), moves);
    return edits.length === 0 ? null : workspaceEditOf(workspace, edits);
  });
  connection.onDocumentSymbol(({ textDocument }, token) =>
    at(textDocument, token, null, (found) => symbolsOf(found.snapshot).map((node) => documentSymbolOf(found.document, node))),
  );
  connection.onWorkspaceSymbol(async ({ query }, token) => {
    await nextMessage();
    if (token.isCancellationRequested) return cancelled();
    return workspaceSymbols(workspace.studies(), query).flatMap((symbol) => {
      const location = locationOf(workspace, symbol.place);
      return location === null
        ? []
        : [
            {
              name: symbol.name,
              kind: symbolKindOf(symbol.kind),
              location,
              ...(symbol.container === null ? {} : { containerName: symbol.container }),
            },
          ];
    });
  });
  connection.onFoldingRanges(({ textDocument }, token) =>
    at(textDocument, token, null, (found) =>
      foldsOf(found.snapshot).flatMap(({ span, kind }) => {
        const range = rangeOf(found.document, span);
        return range.end.line <= range.start.line
          ? []
          : [
              {
                startLine: range.start.line,
                startCharacter: range.start.character,
                endLine: range.end.line,
                endCharacter: range.end.character,
                ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}),
              },
            ];
      }),
    ),
  );
  connection.onSelectionRanges(({ textDocument, positions }, token) =>
    at(textDocument, token, null, (found) =>
      positions.map((position): SelectionRange => {
        const spans = selectionRangesAt(found.snapshot, offsetOf(found, position));
        const nested = spans.reduceRight<SelectionRange | undefined>(
          (parent, span) => ({ range: rangeOf(found.document, span), ...(parent === undefined ? {} : { parent }) }),
          undefined,
        );
        return nested ?? { range: { start: position, end: position } };
      }),
    ),
  );
  connection.languages.semanticTokens.on(({ textDocument }, token) =>
    at(textDocument, token, { data: [] }, (found) =>
      tokens.full(found.path, encodeTokens(found.document, semanticTokensOf(found.snapshot))),
    ),
  );
  connection.languages.semanticTokens.onDelta(({ textDocument, previousResultId }, token) =>
    at<ReturnType<typeof tokens.delta>>(textDocument, token, { data: [] }, (found) =>
      tokens.delta(found.path, previousResultId, encodeTokens(found.document, semanticTokensOf(found.snapshot))),
    ),
  );
  connection.languages.semanticTokens.onRange(({ textDocument, range }, token) =>
    at(textDocument, token, { data: [] }, (found) => ({
      data: encodeTokens(found.document, semanticTokensOf(found.snapshot, spanOf(found.document, range))),
    })),
  );
  connection.onDocumentFormatting(({ textDocument }, token) =>
    at(textDocument, token, null, (found) => textEditsOf(found.document, formatEdits(found.snapshot))),
  );
  connection.onDocumentRangeFormatting(({ textDocument, range }, token) =>
    at(textDocument, token, null, (found) => textEditsOf(found.document, formatRangeEdits(found.snapshot, spanOf(found.document, range)))),
  );
  connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }, token) =>
    at(textDocument, token, null, (found) => textEditsOf(found.document, formatOnType(found.snapshot, offsetOf(found, position), ch))),
  );
  connection.onSignatureHelp(({ textDocument, position }, token) =>
    at(textDocument, token, null, (found) => {
      const help = signatureAt(found.snapshot, offsetOf(found, position));
      return help === null
        ? null
        : {
            signatures: help.signatures.map(({ label, documentation, parameters }) => ({
              label,
              documentation: markdown(documentation),
              parameters: parameters.map((one) => ({
                label: [one.span.start, one.span.end] as [number, number],
                documentation: markdown(one.documentation),
              })),
            })),
            activeSignature: help.activeSignature,
            activeParameter: help.activeParameter,
          };
    }),
  );
  connection.onCodeAction(({ textDocument, range }, token) =>
    at(textDocument, token, null, (found) =>
      fixesAt(found.snapshot, spanOf(found.document, range)).map(
        (fix): CodeAction => ({
          title: fix.title,
          kind: fix.kind === 'quickfix' ? CodeActionKind.QuickFix : CodeActionKind.Refactor,
          edit: workspaceEditOf(workspace, fix.edits),
          ...(fix.preferred ? { isPreferred: true } : {}),
          ...(fix.problem === undefined ? {} : { diagnostics: [diagnosticOf(workspace, found.document, fix.problem)] }),
        }),
      ),
    ),
  );
  connection.onDocumentLinks(({ textDocument }, token) =>
    at(textDocument, token, null, (found) =>
      linksOf(found.snapshot).map(({ span, target }) => ({ range: rangeOf(found.document, span), target: workspace.uriOf(target) })),
    ),
  );

  const callItem = (call: StudyCall): CallHierarchyItem | null => {
    const location = locationOf(workspace, call.place);
    return location === null
      ? null
      : {
          name: call.title,
          kind: SymbolKind.Module,
          detail: call.path.split('/').at(-1) ?? call.path,
          uri: workspace.uriOf(call.path),
          range: location.range,
          selectionRange: location.range,
          data: call.path,
        };
  };
  connection.languages.callHierarchy.onPrepare(({ textDocument }, token) =>
    at(textDocument, token, null, (found) => {
      const call = studyAt(found.snapshot);
      const item = call === null ? null : callItem(call);
      return item === null ? null : [item];
    }),
  );
  connection.languages.callHierarchy.onIncomingCalls(({ item }) =>
    replicatedBy(workspace.studies(), pathOf(item.uri)).flatMap((call) => {
      const from = callItem(call);
      return from === null ? [] : [{ from, fromRanges: locations(call.places).map(({ range }) => range) }];
    }),
  );
  connection.languages.callHierarchy.onOutgoingCalls(({ item }) =>
    replicates(workspace.studies(), pathOf(item.uri)).flatMap((call) => {
      const to = callItem(call);
      return to === null ? [] : [{ to, fromRanges: locations(call.places).map(({ range }) => range) }];
    }),
  );
  return {
    typed: typing.typed,
    closed: (path) => {
      tokens.forget(path);
      typing.forget(path);
    },
  };
}
