// A data file in the explorer becomes a study: a first spec (`studyspec init`), or one that replicates another study with these answers
// (`studyspec replicate`). The spec is written beside the data and opened.
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import * as vscode from 'vscode';
import { programOf, runProgram } from '../base/program.ts';
import { tellFailure } from '../base/written.ts';

const DATA = ['csv', 'tsv', 'sav', 'zsav', 'dta', 'xlsx', 'parquet', 'duckdb'];

/** `given`: the data file; asked for when left out. */
export async function newStudy(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  given: vscode.Uri | undefined,
): Promise<void> {
  const data = await dataFile(given);
  if (data === null) return;
  await written(context, log, data, freeName(data, ''), (target) => ['init', basename(data), '-o', target]);
}

export async function replicateWith(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  given: vscode.Uri | undefined,
): Promise<void> {
  const data = await dataFile(given);
  if (data === null) return;
  const studies = await vscode.workspace.findFiles('**/*.study', '**/node_modules/**', 200);
  const framework = { label: 'std:social-integration', description: vscode.l10n.t('built in'), file: 'std:social-integration' };
  const chosen = await vscode.window.showQuickPick(
    [
      ...studies
        .map((uri) => ({
          label: basename(uri.fsPath),
          description: vscode.workspace.asRelativePath(uri),
          file: relative(dirname(data), uri.fsPath),
        }))
        .sort((a, b) => a.description.localeCompare(b.description)),
      framework,
    ],
    { placeHolder: vscode.l10n.t('Which study is to be replicated with {0}?', basename(data)), matchOnDescription: true },
  );
  if (chosen === undefined) return;
  await written(context, log, data, freeName(data, '-replication'), (target) => ['replicate', chosen.file, basename(data), '-o', target]);
}

async function dataFile(given: vscode.Uri | undefined): Promise<string | null> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showWarningMessage(vscode.l10n.t('The workspace is not trusted, so no data are read and nothing is computed.'));
    return null;
  }
  if (given !== undefined) return given.fsPath;
  const chosen = await vscode.window.showOpenDialog({
    canSelectMany: false,
    filters: { [vscode.l10n.t('Data')]: DATA },
    openLabel: vscode.l10n.t('New study from this data'),
  });
  return chosen?.[0]?.fsPath ?? null;
}

/** Beside the data, under a name that nobody has. */
function freeName(data: string, more: string): string {
  const stem = `${basename(data, extname(data))}${more}`;
  for (let n = 1; ; n++) {
    const name = `${stem}${n === 1 ? '' : `-${n}`}.study`;
    if (!existsSync(join(dirname(data), name))) return name;
  }
}

/** Runs the program beside the data, and opens what it wrote. */
async function written(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  data: string,
  target: string,
  args: (target: string) => readonly string[],
): Promise<void> {
  const folder = dirname(data);
  const outcome = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Reading {0} …', basename(data)), cancellable: true },
    (_, token) => runProgram(programOf(context), args(target), folder, token),
  );
  if (outcome === null) return;
  if (!existsSync(join(folder, target))) {
    await tellFailure(outcome, log);
    return;
  }
  const document = await vscode.workspace.openTextDocument(join(folder, target));
  await vscode.window.showTextDocument(document, { preview: false });
  const told = outcome.err.trim().split('\n')[0] ?? '';
  if (told !== '') void vscode.window.setStatusBarMessage(told, 15_000);
}
