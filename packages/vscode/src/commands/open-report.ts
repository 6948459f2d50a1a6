// Writes the whole report of a study into the extension's own folder and shows it: in the browser, or, where the editor
// itself runs in one and the file is elsewhere, in a panel.
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { programOf, runProgram } from '../base/program.ts';
import { stampOf, tellFailure } from '../base/written.ts';
import { showReport } from './report-panel.ts';

export async function openReport(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  document: vscode.TextDocument,
): Promise<void> {
  const file = document.uri.fsPath;
  const folder = join(
    (context.storageUri ?? context.globalStorageUri).fsPath,
    'reports',
    createHash('sha256').update(file).digest('hex').slice(0, 12),
  );
  const page = join(folder, 'report.html');
  const before = await stampOf(page);
  const outcome = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Writing the report …') },
    async () => {
      await mkdir(dirname(folder), { recursive: true });
      return runProgram(programOf(context), ['run', basename(file), '--out', folder], dirname(file));
    },
  );
  if (outcome === null) return;
  const after = await stampOf(page);
  // 1 may mean that a claim fails, and then there is a report; or that the spec has mistakes, and then there is none.
  if (outcome.code > 1 || after === null || after === before) {
    await tellFailure(outcome, log);
    return;
  }
  const remote = vscode.env.remoteName !== undefined || vscode.env.uiKind === vscode.UIKind.Web;
  if (!remote && (await vscode.env.openExternal(vscode.Uri.file(page)))) return;
  showReport(await readFile(page, 'utf8'), basename(file));
}
