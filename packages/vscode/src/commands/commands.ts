// The commands by name. What each does is in a file of its own, or one line here.
import * as vscode from 'vscode';
import type { Preview } from '../preview/preview.ts';
import { explainProblem } from './explain-problem.ts';
import { newStudy, replicateWith } from './new-study.ts';
import { openExample } from './open-example.ts';
import { openReport } from './open-report.ts';
import { declarationAt, runStudy } from './run-study.ts';

export interface Parts {
  readonly preview: Preview;
  readonly log: vscode.LogOutputChannel;
  readonly restart: () => Promise<void>;
}

/** What a lens hands over: the file, the line that it stands above, and the declaration there; null is the study. */
export interface LensTarget {
  readonly uri: string;
  readonly line: number;
  readonly name: string | null;
}

export function registerCommands(context: vscode.ExtensionContext, { preview, log, restart }: Parts): vscode.Disposable {
  const show = async (column: vscode.ViewColumn, target: LensTarget | undefined): Promise<void> => {
    const editor = await editorOf(target);
    if (editor !== null) preview.show(editor, column);
  };
  const handlers: Readonly<Record<string, (target?: LensTarget) => unknown>> = {
    'studyspec.showPreview': (target) => show(vscode.ViewColumn.Active, lens(target)),
    'studyspec.showPreviewToSide': (target) => show(vscode.ViewColumn.Beside, lens(target)),
    'studyspec.runStudy': async (target) => {
      const document = await savedStudy(lens(target));
      if (document !== null) await runStudy(context, document, lens(target)?.name ?? null);
    },
    'studyspec.runDeclaration': () => runHere(context),
    'studyspec.openReport': async (target) => {
      const document = await savedStudy(lens(target));
      if (document !== null) await openReport(context, document);
    },
    'studyspec.copyTable': async () => {
      if (preview.copyTable()) return;
      await show(vscode.ViewColumn.Beside, undefined);
      preview.copyTable();
    },
    'studyspec.explainProblem': (code) => explainProblem(context, typeof code === 'string' && /^SS\d+$/u.test(code) ? code : undefined),
    'studyspec.newStudy': (file) => newStudy(context, fileOf(file)),
    'studyspec.replicateWith': (file) => replicateWith(context, fileOf(file)),
    'studyspec.openExample': (folder) => openExample(context, typeof folder === 'string' ? folder : undefined),
    'studyspec.restartServer': restart,
    'studyspec.showLog': () => {
      log.show();
    },
  };
  return vscode.Disposable.from(...Object.entries(handlers).map(([name, handler]) => vscode.commands.registerCommand(name, handler)));
}

/** A command in the explorer is handed the file's address. */
function fileOf(given: unknown): vscode.Uri | undefined {
  return given instanceof vscode.Uri ? given : undefined;
}

/** A command in a menu is handed the file's address; one above a declaration is handed a target. */
function lens(given: unknown): LensTarget | undefined {
  return typeof given === 'object' && given !== null && 'line' in given && 'uri' in given ? (given as LensTarget) : undefined;
}

/** The editor of the study in question, its cursor in the declaration of the lens. */
async function editorOf(target: LensTarget | undefined): Promise<vscode.TextEditor | null> {
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

/** Runs the declaration that the cursor is in. */
async function runHere(context: vscode.ExtensionContext): Promise<void> {
  const editor = await editorOf(undefined);
  if (editor === null) return;
  const name = await declarationAt(editor.document, editor.selection.active);
  if (name === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Put the cursor into an index, a comparison or a regression.'));
    return;
  }
  const document = await savedStudy({ uri: editor.document.uri.toString(), line: editor.selection.active.line, name });
  if (document !== null) await runStudy(context, document, name);
}

/** What runs is what is on disk, so a study is saved before it runs. Null when there is none, or it may not run. */
async function savedStudy(target: LensTarget | undefined): Promise<vscode.TextDocument | null> {
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
