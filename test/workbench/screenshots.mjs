// Pictures for the READMEs, taken of the packaged extension in a real workbench: `node test/workbench/screenshots.mjs [NAME…]`.
// They are looked at by a person before they are committed; nothing tests them.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startWorkbench, sleep } from './harness/start.mjs';
import { smallPng } from './small-png.mjs';
import { makeWorkspace } from './workspace.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const home = process.env.STUDYSPEC_WORKBENCH ?? join(root, 'node_modules/.cache/workbench');
const only = process.argv.slice(2);
const out = join(root, 'out/screenshots');
mkdirSync(out, { recursive: true });

const calm = {
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'breadcrumbs.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.fontSize': 15,
  'editor.lineHeight': 24,
  'editor.scrollbar.vertical': 'hidden',
  'editor.overviewRulerBorder': false,
  'editor.hideCursorInOverviewRuler': true,
  'editor.guides.indentation': false,
  'editor.renderLineHighlight': 'none',
  'editor.occurrencesHighlight': 'off',
  'editor.matchBrackets': 'never',
  'window.menuBarVisibility': 'hidden',
  'editor.lineNumbersMinChars': 3,
  'editor.folding': false,
  'editor.glyphMargin': false,
};
const LIGHT = 'Default Light Modern';
const DARK = 'Default Dark Modern';

const BIG = { width: 1440, height: 860 };
const SMALL = { width: 960, height: 600 };

/**
 * The file, the place of the cursor (and with `look`, the first line that is seen after the preview was pinned there), the first line that
 * is seen (its own when left out), and how many steps wider the text is than half.
 */
const shots = [
  {
    name: 'editor',
    file: 'anshun.study',
    place: 'index integration',
    look: 'dimension economy',
    theme: LIGHT,
    preview: true,
    wide: 3,
    size: { width: 1440, height: 760 },
  },
  { name: 'preview-dark', file: 'anshun.study', place: 'regression full', theme: DARK, preview: true, wide: -4, size: BIG },
  {
    name: 'preview-contrast',
    file: 'anshun.study',
    place: 'dimension psychology',
    theme: 'Default High Contrast',
    preview: true,
    wide: 1,
    size: BIG,
  },
  {
    name: 'preview-contrast-light',
    file: 'anshun.study',
    place: 'compare by_mode',
    theme: 'Default High Contrast Light',
    preview: true,
    wide: -2,
    size: BIG,
  },
  { name: 'preview-framework', file: 'anshun.study', place: 'study "Social', theme: LIGHT, preview: true, wide: -2, size: BIG },
  { name: 'preview-published', file: 'anshun.study', place: 'published "Pan', theme: DARK, preview: true, wide: 0, size: BIG },
  {
    name: 'preview-chinese',
    file: '中文/融入.study',
    place: 'index 融入',
    top: 'dimension 经济',
    theme: LIGHT,
    preview: true,
    wide: 1,
    size: BIG,
    chinese: true,
  },
  { name: 'walk-preview', file: 'anshun.study', place: 'index integration', theme: LIGHT, preview: true, wide: -1, size: SMALL },
  { name: 'walk-values', file: 'anshun.study', place: 'dimension society', top: 'dimension economy', theme: LIGHT, size: SMALL },
  {
    name: 'walk-problem',
    file: 'anshun.study',
    place: 'dimension society',
    top: 'dimension economy',
    theme: LIGHT,
    size: SMALL,
    after: showProblem,
  },
  { name: 'walk-report', file: 'anshun.study', place: 'dimension society', theme: LIGHT, size: SMALL, after: showReport },
];

/** A misspelt column and the menu that mends it. */
async function showProblem(wb) {
  await wb.typeAfter('anshun.study', 'indicator eco_cost', 's', {});
  await wb.waitForDiagnostics('anshun.study', (all) => all.some(({ severity }) => severity === 'error'));
  await wb.page.keyboard.press('Control+Period');
  await wb.page.locator('.action-widget .monaco-list-row').first().waitFor();
}

async function showReport(wb) {
  await wb.revert('anshun.study');
  await wb.exec('studyspec.openReport');
  const report = wb.page.frameLocator('iframe.webview.ready >> visible=true').frameLocator('#active-frame').locator('body').first();
  await wb.poll(
    'the report',
    () => report.innerText(),
    (text) => /Kaiser–Meyer–Olkin/u.test(text),
  );
  await report.evaluate((body) => [...body.querySelectorAll('h2')].find((one) => /integration/iu.test(one.textContent))?.scrollIntoView());
}

async function take(wb, { name, file, place, top, look, theme, preview, wide, size, after }) {
  await wb.page.setViewportSize(size);
  await wb.set('workbench.colorTheme', theme);
  await wb.open(file);
  if (!preview) await wb.exec('workbench.action.closeEditorsInOtherGroups');
  const at = await wb.placeOf(file, place);
  const first = await wb.placeOf(file, top ?? place);
  await wb.probe(
    'const e = vscode.window.activeTextEditor, p = new vscode.Position(args.line - 1, 0), t = new vscode.Position(args.top - 1, ' +
      '0); e.selection = new vscode.Selection(p, p); e.revealRange(new vscode.Range(t, t), 3);',
    { line: at.line, top: first.line },
  );
  if (preview) {
    if ((await wb.page.locator('iframe.webview.ready >> visible=true').count()) === 0) await wb.exec('studyspec.showPreviewToSide');
    await wb.exec('workbench.action.evenEditorWidths');
    for (let i = 0; i < Math.abs(wide); i += 1)
      await wb.exec(wide > 0 ? 'workbench.action.increaseViewWidth' : 'workbench.action.decreaseViewWidth');
    await wb
      .poll(
        'the picture',
        () => wb.pictures(),
        (all) => all.length > 0,
        20_000,
      )
      .catch(() => undefined);
  }
  await wb
    .poll(
      'values',
      () => wb.seen(file),
      ({ lines }) => lines.some((line) => /α|KMO|mean|均值|✓/u.test(line)),
      8000,
    )
    .catch(() => undefined);
  await wb.exec('notifications.clearAll');
  if (look !== undefined) {
    // The preview stays with one declaration while the text shows another.
    await wb.webview().locator('#pin').click();
    const there = await wb.placeOf(file, look);
    await wb.probe(
      'const e = vscode.window.visibleTextEditors[0], p = new vscode.Position(args.line - 1, 0); e.selection = new ' +
        'vscode.Selection(p, p); e.revealRange(new vscode.Range(p, p), 3);',
      { line: there.line },
    );
  }
  await after?.(wb);
  await sleep(1200);
  await wb.page.mouse.move(5, 5);
  writeFileSync(join(out, `${name}.png`), smallPng(await wb.page.screenshot()));
  if (look !== undefined) await wb.webview().locator('#pin').click();
  console.log(name);
}

async function session(title, options, list) {
  const chosen = list.filter(({ name }) => only.length === 0 || only.includes(name));
  if (chosen.length === 0) return;
  const workspace = makeWorkspace(root);
  const wb = await startWorkbench({
    program: join(home, 'node_modules/code-server'),
    vsix: join(root, 'out/studyspec-0.1.0.vsix'),
    workspace,
    openFile: 'anshun.study',
    viewport: { width: 1280, height: 760 },
    settings: calm,
    ...options,
  });
  try {
    await wb.exec('workbench.action.closeSidebar');
    await wb.poll(
      'numbers',
      () => wb.status(),
      (text) => /323/u.test(text),
    );
    for (const shot of chosen) await take(wb, shot).catch((error) => console.log(`${title} ${shot.name}: ${error.message}`));
  } finally {
    await wb.stop();
    rmSync(workspace, { recursive: true, force: true });
  }
}

await session(
  'English',
  {},
  shots.filter(({ chinese }) => chinese !== true),
);
await session(
  'Chinese',
  { locale: 'zh-cn' },
  shots.filter(({ chinese }) => chinese === true),
);
