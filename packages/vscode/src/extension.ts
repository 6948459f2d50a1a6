// The extension on a machine: the server and the commands that write files are the program that comes with it, run by the editor itself.
import type * as vscode from 'vscode';
import { programOf } from './base/program.ts';
import { machineHost } from './commands/on-machine.ts';
import { startExtension, stopExtension } from './start.ts';

export function activate(context: vscode.ExtensionContext): void {
  startExtension(
    context,
    async (log, stale) => {
      const { createClient } = await import('./client.ts');
      return createClient(programOf(context), log, stale);
    },
    machineHost,
  );
}

export const deactivate = stopExtension;
