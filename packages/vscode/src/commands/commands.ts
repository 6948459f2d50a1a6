// The commands by name that there are wherever the extension runs. What each does is in a file of its own, or one line here; the rest is
// the host's (on-machine.ts, in-browser.ts).
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Preview } from '../preview/preview.ts';
import { explainProblem } from './explain-problem.ts';
import { openExample } from './open-example.ts';

export interface Parts {
  readonly preview: Preview;
  readonly log: vscode.LogOutputChannel;
  readonly restart: () => Promise<void>;
  /** Null while the server does not run. */
  readonly client: () => BaseLanguageClient | null;
}

export type Handler = (given?: unknown) => unknown;

/** What a machine and a browser do each in its own way. */
export interface Host {
  /** What there is to say of a problem, by its code. */
  readonly explain: (context: vscode.ExtensionContext, parts: Parts, code: string) => Promise<string>;
  /** Commands of this host alone; the manifest offers them where it is. */
  readonly commands: (context: vscode.ExtensionContext, parts: Parts) => Readonly<Record<string, Handler>>;
}

/** What a lens hands over: the file, the line that it stands above, and the declaration there; null is the study. */
export interface LensTarget {
  readonly uri: string;
  readonly line: number;
  readonly name: string | null;
}

export function registerCommands(context: vscode.ExtensionContext, parts: Parts, host: Host): vscode.Disposable {
  const { preview, log, restart } = parts;
  const show = async (column: vscode.ViewColumn, target: LensTarget | undefined): Promise<void> => {
    const editor = await editorOf(target);
    if (editor !== null) preview.show(editor, column);
  };
  const handlers: Readonly<Record<string, Handler>> = {
    'studyspec.showPreview': (target) => show(vscode.ViewColumn.Active, lens(target)),
    'studyspec.showPreviewToSide': (target) => show(vscode.ViewColumn.Beside, lens(target)),
    'studyspec.copyTable': async () => {
      if (preview.copyTable()) return;
      await show(vscode.ViewColumn.Beside, undefined);
      preview.copyTable();
    },
    'studyspec.explainProblem': (code) =>
      explainProblem((one) => host.explain(context, parts, one), typeof code === 'string' && /^SS\d+$/u.test(code) ? code : undefined),
    'studyspec.openExample': (folder) => openExample(context, typeof folder === 'string' ? vscode.Uri.file(folder) : undefined),
    'studyspec.restartServer': restart,
    'studyspec.showLog': () => {
      log.show();
    },
    ...host.commands(context, parts),
  };
  return vscode.Disposable.from(...Object.entries(handlers).map(([name, handler]) => vscode.commands.registerCommand(name, handler)));
}

/** A command in a menu is handed the file's address; one above a declaration is handed a target. */
export function lens(given: unknown): LensTarget | undefined {
  return typeof given === 'object' && given !== null && 'line' in given && 'uri' in given ? (given as LensTarget) : undefined;
}

/** The editor of the study in question, its cursor in the declaration of the lens. */
export async function editorOf(target: LensTarget | undefined): Promise<vscode.TextEditor | null> {
  if (target === undefined) {
    const editor = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors].find(
      (one) => one?.document.languageId === 'studyspec',
    );
    if (editor === undefined) void vscode.window.showInformationMessage(vscode.l10n.t('Open a .study file first.'));
    return editor ?? null;
  }
  const at = new vscode.Position(target.line, 0);
  const visible = vscode.window.visibleTextEditors.find((one) => one.document.uri.toString() === vscode.Uri.parse(target.uri).toString());
  return vscode.window.showTextDocument(vscode.Uri.parse(target.uri), {
    selection: new vscode.Range(at, at),
    ...(visible?.viewColumn === undefined ? {} : { viewColumn: visible.viewColumn }),
  });
}

/** What runs is what is on disk, so a study is saved before it runs. Null when there is none, or it may not run. */
export async function savedStudy(target: LensTarget | undefined): Promise<vscode.TextDocument | null> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showWarningMessage(vscode.l10n.t('The workspace is not trusted, so no data are read and nothing is computed.'));
    return null;
  }
  const document = (await editorOf(target))?.document;
  if (document === undefined) return null;
  if (document.isUntitled || document.isDirty) {
    const saved = await document.save();
    if (!saved) return null;
  }
  return document;
}
