// Hands on the keyboard of a workbench: a whole text key by key. Settings are VS Code's own.

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
 * taken back; closing signs are typed, whoever put them there already.
 */
export async function typeText(wb, text, { delay = 0 } = {}) {
  const { keyboard } = wb.page;
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
    await keyboard.type(content, { delay });
  }
}
