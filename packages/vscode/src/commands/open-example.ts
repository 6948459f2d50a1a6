// Opens a copy of the Anshun study, which comes with the extension, so that nobody is afraid of changing it.
import * as vscode from 'vscode';

/** `given`: the folder that the copy is put into. */
export async function openExample(context: vscode.ExtensionContext, given?: vscode.Uri): Promise<void> {
  const parent = given ?? (await chooseFolder(context));
  if (parent === null) return;
  const folder = vscode.Uri.joinPath(parent, 'anshun');
  await copyExample(vscode.Uri.joinPath(context.extensionUri, 'dist', 'example'), folder);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'anshun.study'));
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

/** File by file: where the extension lies in the web, folders cannot be listed. What somebody changed in an earlier copy stays. */
async function copyExample(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const { fs } = vscode.workspace;
  const listed: unknown = JSON.parse(new TextDecoder().decode(await fs.readFile(vscode.Uri.joinPath(from, 'files.json'))));
  for (const name of listed as readonly string[]) {
    const target = vscode.Uri.joinPath(to, name);
    const isThere = await fs.stat(target).then(
      () => true,
      () => false,
    );
    if (!isThere) await fs.writeFile(target, await fs.readFile(vscode.Uri.joinPath(from, name)));
  }
}

async function chooseFolder(context: vscode.ExtensionContext): Promise<vscode.Uri | null> {
  const look = { label: vscode.l10n.t('Just look'), detail: vscode.l10n.t('A copy in the extension’s own folder'), own: true };
  const keep = { label: vscode.l10n.t('Choose a folder …'), detail: vscode.l10n.t('A copy to keep'), own: false };
  const chosen = await vscode.window.showQuickPick([look, keep], {
    placeHolder: vscode.l10n.t('Where should the copy of the example go?'),
  });
  if (chosen === undefined) return null;
  if (chosen.own) return vscode.Uri.joinPath(context.globalStorageUri, 'example');
  const folders = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: vscode.l10n.t('Copy the example here'),
  });
  return folders?.[0] ?? null;
}
