// The commands that need a machine: each starts the program that comes with the extension, which reads and writes files.
import * as vscode from 'vscode';
import { programOf, runProgram } from '../base/program.ts';
import { editorOf, lens, savedStudy, type Handler, type Host } from './commands.ts';
import { exportStudy, type ExportKind } from './exporting.ts';
import { newStudy, replicateWith } from './new-study.ts';
import { openReport } from './open-report.ts';
import { declarationAt, runStudy } from './run-study.ts';

export const machineHost: Host = {
  async explain(context, _, code) {
    const { out, err } = (await runProgram(programOf(context), ['explain', code], context.extensionPath))!;
    return out === '' ? err : out;
  },
  commands: (context, { log }) => {
    const exporting =
      (kind: ExportKind): Handler =>
      async (target) => {
        const document = await savedStudy(lens(target));
        if (document !== null) await exportStudy(context, log, document, kind);
      };
    return {
      'studyspec.runStudy': async (target) => {
        const document = await savedStudy(lens(target));
        if (document !== null) await runStudy(context, document, lens(target)?.name ?? null);
      },
      'studyspec.runDeclaration': () => runHere(context),
      'studyspec.openReport': async (target) => {
        const document = await savedStudy(lens(target));
        if (document !== null) await openReport(context, log, document);
      },
      'studyspec.exportWord': exporting('word'),
      'studyspec.exportReport': exporting('report'),
      'studyspec.exportTables': exporting('tables'),
      'studyspec.exportScores': exporting('scores'),
      'studyspec.exportCodebook': exporting('codebook'),
      'studyspec.exportScript': exporting('script'),
      'studyspec.exportFolder': exporting('folder'),
      'studyspec.newStudy': (file) => newStudy(context, log, fileOf(file)),
      'studyspec.replicateWith': (file) => replicateWith(context, log, fileOf(file)),
    };
  },
};

/** A command in the explorer is handed the file's address. */
function fileOf(given: unknown): vscode.Uri | undefined {
  return given instanceof vscode.Uri ? given : undefined;
}

/** Runs the declaration that the cursor is in. */
async function runHere(context: vscode.ExtensionContext): Promise<void> {
  const editor = await editorOf(undefined);
  if (editor === null) return;
  const name = await declarationAt(editor.document, editor.selection.active);
  if (name === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Put the cursor into an index, a comparison or a regression.'));
    return;
  }
  const document = await savedStudy({ uri: editor.document.uri.toString(), line: editor.selection.active.line, name });
  if (document !== null) await runStudy(context, document, name);
}
