// Pictures for the READMEs, taken of the packaged extension in a real workbench: `node test/workbench/screenshots.mjs [NAME…]`.
// They are looked at by a person before they are committed; nothing tests them.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startWorkbench, sleep } from './harness/start.mjs';
import { makeWorkspace } from './workspace.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const home = process.env.STUDYSPEC_WORKBENCH ?? join(root, 'node_modules/.cache/workbench');
const only = process.argv.slice(2);
const out = join(root, 'out/screenshots');
mkdirSync(out, { recursive: true });

const calm = {
  'workbench.activityBar.location': 'hidden', 'workbench.layoutControl.enabled': false, 'window.commandCenter': false, 'breadcrumbs.enabled': false, 'editor.stickyScroll.enabled': false, 'editor.fontSize': 15,
  'editor.lineHeight': 24, 'editor.scrollbar.vertical': 'hidden', 'editor.overviewRulerBorder': false, 'editor.hideCursorInOverviewRuler': true, 'editor.guides.indentation': false, 'editor.renderLineHighlight': 'none',
  'editor.occurrencesHighlight': 'off', 'editor.matchBrackets': 'never', 'window.menuBarVisibility': 'hidden', 'editor.lineNumbersMinChars': 3, 'editor.folding': false, 'editor.glyphMargin': false,
};
const LIGHT = 'Default Light Modern';
const DARK = 'Default Dark Modern';

/** Name → file, place of the cursor, first line that is seen, theme, how wide the editor is, how far the preview is scrolled. */
const shots = [
  { name: 'editor', file: 'anshun.study', place: 'index integration', top: 'dimension psychology', theme: LIGHT, preview: true, wide: 8 },
  { name: 'preview-index', file: 'anshun.study', place: 'index integration', theme: LIGHT, preview: true, wide: 0 },
  { name: 'preview-dark', file: 'anshun.study', place: 'regression full', theme: DARK, preview: true, wide: 0 },
  { name: 'preview-means', file: 'anshun.study', place: 'compare by_mode', theme: LIGHT, preview: true, wide: 0 },
  { name: 'preview-items', file: 'anshun.study', place: 'dimension psychology', theme: DARK, preview: true, wide: 0 },
  { name: 'preview-framework', file: 'anshun.study', place: 'study "Social', theme: LIGHT, preview: true, wide: 0 },
  { name: 'preview-contrast', file: 'anshun.study', place: 'index integration', theme: 'Default High Contrast', preview: true, wide: 0 },
  { name: 'preview-contrast-light', file: 'anshun.study', place: 'regression towns', theme: 'Default High Contrast Light', preview: true, wide: 0 },
  { name: 'preview-published', file: 'anshun.study', place: 'published "Pan', theme: LIGHT, preview: true, wide: 0 },
  { name: 'preview-chinese', file: '中文/融入.study', place: 'index 融入', top: 'dimension 心理', theme: LIGHT, preview: true, wide: 0, chinese: true },
  { name: 'editor-values', file: 'anshun.study', place: '// ——— What was asked', top: 'scale agreement', theme: LIGHT },
  { name: 'editor-dark', file: 'anshun.study', place: '// ——— What was analysed', top: 'index integration', theme: DARK },
];

async function take(wb, { name, file, place, top, theme, preview, wide }) {
  await wb.set('workbench.colorTheme', theme);
  await wb.open(file);
  if (!preview) await wb.exec('workbench.action.closeEditorsInOtherGroups');
  const at = await wb.placeOf(file, place);
  const first = await wb.placeOf(file, top ?? place);
  await wb.probe('const e = vscode.window.activeTextEditor, p = new vscode.Position(args.line - 1, 0), t = new vscode.Position(args.top - 1, 0); e.selection = new vscode.Selection(p, p); e.revealRange(new vscode.Range(t, t), 3);', { line: at.line, top: first.line });
  if (preview) {
    if (await wb.page.locator('iframe.webview.ready >> visible=true').count() === 0) await wb.exec('studyspec.showPreviewToSide');
    await wb.exec('workbench.action.evenEditorWidths');
    for (let i = 0; i < Math.abs(wide); i += 1) await wb.exec(wide > 0 ? 'workbench.action.increaseViewWidth' : 'workbench.action.decreaseViewWidth');
    await wb.poll('the picture', () => wb.pictures(), (all) => all.length > 0, 20_000).catch(() => undefined);
  }
  await wb.poll('values', () => wb.seen(file), ({ lines }) => lines.some((line) => /α|KMO|mean|均值|✓/u.test(line)), 8000).catch(() => undefined);
  await wb.exec('notifications.clearAll');
  await sleep(1200);
  await wb.page.mouse.move(5, 5);
  await wb.screenshot(join(out, `${name}.png`));
  console.log(name);
}

async function session(title, options, list) {
  const chosen = list.filter(({ name }) => only.length === 0 || only.includes(name));
  if (chosen.length === 0) return;
  const workspace = makeWorkspace(root);
  const wb = await startWorkbench({ program: join(home, 'node_modules/code-server'), vsix: join(root, 'out/studyspec-0.1.0.vsix'), workspace, openFile: 'anshun.study', viewport: { width: 1280, height: 760 }, settings: calm, ...options });
  try {
    await wb.exec('workbench.action.closeSidebar');
    await wb.poll('numbers', () => wb.status(), (text) => /323/u.test(text));
    for (const shot of chosen) await take(wb, shot).catch((error) => console.log(`${title} ${shot.name}: ${error.message}`));
  } finally {
    await wb.stop();
    rmSync(workspace, { recursive: true, force: true });
  }
}

await session('English', {}, shots.filter(({ chinese }) => chinese !== true));
await session('Chinese', { locale: 'zh-cn' }, shots.filter(({ chinese }) => chinese === true));
