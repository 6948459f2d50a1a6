// The commands that a machine's program answers, where there is none: the server answers them, from what it has computed.
import * as vscode from 'vscode';
import { EXPLAIN, REPORT } from '../base/protocol.ts';
import { editorOf, lens, type Host, type Parts } from './commands.ts';
import { showReport } from './report-panel.ts';

export const browserHost: Host = {
  async explain(_, { client }, code) {
    const found = await client()?.sendRequest<{ readonly text: string } | null>(EXPLAIN, { code });
    return found?.text ?? code;
  },
  commands: (_, parts) => ({
    'studyspec.openReport': async (target) => {
      const document = (await editorOf(lens(target)))?.document;
      if (document !== undefined) await openReport(parts, document);
    },
  }),
};

async function openReport({ client, log }: Parts, { uri }: vscode.TextDocument): Promise<void> {
  const server = client();
  const report = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Writing the report …') },
    async () =>
      server?.sendRequest<{ readonly html: string } | null>('workspace/executeCommand', {
        command: REPORT,
        arguments: [server.code2ProtocolConverter.asUri(uri)],
      }),
  );
  if (report == null) {
    const show = vscode.l10n.t('Show the problems');
    const chosen = await vscode.window.showErrorMessage(
      vscode.l10n.t('There are no numbers yet: the study has mistakes, or is still being computed.'),
      show,
    );
    if (chosen === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
    log.info(`no report of ${uri.toString()}`);
    return;
  }
  showReport(report.html, uri.path.split('/').at(-1) ?? '');
}
