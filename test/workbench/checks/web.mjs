// The extension in the workbench's own browser: its entry for browsers in the extension host that is a web worker, the server in a worker
// of its own, and files by the editor alone. What a machine alone can do is not offered.
import assert from 'node:assert/strict';

const STUDY = 'anshun.study';

export const checks = [
  [
    'the extension runs in the browser, not on the machine',
    async (wb) => {
      const here = await wb.probe("return vscode.extensions.getExtension('studyspec.studyspec-vscode') === undefined");
      assert.equal(here, true);
      assert.ok(
        wb.page.workers().some((worker) => worker.url().startsWith('blob:')),
        'no worker was started',
      );
    },
  ],
  [
    'values, problems of the data and hovers are those of a machine',
    async (wb) => {
      await wb.poll(
        'values',
        () => wb.hints(STUDY),
        (all) => all.some(({ label }) => /KMO 0\.812/u.test(label)) && all.some(({ label }) => /R² 0\.469/u.test(label)),
      );
      assert.ok((await wb.diagnostics(STUDY)).length > 5);
      const at = await wb.placeOf(STUDY, 'eco_cost ');
      assert.match(await wb.hover(STUDY, at.line, at.column + 2), /3\.51/u);
    },
  ],
  [
    'an edit changes the numbers, and a study that replicates another follows it',
    async (wb) => {
      await wb.typeAfter('keep.study', 'keep    4', '3', { backspaces: 1 });
      await wb.poll(
        'numbers with three components',
        () => wb.valueAt('keep.study', 'index integration'),
        (text) => /KMO/u.test(text),
      );
      await wb.revert('keep.study');
      await wb.open('again.study');
      await wb.poll(
        'numbers of the replication',
        () => wb.hints('again.study'),
        (all) => all.some(({ label }) => /R² 0\.\d+/u.test(label)),
      );
    },
  ],
  [
    'the preview shows tables and pictures',
    async (wb) => {
      await wb.cursor(STUDY, 'index integration', { after: 3 });
      await wb.command('StudySpec: Show Preview to the Side');
      await wb.poll(
        'pictures',
        () => wb.pictures(),
        (all) => all.length >= 2 && /loadings/iu.test(all[0]),
      );
      await wb.poll(
        'its tables',
        () => wb.previewText(),
        (text) => /0\.83/u.test(text),
      );
    },
  ],
  [
    'the report opens, and a problem is explained',
    async (wb) => {
      await wb.open(STUDY);
      await wb.command('StudySpec: Open Report');
      await wb.reportIs(/How to repeat this/u);
      await wb.exec('workbench.action.closeActiveEditor');
      void wb.exec('studyspec.explainProblem', 'SS201').catch(() => undefined);
      await wb.poll(
        'the explanation',
        () => wb.probe("return vscode.workspace.textDocuments.find((one) => one.uri.scheme === 'studyspec-explain')?.getText() ?? ''"),
        (text) => text.startsWith('SS201 '),
      );
    },
  ],
  [
    'what needs a machine is not offered',
    async (wb) => {
      await wb.open(STUDY);
      await wb.exec('workbench.action.focusActiveEditorGroup');
      const offered = await wb.offered('StudySpec:');
      assert.ok(offered.some((text) => /Open Report/u.test(text)));
      assert.deepEqual(
        offered.filter((text) => /Export|Run |Report Folder|New Study|Replicate/u.test(text)),
        [],
      );
      assert.ok((await wb.lenses(STUDY)).every(({ command }) => command !== 'studyspec.runStudy'));
    },
  ],
];
