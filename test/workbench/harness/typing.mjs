// Hands on the keyboard of a workbench: a whole text key by key, or through a Chinese input method. Settings are VS Code's own.

/** An empty file, open, with the cursor in it. */
export async function emptyFile(wb, path) {
  await wb.probe('await vscode.workspace.fs.writeFile(vscode.Uri.file(args.file), new Uint8Array())', { file: wb.file(path) });
  await wb.open(path);
  await wb.exec('workbench.action.focusActiveEditorGroup');
  await wb.page.locator('.monaco-editor.focused').first().waitFor({ timeout: 10_000 });
}

const caretOf = (wb) => wb.probe('const e = vscode.window.activeTextEditor; return { line: e.selection.active.line, column: e.selection.active.character }');

/**
 * Types a text as somebody does who sees what the editor adds: the indentation that is there is not typed again, what is too much is
 * taken back; closing signs are typed, whoever put them there already. `composing`: Chinese words and signs come from an input method.
 */
export async function typeText(wb, text, { delay = 0, composing = false, steps = false } = {}) {
  const { keyboard } = wb.page;
  const ime = composing ? await inputMethod(wb) : null;
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    const content = line.trimStart();
    const closes = /^[}｝]/u.test(content);
    if (at > 0) {
      const before = await caretOf(wb);
      await keyboard.press('Enter', { delay });
      const after = await wb.poll(`a new line behind "${lines[at - 1]}"`, () => caretOf(wb), ({ line: now }) => now === before.line + 1, 5000);
      if (content !== '' && !closes) {
        const indent = line.length - content.length;
        for (let have = after.column; have > indent; have = (await wb.poll('less indentation', () => caretOf(wb), ({ column }) => column < have, 5000)).column) await keyboard.press('Backspace');
        const { column } = await caretOf(wb);
        if (column < indent) await keyboard.type(' '.repeat(indent - column), { delay });
      }
    }
    if (steps && closes) {
      await keyboard.press('ArrowDown');
      await keyboard.press('End');
      continue;
    }
    if (ime === null) await keyboard.type(content, { delay });
    else for (const piece of content.match(/\p{Script=Han}+|[^\p{ASCII}]|[\p{ASCII}]+/gu) ?? []) await (/^\p{ASCII}/u.test(piece) ? keyboard.type(piece, { delay }) : ime.write(piece));
  }
}

/** As an input method does it: letters are composed under the cursor, the word takes their place; signs come as they are. */
async function inputMethod(wb) {
  const devtools = await wb.page.context().newCDPSession(wb.page);
  return {
    async write(piece) {
      const letters = /\p{Script=Han}/u.test(piece) ? ['p', 'pi', 'pin'] : [piece];
      for (const text of letters) await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await devtools.send('Input.insertText', { text: piece });
    },
  };
}

/** From now on, with every change of the file: whether it has an error that is shown. */
export async function watchErrors(wb, path) {
  await wb.probe(`globalThis.keys = { all: 0, red: 0, any: 0 }; globalThis.keysWatched?.dispose();
    globalThis.keysWatched = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document.uri.path !== args.file || contentChanges.length === 0) return;
      const found = vscode.languages.getDiagnostics(document.uri);
      globalThis.keys.all += 1; globalThis.keys.any += found.length > 0 ? 1 : 0; globalThis.keys.red += found.some((one) => one.severity === 0) ? 1 : 0;
    })`, { file: wb.file(path) });
  return () => wb.probe('return globalThis.keys');
}
