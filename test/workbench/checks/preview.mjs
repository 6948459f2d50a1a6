// What the preview says of numbers that lag behind their text, cause by cause, with the button that helps; and what it shows beside
// pictures.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';

const STUDY = 'anshun.study';
const DATA = 'anshun_2020_raw.csv';

/** The banner once it tells this cause. */
const banner = async (wb, kind) => {
  const one = wb.webview().locator('#banner');
  await wb.poll(
    `the banner of ${kind}`,
    async () => ((await one.isVisible()) ? one.getAttribute('data-kind') : 'none'),
    (found) => found === kind,
  );
  return one;
};
const gone = (wb) =>
  wb.poll(
    'no banner',
    () => wb.webview().locator('#banner').isVisible(),
    (visible) => !visible,
  );
const caret = (wb) =>
  wb.probe(
    'const e = vscode.window.activeTextEditor; return { file: e?.document.uri.path.split("/").at(-1), text: ' +
      'e?.document.getText(e.selection) }',
  );

/**
 * Chooses a file in VS Code's own dialog. It reads folders while one types, and a button that is pressed meanwhile does nothing: then once
 * more, as a person would.
 */
async function pick(wb, name) {
  const dialog = wb.page.locator('.quick-input-widget');
  const input = dialog.locator('input').first();
  await input.waitFor({ state: 'visible' });
  const timeout = 5000;
  await wb.poll(
    'the dialog to close',
    async () => {
      if (!(await dialog.isVisible())) return true;
      await input.fill(wb.file(name), { timeout });
      await wb.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor({ timeout });
      await dialog.locator('.monaco-button', { hasText: 'Choose data …' }).first().click({ timeout });
      await dialog.waitFor({ state: 'hidden', timeout });
      return true;
    },
    (closed) => closed,
  );
}

export const checks = [
  [
    'the server is at work',
    async (wb) => {
      await wb.poll(
        'the numbers',
        () => wb.status(),
        (text) => /n 323/u.test(text),
      );
      await wb.preview(STUDY, 'index integration', 'Social integration');
      await wb.poll(
        'its pictures',
        () => wb.pictures(),
        (all) => all.length > 1,
      );
    },
  ],
  [
    'a broken text: the picture is dimmed, values are paler, and the button goes to the problem',
    async (wb) => {
      await wb.preview(STUDY, 'index integration', 'Social integration');
      await wb.poll(
        'nothing pale',
        () => wb.painted(STUDY),
        (all) => all.length === 0,
      );
      await wb.replace(STUDY, 'of      economy, society', 'of      econmy, society');
      const one = await banner(wb, 'broken');
      await wb.poll(
        'the cause',
        () => one.innerText(),
        (text) => /mistakes[^]*econmy/u.test(text),
      );
      // It fades.
      await wb.poll(
        'a dim picture',
        () =>
          wb
            .webview()
            .locator('#content')
            .evaluate((all) => Number(getComputedStyle(all).opacity)),
        (opacity) => opacity < 0.7,
      );
      await wb.poll(
        'paler values',
        () => wb.painted(STUDY),
        (all) => all.some(({ text, style }) => /KMO 0\.812/u.test(text) && style === 'italic'),
      );
      await wb.cursor(STUDY, 'dimension economy');
      await wb.webview().locator('#banner [data-action="problem"]').click();
      await wb.poll(
        'the problem',
        () => caret(wb),
        ({ text }) => text === 'econmy',
      );
      await wb.revert(STUDY);
      await gone(wb);
      await wb.poll(
        'no paler values',
        () => wb.painted(STUDY),
        (all) => all.length === 0,
      );
    },
  ],
  [
    'data that are deleted are named, and the file that is chosen takes their place',
    async (wb) => {
      await wb.preview(STUDY, 'index integration', 'Social integration');
      renameSync(wb.file(DATA), wb.file('moved.csv'));
      try {
        const one = await banner(wb, 'deleted');
        await wb.poll(
          'its name',
          () => one.innerText(),
          (text) => text.includes(DATA),
        );
        await wb.poll(
          'paler values',
          () => wb.painted(STUDY),
          (all) => all.some(({ text }) => /KMO 0\.812/u.test(text)),
        );
        await wb.webview().locator('#banner [data-action="locate"]').click();
        await pick(wb, 'moved.csv');
        await wb.poll(
          'the other name',
          () => wb.text(STUDY),
          (text) => text.includes('data "moved.csv"'),
        );
        await gone(wb);
      } finally {
        if (existsSync(wb.file('moved.csv'))) renameSync(wb.file('moved.csv'), wb.file(DATA));
      }
      await wb.revert(STUDY);
      await gone(wb);
    },
  ],
  [
    'data that never were there are missing, and a study may name none',
    async (wb) => {
      writeFileSync(wb.file('other.study'), 'study "Other"\n\ndata "nowhere.csv" { missing blank }\n\nindicator eco_cost on 1..5\n');
      await wb.open('other.study');
      const missing = await banner(wb, 'missing');
      await wb.poll(
        'its name',
        () => missing.innerText(),
        (text) => /nowhere\.csv/u.test(text),
      );
      assert.deepEqual(await missing.locator('button').allInnerTexts(), ['Choose the file …', 'Go to the line']);
      await wb.replace('other.study', 'data "nowhere.csv" { missing blank }\n', '');
      await wb.webview().locator('#banner[data-kind="no-data"] [data-action="data"]').click();
      await pick(wb, DATA);
      await wb.poll(
        'a data block',
        () => wb.text('other.study'),
        (text) => text.startsWith(`study "Other"\n\ndata "${DATA}" {\n  missing blank\n}\n`),
      );
      await gone(wb);
      await wb.revert('other.study');
      await wb.open(STUDY);
    },
  ],
  [
    'a lens runs its declaration alone, and so does the command where the cursor is',
    async (wb) => {
      const run = async (start) => {
        await wb.probe(
          `globalThis.begun = []; const listening = vscode.tasks.onDidStartTaskProcess(({ execution: { task } }) => {
            if (task.definition.type === 'studyspec') { listening.dispose(); globalThis.begun.push(task.execution.args); }
          })`,
        );
        await start();
        const [args] = await wb.poll(
          'its start',
          () => wb.probe('return globalThis.begun'),
          (all) => all.length > 0,
        );
        await wb.poll(
          'its end',
          () => wb.probe('return vscode.tasks.taskExecutions.length'),
          (count) => count === 0,
        );
        return args.slice(args.indexOf('run'));
      };
      const ours = ({ title, given }) => /Run/u.test(title) && given?.[0]?.name === 'full';
      const lenses = await wb.poll(
        'its lens',
        () => wb.lenses(STUDY),
        (all) => all.some(ours),
      );
      const lens = lenses.find(ours);
      assert.deepEqual(await run(() => wb.exec(lens.command, ...lens.given)), ['run', STUDY, '--only', 'full']);
      await wb.cursor(STUDY, 'keep    4');
      assert.deepEqual(await run(() => wb.command('StudySpec: Run This Declaration')), ['run', STUDY, '--only', 'integration']);
      await wb.exec('workbench.action.closePanel');
    },
  ],
  [
    'the data block shows the data, and a printed table itself alone',
    async (wb) => {
      await wb.preview(STUDY, '  cluster site', DATA);
      await wb.poll(
        'the data',
        () => wb.previewText(),
        (text) => /utf-8/u.test(text) && /Missing/u.test(text) && /First rows/u.test(text),
      );
      await wb.preview(STUDY, 'table "Table 2, respondents"', 'Table 2, respondents');
      const all = wb.webview().locator('#all');
      const tables = () => wb.webview().locator('#content > .table, #content section .table').count();
      const alone = await wb.poll(
        'the table alone',
        async () => ((await all.isVisible()) ? tables() : 0),
        (count) => count > 0,
      );
      await all.click();
      await wb.poll('all tables', tables, (count) => count > alone);
      // It stays until the cursor moves: to the data, and back.
      await wb.preview(STUDY, '  cluster site', DATA);
      await wb.preview(STUDY, 'table "Table 2, respondents"', 'Table 2, respondents');
    },
  ],
  [
    'a problem leads to its explanation and to its row',
    async (wb) => {
      await wb.open(STUDY);
      const found = await wb.poll(
        'the problem',
        () =>
          wb.probe(
            'return vscode.languages.getDiagnostics(vscode.Uri.file(args.file)).filter(({ code }) => code?.value === ' +
              "'SS321').map((one) => ({ target: one.code.target?.toString(true), rows: (one.relatedInformation ?? []).map(({ " +
              "message, location }) => [message, location.uri.path.split('/').at(-1), location.range.start.line]) }))",
            { file: wb.file(STUDY) },
          ),
        (all) => all.length > 0,
      );
      assert.deepEqual(found[0].rows[0], ['row 28, cul_dialect', DATA, 28]);
      assert.equal(found[0].target, 'command:studyspec.explainProblem?["SS321"]');
      await wb.cursor(STUDY, 'indicator cul_dialect', { after: 'indicator cul_d'.length });
      await wb.exec('editor.action.showHover');
      await wb.page.locator('.monaco-hover a.code-link, .monaco-hover .code-link a, .monaco-hover a', { hasText: 'SS321' }).first().click();
      await wb.poll(
        'the explanation',
        () => wb.probe("return vscode.workspace.textDocuments.find((one) => one.uri.scheme === 'studyspec-explain')?.getText() ?? ''"),
        (text) => /SS321/u.test(text),
      );
      await wb.exec('workbench.action.closeActiveEditor').catch(() => undefined);
      await wb.open(STUDY);
    },
  ],
  [
    'a file that is renamed or moved in the explorer is renamed in the specs that name it, and so is a folder',
    async (wb) => {
      const move = (from, to) =>
        wb.probe(
          'const edit = new vscode.WorkspaceEdit(); edit.renameFile(vscode.Uri.file(args.from), vscode.Uri.file(args.to)); ' +
            'return await vscode.workspace.applyEdit(edit)',
          { from: wb.file(from), to: wb.file(to) },
        );
      await wb.open(STUDY);
      await wb.exec('workbench.view.explorer');
      const row = wb.page.locator('.explorer-folders-view .monaco-list-row', { hasText: DATA }).first();
      await row.click();
      await wb.page.locator('.explorer-folders-view .monaco-list-row.focused', { hasText: DATA }).first().waitFor();
      await wb.page.keyboard.press('F2');
      const box = wb.page.locator('.explorer-folders-view .monaco-inputbox input').first();
      await box.waitFor();
      await box.fill('renamed.csv');
      await wb.page.keyboard.press('Enter');
      // VS Code asks whether the extension may write; once.
      const dialog = wb.page.locator('.monaco-dialog-box');
      await dialog.locator('.monaco-checkbox, .monaco-custom-toggle').first().click();
      await dialog.locator('.monaco-button', { hasText: 'OK' }).first().click();
      await wb.poll(
        'the other name',
        () => wb.text(STUDY),
        (text) => text.includes('data "renamed.csv"'),
      );
      // The specs are edited before the file is moved, so the move is waited for by itself.
      await wb.poll(
        'the move',
        () => existsSync(wb.file('renamed.csv')) && !existsSync(wb.file(DATA)),
        (moved) => moved,
      );
      await wb.open(STUDY);
      await wb.preview(STUDY, 'index integration', 'Social integration');
      await gone(wb);
      mkdirSync(wb.file('input'));
      assert.ok(await move('renamed.csv', 'input/renamed.csv'));
      await wb.poll(
        'its folder',
        () => wb.text(STUDY),
        (text) => text.includes('data "input/renamed.csv"'),
      );
      assert.ok(await move('input', 'data'));
      await wb.poll(
        "the folder's other name",
        () => wb.text(STUDY),
        (text) => text.includes('data "data/renamed.csv"'),
      );
      await wb.poll(
        'numbers',
        () => wb.status(),
        (text) => /n 323/u.test(text),
      );
      await gone(wb);
    },
  ],
];
