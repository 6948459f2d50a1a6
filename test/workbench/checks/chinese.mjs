// A workspace that is not trusted, in a Chinese editor: words and names only. Then it is trusted, and a study with Chinese names is at
// work.
import assert from 'node:assert/strict';

const STUDY = 'anshun.study';
const CHINESE = '中文/融入.study';

export const checks = [
  [
    'an untrusted workspace reads no data: no values, no problems of the data',
    async (wb) => {
      await wb.poll(
        'the status',
        () => wb.status(),
        (text) => /受限/u.test(text),
      );
      await wb.poll(
        'colours from the server',
        () =>
          wb.probe(
            "return (await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', vscode.Uri.file(args.file))).length",
            { file: wb.file(STUDY) },
          ),
        (count) => count > 10,
      );
      assert.deepEqual(await wb.hints(STUDY), []);
      assert.deepEqual(
        (await wb.diagnostics(STUDY)).filter(({ message }) => /Row \d|outside/u.test(message)),
        [],
      );
      const at = await wb.placeOf(STUDY, 'eco_cost ');
      assert.doesNotMatch(await wb.hover(STUDY, at.line, at.column + 2), /3\.51/u);
    },
  ],
  [
    'an untrusted workspace still has words and names checked',
    async (wb) => {
      await wb.replace(STUDY, 'of      economy, society', 'of      econmy, society');
      const found = await wb.waitForDiagnostics(STUDY, (all) =>
        all.some(({ text, message }) => text === 'econmy' && /economy/u.test(message)),
      );
      assert.equal(found.find(({ text }) => text === 'econmy').severity, 'error');
      await wb.revert(STUDY);
    },
  ],
  [
    'an untrusted workspace runs nothing and previews no numbers',
    async (wb) => {
      await wb.cursor(STUDY, 'index integration', { after: 3 });
      await wb.exec('studyspec.showPreviewToSide');
      const text = await wb.poll(
        'the preview',
        () => wb.previewText(),
        (found) => found.length > 10,
      );
      assert.doesNotMatch(text, /0\.8\d|0\.7\d/u);
      await wb.poll(
        'the cause',
        () => wb.webview().locator('#banner[data-kind="untrusted"]').innerText(),
        (said) => /不受信任/u.test(said) && /管理信任/u.test(said),
      );
      const before = await wb.probe('return vscode.tasks.taskExecutions.length');
      await wb.exec('studyspec.runStudy');
      assert.equal(await wb.probe('return vscode.tasks.taskExecutions.length'), before);
    },
  ],
  [
    'trusting the workspace brings the numbers',
    async (wb) => {
      await wb.webview().locator('#banner [data-action="trust"]').click();
      await wb.page
        .locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/u })
        .first()
        .click();
      await wb.poll(
        'trust',
        () => wb.probe('return vscode.workspace.isTrusted'),
        (trusted) => trusted,
      );
      await wb.open(STUDY);
      await wb.poll(
        'values',
        () => wb.hints(STUDY),
        (all) => all.some(({ label }) => /KMO(?: 值)?[= ]0\.812/u.test(label)),
      );
      await wb.poll(
        'the status',
        () => wb.status(),
        (text) => /n[= ]323/u.test(text),
      );
    },
  ],
  [
    'commands, lenses and status speak Chinese',
    async (wb) => {
      const lenses = await wb.poll(
        'lenses',
        () => wb.lenses(STUDY),
        (all) => all.length > 0,
      );
      assert.match(lenses[0].title, /预览/u);
      await wb.page.keyboard.press('F1');
      const input = wb.page.locator('.quick-input-widget input').first();
      await input.waitFor({ state: 'visible' });
      // The list draws what fits: all commands of the extension do not.
      await input.fill('>StudySpec: 在侧边');
      const rows = wb.page.locator('.quick-input-list .monaco-list-row');
      await wb.poll(
        'the commands',
        async () => (await rows.allInnerTexts()).join(' '),
        (text) => /在侧边显示预览/u.test(text),
      );
      await wb.page.keyboard.press('Escape');
    },
  ],
  [
    'a study with Chinese names and full-width punctuation has no mistakes, and its values are painted',
    async (wb) => {
      await wb.open(CHINESE);
      await wb.poll(
        'values',
        () => wb.seen(CHINESE),
        ({ lines }) => lines.some((line) => /dimension 经济.*α[= ]0\./u.test(line)),
      );
      assert.deepEqual(
        (await wb.diagnostics(CHINESE)).filter(({ severity }) => severity === 'error'),
        [],
      );
      await wb.poll(
        'all values',
        () => wb.hints(CHINESE),
        (all) => all.some(({ label, source }) => /index 融入/u.test(source) && /KMO/u.test(label)),
      );
    },
  ],
  [
    'pictures and tables are Chinese',
    async (wb) => {
      await wb.preview(CHINESE, 'index 融入', '社会融入');
      await wb.poll(
        'pictures',
        () => wb.pictures(),
        (all) => all.length >= 2 && /\p{Script=Han}/u.test(all[0]),
      );
      await wb.poll(
        'its words',
        () => wb.previewText(),
        (text) => ['心理认同', '愿意长住', '复制'].every((part) => text.includes(part)),
      );
      await wb.preview(CHINESE, 'compare 按性别', '男女之比较');
    },
  ],
  [
    'a wrong Chinese name is underlined at the right place, with the nearest name',
    async (wb) => {
      await wb.replace(CHINESE, 'of      经济、心理', 'of      经济、心里');
      const found = await wb.waitForDiagnostics(CHINESE, (all) =>
        all.some(({ text, message }) => text === '心里' && /心理/u.test(message)),
      );
      assert.equal(found.find(({ text }) => text === '心里').severity, 'error');
      await wb.revert(CHINESE);
    },
  ],
  [
    'a Chinese name is renamed everywhere',
    async (wb) => {
      const at = await wb.placeOf(CHINESE, 'component 心理认同');
      await wb.rename(CHINESE, at.line, at.column + 'component '.length, '认同感');
      await wb.poll(
        'the new name',
        () => wb.text(CHINESE),
        (text) => /component 认同感 “心理认同”/u.test(text) && /of 融入、认同感/u.test(text),
      );
      await wb.revert(CHINESE);
    },
  ],
  [
    'completion knows Chinese columns',
    async (wb) => {
      const line = 'indicator 生活成本 “能接受这里的生活成本”';
      await wb.replace(CHINESE, line, `${line} from `);
      const at = await wb.placeOf(CHINESE, `${line} from `);
      await wb.poll(
        'the columns',
        () => wb.completions(CHINESE, at.line, at.column + line.length + 6),
        (offered) => offered.includes('收入满意'),
      );
      await wb.revert(CHINESE);
    },
  ],
];
