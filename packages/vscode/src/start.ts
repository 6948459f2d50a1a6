// The extension wherever it runs: starts the server and wires the parts together. Each part is in its own file; nothing is computed here.
// What differs between a machine and a browser is handed in (extension.ts, web.ts).
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { registerCommands, type Host } from './commands/commands.ts';
import { createPreview } from './preview/preview.ts';
import { NUMBERS, TRUST, type NumbersParams } from './base/protocol.ts';
import { whenNeeded } from './needed.ts';
import { createStaleValues, type StaleValues } from './stale-values.ts';
import { createStatus } from './status.ts';
import { watchTyping } from './typing.ts';

let running: BaseLanguageClient | null = null;

/** The client's library is large; colours, commands and the preview do not wait for it. */
const overlays = () => import('./client-options.ts');

/** `connect` makes the client, not yet started. */
export type Connect = (log: vscode.LogOutputChannel, stale: StaleValues) => Promise<BaseLanguageClient>;

export function startExtension(context: vscode.ExtensionContext, connect: Connect, host: Host): void {
  const log = vscode.window.createOutputChannel('StudySpec', { log: true });
  const status = createStatus();
  const stale = createStaleValues((document) => {
    if (running !== null) {
      const client = running;
      void overlays().then(({ askHintsAgain }) => {
        askHintsAgain(client, document);
      });
    }
  });
  const preview = createPreview(context, () => (running?.isRunning() === true ? running : null));

  const start = async (): Promise<void> => {
    const client = await connect(log, stale);
    running = client;
    client.onNotification(NUMBERS, (params: NumbersParams) => {
      status.tell(client.protocol2CodeConverter.asUri(params.uri), params);
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
    watchTyping(
      (uri) => running?.code2ProtocolConverter.asUri(uri) ?? uri.toString(),
      (method, params) => {
        if (running?.isRunning() === true) void running.sendNotification(method, params);
      },
    ),
    registerCommands(context, { preview, log, restart, client: () => (running?.isRunning() === true ? running : null) }, host),
    vscode.workspace.onDidGrantWorkspaceTrust(async () => {
      // Another program may have been named for this workspace, which only now may be started.
      if (vscode.workspace.getConfiguration('studyspec').get('server.path', '') !== '') await restart();
      else await running?.sendNotification(TRUST, { trusted: true });
    }),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration('studyspec.server.path')) await restart();
      else if (running !== null) (await overlays()).refreshOverlays(running, event);
    }),
  );
  // Not waited for: an editor that opens a spec has its colours, commands and preview at once.
  context.subscriptions.push(whenNeeded(() => void start()));
}

export async function stopExtension(): Promise<void> {
  await running?.dispose();
}
