// Opens a copy of the Anshun study, which comes with the extension, so that nobody is afraid of changing it.
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';

export async function openExample(context: vscode.ExtensionContext, given?: string): Promise<void> {
  const parent = given ?? (await chooseFolder(context));
  if (parent === null) return;
  const folder = join(parent, 'anshun');
  await mkdir(parent, { recursive: true });
  // What somebody changed in an earlier copy stays.
  await cp(join(context.extensionPath, 'dist', 'example'), folder, { recursive: true, force: false });
  const document = await vscode.workspace.openTextDocument(join(folder, 'anshun.study'));
  const line =
    document
      .getText()
      .slice(0, document.getText().indexOf('\nindex integration') + 1)
      .split('\n').length - 1;
  const at = new vscode.Position(line, 0);
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.One,
    preview: false,
    selection: new vscode.Range(at, at),
  });
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.AtTop);
  await vscode.commands.executeCommand('studyspec.showPreviewToSide');
}

async function chooseFolder(context: vscode.ExtensionContext): Promise<string | null> {
  const look = { label: vscode.l10n.t('Just look'), detail: vscode.l10n.t('A copy in the extension’s own folder'), own: true };
  const keep = { label: vscode.l10n.t('Choose a folder …'), detail: vscode.l10n.t('A copy to keep'), own: false };
  const chosen = await vscode.window.showQuickPick([look, keep], {
    placeHolder: vscode.l10n.t('Where should the copy of the example go?'),
  });
  if (chosen === undefined) return null;
  if (chosen.own) return join(context.globalStorageUri.fsPath, 'example');
  const folders = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: vscode.l10n.t('Copy the example here'),
  });
  return folders?.[0]?.fsPath ?? null;
}
