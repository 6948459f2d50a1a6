// What a person sees and does in the text of the example: values, problems and what mends them, words that are offered, names that change.
// In a trusted workspace, check by check, in one workbench. What stands beside the text is beside.mjs'.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seenValues } from '../harness/look.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const STUDY = 'anshun.study';

export const checks = [
  [
    'the extension is at work, quickly',
    async (wb) => {
      const state = await wb.poll(
        'the extension',
        () =>
          wb.probe(
            "const e = vscode.extensions.getExtension('studyspec.studyspec-vscode'); return { active: e.isActive, version: " +
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
      const kinds = new Map();
      for (const kind of ['study "', 'index ', 'compare ', 'regression full', 'regression towns']) {
        kinds.set(kind, kind === 'index ' ? line : (await wb.placeOf(STUDY, `\n${kind}`)).line + 1);
      }
      await wb.poll(
        `lenses above ${[...kinds.keys()]}`,
        () => wb.lenses(STUDY),
        (lenses) => [...kinds.values()].every((at) => lenses.some((lens) => lens.line === at && /Preview/u.test(lens.title))),
      );
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
      // The audit of printed figures comes after the numbers.
      await wb.poll(
        'the sum of a printed table',
        () => wb.hints(STUDY),
        (all) => all.some(({ label }) => label.includes('✗ 109 of 125 differ')),
      );
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
        `not seen: ${hidden
          .map((line) => `${line}: ${seen.get(line)?.labels ?? 'no value'} in "${lines[line - 1].trim().slice(0, 40)}"`)
          .join('\n')}`,
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
      await wb.focusText();
      await wb.page.keyboard.press('Control+Period');
      await wb.page.locator('.action-widget .monaco-list-row.focused', { hasText: 'eco_cost' }).first().waitFor();
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
      await wb.poll(
        'the columns',
        async () => (await wb.completions(STUDY, line, column + 'zh "能接受这里的生活成本" from '.length)).join(' '),
        (offered) => ['eco_cost', 'eco_income_sat'].every((name) => offered.split(' ').includes(name)),
      );
      await wb.revert(STUDY);
    },
  ],
  [
    'a hover tells the question, the statistics and the formula',
    async (wb) => {
      const at = await wb.placeOf(STUDY, 'eco_cost ');
      await wb.poll(
        'what it tells',
        () => wb.hover(STUDY, at.line, at.column + 2),
        (text) => ['Cost of living here is bearable', '能接受这里的生活成本', '3.51'].every((part) => text.includes(part)),
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
        () => wb.valueAt(STUDY, 'indicator eco_cost'),
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
          () => wb.valueAt(STUDY, 'indicator eco_cost'),
          (label) => /mean 3\.5/u.test(label) && label !== before,
        );
      } finally {
        writeFileSync(path, text);
      }
      await wb.poll(
        'the first value again',
        () => wb.valueAt(STUDY, 'indicator eco_cost'),
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
      await wb.poll(
        'the other study without the old name',
        () => wb.text('again.study'),
        (text) => uses(text) === 0,
      );
      await wb.poll(
        'the new name',
        () => wb.text(STUDY),
        (text) => /everyone\.integration\.beta\(pol_training\)/u.test(text),
      );
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
      const outline = () =>
        wb.probe(
          'const uri = vscode.Uri.file(args.file); const walk = (all) => all.flatMap((one) => [one.name, ' +
            "...walk(one.children)]); return walk(await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', " +
            'uri))',
          { file: wb.file(STUDY) },
        );
      await wb.poll('the outline', outline, (names) =>
        ['integration', 'psy_enjoy', 'full', 'economic'].every((name) => names.includes(name)),
      );
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
      await wb.waitForDiagnostics(STUDY, (all) => all.some(({ code, text }) => code === 'SS321' && text === 'cul_dialect'));
      await wb.cursor(STUDY, 'indicator cul_dialect', { after: 'indicator cul_d'.length });
      await wb.command('StudySpec: Explain Problem');
      await wb.poll(
        'the explanation',
        () => wb.probe("return vscode.workspace.textDocuments.find((one) => one.uri.scheme === 'studyspec-explain')?.getText() ?? ''"),
        (found) => found.length > 200 && /SS321/u.test(found),
      );
    },
  ],
];
