// Whoever waits, and what may come between: progress at a terminal (by `script`, which gives a program one), runs that are ended at many
// moments, disks that fill up, a file that grows while it is read. Ends with `N passed, M failed`.
import { spawn, spawnSync } from 'node:child_process';
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

// A disk that fills up: a small one in memory, where this account may make one.
const disk = join(folder, 'disk');
mkdirSync(disk);
if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]).status === 0) {
  try {
    for (const [name, args] of [
      ['a folder', ['--no-word', '--out', 'disk/out']],
      ['a file', ['--format', 'json', '-o', 'disk/r.json']],
    ]) {
      writeFileSync(join(disk, 'filled'), Buffer.alloc(name === 'a folder' ? 0 : 250_000));
      const { status, stderr } = call('run', 's.study', ...args);
      check(
        `${name} on a full disk is an error that says how to mend it`,
        status === 1 && /the disk is full \(ENOSPC\); make room/u.test(stderr),
        stderr,
      );
      check(`and nothing of ${name} is written`, readdirSync(disk).join() === 'filled', readdirSync(disk, { recursive: true }).join());
    }
  } finally {
    spawnSync('umount', [disk]);
  }
} else console.log('no disk can be made here: /dev/full stands in for one');
check('/dev/full is told', /ENOSPC/u.test(call('run', 's.study', '-o', '/dev/full').stderr));

// A file that grows while it is read, small (read as a whole) and large (read part by part).
for (const count of [1_000_000, 2_000_000]) {
  writeFileSync(join(folder, 'd.csv'), rows(count));
  const child = spawn(process.execPath, [program, 'check', 's.study', '--json'], { cwd: folder, env });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  // Somebody else, who writes without a pause: a row more now and then.
  const writing = spawn(
    process.execPath,
    [
      '-e',
      `const fs = require('node:fs'), to = fs.openSync('d.csv', 'a'), pause = new Int32Array(new SharedArrayBuffer(4));
     for (let at = ${count + 1}; ; at += 1) { fs.writeSync(to, at + ',1,2,3,4,1\\n'); Atomics.wait(pause, 0, 0, 0.2); }`,
    ],
    { cwd: folder, stdio: 'ignore' },
  );
  const code = await new Promise((resolve) => {
    child.on('close', resolve);
  });
  writing.kill();
  const { problems = [] } = JSON.parse(said || '{}');
  check(
    `a file of ${count} rows that grows is SS301`,
    code === 1 && JSON.stringify(problems).includes('SS301') && said.includes('changed while it was read'),
    said,
  );
}

rmSync(folder, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
