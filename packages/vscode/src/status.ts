// The status item: what the server is doing with the study in the editor, and what is wrong with it.
import * as vscode from 'vscode';
import type { NumbersParams } from './base/protocol.ts';

export interface Status extends vscode.Disposable {
  tell(uri: vscode.Uri, params: NumbersParams): void;
  /** The server does not run: why. Null when it runs again. */
  failed(reason: string | null): void;
}

export function createStatus(): Status {
  const item = vscode.window.createStatusBarItem('studyspec.status', vscode.StatusBarAlignment.Right, 90);
  item.name = 'StudySpec';
  const known = new Map<string, NumbersParams>();
  let failure: string | null = null;

  const show = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || document.languageId !== 'studyspec') {
      // The preview has the focus now and then; what stood there still holds.
      if (vscode.window.activeTextEditor !== undefined) item.hide();
      return;
    }
    const { text, tooltip, command, warning } = wording(
      known.get(document.uri.toString()),
      vscode.languages.getDiagnostics(document.uri),
      failure,
    );
    item.text = text;
    item.tooltip = tooltip;
    item.command = command;
    item.backgroundColor = warning ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    item.accessibilityInformation = { label: tooltip };
    item.show();
  };
  const listening = vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.languages.onDidChangeDiagnostics(show),
    vscode.workspace.onDidGrantWorkspaceTrust(show),
  );
  show();
  return {
    tell(uri, params) {
      known.set(uri.toString(), params);
      show();
    },
    failed(reason) {
      failure = reason;
      show();
    },
    dispose() {
      listening.dispose();
    },
  };
}

interface Wording {
  readonly text: string;
  readonly tooltip: string;
  readonly command: string;
  readonly warning: boolean;
}

function wording(status: NumbersParams | undefined, diagnostics: readonly vscode.Diagnostic[], failure: string | null): Wording {
  const said = (icon: string, short: string, tooltip: string, command: string, warning = false): Wording => ({
    text: `$(${icon}) ${short}`,
    tooltip: `StudySpec: ${tooltip}`,
    command,
    warning,
  });
  if (failure !== null) return said('error', vscode.l10n.t('StudySpec stopped'), failure, 'studyspec.showLog', true);
  if (!vscode.workspace.isTrusted)
    return said(
      'workspace-untrusted',
      vscode.l10n.t('Restricted'),
      vscode.l10n.t('the workspace is not trusted, so words and names are checked and no data are read.'),
      'workbench.trust.manage',
      true,
    );
  // While the text is broken what the window shows is what counts; else the study's own list, which may reach into other files.
  const shown = (severity: vscode.DiagnosticSeverity): number => diagnostics.filter((one) => one.severity === severity).length;
  const settled = status !== undefined && status.state !== 'stale';
  const errors = settled ? status.counts.error : shown(vscode.DiagnosticSeverity.Error);
  const warnings = settled ? status.counts.warning : shown(vscode.DiagnosticSeverity.Warning);
  if (status?.state === 'computing')
    return said(
      'loading~spin',
      vscode.l10n.t('Computing'),
      vscode.l10n.t('the numbers are being computed.'),
      'studyspec.showPreviewToSide',
    );
  if (errors > 0)
    return said(
      'error',
      errors === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', errors),
      vscode.l10n.t('something in the study or its data has to be mended.'),
      'workbench.actions.view.problems',
    );
  const cases = status?.cases ?? null;
  const numbers = cases === null ? 'StudySpec' : vscode.l10n.t('n {0}', cases);
  if (warnings > 0)
    return said(
      'warning',
      `${numbers} · ${warnings === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', warnings)}`,
      vscode.l10n.t('the numbers are up to date, and there are warnings.'),
      'workbench.actions.view.problems',
    );
  if (cases === null)
    return said('symbol-ruler', 'StudySpec', vscode.l10n.t('no data, so nothing is computed.'), 'studyspec.showPreviewToSide');
  return said('check', numbers, vscode.l10n.t('{0} cases; the numbers are up to date.', cases), 'studyspec.showPreviewToSide');
}
