// Explains the problem under the cursor at length, with an example of wrong and right, as `studyspec explain CODE` does.
import * as vscode from 'vscode';

const SCHEME = 'studyspec-explain';

/** `given`: a problem's code; the one at the cursor when left out. */
export async function explainProblem(explain: (code: string) => Promise<string>, given?: string): Promise<void> {
  const code = given ?? (await codeInQuestion());
  if (code === null) return;
  const text = await explain(code);
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: () => text,
  });
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: SCHEME, path: `${code}.txt` }));
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true, preserveFocus: true });
  } finally {
    provider.dispose();
  }
}

/** The problem at the cursor; without one there, a choice of those in the file. */
async function codeInQuestion(): Promise<string | null> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || editor.document.languageId !== 'studyspec') return null;
  const problems = vscode.languages.getDiagnostics(editor.document.uri).flatMap((one) => {
    const code = codeOf(one);
    return code === null ? [] : [{ ...one, code, range: one.range, message: one.message }];
  });
  const here = problems.filter(({ range }) => range.contains(editor.selection.active));
  if (here.length === 1) return here[0]!.code;
  const offered = here.length > 0 ? here : problems;
  if (offered.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no problem in this file.'));
    return null;
  }
  const chosen = await vscode.window.showQuickPick(
    offered.map(({ code, message, range }) => ({
      label: code,
      description: vscode.l10n.t('line {0}', range.start.line + 1),
      detail: message,
    })),
    { placeHolder: vscode.l10n.t('Which problem?'), matchOnDetail: true },
  );
  return chosen?.label ?? null;
}

function codeOf({ code }: vscode.Diagnostic): string | null {
  if (typeof code === 'object') return String(code.value);
  return code === undefined ? null : String(code);
}
