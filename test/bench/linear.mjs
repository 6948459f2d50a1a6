// Does the time that `fmt`, `check` and an editor take grow as the spec does? Specs that are large in one respect each (large-specs.mjs),
// at n and at 2n: processor time and the ratio, which is near 2 where time is linear and near 4 where each entry looks at all others. `npm
// run bench:linear`; `-- --smoke` for a short run, `-- --only TEXT` for some, `-- --n 4000` for another size (of 16,000). Ends with 1 when
// a ratio is above 3 three times over, or when something throws; in a smoke run times are too short for that.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { largeSpecs } from './large-specs.mjs';

const argument = (name) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const smoke = process.argv.includes('--smoke');
const only = argument('--only') ?? '';
const n = Number(argument('--n') ?? (smoke ? 300 : 16_000));
const MOST = 3;
/** Shorter than this (ms of processor time), other things decide. */
const LEAST = 150;

const root = new URL('../..', import.meta.url);
const program = fileURLToPath(new URL('packages/cli/bin/studyspec.js', root));
const dsl = await import(new URL('packages/dsl/dist/index.js', root).href);
const folder = mkdtempSync(join(tmpdir(), 'studyspec-linear-'));
const timing = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => { " +
    'const { user, system } = process.cpuUsage(); writeSync(3, String(user + system)); });',
)}`;

/** Processor time of a command of the built program, in ms. */
function command(...args) {
  const done = spawnSync(process.execPath, ['--import', timing, program, ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 30,
    env: { ...process.env, STUDYSPEC_CACHE: 'off' },
  });
  if (done.status !== 0 && done.status !== 1)
    throw new Error(`studyspec ${args.join(' ')} ended with ${done.status ?? done.signal}: ${String(done.stderr).slice(0, 500)}`);
  return Number(String(done.output[3])) / 1000;
}

function here(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What an editor asks for after an edit. */
function editor(files) {
  const engine = dsl.createEngine();
  for (const [name, text] of Object.entries(files)) if (name.endsWith('.study')) engine.setText(name, text);
  const text = files['n.study'];
  const snapshot = engine.snapshot('n.study');
  dsl.problemsByFile(snapshot);
  dsl.semanticTokensOf(snapshot);
  dsl.symbolsOf(snapshot);
  dsl.foldsOf(snapshot);
  dsl.hintsOf(snapshot);
  dsl.lensesOf(snapshot);
  for (const share of [0.1, 0.5, 0.9]) {
    const at = Math.floor(text.length * share);
    dsl.completionsAt(snapshot, at);
    dsl.hoverAt(snapshot, at);
    dsl.fixesAt(snapshot, { start: at, end: at });
  }
}

const ways = {
  fmt: (files) =>
    here(() => {
      dsl.formatText(files['n.study']);
    }),
  check: (files) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return command('check', 'n.study');
  },
  editor: (files) =>
    here(() => {
      editor(files);
    }),
};

const bare = Math.min(...[1, 2, 3].map(() => ways.check({ 'n.study': 'framework "n"\n' })));
console.log(
  `Processor time at ${n} and ${2 * n}, in ms, and the ` +
    `ratio. Start-up (${bare.toFixed(0)} ms) is taken off.\n\n${''.padEnd(46)}${Object.keys(ways)
      .map((name) => name.padEnd(26))
      .join('')}`,
);
let failed = 0;
for (const [name, make] of Object.entries(largeSpecs)) {
  if (!name.includes(only)) continue;
  const [small, large] = [make(n), make(2 * n)];
  const cells = Object.entries(ways).map(([way, time]) => {
    let best = null;
    for (let times = 0; times < (smoke ? 1 : 3); times += 1) {
      try {
        const off = way === 'check' ? bare : 0;
        const [one, two] = [Math.max(1, time(small) - off), Math.max(1, time(large) - off)];
        if (best === null || two / one < best.two / best.one) best = { one, two };
      } catch (error) {
        failed += 1;
        return `${error instanceof Error ? error.message : error}`.slice(0, 120);
      }
      if (best.two / best.one <= MOST || best.two < LEAST) break;
    }
    const wrong = !smoke && best.two >= LEAST && best.two / best.one > MOST;
    if (wrong) failed += 1;
    return (
      `${best.one.toFixed(0).padStart(6)} → ${best.two.toFixed(0).padStart(6)}${(best.two / best.one).toFixed(1).padStart(6)}` +
      `${wrong ? ' !' : ''}`
    );
  });
  console.log(`${name.padEnd(44)}${cells.map((cell) => cell.padEnd(26)).join('')}`.trimEnd());
}
rmSync(folder, { recursive: true, force: true });
console.log(failed === 0 ? '\nNothing grows faster than the spec.' : `\n${failed} grow faster than the spec, or failed.`);
process.exitCode = failed === 0 ? 0 : 1;
