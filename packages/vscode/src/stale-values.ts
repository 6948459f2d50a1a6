// Values of an earlier text in the editor look like it: the protocol's hints cannot be paler than others, so while results lag behind the
// text they are taken out of the hints and painted by the extension, paler and slanted, at the same places.
import * as vscode from 'vscode';

/** So long, in ms, values may lag behind before they change their look: an edit is mostly computed in less. */
const PATIENCE = 350;

export interface StaleValues extends vscode.Disposable {
  /** Takes the values of a whole document, and gives back those that the editor itself is to show. */
  sift(document: vscode.TextDocument, hints: readonly vscode.InlayHint[]): readonly vscode.InlayHint[];
}

/** `again`: the hints of a document are to be asked for once more. */
export function createStaleValues(again: (document: vscode.TextDocument) => void): StaleValues {
  const look = vscode.window.createTextEditorDecorationType({ rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed });
  /** When the values of a document began to lag behind. */
  const since = new Map<string, number>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const painted = new Map<string, readonly vscode.DecorationOptions[]>();

  const paint = (document: vscode.TextDocument, options: readonly vscode.DecorationOptions[]): void => {
    const key = document.uri.toString();
    if (options.length === 0) painted.delete(key);
    else painted.set(key, options);
    for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) editor.setDecorations(look, options);
  };
  const forget = (key: string): void => {
    clearTimeout(timers.get(key));
    timers.delete(key);
    since.delete(key);
  };
  const listening = vscode.Disposable.from(
    look,
    vscode.window.onDidChangeVisibleTextEditors((editors) => {
      for (const editor of editors) editor.setDecorations(look, painted.get(editor.document.uri.toString()) ?? []);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      forget(uri.toString());
      painted.delete(uri.toString());
    }),
  );

  return {
    sift(document, hints) {
      const key = document.uri.toString();
      const stale = hints.filter(isStale);
      if (stale.length === 0) {
        forget(key);
        if (painted.has(key)) paint(document, []);
        return hints;
      }
      const began = since.get(key) ?? Date.now();
      since.set(key, began);
      const left = began + PATIENCE - Date.now();
      if (left > 0 && !painted.has(key)) {
        if (!timers.has(key))
          timers.set(
            key,
            setTimeout(() => {
              timers.delete(key);
              again(document);
            }, left + 1),
          );
        return hints;
      }
      paint(document, stale.map(drawn));
      return hints.filter((hint) => !isStale(hint));
    },
    dispose() {
      for (const timer of timers.values()) clearTimeout(timer);
      listening.dispose();
    },
  };
}

/** What the server says of a hint beside what the editor shows of it. */
function isStale(hint: vscode.InlayHint): boolean {
  const { data } = hint as vscode.InlayHint & { readonly data?: { readonly stale?: unknown } };
  return data?.stale === true;
}

function drawn(hint: vscode.InlayHint): vscode.DecorationOptions {
  const text = typeof hint.label === 'string' ? hint.label : hint.label.map((part) => part.value).join('');
  return {
    range: new vscode.Range(hint.position, hint.position),
    renderOptions: {
      after: {
        contentText: text,
        color: new vscode.ThemeColor('studyspec.staleValue'),
        fontStyle: 'italic',
        margin: `0 ${hint.paddingRight === true ? '0.6em' : '0'} 0 ${hint.paddingLeft === true ? '0.6em' : '0'}`,
      },
    },
  };
}
