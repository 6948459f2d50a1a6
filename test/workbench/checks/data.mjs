// A data file in the explorer becomes a study by right-click: a new one, and one that replicates another. In a trusted workspace; the data
// file is one of those in test/platforms.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Right-clicks a file in the explorer and takes an entry of the menu. */
async function choose(wb, file, entry) {
  await wb.exec('workbench.view.explorer');
  const row = wb.page.locator('.explorer-folders-view .monaco-list-row', { hasText: file }).first();
  await row.waitFor();
  const item = wb.page.locator('.monaco-menu .action-item', { hasText: entry }).first();
  // A file that appears meanwhile moves the rows, and the menu is another's or closes: one looks, and clicks again.
  for (let round = 0; round < 5; round += 1) {
    await row.click({ button: 'right' });
    const opened = await item.waitFor({ timeout: 4000 }).then(
      () => true,
      () => false,
    );
    if (opened) break;
    await wb.page.keyboard.press('Escape');
  }
  // A menu takes no click in the moment that it opens.
  await item.hover();
  await wb.page.locator('.monaco-menu .action-item.focused', { hasText: entry }).first().waitFor();
  await wb.page.keyboard.press('Enter');
}

export const checks = [
  [
    'a right-click on a .sav makes a new study of it, and its numbers stand beside the words',
    async (wb) => {
      writeFileSync(wb.file('survey.sav'), gunzipSync(readFileSync(join(root, 'test/platforms/06-spss-haven/survey_byte.sav.gz'))));
      await choose(wb, 'survey.sav', 'New Study from This Data');
      const started = Date.now();
      await wb.poll(
        'the new study',
        () => existsSync(wb.file('survey.study')),
        (there) => there,
      );
      await wb.poll(
        'its numbers',
        () => wb.hints('survey.study'),
        (hints) => hints.some(({ source, label }) => source.startsWith('indicator a1') && /mean/u.test(label)),
      );
      const seconds = (Date.now() - started) / 1000;
      console.log(`        numbers ${seconds.toFixed(1)} s after the click`);
      const text = await wb.text('survey.study');
      assert.match(text, /category sex "性别"/u);
      assert.match(text, /data "survey\.sav" \{\n {2}id id\n\}/u);
      assert.deepEqual(
        (await wb.diagnostics('survey.study')).filter(({ severity }) => severity === 0),
        [],
      );
      await wb.screenshot(join(root, 'out/workbench/new-study.png'));
      // A second one does not write over the first.
      await choose(wb, 'survey.sav', 'New Study from This Data');
      await wb.poll(
        'another name',
        () => existsSync(wb.file('survey-2.study')),
        (there) => there,
      );
    },
  ],
  [
    'a right-click replicates a study with a data file',
    async (wb) => {
      await choose(wb, 'anshun_2020.csv', 'Replicate a Study with This Data');
      await wb.page.locator('.quick-input-widget input').first().waitFor();
      await wb.page.keyboard.type('anshun.study');
      await wb.page.keyboard.press('Enter');
      await wb.poll(
        'the replication',
        () => existsSync(wb.file('anshun_2020-replication.study')),
        (there) => there,
      );
      assert.match(await wb.text('anshun_2020-replication.study'), /replicates "anshun\.study"/u);
    },
  ],
];
