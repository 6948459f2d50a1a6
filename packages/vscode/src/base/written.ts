// What the program wrote or said, as a person is told it: whether a file is other than before, and which of its lines are the message.
import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { Outcome } from './program.ts';

/** Changes whenever a file is written: null where there is none. */
export async function stampOf(path: string): Promise<string | null> {
  return stat(path).then(
    ({ mtimeMs, size, ino }) => `${mtimeMs} ${size} ${ino}`,
    () => null,
  );
}

/**
 * Nothing was written: the first lines that the program said, which are what is wrong and how to mend it. All of it is in the log, and
 * where it is of the study in the list of problems as well.
 */
export async function tellFailure({ out, err }: Outcome, log: vscode.LogOutputChannel): Promise<void> {
  const said = (err.trim() === '' ? out : err).trim();
  log.error(said);
  const problems = vscode.l10n.t('Show the problems');
  const whole = vscode.l10n.t('Show the log');
  // A problem's own lines end where its place is drawn; what helps in a wrong call stands below the first line.
  const [first = '', second = ''] = said.split('\n');
  const isProblem = /^\S+\[SS\d+\]/u.test(first);
  const message = isProblem || second.trim() === '' ? first : `${first} ${second.trim()}`;
  const chosen = await vscode.window.showErrorMessage(
    message === '' ? vscode.l10n.t('Nothing was written.') : message,
    ...(isProblem ? [problems] : []),
    whole,
  );
  if (chosen === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (chosen === whole) log.show();
}
