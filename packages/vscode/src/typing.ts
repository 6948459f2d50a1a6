// What the extension does while somebody types: takes out a closing brace that is there twice, and tells the server where the caret is.
import * as vscode from 'vscode';
import { closingBraces, type ClosingBraces, type Mend } from './closing-braces.ts';
import { CARET } from './base/protocol.ts';

/** `addressOf`: what the server calls a document. */
export function watchTyping(addressOf: (uri: vscode.Uri) => string, tell: (method: string, params: object) => void): vscode.Disposable {
  const known = new Map<string, ClosingBraces>();
  let line = -1;
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      if (document.languageId !== 'studyspec' || contentChanges.length === 0) return;
      const key = document.uri.toString();
      let braces = known.get(key);
      if (braces === undefined) known.set(key, (braces = closingBraces()));
      const mends = braces.changed(
        contentChanges.map(({ rangeOffset, rangeLength, text }) => ({ offset: rangeOffset, removed: rangeLength, text })),
        document.getText(),
      );
      if (mends.length > 0 && reason === undefined) void mend(document, mends);
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections }) => {
      const position = selections[0]!.active;
      if (document.languageId !== 'studyspec' || position.line === line) return;
      line = position.line;
      tell(CARET, { uri: addressOf(document.uri), position: { line, character: position.character } });
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      known.delete(uri.toString());
    }),
  );
}

/** Where keys came in between the edit is refused, and the next change asks again. */
async function mend(document: vscode.TextDocument, mends: readonly Mend[]): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document) return;
  await editor.edit(
    (edit) => {
      for (const { from, to, text } of mends) edit.replace(new vscode.Range(document.positionAt(from), document.positionAt(to)), text);
    },
    { undoStopBefore: false, undoStopAfter: false },
  );
}
