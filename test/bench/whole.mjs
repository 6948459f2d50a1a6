// The whole Anshun specification (seven indices, comparisons, two regressions of five outcomes, the audit of what was printed) on as many
// rows as one likes, beside R doing what of it R's fastest idiom does (whole.R, which lists what it leaves out): whole processes, medians,
// ratio, peak memory. `npm run bench:whole`; `-- --rows 100000,1000000`, `-- --times 3`, `-- --smoke` for few rows. Asserts only that R
// finds our numbers.
import { spawnSync } from 'node:child_process';
import { closeSync, cpSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const program = join(root, 'packages/cli/bin/studyspec.js');
const argument = (name, usual) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : usual);
const smoke = process.argv.includes('--smoke');
const sizes = argument('--rows', smoke ? '323,9000' : '323,100000,1000000')
  .split(',')
  .map(Number);
const times = Number(argument('--times', smoke ? 1 : 3));
const folder = mkdtempSync(join(tmpdir(), 'studyspec-whole-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
cpSync(join(root, 'examples/anshun'), folder, { recursive: true });

const csv = join(folder, 'anshun_2020_raw.csv');
const [head, ...respondents] = readFileSync(csv, 'utf8').trimEnd().split('\n');

/** Respondents of the example by chance (Marsaglia's xorshift32), each with an id of its own; the example itself at its own size. */
function write(rows) {
  let state = 20261130;
  const file = openSync(csv, 'w');
  let text = `${head}\n`;
  for (let row = 0; row < rows; row++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const from = rows === respondents.length ? row : (state >>> 0) % respondents.length;
    text += `${respondents[from].replace(/^[^,]*/u, `R${row + 1}`)}\n`;
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}

const has = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const hasR = has('Rscript', '-e', 'library(data.table)');
if (!hasR) console.log('R with data.table is not here.');
const timer = has('/usr/bin/time', '-f', '%M', 'true') ? ['/usr/bin/time', '-f', 'peak %M %U %S'] : [];
let turn = 0;
function run(called) {
  const [command, ...args] = [...timer, ...called];
  const start = performance.now();
  const env = { ...process.env, XDG_CACHE_HOME: join(folder, `cache${turn++}`) };
  const done = spawnSync(command, args, { cwd: folder, encoding: 'utf8', env, maxBuffer: 1 << 28 });
  const wall = (performance.now() - start) / 1000;
  if (done.status !== 0) throw new Error(`${called.join(' ')} ended with ${done.status}\n${done.stderr.slice(-2000)}`);
  const [, peak, user, system] = /peak (\d+) ([\d.]+) ([\d.]+)/u.exec(done.stderr) ?? [];
  return { wall, cpu: Number(user) + Number(system), peak: Number(peak) / 1024, out: done.stdout };
}
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

let bad = 0;
for (const rows of sizes) {
  write(rows);
  const peers = {
    StudySpec: [process.execPath, program, 'run', 'anshun.study', '--format', 'json'],
    ...(hasR ? { 'R data.table': ['Rscript', join(here, 'whole.R'), csv, '2'] } : {}),
  };
  const took = new Map(Object.keys(peers).map((name) => [name, []]));
  for (let round = 0; round < times; round++) for (const [name, called] of Object.entries(peers)) took.get(name).push(run(called));
  const of = (name, key) => median(took.get(name).map((one) => one[key]));
  console.log(`\n${rows.toLocaleString('en')} rows, ${(statSync(csv).size / 1e6).toFixed(1)} MB; medians of ${times}`);
  for (const name of Object.keys(peers)) {
    const ratio =
      name === 'StudySpec' && hasR ? `, R takes ${(of('R data.table', 'wall') / of(name, 'wall')).toFixed(2)} times as long` : '';
    const figures = [of(name, 'wall').toFixed(2), of(name, 'cpu').toFixed(2), of(name, 'peak').toFixed(0)];
    console.log(
      `  ${name.padEnd(14)}${figures[0].padStart(7)} s, processor${figures[1].padStart(7)} s, peak${figures[2].padStart(6)} MB${ratio}`,
    );
  }
  if (!hasR) continue;
  const { quantities } = JSON.parse(took.get('StudySpec')[0].out);
  const theirs = took.get('R data.table')[0].out;
  const pairs = { kmo: 'integration.kmo', bartlett: 'integration.bartlett.chi2', R2: 'full.integration.r2', towns: 'towns.integration.r2' };
  for (const [word, address] of Object.entries(pairs)) {
    const [, found] = new RegExp(`${word} ([\\d.]+)`, 'u').exec(theirs) ?? [];
    const ours = quantities?.[address]?.value;
    const digits = (found?.split('.')[1] ?? '').length;
    if (found !== undefined && Math.abs(ours - Number(found)) <= 10 ** -digits) continue;
    bad++;
    console.log(`  ${address}: R ${found ?? 'not found'}, ours ${ours ?? 'not found'}: NOT THE SAME`);
  }
}
process.exitCode = bad === 0 ? 0 : 1;
