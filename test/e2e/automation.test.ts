// The GitHub Action and the pre-commit hooks, as the files stand: the shell step of the action is cut out of action.yml and run by bash in
// a repository of its own, every hook's entry as pre-commit runs it, `npx` being the built program.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answers, declared, models, studyspecIn } from '../support/cli.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const action = readFileSync(join(root, 'action.yml'), 'utf8');
const hooks = readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8');

const made = mkdtempSync(join(tmpdir(), 'studyspec-'));
const bin = join(made, 'bin');
let repository = '';
let count = 0;
const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(repository, name)), { recursive: true });
  writeFileSync(join(repository, name), text);
};
const read = (name: string): string => readFileSync(join(repository, name), 'utf8');
afterAll(() => {
  rmSync(made, { recursive: true, force: true });
});
beforeAll(() => {
  mkdirSync(bin);
  // Where no registry is asked: `npx --yes studyspec[@version]` is the program that was built, and says how it was called.
  const npx = [
    '#!/bin/sh',
    '[ "$1" = --yes ] || exit 70',
    'case $2 in studyspec|studyspec@*) ;; *) exit 71 ;; esac',
    `echo "$2" >>"${join(made, 'called')}"`,
    'shift 2',
    `exec "${process.execPath}" "${join(root, 'packages/cli/bin/studyspec.js')}" "$@"`,
    '',
  ].join('\n');
  writeFileSync(join(bin, 'npx'), npx);
  chmodSync(join(bin, 'npx'), 0o755);
});
beforeEach(() => {
  repository = join(made, `repository ${(count += 1)}`);
  write('d.csv', answers);
  write('a study.study', declared() + models);
});

/** Lines of a block of YAML that is indented under `key: |`, without the indentation. */
function blockOf(text: string, key: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.trim() === `${key}: |`);
  const indent = /^ */u.exec(lines[at + 1]!)![0];
  const end = lines.findIndex((line, index) => index > at && line !== '' && !line.startsWith(indent));
  return lines
    .slice(at + 1, end < 0 ? undefined : end)
    .map((line) => line.slice(indent.length))
    .join('\n');
}
/** What an input is when nothing is given. */
const defaultOf = (input: string): string => new RegExp(`^  ${input}:\n(?:    .*\n)*?    default: '?([^'\n]*)'?$`, 'mu').exec(action)![1]!;
const inputs = [...action.matchAll(/^ {8}(STUDYSPEC_\w+): \$\{\{ inputs\.(\w+) \}\}$/gmu)].map(([, name, input]) => ({
  name: name!,
  input: input!,
}));

function acting(given: Readonly<Record<string, string>>) {
  const env = Object.fromEntries(inputs.map(({ name, input }) => [name, given[input] ?? defaultOf(input)]));
  const output = join(repository, 'github-output');
  writeFileSync(output, '');
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', blockOf(action, 'run')], {
    cwd: repository,
    encoding: 'utf8',
    env: { ...process.env, ...env, GITHUB_OUTPUT: output, PATH: `${bin}${delimiter}${process.env['PATH']}` },
  });
  return { status, out: stdout, err: stderr, output: readFileSync(output, 'utf8') };
}

describe('the action', () => {
  it('takes every input as a variable, and none into its script', () => {
    const declaredInputs = [...action.slice(0, action.indexOf('\noutputs:')).matchAll(/^ {2}(\w+):$/gmu)].map((one) => one[1]);
    expect([...inputs.map(({ input }) => input), 'upload'].sort()).toEqual(declaredInputs.sort());
    expect(blockOf(action, 'run')).not.toContain('${{');
  });

  it('checks all specs, says problems beside their lines, and leaves SARIF for the upload', () => {
    const { status, out, output } = acting({ version: '0.1.0' });
    expect(status).toBe(0);
    expect(output).toBe('sarif=studyspec.sarif\n');
    expect(JSON.parse(read('studyspec.sarif'))).toMatchObject({ version: '2.1.0' });
    expect(out).not.toContain('::error');
    expect(readFileSync(join(made, 'called'), 'utf8')).toContain('studyspec@0.1.0\n');
    write('deep/er/broken.study', 'study "B"\nindicatr x\n');
    const broken = acting({});
    expect(broken.status).toBe(1);
    expect(broken.out).toMatch(/^::error file=deep\/er\/broken\.study,line=2,/mu);
    expect(read('studyspec.sarif')).toContain('deep/er/broken.study');
    expect(broken.output).toBe('sarif=studyspec.sarif\n');
  });

  it('takes names with blanks and hostile ones as names, and speaks the language that is asked for', () => {
    write('$(touch harmed); `touch harmed`.study', 'study "B"\nindicatr x\n');
    const { status, out } = acting({ files: '  a study.study  \n$(touch harmed); `touch harmed`.study\n', language: 'zh', sarif: '' });
    expect(status).toBe(1);
    expect(out).toMatch(/\p{Script=Han}/u);
    expect(existsSync(join(repository, 'harmed'))).toBe(false);
    expect(existsSync(join(repository, 'studyspec.sarif'))).toBe(false);
  });

  it('checks formatting, printed figures, folders and manuscripts', { timeout: 180_000 }, () => {
    expect(acting({ command: 'fmt' }).status).toBe(1);
    run('fmt', 'a study.study');
    expect(acting({ command: 'fmt' }).status).toBe(0);
    write('printed.study', `${declared() + models}published "P" { a.mean = 9.31  a.n = 40 }\n`);
    expect(acting({ command: 'audit', files: 'printed.study' }).status).toBe(1);
    run('run', 'a study.study', '--out', 'report');
    expect(acting({ command: 'verify', files: 'report' }).status).toBe(0);
    write('paper.md', 'Alpha is {{ D.alpha }}.\n');
    run('fill', 'paper.md', 'a study.study');
    const fill = { command: 'fill', files: 'a study.study' };
    expect(acting({ ...fill, manuscripts: 'paper.md' }).status).toBe(0);
    write(
      'd.csv',
      answers
        .split('\n')
        .filter((_, at) => at !== 3)
        .join('\n'),
    );
    expect(acting({ command: 'verify', files: 'report' }).status).toBe(1);
    expect(acting({ ...fill, manuscripts: 'paper.md' })).toMatchObject({ status: 1 });
  });

  it('says what it cannot do', () => {
    expect(acting({ files: 'none/*.study' })).toMatchObject({ status: 2 });
    expect(acting({ command: 'dance' })).toMatchObject({ status: 2, out: '::error title=StudySpec::No such command: dance\n' });
    expect(acting({ command: 'fill' })).toMatchObject({ status: 2 });
    expect(acting({ program: join(repository, 'nowhere') }).status).not.toBe(0);
  });
});

function run(...args: string[]): void {
  const { code, err } = studyspecIn(repository, ...args);
  expect(code, err).toBe(0);
}

describe('the hooks of pre-commit', () => {
  const all = new Map(
    hooks
      .split(/^- /mu)
      .slice(1)
      .map((hook) => [
        /^id: (\S+)$/mu.exec(hook)![1]!,
        {
          entry: /^ *entry: (.+)$/mu.exec(hook)![1]!,
          files: new RegExp(/^ *files: (.+)$/mu.exec(hook)![1]!, 'u'),
          passes: !hook.includes('pass_filenames: false'),
        },
      ]),
  );
  /** As pre-commit does: the entry, its args, the files that changed. */
  const hooking = (id: string, args: readonly string[], changed: readonly string[]): number | null => {
    const { entry, files, passes } = all.get(id)!;
    const taken = changed.filter((file) => files.test(file));
    if (taken.length === 0) return null;
    const [program, ...own] = entry.split(' ');
    return spawnSync(program!, [...own, ...args, ...(passes ? taken : [])], {
      cwd: repository,
      env: { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH']}` },
    }).status;
  };

  it('let good files through and stop others', () => {
    expect([...all.keys()]).toEqual(['studyspec-check', 'studyspec-fmt', 'studyspec-fill']);
    expect(hooking('studyspec-check', [], ['a study.study', 'd.csv'])).toBe(0);
    expect(hooking('studyspec-check', [], ['d.csv'])).toBeNull();
    write('broken.study', 'study "B"\nindicatr x\n');
    expect(hooking('studyspec-check', [], ['a study.study', 'broken.study'])).toBe(1);
    expect(hooking('studyspec-fmt', [], ['a study.study'])).toBe(1);
    run('fmt', 'a study.study');
    expect(hooking('studyspec-fmt', [], ['a study.study'])).toBe(0);
  });

  it('hold a manuscript to its study', () => {
    write('paper.md', 'Alpha is {{ D.alpha }}.\n');
    run('fill', 'paper.md', 'a study.study', '-o', 'filled.md');
    const args = ['paper.md', 'a study.study', '-o', 'filled.md'];
    expect(hooking('studyspec-fill', args, ['d.csv'])).toBe(0);
    write(
      'd.csv',
      answers
        .split('\n')
        .filter((_, at) => at !== 3)
        .join('\n'),
    );
    expect(hooking('studyspec-fill', args, ['d.csv'])).toBe(1);
  });
});
