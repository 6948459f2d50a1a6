// What a person sees who opens the example in a trusted workspace, check by check, in one workbench.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seenValues } from '../harness/look.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const STUDY = 'anshun.study';
const KEEP = 'keep.study';

/** Number behind a word in a text: `KMO 0.812` → 0.812. */
export const numberBehind = (text, word) =>
  Number(new RegExp(`${word}[^\\d−-]*([−-]?[\\d.]+)`, 'u').exec(text)?.[1]?.replace('−', '-') ?? NaN);
const hintOf = async (wb, path, line) => (await wb.valuesAt(path, line))[0] ?? '';

export const checks = [
  [
    'the extension is at work, quickly',
    async (wb) => {
      const state = await wb.poll(
        'the extension',
        () =>
          wb.probe(
            "const e = vscode.extensions.getExtension('studyspec.studyspec-vscode'); " +
              'return { active: ' +
              'e.isActive, version: ' +
              'e.packageJSON.version }',
          ),
        ({ active }) => active,
      );
      assert.match(state.version, /^\d+\.\d+\.\d+$/u);
      await wb.poll(
        'the numbers',
        () => wb.status(),
        (text) => /n 323/u.test(text),
      );
    },
  ],
  [
    'values and lenses are painted',
    async (wb) => {
      await wb.poll(
        'painted values',
        () => wb.seen(STUDY),
        ({ lines, lenses }) =>
          lines.some((line) => /dimension economy .*α 0\.714/u.test(line)) &&
          lines.some((line) => /eco_income_sat .*mean 3\.35/u.test(line)) &&
          lenses.some((text) => /Preview.*Run.*Open report/su.test(text)),
      );
      const { line } = await wb.cursor(STUDY, 'index integration');
      await wb.poll(
        'the values of the index',
        () => wb.seen(STUDY),
        ({ lines }) => lines.some((text) => /index integration .*KMO 0\.812/u.test(text)),
      );
      const lenses = await wb.lenses(STUDY);
      for (const kind of ['study "', 'index ', 'compare ', 'regression full', 'regression towns']) {
        const at = kind === 'index ' ? line : (await wb.placeOf(STUDY, `\n${kind}`)).line + 1;
        assert.ok(
          lenses.some((lens) => lens.line === at && /Preview/u.test(lens.title)),
          `no lens above ${kind}`,
        );
      }
    },
  ],
  [
    'at 1366 × 768 with explorer and preview open, nine of ten declared lines show their value',
    async (wb) => {
      const size = wb.page.viewportSize();
      await wb.page.setViewportSize({ width: 1366, height: 768 });
      await wb.set('editor.minimap.enabled', undefined);
      await wb.exec('workbench.view.explorer');
      await wb.preview(STUDY, 'index integration', 'Social integration');
      await wb.exec('workbench.action.evenEditorWidths');
      const seen = await seenValues(wb, STUDY);
      await wb.screenshot(join(root, 'out/workbench/values.png'));
      const lines = (await wb.text(STUDY)).split('\n');
      // What declares something that has a number, and whatever else has a value: claims, printed figures, rows of printed tables.
      const declared = lines.flatMap((line, at) =>
        /^\s*(?:data|dimension|indicator|category|number|block|index|component|compare|regression|hypothesis)\s/u.test(line) ||
        seen.has(at + 1)
          ? [at + 1]
          : [],
      );
      const hidden = declared.filter((line) => seen.get(line)?.seen !== true);
      console.log(`        ${declared.length - hidden.length} of ${declared.length} declared lines show their value`);
      assert.ok(
        declared.length > 150 && hidden.length <= declared.length / 10,
        `not seen: ${hidden.map((line) => `${line}: ${seen.get(line)?.labels ?? 'no value'} in "${lines[line - 1].trim().slice(0, 40)}"`).join('\n')}`,
      );
      assert.ok(
        [...seen.values()].some(({ labels }) => labels.includes('✗ 109 of 125 differ')),
        'the sum of a printed table',
      );
      await wb.set('editor.minimap.enabled', false);
      await wb.page.setViewportSize(size);
      await wb.exec('workbench.action.closeEditorsInOtherGroups');
    },
  ],
  [
    'an answer outside its scale is reported with its row',
    async (wb) => {
      const found = await wb.waitForDiagnostics(STUDY, (all) =>
        all.some(({ message }) => /Row 28\b.*cul_dialect.*55 is outside 1\.\.5/u.test(message)),
      );
      assert.equal(found.find(({ message }) => /Row 28/u.test(message)).text, 'cul_dialect');
    },
  ],
  [
    'a wrong column name is underlined, with the nearest name, and its quick fix mends it',
    async (wb) => {
      const line = 'zh "能接受这里的生活成本"';
      await wb.typeAfter(STUDY, line, ' from eco_cst');
      const found = await wb.waitForDiagnostics(STUDY, (all) =>
        all.some(({ message, text }) => text === 'eco_cst' && /eco_cost/u.test(message)),
      );
      assert.equal(found.find(({ text }) => text === 'eco_cst').severity, 'error');
      await wb.poll(
        'a painted squiggle',
        () => wb.editor(STUDY).locator('.squiggly-error').count(),
        (count) => count > 0,
      );
      await wb.cursor(STUDY, 'eco_cst', { after: 3 });
      await wb.exec('workbench.action.focusActiveEditorGroup');
      await wb.page.keyboard.press('Control+Period');
      const fix = wb.page.locator('.action-widget .monaco-list-row', { hasText: 'eco_cost' }).first();
      await fix.waitFor({ timeout: 20_000 });
      await wb.page.keyboard.press('Enter');
      await wb.poll(
        'the mended text',
        () => wb.text(STUDY),
        (text) => text.includes(`${line} from eco_cost\n`),
      );
      await wb.waitForDiagnostics(STUDY, (all) => !all.some(({ severity }) => severity === 'error'));
      await wb.revert(STUDY);
    },
  ],
  [
    'completion knows the columns of the data',
    async (wb) => {
      await wb.typeAfter(STUDY, 'zh "能接受这里的生活成本"', ' from ');
      const { line, column } = await wb.placeOf(STUDY, 'zh "能接受这里的生活成本" from ');
      const offered = await wb.completions(STUDY, line, column + 'zh "能接受这里的生活成本" from '.length);
      for (const name of ['eco_cost', 'eco_income_sat']) assert.ok(offered.includes(name), `${name} is not among ${offered.slice(0, 20)}`);
      await wb.revert(STUDY);
    },
  ],
  [
    'a hover tells the question, the statistics and the formula',
    async (wb) => {
      const at = await wb.placeOf(STUDY, 'eco_cost ');
      const text = await wb.hover(STUDY, at.line, at.column + 2);
      for (const part of ['Cost of living here is bearable', '能接受这里的生活成本', '3.51'])
        assert.ok(text.includes(part), `no "${part}" in: ${text}`);
    },
  ],
  [
    'the preview of an index: loadings as a heat map, and the scree plot',
    async (wb) => {
      await wb.cursor(STUDY, 'index integration', { after: 3 });
      await wb.command('StudySpec: Show Preview to the Side');
      const pictures = await wb.poll(
        'pictures',
        () => wb.pictures(),
        (all) => all.length >= 2,
      );
      assert.match(pictures[0], /loadings/iu);
      assert.match(pictures[1], /eigenvalue|parallel/iu);
      assert.match(await wb.webview().locator('#title').innerText(), /Social integration/u);
      assert.match(await wb.previewText(), /0\.83/u);
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
        reached.add(
          await page
            .locator(':focus')
            .evaluate((one) => one.id || one.className || one.tagName, undefined, { timeout: 1000 })
            .catch(() => ''),
        );
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
      const html = await wb.page.evaluate(async () => {
        for (const item of await navigator.clipboard.read())
          if (item.types.includes('text/html')) return (await item.getType('text/html')).text();
        return '';
      });
      assert.match(html, /<table/u);
      assert.match(html, /border-top/u);
    },
  ],
  [
    'the table is copied from the command palette too',
    async (wb) => {
      await wb.preview(STUDY, 'compare by_mode', /type of resettlement/u);
      await wb.page.evaluate(() => navigator.clipboard.writeText('nothing'));
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
        () => hintOf(wb, KEEP, 'index integration'),
        (text) => /KMO/u.test(text),
      );
      const read = async () => ({
        index: await hintOf(wb, KEEP, 'index integration'),
        component: await hintOf(wb, KEEP, 'component communicative'),
        regression: await hintOf(wb, KEEP, 'regression full'),
        picture: await wb.webview().locator('#content svg').first().innerHTML(),
        title: await wb.webview().locator('#title').innerText(),
        banner: await wb.webview().locator('#banner').isVisible(),
        tables: (await wb.webview().locator('#content > .table, #content section .table').allInnerTexts()).join('\n'),
      });
      const before = await wb.poll(
        'the preview',
        read,
        ({ title, picture, banner, tables }) => title === 'Social integration' && picture.length > 500 && !banner && /4 /u.test(tables),
      );
      await wb.typeAfter(KEEP, 'keep    4', '3', { backspaces: 1 });
      const after = await wb.poll(
        'other numbers',
        read,
        (now) => now.index !== before.index && now.regression !== before.regression && now.picture !== before.picture && !now.banner,
      );
      assert.notEqual(after.component, before.component, 'explained variance, and with it the weight, of a component');
      assert.notEqual(after.tables, before.tables);
      await wb.revert(KEEP);
      await wb.poll(
        'the first numbers again',
        () => hintOf(wb, KEEP, 'regression full'),
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
      assert.deepEqual(
        (await wb.hints(STUDY)).filter(({ label }) => /KMO/u.test(label)),
        [],
        'a value stands there once',
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
    'changing the CSV on disk changes the numbers',
    async (wb) => {
      const path = wb.file('anshun_2020_raw.csv');
      const text = readFileSync(path, 'utf8');
      const before = await wb.poll(
        'the value',
        () => hintOf(wb, STUDY, 'indicator eco_cost'),
        (label) => /mean 3\.5/u.test(label),
      );
      const [heads, ...rows] = text.split('\n');
      const at = heads.split(',').indexOf('eco_cost');
      const cells = rows[6].split(',');
      cells[at] = '9';
      writeFileSync(path, [heads, ...rows.slice(0, 6), cells.join(','), ...rows.slice(7)].join('\n'));
      try {
        await wb.waitForDiagnostics(STUDY, (all) => all.some(({ message }) => /Row 7\b.*eco_cost.*\b9 is outside 1\.\.5/u.test(message)));
        await wb.poll(
          'another value',
          () => hintOf(wb, STUDY, 'indicator eco_cost'),
          (label) => /mean 3\.5/u.test(label) && label !== before,
        );
      } finally {
        writeFileSync(path, text);
      }
      await wb.poll(
        'the first value again',
        () => hintOf(wb, STUDY, 'indicator eco_cost'),
        (label) => label === before,
      );
    },
  ],
  [
    'rename changes all uses in two files',
    async (wb) => {
      await wb.open('again.study');
      await wb.poll(
        'the second study',
        () => wb.hints('again.study'),
        (all) => all.length > 0,
      );
      await wb.open(STUDY);
      const at = await wb.placeOf(STUDY, 'regression full', 0);
      const uses = (text) => text.match(/\bfull\b/gu)?.length ?? 0;
      const [here, there] = [uses((await wb.text(STUDY)).replace(/\/\/.*|"[^"]*"/gu, '')), uses(await wb.text('again.study'))];
      const changed = await wb.rename(STUDY, at.line, at.column + 'regression '.length, 'everyone');
      assert.deepEqual(
        changed.map(({ file, count }) => [file, count]).sort(),
        [
          ['again.study', there],
          ['anshun.study', here],
          ['keep.study', 0],
        ]
          .filter(([, count]) => count > 0)
          .sort(),
      );
      assert.equal(uses(await wb.text('again.study')), 0);
      assert.match(await wb.text(STUDY), /everyone\.integration\.beta\(pol_training\)/u);
      await wb.waitForDiagnostics('again.study', (all) => !all.some(({ severity }) => severity === 'error'));
      for (const path of ['again.study', STUDY]) await wb.revert(path);
    },
  ],
  [
    'the document is formatted, folded and outlined',
    async (wb) => {
      await wb.replace(STUDY, '  keep    4', '     keep 4');
      await wb.exec('editor.action.formatDocument');
      await wb.poll(
        'the formatted text',
        () => wb.text(STUDY),
        (text) => text.includes('\n  keep    4\n'),
      );
      const names = await wb.probe(
        'const uri = vscode.Uri.file(args.file); const walk = (all) => all.flatMap((one) ' +
          '=> [one.name, ' +
          '...walk(one.children)]); ' +
          "return walk(await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri))",
        { file: wb.file(STUDY) },
      );
      for (const name of ['integration', 'psy_enjoy', 'full', 'economic']) assert.ok(names.includes(name), `${name} is not in the outline`);
      await wb.revert(STUDY);
    },
  ],
  [
    'settings silence values and lenses',
    async (wb) => {
      await wb.set('studyspec.inlayValues.enabled', false);
      await wb.set('studyspec.codeLens.enabled', false);
      await wb.poll(
        'silence',
        async () => [(await wb.hints(STUDY)).length, (await wb.lenses(STUDY)).length],
        ([hints, lenses]) => hints === 0 && lenses === 0,
      );
      await wb.set('studyspec.inlayValues.enabled', undefined);
      await wb.set('studyspec.codeLens.enabled', undefined);
      await wb.poll(
        'values and lenses',
        async () => [(await wb.hints(STUDY)).length, (await wb.lenses(STUDY)).length],
        ([hints, lenses]) => hints > 20 && lenses > 3,
      );
    },
  ],
  [
    'a problem is explained at length',
    async (wb) => {
      await wb.cursor(STUDY, 'indicator cul_dialect', { after: 'indicator cul_d'.length });
      await wb.command('StudySpec: Explain Problem');
      const text = await wb.poll(
        'the explanation',
        () => wb.probe("return vscode.workspace.textDocuments.find((one) => one.uri.scheme === 'studyspec-explain')?.getText() ?? ''"),
        (found) => found.length > 200,
      );
      assert.match(text, /SS321/u);
    },
  ],
  [
    'a study runs in the terminal',
    async (wb) => {
      await wb.open(STUDY);
      const ended = wb.probe(
        'return await new Promise((done) => { const listening = ' +
          'vscode.tasks.onDidEndTaskProcess((event) => { if ' +
          "(event.execution.task.definition.type === 'studyspec') { listening.dispose(); done(event.exitCode); } }); })",
      );
      await wb.exec('studyspec.runStudy');
      assert.ok([0, 1].includes(await ended));
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
      await wb.poll(
        'the report',
        () =>
          wb.page.frameLocator('iframe.webview.ready >> visible=true').frameLocator('#active-frame').locator('body').first().innerText(),
        (text) => /Kaiser–Meyer–Olkin/u.test(text),
      );
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
