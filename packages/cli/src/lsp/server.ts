// The life of the server, wherever it runs. Start and end, documents, what is pushed (problems, numbers, refreshes). Requests are
// features.ts'; through what its messages come is node/stdio.ts' and browser/worker.ts'.
import { language } from '../base/speech.ts';
import { speak } from '../base/speak.ts';
import { editorWords, type Step } from '@studyspec/core';
import { semanticModifiers, semanticTypes, suggestionTriggers } from '@studyspec/dsl';
import {
  BulkRegistration,
  CodeLensRefreshRequest,
  CompletionRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  HoverRequest,
  TextDocumentSyncKind,
  CodeActionKind,
  type ClientCapabilities,
  type Connection,
  type Position,
  type InitializeResult,
  type WorkDoneProgressServerReporter,
} from 'vscode-languageserver';
import { version } from '../base/version.ts';
import { estimates, toldProgress } from '../render/progress-line.ts';
import { keepCalm, QUIET } from './calm.ts';
import { answerExplanations } from './explain.ts';
import { answerFeatures } from './features.ts';
import { MANUSCRIPTS, openManuscripts } from './manuscripts.ts';
import type { Host } from './host.ts';
import { answerPreviews, serverCommands } from './preview.ts';
import { publisher } from './publish.ts';
import { nextMessage } from './turns.ts';
import { pathOf } from './uris.ts';
import { openWorkspace } from './workspace.ts';

/** A computation that lasts longer than this is shown as work in progress. */
const LASTS = 500;
/** However fast edits follow one another, after so many the study is looked at. */
const MOST_EDITS = 50;

const capabilities: InitializeResult['capabilities'] = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
  completionProvider: { triggerCharacters: [...suggestionTriggers], resolveProvider: false },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] },
  renameProvider: { prepareProvider: true },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor] },
  codeLensProvider: { resolveProvider: false },
  inlayHintProvider: { resolveProvider: false },
  signatureHelpProvider: { triggerCharacters: ['(', ','] },
  documentLinkProvider: { resolveProvider: false },
  callHierarchyProvider: true,
  semanticTokensProvider: {
    legend: { tokenTypes: [...semanticTypes], tokenModifiers: [...semanticModifiers] },
    full: { delta: true },
    range: true,
  },
  executeCommandProvider: { commands: Object.values(serverCommands) },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    // Data have any ending, and folders hold data and specs.
    fileOperations: { willRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] } },
  },
};

export interface Serving {
  /** With the status to end with: 0 where the editor said that it ends. */
  readonly ended: Promise<0 | 1>;
  /** The editor is gone, or (with a status) cannot be understood. */
  end(status?: 0 | 1): void;
}

type Reporter = WorkDoneProgressServerReporter;
interface Waiting {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly estimate: ReturnType<typeof estimates>;
  reporter: Reporter | null;
}

function reportStep({ reporter, estimate }: Waiting, step: Step): void {
  const { share, seconds } = estimate(step);
  // Each stage counts for itself; a share that falls is none that an editor can show, so it stands in the words.
  reporter?.report(toldProgress(step, share, seconds));
}

/** Serves until the editor says that it ends, or `end` does. */
export function serve(connection: Connection, host: Host): Serving {
  let client: ClientCapabilities = {};
  let quiet = QUIET;
  let patience = LASTS;
  let begun = false;
  const progress = new Map<string, Waiting>();

  const workspace = openWorkspace(host, {
    changed(path, numbersChanged) {
      manuscripts.studyChanged(path);
      if (!workspace.isOpen(path)) return;
      publish.study(path);
      if (!numbersChanged) return;
      if (client.workspace?.inlayHint?.refreshSupport === true) void connection.languages.inlayHint.refresh().catch(() => undefined);
      if (client.workspace?.codeLens?.refreshSupport === true)
        void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    },
    computing: (path, running) => {
      showProgress(connection, path, running);
    },
    step(path, step) {
      const waiting = progress.get(path);
      if (waiting !== undefined) reportStep(waiting, step);
    },
    failed(path, message) {
      connection.console.error(editorWords(language()).server.failed(path, message));
      if (workspace.isOpen(path)) publish.study(path);
    },
  });
  const calm = keepCalm(
    () => quiet,
    (path) => {
      publish.again(path);
    },
  );
  const publish = publisher(connection, workspace, host.files, calm);
  const manuscripts = openManuscripts(connection, workspace);
  const features = answerFeatures(connection, workspace, manuscripts);
  answerPreviews(connection, workspace);
  answerExplanations(connection);

  function showProgress(to: Connection, path: string, running: boolean): void {
    const before = progress.get(path);
    if (running && before === undefined && client.window?.workDoneProgress === true) {
      const entry: Waiting = {
        reporter: null,
        estimate: estimates(() => performance.now()),
        timer: setTimeout(() => {
          void to.window
            .createWorkDoneProgress()
            .then((reporter) => {
              if (progress.get(path) !== entry) return;
              entry.reporter = reporter;
              reporter.begin('StudySpec', undefined, path.split('/').at(-1), true);
              reporter.token.onCancellationRequested(() => {
                workspace.halt(path);
              });
            })
            .catch(() => undefined);
        }, patience),
      };
      progress.set(path, entry);
    } else if (!running && before !== undefined) {
      progress.delete(path);
      clearTimeout(before.timer);
      before.reporter?.done();
    }
  }

  connection.onInitialize(async (params): Promise<InitializeResult> => {
    begun = true;
    client = params.capabilities;
    const options = params.initializationOptions as
      | { readonly trusted?: unknown; readonly locale?: unknown; readonly quiet?: unknown; readonly patience?: unknown }
      | null
      | undefined;
    const locale = typeof options?.locale === 'string' ? options.locale : params.locale;
    await speak(locale ?? 'en');
    workspace.setLanguage(language());
    if (typeof options?.quiet === 'number') quiet = options.quiet;
    if (typeof options?.patience === 'number') patience = options.patience;
    if (options?.trusted === false) workspace.setTrusted(false);
    const roots = params.workspaceFolders?.map((folder) => pathOf(folder.uri)) ?? (params.rootUri == null ? [] : [pathOf(params.rootUri)]);
    workspace.setFolders(roots);
    return { capabilities, serverInfo: { name: 'studyspec', version } };
  });
  connection.onInitialized(() => {
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      const watchers = ['**/*.study', '**/*.csv', '**/*.tsv', '**/*.txt', '**/*.sav', '**/*.xlsx'].map((globPattern) => ({ globPattern }));
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
    }
    // Asked for by name, so that of manuscripts an editor asks nothing else: no colours, no formatting. Other editors send what they like.
    const { synchronization, completion, hover } = client.textDocument ?? {};
    if ([synchronization, completion, hover].every((one) => one?.dynamicRegistration === true)) {
      const documentSelector = [{ pattern: MANUSCRIPTS }];
      const registrations = BulkRegistration.create();
      registrations.add(DidOpenTextDocumentNotification.type, { documentSelector });
      registrations.add(DidChangeTextDocumentNotification.type, { documentSelector, syncKind: TextDocumentSyncKind.Incremental });
      registrations.add(DidCloseTextDocumentNotification.type, { documentSelector });
      registrations.add(CompletionRequest.type, { documentSelector, triggerCharacters: [...suggestionTriggers] });
      registrations.add(HoverRequest.type, { documentSelector });
      void connection.client.register(registrations).catch(() => undefined);
    }
    if (client.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(() => {
        void connection.workspace
          .getWorkspaceFolders()
          .then((folders) => {
            workspace.setFolders((folders ?? []).map((folder) => pathOf(folder.uri)));
          })
          .catch(() => undefined);
      });
    }
  });
  connection.onNotification('studyspec/trust', (params: { readonly trusted?: unknown } | null) => {
    workspace.setTrusted(params?.trusted !== false);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    workspace.filesChanged(changes.map((change) => pathOf(change.uri)));
  });

  connection.onDidOpenTextDocument(({ textDocument }) => {
    if (manuscripts.is(textDocument.uri, textDocument.languageId)) {
      manuscripts.open(textDocument.uri, textDocument.languageId, textDocument.version, textDocument.text);
      return;
    }
    calm.forget(pathOf(textDocument.uri));
    workspace.open(textDocument.uri, textDocument.languageId, textDocument.version, textDocument.text);
  });
  // Edits that wait in line are taken in together; then the study is looked at once.
  const edits = new Map<string, number>();
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    const path = pathOf(textDocument.uri);
    if (manuscripts.has(path)) {
      manuscripts.edit(textDocument.uri, textDocument.version, contentChanges);
      return;
    }
    const splices = workspace.edit(textDocument.uri, textDocument.version, contentChanges);
    const last = splices.at(-1);
    calm.edited(path, splices);
    if (last !== undefined) features.typed(path, textDocument.version, last.start + last.length);
    const waiting = edits.get(path);
    edits.set(path, (waiting ?? 0) + 1);
    if (waiting === undefined) void settleSoon(path);
  });
  async function settleSoon(path: string): Promise<void> {
    for (let seen = 0; seen < MOST_EDITS; ) {
      seen = edits.get(path) ?? 0;
      await nextMessage();
      if (edits.get(path) === seen) break;
    }
    edits.delete(path);
    if (workspace.isOpen(path)) workspace.settle(path);
  }
  connection.onDidSaveTextDocument(({ textDocument }) => {
    const path = pathOf(textDocument.uri);
    if (manuscripts.has(path)) return;
    calm.settle(path);
    workspace.filesChanged([path]);
    if (workspace.isOpen(path)) publish.again(path);
  });
  // The caret, from an editor that tells it: whoever has left what was typed wants to know.
  connection.onNotification('studyspec/caret', async (params: { readonly uri?: unknown; readonly position?: Position } | null) => {
    if (typeof params?.uri !== 'string' || params.position === undefined) return;
    const path = pathOf(params.uri);
    await nextMessage();
    const document = workspace.documentOf(path);
    const snapshot = workspace.snapshot(path);
    if (document !== null && snapshot !== null && calm.caret(path, snapshot.file, document.offsetAt(params.position))) publish.again(path);
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    const path = pathOf(textDocument.uri);
    if (manuscripts.has(path)) {
      manuscripts.close(textDocument.uri);
      return;
    }
    showProgress(connection, path, false);
    publish.closed(path, textDocument.uri);
    features.closed(path);
    calm.forget(path);
    workspace.close(textDocument.uri);
  });

  let shut = false;
  let finish: (status: 0 | 1) => void = () => undefined;
  const ended = new Promise<0 | 1>((resolve) => {
    finish = resolve;
  });
  const end = (status: 0 | 1): void => {
    calm.close();
    void workspace.dispose().then(
      () => {
        finish(status);
      },
      () => {
        finish(status);
      },
    );
  };
  connection.onShutdown(() => {
    shut = true;
    calm.close();
    return workspace.dispose();
  });
  connection.onExit(() => {
    end(shut ? 0 : 1);
  });
  return {
    ended,
    end: (status) => {
      end(status ?? (shut || !begun ? 0 : 1));
    },
  };
}
