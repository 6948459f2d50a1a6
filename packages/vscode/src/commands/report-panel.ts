// A report in a panel of the editor: a page without scripts, which loads nothing.
import * as vscode from 'vscode';

export function showReport(html: string, name: string): void {
  const panel = vscode.window.createWebviewPanel('studyspec.report', vscode.l10n.t('Report: {0}', name), vscode.ViewColumn.Active, {
    enableScripts: false,
    enableFindWidget: true,
    localResourceRoots: [],
  });
  panel.webview.html = html;
}
