// The connection to the server that comes with the extension, or to another program: a process, its input and output.
import type * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node';
import type { Program } from './base/program.ts';
import { clientOptions } from './client-options.ts';
import type { StaleValues } from './stale-values.ts';

export function createClient({ command, args, env }: Program, log: vscode.LogOutputChannel, stale: StaleValues): LanguageClient {
  return new LanguageClient(
    'studyspec',
    'StudySpec',
    { command, args: [...args, 'lsp', '--stdio'], options: { env } },
    clientOptions(log, stale, { documents: [{ scheme: 'file' }, { scheme: 'untitled' }], runs: true }),
  );
}
