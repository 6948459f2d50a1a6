// What a test does in a workbench and sees of it. Two sides: the extension host's (through the probe, exact) and the screen's
// (through the browser, what a person sees).
import { mkdirSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';

const PLAIN = /[\u00a0\u2000-\u200c]/g;

export function driveEditor(wb) {
  const { page, probe, poll, folder } = wb;
  const URI = 'const uri = vscode.Uri.file(args.file);';
  wb.file = (path) => (isAbsolute(path) ? path : join(folder, path));
  const of = (path, more = {}) => ({ file: wb.file(path), ...more });

  // ——— the extension host's side
  wb.exec = (command, ...rest) => probe('return await vscode.commands.executeCommand(args.command, ...args.rest)', { command, rest });
  wb.set = (name, value) =>
    probe('await vscode.workspace.getConfiguration().update(args.name, args.value, vscode.ConfigurationTarget.Global)', { name, value });
  wb.text = (path) => probe(`${URI} return (await vscode.workspace.openTextDocument(uri)).getText()`, of(path));
  wb.diagnostics = (path) =>
    probe(
      `${URI} return vscode.languages.getDiagnostics(uri).map((d) => ({ message: d.message, severity: ['error', 'warning', 'info', \
'hint'][d.severity], source: d.source,
    code: typeof d.code === 'object' && d.code ? d.code.value : d.code, line: d.range.start.line + 1, text: \
vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString())?.getText(d.range) }))`,
      of(path),
    );
  wb.waitForDiagnostics = (path, good, timeout) => poll(`problems of ${path}`, () => wb.diagnostics(path), good, timeout);
  wb.hints = (path) =>
    probe(
      `${URI} const d = await vscode.workspace.openTextDocument(uri); const hints = await \
vscode.commands.executeCommand('vscode.executeInlayHintProvider', uri, new vscode.Range(0, 0, d.lineCount, 0));
    return (hints ?? []).map((one) => ({ line: one.position.line + 1, source: d.lineAt(one.position.line).text.trim(), label: typeof \
one.label === 'string' ? one.label : one.label.map((part) => part.value).join('') }))`,
      of(path),
    );
  /** Values at the ends of the lines that contain `line`. */
  wb.valuesAt = async (path, line) => (await wb.hints(path)).filter(({ source }) => source.includes(line)).map(({ label }) => label);
  wb.valueAt = async (path, line) => (await wb.valuesAt(path, line))[0] ?? '';
  wb.lenses = (path) =>
    probe(
      `${URI} const lenses = await vscode.commands.executeCommand('vscode.executeCodeLensProvider', uri, 100);
      return (lenses ?? []).map(({ range, command }) =>
        ({ line: range.start.line + 1, title: command?.title, command: command?.command, given: command?.arguments }))`,
      of(path),
    );
  wb.hover = (path, line, column) =>
    probe(
      `${URI} return (await vscode.commands.executeCommand('vscode.executeHoverProvider', uri, new vscode.Position(args.line - ` +
        `1, args.column - 1))).flatMap((one) => one.contents.map((part) => part.value ?? part)).join('\\n')`,
      of(path, { line, column }),
    );
  /** Without the words of the text, which every editor offers, and the snippets. */
  wb.completions = (path, line, column) =>
    probe(
      `${URI} return (await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', uri, new vscode.Position(args.line - 1, \
args.column - 1)))
    .items.filter((one) => one.kind !== vscode.CompletionItemKind.Text && one.kind !== vscode.CompletionItemKind.Snippet).map((one) => \
(typeof one.label === 'string' ? one.label : one.label.label))`,
      of(path, { line, column }),
    );
  /** Line and column, from 1, of the n-th place of a text. */
  wb.placeOf = async (path, text, nth = 0) => {
    const whole = await wb.text(path);
    let at = -1;
    for (let i = 0; i <= nth; i += 1) at = whole.indexOf(text, at + 1);
    if (at < 0) throw new Error(`${path} has no "${text}"`);
    const before = whole.slice(0, at).split('\n');
    return { line: before.length, column: before.at(-1).length + 1 };
  };
  wb.open = async (path, column = 'One') => {
    await probe(
      `${URI} await vscode.window.showTextDocument(uri, { preview: false, viewColumn: vscode.ViewColumn[args.column] })`,
      of(path, { column }),
    );
    await page
      .locator(`.tab.active[data-resource-name="${basename(path)}"]`)
      .first()
      .waitFor();
    // The extension host hears a moment later which editor is the active one.
    await poll(
      `${path} in the active editor`,
      () => probe("return vscode.window.activeTextEditor?.document.uri.path ?? ''"),
      (found) => found === wb.file(path),
    );
  };
  /** Keys go to the text. */
  wb.focusText = async () => {
    await wb.exec('workbench.action.focusActiveEditorGroup');
    await page.locator('.monaco-editor.focused').first().waitFor();
  };
  wb.cursor = async (path, text, { nth = 0, after = 0 } = {}) => {
    await wb.open(path);
    const { line, column } = await wb.placeOf(path, text, nth);
    await probe(
      'const e = vscode.window.activeTextEditor, p = new vscode.Position(args.line - 1, args.column - 1 + args.after); ' +
        'e.selection = new vscode.Selection(p, p); e.revealRange(new vscode.Range(p, p), 2);',
      { line, column, after },
    );
    return { line, column: column + after };
  };
  /** An edit that nobody types: for what is not about typing. */
  wb.replace = async (path, text, by, nth = 0) => {
    const { line, column } = await wb.placeOf(path, text, nth);
    await wb.open(path);
    await probe(
      'const e = vscode.window.activeTextEditor, p = new vscode.Position(args.line - 1, args.column - 1); await e.edit((edit) => ' +
        'edit.replace(new vscode.Range(p, p.translate(0, args.length)), args.by))',
      { line, column, length: text.length, by },
    );
  };
  wb.revert = async (path) => {
    await wb.open(path);
    await wb.exec('workbench.action.files.revert');
  };
  /** After a check that failed half-way: whatever is open and changed goes back to what is on disk. */
  wb.revertQuietly = async (path) => {
    const dirty = await probe(
      `${URI} return vscode.workspace.textDocuments.some((one) => one.uri.path === uri.path && one.isDirty)`,
      of(path),
    ).catch(() => false);
    if (dirty) await wb.revert(path).catch(() => undefined);
  };
  /** Puts the cursor behind a text, and types with real keys. */
  wb.typeAfter = async (path, text, typed, { backspaces = 0 } = {}) => {
    const at = await wb.cursor(path, text, { after: text.length });
    await wb.focusText();
    const before = await wb.text(path);
    for (let i = 0; i < backspaces; i += 1) await page.keyboard.press('Backspace', { delay: 15 });
    await page.keyboard.type(typed, { delay: 15 });
    const lines = before.split('\n');
    const offset = lines.slice(0, at.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + at.column - 1;
    // Keys are painted before the extension host hears of them.
    await poll(
      'typed text',
      () => wb.text(path),
      (now) => now === before.slice(0, offset - backspaces) + typed + before.slice(offset),
    );
  };
  wb.quickFixes = (path, line, column) =>
    probe(
      `${URI} const p = new vscode.Position(args.line - 1, args.column - 1); return (await ` +
        `vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, new vscode.Range(p, p))).map(({ title }) => title)`,
      of(path, { line, column }),
    );
  wb.rename = (path, line, column, name) =>
    probe(
      `${URI} const edit = await vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', uri, new ` +
        `vscode.Position(args.line - 1, args.column - 1), args.name); await vscode.workspace.applyEdit(edit); return ` +
        `edit.entries().map(([where, edits]) => ({ file: where.path.split('/').at(-1), count: edits.length }))`,
      of(path, { line, column, name }),
    );
  /** What `Developer: Show Running Extensions` says of ours; a number to look at, on which no check depends. */
  wb.activation = async () => {
    await wb.exec('workbench.action.showRuntimeExtensions');
    const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'StudySpec' }).first();
    const text = await row.innerText({ timeout: 10_000 }).catch(() => '');
    await wb.exec('workbench.action.closeActiveEditor');
    return /Activation: ([^\n]+)/u.exec(text)?.[1]?.trim() ?? 'not shown';
  };

  // ——— the screen's side
  wb.editor = (path) => page.locator(`.editor-instance .monaco-editor[data-uri$="/${encodeURIComponent(basename(path))}"]`).first();
  wb.seen = async (path) => ({
    squiggles: await wb.editor(path).locator('.squiggly-error, .squiggly-warning, .squiggly-info').count(),
    lenses: (await wb.editor(path).locator('.codelens-decoration').allInnerTexts()).map((text) => text.replace(PLAIN, ' ')),
    lines: (await wb.editor(path).locator('.view-lines .view-line').allInnerTexts()).map((text) => text.replace(PLAIN, ' ')),
  });
  /** What extensions have painted behind the text, with its looks. */
  wb.painted = (path) =>
    wb
      .editor(path)
      .locator('.view-lines .view-line span')
      .evaluateAll((all) =>
        all.flatMap((one) => {
          const after = getComputedStyle(one, '::after');
          return after.content === 'none' || after.content === 'normal'
            ? []
            : [{ text: after.content.replace(/^"|"$/gu, '').replaceAll('\u00a0', ' '), color: after.color, style: after.fontStyle }];
        }),
      );
  wb.status = async () => (await page.locator('.statusbar-item[id*="studyspec"]').allInnerTexts()).join(' ').replace(PLAIN, ' ').trim();
  wb.command = async (title) => {
    await page.keyboard.press('F1');
    const input = page.locator('.quick-input-widget input').first();
    await input.waitFor({ state: 'visible' });
    await input.fill(`>${title}`);
    // Enter takes the one that is chosen, which may be another until the list has followed.
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).first().waitFor();
    await page.keyboard.press('Enter');
  };
  /** The commands that the palette offers for what is typed. */
  wb.offered = async (typed) => {
    await page.keyboard.press('F1');
    const input = page.locator('.quick-input-widget input').first();
    await input.waitFor({ state: 'visible' });
    await input.fill(`>${typed}`);
    const rows = page.locator('.quick-input-list .monaco-list-row');
    const found = await poll(
      `commands for ${typed}`,
      () => rows.allInnerTexts(),
      (all) => all.length > 0 && all[0].includes(typed),
    );
    await page.keyboard.press('Escape');
    return found;
  };
  /** The document inside the visible webview. */
  wb.webview = () => page.frameLocator('iframe.webview.ready >> visible=true').frameLocator('#active-frame');
  /** Shows a declaration in the preview, which is opened when it is not. */
  wb.preview = async (path, place, title) => {
    await wb.cursor(path, place, { after: 3 });
    if ((await page.locator('iframe.webview.ready >> visible=true').count()) === 0) await wb.exec('studyspec.showPreviewToSide');
    const shown = typeof title === 'string' ? (text) => text === title : (text) => title.test(text);
    return poll(`the preview of ${place}`, () => wb.webview().locator('#title').innerText({ timeout: 2000 }), shown);
  };
  wb.pictures = async () =>
    wb
      .webview()
      .locator('#content svg')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  wb.previewText = async () => (await wb.webview().locator('body').innerText()).replace(PLAIN, ' ');
  /** Waits for a report that says so, in the panel that is seen. */
  /** Beside it the preview may be in view too, or come into it. */
  wb.reportIs = (form) =>
    wb.poll(
      'the report',
      async () => {
        const texts = [];
        for (const one of await page.locator('iframe.webview.ready >> visible=true').all())
          texts.push(await one.contentFrame().frameLocator('#active-frame').locator('body').first().innerText({ timeout: 2000 }));
        return texts;
      },
      (texts) => texts.some((text) => form.test(text)),
    );
  wb.screenshot = async (path) => {
    mkdirSync(dirname(resolve(path)), { recursive: true });
    await page.screenshot({ path });
  };
  /** As a person reloads the window: what was open is written down before. */
  wb.reload = async () => {
    await probe('globalThis.reloading = true');
    const loaded = page.waitForEvent('load', { timeout: 180_000 });
    await wb.exec('workbench.action.reloadWindow').catch(() => undefined);
    await loaded;
    await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 180_000 });
    // Not the one that is about to end.
    await poll(
      'the next extension host',
      () => probe('return globalThis.reloading === undefined'),
      (next) => next,
      180_000,
    );
  };
}
