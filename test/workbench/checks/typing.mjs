// Typing with VS Code's own settings: what is typed arrives as it is typed, through a keyboard and through an input method, and is left in
// peace meanwhile.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { emptyFile, typeText, watchProblems } from '../harness/typing.mjs';

/** The text once it has come to rest, and where it differs from what was typed. */
async function arrives(wb, path, wanted) {
  const found = await wb
    .poll(
      'the typed text',
      () => wb.text(path),
      (text) => text === wanted,
    )
    .catch(() => wb.text(path));
  if (found === wanted) return;
  const [here, there] = [found.split('\n'), wanted.split('\n')];
  const at = Math.max(
    0,
    there.findIndex((line, index) => here[index] !== line),
  );
  assert.fail(`line ${at + 1}: typed\n${JSON.stringify(there.slice(at, at + 3))}, found\n${JSON.stringify(here.slice(at, at + 3))}`);
}
const errors = async (wb, path) => (await wb.diagnostics(path)).filter(({ severity }) => severity === 'error');
/** Once its values are those of the text, nothing is found in it. */
async function isRight(wb, path) {
  await wb.poll(
    `values of ${path}`,
    () => wb.hints(path),
    (all) => all.length > 0,
  );
  await wb.poll(
    `no errors in ${path}`,
    () => errors(wb, path),
    (all) => all.length === 0,
  );
}
/** At most a tenth of the keys of a study that is right may be seen under a squiggle. */
function calm({ all, red, any }, least) {
  assert.ok(all >= least, `only ${all} changes were seen`);
  assert.ok(red <= all / 10 && any <= all / 10, `of ${all} changes ${red} were seen under an error, ${any} under anything`);
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
    },
  ],
  [
    'Enter behind every kind of line is a new line',
    async (wb) => {
      await emptyFile(wb, 'lines.study');
      const text = readFileSync(new URL('../lines.study', import.meta.url), 'utf8');
      await typeText(wb, text);
      await arrives(wb, 'lines.study', text);
    },
  ],
  [
    'five keys a second, a study that is right is left in peace',
    async (wb) => {
      await emptyFile(wb, 'slow.study');
      const keys = await watchProblems(wb, 'slow.study');
      const text =
        'study "Slow"\ndata "anshun_2020_raw.csv" {\n  id id\n}\nscale agree 1..5 "no" .. "yes"\ndimension d "D" on agree {\n  ' +
        'indicator eco_cost\n  indicator psy_enjoy "I"\n}\n';
      await typeText(wb, text, { pause: 200 });
      await arrives(wb, 'slow.study', text);
      calm(await keys(), 100);
    },
  ],
  [
    'a mistake is not shown on the entry under way; it is after a second, and when another entry is edited',
    async (wb) => {
      const path = 'mistaken.study';
      await emptyFile(wb, path);
      await typeText(wb, 'study "S"\ndata "anshun_2020_raw.csv" {\n  id id\n}\nnumber a from ');
      await wb.probe(
        `globalThis.shown = []; globalThis.typedAt = 0; globalThis.shownWatched?.dispose(); globalThis.shownWatched = \
vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => { if (document.uri.path === args.file && \
contentChanges.length > 0) globalThis.typedAt = Date.now(); }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => { for (const uri of uris) if (uri.path === args.file && \
vscode.languages.getDiagnostics(uri).some((one) => one.severity === 0 && /agee/u.test(one.message))) globalThis.shown.push(Date.now() - \
globalThis.typedAt); }))`,
        { file: wb.file(path) },
      );
      await wb.probe('globalThis.shown.length = 0');
      await typeText(wb, 'agee');
      await wb.waitForDiagnostics(path, (all) => all.some(({ severity, text }) => severity === 'error' && text === 'agee'));
      // VS Code tells of it a moment after it shows it.
      const [first] = await wb.poll(
        'the moment',
        () => wb.probe('return globalThis.shown'),
        (all) => all.length > 0,
      );
      assert.ok(first >= 900, `shown ${first} ms after the last key`);
      // Behind the next entry's first letter nothing is waited for.
      await typeText(wb, 'x\n');
      await wb.waitForDiagnostics(path, (all) => !all.some(({ text }) => text === 'agee'));
      await typeText(wb, 'number b from age\n');
      await wb.waitForDiagnostics(path, (all) => all.some(({ severity, text }) => severity === 'error' && text === 'ageex'));
    },
  ],
  [
    'a study typed through a Chinese input method arrives as it was written, whatever way its quotation marks are round',
    async (wb) => {
      const text = readFileSync(wb.file('中文/融入.study'), 'utf8');
      await emptyFile(wb, '中文/手写.study');
      await typeText(wb, text, { composing: true });
      await arrives(wb, '中文/手写.study', text);
      await isRight(wb, '中文/手写.study');
      // Input methods give the opening and the closing mark in turns; a key pressed elsewhere puts them out of step.
      const other =
        'study ”融入“ en "In"\n\ndata ”调查.csv“ ｛ id 编号 ｝\n\nnumber 收入 ”收入“ from 收入满意\n\ncategory 性别 ”性别“ ｛\n  男 ”男“ ＝ 1\n  女 ”女“ ＝ 2\n｝\n';
      await emptyFile(wb, '中文/反写.study');
      await typeText(wb, other, { composing: true });
      await arrives(wb, '中文/反写.study', other);
      await isRight(wb, '中文/反写.study');
    },
  ],
  [
    'what is offered is taken with Tab, or chosen and taken with Enter',
    async (wb) => {
      await emptyFile(wb, 'taken.study');
      const { keyboard } = wb.page;
      const offered = (word, state = '') =>
        wb.page.locator(`.suggest-widget.visible .monaco-list-row${state}`, { hasText: word }).first().waitFor();
      const has = (piece) =>
        wb.poll(
          piece,
          () => wb.text('taken.study'),
          (text) => text.includes(piece),
        );
      await typeText(
        wb,
        'study "S"\ndata "anshun_2020_raw.csv" {\n  id id\n}\nscale a 1..5 "no" .. "yes"\ndimension d "D" on a {\n  indicator ' +
          'eco_cost\n  indicator psy_enjoy\n}\nindex score "Score" {\n  of d\n  rot',
      );
      await offered('rotate');
      await keyboard.press('Tab');
      await has('\n  rotate \n}');
      await keyboard.type('vari');
      await offered('varimax');
      await keyboard.press('ArrowDown');
      await offered('varimax', '.focused');
      await keyboard.press('Enter');
      await has('\n  rotate varimax\n}');
    },
  ],
  [
    'an empty file offers what can be begun',
    async (wb) => {
      await emptyFile(wb, 'begun.study');
      await wb.poll(
        'the lens',
        () => wb.seen('begun.study'),
        ({ lenses }) => /Begin a study.*Open the Anshun example/su.test(lenses.join(' ')),
      );
      assert.deepEqual(await errors(wb, 'begun.study'), []);
      // The server may be at other files still: what it has to offer is waited for, and then asked for by the key.
      await wb.poll(
        'what can be begun',
        () => wb.quickFixes('begun.study', 1, 1),
        (all) => all.includes('A new study'),
      );
      await wb.page.keyboard.press('Control+Period');
      const row = (text) => wb.page.locator('.action-widget .monaco-list-row', { hasText: text }).first();
      for (const title of ['A new study', 'A replication of anshun.study', 'A small example']) await row(title).waitFor();
      const chosen = () => wb.page.locator('.action-widget .monaco-list-row.focused').first().innerText();
      let now = await wb.poll('what is chosen', chosen, (text) => text !== '');
      for (let i = 0; i < 12 && !now.includes('A replication of anshun.study'); i += 1) {
        await wb.page.keyboard.press('ArrowDown');
        now = await wb.poll('the next one', chosen, (text) => text !== now);
      }
      await wb.page.keyboard.press('Enter');
      await wb.poll(
        'a replication',
        () => wb.text('begun.study'),
        (text) => text.includes('replicates "anshun.study"'),
      );
    },
  ],
  [
    'the whole example typed key by key is the example, sign for sign',
    async (wb) => {
      await emptyFile(wb, 'typed.study');
      const text = readFileSync(wb.file('anshun.study'), 'utf8');
      const keys = await watchProblems(wb, 'typed.study');
      const started = Date.now();
      await typeText(wb, text);
      const seconds = (Date.now() - started) / 1000;
      await arrives(wb, 'typed.study', text);
      const counted = await keys();
      console.log(
        `        ${text.length} signs in ${seconds.toFixed(0)} s (${(text.length / seconds).toFixed(1)} a second); of ` +
          `${counted.all} changes ${counted.red} under an error, ${counted.any} under anything`,
      );
      // Keys that come in bursts leave VS Code no time to take its own closing brace back, so a brace too many is seen meanwhile: how calm
      // the editor is at a hand's speed is the check above, and test/lsp/calm.test.ts.
      assert.ok(counted.all > 5000, `only ${counted.all} changes were seen`);
    },
  ],
];
