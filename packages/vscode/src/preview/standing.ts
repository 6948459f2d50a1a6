// What is said of numbers that lag behind their text, cause by cause, and what the buttons beside it do.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { RECOMPUTE, type Standing } from '../base/protocol.ts';
import type { Banner, BannerAction } from '../webview/messages.ts';

/** Milliseconds before it is told of what mostly passes by itself: a computation, a word half typed. */
const BRIEF = 300;
const TYPING = 900;

/** `stopped`: there is no server. */
export type Cause = Standing | { readonly kind: 'stopped' };

/** Null: the numbers are those of the text. `dim`: those of an earlier text are shown. */
export function bannerOf(cause: Cause, dim = false): Banner | null {
  const said = (text: string, actions: Banner['actions'] = [], more: Partial<Banner> = {}): Banner => ({
    kind: cause.kind,
    text,
    detail: '',
    code: '',
    after: 0,
    busy: false,
    actions,
    ...more,
  });
  const problem = { id: 'problem' as const, title: vscode.l10n.t('Go to the problem') };
  const locate = { id: 'locate' as const, title: vscode.l10n.t('Choose the file …') };
  const line = { id: 'problem' as const, title: vscode.l10n.t('Go to the line') };
  switch (cause.kind) {
    case 'current':
      return null;
    case 'computing':
      return said(vscode.l10n.t('Computing …'), [], { after: BRIEF, busy: true });
    case 'broken':
      return said(
        dim
          ? vscode.l10n.t('The text has mistakes. This is the last picture that could be drawn.')
          : vscode.l10n.t('The text has mistakes.'),
        cause.location === undefined ? [] : [problem],
        { after: TYPING, detail: cause.message ?? '', code: cause.code ?? '' },
      );
    case 'missing':
      return said(vscode.l10n.t('The file {0} is not there.', cause.file ?? ''), [locate, line]);
    case 'deleted':
      return said(vscode.l10n.t('The file {0} was deleted or moved. What is shown was computed before.', cause.file ?? ''), [locate, line]);
    case 'unreadable':
      return said(vscode.l10n.t('The file {0} cannot be read.', cause.file ?? ''), [problem, locate], {
        detail: cause.message ?? '',
        code: cause.code ?? '',
      });
    case 'untrusted':
      return said(vscode.l10n.t('The workspace is not trusted, so no data are read and nothing is computed.'), [
        { id: 'trust', title: vscode.l10n.t('Manage trust') },
      ]);
    case 'no-data':
      return cause.framework === true
        ? said(vscode.l10n.t('A framework has no data of its own: a study that replicates it has.'))
        : said(
            vscode.l10n.t('This study names no data, so nothing is computed.'),
            cause.location === undefined ? [] : [{ id: 'data', title: vscode.l10n.t('Choose data …') }],
          );
    case 'comparison':
      return said(vscode.l10n.t('The file compares studies: studyspec run shows its numbers in the terminal.'));
    case 'empty':
      return said(vscode.l10n.t('Nothing to show yet: put the cursor into a declaration of a study.'), [
        { id: 'begin', title: vscode.l10n.t('Begin a study') },
      ]);
    case 'failed':
      return said(vscode.l10n.t('The computation ended without numbers; the log says why.'), [
        { id: 'again', title: vscode.l10n.t('Compute again') },
        { id: 'log', title: vscode.l10n.t('Show the log') },
      ]);
    case 'halted':
      return said(vscode.l10n.t('Computing was ended. What is shown was computed before.'), [
        { id: 'again', title: vscode.l10n.t('Compute again') },
      ]);
    case 'stopped':
      return said(vscode.l10n.t('The server does not run.'), [{ id: 'log', title: vscode.l10n.t('Show the log') }]);
  }
}

/** Does what a button promises, for the study at `uri`. */
export async function actOn(action: BannerAction, uri: vscode.Uri, cause: Cause, client: BaseLanguageClient | null): Promise<void> {
  const location = 'location' in cause ? cause.location : undefined;
  const at = (address: string | undefined): vscode.Uri =>
    address === undefined ? uri : (client?.protocol2CodeConverter.asUri(address) ?? vscode.Uri.parse(address));
  switch (action) {
    case 'problem':
      await reveal(at(location?.uri), rangeOf(location));
      return;
    case 'locate':
      await locateFile(at(location?.uri), rangeOf(location), (name) => name);
      return;
    case 'data':
      await locateFile(uri, rangeOf(location), (name) => `\n\ndata "${name}" {\n  missing blank\n}`);
      return;
    case 'trust':
      await vscode.commands.executeCommand('workbench.trust.manage');
      return;
    case 'begin':
      await reveal(uri, new vscode.Range(0, 0, 0, 0));
      await vscode.commands.executeCommand('editor.action.quickFix');
      return;
    case 'again':
      await client?.sendRequest('workspace/executeCommand', { command: RECOMPUTE, arguments: [client.code2ProtocolConverter.asUri(uri)] });
      return;
    case 'log':
      await vscode.commands.executeCommand('studyspec.showLog');
      return;
  }
}

function rangeOf(location: Standing['location']): vscode.Range | null {
  if (location === undefined) return null;
  const { start, end } = location.range;
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

async function reveal(uri: vscode.Uri, range: vscode.Range | null): Promise<vscode.TextEditor> {
  const visible = vscode.window.visibleTextEditors.find((one) => one.document.uri.toString() === uri.toString());
  return vscode.window.showTextDocument(uri, {
    ...(range === null ? {} : { selection: range }),
    viewColumn: visible?.viewColumn ?? vscode.ViewColumn.One,
  });
}

/** Asks for a file and writes its name where it belongs, as the spec would name it. */
async function locateFile(spec: vscode.Uri, range: vscode.Range | null, textFor: (name: string) => string): Promise<void> {
  if (range === null) return;
  const folder = vscode.Uri.joinPath(spec, '..');
  const chosen = await vscode.window.showOpenDialog({
    defaultUri: folder,
    canSelectMany: false,
    openLabel: vscode.l10n.t('Choose data …'),
    filters: { [vscode.l10n.t('Data')]: ['csv', 'tsv', 'txt', 'sav', 'zsav', 'dta', 'xlsx', 'parquet', 'duckdb'] },
  });
  if (chosen?.[0] === undefined) return;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(spec, range, textFor(relative(folder.path, chosen[0].path)));
  await vscode.workspace.applyEdit(edit);
  await reveal(spec, null);
}

/** One path as seen from a folder, with `/` between. */
function relative(folder: string, path: string): string {
  const from = folder.split('/').filter((part) => part !== '');
  const to = path.split('/').filter((part) => part !== '');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}
