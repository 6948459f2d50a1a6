// A study leaves the editor as a file: report, tables, scores, codebook, script. The program writes it, as on the command line; here
// somebody is asked which form and where, and told what came of it.
import { basename, dirname, extname, join } from 'node:path';
import * as vscode from 'vscode';
import { programOf, runProgram } from '../base/program.ts';
import { stampOf, tellFailure } from '../base/written.ts';

export type ExportKind = 'word' | 'report' | 'tables' | 'scores' | 'codebook' | 'script' | 'folder';

interface Form {
  readonly label: string;
  /** Of the file's name; null writes a folder. */
  readonly ending: string | null;
  /** Behind the study's name, in the file that is proposed. */
  readonly suffix?: string;
  /** The call that writes it. */
  readonly args: (file: string, target: string) => readonly string[];
}

const report = (label: string, ending: string, suffix = ''): Form => ({
  label,
  ending,
  suffix,
  args: (file, target) => ['run', file, '-o', target, '--force'],
});
const scores = (label: string, ending: string): Form => ({
  label,
  ending,
  suffix: '-scores',
  args: (file, target) => ['scores', file, '-o', target, '--force'],
});
const codebook = (label: string, ending: string): Form => ({
  label,
  ending,
  suffix: '-codebook',
  args: (file, target) => ['codebook', file, '--out', target, '--force'],
});
const script = (label: string, ending: string, to: string): Form => ({
  label,
  ending,
  args: (file, target) => ['export', file, '--to', to, '-o', target, '--force'],
});

/** In the editor's language, so they are made when they are asked for. */
const forms: Readonly<Record<ExportKind, () => readonly Form[]>> = {
  word: () => [report(vscode.l10n.t('Word document'), 'docx')],
  report: () => [
    report(vscode.l10n.t('Word document'), 'docx'),
    report(vscode.l10n.t('Web page'), 'html'),
    report('LaTeX', 'tex'),
    report('Markdown', 'md'),
    report(vscode.l10n.t('Plain text'), 'txt'),
  ],
  tables: () => [
    report(vscode.l10n.t('Excel workbook'), 'xlsx', '-tables'),
    report('CSV', 'csv', '-tables'),
    {
      label: vscode.l10n.t('Estimates as one CSV table, for R'),
      ending: 'csv',
      suffix: '-estimates',
      args: (file, target) => ['run', file, '--format', 'tidy', '-o', target, '--force'],
    },
  ],
  scores: () => [scores(vscode.l10n.t('SPSS data'), 'sav'), scores(vscode.l10n.t('Stata data'), 'dta'), scores('CSV', 'csv')],
  codebook: () => [
    codebook(vscode.l10n.t('Web page'), 'html'),
    codebook(vscode.l10n.t('Excel workbook'), 'xlsx'),
    codebook('Markdown', 'md'),
    codebook('CSV', 'csv'),
  ],
  script: () => [
    script(vscode.l10n.t('R script'), 'R', 'r'),
    script(vscode.l10n.t('SPSS syntax'), 'sps', 'spss'),
    script(vscode.l10n.t('Stata do-file (untested)'), 'do', 'stata'),
  ],
  folder: () => [
    {
      label: vscode.l10n.t('Report folder'),
      ending: null,
      suffix: '-report',
      // Without force: what somebody else put into that folder stays.
      args: (file, target) => ['run', file, '--out', target],
    },
  ],
};

/** Asks which form and where, and writes it. `document` is saved. */
export async function exportStudy(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  document: vscode.TextDocument,
  kind: ExportKind,
): Promise<void> {
  const form = await chooseForm(forms[kind]());
  if (form === null) return;
  const file = document.uri.fsPath;
  const target = await chooseTarget(file, form);
  if (target === null) return;
  const before = await stampOf(probeOf(target, form));
  const outcome = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('StudySpec: writing {0} …', basename(target)),
      cancellable: true,
    },
    (_, token) => runProgram(programOf(context), form.args(basename(file), target), dirname(file), token),
  );
  if (outcome === null) return;
  const after = await stampOf(probeOf(target, form));
  // 1 may mean that a hypothesis fails, and then there is a file.
  if (outcome.code > 1 || after === null || after === before) {
    await tellFailure(outcome, log);
    return;
  }
  log.info(outcome.err.trim());
  await tellWritten(target, form);
}

/** The file whose change says that something was written. */
const probeOf = (target: string, { ending }: Pick<Form, 'ending'>): string => (ending === null ? join(target, 'report.html') : target);

async function chooseForm(all: readonly Form[]): Promise<Form | null> {
  if (all.length === 1) return all[0]!;
  const chosen = await vscode.window.showQuickPick(
    all.map((form) => ({ label: form.label, description: `.${form.ending}`, form })),
    { placeHolder: vscode.l10n.t('As which kind of file?') },
  );
  return chosen?.form ?? null;
}

async function chooseTarget(file: string, { label, ending, suffix = '' }: Form): Promise<string | null> {
  const stem = `${basename(file, extname(file))}${suffix}`;
  if (ending === null) {
    const chosen = await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
      defaultUri: vscode.Uri.file(dirname(file)),
      openLabel: vscode.l10n.t('Write the report folder here'),
    });
    return chosen?.[0] === undefined ? null : join(chosen[0].fsPath, stem);
  }
  const chosen = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.file(join(dirname(file), `${stem}.${ending}`)),
    filters: { [label]: [ending] },
  });
  if (chosen === undefined) return null;
  // A name without its ending is given it: the program goes by it.
  return extname(chosen.fsPath) === '' ? `${chosen.fsPath}.${ending}` : chosen.fsPath;
}

/** Says that it is there, and offers what this editor can do with it. */
async function tellWritten(target: string, { ending }: Form): Promise<void> {
  const uri = vscode.Uri.file(target);
  const onThisMachine = vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
  const open = vscode.l10n.t('Open');
  const show = vscode.l10n.t('Show in its folder');
  const isText = ending !== null && /^(?:html|tex|md|txt|csv|R|sps)$/u.test(ending);
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('{0} is written.', basename(target)),
    ...(onThisMachine ? [open, show] : isText ? [open] : []),
  );
  if (chosen === show) await vscode.commands.executeCommand('revealFileInOS', uri);
  if (chosen !== open) return;
  // A script is read where specs are; whatever another program shows better is opened by it.
  if (!onThisMachine || (ending !== null && /^(?:R|sps|md|tex|txt)$/u.test(ending)))
    await vscode.commands.executeCommand('vscode.open', uri);
  else await vscode.env.openExternal(vscode.Uri.file(probeOf(target, { ending })));
}
