// A wide public file (1,200 columns, 20,000 rows) as .sav, .dta and CSV, of which a study names five columns: time and peak memory of the
// whole process, beside R's haven (col_select) and data.table::fread (select) on the same files, and beside a file that has the five alone.
// `node test/bench/wide.mjs`, with `--smoke` a small one. Without R only ours is measured. Prints what it measured, asserts only that the
// means agree.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { writers } = await import(new URL('../../packages/core/dist/index.js', import.meta.url).href);
const smoke = process.argv.includes('--smoke');
const [columns, rows, times] = smoke ? [300, 500, 1] : [1200, 20_000, 5];
const program = join(root, 'packages/cli/bin/studyspec.js');
const folder = mkdtempSync(join(tmpdir(), 'studyspec-wide-'));
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});
const NAMED = [10, 77, 150, 200, columns - 1].map((at) => `v${at}`);

/** Marsaglia's xorshift32. */
let state = 20261129;
function below(limit) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % limit;
}
const base = { label: '', measure: 'scale', kind: 'number', decimals: 0, labels: [], missing: [] };
const all = Array.from({ length: columns }, (_, at) => ({
  ...base,
  name: `v${at}`,
  // Mostly small codes, some incomes, blanks here and there.
  values: Float64Array.from({ length: rows }, () => (below(20) === 0 ? Number.NaN : at % 10 === 7 ? below(1_000_000) / 100 : 1 + below(5))),
}));
const named = all.filter(({ name }) => NAMED.includes(name));
const mean = ({ values }) => {
  const valid = values.filter((value) => !Number.isNaN(value));
  return valid.reduce((sum, value) => sum + value, 0) / valid.length;
};

/** Wall time and peak memory of a process; GNU time tells the peak, where it is. */
const timed = spawnSync('/usr/bin/time', ['-f', '%M', 'true']).status === 0 ? ['/usr/bin/time', '-f', 'peak %M'] : [];
function run(...called) {
  const [command, ...args] = [...timed, ...called];
  const start = process.hrtime.bigint();
  const done = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, STUDYSPEC_CACHE: join(folder, 'cache') },
    maxBuffer: 1 << 26,
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${done.status}\n${done.stderr}`);
  return { wall, peak: Number(/peak (\d+)/u.exec(done.stderr)?.[1] ?? Number.NaN) / 1024, out: done.stdout };
}
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const hasR = spawnSync('Rscript', ['-e', 'library(haven); library(data.table)'], { stdio: 'ignore' }).status === 0;
if (!hasR) console.log('R with haven and data.table is not here: only ours is measured.');

const R = {
  sav: (file) => `d <- haven::read_sav("${file}", col_select = c(${NAMED.join(', ')}))`,
  dta: (file) => `d <- haven::read_dta("${file}", col_select = c(${NAMED.join(', ')}))`,
  csv: (file) => `d <- data.table::fread("${file}", select = c(${NAMED.map((name) => `"${name}"`).join(', ')}))`,
};
console.log(
  `Node ${process.version}, ${columns.toLocaleString('en')} columns × ${rows.toLocaleString('en')} rows, ${times} runs, medians\n`,
);
for (const format of ['sav', 'dta', 'csv']) {
  const paths = {};
  for (const [size, list] of [
    ['wide', all],
    ['five', named],
  ]) {
    const file = join(folder, `${size}.${format}`);
    writeFileSync(file, writers[format].write({ title: 'Wide', rows, columns: list }).bytes);
    const study = join(folder, `${size}-${format}.study`);
    writeFileSync(study, `study "Wide"\ndata "${size}.${format}" { missing blank }\n${NAMED.map((name) => `number ${name}\n`).join('')}`);
    paths[size] = { file, study };
  }
  const ours = (size) => ['node', [program, '--no-cache', 'query', paths[size].study, ...NAMED.map((name) => `${name}.mean`), '--json']];
  const kinds = {
    'studyspec query': ours('wide'),
    'the five alone': ours('five'),
    ...(hasR
      ? {
          [format === 'csv' ? 'R data.table' : 'R haven']: [
            'Rscript',
            ['-e', `${R[format](paths.wide.file)}; invisible(sapply(d, mean, na.rm = TRUE))`],
          ],
        }
      : {}),
  };
  const taken = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
  for (let turn = 0; turn < times; turn += 1)
    for (const [kind, [command, args]] of Object.entries(kinds)) taken[kind].push(run(command, ...args));
  const values = JSON.parse(taken['studyspec query'][0].out);
  for (const column of named) {
    const found = values[`${column.name}.mean`];
    if (Math.abs(found - mean(column)) > 1e-9 * Math.abs(found)) throw new Error(`${column.name}: ${found}, not ${mean(column)}`);
  }
  console.log(`${format} (${(statSync(paths.wide.file).size / 1e6).toFixed(0)} MB)`);
  const first = median(taken['studyspec query'].map((one) => one.wall));
  for (const [kind, list] of Object.entries(taken)) {
    const wall = median(list.map((one) => one.wall));
    console.log(
      `  ${kind.padEnd(18)}${wall.toFixed(0).padStart(7)} ms  ${median(list.map((one) => one.peak))
        .toFixed(0)
        .padStart(6)} MB` + `${kind === 'studyspec query' ? '' : `   ours takes ${(first / wall).toFixed(2)} × as long`}`,
    );
  }
}
