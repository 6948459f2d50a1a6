// Commands that write files, with a stand-in for the editor and the real program behind them: which form is asked for, what is written, and
// what is said when nothing is.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { answers, spec } from '../lsp/project.ts';
import { editor, log, quietEditor } from './editor.ts';

vi.mock('vscode', async () => (await import('./editor.ts')).api);
const { exportStudy } = await import('../../packages/vscode/src/commands/exporting.ts');
const { programOf, runProgram, taskEnvironment } = await import('../../packages/vscode/src/base/program.ts');

const root = fileURLToPath(new URL('../..', import.meta.url));
let home = '';
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'studyspec-export-'));
  mkdirSync(join(home, 'extension/dist'), { recursive: true });
  symlinkSync(join(root, 'packages/cli/dist'), join(home, 'extension/dist/server'), 'junction');
  mkdirSync(join(home, 'study'));
  writeFileSync(at('study.study'), spec);
  writeFileSync(at('answers.csv'), answers());
  writeFileSync(at('broken.study'), 'study "s"\n\ndata "answers.csv" {\n  id id\n}\n\nindex i {\n  of nothing\n}\n');
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});
beforeEach(quietEditor);

const context = () => ({ extensionPath: join(home, 'extension') }) as never;
const documentOf = (name: string) => ({ uri: { fsPath: join(home, 'study', name) } }) as never;
const at = (name: string): string => join(home, 'study', name);
const first = (path: string, bytes: number): string => readFileSync(path).subarray(0, bytes).toString('latin1');
const exporting = (kind: Parameters<typeof exportStudy>[3], name = 'study.study') =>
  exportStudy(context(), log as never, documentOf(name), kind);

describe('exporting', () => {
  it.each([
    ['word', null, 'study.docx', 'PK'],
    ['report', 'Web page', 'study.html', '<!'],
    ['tables', 'Excel workbook', 'study-tables.xlsx', 'PK'],
    ['tables', 'Estimates as one CSV table, for R', 'study-estimates.csv', ''],
    ['scores', 'SPSS data', 'study-scores.sav', '$FL2'],
    ['codebook', 'Web page', 'study-codebook.html', '<!'],
    ['script', 'R script', 'study.R', '#'],
    ['script', 'Stata do-file (untested)', 'study.do', '*'],
  ] as const)('writes %s (%s) under the name that is proposed', async (kind, picked, name, begins) => {
    editor.picked = picked;
    editor.saveAs = at(name);
    await exporting(kind);
    expect(editor.proposed).toEqual([at(name)]);
    expect(editor.said).toEqual([{ kind: 'information', text: `${name} is written.`, buttons: ['Open', 'Show in its folder'] }]);
    expect(first(at(name), 4).startsWith(begins)).toBe(true);
  });

  it('writes the folder of the report', async () => {
    editor.folder = home;
    await exporting('folder');
    expect(readdirSync(join(home, 'study-report'))).toEqual(expect.arrayContaining(['report.html', 'manifest.json']));
    expect(editor.said[0]!.text).toBe('study-report is written.');
  });

  it('gives a name without ending the one that was chosen, and opens what was written where it is best shown', async () => {
    editor.saveAs = at('handed-in');
    editor.button = 'Open';
    await exporting('word');
    expect(existsSync(at('handed-in.docx'))).toBe(true);
    expect(editor.opened).toEqual([at('handed-in.docx')]);
    // Elsewhere nobody has Word: there is no such button.
    quietEditor();
    Object.assign(editor, { remoteName: 'ssh-remote', saveAs: at('handed-in.docx'), button: 'Open' });
    await exporting('word');
    expect(editor.said[0]!.buttons).toEqual([]);
  });

  it('writes nothing when a dialog is left', async () => {
    await exporting('scores');
    expect(editor.offered).toEqual(['SPSS data', 'Stata data', 'CSV']);
    expect([editor.proposed, editor.said]).toEqual([[], []]);
  });

  it('says of a study with mistakes what the first is, and leaves an earlier file as it was', async () => {
    writeFileSync(at('earlier.docx'), 'mine');
    Object.assign(editor, { saveAs: at('earlier.docx'), button: 'Show the problems' });
    await exporting('word', 'broken.study');
    expect(readFileSync(at('earlier.docx'), 'utf8')).toBe('mine');
    const [said] = editor.said;
    expect(said).toMatchObject({ kind: 'error', buttons: ['Show the problems', 'Show the log'] });
    expect(said!.text).toMatch(/^error\[SS\d+\]: .*nothing/u);
    expect(editor.executed).toEqual([['workbench.actions.view.problems']]);
    expect(editor.log[0]).toContain('broken.study:');
  });

  it('never writes over what the study is made of, and says so in the editor’s language', async () => {
    Object.assign(editor, { language: 'zh-cn', picked: 'CSV', saveAs: at('answers.csv') });
    const before = readFileSync(at('answers.csv'));
    await exporting('scores');
    expect(readFileSync(at('answers.csv')).equals(before)).toBe(true);
    expect(editor.said[0]).toMatchObject({ kind: 'error', buttons: ['Show the log'] });
    expect(editor.said[0]!.text).toMatch(/\p{Script=Han}/u);
  });
});

describe('the program behind the commands', () => {
  it('is run by the editor itself, wherever no Node is to be found, and speaks the editor’s language', async () => {
    const path = process.env['PATH'];
    try {
      process.env['PATH'] = '';
      const program = programOf(context());
      expect(program).toMatchObject({ command: process.execPath, env: { ELECTRON_RUN_AS_NODE: '1', LC_ALL: 'en.UTF-8' } });
      const { out } = (await runProgram(program, ['explain', 'SS201'], home))!;
      expect(out).toMatch(/^SS201 /u);
      editor.language = 'zh-cn';
      expect(taskEnvironment(programOf(context()))).toEqual({ LC_ALL: 'zh_cn.UTF-8', ELECTRON_RUN_AS_NODE: '1', FORCE_COLOR: '1' });
      const chinese = (await runProgram(programOf(context()), ['explain', 'SS201'], home))!;
      expect(chinese.out).toMatch(/\p{Script=Han}/u);
    } finally {
      process.env['PATH'] = path;
    }
  });

  it('is ended when it is not wanted any more', async () => {
    let cancel = (): void => undefined;
    const token = {
      isCancellationRequested: false,
      onCancellationRequested: (run: () => void) => {
        cancel = run;
        return { dispose: () => undefined };
      },
    };
    const running = runProgram(
      programOf(context()),
      ['run', 'study.study', '--out', join(home, 'given-up')],
      join(home, 'study'),
      token as never,
    );
    token.isCancellationRequested = true;
    cancel();
    expect(await running).toBeNull();
    expect(existsSync(join(home, 'given-up/report.html'))).toBe(false);
  });
});
