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

// A file that changes while it is read, small (read as a whole) and large (part by part, by threads), of every format that is written here:
// the numbers are those of the one file or of the other, or it is told; never those of a mixture.
const other = (count) => rows(count).replace(/^(\d+),(\d),/gmu, (_, id, answer) => `${id},${Math.min(5, Number(answer) + 1)},`);
const changing = `const fs = require('node:fs'), [kind, file, second] = process.argv.slice(1), pause = new Int32Array(new SharedArrayBuffer(4));
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
      `a ${format} file of ${count} rows that ${kind} while it is read is told or read whole (${told ? 'told' : whole ? 'whole' : 'damaged'})`,
      told || whole || (format !== 'csv' && damaged),
      `${found.stdout} ${found.stderr}`,
    );
  }
}

rmSync(folder, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
