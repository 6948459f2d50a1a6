// What both connections to the server share (to the program, to the worker of a browser): what the server is told of this editor, what its
// answers become here, and the two settings that silence parts of it.
import * as vscode from 'vscode';
import {
  CodeLensRequest,
  InlayHintRequest,
  RevealOutputChannelOn,
  type BaseLanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import type { LensTarget } from './commands/commands.ts';
import { lensCommands, type ServerOptions } from './base/protocol.ts';
import type { StaleValues } from './stale-values.ts';

/** `documents`: what lies where this server can read it; `runs`: whether there is a terminal to run in. */
export function clientOptions(
  log: vscode.LogOutputChannel,
  stale: StaleValues,
  { documents, runs }: { readonly documents: readonly vscode.DocumentFilter[]; readonly runs: boolean },
): LanguageClientOptions {
  const options: ServerOptions = { trusted: vscode.workspace.isTrusted, locale: vscode.env.language };
  const enabled = (what: string, document: vscode.TextDocument): boolean =>
    vscode.workspace.getConfiguration('studyspec', document).get(`${what}.enabled`, true);
  return {
    documentSelector: documents.map(({ scheme }) => ({ language: 'studyspec', ...(scheme === undefined ? {} : { scheme }) })),
    initializationOptions: options,
    outputChannel: log,
    traceOutputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: {
      // A code leads to what is said of it at length.
      handleDiagnostics: (uri, diagnostics, next) => {
        for (const one of diagnostics)
          if (typeof one.code === 'string')
            one.code = {
              value: one.code,
              target: vscode.Uri.parse(`command:studyspec.explainProblem?${encodeURIComponent(JSON.stringify([one.code]))}`),
            };
        next(uri, diagnostics);
      },
      provideInlayHints: async (document, range, token, next) => {
        if (!enabled('inlayValues', document)) return [...stale.sift(document, [])];
        // Of the whole text, not of what is seen of it: values that lag behind are painted wherever they are.
        const all = await next(document, new vscode.Range(0, 0, document.lineCount, 0), token);
        return token.isCancellationRequested || all == null
          ? null
          : stale.sift(document, all).filter(({ position }) => range.contains(position));
      },
      provideCodeLenses: async (document, token, next) =>
        enabled('codeLens', document) ? ((await next(document, token)) ?? []).flatMap((lens) => worded(lens, document, runs)) : [],
    },
  };
}

/** The server says what a lens does; its words and the command behind it are the editor's. */
function worded(lens: vscode.CodeLens, document: vscode.TextDocument, runs: boolean): vscode.CodeLens[] {
  const kind = lensCommands[lens.command?.command ?? ''];
  if (kind === undefined) return [lens];
  if (kind === 'run' && !runs) return [];
  const named: unknown = lens.command?.arguments?.[1];
  const target: LensTarget = { uri: document.uri.toString(), line: lens.range.start.line, name: typeof named === 'string' ? named : null };
  const said = {
    begin: { title: `$(add) ${vscode.l10n.t('Begin a study')}`, command: 'editor.action.quickFix' },
    preview: { title: `$(open-preview) ${vscode.l10n.t('Preview')}`, command: 'studyspec.showPreviewToSide' },
    run: { title: `$(play) ${vscode.l10n.t('Run')}`, command: 'studyspec.runStudy' },
    report: { title: `$(book) ${vscode.l10n.t('Open report')}`, command: 'studyspec.openReport' },
  }[kind];
  if (kind === 'begin')
    return [
      new vscode.CodeLens(lens.range, said),
      new vscode.CodeLens(lens.range, {
        title: `$(mortar-board) ${vscode.l10n.t('Open the Anshun example')}`,
        command: 'studyspec.openExample',
      }),
    ];
  return [new vscode.CodeLens(lens.range, { ...said, arguments: [target] })];
}

export function askHintsAgain(client: BaseLanguageClient, document: vscode.TextDocument): void {
  client.getFeature(InlayHintRequest.method).getProvider(document)?.onDidChangeInlayHints.fire();
}

/** After one of the two settings changed: asks the editor to ask again. */
export function refreshOverlays(client: BaseLanguageClient, event: vscode.ConfigurationChangeEvent): void {
  for (const document of vscode.workspace.textDocuments) {
    if (document.languageId !== 'studyspec') continue;
    if (event.affectsConfiguration('studyspec.inlayValues.enabled', document)) askHintsAgain(client, document);
    if (event.affectsConfiguration('studyspec.codeLens.enabled', document))
      client.getFeature(CodeLensRequest.method).getProvider(document)?.onDidChangeCodeLensEmitter.fire();
  }
}
