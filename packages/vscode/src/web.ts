// The extension in a browser: the server is a worker, files are the editor's, and no program is started.
import * as vscode from 'vscode';
import { browserHost } from './commands/in-browser.ts';
import { startExtension, stopExtension } from './start.ts';

export function activate(context: vscode.ExtensionContext): void {
  // Menus offer what a machine alone can do where this is not set.
  void vscode.commands.executeCommand('setContext', 'studyspec.inBrowser', true);
  startExtension(
    context,
    async (log, stale) => {
      const { createClient } = await import('./web-client.ts');
      return createClient(context, log, stale);
    },
    browserHost,
  );
}

export const deactivate = stopExtension;
