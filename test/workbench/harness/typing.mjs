// Hands on the keyboard of a workbench: a whole text key by key, or through a Chinese input method. Settings are VS Code's own.
// Keys of a line come as fast as the workbench takes them; before a line, one waits to see what the editor has put there.

import { sleep } from './start.mjs';

/** Milliseconds before a brace: a quick hand's. */
const BRACE = 250;

/** An empty file, open, with the cursor in it. */
export async function emptyFile(wb, path) {
  await wb.probe('await vscode.workspace.fs.writeFile(vscode.Uri.file(args.file), new Uint8Array())', { file: wb.file(path) });
  await wb.open(path);
  await wb.focusText();
}

/** The column of the caret as soon as it stands in a line and, when asked, in a column; null when it does not come there. */
const caretIn = (wb, line, column = null, patience = 60_000) =>
  wb.probe(
    `const e = vscode.window.activeTextEditor, there = () => { const at = e.selection.active; return at.line === args.line && (args.column \
=== null || at.character === args.column); };
  return await new Promise((done) => {
    if (there()) return done(e.selection.active.character);
    const end = (found) => { clearTimeout(timer); listening.dispose(); done(found); };
    const timer = setTimeout(() => { end(null); }, args.patience);
    const listening = vscode.window.onDidChangeTextEditorSelection(() => { if (there()) end(e.selection.active.character); });
  });`,
    { line, column, patience },
  );

/**
 * Types a text as somebody does who sees what the editor adds: the indentation that is there is not typed again, what is too much is
 * taken back; closing signs are typed, whoever put them there already. `composing`: Chinese words and signs come from an input method.
 * `pause`: milliseconds between two keys.
 */
export async function typeText(wb, text, { composing = false, pause = 0 } = {}) {
  const { keyboard } = wb.page;
  const ime = composing ? await inputMethod(wb) : null;
  const keys = async (signs) => {
    if (pause > 0) return keyboard.type(signs, { delay: pause });
    for (const piece of signs.match(/[{}]|[^{}]+/gu) ?? []) {
      // VS Code closes and outdents braces only where it has coloured the line by then, which it has at any speed of a hand.
      if (/[{}]/u.test(piece)) await sleep(BRACE);
      await Promise.all([...piece].map((sign) => keyboard.type(sign)));
    }
  };
  const first = await wb.probe('return vscode.window.activeTextEditor.selection.active.line');
  for (const [at, line] of text.split('\n').entries()) {
    const content = line.trimStart();
    if (at > 0) {
      await keyboard.press('Enter', { delay: pause });
      let column = await caretIn(wb, first + at, null, 10_000);
      // An input method that still holds a word takes the Enter; one presses again. That no other Enter is lost has a check of its own.
      if (column === null && composing) {
        await keyboard.press('Enter');
        column = await caretIn(wb, first + at);
      }
      const indent = line.length - content.length;
      // Once more where a brace was taken out meanwhile, and the line moved under the hand.
      for (let round = 0; column !== indent && content !== '' && !/^[}｝]/u.test(content); round += 1) {
        if (column === null || round === 12) {
          const seen = await wb.probe(
            'const { selection: { active }, document } = vscode.window.activeTextEditor;\n' +
              'return `${active.line + 1}:${active.character}\\n${document.getText()}`',
          );
          throw new Error(`no line ${first + at + 1} at column ${indent}, but ${column} (caret ${seen})`);
        }
        for (let have = column; have > indent; have -= 2) await keyboard.press('Backspace', { delay: pause });
        await keys(' '.repeat(Math.max(0, indent - column)));
        column = (await caretIn(wb, first + at, indent, 5000)) ?? (await caretIn(wb, first + at));
      }
    }
    // A sign that no key has is written like a word of an input method, without one.
    for (const piece of content.match(/\p{Script=Han}+|\p{ASCII}+|[^]/gu) ?? []) {
      if (/[｛｝]/u.test(piece)) await sleep(BRACE);
      await (/^\p{ASCII}/u.test(piece) ? keys(piece) : ime === null ? keyboard.insertText(piece) : ime(piece));
      // What was closed before it was typed is taken out behind it, which an Enter of no hand would overtake.
      if (/[｛｝]/u.test(piece)) await sleep(2 * BRACE);
    }
  }
}

/** As an input method does it: letters are composed under the cursor, the word takes their place; signs are composed and taken at once. */
async function inputMethod(wb) {
  const devtools = await wb.page.context().newCDPSession(wb.page);
  return async (piece) => {
    const letters = /\p{Script=Han}/u.test(piece) ? ['p', 'pi', 'pin'] : [piece];
    for (const text of letters)
      await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await devtools.send('Input.insertText', { text: piece });
  };
}

/** From now on, with every change of the file: whether it shows a problem, and whether an error. */
export async function watchProblems(wb, path) {
  await wb.probe(
    `globalThis.keys = { all: 0, red: 0, any: 0 }; globalThis.keysWatched?.dispose();
    globalThis.keysWatched = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document.uri.path !== args.file || contentChanges.length === 0) return;
      const found = vscode.languages.getDiagnostics(document.uri);
      globalThis.keys.all += 1; globalThis.keys.any += found.length > 0 ? 1 : 0; globalThis.keys.red += found.some((one) => one.severity \
=== 0) ? 1 : 0;
    })`,
    { file: wb.file(path) },
  );
  return () => wb.probe('return globalThis.keys');
}
