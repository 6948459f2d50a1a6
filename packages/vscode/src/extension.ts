// The extension: starts the server and wires the parts together. Each part is in its own file; nothing is computed here.
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { registerCommands } from './commands/commands.ts';
import { createPreview } from './preview/preview.ts';
import { programOf } from './base/program.ts';
import { NUMBERS, TRUST, type NumbersParams } from './base/protocol.ts';
import { whenNeeded } from './needed.ts';
import { createStaleValues } from './stale-values.ts';
import { createStatus } from './status.ts';
import { watchTyping } from './typing.ts';

let running: LanguageClient | null = null;

/** The client's library is large; colours, commands and the preview do not wait for it. */
const connection = () => import('./client.ts');

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel('StudySpec', { log: true });
  const status = createStatus();
  const stale = createStaleValues((document) => {
    if (running !== null) {
      const client = running;
      void connection().then(({ askHintsAgain }) => {
        askHintsAgain(client, document);
      });
    }
  });
  const preview = createPreview(context, () => (running?.isRunning() === true ? running : null));

  const start = async (): Promise<void> => {
    const { createClient } = await connection();
    const client = createClient(programOf(context), log, stale);
    running = client;
    client.onNotification(NUMBERS, (params: NumbersParams) => {
      status.tell(params);
      preview.tell(params);
    });
    try {
      await client.start();
      status.failed(null);
      preview.ask();
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      status.failed(vscode.l10n.t('the server does not start; the log says why.'));
    }
  };
  const restart = async (): Promise<void> => {
    const before = running;
    running = null;
    await before?.dispose();
    await start();
  };

  context.subscriptions.push(
    log,
    status,
    stale,
    preview,
    watchTyping((method, params) => {
      if (running?.isRunning() === true) void running.sendNotification(method, params);
    }),
    registerCommands(context, { preview, log, restart }),
    vscode.workspace.onDidGrantWorkspaceTrust(async () => {
      // Another program may have been named for this workspace, which only now may be started.
      if (vscode.workspace.getConfiguration('studyspec').get('server.path', '') !== '') await restart();
      else await running?.sendNotification(TRUST, { trusted: true });
    }),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration('studyspec.server.path')) await restart();
      else if (running !== null) (await connection()).refreshOverlays(running, event);
    }),
  );
  // Not waited for: an editor that opens a spec has its colours, commands and preview at once.
  context.subscriptions.push(whenNeeded(() => void start()));
}

export async function deactivate(): Promise<void> {
  await running?.dispose();
}
