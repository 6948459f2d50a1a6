// The cache folder, through the built program: a call is told again only while everything it rests on is as it was, and no cache, however
// broken, changes a letter of what a call says.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeOf, tidy } from '../../packages/cli/src/base/cache-folder.ts';
import { answers, declared, models, program } from '../support/cli.ts';

let folder = '';
let cache = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'studyspec-'));
  cache = join(folder, 'cache');
  writeFileSync(join(folder, 's.study'), `${declared()}${models}`);
  writeFileSync(join(folder, 'd.csv'), answers);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
function studyspec(args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = folder): Ended {
  const done = spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, NO_COLOR: '1', STUDYSPEC_CACHE: cache, ...env },
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}
const fresh = (args: readonly string[]): Ended => studyspec(args, { STUDYSPEC_CACHE: 'off' });
const kept = (): string[] =>
  existsSync(cache) ? readdirSync(cache).flatMap((build) => readdirSync(join(cache, build)).map((name) => join(cache, build, name))) : [];
const outputs = (): string[] => kept().filter((path) => /[/\\]output-/u.test(path));
/** Puts another text where the kept one stands, under its right digest: what is told afterwards shows whether the kept one was told. */
function forge(): void {
  for (const path of outputs()) {
    const content = Buffer.from(
      readFileSync(path)
        .subarray(64)
        .toString('utf8')
        .replace(/"writes":\[\[1,"/u, '"writes":[[1,"FORGED '),
    );
    writeFileSync(path, Buffer.concat([Buffer.from(createHash('sha256').update(content).digest('hex'), 'latin1'), content]));
  }
}

describe('a call that is told again', () => {
  it.each([['run'], ['check'], ['run', '--json'], ['query'], ['check', '--json']])(
    '%s says what it said, to the same streams, with the same exit code',
    (command, ...options) => {
      const args = [command, 's.study', ...options];
      const first = studyspec(args);
      expect(first).toEqual(fresh(args));
      expect(outputs()).toHaveLength(1);
      expect(studyspec(args)).toEqual(first);
      forge();
      expect(studyspec(args).out).toContain('FORGED');
    },
  );

  it('is made anew when the spec, the data or a joined file is another, when something is asked otherwise, and from another folder', () => {
    const args = ['query', 's.study', 'I.alpha'];
    studyspec(args);
    forge();
    writeFileSync(join(folder, 'd.csv'), answers.replace('1,5,4,4,3', '1,5,5,4,3'));
    const other = studyspec(args);
    expect(other).toEqual(fresh(args));
    expect(other.out).not.toContain('FORGED');
    writeFileSync(join(folder, 'd.csv'), answers);
    writeFileSync(join(folder, 's.study'), `${declared().replace('keep 2', 'keep 1')}${models}`);
    expect(studyspec(['query', 's.study', 'I.kept'])).toEqual(fresh(['query', 's.study', 'I.kept']));
    studyspec(['run', 's.study']);
    forge();
    for (const changed of [
      ['run', 's.study', '--details'],
      ['run', 's.study', '--lang', 'zh'],
      ['run', './s.study'],
    ])
      expect(studyspec(changed).out).not.toContain('FORGED');
    expect(studyspec(['run', 's.study'], { NO_COLOR: '', FORCE_COLOR: '1' }).out).not.toContain('FORGED');
    mkdirSync(join(folder, 'below'));
    for (const name of ['s.study', 'd.csv']) writeFileSync(join(folder, 'below', name), readFileSync(join(folder, name)));
    expect(studyspec(['run', 's.study'], {}, join(folder, 'below')).out).not.toContain('FORGED');
    expect(studyspec(['run', 's.study']).out).toContain('FORGED');
  });

  it('is none when it writes a file, reads a pipe, or missed a file that may come', () => {
    studyspec(['run', 's.study', '-o', 'r.html']);
    expect(outputs()).toEqual([]);
    rmSync(join(folder, 'd.csv'));
    const args = ['check', 's.study'];
    const missing = studyspec(args);
    expect(missing.code).toBe(1);
    writeFileSync(join(folder, 'd.csv'), answers);
    expect(studyspec(args).code).toBe(0);
    // Sums that are not there yet end the call before anything else is read.
    const summed = ['query', 's.study', 'a.mean', '--sums', 'a.sums'];
    expect(studyspec(summed).err).toContain('there is no such file');
    studyspec(['sums', 's.study', 'd.csv', '-o', 'a.sums', '--threshold', '0']);
    expect(studyspec(summed)).toMatchObject({ code: 0, err: '' });
    const before = outputs();
    writeFileSync(join(folder, 'answers'), answers);
    const piped = spawnSync(
      'bash',
      ['-c', `rm d.csv && mkfifo d.csv && (cat answers > d.csv & "${process.execPath}" "${program}" run s.study --only I)`],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, STUDYSPEC_CACHE: cache } },
    );
    expect(piped.status).toBe(0);
    expect(outputs()).toEqual(before);
  });

  it('tells a full disk as the program does', () => {
    studyspec(['run', 's.study']);
    const done = spawnSync('bash', ['-c', `"${process.execPath}" "${program}" run s.study > /dev/full`], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', STUDYSPEC_CACHE: cache },
    });
    expect(done.status).toBe(1);
    expect(done.stderr).toContain('The output could not be written: the disk is full (ENOSPC)');
  });
});

describe('the cache folder', () => {
  it('is not believed where it is broken, and a broken entry is replaced', () => {
    const args = ['check', 's.study'];
    const first = studyspec(args);
    for (const path of kept()) {
      const bytes = readFileSync(path);
      bytes[bytes.length - 20]! ^= 1;
      writeFileSync(path, bytes);
    }
    const broken = kept().map((path) => readFileSync(path, 'latin1'));
    expect(studyspec(args)).toEqual(first);
    expect(
      kept()
        .map((path) => readFileSync(path, 'latin1'))
        .every((text, at) => text !== broken[at]),
    ).toBe(true);
    for (const path of kept()) writeFileSync(path, '');
    expect(studyspec(args)).toEqual(first);
  });

  it('is not needed: one that cannot be written, one that is a file, one that is switched off', () => {
    const args = ['run', 's.study'];
    const plain = fresh(args);
    expect(kept()).toEqual([]);
    expect(studyspec(['--no-cache', ...args])).toEqual(plain);
    expect(kept()).toEqual([]);
    mkdirSync(cache);
    chmodSync(cache, 0o500);
    expect(studyspec(args)).toEqual(plain);
    chmodSync(cache, 0o700);
    writeFileSync(join(folder, 'file'), 'not a folder');
    expect(studyspec(args, { STUDYSPEC_CACHE: join(folder, 'file') })).toEqual(plain);
    // A folder in which none can be made, and which does not say so: Node's own way of making folders never ends there.
    expect(studyspec(args, { STUDYSPEC_CACHE: '/proc/nope' })).toEqual(plain);
  });

  it('holds code for each command, audits, and nothing that others may read', () => {
    studyspec(['check', 's.study']);
    const codes = kept().filter((path) => /[/\\]code-/u.test(path));
    expect(codes).toHaveLength(1);
    const before = readFileSync(codes[0]!);
    writeFileSync(join(folder, 'd.csv'), `${answers}`.replace('1,5,4,4,3', '1,5,5,4,3'));
    studyspec(['check', 's.study']);
    expect(readFileSync(codes[0]!).equals(before)).toBe(true);
    if (process.platform !== 'win32') for (const path of kept()) expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('holds code for a folder apart from that of the same command in a terminal', () => {
    const codes = (): string[] =>
      kept()
        .flatMap((path) => /[/\\]code-.*-(run.*)$/u.exec(path)?.[1] ?? [])
        .sort();
    studyspec(['run', 's.study']);
    studyspec(['run', 's.study', '--out', 'o', '--no-word']);
    studyspec(['run', 's.study', '--out=o', '--no-word']);
    expect(codes()).toEqual(['run', 'run--out--no-word']);
  });

  it('stands where the system keeps such things', () => {
    expect(placeOf({ XDG_CACHE_HOME: '/x' }, 'linux')).toBe(join('/x', 'studyspec'));
    expect(placeOf({ STUDYSPEC_CACHE: '/elsewhere', XDG_CACHE_HOME: '/x' }, 'linux')).toBe('/elsewhere');
    expect(placeOf({ STUDYSPEC_CACHE: 'off' }, 'linux')).toBeNull();
    expect(placeOf({ STUDYSPEC_CACHE: 'relative' }, 'linux')).toBeNull();
    expect(placeOf({}, 'win32')).toBeNull();
    expect(placeOf({}, 'darwin')).toContain(join('Library', 'Caches', 'studyspec'));
  });

  it('is bounded: what was not used longest goes first', () => {
    const build = join(cache, '0123456789abcdef');
    mkdirSync(build, { recursive: true });
    for (let at = 0; at < 10; at += 1) {
      writeFileSync(join(build, `e${at}`), Buffer.alloc(100));
      utimesSync(join(build, `e${at}`), 1000 + at, 1000 + at);
    }
    tidy(cache, 1000);
    expect(readdirSync(build)).toHaveLength(10);
    writeFileSync(join(build, 'e10'), Buffer.alloc(100));
    tidy(cache, 1000);
    expect(readdirSync(build).sort()).toEqual(['e10', 'e6', 'e7', 'e8', 'e9']);
  });
});
