// Whoever waits, and what may come between: progress at a terminal (by `script`, which gives a program one), runs that are ended at many
// moments, disks that fill up, a file that grows while it is read. Ends with `N passed, M failed`.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../packages/cli/bin/studyspec.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'studyspec-waiting-'));
const env = { ...process.env, STUDYSPEC_CACHE: 'off', NO_COLOR: '1', LC_ALL: 'C.UTF-8', TERM: 'xterm' };
delete env.CI;
let passed = 0;
let failed = 0;
const check = (name, holds, seen = '') => {
  if (holds) passed += 1;
  else failed += 1;
  console.log(`${holds ? 'ok    ' : 'FAILED'} ${name}${holds || seen === '' ? '' : `: ${String(seen).slice(0, 600)}`}`);
};

const spec = `study "Waiting"

data "d.csv" { id id  missing blank }

scale s 1..5
dimension d on s { indicator a  indicator b  indicator c  indicator e }
category sex { m = 1  f = 2 }

index i { of d  keep 1 }
compare by_sex { of i  by sex }
regression r { explain i  by sex }
`;
const row = (at) => [at + 1, ...[1, 2, 3, 5].map((by) => 1 + ((at * (by + 1) + Math.floor(at / (by + 2))) % 5)), 1 + (at % 2)].join(',');
const rows = (count) => `id,a,b,c,e,sex\n${Array.from({ length: count }, (_, at) => row(at)).join('\n')}\n`;
writeFileSync(join(folder, 's.study'), spec);
writeFileSync(join(folder, 'd.csv'), rows(600_000));
const call = (...args) => spawnSync(process.execPath, [program, ...args], { cwd: folder, env, encoding: 'utf8' });

// At a terminal.
const atTerminal = (command, more = {}) => {
  const log = join(folder, 'typescript');
  spawnSync('script', ['-qec', `${process.execPath} ${program} ${command}`, log], {
    cwd: folder,
    env: { ...env, ...more },
    stdio: 'ignore',
  });
  return readFileSync(log, 'utf8').replace(/^Script started.*\n|\n*Script done.*\n?/gu, '');
};
if (spawnSync('script', ['--version']).status === 0) {
  const told = atTerminal('run s.study');
  check('a terminal is told what is being done', /(?:Reading d\.csv|Coding answers|Computing the [^\r]+), \d+ %/u.test(told), told);
  const [last] = told.split('\r\u001B[2K').slice(-1);
  check('the line goes before the report comes', last !== undefined && !/Reading|Computing/u.test(last.slice(0, 200)), last);
  const plain = told.replace(/\r\u001B\[2K[^\r\n]*(?=\r\u001B\[2K)/gu, '').replaceAll('\r\u001B[2K', '');
  const quiet = atTerminal('run s.study --quiet');
  check('and changes nothing else', plain === quiet, `${plain.slice(0, 300)}\n---\n${quiet.slice(0, 300)}`);
  check('--quiet tells nothing', !quiet.includes('\u001B[2K'));
  check('nor does a machine (CI)', !atTerminal('run s.study', { CI: '1' }).includes('\u001B[2K'));
  check('nor a call for programs', !atTerminal('run s.study --json').includes('\u001B[2K'));
  check('it is told in Chinese', /正在(?:读取|对|计算)/u.test(atTerminal('run s.study --lang zh')));
} else console.log('no `script` here: nothing is tried at a terminal');
check('a pipe is told nothing', !call('run', 's.study').stderr.includes('\u001B'));

// Ended at many moments: nothing, or everything, and nothing that is temporary.
writeFileSync(join(folder, 'd.csv'), rows(20_000));
const out = join(folder, 'out');
const begun = performance.now();
check('a report can be written', call('run', 's.study', '--no-word', '--out', 'out').status === 0);
const lasts = performance.now() - begun;
const list = () => (existsSync(out) ? readdirSync(out, { recursive: true }).sort().join() : '');
const whole = list();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (let at = 0; at < 12; at += 1) {
    rmSync(out, { recursive: true, force: true });
    const child = spawn(process.execPath, [program, 'run', 's.study', '--no-word', '--out', 'out'], { cwd: folder, env, stdio: 'ignore' });
    const ended = new Promise((resolve) => {
      child.on('exit', (code, by) => {
        resolve([code, by, performance.now()]);
      });
    });
    // Most of the writing is at the end.
    const delay = lasts * (at < 6 ? (at + Math.random()) / 6 : 0.75 + 0.04 * (at - 6 + Math.random()));
    await new Promise((resolve) => {
      setTimeout(resolve, delay);
    });
    const sent = performance.now();
    child.kill(signal);
    const [code, by, then] = await ended;
    const left = list();
    const took = Math.max(0, then - sent).toFixed(0);
    check(
      `${signal} after ${delay.toFixed(0)} ms: ${by ?? code} in ${took} ms, ${left === '' ? 'nothing' : 'all'} is left`,
      (by === signal || code === 0) && (left === whole || left === ''),
      left,
    );
  }

// Every command that writes a file, to a disk that fills up (a small one in memory, where this account may make one), ended at many moments
// and killed: the old file is there or the whole new one, and what was not written is said.
writeFileSync(join(folder, 'd.csv'), rows(20_000));
const disk = join(folder, 'disk');
mkdirSync(disk);
writeFileSync(join(folder, 'm.md'), `---\nstudy: s.study\n---\n\nThe mean is {{a.mean}}.\n${'Much is said of it. '.repeat(20_000)}\n`);
const prepared = [
  ['sums', 's.study', 'd.csv', '-o', 'one.sums', '--threshold', '0'],
  ['run', 's.study', '--no-word', '--out', 'made'],
];
for (const args of prepared) check(`prepared: ${args.join(' ')}`, call(...args).status === 0, call(...args).stderr);
/** What writes to `to`; `--force` where something stands there. */
const writing = {
  'report.html': (to) => ['run', 's.study', '-o', to, '--force'],
  'report.txt': (to) => ['run', 's.study', '--format', 'text', '-o', to, '--force'],
  'report.json': (to) => ['run', 's.study', '--format', 'json', '-o', to, '--force'],
  'report.docx': (to) => ['run', 's.study', '-o', to, '--force'],
  'report.md': (to) => ['run', 's.study', '-o', to, '--force'],
  'part.sums': (to) => ['sums', 's.study', 'd.csv', '-o', to, '--force', '--threshold', '0'],
  'part.sums.gz': (to) => ['sums', 's.study', 'd.csv', '-o', to, '--force', '--threshold', '0'],
  'all.sums': (to) => ['sums', 's.study', 'one.sums', '-o', to, '--force'],
  'scores.csv': (to) => ['scores', 's.study', '-o', to, '--force'],
  'scores.sav': (to) => ['scores', 's.study', '-o', to, '--force'],
  'scores.dta': (to) => ['scores', 's.study', '-o', to, '--force'],
  'script.R': (to) => ['export', 's.study', '--to', 'r', '-o', to, '--force'],
  'm.filled.md': (to) => ['fill', 'm.md', 's.study', '-o', to, '--force'],
  'book.html': (to) => ['codebook', 's.study', '--out', to, '--force'],
  'book.xlsx': (to) => ['codebook', 's.study', '--out', to, '--force'],
  'draft.study': (to) => ['init', 'd.csv', '-o', to, '--force'],
};
const OLD = 'what stood there before\n';
const kinds = Object.entries(writing);
/** Of a call that wrote nothing: its file is as it was, and nothing else came. */
const untouched = (name, at) =>
  readFileSync(join(at, name), 'utf8') === OLD &&
  readdirSync(at)
    .filter((one) => one !== 'filled')
    .join() === name;
const folderOf = (at) =>
  readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.name !== '.studyspec-files.json')
    .map(
      (one) =>
        `${one.name} ${createHash('sha256')
          .update(readFileSync(join(one.parentPath ?? one.path, one.name)))
          .digest('hex')}`,
    )
    .sort()
    .join('\n');
const fillUp = () => {
  try {
    writeFileSync(join(disk, 'filled'), Buffer.alloc(4 << 20));
  } catch {
    // As much of it as there was room for.
  }
};
if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]).status === 0) {
  try {
    for (const [name, args] of kinds) {
      writeFileSync(join(disk, name), OLD);
      fillUp();
      const { status, stderr } = call(...args(`disk/${name}`));
      check(
        `${name} on a full disk is an error that says how to mend it`,
        status === 1 && /the disk is full \(ENOSPC\); make room/u.test(stderr),
        `${status} ${stderr}`,
      );
      check(`and ${name} is as it was`, untouched(name, disk), readdirSync(disk, { recursive: true }).join());
      for (const one of readdirSync(disk)) rmSync(join(disk, one), { recursive: true });
    }
    check('a folder can be written there', call('run', 's.study', '--no-word', '--out', 'made').status === 0);
    writeFileSync(join(disk, 'filled'), Buffer.alloc(3 << 20));
    const { status, stderr } = call('run', 's.study', '--no-word', '--out', 'disk/out');
    check('a folder on a full disk is an error', status === 1 && /the disk is full \(ENOSPC\); make room/u.test(stderr), stderr);
    check('and nothing of it is written', readdirSync(disk).join() === 'filled', readdirSync(disk, { recursive: true }).join());
    // A report that stands there stays as it is, and counts as whole.
    for (const one of readdirSync(disk)) rmSync(join(disk, one), { recursive: true });
    check('a folder fits', call('run', 's.study', '--no-word', '--out', 'disk/out', '--only', 'reliability').status === 0);
    const stood = folderOf(join(disk, 'out'));
    fillUp();
    check('it is an error where it cannot be renewed', call('run', 's.study', '--no-word', '--out', 'disk/out', '--details').status === 1);
    check('and what stood there stands', folderOf(join(disk, 'out')) === stood, `${stood}\n${folderOf(join(disk, 'out'))}`);
    check('as it was', call('verify', 'disk/out').status === 0, call('verify', 'disk/out').stdout);
    // Pictures stand in a folder of their own beside a text.
    writeFileSync(join(folder, 'f.md'), '---\nstudy: s.study\n---\n\n{{figure:i}}\n{{a.mean}}\n');
    for (const args of [
      ['run', 's.study', '-o', 'disk/r.md'],
      ['fill', 'f.md', '-o', 'disk/f.filled.md'],
    ]) {
      const full = call(...args);
      check(
        `${args[0]} with pictures beside leaves no folder`,
        full.status === 1 && readdirSync(disk).sort().join() === 'filled,out',
        full.stderr,
      );
    }
  } finally {
    spawnSync('umount', [disk]);
  }
} else console.log('no disk can be made here: /dev/full stands in for one');
check('/dev/full is told', /ENOSPC/u.test(call('run', 's.study', '-o', '/dev/full').stderr));
check('/dev/full is told of sums', /ENOSPC/u.test(call('sums', 's.study', 'd.csv', '-o', '/dev/full').stderr));
// Of a stream, a disk that is full is told too.
const toFull = spawnSync('sh', ['-c', `${process.execPath} ${program} run s.study > /dev/full`], { cwd: folder, env, encoding: 'utf8' });
check('what is printed to a full disk is told', toFull.status === 1 && toFull.stderr.includes('ENOSPC'), toFull.stderr);

for (const [name, args] of kinds) {
  const place = join(folder, 'ended');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  writeFileSync(join(place, name), OLD);
  const before = performance.now();
  check(`${name} can be written`, call(...args(`ended/${name}`)).status === 0);
  const took = performance.now() - before;
  const made = readFileSync(join(place, name));
  const ends = { old: 0, made: 0 };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL', 'SIGINT', 'SIGKILL']) {
    writeFileSync(join(place, name), OLD);
    const child = spawn(process.execPath, [program, ...args(`ended/${name}`)], { cwd: folder, env, stdio: 'ignore' });
    const ended = new Promise((resolve) => {
      child.on('exit', resolve);
    });
    await new Promise((resolve) => {
      setTimeout(resolve, took * (0.5 + 0.5 * Math.random()));
    });
    child.kill(signal);
    await ended;
    const now = readFileSync(join(place, name));
    const state = now.equals(Buffer.from(OLD)) ? 'old' : now.equals(made) ? 'made' : 'half';
    ends[state] += 1;
    // What a kill leaves is named so that the next writing removes it.
    const isLeft = (one) => signal === 'SIGKILL' && /^\..+\.studyspec-\d+-\d+\.tmp$/u.test(one);
    const left = readdirSync(place).filter((one) => one !== name && !isLeft(one));
    if (state === 'half' || left.length > 0) check(`${name} is whole after ${signal}`, false, `${state} ${left.join()}`);
  }
  check(`${name} is whole or as it was when its writing is ended (${ends.old} as before, ${ends.made} made)`, ends.half === undefined);
  call(...args(`ended/${name}`));
  check(`and what a kill left of ${name} is gone after the next`, readdirSync(place).join() === name, readdirSync(place).join());
}

// A file that changes while it is read, small (read as a whole) and large (part by part, by threads), of every format that is written here:
// the numbers are those of the one file or of the other, or it is told; never those of a mixture.
const other = (count) => rows(count).replace(/^(\d+),(\d),/gmu, (_, id, answer) => `${id},${Math.min(5, Number(answer) + 1)},`);
const changing = `const fs = require('node:fs'), [kind, file, second] = process.argv.slice(1);
const pause = new Int32Array(new SharedArrayBuffer(4));
fs.utimesSync(file, 1, 1);
const one = fs.readFileSync(file), two = fs.readFileSync(second);
for (let n = 0; ; n += 1) {
  if (kind === 'grows') fs.appendFileSync(file, '9,1,2,3,4,1\\n');
  else if (kind === 'is cut') fs.truncateSync(file, one.length - 10 * (n + 1));
  else if (kind === 'is replaced') { fs.writeFileSync(file + '.new', n % 2 === 1 ? one : two); fs.renameSync(file + '.new', file); }
  else {
    const to = fs.openSync(file, 'r+');
    fs.writeSync(to, n % 2 === 1 ? one : two, 0, Math.min(one.length, two.length), 0);
    if (kind === 'has its time set back') fs.futimesSync(to, 1, 1);
    fs.closeSync(to);
  }
  Atomics.wait(pause, 0, 0, 2 + 10 * Math.random());
}`;
writeFileSync(join(folder, 'q.study'), spec.replace(/^index[\s\S]*$/mu, 'report { figures none }\n').replace('  missing blank', ''));
for (const [format, count] of [
  ['csv', 60_000],
  ['csv', 1_500_000],
  ['sav', 60_000],
  ['dta', 60_000],
]) {
  const file = `c.${format}`;
  const named = `c-${format}.study`;
  for (const [name, content] of [
    ['one', rows(count)],
    ['two', other(count)],
  ]) {
    writeFileSync(join(folder, 'd.csv'), content);
    if (format === 'csv') writeFileSync(join(folder, `${name}.csv`), content);
    else check(`a ${format} file is made`, call('scores', 'q.study', '-o', `${name}.${format}`, '--force').status === 0);
  }
  writeFileSync(join(folder, named), readFileSync(join(folder, 'q.study'), 'utf8').replace('"d.csv"', JSON.stringify(file)));
  const asked = () => call('query', named, 'a.mean', 'd.alpha', 'b.mean');
  const answers = ['one', 'two'].map((name) => {
    writeFileSync(join(folder, file), readFileSync(join(folder, `${name}.${format}`)));
    return asked().stdout;
  });
  check(
    `two ${format} files of ${count} rows have different numbers`,
    answers[0] !== answers[1] && answers[0].includes('d.alpha'),
    answers[0],
  );
  const kinds = ['is replaced', 'has other bytes', 'has its time set back', ...(format === 'csv' ? ['grows', 'is cut'] : [])];
  for (const kind of kinds) {
    writeFileSync(join(folder, file), readFileSync(join(folder, `one.${format}`)));
    const writer = spawn(process.execPath, ['-e', changing, kind, file, `two.${format}`], { cwd: folder, stdio: 'ignore' });
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    const found = await new Promise((resolve) => {
      const child = spawn(process.execPath, [program, 'query', named, 'a.mean', 'd.alpha', 'b.mean'], { cwd: folder, env });
      const said = { stdout: '', stderr: '' };
      for (const stream of ['stdout', 'stderr']) child[stream].on('data', (chunk) => (said[stream] += chunk));
      child.on('close', (code) => {
        resolve({ code, ...said });
      });
    });
    writer.kill('SIGKILL');
    const told = found.code === 1 && found.stderr.includes('changed while it was read');
    // What is cut or written in the middle may be no file of its format any more.
    const damaged = found.code === 1 && /SS3\d\d/u.test(found.stderr);
    // What was longer or shorter before it was read is a file of its own; a large one takes so long that it cannot escape.
    const moves = kind === 'grows' || kind === 'is cut';
    const whole = found.code === 0 && (moves ? count < 1_000_000 : answers.includes(found.stdout));
    check(
      `a ${format} file of ${count} rows that ${kind} while it is read is ${told ? 'told' : whole ? 'read whole' : 'damaged'}`,
      told || whole || (format !== 'csv' && damaged),
      `${found.stdout} ${found.stderr}`,
    );
  }
}

rmSync(folder, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
