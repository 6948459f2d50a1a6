// The preview beside the text: one panel a window, which follows cursor and edits, stays with one declaration when pinned,
// and survives a reload. What it shows is the server's; how it looks is webview/preview.css's.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { latest } from '../base/latest.ts';
import { PREVIEW, type NumbersParams, type PreviewParams, type PreviewResult } from '../base/protocol.ts';
import type { FromPage, PageState, ToPage } from '../webview/messages.ts';
import { pageOf, pageWords } from './page.ts';
import { actOn, bannerOf, type Cause } from './standing.ts';

export interface Preview extends vscode.Disposable {
  show(editor: vscode.TextEditor, column: vscode.ViewColumn): void;
  /** The server has other numbers for a study: what is shown may be out of date. */
  tell(params: NumbersParams): void;
  ask(): void;
  /** False when there is no preview to copy from. */
  copyTable(): boolean;
}

/** Milliseconds of calm before the server is asked. */
const CALM = 60;

export function createPreview(context: vscode.ExtensionContext, client: () => BaseLanguageClient | null): Preview {
  let panel: vscode.WebviewPanel | null = null;
  let state: PageState | null = null;
  let ready = false;
  /** Of the room on the page; 0 while it is not known. */
  let width = 0;
  /** What the table that is shown alone is one of. */
  let rest: string | undefined;
  let cause: Cause = { kind: 'stopped' };
  let waiting: ToPage[] = [];
  const post = (message: ToPage): void => {
    if (ready) void panel?.webview.postMessage(message);
    else waiting.push(message);
  };

  const questions = latest<PageState, PreviewResult | null>(
    CALM,
    async (question, signal) => {
      const server = client();
      if (server === null) return null;
      const cancel = new vscode.CancellationTokenSource();
      signal.addEventListener('abort', () => cancel.cancel());
      const params: PreviewParams = {
        uri: server.code2ProtocolConverter.asUri(vscode.Uri.parse(question.uri)),
        position: { line: question.line, character: question.character },
        ...(question.whole !== undefined ? { name: question.whole } : question.pinned ? { name: question.name } : {}),
        ...(width > 0 ? { width } : {}),
      };
      return server.sendRequest<PreviewResult | null>(PREVIEW, params, cancel.token);
    },
    (answer, question) => {
      // A study that the server does not know (any more) is one that nothing is known of.
      cause = answer?.standing ?? { kind: client() === null ? 'stopped' : 'empty' };
      const banner = bannerOf(cause, answer?.stale === true);
      if (answer !== null) {
        state = { ...question, name: answer.name };
        rest = answer.whole;
        if (panel !== null) panel.title = vscode.l10n.t('Preview: {0}', answer.title);
        post({ kind: 'state', state });
      }
      post({
        kind: 'picture',
        picture: {
          title: answer?.title ?? '',
          html: answer?.html ?? '',
          dim: answer?.stale === true,
          banner,
          part: answer?.whole !== undefined,
        },
      });
    },
    () => {
      cause = { kind: client() === null ? 'stopped' : 'failed' };
      post({ kind: 'picture', picture: { title: '', html: '', dim: true, banner: bannerOf(cause), part: false } });
    },
  );

  const ask = (): void => {
    if (panel !== null && state !== null) questions.ask(state);
  };
  const place = (editor: vscode.TextEditor): PageState => {
    const { line, character } = editor.selection.active;
    return { uri: editor.document.uri.toString(), line, character, pinned: false, name: null };
  };
  const follow = (editor: vscode.TextEditor | undefined): void => {
    if (editor === undefined || editor.document.languageId !== 'studyspec' || state?.pinned === true) return;
    if (!vscode.workspace.getConfiguration('studyspec').get('preview.followCursor', true)) return;
    state = place(editor);
    ask();
  };

  const hear = async (message: FromPage): Promise<void> => {
    switch (message.kind) {
      case 'ready':
        ready = true;
        for (const one of waiting) void panel?.webview.postMessage(one);
        waiting = [];
        width = message.width;
        ask();
        return;
      case 'width':
        width = message.width;
        ask();
        return;
      case 'pin':
        if (state !== null) state = { ...state, pinned: message.pinned };
        if (state !== null) post({ kind: 'state', state });
        if (!message.pinned) follow(vscode.window.visibleTextEditors.find((one) => one.document.languageId === 'studyspec'));
        // What is on its way was asked for without the pin, and its answer would take it out.
        ask();
        return;
      case 'whole':
        if (state !== null && rest !== undefined) state = { ...state, whole: rest };
        ask();
        return;
      case 'act':
        if (state !== null) await actOn(message.action, vscode.Uri.parse(state.uri), cause, client());
        return;
      case 'explain':
        await vscode.commands.executeCommand('studyspec.explainProblem', message.code);
        return;
      case 'copyText':
        await vscode.env.clipboard.writeText(message.text);
        return;
      case 'say':
        vscode.window.setStatusBarMessage(message.text, 4000);
        return;
    }
  };

  const adopt = (given: vscode.WebviewPanel): void => {
    panel = given;
    ready = false;
    waiting = [];
    const files = vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview');
    panel.webview.options = { enableScripts: true, enableCommandUris: false, localResourceRoots: [files] };
    panel.iconPath = {
      light: vscode.Uri.joinPath(context.extensionUri, 'images', 'file-light.svg'),
      dark: vscode.Uri.joinPath(context.extensionUri, 'images', 'file-dark.svg'),
    };
    panel.webview.onDidReceiveMessage(hear);
    panel.onDidDispose(() => {
      panel = null;
      state = null;
      ready = false;
    });
    panel.webview.html = pageOf(panel.webview, context.extensionUri, pageWords());
  };

  const listening = vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) follow(textEditor);
    }),
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId === 'studyspec') ask();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(ask),
    vscode.window.registerWebviewPanelSerializer('studyspec.preview', {
      async deserializeWebviewPanel(given: vscode.WebviewPanel, kept: PageState | undefined) {
        state = kept ?? null;
        adopt(given);
        // A study that is not open any more has to be, for the server to know its text.
        if (state !== null)
          await vscode.workspace
            .openTextDocument(vscode.Uri.parse(state.uri))
            .then(ask, () =>
              post({ kind: 'picture', picture: { title: '', html: '', dim: true, banner: bannerOf({ kind: 'empty' }), part: false } }),
            );
      },
    }),
  );

  return {
    show(editor, column) {
      state = place(editor);
      if (panel === null)
        adopt(
          vscode.window.createWebviewPanel(
            'studyspec.preview',
            vscode.l10n.t('Preview'),
            { viewColumn: column, preserveFocus: true },
            { enableScripts: true, enableFindWidget: true },
          ),
        );
      else panel.reveal(panel.viewColumn ?? column, true);
      ask();
    },
    ask,
    tell() {
      // Of another study that may be the one this replicates, so its numbers count too.
      ask();
    },
    copyTable() {
      if (panel === null) return false;
      panel.reveal(panel.viewColumn, false);
      post({ kind: 'copy' });
      return true;
    },
    dispose() {
      listening.dispose();
      questions.dispose();
      panel?.dispose();
    },
  };
}
