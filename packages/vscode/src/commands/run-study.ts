// Runs a study, or one declaration of it, in the terminal, as `studyspec run` does.
import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';
import { programOf, taskEnvironment } from '../base/program.ts';

/** `name`: the one declaration whose tables are wanted; null for all. */
export async function runStudy(context: vscode.ExtensionContext, document: vscode.TextDocument, name: string | null): Promise<void> {
  const program = programOf(context);
  const file = document.uri.fsPath;
  // A task needs no shell, so no name of a file has to be quoted for one.
  const args = [...program.args, 'run', basename(file), ...(name === null ? [] : ['--only', name])];
  const execution = new vscode.ProcessExecution(program.command, args, { cwd: dirname(file), env: taskEnvironment(program) });
  const task = new vscode.Task(
    { type: 'studyspec', file, ...(name === null ? {} : { only: name }) },
    vscode.workspace.getWorkspaceFolder(document.uri) ?? vscode.TaskScope.Workspace,
    name === null ? basename(file) : `${basename(file)}: ${name}`,
    'studyspec',
    execution,
    [],
  );
  task.presentationOptions = {
    reveal: vscode.TaskRevealKind.Always,
    panel: vscode.TaskPanelKind.Shared,
    clear: true,
    focus: false,
    echo: false,
    showReuseMessage: false,
  };
  await vscode.tasks.executeTask(task);
}

/** What `run --only` takes: an index, a comparison or a regression, as the outline shows them. */
const RUNS: ReadonlySet<vscode.SymbolKind> = new Set([vscode.SymbolKind.Class, vscode.SymbolKind.Method, vscode.SymbolKind.Function]);

/** The declaration around a position that has tables of its own. */
export async function declarationAt(document: vscode.TextDocument, position: vscode.Position): Promise<string | null> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  return symbols?.find((one) => RUNS.has(one.kind) && one.range.contains(position))?.name ?? null;
}
