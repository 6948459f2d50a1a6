// Writes the whole report of a study into the extension's own folder and shows it: in the browser, or, where the editor
// itself runs in one and the file is elsewhere, in a panel.
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { programOf, runProgram } from '../base/program.ts';

export async function openReport(context: vscode.ExtensionContext, document: vscode.TextDocument): Promise<void> {
  const file = document.uri.fsPath;
  const folder = join(
    (context.storageUri ?? context.globalStorageUri).fsPath,
    'reports',
    createHash('sha256').update(file).digest('hex').slice(0, 12),
  );
  const html = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Writing the report …') },
    async () => {
      await mkdir(dirname(folder), { recursive: true });
      const { code, err } = await runProgram(programOf(context), ['run', basename(file), '--out', folder], dirname(file));
      // 1 may mean that a claim fails, and then there is a report; or that the spec has mistakes, and then there is none.
      const written =
        code > 1 || (code === 1 && /nothing was computed|framework/u.test(err))
          ? null
          : await readFile(join(folder, 'report.html'), 'utf8').catch(() => null);
      if (written === null) void vscode.window.showErrorMessage(err.trim().split('\n').at(-1) ?? '');
      return written;
    },
  );
  if (html === null) return;
  const remote = vscode.env.remoteName !== undefined || vscode.env.uiKind === vscode.UIKind.Web;
  if (!remote && (await vscode.env.openExternal(vscode.Uri.file(join(folder, 'report.html'))))) return;
  const panel = vscode.window.createWebviewPanel(
    'studyspec.report',
    vscode.l10n.t('Report: {0}', basename(file)),
    vscode.ViewColumn.Active,
    { enableScripts: false, enableFindWidget: true, localResourceRoots: [] },
  );
  panel.webview.html = html;
}
