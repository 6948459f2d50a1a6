// What stands beside the text of the example: the preview as it follows cursor and edits, tables that are copied, walkthrough, terminal and
// report. In the workbench of text.mjs, after its checks. What the preview says of numbers that lag behind is preview.mjs'.
import assert from 'node:assert/strict';

const STUDY = 'anshun.study';
const KEEP = 'keep.study';

export const checks = [
  [
    'the preview of an index: loadings as a heat map, and the scree plot',
    async (wb) => {
      await wb.cursor(STUDY, 'index integration', { after: 3 });
      await wb.command('StudySpec: Show Preview to the Side');
      await wb.poll(
        'pictures',
        () => wb.pictures(),
        (all) => all.length >= 2 && /loadings/iu.test(all[0]) && /eigenvalue|parallel/iu.test(all[1]),
      );
      await wb.poll(
        'its title',
        () => wb.webview().locator('#title').innerText(),
        (text) => /Social integration/u.test(text),
      );
      await wb.poll(
        'its tables',
        () => wb.previewText(),
        (text) => /0\.83/u.test(text),
      );
    },
  ],
  [
    'the preview follows the cursor: coefficients, group means, bars of items, the framework',
    async (wb) => {
      for (const [place, title, alternative, count] of [
        ['regression full', /Influencing factors/u, /coefficient/iu, 1],
        ['compare by_mode', /type of resettlement/u, /mean/iu, 1],
        ['dimension psychology', /Psychology/u, /answers|%|agree/iu, 1],
        ['study "Social', /relocated households/u, /framework|index|dimension/iu, 1],
      ]) {
        await wb.cursor(STUDY, place, { after: 2 });
        const pictures = await wb.poll(
          `the preview of ${place}`,
          async () => (title.test(await wb.webview().locator('#title').innerText()) ? wb.pictures() : []),
          (all) => all.length >= count && alternative.test(all[0]),
        );
        assert.ok(pictures[0].length > 60, `the text alternative says too little: ${pictures[0]}`);
      }
    },
  ],
  [
    'the preview stays with a declaration when it is pinned, and follows again',
    async (wb) => {
      await wb.preview(STUDY, 'compare by_mode', /type of resettlement/u);
      const title = wb.webview().locator('#title');
      const pin = wb.webview().locator('#pin');
      await pin.click();
      await wb.poll(
        'the pin',
        () => pin.getAttribute('aria-pressed'),
        (value) => value === 'true',
      );
      await wb.cursor(STUDY, 'regression full', { after: 2 });
      await wb.cursor(STUDY, 'dimension culture', { after: 2 });
      await wb.poll(
        'lenses',
        () => wb.lenses(STUDY),
        (all) => all.length > 0,
      );
      assert.match(await title.innerText(), /type of resettlement/u);
      await pin.click();
      await wb.poll(
        'the declaration at the cursor',
        () => title.innerText(),
        (text) => /Culture/u.test(text),
      );
    },
  ],
  [
    'the preview can be used by keyboard, and loads nothing from elsewhere',
    async (wb) => {
      await wb.preview(STUDY, 'dimension culture', 'Culture');
      const page = wb.webview();
      await page.locator('.skip').focus();
      const reached = new Set();
      for (let i = 0; i < 12; i += 1) {
        const focused = page
          .locator('body')
          .evaluate(({ ownerDocument: { activeElement: one } }) => one.id || one.className || one.tagName);
        reached.add(await focused);
        await wb.page.keyboard.press('Tab');
      }
      for (const name of ['skip', 'pin', 'copy'])
        assert.ok(
          [...reached].some((one) => one === name),
          `${name} is not reached: ${[...reached]}`,
        );
      const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
      assert.match(policy, /default-src 'none'/u);
      assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|img-src|connect-src|frame-src/u);
      assert.match(policy, /script-src 'nonce-[^']+'$/u);
      assert.deepEqual(
        wb.consoleLog.filter(
          (line) => /Refused to (?:load|apply|execute)|violates the following Content Security Policy/u.test(line) && /preview/u.test(line),
        ),
        [],
      );
    },
  ],
  [
    'the table is copied for Word',
    async (wb) => {
      await wb.preview(STUDY, 'index integration', 'Social integration');
      await wb.webview().locator('#copy').click();
      await wb.poll(
        'the clipboard',
        () => wb.page.evaluate(() => navigator.clipboard.readText()),
        (text) => /\t/u.test(text) && /0\.8/u.test(text),
      );
      const asHtml = async () => {
        for (const item of await navigator.clipboard.read())
          if (item.types.includes('text/html')) return (await item.getType('text/html')).text();
        return '';
      };
      // A page that has lost the focus meanwhile may not read it.
      await wb.poll(
        'what Word takes of it',
        () => wb.page.evaluate(asHtml),
        (html) => /<table/u.test(html) && /border-top/u.test(html),
      );
    },
  ],
  [
    'the table is copied from the command palette too',
    async (wb) => {
      await wb.preview(STUDY, 'compare by_mode', /type of resettlement/u);
      await wb.poll(
        'another clipboard',
        () =>
          wb.page.evaluate(async () => {
            await navigator.clipboard.writeText('nothing');
            return navigator.clipboard.readText();
          }),
        (text) => text === 'nothing',
      );
      await wb.command('StudySpec: Copy Table for Word');
      await wb.poll(
        'the clipboard',
        () => wb.page.evaluate(() => navigator.clipboard.readText()),
        (text) => /Resettlement in original village\t42\t/u.test(text),
      );
    },
  ],
  [
    'the walkthrough opens the example',
    async (wb) => {
      void wb.exec('welcome.showAllWalkthroughs').catch(() => undefined);
      await wb.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Get Started with StudySpec' }).first().click();
      await wb.poll(
        'its steps',
        () => wb.page.locator('.getting-started-step').allInnerTexts(),
        (all) => all.length >= 5 && /Open a study/u.test(all.join(' ')),
      );
      const image = wb.page.locator('.getting-started-media img').first();
      await wb.poll(
        'its picture',
        () => image.evaluate((one) => one.naturalWidth),
        (width) => width > 500,
      );
      await wb.page.locator('.getting-started-step .monaco-button', { hasText: 'Open the Anshun Example' }).first().click();
      await wb.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Just look' }).first().click();
      const copy = await wb.poll(
        'the copy',
        () => wb.probe("return vscode.window.activeTextEditor?.document.uri.path ?? ''"),
        (path) => path.endsWith('globalStorage/studyspec.studyspec-vscode/example/anshun/anshun.study'),
      );
      await wb.poll(
        'its values',
        () => wb.hints(copy),
        (all) => all.some(({ label }) => /KMO 0\.812/u.test(label)),
      );
      await wb.poll(
        'its preview',
        () => wb.webview().locator('#title').innerText({ timeout: 2000 }),
        (text) => text === 'Social integration',
      );
      // Closed one by one, the preview might end up in the only column that is left, behind the text.
      await wb.exec('workbench.action.closeAllEditors');
      await wb.open(STUDY);
    },
  ],
  [
    'keep 4 → keep 3 changes loadings, weights, regression numbers and the preview',
    async (wb) => {
      await wb.preview(KEEP, 'index integration', 'Social integration');
      await wb.poll(
        'the numbers',
        () => wb.valueAt(KEEP, 'index integration'),
        (text) => /KMO/u.test(text),
      );
      const read = async () => ({
        index: await wb.valueAt(KEEP, 'index integration'),
        component: await wb.valueAt(KEEP, 'component communicative'),
        regression: await wb.valueAt(KEEP, 'regression full'),
        picture: await wb.webview().locator('#content svg').first().innerHTML(),
        title: await wb.webview().locator('#title').innerText(),
        banner: await wb.webview().locator('#banner').isVisible(),
        tables: (await wb.webview().locator('#content > .table, #content section .table').allInnerTexts()).join('\n'),
      });
      const before = await wb.poll(
        'the preview',
        read,
        ({ title, picture, banner, tables, ...values }) =>
          title === 'Social integration' &&
          picture.length > 500 &&
          !banner &&
          /4 /u.test(tables) &&
          Object.values(values).every((text) => /\d/u.test(text)),
      );
      await wb.typeAfter(KEEP, 'keep    4', '3', { backspaces: 1 });
      // Of a component it is the explained variance, and with it the weight.
      const parts = ['index', 'component', 'regression', 'picture', 'tables'];
      await wb.poll(
        'other numbers',
        read,
        (now) => !now.banner && parts.every((part) => /\d/u.test(now[part]) && now[part] !== before[part]),
      );
      await wb.revert(KEEP);
      await wb.poll(
        'the first numbers again',
        () => wb.valueAt(KEEP, 'regression full'),
        (text) => text === before.regression,
      );
    },
  ],
  [
    'while the text is broken the last good picture stays, and says so',
    async (wb) => {
      await wb.preview(STUDY, 'index integration', 'Social integration');
      // The title comes before the picture: what is drawn is waited for, with the component that the copy of the check before does not
      // keep.
      const before = await wb.poll(
        'the picture',
        () => wb.webview().locator('#content svg').first().getAttribute('aria-label'),
        (label) => /loadings/iu.test(label ?? '') && /Cultural/u.test(label ?? ''),
      );
      await wb.typeAfter(STUDY, 'keep    4', '3', { backspaces: 1 });
      await wb.waitForDiagnostics(STUDY, (all) => all.some(({ code }) => code === 'SS223'));
      const banner = wb.webview().locator('#banner');
      await wb.poll(
        'the banner',
        async () => ((await banner.isVisible()) ? banner.innerText() : ''),
        (text) => /mistake/iu.test(text),
      );
      assert.equal(await wb.webview().locator('#content svg').first().getAttribute('aria-label'), before);
      const painted = await wb.poll(
        'paler values',
        () => wb.painted(STUDY),
        (all) => all.some(({ text }) => /KMO 0\.812/u.test(text)),
      );
      assert.ok(painted.every(({ style }) => style === 'italic'));
      await wb.poll(
        'a value that stands there once',
        () => wb.hints(STUDY),
        (all) => !all.some(({ label }) => /KMO/u.test(label)),
      );
      await wb.revert(STUDY);
      await wb.poll(
        'no banner',
        () => banner.isVisible(),
        (visible) => !visible,
      );
      await wb.poll(
        'values as before',
        async () => [(await wb.painted(STUDY)).length, (await wb.hints(STUDY)).some(({ label }) => /KMO 0\.812/u.test(label))],
        ([left, hint]) => left === 0 && hint,
      );
    },
  ],
  [
    'a study runs in the terminal',
    async (wb) => {
      await wb.open(STUDY);
      await wb.probe(
        `globalThis.ended = []; const listening = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
          if (execution.task.definition.type === 'studyspec') { listening.dispose(); globalThis.ended.push(exitCode); }
        })`,
      );
      await wb.exec('studyspec.runStudy');
      const [code] = await wb.poll(
        'its end',
        () => wb.probe('return globalThis.ended'),
        (all) => all.length > 0,
      );
      assert.ok([0, 1].includes(code), `ended with ${code}`);
      await wb.poll(
        'the tables in the terminal',
        () => wb.page.locator('.terminal-wrapper.active .xterm-screen').first().isVisible(),
        (visible) => visible,
      );
      await wb.exec('workbench.action.closePanel');
    },
  ],
  [
    'the report opens',
    async (wb) => {
      await wb.open(STUDY);
      await wb.exec('studyspec.openReport');
      await wb.reportIs(/How to repeat this/u);
      await wb.exec('workbench.action.closeActiveEditor');
    },
  ],
  [
    'the example opens as a copy, with its preview beside it',
    async (wb) => {
      await wb.exec('studyspec.openExample', wb.root);
      await wb.poll(
        'the copy',
        () => wb.probe('return vscode.window.visibleTextEditors.map((one) => one.document.uri.path)'),
        (all) => all.some((path) => path === `${wb.root}/anshun/anshun.study`),
      );
      await wb.poll(
        'its values',
        () => wb.hints(`${wb.root}/anshun/anshun.study`),
        (all) => all.some(({ label }) => /KMO 0\.812/u.test(label)),
      );
      await wb.exec('workbench.action.closeActiveEditor');
    },
  ],
  [
    'the server restarts',
    async (wb) => {
      await wb.open(STUDY);
      await wb.exec('studyspec.restartServer');
      await wb.poll(
        'values after the restart',
        () => wb.hints(STUDY),
        (all) => all.some(({ label }) => /KMO 0\.812/u.test(label)),
      );
    },
  ],
  [
    'the preview comes back after a reload of the window',
    async (wb) => {
      await wb.preview(STUDY, 'index integration', 'Social integration');
      await wb.reload();
      await wb.poll(
        'the preview again',
        () => wb.webview().locator('#title').innerText({ timeout: 2000 }),
        (text) => text === 'Social integration',
        90_000,
      );
      await wb.poll(
        'its pictures',
        () => wb.pictures(),
        (all) => all.length > 0,
      );
    },
  ],
  [
    'high contrast and dark themes give the pictures other colours',
    async (wb) => {
      await wb.preview(STUDY, 'index integration', 'Social integration');
      const ink = () =>
        wb
          .webview()
          .locator('body')
          .evaluate(
            (body) => getComputedStyle(body).getPropertyValue('color') + getComputedStyle(body).getPropertyValue('background-color'),
          );
      const seen = new Set([await ink()]);
      for (const theme of ['Default Dark Modern', 'Default High Contrast', 'Default High Contrast Light']) {
        await wb.set('workbench.colorTheme', theme);
        seen.add(await wb.poll(`the colours of ${theme}`, ink, (now) => !seen.has(now)));
      }
      assert.equal(seen.size, 4);
      await wb.set('workbench.colorTheme', undefined);
    },
  ],
  [
    'nothing outside the machine was asked for',
    async (wb) => {
      assert.deepEqual(
        [...new Set(wb.failedRequests)].filter(
          (url) => !/^(?:http:\/\/127\.0\.0\.1|data:|blob:|vscode-)/u.test(url) && !/vscode-(?:cdn|unpkg)|main\.vscode/u.test(url),
        ),
        [],
      );
    },
  ],
];
