// Runs a study in the terminal, as `studyspec run` does.
import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';
import { programOf } from '../program.ts';

export async function runStudy(context: vscode.ExtensionContext, document: vscode.TextDocument): Promise<void> {
  const { command, args, env } = programOf(context);
  const file = document.uri.fsPath;
  // A task needs no shell, so no name of a file has to be quoted for one.
  const execution = new vscode.ProcessExecution(command, [...args, 'run', basename(file)], { cwd: dirname(file), env: { ...(env['ELECTRON_RUN_AS_NODE'] === undefined ? {} : { ELECTRON_RUN_AS_NODE: '1' }), FORCE_COLOR: '1' } });
  const task = new vscode.Task({ type: 'studyspec', file }, vscode.workspace.getWorkspaceFolder(document.uri) ?? vscode.TaskScope.Workspace, basename(file), 'studyspec', execution, []);
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, panel: vscode.TaskPanelKind.Shared, clear: true, focus: false, echo: false, showReuseMessage: false };
  await vscode.tasks.executeTask(task);
}
