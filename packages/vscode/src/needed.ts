// When the server is wanted: as soon as a spec is open, or a manuscript with braces that may ask for a number. A folder that holds a spec
// among other things costs nothing else.
import * as vscode from 'vscode';

const MANUSCRIPT = /\.(?:md|markdown|qmd|rmd|tex)$/iu;

/** Calls `start` once: at once, or when such a document is opened or becomes one. */
export function whenNeeded(start: () => void): vscode.Disposable {
  const waiting: vscode.Disposable[] = [];
  const begin = (): void => {
    for (const one of waiting.splice(0)) one.dispose();
    start();
  };
  if (vscode.workspace.textDocuments.some(needs)) {
    begin();
    return vscode.Disposable.from();
  }
  waiting.push(
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (needs(document)) begin();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.some(({ text }) => text.includes('{')) && needs(document)) begin();
    }),
  );
  return new vscode.Disposable(() => {
    for (const one of waiting.splice(0)) one.dispose();
  });
}

const needs = (document: vscode.TextDocument): boolean =>
  document.languageId === 'studyspec' || (MANUSCRIPT.test(document.uri.path) && document.getText().includes('{{'));
