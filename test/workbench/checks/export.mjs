// Files that leave the editor, on a machine without Node: the report for Word, scores for SPSS, what is said when nothing is written. In a
// trusted workspace, after the checks of beside.mjs.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';

const STUDY = 'anshun.study';

/** Runs a command that asks where to, and takes the place that it proposes; with a choice before, that one. */
async function exportBy(wb, command, choice) {
  await wb.open(STUDY);
  void wb.exec(command).catch(() => undefined);
  const input = wb.page.locator('.quick-input-widget input[type="text"]').first();
  if (choice !== undefined) await wb.page.locator('.quick-input-list .monaco-list-row', { hasText: choice }).first().click();
  // The box of the last export is hidden, not gone, and holds the name of then.
  await wb.poll(
    'the name that is proposed',
    async () => ((await input.isVisible()) ? input.inputValue() : ''),
    (text) => /anshun[-\w]*\.\w+$/u.test(text),
  );
  // The box is drawn before it listens, and a key of nobody's would go to the text: it is pressed in the box, until that has closed.
  await wb.poll(
    'the box to close',
    async () => {
      if (await input.isVisible()) await input.press('Enter', { timeout: 2000 });
      await new Promise((done) => setTimeout(done, 700));
      return input.isVisible();
    },
    (open) => !open,
  );
}

const notices = (wb) => wb.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();

export const checks = [
  [
    'no Node is to be found on this machine but the editor’s own, which everything runs by',
    async (wb) => {
      const found = await wb.probe(
        "const { spawnSync } = require('child_process'); " +
          "return ['node', 'npm', 'npx'].map((name) => spawnSync(name, ['--version']).error?.code ?? 'found')",
      );
      assert.deepEqual(found, ['ENOENT', 'ENOENT', 'ENOENT']);
      await wb.poll(
        'values all the same',
        () => wb.hints(STUDY),
        (all) => all.some(({ label }) => /KMO 0\.812/u.test(label)),
      );
    },
  ],
  [
    'the report is exported for Word, scores for SPSS, and the editor says so',
    async (wb) => {
      for (const [command, choice, name, begins] of [
        ['studyspec.exportWord', undefined, 'anshun.docx', 'PK'],
        ['studyspec.exportScores', 'SPSS', 'anshun-scores.sav', '$FL2'],
        ['studyspec.exportCodebook', 'Excel', 'anshun-codebook.xlsx', 'PK'],
      ]) {
        await exportBy(wb, command, choice);
        await wb.poll(
          `what is said of ${name}`,
          () => notices(wb),
          (all) => all.some((text) => text.includes(`${name} is written.`)),
        );
        assert.ok(readFileSync(wb.file(name)).subarray(0, 4).toString('latin1').startsWith(begins), name);
        await wb.exec('notifications.clearAll');
      }
    },
  ],
  [
    'a study with mistakes is not exported, and its first mistake is told',
    async (wb) => {
      rmSync(wb.file('anshun.docx'), { force: true });
      await wb.replace(STUDY, 'of      economy, society', 'of      econmy, society');
      await exportBy(wb, 'studyspec.exportWord');
      await wb.poll(
        'the mistake',
        () => notices(wb),
        (all) => all.some((text) => /error\[SS\d+\].*econmy/u.test(text)),
      );
      assert.equal(existsSync(wb.file('anshun.docx')), false);
      await wb.exec('notifications.clearAll');
      await wb.replace(STUDY, 'of      econmy, society', 'of      economy, society');
      await wb.exec('workbench.action.files.save');
    },
  ],
];
