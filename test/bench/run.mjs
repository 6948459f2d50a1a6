// Speed, side by side with what it is compared to: medians of repeated runs and their differences or ratios.
// `node test/bench/run.mjs`; with `--smoke` few repetitions, to see that it works. Prints what it measured, asserts nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const smoke = process.argv.includes('--smoke');
const program = join(root, 'packages/cli/bin/studyspec.js');
const example = join(root, 'examples/anshun/anshun.study');
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const ms = (value) => `${value.toFixed(1)} ms`.padStart(10);

/** A cache folder of the benchmark's own. */
const cache = mkdtempSync(join(tmpdir(), 'studyspec-bench-'));
process.on('exit', () => {
  rmSync(cache, { recursive: true, force: true });
});
/** What is kept of studies is taken away, not the code. */
function forgetStudies() {
  for (const build of readdirSync(cache))
    for (const name of readdirSync(join(cache, build))) if (!name.startsWith('code-')) rmSync(join(cache, build, name));
}

/**
 * Interleaved, so that a busy moment of the machine meets all of them. `first`: as a study is met for the first time, with the code that an
 * earlier one left; `anew`: with nothing kept; `again`: with everything kept.
 */
function processes(commands, times) {
  const taken = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let i = 0; i < times; i += 1) {
    for (const [name, [kept, ...args]] of Object.entries(commands)) {
      const env = { ...process.env, STUDYSPEC_CACHE: kept === 'anew' ? 'off' : cache };
      if (kept === 'again' || i === 0) spawnSync(process.execPath, args, { stdio: 'ignore', env });
      if (kept === 'first') forgetStudies();
      const start = process.hrtime.bigint();
      const done = spawnSync(process.execPath, args, { stdio: 'ignore', env });
      taken[name].push(Number(process.hrtime.bigint() - start) / 1e6);
      if (done.status !== 0) throw new Error(`${name} ended with ${done.status}`);
    }
  }
  return Object.fromEntries(Object.entries(taken).map(([name, values]) => [name, median(values)]));
}

function repeated(times, work) {
  const taken = [];
  for (let i = 0; i < times; i += 1) {
    const start = performance.now();
    work(i);
    taken.push(performance.now() - start);
  }
  return { first: taken[0], median: median(taken.slice(Math.min(2, taken.length - 1))) };
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`);

const calls = { check: ['check', example], 'query of one number': ['query', example, 'integration.kmo'], run: ['run', example] };
const whole = processes(
  {
    'node -e 0': ['anew', '-e', '0'],
    ...Object.fromEntries(
      Object.entries(calls).flatMap(([name, args]) => [
        [`${name}, nothing kept`, ['anew', program, ...args]],
        [`${name}, code kept`, ['first', program, ...args]],
        [`${name}, unchanged`, ['again', program, ...args]],
      ]),
    ),
  },
  smoke ? 3 : 21,
);
console.log('Whole processes (medians)');
for (const [name, value] of Object.entries(whole))
  console.log(
    `  ${name.padEnd(36)}${ms(value)}   ` +
      `${name === 'node -e 0' ? '' : `${ms(value - whole['node -e 0'])} over bare Node, ${(value / whole['node -e 0']).toFixed(2)} ×`}`,
  );

const core = await import(new URL('../../packages/core/dist/index.js', import.meta.url).href);
const dsl = await import(new URL('../../packages/dsl/dist/index.js', import.meta.url).href);

function generated(lines) {
  let text = 'study "Generated"\n\ndata "g.csv" {\n  id id\n}\n\nscale agreement 1..5 "disagree" .. "agree"\n\n';
  let count = text.split('\n').length;
  for (let block = 0; count < lines; block += 1) {
    let part = `dimension d${block} "Dimension ${block}" zh "维度${block}" on agreement {\n`;
    for (let item = 0; item < 12; item += 1) part += `  indicator q${block}_${item} "Question ${item} of ${block}" zh "问题" reversed\n`;
    part +=
      `}\n\ncategory c${block} "Category" {\n  low "Low" = 1\n  high "High" = 2 | 3\n}\n\nindex i${block} "Index" {\n  of d` +
      `${block}\n  keep 2\n  component x${block} marked by q${block}_0\n  component y${block} marked by q${block}_1\n}\n\n`;
    part +=
      `regression r${block} {\n  explain i${block}, x${block}\n  by c${block}, q${block}_3\n  where c${block} is low and q` +
      `${block}_4 > 2\n}\n\n`;
    text += part;
    count += part.split('\n').length - 1;
  }
  return text;
}

const large = generated(10_000);
const speed = repeated(smoke ? 2 : 15, (i) => {
  const compiled = dsl.compile({ entry: 'g.study', texts: new Map([['g.study', `${large}\n// ${i}\n`]]) });
  if (compiled.problems.some((problem) => problem.severity === 'error')) throw new Error(compiled.problems[0].message);
});
console.log(
  `\nParse and check of a generated spec, ${large.split('\n').length} lines\n  cold ${ms(speed.first)}, warm median ${ms(speed.median)}`,
);

const text = readFileSync(example, 'utf8');
const at = join(root, 'examples/anshun/');
const texts = new Map([['examples/anshun/anshun.study', text]]);
let compiled = dsl.compile({ entry: 'examples/anshun/anshun.study', texts });
while (compiled.needs.some((file) => !texts.has(file))) {
  for (const file of compiled.needs) texts.set(file, readFileSync(join(root, file), 'utf8'));
  compiled = dsl.compile({ entry: 'examples/anshun/anshun.study', texts });
}
const bytes = readFileSync(join(at, compiled.plan.data.file));
const engine = repeated(smoke ? 3 : 40, () => {
  const { frame } = core.readCsv(bytes, 'data.csv', { text: ['id'] });
  core.executeRead(compiled.plan, core.codeStudy(compiled.plan, frame), frame);
});
console.log(
  `\nThe whole engine on the example (read, code, execute; 323 rows)\n  cold ${ms(engine.first)}, warm median ${ms(engine.median)}`,
);

/** 323 × 40: what one call of the component analysis takes. */
const columns = Array.from({ length: 40 }, (_, c) =>
  Float64Array.from({ length: 323 }, (_, r) => 1 + ((r * (c + 3) * 7919 + r * r * (c + 1)) % 5)),
);
const analysis = repeated(smoke ? 3 : 40, () => {
  const moments = core.momentsOf(columns);
  const correlation = core.correlationOf(moments);
  core.factorability(correlation, moments.n);
  const found = core.principalComponents(correlation);
  core.varimax(core.loadingsOf(found, 6), { kaiser: true });
});
console.log(`\nMoments, KMO, components and varimax of 323 × 40\n  cold ${ms(analysis.first)}, warm median ${ms(analysis.median)}`);

/**
 * As the editor does it: one memo lives through the edits. The answers are the example's, drawn 100,000 times with some cells exchanged.
 */
const rows = smoke ? 2000 : 100_000;
const small = core.readCsv(bytes, 'data.csv', { text: ['id'] }).frame;
let word = 12345;
const below = (limit) => {
  word = (Math.imul(word, 1664525) + 1013904223) | 0;
  return Math.floor(((word >>> 0) / 4294967296) * limit);
};
const drawn = Array.from({ length: rows }, () => below(small.rows));
const frame = {
  ...small,
  rows,
  columns: small.columns.map((column) => {
    const from = drawn.map((row) => (below(5) === 0 ? below(small.rows) : row));
    return column.kind === 'number'
      ? { ...column, values: Float64Array.from(from, (row) => column.values[row]) }
      : { ...column, codes: Int32Array.from(from, (row) => column.codes[row]) };
  }),
};
const { plan } = compiled;
const edited = (change) => ({ ...plan, jobs: plan.jobs.map((job) => (job.kind === 'index' ? { ...job, ...change } : job)) });
const memo = core.boundedMemo();
const edit = (changed) => {
  const start = performance.now();
  core.executeRead(changed, core.codeStudy(changed, frame, memo), frame, memo);
  const taken = performance.now() - start;
  memo.endGeneration();
  return taken;
};
const first = edit(plan);
const kinds = {
  'nothing that counts': () => ({ ...plan, title: [] }),
  keep: (i) => edited({ keep: { kind: 'fixed', count: 5 + (i % 6) }, rotate: { kind: 'varimax', kaiser: i % 12 < 6 } }),
  weight: (i) =>
    edited({ weight: { kind: 'given', weights: plan.jobs[0].compose.map((name, at) => [name, 1 + (((at + 1) * (i + 1)) % 17)]) } }),
};
const taken = Object.fromEntries(Object.keys(kinds).map((name) => [name, []]));
for (let i = 0; i < (smoke ? 1 : 12); i += 1) for (const [name, change] of Object.entries(kinds)) taken[name].push(edit(change(i)));
console.log(
  `\nAn edit of the example with ${rows.toLocaleString('en')} rows (code and execute with a memo; ${memo.size} values kept, ` +
    `${(process.memoryUsage().arrayBuffers / 1e6).toFixed(0)} MB of columns)\n  first time ${ms(first)}`,
);
for (const [name, values] of Object.entries(taken))
  console.log(`  ${name.padEnd(20)}${ms(median(values))}   ${(first / median(values)).toFixed(1)} × as fast as all of it`);

console.log('\nTyping in an editor (over the pipes of the language server)\n');
await import('./typing.mjs');
